/// A vector of length 1 for each sentence: sentences that say the same point the same way.
public struct SentenceVectors: Hashable, Sendable {
  /// The numbers of a vector.
  public let width: Int
  /// `[sentence][width]`.
  public let values: [Float]

  /// No vectors.
  public init() { self.init(width: 0, values: []) }

  /// Creates vectors from their numbers, sentence by sentence.
  ///
  /// - Precondition: `values` has a multiple of `width` numbers.
  public init(width: Int, values: [Float]) {
    precondition(
      width == 0 ? values.isEmpty : values.count % width == 0, "a vector of another width")
    self.width = width
    self.values = values
  }

  /// The number of sentences that have a vector: all of a reading's, or none.
  public var count: Int { width == 0 ? 0 : values.count / width }
  /// Whether there are none.
  public var isEmpty: Bool { values.isEmpty }

  /// The vector of a sentence.
  public subscript(sentence: Int) -> ArraySlice<Float> {
    values[sentence * width..<(sentence + 1) * width]
  }

  /// How alike sentence `a` and sentence `b` of `other` are: the cosine of their angle, -1 to 1.
  ///
  /// The sum is taken in the order of the numbers, so it has the same bits everywhere.
  public func cosine(_ a: Int, _ b: Int, of other: SentenceVectors) -> Float {
    precondition(width == other.width, "vectors of different models")
    var sum: Float = 0
    for (x, y) in zip(self[a], other[b]) { sum += x * y }
    return sum
  }
}
