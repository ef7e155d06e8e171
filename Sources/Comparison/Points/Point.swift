/// Where accounts meet: one slot of the event with the values that reports give it.
public struct Point: Hashable, Sendable {
  /// What is compared (`DOSSIER.md`).
  public enum Slot: String, Sendable {
    case killed, wounded, missing, detained, abducted, displaced, place, date, perpetrator
    case target, weapon, distance, speaker, wording, other
  }

  /// How values relate; scope is compared before conflict is declared.
  public enum Relation: String, Sendable {
    case agree, refine
    case partOf = "part-of"
    case disjoint, supersede, contradict, denied
    case unknownScope = "unknown-scope"

    /// How much a reader should look at it first; a point has its strongest pair's relation.
    var strength: Int {
      switch self {
      case .agree: 0
      case .refine: 1
      case .disjoint: 2
      case .partOf: 3
      case .unknownScope: 4
      case .supersede: 5
      case .denied: 6
      case .contradict: 7
      }
    }
  }

  /// One value, with everything that supports it.
  public struct Value: Hashable, Sendable {
    /// In words.
    public var value: String
    /// Lowest number, for figures.
    public var low: Int?
    /// Highest number, for figures; nil when open.
    public var high: Int?
    /// Indexes of the reports that give it.
    public var reports: [Int] = []
    /// Joined actors who give it; empty when outlets say it themselves.
    public var claimants: [Int] = []
    /// Claims that give it.
    public var claims: [ReportItem] = []
    /// Tolls that give it.
    public var tolls: [ReportItem] = []
    /// Origins it goes back to.
    public var origins: [Int] = []
    /// The words it rests on, where neither toll nor claim gives them.
    public var evidence: [Evidence] = []

    mutating func add(
      report: Int, claimant: Int? = nil, claim: ReportItem? = nil, toll: ReportItem? = nil,
      origin: Int? = nil, evidence words: Evidence? = nil
    ) {
      func insert<Element: Comparable>(_ element: Element?, into list: inout [Element]) {
        guard let element, !list.contains(element) else { return }
        list.append(element)
        list.sort()
      }
      insert(report, into: &reports)
      insert(claimant, into: &claimants)
      insert(claim, into: &claims)
      insert(toll, into: &tolls)
      insert(origin, into: &origins)
      insert(words, into: &evidence)
    }
  }

  /// What is compared.
  public let slot: Slot
  /// How the values relate.
  public let relation: Relation
  /// What it is about, in words.
  public let subject: String
  /// The values, side by side.
  public let values: [Value]
  /// Why, with the rule's id (`design: counting rules` R1 to R19).
  public let reason: String
}
