import TestSupport
import Testing
import Texts

@testable import Reports

private let agencies = AgencyList(
  Array("# agencies\nAFP\tAgence France-Presse\nReuters\nAP\tAssociated Press\ndpa\tDPA\n".utf8))
private let languages = LanguageDetector(
  Array(
    """
    en\tEnglish\tthe of and to in a was that on by at from it were had said said
    fr\tFrench\tle la les de des du et dans que qui pour sur au par plus une un est été
    es\tSpanish\tel la los las de del y en que por se su al una un fue
    ru\tRussian
    uk\tUkrainian
    ar\tArabic
    """.utf8))

private func report(_ text: String, path: String = "02-courier.txt", outlet: String? = nil)
  -> Report
{
  ReportReader(agencies: agencies, languages: languages).report(
    from: SourceText(text), id: "r1", path: path, sha256: "", outlet: outlet, notes: [])
}

@Suite struct ReportReaderTests {
  @Test func readsTheDateLine() {
    let report = report(" date 2024-03-05 Rebels said the town of Goma was calm.\n\nMore of it.")
    #expect(report.published == CalendarDate(iso: "2024-03-05"))
    #expect(report.text[report.body].hasPrefix("Rebels said"))
    #expect(report.paragraphs.map { report.text[$0] }.last == "More of it.")
    #expect(report.title == nil)
  }

  @Test(arguments: ["date 2024-3-5 Text", "dates 2024-03-05 Text", "date2024-03-05", "Update: x"])
  func leavesOtherFirstLinesAlone(text: String) {
    let report = report(text)
    #expect(report.published == nil)
    #expect(report.text[report.body] == text)
  }

  @Test func notesADayThatDoesNotExist() {
    let report = report("date 2023-02-29 The army was in the town of Goma on the day.")
    #expect(report.published == nil)
    #expect(report.notes.map(\.code) == ["invalid-date"])
  }

  @Test(arguments: [
    ("# Rockets hit Goma\n\nThe army said so.", "Rockets hit Goma"),
    ("Rockets hit Goma\n\nThe army said that rockets hit the town.", "Rockets hit Goma"),
    ("date 2024-03-05 Rockets hit Goma\n\nThe army said so.", "Rockets hit Goma"),
  ])
  func findsTheHeadline(text: String, title: String) {
    let report = report(text)
    #expect(report.title.map { report.text[$0] } == title)
    #expect(report.text[report.body].hasPrefix("The army"))
  }

  @Test func aFullSentenceIsNoHeadline() {
    #expect(report("The army said so.\n\nIt was in Goma.").title == nil)
  }

  @Test func joinsHandWrappedLines() {
    let report = report(
      """
      The army said on Monday that its troops had left the town of
      Goma before dawn and that the road to the airport was open to
      all traffic again.

      A second paragraph of the report follows here and goes on for
      a while.
      """)
    #expect(report.paragraphs.count == 2)
  }

  @Test func everyLongLineIsAParagraph() {
    let report = report(
      "The army said on Monday that it had left.\nThe rebels denied it.\nNobody was hurt.")
    #expect(report.paragraphs.count == 3)
  }

  @Test(
    arguments: [
      ("02-cnn.com.txt", "cnn.com"), ("dir/03_sahel-courier.md", "Sahel Courier"),
      ("2024-03-05-AFP.txt", "AFP"), ("001.txt", nil), ("report1.txt", nil), ("article.md", nil),
    ] as [(String, String?)])
  func takesTheOutletFromTheFileName(path: String, outlet: String?) {
    #expect(outletName(fromPath: path) == outlet)
  }

  @Test func theUsersOutletWins() {
    #expect(report("The army was in Goma.", outlet: "Gazette").outlet == "Gazette")
  }
}

@Suite struct CreditTests {
  @Test(arguments: [
    ("AFP", "AFP"), ("agence france-presse", "AFP"), ("www.ap.org", "AP"),
    ("reuters.com", "Reuters"),
    ("Hill Post", nil), ("hillpost.ap", nil), ("AP and others", nil), ("", nil),
  ])
  func outletsThatAreAgenciesAreKnown(outlet: String, agency: String?) {
    #expect(agencies.agency(named: outlet) == agency)
  }

  @Test(
    arguments: [
      "GOMA, March 3 ([Reuters](text)) - Rebels left the town, officials told AFP.",
      "Rebels left the town. ([AP](text)/[dpa](text))",
      "The town after the raid. Image Credit: [AFP](picture)",
      "Troops leave - Copyright [AFP](picture) Ana Ruiz",
      "By Ana Ruiz, [Reuters](text)",
      "By our correspondent in Bukavu, with [AFP](text)",
      "Rebels left the town, a colonel told AP by telephone, and nobody was there to see it go.",
      "The rebels left, AFP reported on Monday, and no more was heard of them for many days.",
    ] as [MarkedText])
  func findsCreditLines(expected: MarkedText) {
    let report = report(
      String(decoding: expected.text.bytes, as: UTF8.self) + "\n\nThe end of it was calm.")
    let marks = report.credits.map { MarkedText.Mark($0.range, $0.subject.rawValue) }
    #expect(marks == expected.marks)
  }
}

@Suite struct LanguageTests {
  @Test(arguments: [
    ("The army said that it was in the town of Goma on the day.", "en"),
    ("Les soldats ont quitté la ville de Goma dans la nuit, selon le maire.", "fr"),
    ("Los soldados fueron vistos en la ciudad por la noche y en el puente.", "es"),
    ("Войска покинули город ночью.", "ru"), ("Війська залишили місто вночі, і міст зник.", "uk"),
    ("غادر الجنود المدينة ليلا.", "ar"),
  ])
  func tellsLanguages(text: String, code: String) {
    #expect(report(text).language == code)
  }

  @Test func namesWhatIsNotEnglish() {
    let report = report("Les soldats ont quitté la ville de Goma dans la nuit, selon le maire.")
    #expect(!report.isReadable)
    #expect(report.notes.map(\.code) == ["not-english"])
    #expect(report.notes[0].message.contains("French"))
  }
}

@Suite struct ReportInvariants {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func partsLieInOrderOnScalarBoundaries(seed: UInt64) {
    let text = randomReport(seed: seed)
    let read = report(String(decoding: text.bytes, as: UTF8.self))
    var end = 0
    for paragraph in (read.title.map { [$0] } ?? []) + read.paragraphs {
      #expect(paragraph.start >= end && !paragraph.isEmpty)
      #expect(text.isScalarBoundary(paragraph.start) && text.isScalarBoundary(paragraph.end))
      #expect(text.trimmed(paragraph) == paragraph)
      end = paragraph.end
    }
    let again = report(String(decoding: text.bytes, as: UTF8.self))
    #expect(again.paragraphs == read.paragraphs && again.credits == read.credits)
  }
}
