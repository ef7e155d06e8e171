import Linguistics
import Texts

/// What comparing two phrases mostly needs of each, without its words.
struct PhraseSketch {
  let form: NounPhrase.Form
  let role: NounPhrase.Role
  let gender: NounPhrase.Gender
  let count: NounPhrase.Count
  let kind: Name.Kind?
  let sentence: Int
  let headWord: Word
  let quotation: Int?
  let outer: Int?
  /// A bit for each word: phrases without a common bit have no word in common.
  let mask: UInt64
  /// Equal for phrases that are written alike.
  let spelling: UInt64
  /// Whether there is a word besides the head.
  let hasModifiers: Bool

  init(_ phrase: NounPhrase) {
    form = phrase.form
    role = phrase.role
    gender = phrase.gender
    count = phrase.count
    kind = phrase.kind
    sentence = phrase.sentence
    headWord = phrase.headWord
    quotation = phrase.quotation
    outer = phrase.outer
    mask = phrase.words.reduce(0) { $0 | 1 << ($1.hash >> 58) }
    spelling = phrase.spelling.reduce(UInt64(phrase.spelling.count)) { hash, word in
      (hash ^ word.hash) &* 0x9E37_79B9_7F4A_7C15
    }
    hasModifiers = phrase.words.contains { $0 != phrase.headWord }
  }
}
