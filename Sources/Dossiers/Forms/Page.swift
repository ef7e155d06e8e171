import Texts

/// A dossier arranged for reading; every form is a rendering of one page.
struct Page {
  /// Its heading.
  let title: String
  /// What was compared, in a line or two.
  let summary: [Line]
  /// The parts, in order.
  let sections: [Section]

  /// A part with a heading.
  struct Section {
    /// A stable name, `tolls`.
    let name: String
    let title: String
    /// What the reader sees here, in a sentence.
    let intro: String?
    let blocks: [Block]
  }

  /// A piece of a section.
  enum Block {
    case heading(Line, item: String?)
    case lines([Line])
    case table(Table)
    /// A drawing, in forms that can draw; what it shows stands in a table too.
    case graph(LineageGraph)
  }

  /// Rows under common headings; the first cell of a row names it.
  struct Table {
    let caption: String
    let columns: [String]
    let rows: [Row]
  }

  /// A row with the words it rests on.
  struct Row {
    /// Id of the dossier's item, to link to.
    let item: String?
    let cells: [Line]
    /// The words, a line for each piece.
    let evidence: [Line]
  }

  typealias Line = [Inline]

  /// A run of text.
  enum Inline {
    case text(String)
    case strong(String)
    case faint(String)
    /// A relation of the contract.
    case relation(String)
    case words(Words)
    /// Another item of the dossier.
    case item(String, String)
  }

  /// Words of a report.
  struct Words: Hashable {
    /// Id of the report.
    let report: String
    /// Code points.
    let start: Int
    let end: Int
    let text: String
    /// Where the words stand in the report, in bytes; nil when they do not.
    let range: TextRange?
    /// `r2:1034-1052`.
    var reference: String { "\(report):\(start)-\(end)" }
  }
}

extension Page.Inline: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

extension [Page.Inline] {
  init(_ text: String) { self = [.text(text)] }
}
