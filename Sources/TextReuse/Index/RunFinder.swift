/// Finds the runs of equal words that a new report and an earlier one share.
///
/// Shared fingerprints are grown to the longest equal run around them. Only what those leave open is
/// searched by pairs of words, so that a whole copy costs one comparison and
/// an edited one as much as its edits.
@safe final class RunFinder {
  /// Runs from which the words inside are not looked for elsewhere.
  private static let longRun = 8
  /// A pair of words that stands at more places than this says nothing.
  private static let mostPlaces = 8
  /// More runs than this are not looked for.
  private static let mostRuns = 4096

  /// The runs, in order of the new report, then of the earlier one.
  private(set) var runs: [WordRun] = []
  /// Where the last run on each diagonal ended.
  private let ends = Column<Int32>()
  private let coveredA = Column<Bool>()
  private let coveredB = Column<Bool>()
  private let heads = Column<UInt32>()
  private let next = Column<UInt32>()
  private let places = Column<Int32>(repeating: 0, count: 16)

  /// Finds the runs around `seeds`, places that may be equal, in the windows of both reports.
  ///
  /// - Complexity: O(words of the windows).
  func find(
    _ a: ArchiveSide, _ windowA: Range<Int>, _ b: ArchiveSide, _ windowB: Range<Int>,
    seeds: Values<WordRun>
  ) {
    runs.removeAll(keepingCapacity: true)
    ends.fill(a.count + b.count + 1, with: 0)
    coveredA.fill(a.count, with: false)
    coveredB.fill(b.count, with: false)
    growSeeds(seeds, a.words, b.words)
    fill(a.words, windowA, b.words, windowB)
    if runs.count > 1 {
      runs.sort { $0.a != $1.a ? $0.a < $1.a : $0.b < $1.b }
    }
  }

  private func growSeeds(_ seeds: Values<WordRun>, _ a: Values<UInt32>, _ b: Values<UInt32>) {
    let ends = ends.values
    for index in 0..<seeds.count {
      let (x, y) = (Int(seeds[index].a), Int(seeds[index].b))
      let diagonal = x - y + b.count
      if ends[diagonal] > x { continue }
      let ahead = a.common(from: x, with: b, from: y, atMost: min(a.count - x, b.count - y))
      guard ahead > 1 else { continue }
      let back = a.commonBackwards(before: x, with: b, before: y, atMost: min(x, y))
      ends[diagonal] = Int32(x + ahead)
      add(x - back, y - back, ahead + back)
    }
  }

  private func add(_ a: Int, _ b: Int, _ count: Int) {
    runs.append(WordRun(a: Int32(a), b: Int32(b), count: Int32(count)))
    guard count >= Self.longRun else { return }
    coveredA.values.fill(a..<a + count, with: true)
    coveredB.values.fill(b..<b + count, with: true)
  }

  /// Finds runs of two words or more among those that no long run covers.
  private func fill(
    _ a: Values<UInt32>, _ windowA: Range<Int>, _ b: Values<UInt32>, _ windowB: Range<Int>
  ) {
    let windowA = windowA.clamped(to: 0..<max(a.count - 1, 0))
    let windowB = windowB.clamped(to: 0..<max(b.count - 1, 0))
    let (coveredA, coveredB) = (coveredA.values, coveredB.values)
    guard windowA.contains(where: { !coveredA[$0] }) else { return }
    guard tabulate(b, windowB, coveredB) else { return }
    let (ends, heads, next, places) = (ends.values, heads.values, next.values, places.values)
    let shift = UInt32(32 - heads.count.trailingZeroBitCount)
    for x in windowA where !(coveredA[x] && coveredA[x + 1]) {
      var entry = heads[Int(Self.pair(a, x) >> shift)]
      var count = 0
      while entry != 0, count <= Self.mostPlaces {
        let y = windowB.lowerBound + Int(entry) - 1
        if b[y] == a[x] && b[y + 1] == a[x + 1] {
          places[count] = Int32(y)
          count += 1
        }
        entry = next[Int(entry) - 1]
      }
      guard count <= Self.mostPlaces, runs.count < Self.mostRuns else { continue }
      for index in 0..<count {
        let y = Int(places[index])
        let diagonal = x - y + b.count
        if ends[diagonal] > x { continue }
        let length =
          2
          + a.common(
            from: x + 2, with: b, from: y + 2, atMost: min(a.count - x, b.count - y) - 2)
        ends[diagonal] = Int32(x + length)
        add(x, y, length)
      }
    }
  }

  /// Tables the pairs of uncovered words; false when there are none.
  private func tabulate(
    _ b: Values<UInt32>, _ window: Range<Int>, _ covered: Values<Bool>
  ) -> Bool {
    // Room for all of them: where few share a place of the table few are compared in vain.
    var size = 32
    while size < window.count * 4 { size *= 2 }
    heads.fill(size, with: 0)
    next.resize(window.count)
    let (heads, next) = (heads.values, next.values)
    let shift = UInt32(32 - size.trailingZeroBitCount)
    var isEmpty = true
    // Backwards, so that each list is in order of place.
    for y in window.reversed() where !(covered[y] && covered[y + 1]) {
      isEmpty = false
      let slot = Int(Self.pair(b, y) >> shift)
      let entry = y - window.lowerBound
      next[entry] = heads[slot]
      heads[slot] = UInt32(entry + 1)
    }
    return !isEmpty
  }

  /// The hash of two neighbouring words.
  @inline(__always)
  private static func pair(_ words: Values<UInt32>, _ index: Int) -> UInt32 {
    (words[index] &* 0x9E37_79B1 ^ words[index + 1]) &* 0x85EB_CA77
  }
}
