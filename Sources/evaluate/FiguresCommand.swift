import ArgumentParser
import Pipeline
import Platform
import Texts

/// Whether background and running totals stay away from the main event, on marked reports.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Figures of the main event and of its background, on marked reports.",
    discussion: """
      A file has invented reports with every figure marked, such as \
      Tests/Fixtures/background-figures.txt, whose head explains the form. A figure is right when \
      words, kind and number fit and it is the main event's, or not, as marked; a figure of the \
      background that is the main event's has reached main. Reports headed quiet may give no claim.
      """)

  @Argument(help: "Files of marked reports.") var files: [String]
  @OptionGroup var options: EvaluatedReader
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print what differs from the marks.") var misses = false

  struct Row: Encodable {
    var file: String
    var figures: FigureTally
  }

  func run() throws {
    let stages = try options.stages()
    var rows: [Row] = []
    for path in files {
      let (tally, faults) = try Self.score(path, stages)
      if misses { for fault in faults { Output.write("\(fault.what)\t\(fault.words)\n") } }
      rows.append(
        Row(file: path.split(separator: "/").last.map(String.init) ?? path, figures: tally))
    }
    if misses { return }
    if json { return Output.write(try jsonText(rows)) }
    for row in rows { Output.write(Self.table(row)) }
  }

  /// The score of a file with the rules or with the model, and what differs from the marks.
  static func score(
    _ path: String, reader: EvaluatedReader.Kind, data: String, model: String? = nil
  ) throws -> (tally: FigureTally, faults: [FigureTally.Fault]) {
    let named = model.map { ["--model", $0] } ?? []
    let options = try EvaluatedReader.parse(
      ["--reader", reader.rawValue, "--data", data] + named)
    return try score(path, try options.stages())
  }

  private static func score(
    _ path: String, _ stages: Stages
  ) throws -> (tally: FigureTally, faults: [FigureTally.Fault]) {
    let file = try FileBytes.mapping(path: path)
    var tally = FigureTally()
    var faults: [FigureTally.Fault] = []
    for report in try MarkedReport.reports(in: file.bytes(0, file.count), path: path) {
      faults += tally.add(report, stages).map { fault in
        FigureTally.Fault(what: "\(report.published)\t\(fault.what)", words: fault.words)
      }
    }
    return (tally, faults)
  }

  private static func table(_ row: Row) -> String {
    let tally = row.figures
    func line(_ name: String, _ count: Int, of whole: Int? = nil) -> String {
      let pad = String(repeating: " ", count: max(1, 34 - name.count))
      let share = whole.map { "  of \($0)  " + percent(Double(count) / Double(max(1, $0))) } ?? ""
      return name + pad + padded("\(count)", 5) + share + "\n"
    }
    return row.file + "\n"
      + line("reports", tally.reports)
      + line("main event's: right", tally.mainRight, of: tally.main)
      + line("main event's: set apart", tally.mainSetApart, of: tally.main)
      + line("background: right", tally.backgroundRight, of: tally.background)
      + line("background: reached main", tally.reachedMain)
      + line("unmarked: given to main", tally.inventedMain)
      + line("unmarked: given to others", tally.inventedApart)
      + line("claims where nobody speaks", tally.inventedClaims)
  }
}
