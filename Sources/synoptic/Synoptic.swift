import ArgumentParser

@main struct Synoptic: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synoptic",
    abstract: "Lays several outlets' reports of one event side by side.",
    discussion: """
      Example:
        synoptic compare reports/*.txt
        synoptic compare --format html --output dossier.html reports/*.txt
        synoptic compare --format json reports/*.txt > dossier.json
        synoptic verify dossier.json
        synoptic read --format html --output reading.html reports/01-courier.txt
        synoptic reuse --index archive.reuse today.jsonl > passages.jsonl

      Exit status: 0 done; 1 nothing to compare, or verification found something; 2 a file \
      could not be read (the rest is still done); 64 misused.
      """,
    version: "synoptic 0.1.0",
    subcommands: [Compare.self, Verify.self, Read.self, Reuse.self, Bench.self])
}
