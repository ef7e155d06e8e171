/// A source that none of the reports is: the reports that share its words, and which words.
struct FoundWire: Sendable {
  /// The agency credited, nil when none is.
  var agency: String?
  /// The words that are its, for each report that has some.
  var words: [Int: WordSet]
  /// The pairs that show it.
  var pairs: [Int]
}

/// Finds the sources that several reports took from and none of them is.
///
/// Pairs that share such a source are one wire where their words overlap in a report.
struct WireFinder: Sendable {
  let story: SharedStory

  /// The wires, in an order that does not depend on that of the reports.
  ///
  /// - Complexity: O(p · words) for p pairs, and O(wires) more for each.
  func wires() -> [FoundWire] {
    let shown = story.pairs.indices.filter { story.relations[$0] == .wire }
    var sets = Sets(count: story.pairs.count)
    for report in story.reports.indices { join(&sets, story.pairsOf[report], report) }
    var members: [Int: [Int]] = [:]
    for pair in shown { members[sets.root(of: pair), default: []].append(pair) }
    var wires = members.keys.sorted().compactMap { members[$0].map(wire) }
    wires.sort(by: precedes)
    for report in story.reports.indices.sorted(by: { story.rank[$0] < story.rank[$1] }) {
      addCredited(report, to: &wires)
    }
    return wires.sorted(by: precedes)
  }

  /// By the ranks of their reports, then by the place of their words in the first of them.
  private func precedes(_ a: FoundWire, _ b: FoundWire) -> Bool {
    func key(_ wire: FoundWire) -> [Int] {
      let ranked = wire.words.keys.sorted { story.rank[$0] < story.rank[$1] }
      let place = ranked.first.flatMap { wire.words[$0]?.extent.lowerBound } ?? 0
      return ranked.map { story.rank[$0] } + [-1, place]
    }
    return key(a).lexicographicallyPrecedes(key(b))
  }

  /// Joins a report's pairs whose words overlap by half of the fewer.
  private func join(_ sets: inout Sets, _ pairs: [Int], _ report: Int) {
    var joined: [(pair: Int, words: WordSet, size: Int)] = []
    let sized = pairs.filter { story.relations[$0] == .wire }.map { pair in
      let words = story.words(of: report, pair: pair)
      return (pair: pair, words: words, size: story.size(words, of: report))
    }
    func rank(_ pair: Int) -> Int { story.rank[story.pairs[pair].other(than: report)] }
    for next in sized.sorted(by: { ($1.size, rank($0.pair)) < ($0.size, rank($1.pair)) }) {
      var isKnown = false
      for index in joined.indices {
        let common = story.size(next.words.intersection(joined[index].words), of: report)
        guard 2 * common >= next.size else { continue }
        isKnown = true
        sets.join(joined[index].pair, next.pair)
        joined[index].words.formUnion(next.words)
      }
      if !isKnown { joined.append(next) }
    }
  }

  private func wire(_ pairs: [Int]) -> FoundWire {
    var wire = FoundWire(agency: nil, words: [:], pairs: pairs)
    for pair in pairs {
      for report in [story.pairs[pair].a, story.pairs[pair].b] {
        let words = story.words(of: report, pair: pair)
        wire.words[report, default: WordSet(count: story.reports[report].stream.count)]
          .formUnion(words)
      }
    }
    wire.agency = agency(of: wire.words.keys.sorted())
    return wire
  }

  /// The agency that most of some reports credit and that none of them is.
  private func agency(of reports: [Int]) -> String? {
    var counts: [String: Int] = [:]
    for report in reports {
      for credit in story.direction.credits[report] { counts[credit, default: 0] += 1 }
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// What others took from a report that credits an agency is the agency's.
  private func addCredited(_ report: Int, to wires: inout [FoundWire]) {
    guard let agency = agency(of: [report]) else { return }
    var words = WordSet(count: story.reports[report].stream.count)
    for pair in story.pairsOf[report]
    where !story.pairs[pair].isVersion && story.source(of: report, pair: pair) == nil {
      words.formUnion(story.words(of: report, pair: pair))
    }
    guard !words.extent.isEmpty else { return }
    if let known = wires.firstIndex(where: { $0.words[report] != nil }) {
      if wires[known].agency == agency { wires[known].words[report]?.formUnion(words) }
    } else {
      wires.append(FoundWire(agency: agency, words: [report: words], pairs: []))
    }
  }
}
