import ArgumentParser
import Linguistics
import Mentions
import Platform
import Texts

/// Time mentions against the specs of Microsoft's Recognizers-Text.
struct TimeSpecsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "time-specs",
    abstract: "Time mentions and their values, against JSON specs of Recognizers-Text.",
    discussion: """
      In scope is a text whose expressions are all of the kinds date, daterange, datetime, \
      duration and set, or that holds none. Out of scope, and counted, are hours of the clock \
      without a day or in stretches (time, timerange, datetimerange), time zones, alternatives, \
      moments counted in hours, minutes or seconds from the moment of reading, \
      and the files of optional modes, which change what is marked for calendars and assistants.

      An extent is right when a mention overlaps it and no mention lies outside all of them; \
      mentions outside count only in files that mark every kind. A text is right when besides all \
      its values are: the TIMEX value in one notation, or the days or the moment of one of the \
      meanings that the spec gives.
      """)

  @Argument(help: "JSON files of specs.") var files: [String]
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print the texts that differ instead of figures.") var misses = false

  struct Row: Encodable {
    var cases = 0
    var extents = 0
    var right = 0

    mutating func add(_ score: TimeSpecScore) {
      cases += 1
      extents += score.hasExtents ? 1 : 0
      right += score.isRight ? 1 : 0
    }
  }
  struct Figures: Encodable {
    /// By the kind of the expressions; `none` for texts without any.
    var kinds: [String: Row] = [:]
    var all = Row()
    /// All, and the texts with moments counted from the hour of reading.
    var withHourly = Row()
    /// How many texts are out of scope, by the reason.
    var outOfScope: [String: Int] = [:]
  }

  private static let hourly = "counted from the hour"
  private static let kinds: Set<String> = ["date", "daterange", "datetime", "duration", "set"]

  func run() throws {
    var figures = Figures()
    for path in files {
      let file = try FileBytes.mapping(path: path)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      for spec in try valueFromJSON([TimeSpec].self, Self.withoutMark(file.bytes(0, file.count))) {
        measure(spec, name, &figures)
      }
    }
    if misses { return }
    if json { return Output.write(try jsonText(figures)) }
    Output.write(Self.table(figures))
  }

  /// Why a spec is out of scope; nil when it is not.
  private static func reason(_ spec: TimeSpec, _ file: String) -> String? {
    let model = "DateTimeModel"
    if file.hasPrefix(model), file != model + ".json" {
      return "mode " + file.dropFirst(model.count).prefix { $0 != "." }
    }
    if file.contains("SkipFromTo") { return "mode SkipFromTo" }
    if let result = spec.results.first(where: { !kinds.contains($0.kind) }) {
      return "kind " + result.kind
    }
    return spec.isCountedFromTheHour ? hourly : nil
  }

  private func measure(_ spec: TimeSpec, _ file: String, _ figures: inout Figures) {
    let reason = Self.reason(spec, file)
    if let reason {
      figures.outOfScope[reason, default: 0] += 1
      if reason != Self.hourly { return }
    }
    let text = SourceText(spec.input)
    let reading = Reader(cues: CueLexicon([])).reading(
      of: text, title: nil, paragraphs: [text.trimmed(text.range)])
    let mentions = TimeFinder(order: .monthFirst).times(
      in: reading, published: spec.published)
    let isExhaustive = file.hasPrefix("DateTimeModel") || file.hasPrefix("Merged")
    let score = TimeSpecScore(spec, mentions, isExhaustive: isExhaustive)
    figures.withHourly.add(score)
    if reason != nil { return }
    let names = Set(spec.results.map(\.kind))
    let kind = names.count > 1 ? "several" : names.first ?? "none"
    figures.kinds[kind, default: Row()].add(score)
    figures.all.add(score)
    if misses, !score.isRight { Output.write(Self.lines(spec, mentions, text, file)) }
  }

  private static func lines(
    _ spec: TimeSpec, _ mentions: [TimeMention], _ text: SourceText, _ file: String
  ) -> String {
    var lines = "\(file)\t\(spec.input)\t\(spec.reference ?? "-")\n"
    for result in spec.results {
      lines += "  asked\t\(result.text)\t\(result.kind)"
      for meaning in result.meanings.prefix(2) {
        let fields = [meaning.timex, meaning.value, meaning.start, meaning.end]
        lines += "\t" + fields.map { $0 ?? "-" }.joined(separator: " ")
      }
      lines += "\n"
    }
    for mention in mentions {
      let days = mention.interval.map { "\($0.earliest)/\($0.latest)" } ?? "-"
      lines += "  found\t\(text[mention.range])\t\(mention.kind)\t\(mention.value ?? "-") \(days)\n"
    }
    return lines
  }

  private static func table(_ figures: Figures) -> String {
    var table = "kind            cases  extents        right\n"
    let rows = [("all", figures.all), ("with hourly", figures.withHourly)]
    for (kind, row) in figures.kinds.sorted(by: { $0.key < $1.key }) + rows {
      let cases = Double(max(1, row.cases))
      table += filled(kind, 14) + padded("\(row.cases)", 7)
      table += percent(Double(row.extents) / cases)
      table += padded("\(row.right)", 7) + percent(Double(row.right) / cases) + "\n"
    }
    table += "\nout of scope\n"
    for (reason, count) in figures.outOfScope.sorted(by: { $0.key < $1.key }) {
      table += filled(reason, 30) + padded("\(count)", 7) + "\n"
    }
    return table
  }

  /// The bytes without a byte-order mark.
  private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
