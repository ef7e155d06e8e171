import Dossiers
import Linguistics
import Mentions
import Reports
import Texts

/// Readings for a terminal: sentences with their names, and beneath each who says what in it.
///
/// A name is written `[Ana Ruiz](Person)`; an attribution `a1  source | cue | content`, with `-`
/// where nobody is named or no word marks it, and `…` between pieces of a content. A mention is
/// written `[the Observatory](actor3)`, and beneath the report stands what is known of each. Words
/// of figures and events are written `[two were killed](toll1)`; beneath the report stand claims,
/// figures and events, each with its words and their place in code points: `[20-34] “the governor”`.
public struct ReadingTextForm: Sendable {
  /// Columns of a line.
  public let width: Int
  /// Whether ANSI colours are used.
  public let usesColor: Bool
  /// What is shown.
  public let layers: Set<ReadingLayer>

  /// Creates a form; widths below 40 count as 40.
  public init(
    width: Int = 80, usesColor: Bool = false,
    layers: Set<ReadingLayer> = ReadingLayer.standard
  ) {
    self.width = max(40, width)
    self.usesColor = usesColor
    self.layers = layers
  }

  /// The readings as text; every line ends with a line feed.
  ///
  /// No line is wider than `width`, wide characters counting two columns. Control characters of
  /// the reports become visible pictures.
  public func text(of readings: [ReportReading]) -> String {
    var out = ""
    for (index, item) in readings.enumerated() {
      if index > 0 { out += "\n" }
      write(item, to: &out)
    }
    return out
  }

  private func write(_ item: ReportReading, to out: inout String) {
    let report = item.report
    let facts = [
      report.path, report.outlet ?? "outlet unknown",
      report.published.map { "\($0)" } ?? "date unknown", "read by \(item.tool.model)",
    ]
    put(facts.map(Plain.line).joined(separator: " · "), code: "1;36", to: &out)
    put(counts(item), code: "36", to: &out)
    let reading = item.reading
    guard !reading.sentences.isEmpty else {
      put("No sentence was read.", to: &out)
      return
    }
    var attributions = [[Int]](repeating: [], count: reading.sentences.count)
    for (index, sentence) in reading.sentencesOfAttributions().enumerated()
    where layers.contains(.attributions) {
      if let sentence { attributions[sentence].append(index) }
    }
    let marks = marks(in: item)
    let margin = max(3, "\(reading.sentences.count)".utf8.count)
    var paragraph: Int?
    for (index, sentence) in reading.sentences.enumerated() {
      if sentence.paragraph != paragraph {
        out += "\n"
        let isTitle = reading.title == reading.paragraphs[sentence.paragraph]
        if isTitle { put("Headline", code: "36", to: &out) }
      }
      paragraph = sentence.paragraph
      put(
        marked(sentence, in: reading, marks: marks), label: padded("\(index + 1)", margin),
        code: "2", to: &out)
      for number in attributions[index] {
        put(
          line(reading.attributions[number], in: reading),
          label: String(repeating: " ", count: margin + 2) + Reading.attributionID(number),
          code: "33", to: &out)
      }
    }
    writeMentions(of: item, to: &out)
    writeLedger(of: item, to: &out)
  }

  private func counts(_ item: ReportReading) -> String {
    let reading = item.reading
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    var counts = [count(reading.sentences.count, "sentence")]
    if layers.contains(.syntax) { counts.append(count(reading.tokens.count, "token")) }
    if layers.contains(.names) { counts.append(count(reading.names.count, "name")) }
    if layers.contains(.attributions) {
      counts.append(count(reading.attributions.count, "attribution"))
      counts.append(count(reading.quotations.count, "quotation"))
    }
    if layers.contains(.mentions), let mentions = item.mentions?.mentions {
      counts.append(count(mentions.actors.count, "actor"))
      counts.append(count(mentions.places.count, "place"))
      counts.append(count(mentions.times.count, "time"))
      let quantities = mentions.quantities.count
      counts.append("\(quantities) quantit\(quantities == 1 ? "y" : "ies")")
    }
    if layers.contains(.claims), let ledger = item.claims {
      for kind in LedgerKind.allCases {
        counts.append(count(ledger.count(of: kind), kind.rawValue))
      }
    }
    return counts.joined(separator: ", ")
  }

  /// What is put in brackets in the text, in order; of equal stretches names lie outside.
  private func marks(in item: ReportReading) -> [(range: TextRange, label: String)] {
    var marks: [(range: TextRange, label: String)] = []
    if layers.contains(.names) {
      marks += item.reading.names.map { ($0.range, $0.kind.name) }
    }
    if layers.contains(.mentions), let known = item.mentions {
      marks += known.mentions.marks(in: item.reading.text).map { ($0.range, $0.id) }
    }
    if layers.contains(.claims), let ledger = item.claims {
      marks += ledger.marks.map { ($0.range, $0.id) }
    }
    return marks.enumerated().sorted { a, b in
      let (x, y) = (a.element.range, b.element.range)
      return (x.start, y.end, a.offset) < (y.start, x.end, b.offset)
    }.map(\.element)
  }

  /// A sentence with its names and mentions in brackets; one that crosses another is left out.
  private func marked(
    _ sentence: Sentence, in reading: Reading, marks: [(range: TextRange, label: String)]
  ) -> String {
    var text = ""
    var done = sentence.range.start
    var open: [(range: TextRange, label: String)] = []
    func close(before start: Int) {
      while let last = open.last, last.range.end <= start {
        text += reading.text[TextRange(done, last.range.end)] + "](\(last.label))"
        done = last.range.end
        open.removeLast()
      }
    }
    for mark in marks where sentence.range.contains(mark.range) && !mark.range.isEmpty {
      close(before: mark.range.start)
      if let last = open.last, last.range.end < mark.range.end { continue }
      text += reading.text[TextRange(done, mark.range.start)] + "["
      done = mark.range.start
      open.append(mark)
    }
    close(before: sentence.range.end)
    return Plain.line(text + reading.text[TextRange(done, sentence.range.end)])
  }

  private func line(_ attribution: Attribution, in reading: Reading) -> String {
    func words(_ role: AttributionRole) -> String {
      let pieces = attribution.ranges(role).map { Plain.line(reading.text[$0]) }
      return pieces.isEmpty ? "-" : pieces.joined(separator: " … ")
    }
    var line = "\(words(.source)) | \(words(.cue)) | \(words(.content))"
    var facts = [attribution.form.rawValue]
    if attribution.isNegated { facts.append("negated") }
    if let parent = attribution.parent { facts.append("in \(Reading.attributionID(parent))") }
    line += " (\(facts.joined(separator: ", ")))"
    return line
  }

  /// Writes a text on as many lines as it needs, the later ones under the first.
  func put(_ text: String, label: String = "", code: String = "", to out: inout String) {
    let indent = label.isEmpty ? 0 : label.utf8.count + 2
    for (index, line) in DisplayWidth.wrapped(text, width: width - indent).enumerated() {
      if indent > 0 {
        out += index == 0 ? paint(label, code) + "  " : String(repeating: " ", count: indent)
        out += line + "\n"
      } else {
        out += paint(line, code) + "\n"
      }
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    usesColor && !code.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
