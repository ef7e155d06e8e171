import Texts

/// Collects origins as they are found and numbers them in a fixed order.
struct OriginLedger {
  /// What makes two origins one.
  enum Key: Hashable {
    /// An outlet by its name: two reports of one newsroom are one account.
    case outlet(String)
    /// A report whose outlet nobody names.
    case report(Int)
    /// A credited agency.
    case agency(String)
    /// What these reports share and none of them credits.
    case unseen([Int])

    /// The order of origins that begin with the same report.
    fileprivate var rank: (Int, String) {
      switch self {
      case .outlet(let name): (0, name)
      case .report: (0, "")
      case .agency(let name): (1, name)
      case .unseen(let reports): (2, reports.map { String($0) }.joined(separator: " "))
      }
    }
  }

  private var members: [Key: Set<Int>] = [:]
  private var measured: Set<Key> = []
  private var judged: Set<Key> = []

  /// Notes that the account, or a passage, of a report goes back to an origin.
  mutating func add(_ report: Int, to key: Key, isMeasured: Bool) {
    members[key, default: []].insert(report)
    if isMeasured { measured.insert(key) }
  }

  /// Notes that an origin stands for an account only because text was told in other words.
  mutating func judge(_ key: Key) { judged.insert(key) }

  /// The result: origins by their first report, then outlets, agencies, unseen sources.
  func result(
    passages: Zip2Sequence<[SharedPassage], [Key]>, accounts: [Key], trace: OriginTrace,
    effectiveOrigins: Double?
  ) -> ReuseResult {
    let entries = members.map { (key: $0.key, reports: $0.value.sorted()) }.sorted { x, y in
      x.reports == y.reports
        ? x.key.rank < y.key.rank : x.reports.lexicographicallyPrecedes(y.reports)
    }
    var numbers: [Key: Int] = [:]
    for (number, entry) in entries.enumerated() { numbers[entry.key] = number }
    let numbered = passages.map { passage, key in
      Passage(
        a: passage.a, b: passage.b, kind: passage.kind, matchedWords: passage.matchedWords,
        similarity: passage.similarity, origin: numbers[key] ?? 0)
    }
    return ReuseResult(
      passages: numbered.filter { $0.similarity == nil },
      rewritings: numbered.filter { $0.similarity != nil },
      origins: entries.map { origin($0.key, $0.reports) },
      reportOrigin: accounts.map { numbers[$0] ?? 0 },
      lineage: Lineage(
        wires: trace.lineage.wires.enumerated().map { number, wire in
          Lineage.Wire(
            agency: wire.agency, reports: wire.words.keys.sorted(),
            origin: numbers[trace.key(ofWire: number)] ?? 0)
        },
        edges: trace.lineage.edges.map(\.edge)),
      effectiveOrigins: effectiveOrigins)
  }

  private func origin(_ key: Key, _ reports: [Int]) -> ReuseOrigin {
    let basis: ReuseOrigin.Basis =
      judged.contains(key) ? .judged : measured.contains(key) ? .measured : .unmeasured
    return switch key {
    case .outlet(let name): ReuseOrigin(name: name, kind: .outlet, basis: basis, reports: reports)
    case .report: ReuseOrigin(name: nil, kind: .outlet, basis: basis, reports: reports)
    case .agency(let name):
      ReuseOrigin(
        name: name, kind: .agency, basis: judged.contains(key) ? .judged : .credited,
        reports: reports)
    case .unseen:
      ReuseOrigin(name: nil, kind: .unseen, basis: .judged, reports: reports)
    }
  }
}
