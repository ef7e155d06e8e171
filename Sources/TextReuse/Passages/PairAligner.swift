import Texts

/// Finds the stretches that two reports share, disjoint in both: sentences may be reordered.
struct PairAligner: Sendable {
  private let test: PassageTest
  private var usedA: [Bool]
  private var usedB: [Bool]
  private var found: [SharedStretch] = []
  /// Pieces too short or too much edited to be passages by themselves.
  private var rejected: [Chain] = []

  private init(_ a: WordStream, _ b: WordStream, values: [UInt8]) {
    test = PassageTest(a: a, b: b, values: values)
    usedA = Array(repeating: false, count: a.count)
    usedB = Array(repeating: false, count: b.count)
  }

  /// The stretches that `a` (from its words `stretch`) shares with the words of `b` in `table`.
  ///
  /// `values` are those of `a`. Ordered by place in `a`.
  static func shared(
    _ a: WordStream, in stretch: Range<Int>, values: [UInt8], _ b: WordStream, _ table: GramTable
  ) -> [SharedStretch] {
    let runs = runs(a, in: stretch, b, table)
    guard !runs.isEmpty else { return [] }
    var aligner = PairAligner(a, b, values: values)
    let chains = Chainer.chains(of: runs, values: values)
    for chain in chains where chain.runs.contains(where: { $0.count > 2 }) { aligner.take(chain) }
    aligner.takeRejected()
    // What no passage took may still hold a short quotation.
    for run in runs {
      for part in aligner.test.quotedParts(of: run) { aligner.takeQuotation(part) }
    }
    return aligner.found.sorted {
      ($0.a.lowerBound, $0.b.lowerBound) < ($1.a.lowerBound, $1.b.lowerBound)
    }
  }

  /// Takes the chain, or what of it passes when it is parted at its widest gaps.
  private mutating func take(_ chain: Chain) {
    var open = [chain]
    while let next = open.popLast() {
      let free = withoutUsed(next)
      guard free.matched(in: test.a) >= 4 else { continue }
      if test.passes(free) {
        keep(free)
      } else if let (first, second) = free.splitAtWidestGap() {
        open.append(second)
        open.append(first)
      } else {
        rejected.append(free)
      }
    }
  }

  /// Between reports that share much already, shorter pieces are copied too.
  private mutating func takeRejected() {
    let shared = found.reduce(0) { $0 + $1.matchedWords }
    let smaller = min(test.a.size(0..<test.a.count), test.b.size(0..<test.b.count))
    guard shared >= OriginFinder.joiningWords, 4 * shared >= smaller else { return }
    for chain in rejected {
      let free = withoutUsed(chain)
      if !free.runs.isEmpty, test.passesBesideCopies(free) { keep(free) }
    }
  }

  private mutating func takeQuotation(_ chain: Chain) {
    let free = withoutUsed(chain)
    if !free.runs.isEmpty, test.isSharedQuotation(free) { keep(free) }
  }

  private mutating func keep(_ whole: Chain) {
    let chain = whole.trimmed(in: test.a, values: test.values)
    for index in chain.stretchA { usedA[index] = true }
    for index in chain.stretchB { usedB[index] = true }
    found.append(
      SharedStretch(
        a: chain.stretchA, b: chain.stretchB, matchedWords: chain.matched(in: test.a),
        runs: chain.runs))
  }

  /// The chain without words that another passage holds; of a run the longest free part is left.
  private func withoutUsed(_ chain: Chain) -> Chain {
    var runs: [Run] = []
    for run in chain.runs {
      var best = Run(a: run.a, b: run.b, count: 0)
      var start = 0
      for index in 0...run.count {
        let isFree = index < run.count && !usedA[run.a + index] && !usedB[run.b + index]
        if isFree { continue }
        if index - start > best.count {
          best = Run(a: run.a + start, b: run.b + start, count: index - start)
        }
        start = index + 1
      }
      if best.count > 0 { runs.append(best) }
    }
    return Chain(runs: runs)
  }
}
