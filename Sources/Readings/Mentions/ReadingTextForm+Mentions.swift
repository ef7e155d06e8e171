import Dossiers
import Linguistics
import Mentions
import Texts

extension ReadingTextForm {
  /// What is known of each actor, place, time and quantity.
  func writeMentions(of item: ReportReading, to out: inout String) {
    guard layers.contains(.mentions), let known = item.mentions else { return }
    let facts = MentionFacts(known, in: item.reading.text)
    for kind in MentionKind.allCases {
      let ranges = known.mentions.ranges(of: kind)
      let shown = ranges.indices.filter { known.mentions.isShown(kind, $0, in: item.reading.text) }
      guard let last = shown.last else { continue }
      out += "\n"
      put(kind.heading, code: "36", to: &out)
      let margin = kind.id(last).utf8.count + 2
      for index in shown {
        var line = facts.name(kind, index) + ": "
        line += facts.facts(kind, index).joined(separator: "; ")
        if kind == .actor || kind == .place { line += words(ranges[index], in: item.reading) }
        put(line, label: padded(kind.id(index), margin), code: "33", to: &out)
      }
    }
  }

  /// The different words for something, with how often they stand in the report.
  private func words(_ ranges: [TextRange], in reading: Reading) -> String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for range in ranges {
      let words = Plain.line(reading.text[range])
      if counts[words] == nil { order.append(words) }
      counts[words, default: 0] += 1
    }
    let list = order.map { words in
      let count = counts[words] ?? 1
      return "“\(words)”" + (count > 1 ? " ×\(count)" : "")
    }
    return list.isEmpty ? "" : "; " + list.joined(separator: ", ")
  }
}
