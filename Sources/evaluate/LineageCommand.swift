import ArgumentParser
import Foundation
import Platform
import TextReuse
import Texts

/// Measures who took words from whom on families of reports whose parents are known.
struct LineageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "Direction of copying: direct parents within families of reports.",
    discussion: """
      Reports joined by known parents make a story. Each is told three times: with the times of \
      publication, without any, and without its first report, so that copies share an unseen \
      source. A taker counts once, by the edge with most of its words.
      """)

  @Argument(help: "Reports, one JSON object a line: id, ts, outlet, text.") var reports: String
  @Argument(help: "Truth, one JSON object a line: id, op, parents.") var truth: String
  @Option(help: "The most reports of a story.") var most = 20
  @Option(help: "Tell only so many stories.") var limit: Int?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "List takers whose edge is no true parent's.") var misses = false

  /// How takers of one telling fared.
  struct Row: Encodable {
    var telling: String
    var takers = 0
    /// The edge comes from a true parent.
    var parent = 0
    /// A true parent is named as fitting just as well.
    var alsoNamed = 0
    /// From another ancestor.
    var ancestor = 0
    /// From a report that is no ancestor and no descendant.
    var relative = 0
    /// From a report that took from the taker.
    var backwards = 0
    /// From a source that none of the reports is.
    var wire = 0
    /// It is called a source of others, and nothing is told of its own.
    var source = 0
    /// No direction is told.
    var unknown = 0
    /// There is no edge.
    var none = 0
  }

  func run() throws {
    var reports: [ReportLine] = []
    let reader = try LineReader(path: self.reports)
    while let line = try reader.next({ try ReportLine($0) }) { reports.append(line) }
    let truth: [StreamTruth] = try decodedLines(of: truth)
    let families = Families(ids: reports.map(\.id), truth: truth)
    var rows = [
      "with times", "without times", "first report removed, with times",
      "first report removed, without times",
    ].map { Row(telling: $0) }
    let stories = families.stories.filter { (2...most).contains($0.count) }.prefix(limit ?? .max)
    for story in stories {
      for row in 0..<4 {
        let members = row < 2 ? story : Array(story.dropFirst())
        guard members.count > 1 else { continue }
        let inputs = members.map { index in
          let text = reports[index].text
          let isTimed = row % 2 == 0
          return ReuseInput(
            text: text, range: text.range, outlet: reports[index].outlet,
            publishedDay: isTimed ? reports[index].published.map { $0 / 86_400 } : nil, credits: [],
            publishedSecond: isTimed ? reports[index].published : nil)
        }
        let lineage = PassageFinder().result(for: inputs).lineage
        for taker in members.indices {
          count(taker, of: members, lineage, families, isHidden: row > 1, &rows[row])
        }
      }
    }
    print(json ? try encoded(rows) : Self.table(rows))
  }

  private func count(
    _ taker: Int, of members: [Int], _ lineage: Lineage, _ families: Families, isHidden: Bool,
    _ row: inout Row
  ) {
    let parents = families.parents[members[taker]]
    // Of a story without its first report, those who took from it are of interest.
    let isHiddenChild = parents.contains(where: { !members.contains($0) })
    guard isHidden ? isHiddenChild : !parents.isEmpty else { return }
    row.takers += 1
    let edges = lineage.edges.filter { $0.to == taker && $0.isDirected }
    guard let main = edges.max(by: { $0.words < $1.words }) else {
      let others = lineage.edges.filter { $0.to == taker || $0.from == .report(taker) }
      if others.contains(where: { !$0.isDirected }) {
        row.unknown += 1
      } else if others.isEmpty {
        row.none += 1
      } else {
        row.source += 1
      }
      return
    }
    guard case .report(let from) = main.from else {
      row.wire += 1
      return
    }
    let source = members[from]
    if parents.contains(source) {
      row.parent += 1
    } else {
      if main.others.contains(where: { parents.contains(members[$0]) }) { row.alsoNamed += 1 }
      if families.isAncestor(source, of: members[taker]) {
        row.ancestor += 1
      } else if families.isAncestor(members[taker], of: source) {
        row.backwards += 1
      } else {
        row.relative += 1
      }
      if misses {
        print(
          row.telling, families.ids[members[taker]], "from", families.ids[source], main.evidence)
      }
    }
  }

  private func encoded(_ rows: [Row]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(rows), as: UTF8.self)
  }

  private static func table(_ rows: [Row]) -> String {
    rows.map { row in
      """
      \(row.telling): \(row.takers) takers
        from a true parent \(row.parent), another ancestor \(row.ancestor), another relative \
      \(row.relative), backwards \(row.backwards); a true parent named beside \(row.alsoNamed)
        from an unseen source \(row.wire), direction not told \(row.unknown), called the \
      source \(row.source), no edge \(row.none)
      """
    }.joined(separator: "\n")
  }
}

/// Reports joined by known parents.
private struct Families {
  let ids: [String]
  let parents: [[Int]]
  /// Families as indexes in order, by their first reports.
  let stories: [[Int]]

  init(ids: [String], truth: [StreamTruth]) {
    self.ids = ids
    let index = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    var parents: [[Int]] = ids.map { _ in [] }
    for item in truth {
      if let child = index[item.id] { parents[child] = item.parents.compactMap { index[$0] } }
    }
    self.parents = parents
    var root = Array(ids.indices)
    func find(_ item: Int) -> Int {
      var item = item
      while root[item] != item { item = root[item] }
      return item
    }
    for (child, parents) in parents.enumerated() {
      for parent in parents {
        let (a, b) = (find(child), find(parent))
        root[max(a, b)] = min(a, b)
      }
    }
    var members: [Int: [Int]] = [:]
    for item in ids.indices { members[find(item), default: []].append(item) }
    stories = members.keys.sorted().map { members[$0] ?? [] }
  }

  func isAncestor(_ report: Int, of other: Int) -> Bool {
    var open = parents[other]
    var seen: Set<Int> = []
    while let next = open.popLast() {
      if next == report { return true }
      if seen.insert(next).inserted { open += parents[next] }
    }
    return false
  }
}
