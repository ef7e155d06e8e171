public import Claims
public import Mentions

/// The events of several reports, joined.
public struct EventJoin: Sendable {
  /// Joined events; the main one first, when there is one.
  public let events: [JoinedEvent]
  /// Index of the event that the reports are about.
  public let mainEvent: Int?
  /// For each report, the joined index of each of its events.
  public let index: [[Int]]

  /// Creates a join.
  public init(events: [JoinedEvent], mainEvent: Int?, index: [[Int]]) {
    self.events = events
    self.mainEvent = mainEvent
    self.index = index
  }
}

/// One event as several reports tell it.
public struct JoinedEvent: Sendable {
  /// How an event stands to the main one (`DOSSIER.md`).
  public enum Relation: String, Sendable {
    case main, part, cause, response
    case earlierSameKind = "earlier-same-kind"
    case context
  }

  /// PLOVER's type.
  public var type: String
  /// The mode; nil when not said.
  public var mode: String?
  /// When; nil when no report says.
  public var date: DateInterval?
  /// Places, best first (indexes into `ReportMentions.places`).
  public var places: [ReportItem]
  /// Who did it (indexes into `ReportMentions.actors`).
  public var perpetrators: [ReportItem]
  /// Whom it was done to.
  public var targets: [ReportItem]
  /// Whether it happened.
  public var realis: Realis
  /// How it stands to the main event.
  public var relation: Relation
  /// The events of single reports that it joins (indexes into `ReportClaims.events`).
  public var members: [ReportItem]

  /// Creates a joined event.
  public init(
    type: String, mode: String?, date: DateInterval?, places: [ReportItem],
    perpetrators: [ReportItem], targets: [ReportItem], realis: Realis, relation: Relation,
    members: [ReportItem]
  ) {
    self.type = type
    self.mode = mode
    self.date = date
    self.places = places
    self.perpetrators = perpetrators
    self.targets = targets
    self.realis = realis
    self.relation = relation
    self.members = members
  }
}
