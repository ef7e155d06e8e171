public import Mentions

/// The actors of several reports, joined.
public struct ActorJoin: Sendable {
  /// Joined actors, in order of first mention.
  public let actors: [JoinedActor]
  /// For each report, the joined index of each of its actors.
  public let index: [[Int]]

  /// Creates a join.
  public init(actors: [JoinedActor], index: [[Int]]) {
    self.actors = actors
    self.index = index
  }
}

/// One actor as several reports know it.
public struct JoinedActor: Hashable, Sendable {
  /// The known name, or the fullest that a report gives.
  public var name: String
  /// Every other form, longest first.
  public var aliases: [String]
  /// What kind of actor it is.
  public var kind: ActorKind
  /// ISO 3166-1 alpha-2 code.
  public var country: String?
  /// Joined indexes of actors that it belongs to or speaks for.
  public var memberOf: [Int]
  /// The actors of single reports that it joins (indexes into `ReportMentions.actors`).
  public var members: [ReportItem]

  /// Creates a joined actor.
  public init(
    name: String, aliases: [String], kind: ActorKind, country: String?, memberOf: [Int],
    members: [ReportItem]
  ) {
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.country = country
    self.memberOf = memberOf
    self.members = members
  }
}
