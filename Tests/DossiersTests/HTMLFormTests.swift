import Dossiers
import TestSupport
import Testing
import Texts

@Suite struct HTMLFormTests {
  @Test func thePageIsWellFormedAndLoadsNothing() {
    let page = HTMLForm().text(of: Sample.dossier, reports: Sample.texts)
    #expect(problems(ofHTML: page).isEmpty)
  }

  @Test func columnsShowTheReportsAsPublished() {
    expectColumns(of: Sample.dossier, texts: Sample.texts)
  }

  @Test func everyCitedStretchHasOneAnchor() {
    let page = HTMLScanner(HTMLForm().text(of: Sample.dossier, reports: Sample.texts))
    for toll in Sample.dossier.tolls {
      let id = "w-\(toll.report).\(toll.span.start)-\(toll.span.end)"
      let anchors = page.elements.filter { $0.attributes["id"] == id }
      #expect(anchors.map(\.text) == [toll.span.text])
      #expect(page.elements.contains { $0.attributes["href"] == "#\(id)" })
    }
  }

  @Test func takenWordsLinkBothWays() {
    let page = HTMLScanner(HTMLForm().text(of: Sample.dossier, reports: Sample.texts))
    let marks = page.elements.filter { $0.name == "a" && $0.attributes["class"] == "mark" }
    #expect(marks.map { $0.attributes["data-mark"] } == ["←AFP", "←r1"])
    #expect(marks.map { $0.attributes["href"] } == ["#p-p1.b", "#p-p1.a"])
    #expect(marks.allSatisfy { $0.text.isEmpty })
    for mark in marks {
      let sides = page.elements.filter {
        "#\($0.attributes["id"] ?? "")" == mark.attributes["href"]
      }
      #expect(sides.map(\.text) == [Sample.dossier.passages[0].a.text])
    }
  }

