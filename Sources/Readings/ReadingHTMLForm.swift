import Dossiers
import Linguistics
import Reports
import Texts

/// Readings as one self-contained HTML page: no script, no network, light and dark.
///
/// Sentence by sentence: the text as published with names, quotations and who says what marked in
/// it; beneath, each attribution in a row; and the dependency tree, to be unfolded. Mentions, figures
/// and events are marked in the text with what is known of them at hand, and stand in tables beneath
/// the report, as claims do.
public struct ReadingHTMLForm: Sendable {
  /// What is shown.
  public let layers: Set<ReadingLayer>

  /// Creates a form.
  public init(layers: Set<ReadingLayer> = ReadingLayer.standard) { self.layers = layers }

  /// The readings as an HTML document.
  ///
  /// The visible text of a sentence is the report's; control characters that HTML cannot carry
  /// are shown as pictures.
  public func text(of readings: [ReportReading]) -> String {
    let title = readings.count == 1 ? name(readings[0]) : "\(readings.count) reports, as read"
    var out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    out += "<title>\(Markup.attribute(title))</title>\n"
    out += "<style>\n\(readingStyleSheet)\(style)</style>\n</head>\n<body>\n<header>\n"
    out += "<h1>\(Markup.escaped(title))</h1>\n"
    if let tool = readings.first?.tool {
      out +=
        "<p class=\"meta\">\(Markup.escaped("\(tool.name) \(tool.version), reader: \(tool.model)"))"
        + "</p>\n"
    }
    out += legend(readings)
    out += "</header>\n<main>\n"
    for item in readings {
      out +=
        ReadingArticle(item, name: name(item), isOnly: readings.count == 1, layers: layers).html
    }
    return out + "</main>\n</body>\n</html>\n"
  }

  private func name(_ item: ReportReading) -> String {
    let file = item.report.path.utf8.split(separator: UInt8(ascii: "/")).last
    let title = item.report.title.map { Plain.line(item.report.text[$0]) }
    return title ?? file.map { String(decoding: $0, as: UTF8.self) } ?? item.report.path
  }

  private var style: String {
    var style = ""
    if layers.contains(.mentions) || layers.contains(.claims) { style += mentionStyleSheet }
    if layers.contains(.claims) { style += ledgerStyleSheet }
    return style
  }

  private func legend(_ readings: [ReportReading]) -> String {
    var items: [String] = []
    if layers.contains(.attributions) || layers.contains(.claims) {
      items = [
        "<span class=\"source\">source</span>: who says it", "<span class=\"cue\">cue</span>: says",
        "<span class=\"content\">content</span>: what is said",
      ]
    }
    if layers.contains(.attributions) {
      items.append("<span class=\"quote\">“quotation”</span>")
    }
    let names = layers.contains(.names) ? readings.flatMap(\.reading.names) : []
    let kinds = Set(names.map(\.kind))
    for kind in Name.Kind.allCases where kinds.contains(kind) {
      items.append("<span class=\"name n-\(kind.name)\" data-kind=\"\(kind.name)\">name</span>")
    }
    if layers.contains(.mentions) { items += MentionTables.legend(readings) }
    if layers.contains(.claims) { items += LedgerTables.legend(readings) }
    let list = items.map { "<li>\($0)</li>" }.joined(separator: "\n")
    return "<ul class=\"legend\" aria-label=\"Legend\">\n\(list)\n</ul>\n"
  }
}

/// One report of the page.
private struct ReadingArticle {
  private let item: ReportReading
  private let reading: Reading
  private let name: String
  private let isOnly: Bool
  private let layers: Set<ReadingLayer>
  private let mentions: MentionTables?
  private let ledger: LedgerTables?
  /// Attributions by the sentence under which they stand.
  private var attributions: [[Int]]

  init(_ item: ReportReading, name: String, isOnly: Bool, layers: Set<ReadingLayer>) {
    self.item = item
    reading = item.reading
    self.name = name
    self.isOnly = isOnly
    self.layers = layers
    let known = layers.contains(.mentions) ? item.mentions : nil
    mentions = known.map { MentionTables(item, known: $0) }
    ledger = layers.contains(.claims) ? LedgerTables(item) : nil
    attributions = [[Int]](repeating: [], count: item.reading.sentences.count)
    for (index, sentence) in item.reading.sentencesOfAttributions().enumerated() {
      if let sentence { attributions[sentence].append(index) }
    }
  }

