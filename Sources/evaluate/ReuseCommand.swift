import ArgumentParser
import Foundation
import Platform
import TextReuse

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
    let truth: [StreamTruth] = try decodedLines(of: truth, limit: limit)
    let index = ReuseIndex(advice: MemoryAdvice(askForLargePages))
    var ids: [String] = []
    var found: [[ArchivePassage]] = []
    var cpu = 0.0
    let whole = Measurement.threadSeconds
    let reader = try LineReader(path: reports)
    var block: [StreamedReport] = []
    func addBlock() {
      let start = Measurement.threadSeconds
      for report in block { found.append(index.add(report)) }
      cpu += Measurement.threadSeconds - start
      block.removeAll(keepingCapacity: true)
    }
    while ids.count < limit ?? .max, let line = try reader.next({ try ReportLine($0) }) {
      block.append(
        StreamedReport(
          id: line.id, outlet: line.outlet, published: line.published, credits: line.credits,
          text: line.text))
      ids.append(line.id)
      if block.count == 64 { addBlock() }
    }
    addBlock()
    let reading = Measurement.threadSeconds - whole
    if let passages { try write(found, ids, to: passages) }
    var score = ReuseScore(ids: ids)
    for (number, truth) in truth.enumerated() { score.add(truth, found[number], report: number) }
    try score.addPairs(lines: String(contentsOfFile: pairs, encoding: .utf8))
    score.show("reports a CPU-second", Double(ids.count) / cpu, digits: 0)
    score.show("reports a CPU-second, reading JSON too", Double(ids.count) / reading, digits: 0)
    score.show("memory of the index, MB", Double(index.ownBytes) / 1e6, digits: 0)
    print(json ? score.json : score.table)
  }

  private func write(_ found: [[ArchivePassage]], _ ids: [String], to path: String) throws {
    var lines = ""
    for (index, passages) in found.enumerated() {
      for passage in passages {
        let kind = passage.kind.isTaken ? "copy" : passage.kind.rawValue
        lines += "\(ids[index])\t\(passage.new.points.lowerBound)\t"
        lines += "\(passage.new.points.upperBound)\t\(ids[passage.earlier.report])\t"
        lines += "\(passage.earlier.points.lowerBound)\t\(passage.earlier.points.upperBound)\t"
        lines += "\(passage.matchedWords)\t\(kind)\n"
      }
    }
    try lines.write(toFile: path, atomically: true, encoding: .utf8)
  }
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
