import Claims
public import Dossiers
import Mentions
import Texts

extension ReadingRecord {
  /// The ledger of a report: who says what, every figure, every event.
  ///
  /// Keys that a dossier has too mean the same; actors and places are ids of the record's
  /// `mentions`. What is not known is left out.
  public struct LedgerEntry: Codable, Hashable, Sendable {
    /// Claims, in order of their first words.
    public var claims: [ClaimEntry]
    /// Figures, in order.
    public var tolls: [TollEntry]
    /// Events, in order of their first words.
    public var events: [EventEntry]
    /// Id of the event that the report is about.
    public var mainEvent: String?
  }

  /// A claim.
  public struct ClaimEntry: Codable, Hashable, Sendable {
    /// `claim1`, `claim2` …, unique in the reading.
    public var id: String
    /// The words that name who says it.
    public var source: Dossier.Span?
    /// The words that mark the saying.
    public var cue: Dossier.Span?
    /// The words said, in pieces.
    public var content: [Dossier.Span]
    /// Id of the actor who says it.
    public var speaker: String?
    /// Ids of actors between outlet and speaker, outermost first.
    public var chain: [String]
    /// What the claim does, as in `denies`.
    public var stance: String
    /// The hedging words.
    public var hedge: Dossier.Span?
    /// `did not deny`, `no group claimed`.
    public var negated: Bool
    /// Ids of tolls, claims and events that the content speaks of; a denial's claims are those
    /// that it denies.
    public var about: [String]
  }

  /// A figure of people harmed.
  public struct TollEntry: Codable, Hashable, Sendable {
    /// `toll1`, `toll2` …, unique in the reading.
    public var id: String
    /// Id of the event.
    public var event: String
    /// One of `killed`, `wounded` and so on.
    public var kind: String
    /// The lowest number meant.
    public var low: Int
    /// The highest; left out when open.
    public var high: Int?
    /// Whether it is about so many.
    public var approximate: Bool
    /// Who they are, as in `civilian`.
    public var category: String
    /// What it counts.
    public var scope: ScopeEntry
    /// Id of the actor who gives it; left out when the report says it itself.
    public var claimant: String?
    /// Id of the claim it stands in; left out when the report says it itself.
    public var claim: String?
    /// The words.
    public var span: Dossier.Span
  }

  /// What a figure counts, where stated.
  public struct ScopeEntry: Codable, Hashable, Sendable {
    /// Id of the actor whose people they are.
    public var side: String?
    /// Id of the place.
    public var place: String?
    /// The words that say since when.
    public var since: Dossier.Span?
    /// Id of the figure of which it is a part.
    public var partOf: String?
  }

  /// An event.
  public struct EventEntry: Codable, Hashable, Sendable {
    /// `event1`, `event2` …, unique in the reading.
    public var id: String
    /// PLOVER's type, as in `ASSAULT`.
    public var type: String
    /// The mode, as in `aerial`.
    public var mode: String?
    /// When.
    public var date: Dossier.DateRange?
    /// Ids of places, most specific first.
    public var places: [String]
    /// Ids of actors.
    public var perpetrators: [String]
    /// Ids of actors.
    public var targets: [String]
    /// Words for weapons.
    public var weapons: [Dossier.Span]
    /// One of `actual`, `past` and so on.
    public var realis: String
    /// `main` for the event that the report is about, `cause` for another's reason.
    public var relation: String?
    /// The words that tell of it.
    public var mentions: [Dossier.Span]
    /// The words that fill its roles.
    public var arguments: [ArgumentEntry]
  }

  /// Words that fill a role of an event.
  public struct ArgumentEntry: Codable, Hashable, Sendable {
    /// `perpetrator`, `target`, `weapon`, `place` or `time`.
    public var role: String
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// As written.
    public var text: String
    /// The head of the words.
    public var head: Dossier.Span
    /// Id of the actor that they stand for.
    public var actor: String?
    /// Index among the event's `mentions` of the words that they belong to.
    public var mention: Int
  }
}

extension ReadingRecord.LedgerEntry {
  /// `span` gives a stretch in code points with its words.
  init(_ ledger: ReportClaims, span: (TextRange) -> Dossier.Span) {
    claims = ledger.claims.enumerated().map { index, claim in
      ReadingRecord.ClaimEntry(
        id: LedgerKind.claim.id(index), source: claim.source.map(span), cue: claim.cue.map(span),
        content: claim.content.map(span), speaker: claim.speaker.map(MentionKind.actor.id),
        chain: claim.chain.map(MentionKind.actor.id), stance: claim.stance.rawValue,
        hedge: claim.hedge.map(span), negated: claim.isNegated,
        about: claim.about)
    }
    tolls = ledger.tolls.enumerated().map { index, toll in
      ReadingRecord.TollEntry(
        id: LedgerKind.toll.id(index), event: LedgerKind.event.id(toll.event),
        kind: toll.kind.rawValue, low: toll.low, high: toll.high, approximate: toll.isApproximate,
        category: toll.category.rawValue,
        scope: ReadingRecord.ScopeEntry(
          side: toll.scope.side.map(MentionKind.actor.id),
          place: toll.scope.place.map(MentionKind.place.id), since: toll.scope.since.map(span),
          partOf: toll.scope.partOf.map(LedgerKind.toll.id)),
        claimant: toll.claimant.map(MentionKind.actor.id),
        claim: toll.claim.map(LedgerKind.claim.id), span: span(toll.span))
    }
    events = ledger.events.enumerated().map { index, event in
      Self.entry(
        event, id: LedgerKind.event.id(index), relation: ledger.relation(ofEvent: index),
        span: span)
    }
    mainEvent = ledger.mainEvent.map(LedgerKind.event.id)
  }

  private static func entry(
    _ event: ReportedEvent, id: String, relation: String?, span: (TextRange) -> Dossier.Span
  ) -> ReadingRecord.EventEntry {
    ReadingRecord.EventEntry(
      id: id, type: event.type, mode: event.mode,
      date: event.date.map {
        Dossier.DateRange(
          earliest: "\($0.earliest)", latest: "\($0.latest)", precision: $0.precision.rawValue)
      },
      places: event.places.map(MentionKind.place.id),
      perpetrators: event.perpetrators.map(MentionKind.actor.id),
      targets: event.targets.map(MentionKind.actor.id), weapons: event.weapons.map(span),
      realis: event.realis.rawValue, relation: relation, mentions: event.mentions.map(span),
      arguments: event.arguments.map { argument in
        let words = span(argument.range)
        return ReadingRecord.ArgumentEntry(
          role: argument.role.rawValue, start: words.start, end: words.end, text: words.text,
          head: span(argument.head), actor: argument.actor.map(MentionKind.actor.id),
          mention: argument.mention)
      })
  }
}
