/// Joins runs that follow each other in both reports to stretches, best first and disjoint.
@safe final class RunChainer {
  /// The widest gap in words.
  private static let gap = 25
  /// How many runs back a run looks for one to follow.
  private static let lookBack = 32

  private let best = Column<Int32>()
  private let previous = Column<Int32>()
  private let isUsed = Column<Bool>()
  private var order: [Int32] = []
  /// The runs of the chain that was taken last, in order.
  private(set) var links: [WordRun] = []

  /// Calls `body` with the runs of each chain that gains at least `least`, best first.
  ///
  /// Runs come in order; each is in one chain at most, without overlap inside the chain.
  ///
  /// - Complexity: O(runs · lookBack).
  func forEachChain(of runs: [WordRun], atLeast least: Int, _ body: ([WordRun]) -> Void) {
    guard runs.count > 1 else {
      if let run = runs.first, run.count >= least { body(runs) }
      return
    }
    score(runs)
    let (best, previous, isUsed) = (best.values, previous.values, isUsed.values)
    order.removeAll(keepingCapacity: true)
    for index in runs.indices where best[index] >= least { order.append(Int32(index)) }
    order.sort { best[Int($0)] != best[Int($1)] ? best[Int($0)] > best[Int($1)] : $0 < $1 }
    for end in order where !isUsed[Int(end)] {
      links.removeAll(keepingCapacity: true)
      var index = Int(end)
      while index >= 0 && !isUsed[index] {
        isUsed[index] = true
        links.append(runs[index])
        index = Int(previous[index])
      }
      links.reverse()
      cutOverlaps()
      body(links)
    }
  }

  private func score(_ runs: [WordRun]) {
    best.resize(runs.count)
    previous.resize(runs.count)
    isUsed.resize(runs.count)
    let (best, previous, isUsed) = (best.values, previous.values, isUsed.values)
    unsafe runs.withUnsafeBufferPointer { runs in
      for index in 0..<runs.count {
        let run = unsafe runs[index]
        var top = run.count
        var link: Int32 = -1
        var other = index - 1
        let last = max(0, index - Self.lookBack)
        while other >= last {
          let before = unsafe runs[other]
          let gapA = run.a &- before.aEnd
          let gapB = run.b &- before.bEnd
          let overlap = max(0, 0 &- gapA, 0 &- gapB)
          let wide = max(gapA, gapB, 0)
          if before.a < run.a, before.b < run.b, overlap < run.count, wide <= Int32(Self.gap) {
            let shift = gapA &- gapB
            let cost = ((wide &+ 3) >> 2) &+ ((max(shift, 0 &- shift) &+ 1) >> 2)
            let sum = best[other] &+ run.count &- overlap &- cost
            if sum > top { (top, link) = (sum, Int32(other)) }
          }
          other &-= 1
        }
        best[index] = top
        previous[index] = link
        isUsed[index] = false
      }
    }
  }

  /// Cuts from each run what the run before it holds already.
  private func cutOverlaps() {
    var kept = 0
    for index in links.indices {
      var run = links[index]
      if kept > 0 {
        let before = links[kept - 1]
        let overlap = max(0, before.aEnd - run.a, before.bEnd - run.b)
        guard overlap < run.count else { continue }
        run = WordRun(a: run.a + overlap, b: run.b + overlap, count: run.count - overlap)
      }
      links[kept] = run
      kept += 1
    }
    links.removeSubrange(kept...)
  }
}
