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
      let file = try FileBytes.mapping(path: path)
      var tally = FigureTally()
      for report in try MarkedReport.reports(in: file.bytes(0, file.count), path: path) {
        for fault in tally.add(report, stages) where misses {
          Output.write("\(report.published)\t\(fault.what)\t\(fault.words)\n")
        }
      }
      rows.append(Row(file: path.split(separator: "/").last.map(String.init) ?? path, figures: tally))
    }
    if misses { return }
    if json { return Output.write(try jsonText(rows)) }
    for row in rows { Output.write(Self.table(row)) }
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
