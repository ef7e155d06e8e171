import Dossiers
import Encoder
import Foundation
import Pipeline
import Platform
import TestSupport
import Testing
import Texts

private let readerModel = checkout("Models/reader.model")

private let wire = """
  date 2024-05-14 NOUADHIBOU - Dockworkers in Nouadhibou walked off the night shift on Monday \
  after a crane dropped a container onto an empty bus, the port said.
  The crane's brake had been reported as worn in March, and a spare was waiting at the customs \
  shed for a stamp. Nobody was hurt because the driver had gone to buy tea.
  Forty refrigerated trucks of octopus were left running at the gate, where drivers shared diesel \
  to keep the cargo frozen. A buyer from Las Palmas sent his ship on to Dakar without loading.
  The strikers want two mechanics on every shift and the dismissal of the safety officer. The \
  harbor master agreed to the mechanics by morning but kept the officer in his post.
  """
private let rewritten = """
  date 2024-05-14 Night shift workers in Nouadhibou's port laid down their work on Monday when a \
  container fell from a crane and crushed a bus that stood empty.
  The worn brake of the crane had already been reported in March, while its replacement waited in \
  the customs shed for somebody to stamp it. The driver was away buying tea, so no one was hurt.
  At the gate, drivers of forty refrigerated trucks kept their engines on and shared diesel so \
  that the octopus inside stayed frozen. One Las Palmas buyer gave up loading and sent his ship to \
  Dakar instead.
  Those on strike demand that the safety officer be dismissed and that each shift have two \
  mechanics. By morning they had the mechanics from the harbor master, who would not give up the \
  officer.
  """
private let independent = """
  date 2024-05-15 The port of Nouadhibou stood still for a second day on Tuesday as its dockworkers \
  refused to go near the cranes.
  Union secretary Salka Mint Ahmed showed reporters a list of eleven accidents since last summer. \
  She wants the ministry of labor to inspect every machine before anybody works again.
  Fish prices in the town halved because nothing could be shipped, and women at the market gave \
  away sardines before noon. The police kept two vans at the entrance but nobody was arrested.
  A bus flattened by a container was still lying beside the rails, with tea glasses on its hood.
  """

/// The trained reader's vectors on an invented story: one report is rewritten from another.
@Suite(.tags(.model), .enabled(if: FileManager.default.fileExists(atPath: readerModel)))
struct RewrittenReportTests {
  private func outcome(_ texts: [String], model: EncoderModel?) async throws -> Pipeline.Outcome {
    let names = ["01-courier.txt", "02-gazette.txt", "03-herald.txt"]
    let requests = zip(texts, names).map { Pipeline.Request(path: scratch($0, name: $1)) }
    return try await Pipeline(data: DataFolder(path: checkout("Data")), model: model)
      .outcome(of: requests, threads: 2)
  }

  private func model() throws -> EncoderModel {
    try EncoderModel(FileBytes.mapping(path: readerModel), path: readerModel)
  }

  @Test func rewrittenReportIsShownAndNoOrigin() async throws {
    let outcome = try await outcome([wire, rewritten, independent], model: model())
    let dossier = outcome.dossier
    #expect(dossier.passages == [])
    let rewritings = try #require(dossier.rewritings)
    #expect(rewritings.allSatisfy { [$0.a.report, $0.b.report] == ["r1", "r2"] })
    let characters = rewritings.reduce(0) { $0 + $1.b.end - $1.b.start }
    #expect(2 * characters > rewritten.count)
    #expect(rewritings.allSatisfy { $0.similarity > 0.5 && $0.similarity <= 1 })
    let origins = dossier.reports.map(\.origin)
    #expect(origins[0] == origins[1] && origins[2] != origins[0])
    #expect(dossier.origins.first { $0.id == origins[0] }?.basis == "judged")
    let text = TextForm(width: 100).text(of: dossier, reports: outcome.texts)
    #expect(text.contains("Rewritten") && text.contains("judged by what they say"))
    let page = HTMLForm().text(of: dossier, reports: outcome.texts)
    #expect(page.contains("class=\"rewritten\""))
  }

  @Test func dossierWithRewritingsVerifies() async throws {
    let outcome = try await outcome([wire, rewritten], model: model())
    #expect(outcome.dossier.rewritings != nil)
    let read = try JSONDecoder().decode(
      Dossier.self, from: Data(jsonText(outcome.dossier).utf8))
    #expect(read == outcome.dossier)
    let files = outcome.dossier.reports.map { report in
      Verifier.ReportFile.read(
        text: outcome.texts[report.id] ?? SourceText(""), sha256: report.sha256)
    }
    let verifier = Verifier(hash: { sha256Hex($0) })
    #expect(verifier.verification(of: read, files: files).findings == [])
    var altered = read
    altered.rewritings?[0].a.text += " indeed"
    #expect(
      verifier.verification(of: altered, files: files).findings.map(\.code)
        .contains(.quoteNotFound))
  }

  @Test func rulesSeeNoRewriting() async throws {
    let dossier = try await outcome([wire, rewritten], model: nil).dossier
    #expect(dossier.rewritings == nil)
    #expect(dossier.reports[0].origin != dossier.reports[1].origin)
  }
}
