import Texts

/// A passage before its origin is known.
public struct SharedPassage: Hashable, Sendable, Comparable {
  /// The side with the lower report index.
  public let a: Passage.Side
  /// The other side.
  public let b: Passage.Side
  /// Why the words are shared.
  public let kind: Passage.Kind
  /// How many words match exactly.
  public let matchedWords: Int
  /// How alike the two sides are when they say the same in other words, as a mean cosine; nil
  /// when the words themselves match.
  public internal(set) var similarity: Float?

  /// Whether the words were taken over from one report to another.
  var isTaken: Bool { kind == .copy || kind == .version }

  /// Orders by report a, range a, report b, range b.
  public static func < (a: SharedPassage, b: SharedPassage) -> Bool {
    (a.a.report, a.a.range, a.b.report, a.b.range) < (b.a.report, b.a.range, b.b.report, b.b.range)
  }
}
