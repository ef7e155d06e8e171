public import Knowledge
public import Linguistics
public import Mentions
public import Texts

/// Reads the ledger of a report: claims, tolls, events.
public struct ClaimReader: Sendable {
  private let knowledge: KnowledgeBase
  private let attributed: AttributedClaims

  /// Creates a reader with the tables to look things up in.
  public init(knowledge: KnowledgeBase, attributed: AttributedClaims) {
    self.knowledge = knowledge
    self.attributed = attributed
  }

  /// The ledger of a report.
  ///
  /// - Parameters:
  ///   - reading: the linguistic layers.
  ///   - mentions: the mentions found in it; people and things that are actors only because they
  ///     take part in an event (`worshippers`, `a border post`) are added to its actors.
  ///   - published: the day of publication, nil when unknown.
  /// - Returns: claims, tolls and events, each in order of its first byte.
  public func claims(
    in reading: Reading, mentions: inout ReportMentions, published: CalendarDate?
  ) -> ReportClaims {
    var ledger = ReportClaims()
    ledger.claims = attributed.claims(in: reading, mentions: mentions)
    let found = EventFinder(knowledge: EventKnowledge(knowledge))
      .events(in: reading, mentions: mentions, claims: ledger.claims, published: published)
    ledger.take(found, into: &mentions)
    let tolls = TollFinder(knowledge: knowledge).foundTolls(
      in: reading, mentions: mentions, claims: ledger.claims, published: published)
    let guarding = MainEventGuard(
      reading: reading, times: mentions.times, main: ledger.mainEvent.map { ledger.events[$0] })
    ledger.place(guarding.settled(tolls))
    ledger.addBereaved()
    ledger.linkClaims()
    return ledger
  }
}
