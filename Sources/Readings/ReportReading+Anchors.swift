import Dossiers
import Linguistics
import Reports
import Texts

// Where the parts of a page lead.
extension ReportReading {
  /// The id of a sentence, to which tables lead.
  func sentenceID(_ index: Int) -> String {
    Markup.attribute("\(report.id)-s\(index + 1)")
  }

  /// A link to the sentence in which words stand; empty where no sentence has them.
  func sentenceLink(_ range: TextRange) -> String {
    guard let token = reading.tokens(in: range).first else { return "" }
    let sentence = reading.sentence(ofToken: token)
    return "<a href=\"#\(sentenceID(sentence))\" aria-label=\"sentence \(sentence + 1)\">"
      + "\(sentence + 1)</a>"
  }
}
