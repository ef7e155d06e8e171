import Texts

/// Takes back accounts that rest on text which another report has in other words.
///
/// Rewritten text is no proof, so it only ever joins accounts: a report whose own words are too few once
/// rewritten ones count as taken goes to the account of what it shares most with, unless that was
/// published later. What is joined so is judged, and there are never more origins than before.
struct RewrittenAccounts {
  let trace: OriginTrace
  /// The origin of each report's account by exact words.
  let accounts: [OriginLedger.Key]
  let rewritings: [SharedPassage]
  /// All passages, those in other words too.
  let passages: [SharedPassage]

  private var reports: [ComparedReport] { trace.story.reports }

  /// One origin a report, and those of them that rest on rewritten text.
  func result() -> (accounts: [OriginLedger.Key], judged: Set<OriginLedger.Key>) {
    guard !rewritings.isEmpty else { return (accounts, []) }
    let coverage = Coverage(reports, passages)
    var near: [Int: [(other: Int, words: Int)]] = [:]
    for report in reports.indices
    where accounts[report] == trace.own(report) && !coverage.hasOwnAccount(report, of: reports) {
      let found = sources(of: report)
      if !found.isEmpty { near[report] = found }
    }
    var sets = Sets(count: reports.count)
    for (report, others) in near {
      for item in others where near[item.other] != nil { sets.join(report, item.other) }
    }
    var groups: [Int: [Int]] = [:]
    for report in near.keys.sorted() { groups[sets.root(of: report), default: []].append(report) }
    var result = accounts
    var judged: Set<OriginLedger.Key> = []
    let exact = Coverage(reports, passages.filter { $0.similarity == nil })
    for root in groups.keys.sorted() {
      let group = groups[root] ?? []
      let key = key(of: group, near)
      judged.insert(key)
      for report in group { result[report] = key }
      // Copies of a report in the group go with it.
      for report in reports.indices
      where near[report] == nil && !exact.hasOwnAccount(report, of: reports)
        && group.contains(where: { trace.own($0) == accounts[report] })
      {
        result[report] = key
      }
    }
    return (result, judged)
  }

  /// The reports that a report may have its words from, with how many.
  private func sources(of report: Int) -> [(other: Int, words: Int)] {
    var shared: [Int: [TextRange]] = [:]
    var isRewritten: Set<Int> = []
    for passage in passages where passage.isTaken {
      for (own, other) in [(passage.a, passage.b), (passage.b, passage.a)]
      where own.report == report {
        shared[other.report, default: []].append(own.range)
        if passage.similarity != nil { isRewritten.insert(other.report) }
      }
    }
    return isRewritten.sorted().compactMap { other in
      if isEarlier(report, than: other) { return nil }
      let words = reports[report].stream.size(within: shared[other] ?? [])
      let smaller = min(reports[report].size, reports[other].size)
      return AccountFinder.joins(words, smaller) ? (other, words) : nil
    }
  }

  private func isEarlier(_ a: Int, than b: Int) -> Bool {
    guard let day = reports[a].input.publishedDay, let other = reports[b].input.publishedDay else {
      return false
    }
    return day < other
  }

  /// What a group of reports that tell one text goes back to.
  private func key(
    of group: [Int], _ near: [Int: [(other: Int, words: Int)]]
  ) -> OriginLedger.Key {
    var best: (words: Int, rank: Int, key: OriginLedger.Key)?
    for report in group {
      for item in near[report] ?? [] where near[item.other] == nil {
        let rank = trace.story.rank[item.other]
        if let known = best, (known.words, -known.rank) >= (item.words, -rank) { continue }
        best = (item.words, rank, accounts[item.other])
      }
    }
    if let best { return best.key }
    let ordered = group.sorted { trace.story.rank[$0] < trace.story.rank[$1] }
    // An origin that others go back to anyway adds none.
    let members = Set(group)
    let kept = Set(reports.indices.filter { !members.contains($0) }.map { accounts[$0] })
    if let report = ordered.first(where: { kept.contains(accounts[$0]) }) {
      return accounts[report]
    }
    if let agency = reports.creditedAgency(group, atLeast: 1) { return .agency(agency) }
    if let first = group.first(where: { one in
      group.allSatisfy { $0 == one || isEarlier(one, than: $0) }
    }) {
      return trace.own(first)
    }
    let isOneOutlet = group.allSatisfy { reports[$0].sharesOutlet(with: reports[group[0]]) }
    return isOneOutlet || group.count == 1 ? trace.own(ordered[0]) : .unseen(group)
  }
}
