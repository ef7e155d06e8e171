/// Lays out who took which words from whom.
///
/// First the sources that none of the reports is, then each report's parents among the others,
/// then what it took from a source, and at last shared words whose way nothing tells.
///
/// - Complexity: O(p · words) for p pairs that share words, O(n²) for the check for cycles.
struct LineageFinder: Sendable {
  /// An edge with the words of the taker that it stands for.
  struct FoundEdge: Sendable {
    var edge: Lineage.Edge
    let words: WordSet
  }

  let story: SharedStory
  private(set) var wires: [FoundWire]
  private(set) var edges: [FoundEdge] = []
  /// The words of each report that hang on no edge yet.
  private var left: [WordSet]
  private var parentsOf: [[Int]]
  /// Pairs of reports with an edge.
  private var joined: Set<Coverage.Pair> = []

  init(_ story: SharedStory) {
    self.story = story
    wires = WireFinder(story: story).wires()
    left = story.reports.map { report in
      var words = WordSet(count: report.stream.count)
      words.insert(0..<report.stream.count)
      return words
    }
    parentsOf = story.reports.map { _ in [] }
    findParents { _, _, evidence in evidence != .containment }
    findTakersOfWires()
    findReportsCutShort()
    findUnknown()
    edges.sort { x, y in
      (x.edge.to, x.edge.from.order) < (y.edge.to, y.edge.from.order)
    }
  }

  // MARK: Parents

  /// Finds the parents of each report that `isShown` allows: by taker, source and evidence.
  private mutating func findParents(_ isShown: (Int, Int, Lineage.Evidence) -> Bool) {
    let finder = ParentFinder(story: story, wires: wires)
    for taker in story.reports.indices.sorted(by: { story.rank[$0] < story.rank[$1] }) {
      let above = parentsOf
      let parents = finder.parents(of: taker, words: left[taker]) { source, evidence in
        isShown(taker, source, evidence) && !Self.isAncestor(taker, of: source, above)
      }
      for parent in parents {
        parentsOf[taker].append(parent.report)
        left[taker] = left[taker].subtracting(parent.words)
        let pair = story.pairs[parent.pair]
        joined.insert(Coverage.Pair(a: pair.a, b: pair.b))
        edges.append(
          FoundEdge(
            edge: Lineage.Edge(
              from: .report(parent.report), to: taker, kind: pair.isVersion ? .version : .copy,
              words: story.size(parent.words, of: taker), evidence: parent.evidence,
              passages: parent.passages.map { pair.passages[$0] }, others: parent.others),
            words: parent.words))
      }
    }
  }

  private static func isAncestor(_ report: Int, of other: Int, _ parents: [[Int]]) -> Bool {
    var open = [other]
    var seen: Set<Int> = []
    while let next = open.popLast() {
      if next == report { return true }
      if seen.insert(next).inserted { open += parents[next] }
    }
    return false
  }

  /// A report cut short was taken from the longer one only if that has its words from nobody:
  /// else both may have them from there.
  private mutating func findReportsCutShort() {
    let free = left
    let story = story
    findParents { taker, source, evidence in
      guard evidence == .containment, let pair = story.pair(taker, source) else { return false }
      let words = story.words(of: source, pair: pair)
      return 2 * story.size(words.intersection(free[source]), of: source)
        >= story.size(words, of: source)
    }
  }

  // MARK: Wires

  private mutating func findTakersOfWires() {
    let finder = ParentFinder(story: story, wires: wires)
    var kept: [FoundWire] = []
    for wire in wires {
      var taken: [FoundEdge] = []
      for taker in wire.words.keys.sorted() {
        if let edge = edge(from: wire, number: kept.count, to: taker, finder) { taken.append(edge) }
      }
      guard taken.count > 1 || (taken.count == 1 && wire.agency != nil) else { continue }
      for edge in taken { left[edge.edge.to] = left[edge.edge.to].subtracting(edge.words) }
      var wire = wire
      let takers = Set(taken.map(\.edge.to))
      wire.words = wire.words.filter { takers.contains($0.key) }
      kept.append(wire)
      edges += taken
    }
    wires = kept
  }

