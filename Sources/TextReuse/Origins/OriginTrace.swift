/// Follows words along the lineage to where they came from.
struct OriginTrace: Sendable {
  /// Where some words come from, as far as the lineage goes.
  enum Root: Hashable, Sendable {
    /// A report that took them from nobody.
    case report(Int)
    /// A source that is none of the reports.
    case wire(Int)
    /// Reports that share them, and nothing tells which had them first.
    case unknown
  }

  let lineage: LineageFinder
  private let passages: [MatchedPassage]
  private let edgesTo: [[Int]]
  /// Edges of unknown direction by either report.
  private let unknownOf: [[Int]]

  init(lineage: LineageFinder, passages: [MatchedPassage]) {
    self.lineage = lineage
    self.passages = passages
    var edgesTo: [[Int]] = lineage.story.reports.map { _ in [] }
    var unknownOf = edgesTo
    for (number, found) in lineage.edges.enumerated() {
      if found.edge.isDirected {
        edgesTo[found.edge.to].append(number)
      } else if case .report(let other) = found.edge.from {
        unknownOf[found.edge.to].append(number)
        unknownOf[other].append(number)
      }
    }
    self.edgesTo = edgesTo
    self.unknownOf = unknownOf
  }

  var story: SharedStory { lineage.story }

  /// The edges along which a report took words, in their order.
  func edges(to report: Int) -> [LineageFinder.FoundEdge] {
    edgesTo[report].map { lineage.edges[$0] }
  }

  /// The edges of unknown direction at a report, each with the report at the other end.
  func unknown(of report: Int) -> [(edge: LineageFinder.FoundEdge, other: Int)] {
    unknownOf[report].compactMap { number in
      let found = lineage.edges[number]
      guard case .report(let from) = found.edge.from else { return nil }
      return (found, from == report ? found.edge.to : from)
    }
  }

  /// What an origin that is none of the reports is known by.
  func key(ofWire number: Int) -> OriginLedger.Key {
    let wire = lineage.wires[number]
    return wire.agency.map { .agency($0) } ?? .unseen(wire.words.keys.sorted())
  }

  /// What a report's own account is known by.
  func own(_ report: Int) -> OriginLedger.Key {
    story.reports[report].input.outlet.map { .outlet($0) } ?? .report(report)
  }

  /// Where the words of one side of a passage come from.
  ///
  /// - Complexity: O(words) for each report on the way.
  func root(ofPassage number: Int, in report: Int) -> Root {
    let item = passages[number]
    let isA = item.passage.a.report == report
    var words = WordSet(count: story.reports[report].stream.count)
    for run in item.stretch.runs { words.insert(isA ? run.stretchA : run.stretchB) }
    return root(of: words, in: report)
  }

  private func root(of words: WordSet, in report: Int) -> Root {
    let size = story.size(words, of: report)
    func isMostly(_ others: WordSet) -> Bool {
      2 * story.size(words.intersection(others), of: report) >= size
    }
    if let found = edges(to: report).first(where: { isMostly($0.words) }) {
      switch found.edge.from {
      case .wire(let number): return .wire(number)
      case .report(let source):
        let there = words.intersection(found.words)
        return root(of: mapped(there, from: report, to: source), in: source)
      }
    }
    for (_, other) in unknown(of: report) where isMostly(story.words(of: report, in: other)) {
      return .unknown
    }
    return .report(report)
  }

  /// The words of `source` that match some words of `report`.
  private func mapped(_ words: WordSet, from report: Int, to source: Int) -> WordSet {
    var result = WordSet(count: story.reports[source].stream.count)
    guard let number = story.pair(report, source) else { return result }
    let pair = story.pairs[number]
    for run in pair.stretches.flatMap(\.runs) {
      let (own, other) = pair.a == report ? (run.a, run.b) : (run.b, run.a)
      for index in 0..<run.count where words.contains(own + index) {
        result.insert(other + index..<other + index + 1)
      }
    }
    return result
  }
}
