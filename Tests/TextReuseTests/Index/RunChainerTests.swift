import TestSupport
import Testing

@testable import TextReuse

@Suite struct RunChainerTests {
  /// The best chain that ends with each run, and the run before, one pair at a time.
  private func best(_ runs: [WordRun]) -> [(sum: Int32, link: Int)] {
    var best: [(sum: Int32, link: Int)] = []
    for (index, run) in runs.enumerated() {
      var top = (sum: run.count, link: -1)
      for other in (max(0, index - 32)..<index).reversed() {
        let before = runs[other]
        let gaps = (run.a - before.aEnd, run.b - before.bEnd)
        let overlap = max(0, -gaps.0, -gaps.1)
        let wide = max(gaps.0, gaps.1, 0)
        guard before.a < run.a, before.b < run.b, overlap < run.count, wide <= 25 else { continue }
        let cost = (wide + 3) / 4 + (abs(gaps.0 - gaps.1) + 1) / 4
        let sum = best[other].sum + run.count - overlap - cost
        if sum > top.sum { top = (sum, other) }
      }
      best.append(top)
    }
    return best
  }

  private func expected(_ runs: [WordRun], atLeast least: Int32) -> [[WordRun]] {
    let best = best(runs)
    var used = Set<Int>()
    var chains: [[WordRun]] = []
    let order = runs.indices.filter { best[$0].sum >= least }.sorted {
      (-best[$0].sum, $0) < (-best[$1].sum, $1)
    }
    for end in order where !used.contains(end) {
      var chain: [WordRun] = []
      var index = end
      while index >= 0, used.insert(index).inserted {
        chain.insert(runs[index], at: 0)
        index = best[index].link
      }
      var cut: [WordRun] = []
      for run in chain {
        let overlap = cut.last.map { max(0, $0.aEnd - run.a, $0.bEnd - run.b) } ?? 0
        guard overlap < run.count else { continue }
        cut.append(WordRun(a: run.a + overlap, b: run.b + overlap, count: run.count - overlap))
      }
      chains.append(cut)
    }
    return chains
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func chainsAreThoseOfOnePairAtATime(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let reach = Int32.random(in: 20...400, using: &random)
    let runs = (0..<Int.random(in: 0...90, using: &random)).map { _ in
      WordRun(
        a: .random(in: 0..<reach, using: &random), b: .random(in: 0..<reach, using: &random),
        count: .random(in: 2..<Int32.random(in: 3...30, using: &random), using: &random))
    }.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    var found: [[WordRun]] = []
    let chainer = RunChainer()
    for _ in 0..<2 {
      found = []
      chainer.forEachChain(of: runs, atLeast: 4) { found.append($0) }
    }
    let shown = { (run: WordRun) in "\(run.a)+\(run.b)x\(run.count)" }
    #expect(found.map { $0.map(shown) } == expected(runs, atLeast: 4).map { $0.map(shown) })
  }
}
