// Who took words from whom.
extension Dossier {
  /// Words that one report took, or that two share and nothing tells who took them.
  public struct LineageEdge: Codable, Hashable, Sendable {
    /// Id of the report that they come from, or of the origin that is none of the reports.
    public var from: String
    /// Id of the report that took them.
    public var to: String
    /// `copy`, or `version` between versions of one outlet's report.
    public var kind: String
    /// How many words match exactly.
    public var words: Int
    /// `time`, `credit`, `containment`, `additions`; `unknown` where nothing tells, and then
    /// between two reports `from` and `to` are only the order given.
    public var evidence: String
    /// Ids of the passages.
    public var passages: [String]
    /// Ids of other reports that the words could come from just as well.
    public var others: [String]

    /// Creates an edge.
    public init(
      from: String, to: String, kind: String, words: Int, evidence: String, passages: [String],
      others: [String] = []
    ) {
      self.from = from
      self.to = to
      self.kind = kind
      self.words = words
      self.evidence = evidence
      self.passages = passages
      self.others = others
    }
  }
}