  @Test func theLineageIsDrawnAndDescribed() throws {
    let page = HTMLScanner(HTMLForm().text(of: Sample.dossier, reports: Sample.texts))
    let graph = try #require(page.elements.first { $0.name == "svg" })
    #expect(graph.attributes["role"] == "img")
    let named = (graph.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
    let described = page.elements.filter { named.contains($0.attributes["id"] ?? "") }
    #expect(described.map(\.name) == ["title", "desc"])
    #expect(described.last?.text.contains("Valley took 16 words from Hill Post") == true)
    #expect(described.last?.text.contains("Valley and r3 share 1 word") == true)
    let links = page.elements.filter { $0.attributes["class"]?.hasPrefix("link") == true }
    #expect(links.map { $0.attributes["class"] } == ["link", "link", "link unsure"])
    let heads = page.elements.filter { $0.attributes["marker-end"] != nil }
    #expect(heads.count == 2)
    let boxes = page.elements.filter { $0.name == "rect" }.compactMap { $0.attributes["x"] }
    #expect(Set(boxes).count == 4)
  }

  @Test func aLineOverALayerPassesBelowItsBoxes() throws {
    var dossier = Sample.dossier
    dossier.lineage = [("r1", "r2"), ("r2", "r3"), ("r1", "r3")].map { from, to in
      Dossier.LineageEdge(
        from: from, to: to, kind: "copy", words: 9, evidence: "time", passages: [])
    }
    let page = HTMLScanner(HTMLForm().text(of: dossier, reports: Sample.texts))
    let paths = page.elements.filter { $0.name == "path" }.compactMap { $0.attributes["d"] }
    let boxes = page.elements.filter { $0.name == "rect" }
    let middle = try #require(boxes.dropFirst().first)
    let x = try #require(middle.attributes["x"].flatMap { Int($0) })
    let y = try #require(middle.attributes["y"].flatMap { Int($0) })
    let height = try #require(middle.attributes["height"].flatMap { Int($0) })
    // The line that does not end at the middle box runs level under all of it.
    let level = y + height + 20
    #expect(paths.count { $0.contains(" \(x - 150) \(level)L\(x + 190) \(level)C") } == 1)
  }

  @Test func withoutTakenWordsThereIsNoLineage() {
    var dossier = Sample.dossier
    for lineage in [nil, []] as [[Dossier.LineageEdge]?] {
      dossier.lineage = lineage
      let page = HTMLForm().text(of: dossier, reports: Sample.texts)
      #expect(!page.contains("<svg") && !page.contains("class=\"mark\""))
      #expect(problems(ofHTML: page).isEmpty)
    }
  }

  @Test func aLineageThatCannotBeHasAPage() {
    var dossier = Sample.dossier
    dossier.lineage = ["r1", "r2", "r9", "r1"].map { from in
      Dossier.LineageEdge(
        from: from, to: from == "r1" ? "r2" : "r1", kind: "<", words: -1, evidence: "<",
        passages: ["p1", "p9"], others: ["r9"])
    }
    #expect(problems(ofHTML: HTMLForm().text(of: dossier, reports: Sample.texts)).isEmpty)
  }

  @Test func overlappingStretchesAreCutAndStillLightUpWhole() {
    var dossier = Sample.dossier
    dossier.tolls[0].span = Sample.span("a parked rickshaw went off", in: "r1")
    dossier.tolls[1].span = Sample.span("rickshaw went off at the Liaquat", in: "r1")
    dossier.tolls[2].span = Sample.span("A bomb in a parked rickshaw", in: "r1")
    let html = HTMLForm().text(of: dossier, reports: Sample.texts)
    #expect(problems(ofHTML: html).isEmpty)
    expectColumns(of: dossier, texts: Sample.texts)
    let page = HTMLScanner(html)
    for toll in dossier.tolls.prefix(3) {
      let id = "w-r1.\(toll.span.start)-\(toll.span.end)"
      let pieces = page.elements.filter { element in
        element.attributes["id"] == id
          || element.attributes["class"]?.split(separator: " ").contains("x-\(id)") == true
      }
      #expect(pieces.map(\.text).joined() == toll.span.text)
      if pieces.count > 1 { #expect(html.contains(":root:has(#w-r1\\.")) }
    }
  }

  @Test func nothingInADossierBecomesMarkup() {
    var dossier = Sample.dossier
    let hostile = "\"><script>alert('x')</script>&\u{1B}<x"
    dossier.reports[0].outlet = hostile
    dossier.reports[1].id = hostile
    dossier.reports[2].language = hostile
    dossier.actors[0].name = hostile
    dossier.tolls[0].id = hostile
    dossier.points[0].relation = hostile
    dossier.passages[0].kind = hostile
    dossier.notes[0].message = hostile
    dossier.timeline[0].what = hostile
    var texts = Sample.texts
    texts[hostile] = SourceText(hostile)
    let page = HTMLForm().text(of: dossier, reports: texts)
    #expect(problems(ofHTML: page).isEmpty)
    #expect(!page.contains("<script") && !page.contains("<x"))
    expectColumns(of: dossier, texts: texts)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func anyDossierGivesAWellFormedPage(seed: UInt64) {
    let (dossier, texts) = randomDossier(seed: seed)
    let page = HTMLForm().text(of: dossier, reports: texts)
    #expect(problems(ofHTML: page).isEmpty)
    expectColumns(of: dossier, texts: texts)
    #expect(HTMLForm().text(of: dossier, reports: texts) == page)
    let text = TextForm(width: 60).text(of: dossier, reports: texts)
    #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A })
    #expect(MarkdownForm().text(of: dossier, reports: texts).utf8.last == 0x0A)
  }

  private func expectColumns(of dossier: Dossier, texts: [String: SourceText]) {
    let page = HTMLScanner(HTMLForm().text(of: dossier, reports: texts))
    let shown = page.elements.filter { $0.attributes["class"] == "report" }.map(\.text)
    let published = dossier.reports.compactMap { texts[$0.id] }.map { $0[$0.range] }
    #expect(shown.map(comparable) == published.map(comparable))
  }

  /// Control characters and the pictures that stand for them made one.
  private func comparable(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: scalar
      case 0x00...0x1F, 0x7F...0x9F, 0x2400...0x2421, 0xFFFD...0xFFFF: "?"
      default: scalar
      }
    }
  }

  /// Random reports with random citations, most of them true, and references of all kinds.
  private func randomDossier(seed: UInt64) -> (Dossier, [String: SourceText]) {
    var random = SplitMix64(seed: seed)
    let odd = " <&>\"'\u{7}\u{85}\r\n"
    var texts: [String: SourceText] = [:]
    for (index, id) in ["r1", "r 2", "<r3>"].enumerated() {
      let text = randomReport(seed: seed * 3 + UInt64(index), pieces: 60)
      texts[id] = SourceText(odd + text[text.range] + odd)
    }
    let ids = texts.keys.sorted()
    func citation() -> Dossier.Citation {
      let id = ids.randomElement(using: &random) ?? ""
      let scalars = Array((texts[id].map { $0[$0.range] } ?? "").unicodeScalars)
      let start = Int.random(in: 0..<scalars.count, using: &random)
      let end = min(scalars.count, start + Int.random(in: 1...40, using: &random))
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[start..<end])
      if Int.random(in: 0..<10, using: &random) == 0 { words.append("x") }
      return Dossier.Citation(report: id, start: start, end: end, text: String(words))
    }
    var dossier = Sample.dossier
    for index in dossier.reports.indices { dossier.reports[index].id = ids[index] }
    let kinds = ["copy", "quote", "boilerplate", "version", "<"]
    dossier.passages = (0..<8).map { index in
      Dossier.Passage(
        id: "p\(index)", a: citation(), b: citation(),
        kind: kinds.randomElement(using: &random) ?? "",
        origin: ["o1", "o2", "o9"].randomElement(using: &random) ?? "")
    }
    let ends = ids + ["o1", "o2"]
    dossier.lineage = (0..<6).map { index in
      Dossier.LineageEdge(
        from: ends.randomElement(using: &random) ?? "", to: ids.randomElement(using: &random) ?? "",
        kind: "copy", words: index,
        evidence: ["time", "unknown"].randomElement(using: &random) ?? "",
        passages: ["p\(index)"])
    }
    for index in dossier.tolls.indices {
      let words = citation()
      dossier.tolls[index].report = words.report
      dossier.tolls[index].span = Dossier.Span(
        start: words.start, end: words.end, text: words.text)
    }
    for index in dossier.actors.indices {
      dossier.actors[index].mentions = (0..<4).map { _ in citation() }
    }
    return (dossier, texts)
  }
}
