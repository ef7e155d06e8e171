import ArgumentParser
import Dossiers
import Pipeline
import Platform
import Texts

/// Names that stand for one actor, over the reports of annotated cases.
struct AliasesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aliases",
    abstract: "Names joined over reports: folders of cases, each with a gold.json.",
    discussion: """
      Every two annotated names make a pair. A pair is gold when both stand in one set of aliases, \
      and found when the dossier has an actor or a place that goes by both. Case and a leading \
      article do not count.
      """)

  @Argument(help: "Folders of annotated cases.") var folders: [String]
  @OptionGroup var reader: EvaluatedReader
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print the pairs that differ instead of figures.") var misses = false

  struct Gold: Decodable {
    struct Report: Decodable { let file: String }
    let reports: [Report]
    let aliases: [[String]]?
  }

  struct Row: Encodable {
    var folder: String
    var pairs = Agreement()
    /// Names of sets of two or more, and how many of them are an actor's or a place's.
    var names = 0
    var known = 0
  }

  func run() async throws {
    let pipeline = try reader.pipeline()
    var rows: [Row] = []
    for path in folders {
      let file = try FileBytes.mapping(path: path + "/gold.json")
      let gold = try valueFromJSON(Gold.self, file.bytes(0, file.count))
      let outcome = await pipeline.outcome(
        of: gold.reports.map { Pipeline.Request(path: "\(path)/\($0.file)") }, threads: 2)
      rows.append(row(path, gold.aliases ?? [], outcome.dossier))
    }
    if misses { return }
    if json { return Output.write(try jsonText(rows)) }
    var table = filled("case", 40) + "names known pairs found     P       R      F1\n"
    var all = Row(folder: "all")
    for row in rows {
      all.names += row.names
      all.known += row.known
      all.pairs.add(gold: row.pairs.gold, found: row.pairs.found, same: row.pairs.same)
    }
    for row in rows + [all] {
      let name = row.folder.split(separator: "/").last.map(String.init) ?? row.folder
      table += filled(name, 40) + padded("\(row.names)", 5) + padded("\(row.known)", 6)
      table += padded("\(row.pairs.gold)", 6) + padded("\(row.pairs.found)", 6)
      table += percent(row.pairs.precision) + " " + percent(row.pairs.recall) + " "
      table += percent(row.pairs.f1) + "\n"
    }
    Output.write(table)
  }

  private func row(_ path: String, _ sets: [[String]], _ dossier: Dossier) -> Row {
    var row = Row(folder: path)
    var things: [String: Set<String>] = [:]
    for actor in dossier.actors {
      for name in [actor.name] + actor.aliases {
        things[Self.key(name), default: []].insert(actor.id)
      }
    }
    for place in dossier.places where place.relation == nil {
      for name in [place.name] + place.mentions.map(\.text) {
        things[Self.key(name), default: []].insert(place.id)
      }
    }
    let names = sets.enumerated().flatMap { set, names in
      names.map { (set: set, name: $0, things: things[Self.key($0)] ?? []) }
    }
    let large = names.filter { sets[$0.set].count > 1 }
    row.names = large.count
    row.known = large.count { !$0.things.isEmpty }
    for (index, first) in names.enumerated() {
      for second in names[(index + 1)...] where Self.key(first.name) != Self.key(second.name) {
        let isGold = first.set == second.set
        let isFound = !first.things.isDisjoint(with: second.things)
        row.pairs.add(
          gold: isGold ? 1 : 0, found: isFound ? 1 : 0, same: isGold && isFound ? 1 : 0)
        if misses && isGold != isFound {
          let known = [first, second].map { $0.things.isEmpty ? "\($0.name) (unknown)" : $0.name }
          Output.write("\(isGold ? "missed" : "joined")\t\(known.joined(separator: "\t"))\n")
        }
      }
    }
    return row
  }

  /// A name's letters, folded, without a leading article.
  private static func key(_ name: String) -> String {
    var words = name.lowercased().split(whereSeparator: { $0.isWhitespace })
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    return words.joined(separator: " ").replacing("’", with: "'")
  }
}
