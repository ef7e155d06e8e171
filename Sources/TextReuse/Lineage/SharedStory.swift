/// The reports of a story with what each pair of them shares: what lineage is told from.
struct SharedStory: Sendable {
  let reports: [ComparedReport]
  /// Pairs that share taken words, in order.
  let pairs: [SharedPair]
  /// What is known of each pair.
  let relations: [PairDirection.Relation]
  let direction: PairDirection
  /// For each report its pairs, in order.
  let pairsOf: [[Int]]
  /// A fixed order of the reports that does not depend on how they were given.
  let rank: [Int]
  private let index: [Coverage.Pair: Int]
  /// For each pair the words that match exactly, in `a` and in `b`.
  private let matched: [(a: WordSet, b: WordSet)]

  init(_ reports: [ComparedReport], _ passages: [MatchedPassage]) {
    self.reports = reports
    let pairs = SharedPair.pairs(of: passages)
    self.pairs = pairs
    var pairsOf: [[Int]] = reports.map { _ in [] }
    var index: [Coverage.Pair: Int] = [:]
    for (number, pair) in pairs.enumerated() {
      pairsOf[pair.a].append(number)
      pairsOf[pair.b].append(number)
      index[Coverage.Pair(a: pair.a, b: pair.b)] = number
    }
    self.pairsOf = pairsOf
    self.index = index
    matched = pairs.map { pair in
      let sides = [pair.a, pair.b].map { report in
        reports[report].stream.set(
          pair.stretches.indices.flatMap { pair.runs(of: report, $0) })
      }
      return (sides[0], sides[1])
    }
    var rank = [Int](repeating: 0, count: reports.count)
    let ordered = reports.indices.sorted {
      reports[$0].precedes(reports[$1]) || (!reports[$1].precedes(reports[$0]) && $0 < $1)
    }
    for (place, report) in ordered.enumerated() { rank[report] = place }
    self.rank = rank
    let credits = reports.indices.map { report in
      Self.distantCredits(of: report, reports, pairsOf[report].map { pairs[$0] })
    }
    let direction = PairDirection(reports: reports, credits: credits)
    self.direction = direction
    relations = pairs.map(direction.relation)
  }

  /// The agencies that a report credits and that none of the reports it shares words with is.
  private static func distantCredits(
    of report: Int, _ reports: [ComparedReport], _ pairs: [SharedPair]
  ) -> [String] {
    reports[report].otherCredits.filter { credit in
      !pairs.contains { pair in
        let input = reports[pair.other(than: report)].input
        return input.agency == credit
          || input.outlet.map { ComparedReport.isName(credit, of: $0) } == true
      }
    }
  }

  /// The words of `report` that match words of `other` exactly; none where they share nothing.
  func words(of report: Int, in other: Int) -> WordSet {
    pair(report, other).map { words(of: report, pair: $0) }
      ?? WordSet(count: reports[report].stream.count)
  }

  /// The words of one of a pair's reports that match exactly.
  func words(of report: Int, pair: Int) -> WordSet {
    pairs[pair].a == report ? matched[pair].a : matched[pair].b
  }

  /// The number of a pair; nil when the two share nothing that was taken.
  func pair(_ a: Int, _ b: Int) -> Int? { index[Coverage.Pair(a: min(a, b), b: max(a, b))] }

  func size(_ words: WordSet, of report: Int) -> Int { reports[report].stream.size(words) }

  /// The words of `taker` that `source` has and `other` changed or lacks, between words that all
  /// three have: edits of `source`, if it took from `other`.
  func variants(of taker: Int, from source: Int, besides other: Int) -> WordSet {
    let shared = words(of: taker, in: other)
    var inner = WordSet(count: reports[taker].stream.count)
    guard pair(source, other) != nil else { return inner }
    inner.insert(shared.extent)
    return words(of: taker, in: source).intersection(inner).subtracting(shared)
  }

  /// The report that `pair` shows `report` to have taken from, with what shows it.
  func source(of report: Int, pair: Int) -> (report: Int, evidence: Lineage.Evidence)? {
    guard case .directed(let from, let to, let evidence) = relations[pair], to == report else {
      return nil
    }
    return (from, evidence)
  }
}
