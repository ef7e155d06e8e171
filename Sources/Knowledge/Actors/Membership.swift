public import Texts

/// That one actor belongs, or belonged, to another.
public struct Membership: Hashable, Sendable {
  /// How it belongs to it.
  public enum Relation: UInt8, CaseIterable, Sendable {
    /// An organ or unit of it.
    case part
    /// A member, as states are of an alliance of states.
    case member
    /// A group that joined it and went up in it.
    case joined
    /// A group that forms it with others.
    case alliance
    /// A faction that acts by itself for a time.
    case faction
    /// A group that broke away from it, and so belongs to it no more.
    case splinter
    /// A party or force that governs or serves with it.
    case service
  }

  /// The actor that it belongs to, an index into the table.
  public let owner: Int
  /// How it belongs to it.
  public let relation: Relation
  /// The first day; nil when the source names none.
  public let from: CalendarDate?
  /// The last day; nil when it lasts or the source names none.
  public let until: CalendarDate?
  /// Which source says so.
  public let origin: ActorOrigin

  /// Whether it holds on a day; a date that no source names bounds nothing.
  public func holds(on day: CalendarDate) -> Bool {
    if relation == .splinter { return false }
    if let from, day < from { return false }
    if let until, until < day { return false }
    return true
  }
}

/// Which source a row of the table of actors comes from.
public enum ActorOrigin: UInt8, CaseIterable, Sendable {
  /// The project's own lists.
  case own
  /// UCDP Actor Dataset 22.1, Uppsala University (CC BY 4.0).
  case ucdp
  /// Phoenix dictionaries of the Open Event Data Alliance (MIT).
  case phoenix
  /// The World Factbook (CC0).
  case factbook
}
