import Texts

/// Runs that follow each other in both reports with small gaps: one passage, edited or not.
struct Chain: Hashable, Sendable {
  /// The runs, in order in both reports, without overlap.
  var runs: [Run]

  /// From the first to the last word in the one report.
  var stretchA: Range<Int> { (runs.first?.a ?? 0)..<(runs.last?.aEnd ?? 0) }
  /// From the first to the last word in the other.
  var stretchB: Range<Int> { (runs.first?.b ?? 0)..<(runs.last?.bEnd ?? 0) }

  /// The words that match exactly, in words of `stream`, the report of `a`.
  func matched(in stream: WordStream) -> Int {
    runs.reduce(0) { $0 + stream.size($1.stretchA) }
  }

  /// The chain without a word or two of little value of the sentence before or after.
  func trimmed(in stream: WordStream, values: [UInt8]) -> Chain {
    var chain = self
    func isLoose(_ words: Range<Int>) -> Bool { words.reduce(0) { $0 + Int(values[$1]) } <= 3 }
    for length in 1...2 {
      let stretch = chain.stretchA
      guard stretch.count > 8 else { break }
      let head = stretch.lowerBound + length
      if stream.traits[head].contains(.sentenceStart), isLoose(stretch.lowerBound..<head) {
        chain = chain.clipped(head..<stretch.upperBound)
      }
      let tail = stretch.upperBound - length
      if stream.traits[tail].contains(.sentenceStart), isLoose(tail..<stretch.upperBound) {
        chain = chain.clipped(chain.stretchA.lowerBound..<tail)
      }
    }
    return chain
  }

  /// What of the chain lies in these words of the report of `a`.
  func clipped(_ stretch: Range<Int>) -> Chain {
    Chain(
      runs: runs.compactMap { run in
        let kept = run.stretchA.clamped(to: stretch)
        guard !kept.isEmpty else { return nil }
        return Run(a: kept.lowerBound, b: run.b + kept.lowerBound - run.a, count: kept.count)
      })
  }

  /// The two parts on both sides of the widest gap; nil for a chain of one run.
  func splitAtWidestGap() -> (Chain, Chain)? {
    guard runs.count > 1 else { return nil }
    var widest = 1
    var width = -1
    for index in 1..<runs.count {
      let gap = max(runs[index].a - runs[index - 1].aEnd, runs[index].b - runs[index - 1].bEnd)
      if gap > width { (widest, width) = (index, gap) }
    }
    return (Chain(runs: Array(runs[..<widest])), Chain(runs: Array(runs[widest...])))
  }
}

/// Joins runs to the best chains: the value of the words they match less the cost of gaps.
///
/// A gap of one word, or a shift by one, costs as much as a common word gains, so a
/// chain ends where the shared words end and does not hop from name to name.
struct Chainer: Sendable {
  /// The widest gap in words.
  static let gap = 25
  /// How many runs back a run looks for one to follow.
  static let lookBack = 40

  /// Chains of `runs`, best first; each run is in one chain at most.
  ///
  /// - Complexity: O(runs · lookBack).
  static func chains(of runs: [Run], values: [UInt8]) -> [Chain] {
    var sums: [Int] = [0]
    sums.reserveCapacity(values.count + 1)
    for value in values { sums.append((sums.last ?? 0) + Int(value)) }
    var best = [Int](repeating: 0, count: runs.count)
    var previous = [Int](repeating: -1, count: runs.count)
    for index in runs.indices {
      let run = runs[index]
      best[index] = sums[run.aEnd] - sums[run.a]
      var other = index - 1
      while other >= 0 && other >= index - lookBack {
        let before = runs[other]
        let overlap = max(0, before.aEnd - run.a, before.bEnd - run.b)
        if before.a < run.a && before.b < run.b && overlap < run.count {
          let gapA = run.a + overlap - before.aEnd
          let gapB = run.b + overlap - before.bEnd
          if max(gapA, gapB) <= gap {
            let gain = sums[run.aEnd] - sums[run.a + overlap]
            let cost = (3 * max(gapA, gapB) + 3 * abs(gapA - gapB) + 3) / 4
            let score = best[other] + gain - cost
            if score > best[index] { (best[index], previous[index]) = (score, other) }
          }
        }
        other -= 1
      }
    }
    return collect(runs, best, previous)
  }

  private static func collect(_ runs: [Run], _ best: [Int], _ previous: [Int]) -> [Chain] {
    var isUsed = [Bool](repeating: false, count: runs.count)
    var chains: [Chain] = []
    for end in runs.indices.sorted(by: { (best[$1], $0) < (best[$0], $1) }) where !isUsed[end] {
      var links: [Run] = []
      var index = end
      while index >= 0 && !isUsed[index] {
        isUsed[index] = true
        links.append(runs[index])
        index = previous[index]
      }
      links.reverse()
      chains.append(Chain(runs: withoutOverlap(links)))
    }
    return chains
  }

  /// Cuts from each run what the run before it holds already.
  private static func withoutOverlap(_ links: [Run]) -> [Run] {
    var cut: [Run] = []
    for var run in links {
      if let before = cut.last {
        let overlap = max(0, before.aEnd - run.a, before.bEnd - run.b)
        guard overlap < run.count else { continue }
        run = Run(a: run.a + overlap, b: run.b + overlap, count: run.count - overlap)
      }
      cut.append(run)
    }
    return cut
  }
}
