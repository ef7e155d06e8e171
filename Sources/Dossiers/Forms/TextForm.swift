public import Texts

/// A dossier for a terminal.
public struct TextForm: Sendable {
  /// Columns of a line.
  public let width: Int
  /// Whether ANSI colours are used.
  public let usesColor: Bool

  /// Creates a form; widths below 40 count as 40.
  public init(width: Int = 80, usesColor: Bool = false) {
    self.width = max(40, width)
    self.usesColor = usesColor
  }

  /// The dossier as text; every line ends with a line feed.
  ///
  /// No line is wider than `width`, wide characters counting two columns. Control
  /// characters of the reports become visible pictures.
  /// `texts` holds the reports' texts by id; words that are not found there are marked.
  public func text(of dossier: Dossier, reports texts: [String: SourceText]) -> String {
    let page = PageBuilder(dossier, texts: texts).page()
    var writer = TextWriter(width: width, usesColor: usesColor)
    writer.write([.strong(page.title)])
    for line in page.summary { writer.write(line) }
    for section in page.sections {
      writer.blank()
      writer.heading(section.title)
      if let intro = section.intro { writer.write([.faint(intro)]) }
      for block in section.blocks { writer.write(block) }
    }
    return writer.text
  }
}

/// Lays out lines and tables in columns of a terminal.
struct TextWriter {
  let width: Int
  let usesColor: Bool
  private(set) var text = ""
  private var isAfterBlank = true

  init(width: Int, usesColor: Bool) {
    self.width = width
    self.usesColor = usesColor
  }

  private mutating func put(_ line: String) {
    isAfterBlank = line.isEmpty
    text += line
    text += "\n"
  }

  mutating func blank() {
    if !isAfterBlank { put("") }
  }

  mutating func heading(_ title: String) {
    put(paint(title.uppercased(), "1;36"))
    put(paint(String(repeating: "─", count: width), "36"))
  }

  mutating func write(_ block: Page.Block) {
    switch block {
    case .heading(let line, _):
      blank()
      write(line)
    case .lines(let lines):
      for line in lines { write(line) }
    case .table(let table): write(table)
    case .graph: break
    }
  }

  mutating func write(_ line: Page.Line, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    for words in wrapped(line, width: width - indent) { put(margin + painted(words)) }
  }

  // MARK: Tables

  private mutating func write(_ table: Page.Table) {
    let widths = columnWidths(of: table)
    let labels = table.columns.map { [Page.Inline.faint($0.lowercased())] }
    write(labels, widths: widths)
    for row in table.rows {
      write(row.cells, widths: widths)
      for line in row.evidence { write(line, indent: 4) }
    }
  }

  private mutating func write(_ cells: [Page.Line], widths: [Int]) {
    let columns = zip(cells, widths).map { wrapped($0, width: $1) }
    for row in 0..<(columns.map(\.count).max() ?? 0) {
      var line = ""
      var pending = 0
      for (column, width) in zip(columns, widths) {
        let words = row < column.count ? column[row] : []
        let used = words.reduce(0) { $0 + DisplayWidth.of($1.text) }
        if used > 0 {
          line += String(repeating: " ", count: pending) + painted(words)
          pending = 0
        }
        pending += max(0, width - used) + 2
      }
      put("  " + line)
    }
  }

  /// Natural widths where they fit; else the widest column gives way.
  private func columnWidths(of table: Page.Table) -> [Int] {
    var widths = table.columns.indices.map { column in
      let cells = table.rows.map { $0.cells.count > column ? $0.cells[column] : [] }
      let widest = cells.map { pieces(of: $0).reduce(0) { $0 + DisplayWidth.of($1.text) } }.max()
      return max(widest ?? 0, DisplayWidth.of(table.columns[column]))
    }
    let room = width - 2 - 2 * (widths.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 4,
      let column = widths.lastIndex(of: widest)
    {
      widths[column] -= 1
    }
    return widths
  }

  // MARK: Runs

  private struct Piece {
    var text: String
    let color: String?
  }

  private func pieces(of line: Page.Line) -> [Piece] {
    line.flatMap { inline -> [Piece] in
      switch inline {
      case .text(let text): [Piece(text: Plain.run(text), color: nil)]
      case .strong(let text): [Piece(text: Plain.run(text), color: "1")]
      case .faint(let text): [Piece(text: Plain.run(text), color: "2")]
      case .relation(let word): [Piece(text: Plain.line(word), color: Self.color(of: word))]
      case .item(_, let text): [Piece(text: Plain.line(text), color: "36")]
      case .words(let words):
        [
          Piece(text: "[\(Plain.line(words.reference))] ", color: "36"),
          Piece(text: "“\(Plain.shortened(words.text, to: 320))”", color: nil),
        ] + (words.range == nil ? [Piece(text: " (not found there)", color: "31")] : [])
      }
    }
  }

  private static func color(of relation: String) -> String {
    switch relation {
    case "contradict", "denied": "1;31"
    case "agree": "1;32"
    default: "1;33"
    }
  }

  /// Breaks a line at spaces, keeping each run's colour.
  private func wrapped(_ line: Page.Line, width: Int) -> [[Piece]] {
    let pieces = pieces(of: line)
    let whole = pieces.map(\.text).joined()
    var lines: [[Piece]] = []
    var index = 0
    var left = pieces.first.map { Array($0.text.unicodeScalars)[...] } ?? []
    func advance() {
      while left.isEmpty, index + 1 < pieces.count {
        index += 1
        left = Array(pieces[index].text.unicodeScalars)[...]
      }
    }
    for text in DisplayWidth.wrapped(whole, width: width) {
      var words: [Piece] = []
      var isAtStart = true
      for scalar in text.unicodeScalars {
        advance()
        // Spaces at a break, and runs of them, are in the pieces but not in the line.
        while let first = left.first, first != scalar, first == " " {
          left.removeFirst()
          advance()
        }
        if isAtStart || words.last?.color != pieces[index].color {
          words.append(Piece(text: "", color: pieces[index].color))
        }
        isAtStart = false
        words[words.count - 1].text.unicodeScalars.append(scalar)
        if !left.isEmpty { left.removeFirst() }
      }
      lines.append(words)
    }
    return lines
  }

  private func painted(_ pieces: [Piece]) -> String {
    pieces.map { piece in piece.color.map { paint(piece.text, $0) } ?? piece.text }.joined()
  }

  private func paint(_ text: String, _ color: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }
}
