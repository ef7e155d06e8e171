import ArgumentParser
import Knowledge
import Linguistics
import Mentions
import Platform
import Texts

/// Chains of noun phrases against a treebank with coreference.
struct CoreferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coreference",
    abstract: "Phrases that mean one thing, against treebanks with entities (GUM).",
    discussion: """
      Words and sentences are the treebank's, tags, trees and names the model's. A phrase counts \
      when its words are the same. Chains of one phrase are left out on both sides, as in \
      OntoNotes; with --singletons they count.
      """)

  @Argument(help: "CoNLL-U files with entities.") var files: [String]
  @OptionGroup var reader: EvaluatedReader
  @Option(help: "Only documents of these genres, separated by commas.") var genres: String?
  @Flag(help: "Count chains of one phrase.") var singletons = false
  @Option(help: "Write what the weights are fitted from to this file instead.")
  var candidates: String?
  @Flag(help: "Print phrases that only one side has instead of figures.") var misses = false
  @Flag(help: "Print JSON.") var json = false

  struct Row: Encodable {
    var genre: String
    var documents = 0
    var score = CoreferenceScore()
  }

  func run() throws {
    let loaded = try reader.loaded()
    let finder = CoreferenceFinder(knowledge: try reader.knowledge())
    let wanted = genres.map { Set($0.split(separator: ",").map(String.init)) }
    var rows: [String: Row] = [:]
    var all = Row(genre: "all")
    var writer = CoreferenceCandidates()
    for path in files {
      for document in try Treebank(path: path).documents {
        if let wanted, !wanted.contains(document.genre) { continue }
        guard let reading = ParsesCommand.reading(of: document, by: loaded, raw: false) else {
          throw ValidationError("\(path): \(document.name) is not UTF-8")
        }
        let gold = document.entityChains
        if candidates != nil {
          writer.add(finder.candidates(in: reading), gold: gold)
          continue
        }
        var row = rows[document.genre] ?? Row(genre: document.genre)
        let found = finder.chains(in: reading).map { Set($0.phrases) }
        if misses {
          show(gold, found, in: reading)
          continue
        }
        let kept = { (chain: Set<Range<Int>>) in singletons || chain.count > 1 }
        row.documents += 1
        row.score.add(gold: gold.filter(kept), found: found.filter(kept))
        all.documents += 1
        all.score.add(gold: gold.filter(kept), found: found.filter(kept))
        rows[document.genre] = row
      }
    }
    if misses { return }
    if let candidates { return try writer.write(to: candidates) }
    let sorted = rows.values.sorted { $0.genre < $1.genre } + [all]
    Output.write(json ? try jsonText(sorted) : Self.table(sorted))
  }

  private func show(_ gold: [Set<Range<Int>>], _ found: [Set<Range<Int>>], in reading: Reading) {
    let mine = Set(found.joined())
    let theirs = Set(gold.joined())
    let differing = mine.symmetricDifference(theirs).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    var lines = ""
    for tokens in differing {
      let range = TextRange(
        reading.tokens[tokens.lowerBound].start, reading.tokens[tokens.upperBound - 1].end)
      lines += (mine.contains(tokens) ? "found" : "gold") + "\t\(reading.text[range])\n"
    }
    Output.write(lines)
  }

  private static func table(_ rows: [Row]) -> String {
    var table = filled("genre", 14) + padded("docs", 5)
    for name in ["mentions", "MUC", "B3", "CEAFe", "CoNLL"] { table += padded(name, 9) }
    table += "\n"
    for row in rows {
      table += filled(row.genre, 14) + padded("\(row.documents)", 5)
      let score = row.score
      for value in [score.mentions.f1, score.muc.f1, score.bCubed.f1, score.ceaf.f1, score.conll] {
        table += "  " + percent(value)
      }
      table += "\n"
    }
    return table
  }
}

extension Treebank.Document {
  /// The things that the document mentions, each the runs of placed words that mention it; those
  /// in pieces are left out.
  var entityChains: [Set<Range<Int>>] {
    var open: [Substring: [Int]] = [:]
    var chains: [Substring: Set<Range<Int>>] = [:]
    var order: [Substring] = []
    func close(_ id: Substring, at end: Int) {
      guard let start = open[id]?.popLast() else { return }
      if id.contains("[") { return }
      if chains[id] == nil { order.append(id) }
      chains[id, default: []].insert(start..<end)
    }
    for (index, word) in placedWords.enumerated() {
      var rest = words[word].entity[...]
      while let first = rest.first {
        if first == "(" {
          rest.removeFirst()
          let end = rest.firstIndex { $0 == "(" || $0 == ")" } ?? rest.endIndex
          let id = rest[..<(rest[..<end].firstIndex(of: "-") ?? end)]
          open[id, default: []].append(index)
          rest = rest[end...]
          if rest.first == ")" {
            close(id, at: index + 1)
            rest.removeFirst()
          }
        } else {
          let end = rest.firstIndex(of: ")") ?? rest.endIndex
          close(rest[..<end], at: index + 1)
          rest = rest[end...].dropFirst()
        }
      }
    }
    return order.compactMap { chains[$0] }
  }
}
