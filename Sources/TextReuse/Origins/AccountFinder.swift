/// Finds the origin that each report's account as a whole goes back to.
///
/// A report with enough words of its own is an account. Any other belongs to the origin of what
/// it took; where only the direction is in doubt, to the account that shares most with it.
struct AccountFinder {
  let trace: OriginTrace
  let coverage: Coverage

  private var reports: [ComparedReport] { trace.story.reports }

  /// Where the directed edges from a report lead.
  private enum End: Hashable {
    case report(Int)
    case wire(Int)
  }

  /// One origin a report, in order.
  func accounts() -> [OriginLedger.Key] {
    let ends = reports.indices.map(end)
    var sets = Sets(count: reports.count)
    /// For each report without an account of its own that took from nobody, its neighbours.
    var doubts: [Int: [(other: Int, words: Int)]] = [:]
    for report in reports.indices where ends[report] == .report(report) && !hasOwnAccount(report) {
      for (found, other) in trace.unknown(of: report)
      where Self.joins(found.edge.words, min(reports[report].size, reports[other].size)) {
        doubts[report, default: []].append((other, found.edge.words))
        if ends[other] == .report(other), !hasOwnAccount(other) { sets.join(report, other) }
      }
    }
    var groups: [Int: [Int]] = [:]
    for report in doubts.keys.sorted() { groups[sets.root(of: report), default: []].append(report) }
    var keys: [Int: OriginLedger.Key] = [:]
    for (root, group) in groups { keys[root] = key(ofDoubtful: group, doubts, ends) }
    let accounts = reports.indices.map { report -> OriginLedger.Key in
      switch ends[report] {
      case .wire(let number): trace.key(ofWire: number)
      case .report(let source): keys[sets.root(of: source)] ?? trace.own(source)
      }
    }
    return withOneAccountADocument(accounts)
  }

  private func hasOwnAccount(_ report: Int) -> Bool {
    coverage.hasOwnAccount(report, of: reports)
  }

  /// Whether so many words say where an account comes from.
  static func joins(_ words: Int, _ size: Int) -> Bool {
    let needed = size < OriginFinder.measurableWords ? 0.5 : OriginFinder.joiningShare
    return words >= OriginFinder.joiningWords
      || Double(words) >= needed * Double(max(1, size))
  }

  private func end(of report: Int) -> End {
    var report = report
    while !hasOwnAccount(report) {
      let edges = trace.edges(to: report)
      guard Self.joins(edges.reduce(0) { $0 + $1.edge.words }, reports[report].size),
        let main = edges.max(by: { isLess($0.edge, $1.edge) })
      else { break }
      switch main.edge.from {
      case .wire(let number): return .wire(number)
      case .report(let source): report = source
      }
    }
    return .report(report)
  }

  private func isLess(_ a: Lineage.Edge, _ b: Lineage.Edge) -> Bool {
    func key(_ edge: Lineage.Edge) -> (Int, Int, Int) {
      switch edge.from {
      case .report(let source): (edge.words, 0, -trace.story.rank[source])
      case .wire(let number): (edge.words, 1, -number)
      }
    }
    return key(a) < key(b)
  }

  /// Reports that share their words with each other, or with accounts, in no known direction.
  private func key(
    ofDoubtful group: [Int], _ doubts: [Int: [(other: Int, words: Int)]], _ ends: [End]
  ) -> OriginLedger.Key {
    var best: (words: Int, rank: Int, end: End)?
    for report in group {
      for doubt in doubts[report] ?? [] {
        let end = ends[doubt.other]
        if case .report(let other) = end, !hasOwnAccount(other) { continue }
        let rank = trace.story.rank[doubt.other]
        if let known = best, (known.words, -known.rank) >= (doubt.words, -rank) { continue }
        best = (doubt.words, rank, end)
      }
    }
    switch best?.end {
    case .wire(let number): return trace.key(ofWire: number)
    case .report(let other): return trace.own(other)
    case nil: break
    }
    let isOneOutlet = group.allSatisfy { reports[$0].sharesOutlet(with: reports[group[0]]) }
    return group.count == 1 || isOneOutlet ? trace.own(group[0]) : .unseen(group)
  }

  /// Gives all versions of one outlet's report the account of the newest.
  ///
  /// Where the newest cannot be told, an account that others have too goes before the outlet's
  /// own: a doubt adds no origin.
  private func withOneAccountADocument(_ accounts: [OriginLedger.Key]) -> [OriginLedger.Key] {
    var sets = Sets(count: reports.count)
    var isOlder = [Bool](repeating: false, count: reports.count)
    for pair in trace.story.pairs where pair.isVersion { sets.join(pair.a, pair.b) }
    for found in trace.lineage.edges where found.edge.kind == .version && found.edge.isDirected {
      if case .report(let from) = found.edge.from { isOlder[from] = true }
    }
    var documents: [Int: [Int]] = [:]
    for report in reports.indices {
      documents[sets.root(of: report), default: []].append(report)
    }
    var result = accounts
    for versions in documents.values where versions.count > 1 {
      let newest = versions.filter { !isOlder[$0] }
      let borrowed = newest.filter { accounts[$0] != trace.own($0) }
        .min { trace.story.rank[$0] < trace.story.rank[$1] }
      let key = borrowed.map { accounts[$0] } ?? accounts[newest.first ?? versions[0]]
      for version in versions { result[version] = key }
    }
    return result
  }
}
