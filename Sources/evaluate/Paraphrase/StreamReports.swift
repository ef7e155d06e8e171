import Foundation
import Linguistics
import Pipeline
import TextReuse
import Texts

/// A report of a stream whose copies are known.
struct StoryReport: Decodable {
  let id: String
  let ts: Int
  let outlet: String
  let text: String
}

/// What is known of a report of such a stream: how it was made, and from what.
struct StoryTruth: Decodable {
  /// Some of its characters, as code points, and where they come from.
  struct Segment: Decodable {
    let b: Int
    let e: Int
    /// The article the words come from, and which sentence of it.
    let root: String
    let s: Int
    /// `own`, `copied`, `quote`, `boiler`, `byline`.
    let kind: String
  }

  let id: String
  let op: String
  let parents: [String]
  let segs: [Segment]

  /// The articles it has words of.
  var roots: Set<String> {
    Set(segs.filter { $0.kind == "own" || $0.kind == "copied" }.map(\.root))
  }
}

/// The JSON objects of a file with one a line.
func storyLines<Value: Decodable>(of path: String) throws -> [Value] {
  let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
  let decoder = JSONDecoder()
  return try data.split(separator: 0x0A).map { try decoder.decode(Value.self, from: $0) }
}

/// A report as the search for shared passages takes it, with the time that reading took.
struct ReadReport {
  let input: ReuseInput
  let points: CodePoints
  let time: Duration

  /// Reads a text, a paragraph a line.
  init(_ string: String, outlet: String?, day: Int?, reader: Reader) {
    let text = SourceText(string)
    points = CodePoints(text)
    var sentences = ReportSentences()
    time = ContinuousClock().measure {
      let reading = reader.reading(of: text, title: nil, paragraphs: text.linesWithWords)
      sentences = ReportSentences(reading)
    }
    input = ReuseInput(
      text: text, range: text.range, outlet: outlet, publishedDay: day, credits: [],
      sentences: sentences)
  }

  /// The same without its sentences.
  var bare: ReuseInput {
    ReuseInput(
      text: input.text, range: input.range, outlet: input.outlet,
      publishedDay: input.publishedDay, credits: input.credits)
  }

  /// A passage's side in code points.
  func characters(_ side: Passage.Side) -> Range<Int> {
    points.codePoint(atByte: side.range.start)..<points.codePoint(atByte: side.range.end)
  }
}

extension Duration {
  /// In seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
