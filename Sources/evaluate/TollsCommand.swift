import ArgumentParser
import Claims
import Linguistics
import Mentions
import Pipeline
import Platform
import Texts

/// Numbers of people killed and captured in military press releases, against a record's minimum.
struct TollsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tolls",
    abstract: "Numbers killed and captured in press releases, against their records.",
    discussion: """
      Each line of a file is a record in chat form: the release and its coding, of which \
      min_killed and min_captured are compared exactly, and both together. Figures are given for \
      all releases and for those with a number: a figure in digits or a number word (two, dozens, \
      several, multiple; not an article, one or no) that counts something, so no date, age, time, \
      distance, size of a weapon or label. The coders' conventions for vague words hold: several, \
      multiple and a number of 3, numerous 4, a plural without number 2. Soldiers and police are \
      left out: the record counts whom they killed or took.
      """)

  @Argument(help: "Files of JSON lines.") var files: [String]
  @OptionGroup var options: EvaluatedReader
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print the releases that differ.") var misses = false
  @Flag(help: "The files are plain texts: list the figures found in each.") var list = false
  @Option(help: "The day of publication for --list, YYYY-MM-DD.") var published: String?

  struct Conversations: Decodable {
    struct Turn: Decodable { var value: String }
    var conversations: [Turn]
  }

  struct Coding: Decodable {
    var start_date: String
    var min_killed: Int
    var min_captured: Int
  }

  struct Row: Encodable {
    var measure: String
    /// `all`, or `with a number`.
    var releases: String
    var count = 0
    var exact = 0
    /// Releases where the record has more than none, and how many of those are exact.
    var coded = 0
    var codedExact = 0

    mutating func add(isExact: Bool, isCoded: Bool) {
      count += 1
      if isExact { exact += 1 }
      guard isCoded else { return }
      coded += 1
      if isExact { codedExact += 1 }
    }
  }

  func run() throws {
    let stages = try options.stages()
    if list {
      for path in files {
        let file = try ReportFile(path: path)
        let day = published.flatMap { CalendarDate(iso: $0) }
        let result = Self.result(of: file.text, published: day, stages)
        for toll in result.claims.tolls { Output.write(Self.line(toll, in: result)) }
      }
      return
    }
    var rows = ["all", "with a number"].flatMap { releases in
      ["min_killed", "min_captured", "both"].map { Row(measure: $0, releases: releases) }
    }
    for path in files {
      let bytes = try FileBytes.mapping(path: path)
      for line in bytes.bytes(0, bytes.count).split(separator: 0x0A) {
        let turns = try valueFromJSON(Conversations.self, Array(line)).conversations
        guard turns.count > 2 else { continue }
        let coding = try valueFromJSON(Coding.self, Array(turns[turns.count - 1].value.utf8))
        let day = CalendarDate(iso: coding.start_date)?.advanced(byDays: 1)
        let text = SourceText(turns[turns.count - 2].value)
        let result = Self.result(of: text, published: day, stages)
        let counts = Counts(result)
        let isKilled = counts.killed == coding.min_killed
        let isCaptured = counts.captured == coding.min_captured
        for first in Self.hasNumber(result) ? [0, 3] : [0] {
          rows[first].add(isExact: isKilled, isCoded: coding.min_killed > 0)
          rows[first + 1].add(isExact: isCaptured, isCoded: coding.min_captured > 0)
          rows[first + 2].add(
            isExact: isKilled && isCaptured, isCoded: coding.min_killed + coding.min_captured > 0)
        }
        if misses, !isKilled || !isCaptured {
          Output.write(
            "---- killed \(counts.killed) of \(coding.min_killed), "
              + "captured \(counts.captured) of \(coding.min_captured)\n"
              + text[text.range] + "\n")
          for toll in result.claims.tolls { Output.write(Self.line(toll, in: result)) }
        }
      }
    }
    if misses { return }
    if json { return Output.write(try jsonText(rows)) }
    Output.write(
      "measure       releases       count  exact  share   coded >0  exact  share\n")
    for row in rows {
      Output.write(
        filled(row.measure, 14) + filled(row.releases, 13) + padded("\(row.count)", 7)
          + padded("\(row.exact)", 7) + percent(Double(row.exact) / Double(max(1, row.count)))
          + padded("\(row.coded)", 11) + padded("\(row.codedExact)", 7)
          + percent(Double(row.codedExact) / Double(max(1, row.coded))) + "\n")
    }
  }

  /// What is read of a release; its lines are its paragraphs.
  private static func result(
    of text: SourceText, published: CalendarDate?, _ stages: Stages
  ) -> Stages.Result {
    stages.result(
      for: text, title: nil, paragraphs: paragraphs(of: text), published: published)
  }

  /// Whether figures or number words of the release count something.
  private static func hasNumber(_ result: Stages.Result) -> Bool {
    result.mentions.quantities.contains { $0.measure == nil && !$0.isArticle && $0.high != 0 }
  }

  /// The numbers of one release by the coders' conventions.
  ///
  /// The record counts those whom the force killed or took, so its own soldiers and police, and
  /// the army's, are left out.
  struct Counts {
    let killed: Int
    let captured: Int

    init(_ result: Stages.Result) {
      let reading = result.reading
      let number = LeastNumber(result.claims, in: reading) { toll in
        guard toll.high == nil else { return toll.low }
        let words = Set(reading.tokens(in: toll.span).map { reading.tokens[$0].word })
        if words.contains("numerous") { return 4 }
        if words.contains("multiple") || words.contains("number") { return 3 }
        return toll.low
      }
      let isOther: (Toll.Category) -> Bool = { $0 != .military && $0 != .police }
      killed = number.count(of: .killed, where: isOther)
      captured = number.count(of: .detained, where: isOther)
    }
  }

  private static func line(_ toll: Toll, in result: Stages.Result) -> String {
    let high = toll.high.map(String.init) ?? "-"
    let event = result.claims.events[toll.event]
    let setting =
      toll.event == result.claims.mainEvent
      ? "main" : event.realis.rawValue + (event.date.map { " \($0.earliest)" } ?? "")
    return
      "\(toll.span.start)-\(toll.span.end) \(toll.kind.rawValue) \(toll.low) \(high) "
      + "\(toll.category.rawValue) \(setting)"
      + (toll.scope.partOf.map { " part of \($0)" } ?? "")
      + (toll.scope.place.map { " in \(result.mentions.places[$0].name)" } ?? "")
      + "\t\(result.reading.text[toll.span])\n"
  }

  private static func paragraphs(of text: SourceText) -> [TextRange] {
    var ranges: [TextRange] = []
    var start = 0
    for index in 0...text.count
    where index == text.count || text.bytes[index] == 0x0A {
      let range = text.trimmed(TextRange(start, index))
      if !range.isEmpty { ranges.append(range) }
      start = index + 1
    }
    return ranges
  }
}
