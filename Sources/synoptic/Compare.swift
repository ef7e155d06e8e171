import ArgumentParser
import Dossiers
import Pipeline
import Platform

struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare reports of one event and print the dossier.",
    discussion: """
      Example: synoptic compare --format markdown 01-courier.txt 02-gazette.txt

      A report is a plain text file (.txt or .md). Its first line may give the day of \
      publication: "date 2024-03-05 text…". The outlet comes from the file's name \
      ("02-cnn.com.txt" is cnn.com) unless --outlet names it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, json }
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Argument(help: "Report files.")
  var files: [String]

  @Option(name: .shortAndLong, help: "text, markdown, html or json.")
  var format: Format = .text

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Who published a file: FILE=NAME, or names alone in the order of the files.",
      valueName: "outlet"))
  var outlet: [String] = []

  @Option(name: .shortAndLong, help: "Write to this file, whole or not at all.")
  var output: String?

  @Option(name: .long, help: "Colour in the text form: auto, always or never.")
  var color: Color = .auto

  @Option(name: .long, help: "How many reports are read at once; changes no result.")
  var threads: Int = 4

  @Option(name: .long, help: "The folder of tables and lexicons.")
  var data: String?

  @OptionGroup var reader: ReaderOptions

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads takes 1 or more") }
    _ = try requests()
  }

  func run() async throws {
    let outcome: Pipeline.Outcome
    do {
      let pipeline = try reader.pipeline(data: data)
      outcome = await pipeline.outcome(of: try requests(), threads: threads)
    } catch let error as FileError {
      Output.message(error.message)
      throw ExitCode(2)
    }
    for failure in outcome.failures { Output.message(failure.message) }
    for path in outcome.repeated { Output.message("\(path) was named more than once; read once") }
    for note in outcome.dossier.notes {
      guard let id = note.report,
        let report = outcome.dossier.reports.first(where: { $0.id == id })
      else { continue }
      Output.message("\(report.path): \(note.message)")
    }
    guard !outcome.dossier.reports.isEmpty else {
      Output.message("no report could be read; there is nothing to compare")
      throw ExitCode(2)
    }
    let text = try rendered(outcome)
    try deliver(text, to: output)
    if !outcome.failures.isEmpty { throw ExitCode(2) }
    if outcome.dossier.reports.count == 1 {
      Output.message("only one report: its claims are listed, but there is nothing to compare")
      throw ExitCode(1)
    }
  }

  private func rendered(_ outcome: Pipeline.Outcome) throws -> String {
    switch format {
    case .json: return try jsonText(outcome.dossier)
    case .markdown: return MarkdownForm().text(of: outcome.dossier, reports: outcome.texts)
    case .html: return HTMLForm().text(of: outcome.dossier, reports: outcome.texts)
    case .text:
      let isColored =
        color == .always || (color == .auto && output == nil && Output.isColorTerminal)
      let form = TextForm(width: min(Output.columns, 100), usesColor: isColored)
      return form.text(of: outcome.dossier, reports: outcome.texts)
    }
  }

  private func requests() throws -> [Pipeline.Request] {
    try Pipeline.requests(for: files, outlets: outlet)
  }
}
