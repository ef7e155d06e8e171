import Texts

/// Dictionary forms of irregular words, from `Data/lexicon/lemmas.tsv`.
///
/// A line has a form, a part of speech and the lemma, separated by tabs: `said VERB say`. The first
/// of two lines for one form and part of speech counts; forms are compared folded.
public struct LemmaTable: Sendable {
  private struct Key: Hashable {
    let form: Word
    let tag: PartOfSpeech
  }

  private var lemmas: [Key: [UInt8]] = [:]

  /// Reads the table from the bytes of its file; lines that it cannot read are left out.
  ///
  /// - Complexity: O(n).
  public init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      let trimmed = line.last == 0x0D ? line.dropLast() : line
      let columns = trimmed.split(separator: 0x09)
      guard columns.count == 3, let form = String(validating: columns[0], as: UTF8.self),
        String(validating: columns[2], as: UTF8.self) != nil,
        let tag = PartOfSpeech(name: String(decoding: columns[1], as: UTF8.self))
      else { continue }
      let key = Key(form: Word(folding: form), tag: tag)
      if lemmas[key] == nil { lemmas[key] = Array(columns[2]) }
    }
  }

  /// The lemma of a form, as UTF-8; nil when the form is regular.
  func lemma(of form: Word, tag: PartOfSpeech) -> [UInt8]? { lemmas[Key(form: form, tag: tag)] }
}
