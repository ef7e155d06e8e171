public import Texts

/// A dossier as Markdown with pipe tables, for pasting into notes and tickets.
public struct MarkdownForm: Sendable {
  /// Creates a form.
  public init() {}

  /// The dossier as Markdown (CommonMark with GitHub's tables).
  ///
  /// Whatever the reports hold is escaped: it can open no table cell, link, tag or emphasis.
  /// `texts` holds the reports' texts by id; words that are not found there are marked.
  public func text(of dossier: Dossier, reports texts: [String: SourceText]) -> String {
    let page = PageBuilder(dossier, texts: texts).page()
    var blocks = ["# \(Self.escaped(page.title))"]
    blocks += page.summary.map(Self.markdown)
    for section in page.sections {
      blocks.append("## \(Self.escaped(section.title))")
      if let intro = section.intro { blocks.append(Self.escaped(intro)) }
      blocks += section.blocks.compactMap(Self.markdown)
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func markdown(_ block: Page.Block) -> String? {
    switch block {
    case .heading(let line, _): return "### \(markdown(line.map(plain)))"
    case .lines(let lines): return lines.map(markdown).joined(separator: "\n\n")
    case .graph: return nil
    case .table(let table):
      let hasEvidence = table.rows.contains { !$0.evidence.isEmpty }
      let columns = table.columns + (hasEvidence ? ["Words"] : [])
      var rows = [columns, columns.map { _ in "---" }]
      for row in table.rows {
        let words = row.evidence.map(markdown).joined(separator: "<br>")
        rows.append(row.cells.map(markdown) + (hasEvidence ? [words] : []))
      }
      return rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }
  }

  /// Headings are bold already.
  private static func plain(_ inline: Page.Inline) -> Page.Inline {
    if case .strong(let text) = inline { .text(text) } else { inline }
  }

  private static func markdown(_ line: Page.Line) -> String {
    line.map { inline in
      switch inline {
      case .text(let text), .faint(let text): escaped(text)
      case .strong(let text): emphasized(text)
      case .relation(let word): emphasized(word)
      case .item(_, let text): escaped(text)
      case .words(let words):
        "“\(escaped(Plain.shortened(words.text, to: 400)))” \\[\(escaped(words.reference))\\]"
          + (words.range == nil ? " (not found there)" : "")
      }
    }.joined()
  }

  private static func emphasized(_ text: String) -> String {
    let inner = Plain.line(text)
    return inner.isEmpty ? "" : "**\(escaped(inner))**"
  }

  /// Text whose every character means itself.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var isFirst = true
    for scalar in Plain.run(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$": out.append("\\")
      case "#", "+", "-": if isFirst { out.append("\\") }
      default: break
      }
      out.append(scalar)
      isFirst = false
    }
    return String(out)
  }
}
