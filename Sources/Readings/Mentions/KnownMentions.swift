public import Knowledge
public import Mentions
public import Texts

/// What a report speaks of, with what the table of known actors has of those who act in it.
public struct KnownMentions: Sendable {
  /// The mentions.
  public let mentions: ReportMentions
  /// For each actor, what it belongs to by the table on the day of publication; without a day,
  /// all that it ever belonged to but what it left.
  public let memberships: [[KnownMembership]]

  /// Looks the actors up.
  public init(_ mentions: ReportMentions, actors table: ActorTable, published: CalendarDate?) {
    self.mentions = mentions
    memberships = mentions.actors.map { actor in
      guard let known = actor.knownActor else { return [] }
      let found =
        published.map { table.memberships(of: known, on: $0) }
        ?? table.memberships(of: known).filter { $0.relation != .splinter }
      return found.map { membership in
        KnownMembership(
          owner: table[membership.owner].name, relation: "\(membership.relation)",
          from: membership.from, until: membership.until, origin: "\(membership.origin)")
      }
    }
  }
}

/// That a known actor belongs to another, in words.
public struct KnownMembership: Hashable, Sendable {
  /// The other's usual English name.
  public let owner: String
  /// How it belongs to it: `part`, `member`, `joined`, `alliance`, `faction` or `service`.
  public let relation: String
  /// The first day; nil when the source names none.
  public let from: CalendarDate?
  /// The last day; nil when it lasts or the source names none.
  public let until: CalendarDate?
  /// Which source says so: `own`, `ucdp`, `phoenix` or `factbook`.
  public let origin: String
}
