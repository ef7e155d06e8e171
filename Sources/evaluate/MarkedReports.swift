import Mentions
import Texts

/// An invented report with its figures marked, as `Tests/Fixtures/background-figures.txt` has them.
struct MarkedReport {
  /// Whose a figure is, seen from the report's main event.
  enum Setting: String { case main, other, total }

  /// A figure as the marks give it.
  struct Figure {
    var range: TextRange
    var kind: String
    var low: Int
    var high: Int?
    var setting: Setting
  }

  /// The day of publication.
  var published: CalendarDate
  /// Whether nobody says anything in it.
  var isQuiet: Bool
  /// Headline and paragraphs, a line each.
  var text: SourceText
  var title: TextRange?
  var paragraphs: [TextRange]
  /// The figures, in order of their words.
  var figures: [Figure]
}

/// What is wrong with a file of marked reports.
struct MarkedReportError: Error, CustomStringConvertible {
  let path: String
  let line: Int
  let detail: String
  var description: String { "\(path): line \(line): \(detail); mend the line and run again" }
}

extension MarkedReport {
  /// The reports of a file.
  ///
  /// `report DAY` or `report DAY quiet` begins one, `= ` its headline, `#` a remark; every other
  /// line is a paragraph, with marks as in `[five died](killed 5 main)`.
  static func reports(in bytes: [UInt8], path: String) throws(MarkedReportError) -> [MarkedReport] {
    var reports: [MarkedReport] = []
    var draft: Draft?
    for (index, row) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let line = String(decoding: row, as: UTF8.self)
      func fail(_ detail: String) -> MarkedReportError {
        MarkedReportError(path: path, line: index + 1, detail: detail)
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("report ") {
        if let draft { reports.append(draft.report) }
        let words = line.split(separator: " ").map(String.init)
        guard words.count > 1, let day = CalendarDate(iso: words[1]),
          words.count == 2 || words[2] == "quiet"
        else { throw fail("`report` needs a day, YYYY-MM-DD, and maybe `quiet`") }
        draft = Draft(published: day, isQuiet: words.count > 2)
        continue
      }
      guard draft != nil else { throw fail("there is no `report` line before it") }
      if let fault = draft?.append(line) { throw fail(fault) }
    }
    if let draft { reports.append(draft.report) }
    return reports
  }
}

/// A report while its lines are read.
private struct Draft {
  let published: CalendarDate
  let isQuiet: Bool
  private var plain: [UInt8] = []
  private var title: TextRange?
  private var paragraphs: [TextRange] = []
  private var figures: [MarkedReport.Figure] = []

  init(published: CalendarDate, isQuiet: Bool) {
    self.published = published
    self.isQuiet = isQuiet
  }

  var report: MarkedReport {
    MarkedReport(
      published: published, isQuiet: isQuiet,
      text: SourceText(String(decoding: plain, as: UTF8.self)), title: title,
      paragraphs: paragraphs,
      figures: figures.sorted { ($0.range, $0.low) < ($1.range, $1.low) })
  }

  /// Takes a line; what is wrong with it, nil when nothing is.
  mutating func append(_ line: String) -> String? {
    let isTitle = line.hasPrefix("= ")
    let bytes = Array(line.utf8.dropFirst(isTitle ? 2 : 0))
    if !plain.isEmpty { plain.append(0x0A) }
    let start = plain.count
    var open: [Int] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): open.append(plain.count)
      case UInt8(ascii: "]"):
        guard let begin = open.popLast(), index + 1 < bytes.count,
          bytes[index + 1] == UInt8(ascii: "("),
          let close = bytes[index...].firstIndex(of: UInt8(ascii: ")"))
        else { return "a mark is not closed as in `[words](killed 5 main)`" }
        let label = String(decoding: bytes[index + 2..<close], as: UTF8.self)
        guard let figure = Self.figure(label, TextRange(begin, plain.count)) else {
          return "`\(label)` is no kind, number and setting"
        }
        figures.append(figure)
        index = close
      default: plain.append(bytes[index])
      }
      index += 1
    }
    guard open.isEmpty else { return "a mark is not closed as in `[words](killed 5 main)`" }
    let range = TextRange(start, plain.count)
    if isTitle { title = range } else { paragraphs.append(range) }
    return nil
  }

  private static func figure(_ label: String, _ range: TextRange) -> MarkedReport.Figure? {
    let parts = label.split(separator: " ").map(String.init)
    guard parts.count == 3, let setting = MarkedReport.Setting(rawValue: parts[2]) else {
      return nil
    }
    let isOpen = parts[1].hasSuffix("+")
    let numbers = parts[1].split(separator: isOpen ? "+" : "-").map { Int($0) }
    guard let first = numbers.first, let low = first, let last = numbers.last, let high = last
    else { return nil }
    return MarkedReport.Figure(
      range: range, kind: parts[0], low: low, high: isOpen ? nil : high, setting: setting)
  }
}
