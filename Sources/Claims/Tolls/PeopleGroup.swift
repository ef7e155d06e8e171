import Mentions
import Texts

/// A stretch of a sentence that stands for people: how many, and who they are.
struct PeopleGroup {
  /// How the people are introduced.
  enum Form {
    /// With a number: `at least seven fighters`, `20 others`, `no civilians`.
    case counted
    /// One, by article, determiner or role: `a child`, `its director`.
    case single
    /// By name.
    case named
    /// `he`, `she`.
    case pronoun
    /// `civilians`
    case barePlural
    /// `the soldiers`
    case definitePlural
  }

  /// From the number or determiner through the noun or name.
  var atoms: Range<Int>
  var form: Form
  var low: Int
  var high: Int?
  var isApproximate = false
  var isAdditional = false
  /// The number is a mere article.
  var isArticle = false
  var category: Toll.Category = .unstated
  /// Whether a noun of its own says who they are.
  var hasNoun = false
  /// Whether the noun stands for no people.
  var isThing = false
  /// Whether the noun is in no table.
  var isUnknown = false
  /// `two of them`, `three of the dead`.
  var isPartitive = false
  /// The noun for harm that is counted: `12 deaths`.
  var harmNoun: Int?
  /// A deed before the noun: `two abducted girls`.
  var premodifier: Int?
  /// The noun, or the last part of a name: tells whether two phrases mean the same person.
  var key: Word = .none
  /// The words that say whose people they are.
  var owner: TextRange?

  /// Whether the phrase says that there are none.
  var isZero: Bool { low == 0 && high == 0 }
}
