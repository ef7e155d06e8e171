import Linguistics
import Texts

/// A noun phrase as coreference sees it: its words, and what it can mean.
struct NounPhrase {
  /// What a phrase is by its head and determiner.
  enum Form: Int, CaseIterable {
    case name, definite, demonstrative, possessed, bare, indefinite, quantified
    case heOrShe, it, they, first, second, reflexive, otherPronoun

    /// Whether the head is a pronoun.
    var isPronoun: Bool { rawValue >= Form.heOrShe.rawValue }
  }
  enum Gender: Int { case unknown, male, female, person, thing }
  enum Count: Int { case unknown, one, several }
  /// What the phrase does in its clause.
  enum Role: Int, CaseIterable {
    case subject, object, possessor, oblique, modifier, predicate, other
  }

  /// The tokens, without what introduces or coordinates the phrase.
  var tokens: Range<Int>
  /// The token that the others hang on.
  let head: Int
  let form: Form
  let role: Role
  var gender = Gender.unknown
  var count = Count.unknown
  /// The kind of the name that the head belongs to.
  var kind: Name.Kind?
  let sentence: Int
  /// The lemma of the head.
  let headWord: Word
  /// Lemmas of the head's name or compound and of adjectives and numbers, the head among them.
  var words: [Word]
  /// Every word without determiner, folded.
  var spelling: [Word]
  /// The innermost quotation.
  var quotation: Int?
  /// Index of the phrase of which this one is a part.
  var outer: Int?
}
