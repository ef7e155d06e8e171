/// A layer of a reading that forms show or leave out.
public enum ReadingLayer: String, CaseIterable, Sendable {
  /// Tokens, parts of speech, lemmas, dependencies.
  case syntax
  /// Names by kind.
  case names
  /// Quotations and who says what.
  case attributions
  /// Actors, places, times and quantities.
  case mentions
  /// The ledger: claims, tolls and events.
  case claims

  /// What forms show when nothing is asked for.
  public static let standard: Set<ReadingLayer> = [.syntax, .names, .attributions]
}
