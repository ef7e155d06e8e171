import ArgumentParser
import Foundation
import TextReuse
import Texts

/// Measures the finding of copied passages on a stream whose copies are known.
struct ReuseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reuse",
    abstract: "Copied passages: characters, pairs of reports, quotes and furniture called copied.")

  @Argument(help: "Reports, one JSON object a line: id, outlet, text.")
  var reports: String

  @Argument(help: "Truth, one JSON object a line: id, op, parents, segs.")
  var truth: String

  @Argument(help: "Pairs that share words: two ids, words, level, operation, tab-separated.")
  var pairs: String

  @Option(help: "Read only so many reports.")
  var limit: Int?

  @Option(help: "Also write the passages to this file, tab-separated.")
  var passages: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let reports: [StreamReport] = try decodedLines(of: reports, limit: limit)
    let truth: [StreamTruth] = try decodedLines(of: truth, limit: limit)
    var stream = ReuseStream()
    var found: [[FoundPassage]] = []
    let texts = reports.map { SourceText($0.text) }
    let points = texts.map { CodePoints($0) }
    let clock = ContinuousClock()
    var time = Duration.zero
    for (report, text) in zip(reports, texts) {
      let input = ReuseInput(
        text: text, range: text.range, outlet: report.outlet, publishedDay: report.ts / 86_400,
        credits: [])
      var shared: [SharedPassage] = []
      time += clock.measure { shared = stream.passages(of: input) }
      found.append(shared.map { FoundPassage($0, points) })
    }
    if let passages { try write(found, reports, to: passages) }
    var score = ReuseScore(ids: reports.map(\.id))
    for (index, truth) in truth.enumerated() { score.add(truth, found[index], report: index) }
    try score.addPairs(lines: String(contentsOfFile: pairs, encoding: .utf8))
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    score.show(
      "reports a second", Double(reports.count) / seconds, digits: 0)
    print(json ? score.json : score.table)
  }

  private func write(_ found: [[FoundPassage]], _ reports: [StreamReport], to path: String) throws {
    var lines = ""
    for (index, passages) in found.enumerated() {
      for passage in passages {
        let kind = passage.isCopied ? "copy" : passage.kind.rawValue
        lines += "\(reports[index].id)\t\(passage.new.lowerBound)\t\(passage.new.upperBound)\t"
        lines += "\(reports[passage.report].id)\t\(passage.old.lowerBound)\t"
        lines += "\(passage.old.upperBound)\t\(passage.words)\t\(kind)\n"
      }
    }
    try lines.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// A report of the stream.
struct StreamReport: Decodable {
  let id: String
  let ts: Int
  let outlet: String
  let text: String
}

/// What is known of a report of the stream.
struct StreamTruth: Decodable {
  struct Segment: Decodable {
    let b: Int
    let e: Int
    let kind: String
    let level: Int
  }
  let id: String
  let op: String
  let parents: [String]
  let segs: [Segment]
}

/// A passage in code points, as the truth counts.
struct FoundPassage {
  let new: Range<Int>
  let report: Int
  let old: Range<Int>
  let words: Int
  let kind: Passage.Kind
  var isCopied: Bool { kind == .copy || kind == .version }

  init(_ passage: SharedPassage, _ points: [CodePoints]) {
    func range(_ side: Passage.Side) -> Range<Int> {
      let points = points[side.report]
      return points.codePoint(atByte: side.range.start)..<points.codePoint(atByte: side.range.end)
    }
    new = range(passage.b)
    old = range(passage.a)
    report = passage.a.report
    words = passage.matchedWords
    kind = passage.kind
  }
}

/// The JSON objects of a file with one a line.
func decodedLines<Value: Decodable>(of path: String, limit: Int? = nil) throws -> [Value] {
  let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
  let decoder = JSONDecoder()
  var values: [Value] = []
  var rest = data[...]
  while !rest.isEmpty, values.count < limit ?? .max {
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    if end > rest.startIndex {
      values.append(try decoder.decode(Value.self, from: rest[..<end]))
    }
    rest = rest[end...].dropFirst()
  }
  return values
}
