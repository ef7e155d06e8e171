import TestSupport
import Testing

@testable import TextReuse

@Suite struct WinnowerTests {
  private func winnowed(_ words: [UInt32]) -> (hashes: [UInt32], positions: [Int]) {
    let column = Column<UInt32>()
    column.append(words)
    let winnower = Winnower()
    winnower.winnow(column.values)
    return (
      (0..<winnower.hashes.count).map { winnower.hashes[$0] },
      (0..<winnower.positions.count).map { Int(winnower.positions[$0]) }
    )
  }

  /// Every run is least in a window of its own, so each of the window 1 is one.
  private func allRuns(_ words: [UInt32]) -> [UInt32] {
    guard words.count >= Winnower.length else { return [] }
    return (0...words.count - Winnower.length).map { start in
      winnowed(Array(words[start..<start + Winnower.length])).hashes[0]
    }
  }

  /// Undoes the multiplication that spreads the hashes: they are chosen by what was there before.
  private func order(_ hash: UInt32) -> UInt32 {
    // The inverse modulo 2³², by Newton's steps.
    var inverse: UInt32 = 1
    for _ in 0..<5 { inverse = inverse &* (2 &- inverse &* 0x9E37_79B1) }
    return hash &* inverse
  }

  @Test(arguments: [0, 3, 4, 5, 6, 11, 59, 60, 61, 200, 517])
  func theLeastOfEveryWindowIsKept(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    // Few different words, so that runs repeat.
    for most in [1, 3, 1_000_000] as [UInt32] {
      let words = (0..<count).map { _ in UInt32.random(in: 0..<most, using: &random) }
      let runs = allRuns(words)
      let found = winnowed(words)
      let window = count < Winnower.shortCount ? Winnower.shortWindow : Winnower.window
      var expected: Set<Int> = []
      for start in 0..<max(runs.count - min(window, runs.count) + 1, 0) where !runs.isEmpty {
        let inside = start..<start + min(window, runs.count)
        let least = inside.map { order(runs[$0]) }.min()
        expected.formUnion(inside.filter { order(runs[$0]) == least })
      }
      #expect(found.positions == expected.sorted())
      #expect(found.hashes == found.positions.map { runs[$0] })
    }
  }
}
