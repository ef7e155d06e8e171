import TestSupport
import Testing

@testable import Linguistics

/// Trees beside all trees there are.
@Suite struct SpanningTreeTests {
  private func isTree(_ heads: [Int?]) -> Bool {
    guard heads.count(where: { $0 == nil }) == 1 else { return false }
    return heads.indices.allSatisfy { word in
      var node: Int? = word
      for _ in 0...heads.count {
        guard let current = node else { return true }
        node = heads[current]
      }
      return false
    }
  }

  private func sum(_ heads: [Int?], _ scores: [Float]) -> Double {
    heads.enumerated().reduce(0) { sum, arc in
      let head = arc.element.map { $0 + 1 } ?? 0
      return sum + Double(scores[arc.offset * (heads.count + 1) + head])
    }
  }

  private func allHeads(_ count: Int) -> [[Int?]] {
    var all: [[Int?]] = [[]]
    for word in 0..<count {
      let heads: [Int?] = [nil] + (0..<count).filter { $0 != word }
      all = all.flatMap { some in heads.map { some + [$0] } }
    }
    return all.filter { isTree($0) }
  }

  private func randomScores(_ count: Int, _ random: inout SplitMix64) -> [Float] {
    // Some likely roots and some likely cycles.
    (0..<count * (count + 1)).map { place in
      let isRoot = place % (count + 1) == 0
      return Float.random(in: isRoot ? -2...5 : -4...4, using: &random)
    }
  }

  @Test(arguments: 1...6)
  func findsTheBestTree(count: Int) {
    let trees = allHeads(count)
    var random = SplitMix64(seed: UInt64(count))
    for _ in 0..<(count < 6 ? 25 : 6) {
      let scores = randomScores(count, &random)
      let tree = SpanningTree(count: count, scores: scores)
      let found = tree.heads()
      #expect(isTree(found))
      let best = trees.map { sum($0, scores) }.max() ?? 0
      #expect((sum(found, scores) - best).magnitude < 1e-4, "\(scores)")
    }
  }

  @Test(arguments: [0, 30, 120])
  func isATreeWhateverTheScores(count: Int) {
    var random = SplitMix64(seed: 9)
    let odd: [Float] = [.nan, .infinity, -.infinity, 0, -3, 1e30]
    for isOdd in [false, true] {
      let scores =
        isOdd
        ? (0..<count * (count + 1)).map { _ in odd.randomElement(using: &random) ?? 0 }
        : randomScores(count, &random)
      let tree = SpanningTree(count: count, scores: scores)
      let found = tree.heads()
      #expect(count == 0 ? found.isEmpty : isTree(found))
    }
  }

  @Test func breaksACycleWhereItCostsLeast() {
    // Words 0 and 1 love each other; the root would rather have 1.
    let tree = SpanningTree(count: 2, scores: [1, 0, 9, 2, 9, 0])
    #expect(tree.heads() == [1, nil])
  }
}
