import ArgumentParser
import Knowledge
import Platform
import Texts

struct BenchTables: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Milliseconds that each table of knowledge takes to load, files in memory.",
    discussion: """
      Example: synoptic bench tables

      Every round loads each table by itself and then all of them as a command does; a figure is \
      the CPU time, the median of the rounds.
      """)

  @Option(help: "The folder of tables and lexicons.")
  var data: String?

  @Option(help: "Rounds.")
  var rounds = 21

  func run() throws {
    do {
      Output.write(try measured(in: DataFolder.located(named: data)))
    } catch let error as FileError {
      Output.message(error.message)
      throw ExitCode(2)
    }
  }

  private func measured(in data: DataFolder) throws -> String {
    func bytes(_ name: String) throws -> [UInt8] { try data.bytes("lexicon/" + name) }
    let loads: [(name: String, load: () throws -> Void)] = [
      ("actors", { _ = try ActorTable { name throws(FileError) in try data.file(name) } }),
      ("places", { _ = try Gazetteer(data.file("places.table")) }),
      ("short forms of divisions", { _ = AreaForms(TSV(try bytes("areas-extra.tsv"))) }),
      ("weights of places", { _ = PlaceWeights(TSV(try bytes("place-weights.tsv"))) }),
      (
        "weights of coreference",
        { _ = CoreferenceWeights(TSV(try bytes("coreference-weights.tsv"))) }
      ),
      ("borders", { _ = try BorderTable(data.file("borders.table")) }),
      ("countries", { _ = NationTable(TSV(try bytes("nations.tsv"))) }),
      ("events", { _ = EventLexicon(try bytes("events.tsv")) }),
      ("harm", { _ = HarmLexicon(TSV(try bytes("harm.tsv"))) }),
      ("people", { _ = RoleLexicon(TSV(try bytes("roles.tsv"))) }),
      ("all", { _ = try KnowledgeBase { name throws(FileError) in try data.file(name) } }),
    ]
    var times = [[Double]](repeating: [], count: loads.count)
    for _ in 0..<max(1, rounds) {
      for (index, table) in loads.enumerated() {
        let start = Measurement.threadSeconds
        try table.load()
        times[index].append((Measurement.threadSeconds - start) * 1000)
      }
    }
    return zip(loads, times).map { table, times in
      line(table.name, times.sorted()[times.count / 2])
    }.joined()
  }

  private func line(_ name: String, _ milliseconds: Double) -> String {
    let scaled = Int((milliseconds * 100).rounded())
    let digits = "\(scaled % 100)"
    let number = "\(scaled / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
    let gap = String(repeating: " ", count: max(1, 34 - name.utf8.count - number.utf8.count))
    return "\(name)\(gap)\(number) ms\n"
  }
}
