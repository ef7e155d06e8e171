public import Texts

/// Words of a new report that stand in an earlier one too.
public struct ArchivePassage: Hashable, Sendable {
  /// Why they stand in both.
  public enum Kind: String, Sendable {
    /// Taken over.
    case copy
    /// A public statement, quoted by both.
    case quote
    /// Furniture of an outlet or agency.
    case boilerplate
    /// A form filled in anew: the same words around other numbers.
    case template
    /// Two versions of one outlet's report.
    case version
    /// Stock phrases and names: too little to say that anything was taken.
    case commonplace

    /// Whether the words were taken over from one report to another.
    public var isTaken: Bool { self == .copy || self == .version }
  }

  /// Which of the two took the words; said of passages that are taken.
  public enum Direction: String, Sendable {
    /// The new report.
    case toNew = "to-new"
    /// The report that was added before: the new one is older.
    case toEarlier = "to-earlier"
    /// Nothing says which.
    case unknown
  }

  /// What a direction rests on.
  public enum Evidence: String, Sendable {
    /// One was published more than a quarter of an hour before the other.
    case time
    /// The new report credits the other's outlet.
    case credit
    /// One is contained in the other, which has much more: a text cut short.
    case containment
    /// Nothing.
    case none
  }

  /// A place in a report, in bytes and in code points of its text.
  public struct Place: Hashable, Sendable {
    /// The number of the report in the index, from 0.
    public let report: Int
    /// The bytes.
    public let range: TextRange
    /// The code points.
    public let points: Range<Int>
  }

  /// The words in the new report.
  public let new: Place
  /// The words in the earlier report that is the likeliest to have been copied from.
  public let earlier: Place
  /// Where the words stood first, as far as the index goes back; nil for what is not taken over.
  public let origin: Place?
  /// Why they stand in both.
  public let kind: Kind
  /// Which report took the words.
  public let direction: Direction
  /// What the direction rests on.
  public let evidence: Evidence
  /// How many words match exactly.
  public let matchedWords: Int
  /// How many words the stretch has, in the report where it is longer.
  public let words: Int
}
