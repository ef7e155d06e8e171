import ArgumentParser
import Foundation
import Platform
import TextReuse
import Texts

/// Counts what is called rewritten among real reports of one event.
struct RewritingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rewritings",
    abstract: "Rewritten passages among real reports of one event, whose truth nobody knows.",
    discussion: """
      Files are JSON lines (id, event, text) or arrays of clusters whose articles have text and \
      ext_url. Pairs are counted by what they share word for word: nothing of weight, some copied \
      words, or forty and more and a quarter of the smaller. A cluster that a file before had is \
      left out. --misses prints the passages, for developing only.
      """)

  @Argument(help: "Files of clusters.") var files: [String]
  @OptionGroup var reader: EvaluatedReader
  @Option(help: "Take the first so many clusters of each file.") var limit: Int?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print the passages.") var misses = false

  struct Row: Encodable {
    var share: String
    var pairs = 0
    var pairsCalled = 0
    var passages = 0
  }

  func run() throws {
    let reader = try reader.loaded()
    var rows = ["nothing", "some", "much"].map { Row(share: $0) }
    var seen: Set<[String]> = []
    for path in files {
      for cluster in try EventCluster.clusters(of: path).prefix(limit ?? .max)
      where cluster.reports.count > 1 && seen.insert(cluster.reports.map(\.id).sorted()).inserted {
        let reports = cluster.reports.map {
          ReadReport($0.text, outlet: $0.outlet, day: nil, reader: reader)
        }
        let result = PassageFinder().result(for: reports.map(\.input))
        for b in reports.indices {
          for a in 0..<b {
            let found = result.rewritings.filter { $0.a.report == a && $0.b.report == b }
            let share = share(result, a, b, reports)
            rows[share].pairs += 1
            rows[share].passages += found.count
            guard !found.isEmpty else { continue }
            rows[share].pairsCalled += 1
            guard misses else { continue }
            Output.write(
              "== \(rows[share].share): \(cluster.reports[a].id) \(cluster.reports[b].id)\n")
            for passage in found { show(passage, reports) }
          }
        }
      }
    }
    if json { return Output.write(try jsonText(rows)) }
    var table = filled("copied", 12) + padded("pairs", 8) + padded("called", 8)
    table += padded("share", 8) + padded("passages", 10) + "\n"
    for row in rows {
      table += filled(row.share, 12) + padded("\(row.pairs)", 8) + padded("\(row.pairsCalled)", 8)
      table += padded(
        String(format: "%.4f", Double(row.pairsCalled) / Double(max(1, row.pairs))), 8)
      table += padded("\(row.passages)", 10) + "\n"
    }
    Output.write(table)
  }

  /// 0 when two reports share no copied words, 2 when they share forty and a quarter, else 1.
  private func share(_ result: ReuseResult, _ a: Int, _ b: Int, _ reports: [ReadReport]) -> Int {
    let copied = result.passages.reduce(0) {
      let isTaken = $1.kind == .copy || $1.kind == .version
      return $0 + (isTaken && $1.a.report == a && $1.b.report == b ? $1.matchedWords : 0)
    }
    if copied == 0 { return 0 }
    let smaller = min(reports[a].input.text.count, reports[b].input.text.count) / 6
    return copied >= 40 && 4 * copied >= smaller ? 2 : 1
  }

  private func show(_ passage: Passage, _ reports: [ReadReport]) {
    let likeness = String(format: "%.2f", passage.similarity ?? 0)
    for (label, side) in [(likeness, passage.a), ("    ", passage.b)] {
      let words = reports[side.report].input.text[side.range]
      Output.write("\(label) \(words.replacingOccurrences(of: "\n", with: " "))\n")
    }
  }
}
