public import Texts

/// The sentences of one report, each with a vector of length 1 that stands for what it says.
///
/// Whoever read the report gives them; here nothing is known of how they came about. Without
/// them only words are compared.
public struct ReportSentences: Sendable {
  /// The sentences, in order, without overlap.
  public let ranges: [TextRange]
  /// The numbers of a vector; only vectors of equal width are compared.
  public let width: Int
  /// The vectors in blocks of eight numbers, the last of each filled up with zeros.
  private let blocks: [SIMD8<Float>]

  /// No sentences.
  public init() { self.init(ranges: [], width: 0, vectors: []) }

  /// Creates them from the numbers of their vectors, sentence by sentence.
  ///
  /// - Precondition: `vectors` has `width` numbers for each of `ranges`.
  public init(ranges: [TextRange], width: Int, vectors: [Float]) {
    precondition(vectors.count == ranges.count * width, "a vector for each sentence")
    self.ranges = ranges
    self.width = width
    var blocks: [SIMD8<Float>] = []
    blocks.reserveCapacity(ranges.count * ((width + 7) / 8))
    for sentence in ranges.indices {
      for first in stride(from: 0, to: width, by: 8) {
        var block = SIMD8<Float>()
        for lane in 0..<min(8, width - first) {
          block[lane] = vectors[sentence * width + first + lane]
        }
        blocks.append(block)
      }
    }
    self.blocks = blocks
  }

  /// Whether there are none, so that only words can be compared.
  public var isEmpty: Bool { ranges.isEmpty || width == 0 }

  /// The cosine of the vectors of sentence `a` and sentence `b` of `other`, -1 to 1.
  ///
  /// The sums are taken in one order, so it has the same bits everywhere.
  func cosine(_ a: Int, _ b: Int, of other: ReportSentences) -> Float {
    let count = (width + 7) / 8
    var sums = SIMD8<Float>()
    for block in 0..<count { sums += blocks[a * count + block] * other.blocks[b * count + block] }
    let halves = sums.lowHalf + sums.highHalf
    let quarters = halves.lowHalf + halves.highHalf
    return quarters[0] + quarters[1]
  }
}
