public import Texts

/// A dossier as one self-contained HTML page: no script, no network, light and dark.
///
/// The reports stand side by side with shared words marked; every cited stretch has an
/// anchor, and every cell of the tables below links to the words it rests on.
public struct HTMLForm: Sendable {
  /// Creates a form.
  public init() {}

  /// The dossier as an HTML document.
  ///
  /// The visible text of a report's column is the report as published; control characters
  /// that HTML cannot carry are shown as pictures.
  /// `texts` holds the reports' texts by id; a report without one has no column.
  public func text(of dossier: Dossier, reports texts: [String: SourceText]) -> String {
    var writer = HTMLWriter(dossier, texts: texts)
    return writer.document()
  }
}

struct HTMLWriter {
  let dossier: Dossier
  private let texts: [String: SourceText]
  let builder: PageBuilder
  private let page: Page
  private let isKnown: [String: Int]
  /// Items of the dossier that have a place on the page.
  private let items: Set<String>
  private var usedIDs: Set<String> = []
  private var out: [UInt8] = []

  init(_ dossier: Dossier, texts: [String: SourceText]) {
    self.dossier = dossier
    self.texts = texts
    builder = PageBuilder(dossier, texts: texts)
    page = builder.page()
    isKnown = Dictionary(
      dossier.reports.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    items = Self.items(of: page)
  }

  private static func items(of page: Page) -> Set<String> {
    var items: Set<String> = []
    for section in page.sections {
      for block in section.blocks {
        switch block {
        case .heading(_, let item): if let item { items.insert(item) }
        case .lines, .graph: break
        case .table(let table): items.formUnion(table.rows.compactMap(\.item))
        }
      }
    }
    return items
  }

  private mutating func put(_ html: String) { out += html.utf8 }

  mutating func document() -> String {
    let cited = citedWords()
    var columns: [UInt8] = []
    var cut: [String] = []
    for (index, report) in dossier.reports.enumerated() where isKnown[report.id] == index {
      guard let text = texts[report.id] else { continue }
      let column = MarkedColumn(text, stretches: stretches(in: report.id, cited: cited))
      columns += columnHTML(report, column: column).utf8
      cut += column.cut
    }
    let cutRules = cut.map { ":root:has(#\(cssName($0)):target) .x-\(cssName($0))" }
    let extra = cutRules.isEmpty ? "" : cutRules.joined(separator: ",\n") + "{\(targetStyle)}\n"
    put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    put("<title>\(Markup.attribute(page.title))</title>\n")
    put("<style>\n\(styleSheet)\(extra)</style>\n</head>\n<body>\n<header>\n")
    put("<h1>\(Markup.prose(page.title))</h1>\n")
    for line in page.summary { put("<p>\(html(line))</p>\n") }
    put("<nav aria-label=\"Parts of the dossier\"><ul>\n")
    let before = page.sections.prefix { $0.name == "digest" }
    let after = page.sections.dropFirst(before.count)
    for section in before { put(link(to: section)) }
    put("<li><a href=\"#texts\">Texts</a></li>\n")
    for section in after { put(link(to: section)) }
    put("</ul></nav>\n</header>\n<main>\n")
    for section in before { write(section) }
    put("<section aria-labelledby=\"texts\">\n<h2 id=\"texts\">The texts side by side</h2>\n")
    put(legend())
    put("<div class=\"columns\">\n")
    out += columns
    put("</div>\n</section>\n")
    for section in after { write(section) }
    put("</main>\n</body>\n</html>\n")
    return String(decoding: out, as: UTF8.self)
  }

  private func link(to section: Page.Section) -> String {
    "<li><a href=\"#s-\(section.name)\">\(Markup.escaped(section.title))</a></li>\n"
  }

  // MARK: Columns

  /// Every cited stretch that stands where it should, each once, in order.
  private func citedWords() -> [Page.Words] {
    var seen: Set<Page.Words> = []
    var words: [Page.Words] = []
    func collect(_ line: Page.Line) {
      for case .words(let item) in line where item.range != nil && seen.insert(item).inserted {
        words.append(item)
      }
    }
    for section in page.sections {
      for block in section.blocks {
        switch block {
        case .heading(let line, _): collect(line)
        case .lines(let lines): lines.forEach(collect)
        case .graph: break
        case .table(let table):
          for row in table.rows { (row.cells + row.evidence).forEach(collect) }
        }
      }
    }
    return words
  }

  func passageClass(_ passage: Dossier.Passage) -> String {
    guard passage.kind == "copy" else {
      return Contract.passageKinds.contains(passage.kind) ? "k-\(passage.kind)" : "k-other"
    }
    return "k-copy o\(copyOrigins.firstIndex(of: passage.origin).map { $0 % 5 } ?? 0)"
  }

  /// Origins of copied words, each with a colour of its own while colours last.
  private var copyOrigins: [String] {
    var origins: [String] = []
    for passage in dossier.passages
    where passage.kind == "copy" && !origins.contains(passage.origin) {
      origins.append(passage.origin)
    }
    return origins
  }

  func anchor(_ words: Page.Words) -> String {
    Markup.identifier("w", "\(words.report).\(words.start)-\(words.end)")
  }

  /// An id as a CSS selector: dots escaped.
  private func cssName(_ id: String) -> String {
    String(decoding: id.utf8.flatMap { $0 == 0x2E ? [0x5C, $0] : [$0] }, as: UTF8.self)
  }

  private func legend() -> String {
    var items: [String] = []
    for (index, origin) in copyOrigins.enumerated() {
      items.append(
        "<li><span class=\"shared k-copy o\(index % 5)\">copied words</span> from "
          + "\(Markup.escaped(builder.originName(origin)))</li>")
    }
    for kind in Contract.passageKinds.dropFirst()
    where dossier.passages.contains(where: { $0.kind == kind }) {
      items.append("<li><span class=\"shared k-\(kind)\">\(Glossary.passage(kind))</span></li>")
    }
    if dossier.rewritings != nil {
      items.append("<li><span class=\"rewritten\">rewritten</span></li>")
    }
    if (dossier.lineage ?? []).contains(where: { !$0.passages.isEmpty }) {
      items.append(
        "<li><span class=\"mark\" data-mark=\"←r1\"></span> taken from r1, "
          + "<span class=\"mark\" data-mark=\"→r2\"></span> taken by r2, "
          + "<span class=\"mark\" data-mark=\"↔r3\"></span> shared with r3, "
          + "direction unknown</li>")
    }
    items.append("<li><span class=\"cited\">cited below</span></li>")
    return "<ul class=\"legend\" aria-label=\"Legend\">\n\(items.joined(separator: "\n"))\n</ul>\n"
  }

  private func columnHTML(_ report: Dossier.ReportEntry, column: MarkedColumn) -> String {
    let language = report.language.map { " lang=\"\(Markup.attribute($0))\"" } ?? ""
    let name = Markup.escaped(builder.reportName(report.id))
    let label = Markup.attribute(builder.reportName(report.id))
    let outlet = report.outlet == nil ? "outlet unknown" : report.id
    let published = Markup.prose("\(outlet), \(report.published ?? "date unknown")")
    return """
      <article class="column" aria-label="\(label)">
      <h3>\(name)</h3>
      <p class="meta">\(published)</p>
      <div class="report" tabindex="0" role="region" aria-label="Text of \(label)" \
      dir="auto"\(language)>\
      \(String(decoding: column.html, as: UTF8.self))</div>
      </article>

      """
  }

  // MARK: Sections

  private mutating func write(_ section: Page.Section) {
    let id = "s-\(section.name)"
    put("<section aria-labelledby=\"\(id)\">\n")
    put("<h2 id=\"\(id)\">\(Markup.escaped(section.title))</h2>\n")
    if let intro = section.intro { put("<p class=\"intro\">\(Markup.escaped(intro))</p>\n") }
    for block in section.blocks {
      switch block {
      case .heading(let line, let item): put("<h3\(itemID(item))>\(html(line))</h3>\n")
      case .lines(let lines): for line in lines { put("<p>\(html(line))</p>\n") }
      case .table(let table): write(table)
      case .graph(let graph): put(svg(graph))
      }
    }
    put("</section>\n")
  }

  private mutating func write(_ table: Page.Table) {
    let hasEvidence = table.rows.contains { !$0.evidence.isEmpty }
    let columns = table.columns + (hasEvidence ? ["Words"] : [])
    put("<div class=\"scroll\"><table>\n")
    put("<caption>\(Markup.escaped(table.caption))</caption>\n<thead><tr>")
    for column in columns { put("<th scope=\"col\">\(Markup.escaped(column))</th>") }
    put("</tr></thead>\n<tbody>\n")
    for row in table.rows {
      put("<tr\(itemID(row.item))>")
      for (index, cell) in row.cells.enumerated() {
        let label = Markup.attribute(index < columns.count ? columns[index] : "")
        put(
          index == 0
            ? "<th scope=\"row\">\(html(cell))</th>"
            : "<td data-label=\"\(label)\">\(html(cell))</td>")
      }
      if hasEvidence {
        let lines = row.evidence.map { "<div>\(html($0))</div>" }.joined()
        put("<td class=\"words\">\(lines)</td>")
      }
      put("</tr>\n")
    }
    put("</tbody>\n</table></div>\n")
  }

  /// An id attribute, once for each item of the dossier.
  private mutating func itemID(_ item: String?) -> String {
    guard let item else { return "" }
    let id = Markup.identifier("i", item)
    return usedIDs.insert(id).inserted ? " id=\"\(id)\"" : ""
  }

  private func html(_ line: Page.Line) -> String { line.map(html).joined() }

  private func html(_ inline: Page.Inline) -> String {
    switch inline {
    case .text(let text): Markup.prose(text)
    case .strong(let text): "<strong>\(Markup.prose(text))</strong>"
    case .faint(let text): "<small>\(Markup.escaped(text))</small>"
    case .relation(let word):
      "<span class=\"rel \(Contract.relations.contains(word) ? "rel-\(word)" : "")\">"
        + "\(Markup.escaped(word))</span>"
    case .item(let id, let text) where !items.contains(id): Markup.escaped(text)
    case .item(let id, let text):
      "<a class=\"item\" href=\"#\(Markup.identifier("i", id))\">\(Markup.escaped(text))</a>"
    case .words(let words): html(words)
    }
  }

  private func html(_ words: Page.Words) -> String {
    let quote = "<q dir=\"auto\">\(Markup.escaped(Plain.shortened(words.text, to: 400)))</q>"
    let reference = "<small>\(Markup.escaped(words.reference))</small>"
    guard words.range != nil, texts[words.report] != nil, isKnown[words.report] != nil else {
      return "<span class=\"lost\">\(quote) \(reference) (not found there)</span>"
    }
    return "<a class=\"ref\" href=\"#\(anchor(words))\">\(quote) \(reference)</a>"
  }
}
