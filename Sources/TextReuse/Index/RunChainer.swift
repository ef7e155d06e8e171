/// Joins runs that follow each other in both reports to stretches, best first and disjoint.
@safe final class RunChainer {
  /// The widest gap in words.
  private static let gap: Int32 = 25
  /// How many runs back a run looks for one to follow: 32, which five bits count.
  private static let lookBack = 32

  private let best = Column<Int32>()
  private let previous = Column<Int32>()
  private let isUsed = Column<Bool>()
  /// The runs column by column, and the best sums, behind `lookBack` that stand for none.
  private let starts = (a: Column<Int32>(), b: Column<Int32>())
  private let ends = (a: Column<Int32>(), b: Column<Int32>())
  private let sums = Column<Int32>()
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

  /// Finds for each run the best chain that ends with it, eight runs before it at a time.
  private func score(_ runs: [WordRun]) {
    let count = runs.count
    best.resize(count)
    previous.resize(count)
    isUsed.resize(count)
    // In front stand as many runs as are looked back for, which nothing can follow.
    let pad = Self.lookBack
    starts.a.fill(count + pad, with: .max / 2)
    starts.b.fill(count + pad, with: .max / 2)
    ends.a.fill(count + pad, with: 0)
    ends.b.fill(count + pad, with: 0)
    sums.fill(count + pad, with: 0)
    let (startsA, startsB) = (starts.a.values, starts.b.values)
    let (endsA, endsB) = (ends.a.values, ends.b.values)
    let (best, previous, isUsed, sums) = (best.values, previous.values, isUsed.values, sums.values)
    for index in 0..<count {
      let run = runs[index]
      var keys = Lanes(repeating: -1)
      var back = 8
      while back <= pad, back < index &+ 8 {
        let other = index &+ pad &- back
        let gapA = run.a &- endsA.lanes(at: other)
        let gapB = run.b &- endsB.lanes(at: other)
        let overlap = Self.max(Lanes.zero &- Self.min(gapA, gapB), .zero)
        let wide = Self.max(Self.max(gapA, gapB), .zero)
        let shift = Self.max(gapA &- gapB, gapB &- gapA)
        let cost = ((wide &+ 3) &>> 2) &+ ((shift &+ 1) &>> 2)
        let sum = sums.lanes(at: other) &+ run.count &- overlap &- cost
        let follows =
          (startsA.lanes(at: other) .< Lanes(repeating: run.a))
          .& (startsB.lanes(at: other) .< Lanes(repeating: run.b))
          .& (overlap .< Lanes(repeating: run.count)) .& (wide .<= Lanes(repeating: Self.gap))
        // The greatest sum, then the nearest run.
        let key = (sum &<< 5) | (Self.ranks &- Int32(truncatingIfNeeded: back))
        keys = Self.max(keys, Lanes(repeating: -1).replacing(with: key, where: follows))
        back &+= 8
      }
      let key = keys.max()
      let isLinked = key >> 5 > run.count
      best[index] = isLinked ? key >> 5 : run.count
      previous[index] = isLinked ? Int32(index - pad) + (key & 31) : -1
      isUsed[index] = false
      sums[index + pad] = best[index]
      (startsA[index + pad], startsB[index + pad]) = (run.a, run.b)
      (endsA[index + pad], endsB[index + pad]) = (run.aEnd, run.bEnd)
    }
  }

  private typealias Lanes = SIMD8<Int32>

  /// How far before a run each of eight lies, from the bottom of what is looked back for.
  private static let ranks = Lanes(32, 33, 34, 35, 36, 37, 38, 39)

  @inline(__always)
  private static func max(_ x: Lanes, _ y: Lanes) -> Lanes { x.replacing(with: y, where: y .> x) }

  @inline(__always)
  private static func min(_ x: Lanes, _ y: Lanes) -> Lanes { x.replacing(with: y, where: y .< x) }

  /// Cuts from each run what the run before it holds already.
  private func cutOverlaps() {
    var kept = 0
    for index in links.indices {
      var run = links[index]
      if kept > 0 {
        let before = links[kept - 1]
        let overlap = Swift.max(0, before.aEnd - run.a, before.bEnd - run.b)
        guard overlap < run.count else { continue }
        run = WordRun(a: run.a + overlap, b: run.b + overlap, count: run.count - overlap)
      }
      links[kept] = run
      kept += 1
    }
    links.removeSubrange(kept...)
  }
}
