/// A half-open range of UTF-8 bytes in a report as published.
///
/// Eight bytes. Texts are shorter than 4 GiB; a longer offset is a programming
/// error and traps.
public struct TextRange: Hashable, Sendable, Comparable {
  private var lower: UInt32
  private var upper: UInt32

  /// Creates the range from `start` to just before `end`, in bytes; `start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a range ends before it starts")
    lower = UInt32(start)
    upper = UInt32(end)
  }

  /// The first byte.
  public var start: Int { Int(lower) }
  /// One past the last byte.
  public var end: Int { Int(upper) }
  /// The length in bytes.
  public var count: Int { Int(upper - lower) }
  /// Whether the range holds no byte.
  public var isEmpty: Bool { lower == upper }

  /// Whether `other` lies wholly inside this range.
  public func contains(_ other: TextRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether the byte at `offset` lies inside this range.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two ranges have a byte in common.
  public func overlaps(_ other: TextRange) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// The bytes the two ranges have in common, nil when there are none.
  public func intersection(_ other: TextRange) -> TextRange? {
    overlaps(other) ? TextRange(max(start, other.start), min(end, other.end)) : nil
  }

  /// The smallest range that holds both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }

  /// Orders by start, then by end.
  public static func < (a: TextRange, b: TextRange) -> Bool {
    (a.lower, a.upper) < (b.lower, b.upper)
  }
}
