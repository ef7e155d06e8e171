import Knowledge
import Texts

/// An actor while a report is being read.
struct ActorDraft {
  var kind: ActorKind
  var knownActor: Int?
  var country: String?
  var memberOf: Int?
  /// The fullest name so far, as words of the text; nil for the unnamed.
  var name: Range<Int>?
  /// Words of the fullest name, particles left out.
  var key: [Word] = []
  /// Every word of every name used, for short forms.
  var nameWords: Set<Word> = []
  /// Words of titles, roles and apposed nouns.
  var titles: Set<Word> = []
  /// Offices that one person holds.
  var offices: Set<[Word]> = []
  /// The institution, when it is one whose country is not known.
  var institution: Int?
  /// The head noun and modifiers, of the unnamed.
  var nominal: [Word] = []
  var isPlural = false
  var gender: Forenames.Gender?
  /// The word index of the latest mention.
  var lastMention = 0
  /// Forms used, as word ranges, names first seen first.
  var forms: [Range<Int>] = []

  init(kind: ActorKind) { self.kind = kind }

  /// Whether it can be taken up by `he` or `she`.
  func agrees(with gender: Forenames.Gender) -> Bool {
    guard kind == .person || (kind == .unnamed && !isPlural) else { return false }
    guard let own = self.gender, own != .either, gender != .either else { return true }
    return own == gender
  }
}
