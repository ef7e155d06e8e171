import Mentions
import Platform

/// What the weights of coreference are fitted from: a line for every phrase that stands in a gold
/// chain with its antecedents, or is new, or is none of the treebank's.
///
/// Columns: document; features of bringing in something new, separated by spaces; then for every
/// candidate `1` or `0`, whether it is of the same chain, and its features. `1` in the second
/// column says that the phrase takes up nothing that is a candidate.
struct CoreferenceCandidates {
  private var text = CoreferenceFinder.featureNames.joined(separator: " ") + "\n"
  private var document = 0

  mutating func add(_ phrases: [CoreferenceFinder.Candidates], gold: [Set<Range<Int>>]) {
    var chainOf: [Range<Int>: Int] = [:]
    for (index, chain) in gold.enumerated() {
      for mention in chain { chainOf[mention] = index }
    }
    for phrase in phrases {
      let chain = chainOf[phrase.tokens]
      var columns: [String] = []
      var isNew = true
      for (other, features) in phrase.antecedents {
        let isSame = chain != nil && chainOf[phrases[other].tokens] == chain
        if isSame { isNew = false }
        columns.append((isSame ? "1 " : "0 ") + features.map(String.init).joined(separator: " "))
      }
      let new = phrase.new.map(String.init).joined(separator: " ")
      text += "\(document)\t\(isNew ? 1 : 0) \(new)"
      for column in columns { text += "\t" + column }
      text += "\n"
    }
    document += 1
  }

  func write(to path: String) throws { try writeAtomically(Array(text.utf8), to: path) }
}
