/// Finds the stretches that a new report and one earlier report share.
@safe final class ArchiveComparer {
  /// How far beyond the hits words are compared.
  static let margin = 80

  private let finder = RunFinder()
  private let chainer = RunChainer()
  private let taken = Column<Bool>()

  /// Finds the stretches around the hits of a group, in order of the new report.
  ///
  /// - Complexity: O(words of the windows) on text.
  func find(
    _ test: StretchTest, _ group: HitCollector.Group, seeds: Column<WordRun>,
    into found: inout [Stretch]
  ) {
    let (a, b) = (test.a, test.b)
    let windowA = window(group.leastA, group.mostA, a.count)
    let windowB = window(group.leastB, group.mostB, b.count)
    finder.find(a, windowA, b, windowB, seeds: seeds.values)
    found.removeAll(keepingCapacity: true)
    guard !finder.runs.isEmpty else { return }
    taken.fill(a.count, with: false)
    let taken = taken.values
    chainer.forEachChain(of: finder.runs, atLeast: StretchTest.fewestWords) { runs in
      take(runs, test, taken, &found)
    }
    if found.count > 1 { found.sort { $0.a.lowerBound < $1.a.lowerBound } }
  }

  private func window(_ least: Int32, _ most: Int32, _ count: Int) -> Range<Int> {
    max(0, Int(least) - Self.margin)..<min(count, Int(most) + Winnower.length + Self.margin)
  }

  /// Takes a chain, or what of it passes when it is parted at its widest gaps.
  private func take(
    _ chain: [WordRun], _ test: StretchTest, _ taken: Values<Bool>, _ found: inout [Stretch]
  ) {
    let isOpen = { (run: WordRun) in (Int(run.a)..<Int(run.aEnd)).contains { !taken[$0] } }
    let runs = chain.allSatisfy(isOpen) ? chain : chain.filter(isOpen)
    guard !runs.isEmpty else { return }
    var stretch = test.stretch(runs)
    guard stretch.matched >= StretchTest.fewestWords else { return }
    switch test.outcome(stretch) {
    case .passage: keep(stretch, taken, &found)
    case .commonplace:
      stretch.kind = .commonplace
      keep(stretch, taken, &found)
    case .no:
      guard runs.count > 1 else { return }
      let cut = widestGap(runs)
      take(Array(runs[..<cut]), test, taken, &found)
      take(Array(runs[cut...]), test, taken, &found)
    }
  }

  private func keep(_ stretch: Stretch, _ taken: Values<Bool>, _ found: inout [Stretch]) {
    taken.fill(stretch.a, with: true)
    found.append(stretch)
  }

  /// The run that stands behind the widest gap.
  private func widestGap(_ runs: [WordRun]) -> Int {
    var widest = 1
    var width = Int32.min
    for index in 1..<runs.count {
      let (before, run) = (runs[index - 1], runs[index])
      let gap = max(run.a - before.aEnd, run.b - before.bEnd)
      if gap > width { (widest, width) = (index, gap) }
    }
    return widest
  }
}
