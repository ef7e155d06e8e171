import Dossiers
import TestSupport
import Testing
import Texts

@Suite struct FormTests {
  @Test func textFormReads() {
    expectGolden(TextForm().text(of: Sample.dossier, reports: Sample.texts), "sample.txt")
  }

  @Test func markdownFormReads() {
    expectGolden(MarkdownForm().text(of: Sample.dossier, reports: Sample.texts), "sample.md")
  }

  @Test func htmlFormReads() {
    expectGolden(HTMLForm().text(of: Sample.dossier, reports: Sample.texts), "sample.html")
  }

  @Test(arguments: [40, 60, 80, 132])
  func noLineOfTextIsWiderThanAskedFor(width: Int) {
    let text = TextForm(width: width).text(of: Sample.dossier, reports: Sample.texts)
    for line in text.split(separator: "\n") {
      let wide = line.unicodeScalars.filter { (0x3000...0x9FFF).contains($0.value) }.count
      #expect(line.unicodeScalars.count + wide <= width, "\(line)")
    }
  }

  @Test func colourIsUsedOnlyWhenAskedFor() {
    let plain = TextForm(usesColor: false).text(of: Sample.dossier, reports: Sample.texts)
    let painted = TextForm(usesColor: true).text(of: Sample.dossier, reports: Sample.texts)
    #expect(!plain.utf8.contains(0x1B))
    #expect(painted.utf8.contains(0x1B))
    var bare: [UInt8] = []
    var isEscape = false
    for byte in painted.utf8 {
      if byte == 0x1B { isEscape = true }
      if !isEscape { bare.append(byte) }
      if isEscape, byte == UInt8(ascii: "m") { isEscape = false }
    }
    #expect(String(decoding: bare, as: UTF8.self) == plain)
  }

  @Test func wordsThatAreNotInTheReportAreMarked() {
    var dossier = Sample.dossier
    dossier.tolls[0].span.start += 1
    for text in forms(of: dossier) { #expect(text.contains("(not found there)")) }
    for text in forms(of: Sample.dossier) { #expect(!text.contains("(not found there)")) }
  }

  @Test func denialsNameWhatTheyDeny() {
    let text = TextForm(width: 200).text(of: Sample.dossier, reports: Sample.texts)
    #expect(text.contains("denies r1.c1 of police [r1:151-178] “killing at least two people”"))
    var dossier = Sample.dossier
    dossier.claims[1].about = ["e2"]
    let event = TextForm(width: 200).text(of: dossier, reports: Sample.texts)
    #expect(event.contains("denies e2 [r1:334-360] “a mine killed three miners”"))
    dossier.claims[1].about = []
    let nothing = TextForm(width: 200).text(of: dossier, reports: Sample.texts)
    #expect(!nothing.contains("denies r1.c1") && !nothing.contains("denies e2"))
    let page = HTMLForm().text(of: Sample.dossier, reports: Sample.texts)
    #expect(page.contains("denies ") && problems(ofHTML: page).isEmpty)
  }

  @Test func formsTellWhoTookWordsFromWhom() {
    let text = TextForm(width: 160).text(of: Sample.dossier, reports: Sample.texts)
    #expect(text.contains("LINEAGE"))
    #expect(text.contains("published earlier; or from r3"))
    #expect(text.contains("Valley, r3"))
    #expect(text.contains("cannot tell (a version)"))
    #expect(text.contains("effective number of 1.8"))
    let markdown = MarkdownForm().text(of: Sample.dossier, reports: Sample.texts)
    #expect(markdown.contains("| **Valley** | 16 | Hill Post | published earlier"))
  }

  @Test func unknownIsCalledUnknown() {
    var dossier = Sample.dossier
    dossier.events[0].date = nil
    dossier.events[0].perpetrators = []
    let text = TextForm().text(of: dossier, reports: Sample.texts)
    #expect(text.contains("when          unknown"))
    #expect(text.contains("by whom       unknown"))
    #expect(text.contains("at least 2"))
  }

  @Test func reportsCannotBreakOutOfMarkdown() {
    var dossier = Sample.dossier
    dossier.actors[1].name = "a | b\n\n# c <script> [x](y) `d` *e*"
    let text = MarkdownForm().text(of: dossier, reports: Sample.texts)
    #expect(text.contains("a \\| b # c \\<script\\> \\[x\\](y) \\`d\\` \\*e\\*"))
    let plain = MarkdownForm().text(of: Sample.dossier, reports: Sample.texts)
    #expect(text.split(separator: "\n").count == plain.split(separator: "\n").count)
  }

  @Test func aDossierOfNothingHasForms() {
    let empty = Dossier(tool: Dossier.Tool(name: "synoptic", version: "0.1.0", model: "rules"))
    #expect(TextForm().text(of: empty, reports: [:]).contains("0 reports"))
    #expect(MarkdownForm().text(of: empty, reports: [:]).hasPrefix("# 0 reports side by side"))
    #expect(problems(ofHTML: HTMLForm().text(of: empty, reports: [:])).isEmpty)
  }

  private func forms(of dossier: Dossier) -> [String] {
    [
      TextForm().text(of: dossier, reports: Sample.texts),
      MarkdownForm().text(of: dossier, reports: Sample.texts),
      HTMLForm().text(of: dossier, reports: Sample.texts),
    ]
  }
}
