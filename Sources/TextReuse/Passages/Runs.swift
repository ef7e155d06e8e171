import Texts

/// Words that stand in the same order in two reports without a gap.
struct Run: Hashable, Sendable {
  /// The first word in the one report.
  var a: Int
  /// The first word in the other.
  var b: Int
  /// How many words.
  var count: Int

  var aEnd: Int { a + count }
  var bEnd: Int { b + count }
  var stretchA: Range<Int> { a..<aEnd }
  var stretchB: Range<Int> { b..<bEnd }
}

/// All longest runs of two words or more that begin in `stretch` of `a` and are in `table` of `b`.
///
/// Short runs inside a long one are left out: within a copied sentence every "of the"
/// also matches others. Ordered by place in `a`, then in `b`.
///
/// - Complexity: O(n) for texts that share little.
func runs(
  _ a: WordStream, in stretch: Range<Int>, _ b: WordStream, _ table: GramTable
) -> [Run] {
  var found: [Run] = []
  var places: [Int] = []
  // Where the last run on each diagonal ended.
  var ends = [Int](repeating: 0, count: a.count + b.count + 1)
  for position in stretch.clamped(to: 0..<max(a.count - 1, 0)) {
    table.places(of: a, at: position, into: &places)
    for place in places {
      let diagonal = position + b.count - place
      guard ends[diagonal] <= position else { continue }
      var count = 0
      while position + count < a.count, place + count < b.count,
        a.words[position + count] == b.words[place + count]
      { count += 1 }
      guard count >= 2 else { continue }
      ends[diagonal] = position + count
      found.append(Run(a: position, b: place, count: count))
    }
  }
  return withoutEchoes(found, a.count, b.count)
}

/// Drops runs of two or three words that lie, in either report, inside a run of eight or more.
private func withoutEchoes(_ runs: [Run], _ aCount: Int, _ bCount: Int) -> [Run] {
  let long = runs.filter { $0.count >= 8 }
  guard !long.isEmpty else { return runs }
  var coveredA = [Bool](repeating: false, count: aCount)
  var coveredB = [Bool](repeating: false, count: bCount)
  for run in long {
    for index in run.stretchA { coveredA[index] = true }
    for index in run.stretchB { coveredB[index] = true }
  }
  return runs.filter { run in
    run.count >= 4
      || !(run.stretchA.allSatisfy { coveredA[$0] } || run.stretchB.allSatisfy { coveredB[$0] })
  }
}
