import Knowledge
import Texts

/// Words that tell of an event, as they stand in a report.
struct Trigger {
  /// The entries they match, best first; never empty.
  var entries: [EventLexicon.Entry]
  /// The form they stand in.
  var form: EventLexicon.Form
  /// Their units (see `Units`).
  var units: Range<Int>
  /// Their bytes.
  var range: TextRange
  /// The sentence they stand in.
  var sentence: Int
  /// Whether the event happened.
  var realis: Realis = .actual
  /// The time that is said of it, as an index into `ReportMentions.times`.
  var time: Int?
  /// How far that time stands, in words; clause marks and verbs between count more.
  var timeCost = Int.max
  /// A verb in the passive, or a participle followed by `by`.
  var isPassive = false
  /// A participle before its noun: `the kidnapped girls`.
  var isAttributive = false
  /// A noun with a definite article, or a demonstrative: `the attack`.
  var isDefinite = false
  /// Told as background of another event in the clause: `arrested over the bombing`.
  var isSubordinate = false
  /// Told as the reason of another event: `in retaliation for the killing`.
  var isCause = false
  /// How much it counts towards the main event: place in the report times plainness.
  var weight = 0.0
  /// Its place among the report's triggers.
  var index = 0

  /// The entry that decides.
  var entry: EventLexicon.Entry { entries[0] }
  /// PLOVER's type.
  var type: String { entry.type }
  /// Whether the words are used as a verb.
  var isVerb: Bool { entry.isVerb }
}

/// Words for a means or a kind of attacker.
struct WeaponMention {
  let entry: EventLexicon.Entry
  let range: TextRange
  let sentence: Int
  let units: Range<Int>
}

/// A verb that lends an event noun its subject.
struct SupportVerb {
  let form: EventLexicon.Form
  let units: Range<Int>
  let sentence: Int
}