  private func edge(
    from wire: FoundWire, number: Int, to taker: Int, _ finder: ParentFinder
  ) -> FoundEdge? {
    guard let all = wire.words[taker] else { return nil }
    let words = all.intersection(left[taker])
    guard 2 * story.size(words, of: taker) >= story.size(all, of: taker) else { return nil }
    let shown = wire.pairs.isEmpty ? story.pairsOf[taker] : wire.pairs
    let pairs = shown.filter { story.pairs[$0].a == taker || story.pairs[$0].b == taker }
    let passages = pairs.flatMap { pair in
      finder.passages(of: pair, taker: taker, mostlyIn: words)
        .map { story.pairs[pair].passages[$0] }
    }
    guard !passages.isEmpty else { return nil }
    let isCredited = wire.agency.map { story.direction.credits[taker].contains($0) } ?? false
    let isApart = pairs.contains { story.direction.haveOwnWords(story.pairs[$0]) }
    return FoundEdge(
      edge: Lineage.Edge(
        from: .wire(number), to: taker, kind: .copy, words: story.size(words, of: taker),
        evidence: isCredited ? .credit : isApart ? .additions : .unknown,
        passages: passages.sorted(), others: []),
      words: words)
  }

  // MARK: What nothing tells

  /// Shared words that hang on no edge in one report or both, the most words first.
  private mutating func findUnknown() {
    var told = toldBySources()
    let ordered = story.pairs.indices.sorted { x, y in
      (story.pairs[y].words, key(x)) < (story.pairs[x].words, key(y))
    }
    findUnknownVersions(ordered, &told)
    for needsBoth in [true, false] {
      for number in ordered { findUnknown(number, needsBoth: needsBoth, &told) }
    }
  }

  /// Joins all versions of one outlet's report, whoever else has their words.
  private mutating func findUnknownVersions(_ ordered: [Int], _ told: inout [WordSet]) {
    var documents = Sets(count: story.reports.count)
    let versions = ordered.filter { story.pairs[$0].isVersion }
    for number in versions {
      let pair = story.pairs[number]
      if joined.contains(Coverage.Pair(a: pair.a, b: pair.b)) { documents.join(pair.a, pair.b) }
    }
    for number in versions {
      let pair = story.pairs[number]
      guard documents.root(of: pair.a) != documents.root(of: pair.b) else { continue }
      documents.join(pair.a, pair.b)
      addUnknown(pair, Array(pair.passages.indices), &told)
    }
  }

  /// For each report the words that another took from it.
  private func toldBySources() -> [WordSet] {
    var told = story.reports.map { WordSet(count: $0.stream.count) }
    for edge in edges {
      guard case .report(let source) = edge.edge.from,
        let pair = story.pair(source, edge.edge.to)
      else { continue }
      told[source].formUnion(story.words(of: source, pair: pair))
    }
    return told
  }

  private func key(_ pair: Int) -> Int {
    let ranks = [story.rank[story.pairs[pair].a], story.rank[story.pairs[pair].b]].sorted()
    return ranks[0] * story.reports.count + ranks[1]
  }

  private mutating func findUnknown(_ number: Int, needsBoth: Bool, _ told: inout [WordSet]) {
    let pair = story.pairs[number]
    guard !joined.contains(Coverage.Pair(a: pair.a, b: pair.b)) else { return }
    let open = [pair.a, pair.b].map { left[$0].subtracting(told[$0]) }
    let positions = pair.passages.indices.filter { position in
      guard
        pair.isHeld(position, of: pair.a, by: open[0])
          || pair.isHeld(position, of: pair.b, by: open[1])
      else { return false }
      return !needsBoth
        || (pair.isHeld(position, of: pair.a, by: left[pair.a])
          && pair.isHeld(position, of: pair.b, by: left[pair.b]))
    }
    if !positions.isEmpty { addUnknown(pair, positions, &told) }
  }

  private mutating func addUnknown(
    _ pair: SharedPair, _ positions: [Int], _ told: inout [WordSet]
  ) {
    var words = 0
    var taken = WordSet(count: story.reports[pair.b].stream.count)
    for position in positions {
      words += pair.stretches[position].matchedWords
      for run in pair.runs(of: pair.a, position) { told[pair.a].insert(run) }
      for run in pair.runs(of: pair.b, position) {
        told[pair.b].insert(run)
        taken.insert(run)
      }
    }
    joined.insert(Coverage.Pair(a: pair.a, b: pair.b))
    edges.append(
      FoundEdge(
        edge: Lineage.Edge(
          from: .report(pair.a), to: pair.b, kind: pair.isVersion ? .version : .copy,
          words: words, evidence: .unknown, passages: positions.map { pair.passages[$0] },
          others: []),
        words: taken))
  }
}

extension Lineage.Node {
  /// Reports before wires.
  var order: Int {
    switch self {
    case .report(let index): index
    case .wire(let index): Int.max / 2 + index
    }
  }
}
