import Texts

/// Arranges a dossier for reading: which parts, in which order, in which words.
struct PageBuilder {
  let dossier: Dossier
  let texts: [String: SourceText]
  private let codePoints: [String: CodePoints]
  private let reports: [String: Int]
  private let actors: [String: Int]
  private let places: [String: Int]
  private let origins: [String: Int]
  let events: [String: Int]
  let tolls: [String: Int]
  let claims: [String: Int]

  init(_ dossier: Dossier, texts: [String: SourceText]) {
    func index(_ ids: [String]) -> [String: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.dossier = dossier
    self.texts = texts
    codePoints = texts.mapValues { CodePoints($0) }
    reports = index(dossier.reports.map(\.id))
    actors = index(dossier.actors.map(\.id))
    places = index(dossier.places.map(\.id))
    origins = index(dossier.origins.map(\.id))
    events = index(dossier.events.map(\.id))
    tolls = index(dossier.tolls.map(\.id))
    claims = index(dossier.claims.map(\.id))
  }

  func page() -> Page {
    let sections = [
      digestSection(), reportSection(), eventSection(), pointSection(), tollSection(),
      claimSection(), lineageSection(),
      passageSection(), nameSection(), timelineSection(), noteSection(),
    ]
    return Page(
      title: title(), summary: summary(),
      sections: sections.compactMap(\.self).filter { !$0.blocks.isEmpty })
  }

  private func title() -> String {
    guard let main = mainEvent else {
      return counted(dossier.reports.count, "report") + " side by side"
    }
    var parts = [sentenceCase(Glossary.type(main.type))]
    if let place = main.places.first { parts[0] += " at \(place.name)" }
    if let date = main.date { parts.append(day(date)) }
    return parts.joined(separator: ", ")
  }

  private func summary() -> [Page.Line] {
    let outlets = Set(dossier.reports.compactMap(\.outlet)).count
    let unknown = dossier.reports.filter { $0.outlet == nil }.count
    let accounts = Set(dossier.reports.compactMap(\.origin)).count
    let differing = dossier.points.filter { Self.differing.contains($0.relation) }.count
    return [
      Page.Line(
        """
        \(counted(dossier.reports.count, "report")) by \(counted(outlets, "named outlet"))\
        \(unknown > 0 ? " (\(unknown) without a name)" : ""), going back \
        to \(counted(accounts, "independent origin")); \
        \(counted(dossier.claims.count, "claim")), \(counted(dossier.tolls.count, "figure")); \
        accounts differ in \(counted(differing, "point")) of \(dossier.points.count).
        """),
      [
        .faint(
          """
          A reference such as r1:20-34 gives the words' place: report r1, code points 20 up to \
          34. \(dossier.tool.name) \(dossier.tool.version), reader: \(dossier.tool.model), \
          \(dossier.schema).
          """)
      ],
    ]
  }

  var mainEvent: Dossier.Event? {
    dossier.mainEvent.flatMap { events[$0] }.map { dossier.events[$0] }
  }

  // MARK: Names

  /// What a report is called: its outlet, and its id where no outlet tells it apart.
  func reportName(_ id: String) -> String {
    guard let index = reports[id] else { return "\(id)?" }
    guard let outlet = dossier.reports[index].outlet else { return id }
    let isUnique = dossier.reports.filter { $0.outlet == outlet }.count == 1
    return isUnique ? outlet : "\(outlet) (\(id))"
  }

  func actorName(_ id: String) -> String { actors[id].map { dossier.actors[$0].name } ?? "\(id)?" }
  func placeName(_ id: String) -> String { places[id].map { dossier.places[$0].name } ?? "\(id)?" }

  func originName(_ id: String) -> String {
    guard let index = origins[id] else { return "\(id)?" }
    return dossier.origins[index].name ?? "unseen source \(id)"
  }

  func actor(_ id: String) -> Dossier.Actor? { actors[id].map { dossier.actors[$0] } }
  func toll(_ id: String) -> Dossier.Toll? { tolls[id].map { dossier.tolls[$0] } }
  func claim(_ id: String) -> Dossier.Claim? { claims[id].map { dossier.claims[$0] } }

  func list(_ names: [String], none: String) -> String {
    names.isEmpty ? none : names.joined(separator: ", ")
  }

  func sentenceCase(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, (0x61...0x7A).contains(first.value) else {
      return text
    }
    return String(UnicodeScalar(UInt8(first.value) - 0x20))
      + String(text.unicodeScalars.dropFirst())
  }

  // MARK: Values

  func day(_ date: Dossier.DateRange) -> String {
    date.earliest == date.latest ? date.earliest : "\(date.earliest) to \(date.latest)"
  }

  func figure(low: Int, high: Int?, approximate: Bool) -> String {
    Glossary.figure(low: low, high: high, isApproximate: approximate)
  }

  // MARK: Words

  func words(_ report: String, _ start: Int, _ end: Int, _ text: String) -> Page.Words {
    var range: TextRange?
    if let source = texts[report], let points = codePoints[report], start < end,
      let from = points.byte(atCodePoint: start), let to = points.byte(atCodePoint: end),
      source.bytes[from..<to].elementsEqual(text.utf8)
    {
      range = TextRange(from, to)
    }
    return Page.Words(report: report, start: start, end: end, text: text, range: range)
  }

  func words(_ citation: Dossier.Citation) -> Page.Words {
    words(citation.report, citation.start, citation.end, citation.text)
  }

  func words(_ span: Dossier.Span, in report: String) -> Page.Words {
    words(report, span.start, span.end, span.text)
  }

  /// A line of evidence for each citation; the first `count` of them, with a word on the rest.
  func evidence(_ citations: [Dossier.Citation], atMost count: Int = 3) -> [Page.Line] {
    var lines = citations.prefix(count).map { [Page.Inline.words(words($0))] }
    if citations.count > count {
      lines.append([.faint("and \(counted(citations.count - count, "more mention"))")])
    }
    return lines
  }

  /// The first citation of each report.
  func firstOfEach(_ citations: [Dossier.Citation]) -> [Dossier.Citation] {
    var seen: Set<String> = []
    return citations.filter { seen.insert($0.report).inserted }
  }
}
