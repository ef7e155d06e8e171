import Texts

/// Traces each report's account, and each passage, to an origin.
///
/// What reports share is traced along the lineage: to the report that had the words first, to
/// the agency that its takers credit, else to a source nobody names. A report with enough words
/// of its own remains an origin. A doubt never adds an independent account.
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
  private let rewritings: [SharedPassage]
  private let trace: OriginTrace

  /// Takes passages whose words match, and those told in other words.
  init(reports: [ComparedReport], passages: [MatchedPassage], rewritings: [SharedPassage] = []) {
    self.reports = reports
    self.passages = passages.map(\.passage)
    self.rewritings = rewritings
    let lineage = LineageFinder(SharedStory(reports, passages))
    trace = OriginTrace(lineage: lineage, passages: passages)
  }

  /// Passages with their origins, the origins of the reports, and the lineage.
  func result() -> ReuseResult {
    var ledger = OriginLedger()
    let exact = AccountFinder(trace: trace, coverage: Coverage(reports, passages)).accounts()
    let all = passages + rewritings
    let (accounts, judged) = RewrittenAccounts(
      trace: trace, accounts: exact, rewritings: rewritings, passages: all
    ).result()
    for key in judged { ledger.judge(key) }
    for (report, key) in accounts.enumerated() {
      ledger.add(report, to: key, isMeasured: reports[report].size >= Self.measurableWords)
    }
    let origins = PassageOrigins(
      reports: reports, passages: all, accounts: accounts, trace: trace
    ).origins()
    for (passage, key) in zip(all, origins) {
      ledger.add(passage.a.report, to: key, isMeasured: true)
      ledger.add(passage.b.report, to: key, isMeasured: true)
    }
    for (number, wire) in trace.lineage.wires.enumerated() {
      for report in wire.words.keys.sorted() {
        ledger.add(report, to: trace.key(ofWire: number), isMeasured: true)
      }
    }
    let words = OriginWords(trace: trace, passages: passages, accounts: accounts, origins: origins)
    return ledger.result(
      passages: zip(all, origins), accounts: accounts, trace: trace,
      effectiveOrigins: EffectiveNumber.of(words.counts()))
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
