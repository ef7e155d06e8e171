import Dossiers
import Foundation
import Pipeline
import Platform
import TestSupport
import Testing
import Texts

/// The pipeline over the checkout's own data.
func pipeline() throws -> Pipeline {
  try Pipeline(data: DataFolder(path: checkout("Data")))
}

private let first = """
  date 2024-03-06 GOMA (AFP) - Rockets hit the market of Sake on Tuesday and killed at least five \
  civilians, the governor said. "We will find those who fired," he told reporters.
  """
private let second = """
  date 2024-03-06 Rockets hit the market of Sake on Tuesday and killed nine people, according to \
  the Red Cross. The rebels denied that they had fired.
  """

@Suite struct PipelineTests {
  private func outcome(_ paths: [String], threads: Int = 2) async throws -> Pipeline.Outcome {
    try await pipeline().outcome(of: paths.map { Pipeline.Request(path: $0) }, threads: threads)
  }

  @Test func oneBrokenFileStopsNoOther() async throws {
    let paths = [
      scratch(first, name: "01-courier.txt"), scratch("", name: "02-empty.txt"), "/nowhere/x.txt",
      scratch(second, name: "03-gazette.txt"),
    ]
    let outcome = try await outcome(paths)
    #expect(outcome.dossier.reports.map(\.outlet) == ["Courier", "Gazette"])
    #expect(outcome.failures.map(\.code) == [.empty, .missing])
    #expect(outcome.dossier.notes.map(\.code) == ["empty", "missing"])
  }

  @Test func oneFileGivenTwiceIsReadOnce() async throws {
    let path = scratch(first, name: "01-courier.txt")
    let outcome = try await outcome([path, path])
    #expect(outcome.dossier.reports.count == 1)
    #expect(outcome.repeated == [path])
    #expect(outcome.dossier.notes.map(\.code) == ["given-twice"])
  }

  @Test func anotherLanguageIsNamedAndNotRead() async throws {
    let french = """
      date 2024-03-06 Des roquettes sont tombées mardi sur le marché de Sake et cinq civils ont été \
      tués, selon le gouverneur de la province. « Nous trouverons les auteurs », a-t-il dit à la presse.
      """
    let outcome = try await outcome([
      scratch(first, name: "a1-courier.txt"), scratch(french, name: "b2-journal.txt"),
    ])
    #expect(outcome.dossier.reports.map(\.language) == ["en", "fr"])
    #expect(outcome.dossier.notes.map(\.code) == ["not-english"])
    #expect(outcome.dossier.claims.allSatisfy { $0.report == "r1" })
    #expect(outcome.dossier.tolls.allSatisfy { $0.report == "r1" })
  }

  @Test func passagesAreComparedInAnyLanguage() async throws {
    let french = """
      Des roquettes sont tombées mardi sur le marché de Sake et cinq civils ont été tués, selon le \
      gouverneur de la province, qui a promis de retrouver les auteurs de cette attaque.
      """
    let outcome = try await outcome([
      scratch("date 2024-03-06 " + french, name: "a1-journal.txt"),
      scratch("date 2024-03-06 " + french + " La ville est calme.", name: "b2-gazette.txt"),
    ])
    #expect(outcome.dossier.passages.count == 1)
    #expect(outcome.dossier.passages.first?.kind == "copy")
  }

  @Test func threadsAndRunsChangeNoByte() async throws {
    let paths = [
      scratch(first, name: "01-courier.txt"), scratch(second, name: "02-gazette.txt"),
      scratch(first + " " + second, name: "03-mail.txt"),
    ]
    let one = try jsonText(try await outcome(paths, threads: 1).dossier)
    for threads in [1, 2, 8] {
      #expect(try jsonText(try await outcome(paths, threads: threads).dossier) == one)
    }
  }

  @Test func aDossierSurvivesJSON() async throws {
    let dossier = try await outcome([scratch(first), scratch(second)]).dossier
    let text = try jsonText(dossier)
    #expect(try valueFromJSON(Dossier.self, Array(text.utf8)) == dossier)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func everyCitationIsTrueOnRandomText(seed: UInt64) async throws {
    let texts = (0..<3).map { randomReport(seed: seed * 3 + $0) }
    let paths = texts.map { scratch("date 2024-03-06 the of and to in was that ".utf8 + $0.bytes) }
    let outcome = try await outcome(paths)
    try expectTrueCitations(in: outcome.dossier)
  }
}

/// Re-reads every report of a dossier and expects each span's words at its offsets.
func expectTrueCitations(in dossier: Dossier) throws {
  var scalars: [String: [Unicode.Scalar]] = [:]
  for report in dossier.reports {
    let text = try ReportFile(path: report.path).text
    scalars[report.id] = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
  }
  func check(_ report: String, _ start: Int, _ end: Int, _ words: String) {
    guard let text = scalars[report], start >= 0, start < end, end <= text.count else {
      Issue.record("no words at \(report):\(start)-\(end)")
      return
    }
    #expect(String(String.UnicodeScalarView(text[start..<end])) == words)
  }
  func check(_ report: String, _ span: Dossier.Span?) {
    guard let span else { return }
    check(report, span.start, span.end, span.text)
  }
  for claim in dossier.claims {
    for span in [claim.source, claim.cue, claim.hedge] + claim.content {
      check(claim.report, span)
    }
  }
  for toll in dossier.tolls { check(toll.report, toll.span) }
  for report in dossier.reports {
    check(report.id, report.title)
    for agency in report.agencies { check(report.id, agency.span) }
  }
  var citations = dossier.passages.flatMap { [$0.a, $0.b] }
  citations += dossier.actors.flatMap(\.mentions)
  citations += dossier.places.flatMap(\.mentions)
  citations += dossier.events.flatMap(\.mentions)
  citations += dossier.events.flatMap(\.weapons)
  for point in dossier.points { citations += point.values.flatMap(\.evidence) }
  citations += dossier.timeline.flatMap(\.evidence)
  for citation in citations {
    check(citation.report, citation.start, citation.end, citation.text)
  }
}
