import Texts

/// Decides the origin of each passage; passages that hold the same words have the same.
struct PassageOrigins {
  let reports: [ComparedReport]
  let passages: [SharedPassage]
  /// The origin of each report's account as a whole.
  let accounts: [OriginLedger.Key]
  var families: Sets
  /// What each family shares goes back to this; by the family's least report.
  let sharedOrigins: [Int: OriginLedger.Key]

  /// One origin a passage, in order.
  func origins() -> [OriginLedger.Key] {
    var groups = groups()
    var members: [Int: [SharedPassage]] = [:]
    for (index, passage) in passages.enumerated() {
      members[groups.root(of: index), default: []].append(passage)
    }
    var found: [Int: OriginLedger.Key] = [:]
    return passages.indices.map { index in
      let root = groups.root(of: index)
      if let key = found[root] { return key }
      let key = origin(ofGroup: members[root] ?? [])
      found[root] = key
      return key
    }
  }

  private func origin(ofGroup group: [SharedPassage]) -> OriginLedger.Key {
    let holders = Set(group.flatMap { [$0.a.report, $0.b.report] }).sorted()
    let account = accounts[holders[0]]
    if holders.allSatisfy({ accounts[$0] == account }) { return account }
    var families = families
    let root = families.root(of: holders[0])
    if let shared = sharedOrigins[root], holders.allSatisfy({ families.root(of: $0) == root }) {
      return shared
    }
    if holders.allSatisfy({ reports[$0].sharesOutlet(with: reports[holders[0]]) }) {
      return account
    }
    // Words in quotation marks come from a speaker; one credit does not make them an agency's.
    let isTaken = group.contains { $0.isTaken }
    if let agency = reports.creditedAgency(holders, atLeast: isTaken ? 1 : 2) {
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
