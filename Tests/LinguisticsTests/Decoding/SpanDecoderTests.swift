import TestSupport
import Testing

@testable import Linguistics

/// Viterbi's algorithm beside all rows of labels there are.
@Suite struct SpanDecoderTests {
  /// Every allowed row of labels.
  private func rows(_ count: Int, kinds: Int) -> [[UInt8]] {
    var rows: [[UInt8]] = [[]]
    for _ in 0..<count {
      rows = rows.flatMap { row in
        (0...UInt8(2 * kinds)).compactMap { label in
          if label > 0, label % 2 == 0 {
            guard let last = row.last, last == label || last == label - 1 else { return nil }
          }
          return row + [label]
        }
      }
    }
    return rows
  }

  @Test(arguments: [1, 2, 3], 0..<12)
  func findsTheBestRow(kinds: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int(seed % 4) + 1
    let labels = 2 * kinds + 1
    let stride = labels + Int(seed % 3)
    let first = Int(seed % 2)
    let scores = (0..<first + count * stride).map { _ in Float.random(in: -4...4, using: &random) }
    let transitions =
      seed % 2 == 0
      ? [] : (0..<(labels + 1) * labels).map { _ in Float.random(in: -3...3, using: &random) }
    func sum(_ row: [UInt8]) -> Float {
      var sum: Float = 0
      var before = 0
      for (place, label) in row.enumerated() {
        sum += scores[first + place * stride + Int(label)]
        if !transitions.isEmpty { sum += transitions[before * labels + Int(label)] }
        before = Int(label) + 1
      }
      return sum
    }
    let decoder = SpanDecoder(kinds: kinds, transitions: transitions)
    let path = decoder.path(in: scores, first: first, stride: stride, count: count)
    let best = rows(count, kinds: kinds).max { sum($0) < sum($1) } ?? []
    #expect(path == best)
    let spans = decoder.spans(in: scores, first: first, stride: stride, count: count)
    #expect(spans == decoder.spans(best))
  }

  @Test func writesSpansDown() {
    let spans = SpanDecoder(kinds: 2).spans([0, 1, 2, 1, 3, 4, 0, 3])
    #expect(spans.map(\.kind) == [0, 0, 1, 1])
    #expect(spans.map(\.range) == [1..<3, 3..<4, 4..<6, 7..<8])
  }

  @Test func nothingHasNoSpans() {
    #expect(SpanDecoder(kinds: 1).spans(in: [], stride: 3, count: 0).isEmpty)
    #expect(SpanDecoder(kinds: 0).path(in: [1, 2], stride: 1, count: 2) == [0, 0])
  }

  @Test func survivesNumbersThatAreNone() {
    let scores = [Float](repeating: .nan, count: 30)
    #expect(SpanDecoder(kinds: 2).path(in: scores, stride: 5, count: 6).count == 6)
  }
}
