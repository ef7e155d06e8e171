import TestSupport
import TextReuse
import Texts

/// Reports of one story whose shared words are marked; a label is a kind and a number: `copy1`.
struct MarkedStory {
  let reports: [MarkedText]
  var outlets: [String?]
  var days: [Int?]
  var credits: [[String]]
  /// Seconds since 1970 of each report's publication.
  var seconds: [Int?]

  init(_ reports: MarkedText...) {
    self.reports = reports
    outlets = reports.indices.map { "Outlet \($0)" }
    days = reports.map { _ in nil }
    credits = reports.map { _ in [] }
    seconds = reports.map { _ in nil }
  }

  var inputs: [ReuseInput] {
    reports.indices.map {
      ReuseInput(
        text: reports[$0].text, range: reports[$0].text.range, outlet: outlets[$0],
        publishedDay: days[$0], credits: credits[$0], publishedSecond: seconds[$0])
    }
  }

  var result: ReuseResult { PassageFinder().result(for: inputs) }

  /// The lineage found, a line an edge: `0 > 1 time`, `0 ? 1`, `wire EFE > 1 credit`.
  var lineage: [String] { result.lineage.lines { "\($0)" } }

  /// The passages found, as lines to compare.
  var found: [String] {
    result.passages.map { line($0.kind.rawValue, $0.a.report, $0.a.range, $0.b.report, $0.b.range) }
      .sorted()
  }

  /// The passages that the marks ask for.
  var marked: [String] {
    var lines: [String] = []
    for a in reports.indices {
      for b in reports.indices where b > a {
        for mark in reports[a].marks {
          for other in reports[b].marks where other.label == mark.label {
            let kind = String(mark.label.prefix { $0.isLetter })
            lines.append(line(kind, a, mark.range, b, other.range))
          }
        }
      }
    }
    return lines.sorted()
  }

  private func line(_ kind: String, _ a: Int, _ x: TextRange, _ b: Int, _ y: TextRange) -> String {
    "\(kind) \(a) [\(reports[a].text[x])] \(b) [\(reports[b].text[y])]"
  }
}

extension Lineage {
  /// A line an edge, reports by the names given; versions are said to be.
  func lines(_ name: (Int) -> String) -> [String] {
    edges.map { edge in
      let kind = edge.kind == .version ? " version" : ""
      let others =
        edge.others.isEmpty ? "" : " or \(edge.others.map(name).sorted().joined(separator: " "))"
      switch edge.from {
      case .report(let from) where edge.isDirected:
        return "\(name(from)) > \(name(edge.to)) \(edge.evidence)\(kind)\(others)"
      case .report(let from):
        return [name(from), name(edge.to)].sorted().joined(separator: " ? ") + kind
      case .wire(let number):
        let agency = wires[number].agency.map { " \($0)" } ?? ""
        return "wire\(agency) > \(name(edge.to)) \(edge.evidence)"
      }
    }.sorted()
  }
}

/// The whole of `text` as an input of an outlet nobody names.
func input(_ text: SourceText, outlet: String? = nil, day: Int? = nil) -> ReuseInput {
  ReuseInput(text: text, range: text.range, outlet: outlet, publishedDay: day, credits: [])
}
