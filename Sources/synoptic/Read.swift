import ArgumentParser
import Dossiers
import Pipeline
import Platform
import Readings
import Reports
import Texts

struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what was read of reports, before anything is compared.",
    discussion: """
      Example: synoptic read --format html --output reading.html 01-courier.txt

      Sentences, tokens, quotations and who says what; with a model also parts of speech, lemmas, \
      dependencies, names and sentence vectors. text: for the terminal. conllu: the form of \
      Universal Dependencies. json: one object a line for each report (synoptic.reading/1). \
      html: one page that loads nothing.

      --layer mentions shows who, where, when and how many: actors with their mentions, kind, \
      country and membership, places with coordinates, precision and radius, times with their \
      days and TIMEX3 value, quantities with their bounds (a and an in the JSON form only).

      --layer claims shows the ledger that comparison starts from: who says what through whom, \
      with stance and hedge and what a denial denies; every figure with its range, scope and \
      claimant; every event with who, where and when; each with the exact words and their place \
      in code points.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, conllu, json, html }

  enum Layer: String, ExpressibleByArgument, CaseIterable {
    case syntax, names, attributions, mentions, claims
  }

  @Argument(help: "Report files.")
  var files: [String]

  @Option(name: .shortAndLong, help: "text, conllu, json or html.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: "Write to this file, whole or not at all.")
  var output: String?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "Show this layer and not the others; give it again for more: "
        + "syntax, names, attributions, mentions, claims. Without it the first three.",
      valueName: "layer"))
  var layer: [Layer] = []

  @Flag(name: .long, help: "With json: the vector of each sentence too.")
  var vectors = false

  @Option(name: .long, help: "Colour in the text form: auto, always or never.")
  var color: Compare.Color = .auto

  @Option(name: .long, help: "How many reports are read at once; changes no result.")
  var threads: Int = 4

  @Option(name: .long, help: "The folder of tables and lexicons.")
  var data: String?

  @OptionGroup var reader: ReaderOptions

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads takes 1 or more") }
    if !layer.isEmpty, format == .conllu {
      throw ValidationError("--layer goes with text, json and html")
    }
    if vectors, format != .json { throw ValidationError("--vectors goes with --format json") }
  }

  func run() async throws {
    let outcome: Pipeline.ReadOutcome
    do {
      let pipeline = try reader.pipeline(data: data)
      outcome = await pipeline.readings(
        of: files.map { Pipeline.Request(path: $0) }, threads: threads,
        layers: layers)
    } catch {
      Output.message(error.message)
      throw ExitCode(2)
    }
    for failure in outcome.failures { Output.message(failure.message) }
    for path in outcome.repeated { Output.message("\(path) was named more than once; read once") }
    for item in outcome.readings {
      for note in item.report.notes { Output.message("\(item.report.path): \(note.message)") }
    }
    guard !outcome.readings.isEmpty else {
      Output.message("no report could be read; there is nothing to show")
      throw ExitCode(2)
    }
    let text = try rendered(outcome.readings)
    try deliver(text, to: output)
    if !outcome.failures.isEmpty { throw ExitCode(2) }
  }

  private var layers: Set<ReadingLayer> {
    layer.isEmpty
      ? ReadingLayer.standard : Set(layer.compactMap { ReadingLayer(rawValue: $0.rawValue) })
  }

  private func rendered(_ readings: [ReportReading]) throws -> String {
    switch format {
    case .conllu: return CoNLLUForm().text(of: readings)
    case .html: return ReadingHTMLForm(layers: layers).text(of: readings)
    case .json:
      return try readings.map {
        try jsonLine(ReadingRecord($0, layers: layers, withVectors: vectors))
      }.joined()
    case .text:
      let isColored =
        color == .always || (color == .auto && output == nil && Output.isColorTerminal)
      let form = ReadingTextForm(
        width: min(Output.columns, 100), usesColor: isColored, layers: layers)
      return form.text(of: readings)
    }
  }
}
