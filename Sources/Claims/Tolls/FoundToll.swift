public import Mentions

/// What a figure's event is, seen from the report's main event.
public enum Setting: Hashable, Sendable {
  /// The event that the report is about.
  case main
  /// A running total: this year, since 2011, of a whole war.
  case cumulative
  /// Another event, with its days where they are told.
  case other(DateInterval?)
}

/// A figure with the decision whether it is the main event's.
public struct FoundToll: Hashable, Sendable {
  /// The figure; its event is 0 for the main event, 1 for running totals, and from 2 on one
  /// number for each other event.
  public var toll: Toll
  /// Whose figure it is.
  public var setting: Setting
}
