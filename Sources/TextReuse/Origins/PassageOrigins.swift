import Texts

/// Decides the origin of each passage; passages that hold the same words have the same.
struct PassageOrigins {
  let reports: [ComparedReport]
  let passages: [SharedPassage]
  /// The origin of each report's account as a whole.
  let accounts: [OriginLedger.Key]
  let trace: OriginTrace

  /// One origin a passage, in order.
  func origins() -> [OriginLedger.Key] {
    var groups = groups()
    var members: [Int: [Int]] = [:]
    for index in passages.indices { members[groups.root(of: index), default: []].append(index) }
    var found: [Int: OriginLedger.Key] = [:]
    return passages.indices.map { index in
      let root = groups.root(of: index)
      if let key = found[root] { return key }
      let key = origin(ofGroup: members[root] ?? [])
      found[root] = key
      return key
    }
  }

  private func origin(ofGroup group: [Int]) -> OriginLedger.Key {
    let holders = Set(group.flatMap { [passages[$0].a.report, passages[$0].b.report] }).sorted()
    let account = accounts[holders[0]]
    if holders.allSatisfy({ accounts[$0] == account }) { return account }
    let taken = group.filter { passages[$0].isTaken }
    // Rewritten text has no words to follow.
    let matched = taken.filter { passages[$0].similarity == nil }
    let roots = Set(
      matched.flatMap { number in
        [passages[number].a.report, passages[number].b.report].map {
          trace.root(ofPassage: number, in: $0)
        }
      })
    if roots.count == 1 {
      switch roots.first {
      case .report(let report): return accounts[report]
      case .wire(let number): return trace.key(ofWire: number)
      case .unknown, nil: break
      }
    }
    if holders.allSatisfy({ reports[$0].sharesOutlet(with: reports[holders[0]]) }) {
      return trace.own(holders[0])
    }
    // Words in quotation marks come from a speaker; one credit does not make them an agency's.
    if let agency = reports.creditedAgency(holders, atLeast: taken.isEmpty ? 2 : 1) {
      return .agency(agency)
    }
    return .unseen(holders)
  }

  /// Passages that hold mostly the same words of one report, directly or through others.
  ///
  /// A short passage inside a long one is not the same: a quotation has its own way.
  private func groups() -> Sets {
    var sets = Sets(count: passages.count)
    var sides: [(report: Int, range: TextRange, passage: Int)] = []
    for (index, passage) in passages.enumerated() {
      sides.append((passage.a.report, passage.a.range, index))
      sides.append((passage.b.report, passage.b.range, index))
    }
    sides.sort { ($0.report, $0.range, $0.passage) < ($1.report, $1.range, $1.passage) }
    for (index, side) in sides.enumerated() {
      for earlier in sides[max(0, index - Self.neighbours)..<index]
      where earlier.report == side.report {
        let common = earlier.range.intersection(side.range)?.count ?? 0
        if 2 * common > max(earlier.range.count, side.range.count) {
          sets.join(earlier.passage, side.passage)
        }
      }
    }
    return sets
  }

  /// How many passages before one, in order of place, may hold the same words.
  private static let neighbours = 8
}
