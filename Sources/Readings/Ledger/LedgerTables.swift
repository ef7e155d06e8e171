import Claims
import Dossiers
import Reports
import Texts

/// The claims, figures and events of a report as tables of a page.
struct LedgerTables {
  private let item: ReportReading
  private let facts: LedgerFacts

  /// The tables of a report; nil when its ledger was not asked for.
  init?(_ item: ReportReading) {
    guard let facts = LedgerFacts(item) else { return nil }
    self.item = item
    self.facts = facts
  }

  // MARK: Marks

  /// The stretches to be marked in the report's text: who says what, figures, events.
  var stretches: [MarkedStretch] {
    var stretches: [MarkedStretch] = []
    for (index, claim) in facts.ledger.claims.enumerated() {
      let id = LedgerKind.claim.id(index)
      func add(_ range: TextRange?, _ role: String) {
        guard let range else { return }
        stretches.append(
          MarkedStretch(range: range, cssClass: role, id: nil, title: "\(role) of \(id)"))
      }
      for piece in claim.content { add(piece, "content") }
      add(claim.source, "source")
      add(claim.cue, "cue")
    }
    return stretches
      + facts.ledger.marks.map { mark in
        MarkedStretch(
          range: mark.range, cssClass: "mention m-\(mark.kind.rawValue)", id: nil,
          title: title(mark), kind: mark.id)
      }
  }

  /// What is shown when a mark is pointed at.
  private func title(_ mark: LedgerMark) -> String {
    switch mark.kind {
    case .toll:
      let toll = facts.ledger.tolls[mark.index]
      return ([facts.figure(toll)] + facts.scope(toll)).joined(separator: ", ")
    case .claim, .event: return facts.kind(mark.index).joined(separator: "; ")
    }
  }

  // MARK: Tables

  /// The tables; kinds of which there is none are left out.
  var html: String {
    LedgerKind.allCases.filter { facts.ledger.count(of: $0) > 0 }.map(table).joined()
  }

  private func table(_ kind: LedgerKind) -> String {
    let columns =
      switch kind {
      case .claim: ["who says it", "speaks of"]
      case .toll: ["figure", "who gives it"]
      case .event: ["what", "when, where, who"]
      }
    var out = "<table class=\"who mentions ledger\">\n<caption>\(kind.heading)</caption>\n"
    out += "<thead><tr><th class=\"id\" scope=\"col\"></th><th class=\"by\" scope=\"col\">"
    out += "\(columns[0])</th><th class=\"by\" scope=\"col\">\(columns[1])</th>"
    out += "<th scope=\"col\">words</th></tr></thead>\n<tbody>\n"
    for index in 0..<facts.ledger.count(of: kind) {
      let id = kind.id(index)
      out += "<tr id=\"\(anchor(id))\"><th class=\"id m-\(kind.rawValue)\" scope=\"row\">\(id)</th>"
      for cell in cells(kind, index) { out += "<td>\(cell.joined(separator: "<br>"))</td>" }
      out += "</tr>\n"
    }
    return out + "</tbody>\n</table>\n"
  }

  /// The cells behind an entry's id, each of lines of HTML.
  private func cells(_ kind: LedgerKind, _ index: Int) -> [[String]] {
    switch kind {
    case .claim: cells(facts.ledger.claims[index])
    case .toll: cells(facts.ledger.tolls[index])
    case .event: eventCells(index)
    }
  }

  private func cells(_ claim: Claim) -> [[String]] {
    var who = [facts.speaker(claim)]
    if let chain = facts.chain(claim) { who.append("through \(chain)") }
    who.append(facts.deed(claim))
    var about = [claim.about.map(reference).joined(separator: ", ")]
    if about == [""] { about = ["–"] }
    about += facts.answered(by: claim).map { Markup.escaped("\(claim.stance.rawValue) \($0)") }
    let frame = [("source", claim.source), ("cue", claim.cue), ("hedge", claim.hedge)]
    let words =
      frame.compactMap { name, range in range.map { "\(name) \(self.words($0))" } }
      + claim.content.map(self.words)
    return [who.map(Markup.escaped), about, words]
  }

  private func cells(_ toll: Toll) -> [[String]] {
    let claim = toll.claim.map { " in \(reference(LedgerKind.claim.id($0)))" } ?? ""
    return [
      ([facts.figure(toll)] + facts.scope(toll)).map(Markup.escaped),
      [
        Markup.escaped(facts.claimant(toll)) + claim,
        "of \(reference(LedgerKind.event.id(toll.event)))",
      ],
      [words(toll.span)],
    ]
  }

  private func eventCells(_ index: Int) -> [[String]] {
    let event = facts.ledger.events[index]
    let circumstances = facts.circumstances(event)
    return [
      facts.kind(index).map(Markup.escaped),
      circumstances.isEmpty ? ["–"] : circumstances.map(Markup.escaped),
      event.mentions.map(words)
        + event.arguments.map { Markup.escaped(facts.argument($0, of: event)) },
    ]
  }

  private func words(_ range: TextRange) -> String {
    Markup.escaped(facts.words(range)) + " " + item.sentenceLink(range)
  }

  private func reference(_ id: String) -> String { "<a href=\"#\(anchor(id))\">\(id)</a>" }

  private func anchor(_ id: String) -> String { Markup.attribute("\(item.report.id)-\(id)") }

  /// What the legend says of the marks.
  static func legend(_ readings: [ReportReading]) -> [String] {
    let kinds = Set(readings.flatMap { $0.claims?.marks.map(\.kind) ?? [] })
    return LedgerKind.allCases.filter(kinds.contains).map { kind in
      "<span class=\"mention m-\(kind.rawValue)\" data-kind=\"\(kind.id(0))\">\(kind.rawValue)"
        + "</span>"
    }
  }
}

/// The style of a ledger, beside that of mentions; kinds are told by their labels without colour.
let ledgerStyleSheet = """
  :root{--toll:#ffd9cf;--event:#e3dcff}
  @media (prefers-color-scheme:dark){:root{--toll:#5e2416;--event:#3b2f6b}}
  .m-toll{background:var(--toll)}.m-event{background:var(--event)}
  .who.ledger td{padding-bottom:.5rem}

  """
