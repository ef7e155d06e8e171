public import Texts

/// Reads a report's text in one pass: tokens, sentences, quotations, attributions.
public struct Reader: Sendable {
  private let cues: CueLexicon

  /// Creates a reader that knows the cues of a lexicon.
  public init(cues: CueLexicon) { self.cues = cues }

  /// The linguistic layers of a text whose paragraphs are given, headline first.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public func reading(of text: SourceText, title: TextRange?, paragraphs: [TextRange]) -> Reading {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let found = Tokenizer().tokens(of: text, in: paragraph)
      for sentence in SentenceSplitter().sentences(in: found, of: text) {
        let shifted = sentence.lowerBound + tokens.count..<sentence.upperBound + tokens.count
        sentences.append(
          Sentence(
            tokens: shifted,
            range: TextRange(
              found[sentence.lowerBound].start, found[sentence.upperBound - 1].end),
            paragraph: index))
      }
      tokens += found
    }
    let bare = Reading(
      text: text, title: title, paragraphs: paragraphs, tokens: tokens, sentences: sentences,
      quotations: [], attributions: [])
    let quoted = Reading(
      text: text, title: title, paragraphs: paragraphs, tokens: tokens, sentences: sentences,
      quotations: QuotationFinder().quotations(in: bare), attributions: [])
    return Reading(
      text: text, title: title, paragraphs: paragraphs, tokens: tokens, sentences: sentences,
      quotations: quoted.quotations,
      attributions: AttributionFinder(cues: cues).attributions(in: quoted))
  }
}
