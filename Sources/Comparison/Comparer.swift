public import Knowledge
public import TextReuse

/// Lays accounts of one event side by side.
public struct Comparer: Sendable {
  private let knowledge: KnowledgeBase

  /// Creates a comparer with the tables to look names up in.
  public init(knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// The synopsis of some accounts whose shared passages are known.
  public func synopsis(of accounts: [ReportAccount], reuse: ReuseResult) -> Synopsis {
    let actors = ActorJoiner(knowledge: knowledge).join(accounts)
    let places = PlaceJoiner().join(accounts)
    let events = EventJoiner().join(accounts, actors: actors)
    let origins = ClaimOrigins(accounts: accounts, reuse: reuse, actors: actors)
    let answered = AnsweredClaims(accounts, actors: actors)
    let ledger = Ledger(
      accounts: accounts, reuse: reuse, actors: actors, places: places, events: events,
      origins: origins, answered: answered)
    return Synopsis(
      accounts: accounts, reuse: reuse, actors: actors, places: places, events: events,
      origins: origins, answered: answered, points: PointFinder(ledger).points(),
      ranges: RangeDeriver(ledger).ranges())
  }
}

/// Everything joined that points and ranges are made from.
struct Ledger {
  let accounts: [ReportAccount]
  let reuse: ReuseResult
  let actors: ActorJoin
  let places: PlaceJoin
  let events: EventJoin
  let origins: ClaimOrigins
  let answered: AnsweredClaims
}
