import Dossiers
import Linguistics
import Readings
import Reports
import TestSupport
import Testing
import Texts

@Suite struct ReadingFormTests {
  @Test func theSampleReadsAsWritten() {
    expectGolden(ReadingTextForm(width: 72).text(of: [Sample.byModel]), "sample.txt")
    expectGolden(ReadingTextForm(width: 72).text(of: [Sample.byRules]), "sample-rules.txt")
    expectGolden(ReadingHTMLForm().text(of: [Sample.byModel]), "sample.html")
  }

  @Test func theTextKeepsToItsWidth() {
    for seed in 0..<20 as Range<UInt64> {
      let text = ReadingTextForm(width: 50).text(of: [randomReading(seed: seed)])
      #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A })
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= 50) }
    }
  }

  @Test func thePageIsWellFormedAndLoadsNothing() {
    let page = ReadingHTMLForm().text(of: [Sample.byModel, Sample.byRules])
    // The second report has the first one's id, so only what the tags say is looked at.
    #expect(HTMLScanner(page).problems.isEmpty)
    #expect(problems(ofHTML: ReadingHTMLForm().text(of: [Sample.byModel])).isEmpty)
    for word in ["url(", "@import", "http", "<script", "src="] { #expect(!page.contains(word)) }
  }

  @Test func sentencesShowTheReportAsPublished() {
    let page = HTMLScanner(ReadingHTMLForm().text(of: [Sample.byModel]))
    let shown = page.elements.filter { $0.attributes["class"] == "text" }.map(\.text)
    let reading = Sample.byModel.reading
    #expect(shown == reading.sentences.map { reading.text[$0.range] })
  }

  @Test func namesAreToldWithoutColour() {
    let page = HTMLScanner(ReadingHTMLForm().text(of: [Sample.byModel]))
    let names = page.elements.filter { $0.attributes["class"]?.hasPrefix("name n-") == true }
    #expect(names.contains { $0.text == "Ana Ruiz" && $0.attributes["data-kind"] == "Person" })
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func anyReadingGivesAWellFormedPage(seed: UInt64) {
    let item = randomReading(seed: seed)
    let page = ReadingHTMLForm().text(of: [item])
    #expect(problems(ofHTML: page).isEmpty)
    #expect(ReadingHTMLForm().text(of: [item]) == page)
  }

  @Test func nothingInAReportBecomesMarkup() {
    let hostile = "\"><script>alert('x')</script>&\u{1B}<x"
    let text = SourceText(hostile)
    let reading = Reader(cues: CueLexicon([])).reading(
      of: text, title: text.range, paragraphs: [text.range])
    let report = Report(
      id: hostile, path: hostile, sha256: "", outlet: hostile, published: nil, language: hostile,
      title: text.range, body: text.range, paragraphs: [], credits: [], text: text,
      notes: [Note(code: "x", message: hostile)])
    let item = ReportReading(
      report: report, reading: reading,
      tool: Dossier.Tool(name: hostile, version: hostile, model: hostile))
    let page = ReadingHTMLForm().text(of: [item])
    #expect(problems(ofHTML: page).isEmpty)
    #expect(!page.contains("<script") && !page.contains("<x"))
    let terminal = ReadingTextForm().text(of: [item])
    #expect(!terminal.utf8.contains(0x1B))
  }
}
