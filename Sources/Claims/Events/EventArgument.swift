public import Texts

/// Words that fill a role of an event: who did it, to whom, with what.
public struct EventArgument: Hashable, Sendable {
  /// What they are in the event.
  public enum Role: String, Sendable, CaseIterable {
    /// Who or what did it.
    case perpetrator
    /// Whom or what it was done to.
    case target
    /// With what.
    case weapon
    /// Where.
    case place
    /// When.
    case time
  }

  /// What they are in the event.
  public let role: Role
  /// The whole phrase, with what modifies it: `three officers of the border police`.
  public let range: TextRange
  /// Its head: `officers`.
  public let head: TextRange
  /// Index into `ReportMentions.actors` of whom the head stands for, when it is an actor.
  public let actor: Int?
  /// Index into the event's `mentions` of the trigger that it belongs to.
  public let mention: Int

  /// Creates an argument.
  public init(role: Role, range: TextRange, head: TextRange, actor: Int?, mention: Int) {
    self.role = role
    self.range = range
    self.head = head
    self.actor = actor
    self.mention = mention
  }
}
