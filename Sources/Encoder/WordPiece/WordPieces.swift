public import Texts

/// The word pieces of a text, in order: their ids and where each stands.
///
/// A struct of arrays of equal length. One value serves many texts: `removeAll` keeps the
/// memory. There is no `[CLS]` or `[SEP]` in it and it is never cut off; whoever makes a
/// batch adds and cuts.
public struct WordPieces: Sendable {
  /// The number of each piece in the vocabulary.
  public private(set) var ids: [Int32] = []
  /// The UTF-8 bytes of each piece in the text as published, on scalar boundaries.
  ///
  /// From the first to the last scalar that left something in the piece: a mark dropped
  /// between them lies inside, one dropped behind them does not. Starts and ends never
  /// decrease; pieces overlap only where one scalar became several (a Hangul syllable cut
  /// between its jamo), and then both have the whole scalar. Never empty.
  public private(set) var ranges: [TextRange] = []
  /// Whether each piece continues the word of the piece before it.
  public private(set) var isContinuation: [Bool] = []

  /// No pieces.
  public init() {}

  /// The number of pieces.
  public var count: Int { ids.count }

  /// Whether there is no piece.
  public var isEmpty: Bool { ids.isEmpty }

  /// Makes room for `capacity` pieces; a text in English has about one piece in 5 bytes.
  public mutating func reserveCapacity(_ capacity: Int) {
    ids.reserveCapacity(capacity)
    ranges.reserveCapacity(capacity)
    isContinuation.reserveCapacity(capacity)
  }

  /// Removes all pieces and keeps the memory.
  public mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    isContinuation.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func append(_ id: Int32, _ range: TextRange, isContinuation continues: Bool) {
    ids.append(id)
    ranges.append(range)
    isContinuation.append(continues)
  }

  /// Removes the pieces from number `count` on.
  mutating func cut(to count: Int) {
    ids.removeSubrange(count...)
    ranges.removeSubrange(count...)
    isContinuation.removeSubrange(count...)
  }
}
