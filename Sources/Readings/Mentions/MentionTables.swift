import Dossiers
import Linguistics
import Mentions
import Reports
import Texts

/// The actors, places, times and quantities of a report as tables of a page.
struct MentionTables {
  private let item: ReportReading
  private let known: KnownMentions
  private let facts: MentionFacts

  init(_ item: ReportReading, known: KnownMentions) {
    self.item = item
    self.known = known
    facts = MentionFacts(known, in: item.reading.text)
  }

  /// The stretches to be marked in the report's text.
  var stretches: [MarkedStretch] {
    known.mentions.marks(in: item.reading.text).map { mark in
      MarkedStretch(
        range: mark.range, cssClass: "mention m-\(mark.kind.rawValue)", id: nil,
        title: title(mark), kind: mark.id)
    }
  }

  /// What is shown when a mention is pointed at.
  private func title(_ mark: MentionMark) -> String {
    let name = facts.name(mark.kind, mark.index)
    return "\(name): \(facts.facts(mark.kind, mark.index).joined(separator: "; "))"
  }

  /// The tables; kinds of which there is none are left out.
  var html: String {
    MentionKind.allCases.map(table).joined()
  }

  private func table(_ kind: MentionKind) -> String {
    let ranges = known.mentions.ranges(of: kind)
    let text = item.reading.text
    let shown = ranges.indices.filter { known.mentions.isShown(kind, $0, in: text) }
    guard !shown.isEmpty else { return "" }
    var out = "<table class=\"who mentions\">\n<caption>\(kind.heading)</caption>\n"
    out += "<thead><tr><th class=\"id\" scope=\"col\"></th><th class=\"by\" scope=\"col\">"
    out += "\(kind == .actor || kind == .place ? "name" : "words")</th>"
    out += "<th scope=\"col\">what is known</th><th class=\"mark\" scope=\"col\">mentioned</th>"
    out += "</tr></thead>\n<tbody>\n"
    for index in shown {
      let id = kind.id(index)
      out += "<tr id=\"\(Markup.attribute("\(item.report.id)-\(id)"))\">"
      out += "<th class=\"id m-\(kind.rawValue)\" scope=\"row\">\(id)</th>"
      out += "<td>\(Markup.escaped(facts.name(kind, index)))</td>"
      out += "<td>\(Markup.escaped(facts.facts(kind, index).joined(separator: "; ")))</td>"
      out += "<td>\(words(ranges[index]))</td></tr>\n"
    }
    return out + "</tbody>\n</table>\n"
  }

  /// Different words, each with the sentences in which they stand.
  private func words(_ ranges: [TextRange]) -> String {
    var order: [String] = []
    var places: [String: [String]] = [:]
    for range in ranges {
      let words = Plain.line(item.reading.text[range])
      if places[words] == nil { order.append(words) }
      places[words, default: []].append(item.sentenceLink(range))
    }
    return order.map { words in
      Markup.escaped(words) + " "
        + (places[words] ?? []).filter { !$0.isEmpty }
        .joined(separator: " ")
    }.joined(separator: ", ")
  }

  /// What the legend says of the marks.
  static func legend(_ readings: [ReportReading]) -> [String] {
    let kinds = Set(
      readings.flatMap { item in
        item.mentions?.mentions.marks(in: item.reading.text).map(\.kind) ?? []
      })
    return MentionKind.allCases.filter(kinds.contains).map { kind in
      "<span class=\"mention m-\(kind.rawValue)\" data-kind=\"\(kind.id(0))\">\(kind.rawValue)"
        + "</span>"
    }
  }
}

/// The style of mentions, beside the page's own; kinds are told by their labels without colour.
let mentionStyleSheet = """
  :root{--actor:#ffe3ad;--where:#cfe8ff;--when:#d6f2d2;--count:#f6d5ee}
  @media (prefers-color-scheme:dark){:root{--actor:#5a4209;--where:#123f66;--when:#1e4d23;
  --count:#5a2450}}
  .mention{border-bottom:2px solid var(--soft);border-radius:3px;padding:0 .15em}
  .mention::after{content:attr(data-kind);font:600 .58em/1 system-ui,sans-serif;
  color:var(--soft);margin-left:.4em;vertical-align:.28em}
  .m-actor{background:var(--actor)}.m-place{background:var(--where)}
  .m-time{background:var(--when)}.m-quantity{background:var(--count)}
  .who.mentions{margin-top:1.2rem}
  .who.mentions caption{position:static;width:auto;height:auto;clip-path:none;text-align:left;
  font-weight:600;padding-bottom:.2rem}
  .who.mentions .id{width:6.2rem}
  .sentence:target{background:var(--target)}

  """
