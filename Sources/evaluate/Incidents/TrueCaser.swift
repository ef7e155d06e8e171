import Knowledge
import Texts

/// Gives a text in capitals the case that a newspaper would print; no byte moves.
///
/// A word stands as it mostly does in text of mixed case. Words never seen there are names,
/// unless an ending makes them a form of a word that was seen. Names that the tables know,
/// short forms in brackets and the words they are short for, and starts of sentences come on top.
struct TrueCaser {
  let counts: CaseCounts
  let knowledge: KnowledgeBase
  /// Short forms of known actors.
  let shortForms: Set<Word>

  /// Creates a caser with counts of words and the tables that know names.
  init(counts: CaseCounts, knowledge: KnowledgeBase) {
    self.counts = counts
    self.knowledge = knowledge
    var shortForms: Set<Word> = []
    for actor in 0..<knowledge.actors.listedCount {
      for alias in knowledge.actors.aliases(of: actor) {
        let bytes = Array(alias.utf8)
        guard (2...8).contains(bytes.count), bytes.allSatisfy({ (0x41...0x5A).contains($0) })
        else { continue }
        shortForms.insert(Word(folding: bytes, in: TextRange(0, bytes.count)))
      }
    }
    self.shortForms = shortForms
  }

  /// The text with its words in mixed case, where `paragraphs` says what to read.
  ///
  /// Square brackets become round ones and line ends spaces.
  ///
  /// - Complexity: O(n) in the bytes, and a few look-ups a word.
  func cased(_ text: SourceText, paragraphs: [TextRange]) -> SourceText {
    var bytes = text.bytes
    var known: Set<Word> = []
    var words = paragraphs.map { NameWord.words(of: text, in: $0) }
    for list in words { known.formUnion(shortForms(in: list, of: text)) }
    for (index, paragraph) in paragraphs.enumerated() {
      var forms = words[index].map { form(of: $0, in: text, shortForms: known) }
      capitalizeNames(in: words[index], of: text, &forms)
      capitalizeExpansions(in: words[index], of: text, shortForms: known, &forms)
      lowerParticles(in: words[index], &forms)
      capitalizeMonths(in: words[index], &forms)
      capitalizeStarts(in: words[index], of: text, &forms)
      for offset in paragraph.start..<paragraph.end {
        switch bytes[offset] {
        case 0x5B: bytes[offset] = 0x28
        case 0x5D: bytes[offset] = 0x29
        case 0x0A, 0x0D: bytes[offset] = 0x20
        default: break
        }
      }
      for (word, form) in zip(words[index], forms) { write(word, form, in: &bytes) }
    }
    words = []
    return SourceText(validating: bytes) ?? text
  }

  /// Lower-cases what the form asks for, and a possessive ending always.
  private func write(_ word: NameWord, _ form: CaseCounts.Form, in bytes: inout [UInt8]) {
    var end = word.range.end
    if word.isPossessive, end + 1 < bytes.count, bytes[end] == 0x27, bytes[end + 1] == 0x53 {
      bytes[end + 1] = 0x73
    }
    if form == .upper { return }
    var start = word.range.start
    if form == .capitalized {
      start += 1
      // `D'Alema`, `O'Neill`.
      if let mark = bytes[start..<min(end, start + 2)].firstIndex(of: 0x27), end - mark > 3 {
        start = mark + 2
      }
    }
    end = max(start, end)
    for offset in start..<end where (0x41...0x5A).contains(bytes[offset]) {
      bytes[offset] |= 0x20
    }
  }
}
