/// A passage with the words that match in it, before its origin is known.
struct MatchedPassage: Sendable {
  let passage: SharedPassage
  let stretch: SharedStretch
}

/// What one report shares, taken, with another.
struct SharedPair: Sendable {
  /// Index of the report with the lower index.
  let a: Int
  /// Index of the other.
  let b: Int
  /// Indexes of the passages, ordered by place in `a`.
  var passages: [Int] = []
  /// Their words.
  var stretches: [SharedStretch] = []
  /// Whether the two are versions of one outlet's report.
  var isVersion = false

  /// How many words match exactly.
  var words: Int { stretches.reduce(0) { $0 + $1.matchedWords } }

  /// The other report of the two.
  func other(than report: Int) -> Int { report == a ? b : a }

  /// The stretches of one of the two reports, in the order of `passages`.
  func stretches(of report: Int) -> [Range<Int>] {
    stretches.map { report == a ? $0.a : $0.b }
  }

  /// The words of one of the two reports that match exactly, of one passage.
  func runs(of report: Int, _ position: Int) -> [Range<Int>] {
    stretches[position].runs.map { report == a ? $0.stretchA : $0.stretchB }
  }

  /// Whether `words` of one of the two reports hold half of the matching words of a passage, or
  /// enough in a row to be a passage themselves.
  func isHeld(_ position: Int, of report: Int, by words: WordSet) -> Bool {
    var all = 0
    var inside = 0
    var longest = 0
    for run in runs(of: report, position) {
      var row = 0
      for index in run {
        row = words.contains(index) ? row + 1 : 0
        inside += row > 0 ? 1 : 0
        longest = max(longest, row)
      }
      all += run.count
    }
    return 2 * inside >= all || longest >= PassageTest.fewestWords
  }

  /// All pairs that share taken words, in order.
  static func pairs(of passages: [MatchedPassage]) -> [SharedPair] {
    var pairs: [SharedPair] = []
    var known: [Coverage.Pair: Int] = [:]
    for (index, item) in passages.enumerated() where item.passage.isTaken {
      let key = Coverage.Pair(a: item.passage.a.report, b: item.passage.b.report)
      if let position = known[key] {
        pairs[position].add(index, item)
      } else {
        known[key] = pairs.count
        var pair = SharedPair(a: key.a, b: key.b)
        pair.add(index, item)
        pairs.append(pair)
      }
    }
    return pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  private mutating func add(_ index: Int, _ item: MatchedPassage) {
    passages.append(index)
    stretches.append(item.stretch)
    if item.passage.kind == .version { isVersion = true }
  }
}

extension SharedPair {
  /// Words of `report` that the other has not, where its own words on both sides go on: what
  /// `report` put in, or the other left out.
  ///
  /// Replaced words are no additions: of a gap only what is longer than the other's counts.
  func additions(of report: Int) -> Int {
    var sum = 0
    var before: (own: Int, other: Int)?
    let isA = report == a
    let runs = stretches.flatMap(\.runs).map { isA ? $0 : Run(a: $0.b, b: $0.a, count: $0.count) }
    for run in runs.sorted(by: { ($0.a, $0.b) < ($1.a, $1.b) }) {
      if let before, run.b >= before.other {
        let longer = (run.a - before.own) - (run.b - before.other)
        if longer >= Self.leastAddition { sum += longer }
      }
      before = (run.aEnd, run.bEnd)
    }
    return sum
  }

  /// The fewest words of an addition; fewer are an edit.
  private static let leastAddition = 6
}
