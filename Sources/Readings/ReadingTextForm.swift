import Dossiers
import Linguistics
import Reports
import Texts

/// Readings for a terminal: sentences with their names, and beneath each who says what in it.
///
/// A name is written `[Ana Ruiz](Person)`; an attribution `a1  source | cue | content`, with `-`
/// where nobody is named or no word marks it, and `…` between pieces of a content.
public struct ReadingTextForm: Sendable {
  /// Columns of a line.
  public let width: Int
  /// Whether ANSI colours are used.
  public let usesColor: Bool

  /// Creates a form; widths below 40 count as 40.
  public init(width: Int = 80, usesColor: Bool = false) {
    self.width = max(40, width)
    self.usesColor = usesColor
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
    put(counts(item.reading), code: "36", to: &out)
    let reading = item.reading
    guard !reading.sentences.isEmpty else {
      put("No sentence was read.", to: &out)
      return
    }
    var attributions = [[Int]](repeating: [], count: reading.sentences.count)
    for (index, sentence) in reading.sentencesOfAttributions().enumerated() {
      if let sentence { attributions[sentence].append(index) }
    }
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
        marked(sentence, in: reading), label: padded("\(index + 1)", margin), code: "2", to: &out)
      for number in attributions[index] {
        put(
          line(reading.attributions[number], in: reading),
          label: String(repeating: " ", count: margin + 2) + Reading.attributionID(number),
          code: "33", to: &out)
      }
    }
  }

  private func counts(_ reading: Reading) -> String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    return [
      count(reading.sentences.count, "sentence"), count(reading.tokens.count, "token"),
      count(reading.names.count, "name"), count(reading.attributions.count, "attribution"),
      count(reading.quotations.count, "quotation"),
    ].joined(separator: ", ")
  }

  /// A sentence with its names in brackets.
  private func marked(_ sentence: Sentence, in reading: Reading) -> String {
    var text = ""
    var done = sentence.range.start
    for name in reading.names where sentence.range.contains(name.range) {
      text += reading.text[TextRange(done, name.range.start)]
      text += "[\(reading.text[name.range])](\(name.kind.name))"
      done = name.range.end
    }
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
  private func put(_ text: String, label: String = "", code: String = "", to out: inout String) {
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

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
