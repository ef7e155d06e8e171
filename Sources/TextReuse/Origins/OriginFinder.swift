import Texts

/// Traces each report's account, and each passage, to an origin.
///
/// Reports that took words of weight from each other are one family. What a family
/// shares goes back to the agency that its reports credit, else to the report that holds
/// all the others took, else to a source nobody names. A member with enough words of its
/// own remains an origin. A doubt never adds an independent account.
struct OriginFinder {
  /// Taken words that join two reports, whatever their length.
  static let joiningWords = 40
  /// The share of the smaller report that joins it to another.
  static let joiningShare = 0.25
  /// The fewest words, and the least share of a report, of an account of its own.
  static let accountWords = 80
  static let accountShare = 0.25
  /// Shorter reports cannot be measured.
  static let measurableWords = 30

  private let reports: [ComparedReport]
  private let passages: [SharedPassage]
  private let coverage: Coverage
  /// What would be covered if no text told in other words had been found.
  private let exactCoverage: Coverage
  private var families: Sets
  private var ledger = OriginLedger()

  /// Takes passages whose words match, and those told in other words.
  init(reports: [ComparedReport], passages: [SharedPassage], rewritings: [SharedPassage] = []) {
    self.reports = reports
    self.passages = passages + rewritings
    exactCoverage = Coverage(reports, passages)
    coverage = rewritings.isEmpty ? exactCoverage : Coverage(reports, self.passages)
    families = Sets(count: reports.count)
  }

  /// Passages with their origins, and the origins of the reports.
  mutating func result() -> ReuseResult {
    families = families(by: coverage)
    var exactFamilies = families(by: exactCoverage)
    var members: [Int: [Int]] = [:]
    for report in reports.indices { members[families.root(of: report), default: []].append(report) }
    var sharedOrigins: [Int: OriginLedger.Key] = [:]
    var judged: Set<Int> = []
    for family in members.values where family.count > 1 {
      sharedOrigins[family[0]] = sharedOrigin(of: family)
      // Some of it is joined by text in other words alone.
      if Set(family.map { exactFamilies.root(of: $0) }).count > 1 { judged.insert(family[0]) }
    }
    var accounts: [OriginLedger.Key] = []
    for report in reports.indices {
      let shared = sharedOrigins[families.root(of: report)]
      let key = hasOwnAccount(report) ? own(report) : shared ?? own(report)
      accounts.append(key)
      if shared != nil, !hasOwnAccount(report),
        judged.contains(families.root(of: report)) || hasOwnAccount(report, by: exactCoverage)
      {
        ledger.judge(key)
      }
      ledger.add(report, to: key, isMeasured: reports[report].size >= Self.measurableWords)
    }
    let origins = PassageOrigins(
      reports: reports, passages: passages, accounts: accounts, families: families,
      sharedOrigins: sharedOrigins
    ).origins()
    for (passage, key) in zip(passages, origins) {
      ledger.add(passage.a.report, to: key, isMeasured: true)
      ledger.add(passage.b.report, to: key, isMeasured: true)
    }
    return ledger.result(passages: zip(passages, origins), accounts: accounts, reports: reports)
  }

  private func families(by coverage: Coverage) -> Sets {
    var families = Sets(count: reports.count)
    for (pair, words) in coverage.taken {
      let smaller = min(reports[pair.a].size, reports[pair.b].size)
      let shared = min(words.a, words.b)
      let share = Double(shared) / Double(max(1, smaller))
      let needed = smaller < Self.measurableWords ? 0.5 : Self.joiningShare
      if shared >= Self.joiningWords || share >= needed { families.join(pair.a, pair.b) }
    }
    return families
  }

  private func hasOwnAccount(_ report: Int) -> Bool { hasOwnAccount(report, by: coverage) }

  private func hasOwnAccount(_ report: Int, by coverage: Coverage) -> Bool {
    let novel = coverage.novel[report]
    return novel >= Self.accountWords
      && Double(novel) >= Self.accountShare * Double(reports[report].size)
  }

  private func own(_ report: Int) -> OriginLedger.Key {
    reports[report].input.outlet.map { .outlet($0) } ?? .report(report)
  }

  private func sharedOrigin(of family: [Int]) -> OriginLedger.Key {
    if let agency = reports.creditedAgency(family, atLeast: 1) { return .agency(agency) }
    if family.allSatisfy({ reports[$0].sharesOutlet(with: reports[family[0]]) }) {
      return own(family[0])
    }
    let sources = family.filter { isSource($0, of: family) }
    if let source = sources.min(by: { reports[$0].precedes(reports[$1]) }), sources.count == 1 {
      return own(source)
    }
    return .family(family[0])
  }

  /// Whether all that the others took is in `report`, and it came first or is the longer.
  ///
  /// A report that came first must hold most of each that has no account of its own;
  /// where the days say nothing it must hold nearly all of each and be longer: the
  /// derived text is the one cut short.
  private func isSource(_ report: Int, of family: [Int]) -> Bool {
    let others = family.filter { $0 != report }
    let derived = others.filter { !hasOwnAccount($0) }
    guard !derived.isEmpty || !hasOwnAccount(report), holdsAll(report, takenBy: others) else {
      return false
    }
    let day = reports[report].input.publishedDay
    let days = others.map { reports[$0].input.publishedDay }
    if let day, days.allSatisfy({ ($0 ?? .min) > day }) {
      return derived.allSatisfy {
        10 * coverage.taken(of: $0, with: report) >= 6 * reports[$0].size
      }
    }
    let isLate = day.map { day in days.contains { ($0 ?? .max) < day } } ?? false
    return !isLate && !derived.isEmpty
      && derived.allSatisfy {
        10 * coverage.taken(of: $0, with: report) >= 8 * reports[$0].size
          && 4 * reports[report].size >= 5 * reports[$0].size
      }
  }

  private func holdsAll(_ report: Int, takenBy others: [Int]) -> Bool {
    others.allSatisfy {
      10 * coverage.taken(of: $0, with: report) >= 9 * coverage.takenWords[$0]
    }
  }
}

extension [ComparedReport] {
  /// The agency that most of some reports credit, at least so many; the first by name of equals.
  func creditedAgency(_ members: [Int], atLeast least: Int) -> String? {
    var counts: [String: Int] = [:]
    for member in members {
      for agency in Set(self[member].input.credits) { counts[agency, default: 0] += 1 }
    }
    return counts.filter { $0.value >= least }
      .min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
