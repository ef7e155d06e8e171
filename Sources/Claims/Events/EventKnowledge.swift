public import Knowledge

/// The tables by which events and their roles are read.
public struct EventKnowledge: Sendable {
  /// Words that tell of events.
  public let events: EventLexicon
  /// Nouns for people.
  public let roles: RoleLexicon
  /// Nouns for buildings, vehicles and gatherings.
  public let sites: SiteLexicon

  /// Creates it from its tables.
  public init(events: EventLexicon, roles: RoleLexicon, sites: SiteLexicon) {
    self.events = events
    self.roles = roles
    self.sites = sites
  }

  /// Takes what it needs of all that is known.
  public init(_ knowledge: KnowledgeBase) {
    self.init(events: knowledge.events, roles: knowledge.roles, sites: knowledge.sites)
  }
}
