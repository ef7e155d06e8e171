/// Who took words from whom among the reports of one story.
///
/// A graph without cycles: no report is its own ancestor. Each word that a report took hangs
/// on one edge, the one it most likely came by; `Edge.others` names reports that fit as well.
/// Edges between reports whose direction nothing tells are in it too, marked `unknown`.
public struct Lineage: Hashable, Sendable {
  /// Where words come from.
  public enum Node: Hashable, Sendable {
    /// A report, by its index.
    case report(Int)
    /// A source that is none of the reports, by its index in `wires`.
    case wire(Int)
  }

  /// What shows in which direction words went.
  public enum Evidence: String, Sendable, CaseIterable {
    /// The source was published earlier.
    case time
    /// The taker's credit line names the source.
    case credit
    /// The taker is the source cut short: all of it stands there, and only the end is missing.
    case containment
    /// Both have words of their own that the other lacks, so neither was the other's source.
    case additions
    /// Nothing: of an edge between reports, `from` and `to` are only the order given.
    case unknown
  }

  /// A source that several reports took from and none of them is.
  public struct Wire: Hashable, Sendable {
    /// The agency that the takers credit; nil when none does.
    public let agency: String?
    /// Indexes of the takers, in order.
    public let reports: [Int]
    /// Index into `ReuseResult.origins`.
    public let origin: Int
  }

  /// Words that one report took.
  public struct Edge: Hashable, Sendable {
    /// Where they come from.
    public let from: Node
    /// Index of the report that took them.
    public let to: Int
    /// `copy`, or `version` between two versions of one outlet's report.
    public let kind: Passage.Kind
    /// How many words match exactly.
    public let words: Int
    /// What shows it.
    public let evidence: Evidence
    /// Indexes of the passages that it rests on, in order.
    public let passages: [Int]
    /// Indexes of other reports that the words could come from just as well, in order.
    public let others: [Int]

    /// Whether the direction is known.
    public var isDirected: Bool {
      if case .wire = from { true } else { evidence != .unknown }
    }
  }

  /// Sources that are none of the reports, in an order that does not depend on the reports'.
  public let wires: [Wire]
  /// Edges, ordered by taker, then reports before wires.
  public let edges: [Edge]

  /// Creates a lineage.
  public init(wires: [Wire] = [], edges: [Edge] = []) {
    self.wires = wires
    self.edges = edges
  }
}