  var html: String {
    var out = "<article aria-label=\"\(Markup.attribute(name))\">\n"
    if !isOnly { out += "<h2>\(Markup.escaped(name))</h2>\n" }
    let report = item.report
    let facts = [
      report.path, report.outlet ?? "outlet unknown",
      report.published.map { "\($0)" } ?? "date unknown",
    ]
    out += "<p class=\"meta\">\(Markup.escaped(facts.joined(separator: " · ")))</p>\n"
    if reading.sentences.isEmpty {
      out += "<p>No sentence was read.</p>\n"
      for note in report.notes { out += "<p class=\"meta\">\(Markup.escaped(note.message))</p>\n" }
    }
    var paragraph: Int?
    for (index, sentence) in reading.sentences.enumerated() {
      if sentence.paragraph != paragraph {
        if paragraph != nil { out += "</section>\n" }
        let isTitle = reading.title == reading.paragraphs[sentence.paragraph]
        out += "<section class=\"paragraph\(isTitle ? " headline" : "")\">\n"
      }
      paragraph = sentence.paragraph
      out += block(index, sentence)
    }
    if paragraph != nil { out += "</section>\n" }
    return out + (mentions?.html ?? "") + (ledger?.html ?? "") + "</article>\n"
  }

  private func block(_ index: Int, _ sentence: Sentence) -> String {
    let range = sentence.range
    let words = SourceText(reading.text[range])
    let column = MarkedColumn(words, stretches: stretches(in: range))
    let isTarget = mentions != nil || ledger != nil
    let id = isTarget ? " id=\"\(item.sentenceID(index))\"" : ""
    var out = "<div class=\"sentence\"\(id)>\n<span class=\"number\">\(index + 1)</span>\n"
    out += "<p class=\"text\" dir=\"auto\">\(String(decoding: column.html, as: UTF8.self))</p>\n"
    if layers.contains(.attributions), !attributions[index].isEmpty {
      out += table(attributions[index])
    }
    if layers.contains(.syntax), !reading.dependencies.isEmpty {
      let label = "Dependency tree of sentence \(index + 1)"
      out += "<details><summary>Dependencies</summary>\n"
      out += "<div class=\"tree\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\">\n"
      out += TreeDrawing(reading, sentence: sentence).svg(label: label)
      out += "\n</div></details>\n"
    }
    return out + "</div>\n"
  }

  /// What is marked in a sentence, in bytes of the sentence; of equal stretches the earlier one lies
  /// outside.
  private func stretches(in range: TextRange) -> [MarkedStretch] {
    var stretches: [MarkedStretch] = []
    func add(_ whole: TextRange, _ cssClass: String, _ title: String, kind: String? = nil) {
      guard let part = whole.intersection(range) else { return }
      stretches.append(
        MarkedStretch(
          range: TextRange(part.start - range.start, part.end - range.start), cssClass: cssClass,
          id: nil, title: title, kind: kind))
    }
    if layers.contains(.attributions) {
      for quotation in reading.quotations { add(quotation.range, "quote", "quotation") }
      for role in AttributionRole.allCases {
        for (index, attribution) in reading.attributions.enumerated() {
          for whole in attribution.ranges(role) {
            add(whole, role.rawValue, "\(role.rawValue) of \(Reading.attributionID(index))")
          }
        }
      }
    }
    for name in layers.contains(.names) ? reading.names : [] {
      let kind = name.kind.name
      add(name.range, "name n-\(kind)", kind, kind: kind)
    }
    for stretch in (ledger?.stretches ?? []) + (mentions?.stretches ?? []) {
      add(stretch.range, stretch.cssClass, stretch.title ?? "", kind: stretch.kind)
    }
    return stretches
  }

  private func table(_ indexes: [Int]) -> String {
    var out = "<table class=\"who\">\n<caption>Who says what in this sentence</caption>\n"
    out +=
      "<thead><tr><th class=\"id\" scope=\"col\"></th><th class=\"by\" scope=\"col\">source</th>"
    out += "<th class=\"mark\" scope=\"col\">cue</th><th scope=\"col\">content</th>"
    out += "<th class=\"how\" scope=\"col\">form</th></tr></thead>\n<tbody>\n"
    for index in indexes {
      let attribution = reading.attributions[index]
      out += "<tr id=\"\(anchor(index))\"><th class=\"id\" scope=\"row\">"
      out += "\(Reading.attributionID(index))</th>"
      for role in [AttributionRole.source, .cue, .content] {
        let pieces = attribution.ranges(role).map { Markup.escaped(Plain.line(reading.text[$0])) }
        out += "<td>\(pieces.isEmpty ? "–" : pieces.joined(separator: " … "))</td>"
      }
      out += "<td class=\"how\">\(form(attribution))</td></tr>\n"
    }
    return out + "</tbody>\n</table>\n"
  }

  private func form(_ attribution: Attribution) -> String {
    var parts = [attribution.form.rawValue]
    if attribution.isNegated { parts.append("negated") }
    if let parent = attribution.parent {
      let id = Reading.attributionID(parent)
      // A parent without a token stands in no table, so there is nothing to lead to.
      let isShown = attributions.contains { $0.contains(parent) }
      parts.append(isShown ? "in <a href=\"#\(anchor(parent))\">\(id)</a>" : "in \(id)")
    }
    return parts.joined(separator: ", ")
  }

  private func anchor(_ index: Int) -> String {
    Markup.attribute("\(item.report.id)-\(Reading.attributionID(index))")
  }
}
