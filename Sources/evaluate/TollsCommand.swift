import ArgumentParser
import Claims
import Knowledge
import Linguistics
import Mentions
import Platform
import Texts

/// Numbers of people killed and captured in military press releases, against a record's minimum.
struct TollsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tolls",
    abstract: "Numbers killed and captured in press releases, against their records.",
    discussion: """
      Each line of a file is a record in chat form: the release and its coding, of which \
      min_killed and min_captured are compared exactly. The coders' conventions for vague words \
      hold: several and multiple 3, numerous 4, a plural without number 2.
      """)

  @Argument(help: "Files of JSON lines.") var files: [String]
  @Option(help: "The data folder.") var data: String?
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
    var releases = 0
    var exact = 0
    var coded = 0
    var codedExact = 0
  }

  func run() throws {
    let folder = try DataFolder.located(named: data)
    let knowledge = try KnowledgeBase { name throws(FileError) in try folder.file(name) }
    if let error = knowledge.actorsError { throw error }
    let reader = Reader(cues: CueLexicon(try folder.bytes("lexicon/cues.tsv")))
    let finder = TollFinder(knowledge: knowledge)
    let mentionFinder = MentionFinder(knowledge: knowledge)

    func found(_ string: String, published: CalendarDate?) -> (Reading, [FoundToll]) {
      let text = SourceText(string)
      let reading = reader.reading(of: text, title: nil, paragraphs: Self.paragraphs(of: text))
      let mentions = mentionFinder.mentions(in: reading, published: published)
      return (
        reading,
        finder.foundTolls(in: reading, mentions: mentions, claims: [], published: published)
      )
    }

    if list {
      for path in files {
        let file = try ReportFile(path: path)
        let day = published.flatMap { CalendarDate(iso: $0) }
        let (reading, tolls) = found(file.text[file.text.range], published: day)
        for item in tolls { Output.write(Self.line(item, in: reading)) }
      }
      return
    }

    var killed = Row(measure: "min_killed")
    var captured = Row(measure: "min_captured")
    for path in files {
      let bytes = try FileBytes.mapping(path: path)
      for line in bytes.bytes(0, bytes.count).split(separator: 0x0A) {
        let turns = try valueFromJSON(Conversations.self, Array(line)).conversations
        guard turns.count > 2 else { continue }
        let coding = try valueFromJSON(Coding.self, Array(turns[turns.count - 1].value.utf8))
        let day = CalendarDate(iso: coding.start_date)?.advanced(byDays: 1)
        let (reading, tolls) = found(turns[turns.count - 2].value, published: day)
        let counts = Counts(tolls, in: reading)
        Self.add(counts.killed, coding.min_killed, to: &killed)
        Self.add(counts.captured, coding.min_captured, to: &captured)
        let isRight =
          counts.killed == coding.min_killed && counts.captured == coding.min_captured
        if misses, !isRight {
          Output.write(
            "---- killed \(counts.killed) of \(coding.min_killed), "
              + "captured \(counts.captured) of \(coding.min_captured)\n"
              + turns[turns.count - 2].value + "\n")
          for item in tolls { Output.write(Self.line(item, in: reading)) }
        }
      }
    }
    if misses { return }
    if json { return Output.write(try jsonText([killed, captured])) }
    Output.write("measure       releases  exact  share   coded >0  exact  share\n")
    for row in [killed, captured] {
      let name = row.measure + String(repeating: " ", count: max(1, 14 - row.measure.count))
      Output.write(
        name + padded("\(row.releases)", 8) + padded("\(row.exact)", 7)
          + percent(Double(row.exact) / Double(max(1, row.releases)))
          + padded("\(row.coded)", 11) + padded("\(row.codedExact)", 7)
          + percent(Double(row.codedExact) / Double(max(1, row.coded))) + "\n")
    }
  }

  private static func add(_ count: Int, _ coded: Int, to row: inout Row) {
    row.releases += 1
    if count == coded { row.exact += 1 }
    if coded > 0 {
      row.coded += 1
      if count == coded { row.codedExact += 1 }
    }
  }

  /// The numbers of one release: repeated figures count once, parts not at all.
  struct Counts {
    var killed = 0
    var captured = 0

    init(_ tolls: [FoundToll], in reading: Reading) {
      var seen: Set<String> = []
      for item in tolls {
        let toll = item.toll
        guard case .main = item.setting, toll.scope.partOf == nil else { continue }
        let words = reading.text[toll.span]
        var low = toll.low
        if words.utf8.count > 8, toll.high == nil {
          let hasWord = { (word: Word) in
            reading.tokens(in: toll.span).contains { reading.tokens[$0].word == word }
          }
          if hasWord("multiple") { low = 3 }
          if hasWord("numerous") { low = 4 }
        }
        switch toll.kind {
        case .killed where seen.insert("k\(low)").inserted: killed += low
        case .detained where seen.insert("d\(low)").inserted: captured += low
        default: continue
        }
      }
    }
  }

  private static func line(_ item: FoundToll, in reading: Reading) -> String {
    let toll = item.toll
    let high = toll.high.map(String.init) ?? "-"
    let setting =
      switch item.setting {
      case .main: "main"
      case .cumulative: "cumulative"
      case .other(let days): days.map { "other \($0.earliest)" } ?? "other"
      }
    return
      "\(toll.span.start)-\(toll.span.end) \(toll.kind.rawValue) \(toll.low) \(high) \(toll.category.rawValue) \(setting)"
      + (toll.scope.partOf.map { " part of \($0)" } ?? "")
      + "\t\(reading.text[toll.span])\n"
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
