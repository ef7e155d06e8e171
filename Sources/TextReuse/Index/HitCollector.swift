/// Gathers the earlier places of a report's fingerprints, report by report.
struct HitCollector {
  /// How far hits may lie apart, and shift against each other, to speak for one passage.
  private static let reach: Int32 = 60
  private static let shift: Int32 = 12
  /// The fewest hits that speak for a passage.
  static let fewestHits = 2

  /// What the hits in one earlier report come to.
  struct Group: BitwiseCopyable {
    let report: UInt32
    /// How many hits.
    var count: Int32
    /// One when two hits follow each other at the same distance in both reports, else 0.
    ///
    /// As wide as its neighbors: a narrow one would have the group written and read in pieces.
    var consistent: Int32
    /// Words from the first to the last hit, in the new report and the earlier one.
    var leastA: Int32
    var mostA: Int32
    var leastB: Int32
    var mostB: Int32
    /// The last hit; each knows the one before.
    var last: Int32
  }

  /// One hit: the first words of an equal run, and the hit of the same report before; -1 none.
  struct Hit: BitwiseCopyable {
    let a: Int32
    let b: Int32
    let before: Int32
  }

  private let hits: Values<Hit>
  let groups: Values<Group>
  /// Open addressing: number of the group plus one.
  private let table: Values<UInt32>
  private var hitCount = 0
  private var groupCount = 0

  /// Nothing yet; `memory` is used for at most `count` hits, and kept alive by the caller.
  init(_ memory: HitMemory, room count: Int) {
    memory.hits.resize(count)
    memory.groups.resize(count)
    var size = 16
    while size < 2 * count { size *= 2 }
    memory.table.fill(size, with: 0)
    hits = memory.hits.values
    groups = memory.groups.values
    table = memory.table.values
  }

  /// Adds a hit; hits come in order of `a`.
  @inline(__always)
  mutating func add(report: UInt32, a: Int32, b: Int32) {
    let index = hitCount
    hitCount += 1
    let number = group(of: report)
    if number == groupCount {
      hits[index] = Hit(a: a, b: b, before: -1)
      groups[number] = Group(
        report: report, count: 1, consistent: 0, leastA: a, mostA: a, leastB: b, mostB: b,
        last: Int32(index))
      groupCount += 1
      return
    }
    var group = groups[number]
    hits[index] = Hit(a: a, b: b, before: group.last)
    if group.consistent == 0 {
      var before = Int(group.last)
      var looked = 0
      while before >= 0, looked < 8 {
        let hit = hits[before]
        if a - hit.a > Self.reach { break }
        if a > hit.a, abs((a - hit.a) - (b - hit.b)) <= Self.shift {
          group.consistent = 1
          break
        }
        before = Int(hit.before)
        looked += 1
      }
    }
    group.count += 1
    group.mostA = a
    group.leastB = min(group.leastB, b)
    group.mostB = max(group.mostB, b)
    group.last = Int32(index)
    groups[number] = group
  }

  /// The number of the report's group; the count of groups, entered, when there is none.
  @inline(__always)
  private func group(of report: UInt32) -> Int {
    let mask = table.count - 1
    var slot = Int((report &* 0x9E37_79B1) >> 7) & mask
    while table[slot] != 0 {
      let number = Int(table[slot]) - 1
      if groups[number].report == report { return number }
      slot = (slot + 1) & mask
    }
    table[slot] = UInt32(groupCount + 1)
    return groupCount
  }

  /// Numbers of the groups that speak for a passage: most hits first, then the latest report.
  func candidates(into numbers: inout [Int]) {
    numbers.removeAll(keepingCapacity: true)
    for number in 0..<groupCount
    where groups[number].consistent != 0 && groups[number].count >= Self.fewestHits {
      numbers.append(number)
    }
    if numbers.count > 1 {
      numbers.sort {
        let (x, y) = (groups[$0], groups[$1])
        return x.count != y.count ? x.count > y.count : x.report > y.report
      }
    }
  }

  /// The hits of a group as runs of one word to grow, in order of the new report.
  func seeds(of number: Int, into seeds: Column<WordRun>) {
    let group = groups[number]
    let count = Int(group.count)
    seeds.resize(count)
    let seeds = seeds.values
    var index = Int(group.last)
    var place = count - 1
    while index >= 0 {
      seeds[place] = WordRun(a: hits[index].a, b: hits[index].b, count: 1)
      index = Int(hits[index].before)
      place -= 1
    }
  }

  /// Whether enough hits of a group begin with a word that is not covered.
  func isFresh(_ number: Int, _ isCovered: Values<Bool>) -> Bool {
    var fresh = 0
    var index = Int(groups[number].last)
    while index >= 0 {
      if !isCovered[Int(hits[index].a)] {
        fresh += 1
        if fresh == Self.fewestHits { return true }
      }
      index = Int(hits[index].before)
    }
    return false
  }
}

/// Memory for the hits of one report after another.
@safe final class HitMemory {
  fileprivate let hits = Column<HitCollector.Hit>()
  fileprivate let groups = Column<HitCollector.Group>()
  fileprivate let table = Column<UInt32>()
}
