import ArgumentParser

struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how fast parts of Synoptic run on this machine.",
    subcommands: [BenchEncoder.self, BenchReader.self, BenchTables.self])
}
