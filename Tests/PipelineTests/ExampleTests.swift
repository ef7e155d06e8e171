import Dossiers
import Foundation
import Pipeline
import Platform
import TestSupport
import Testing
import Texts

/// The bundled example, end to end.
@Suite struct ExampleTests {
  @Test func theExampleReadsTheSameInEveryForm() async throws {
    let (dossier, texts) = try await example()
    expectGolden(TextForm(width: 80).text(of: dossier, reports: texts), "example.txt")
    expectGolden(MarkdownForm().text(of: dossier, reports: texts), "example.md")
    expectGolden(HTMLForm().text(of: dossier, reports: texts), "example.html")
    expectGolden(try jsonText(dossier), "example.json")
  }

  @Test func theExampleVerifies() async throws {
    let (dossier, texts) = try await example()
    let files = dossier.reports.map { report in
      Verifier.ReportFile.read(text: texts[report.id] ?? SourceText(""), sha256: report.sha256)
    }
    let verifier = Verifier(hash: { sha256Hex($0) })
    #expect(verifier.verification(of: dossier, files: files).findings == [])
  }

  @Test func everyChangeOfASingleCellOfTheExampleIsFound() async throws {
    let (dossier, _) = try await example()
    let tree = try JSONTree(of: dossier)
    // The sample dossier is tried whole; here every fifty-third change keeps the test quick.
    for (index, mutation) in tree.mutations().enumerated() where index % 53 == 0 {
      guard let changed = try? mutation.tree.decoded(Dossier.self) else { continue }
      let seal = try changed.expectedSeal(hash: { sha256Hex($0) })
      #expect(seal != changed.seal, "\(mutation.what) passes")
    }
  }

  /// The example's dossier, sealed; its paths begin at the checkout's root.
  private func example() async throws -> (Dossier, [String: SourceText]) {
    let folder = "Examples/2024-03-10-aderbissinat"
    let files = try FileManager.default.contentsOfDirectory(atPath: checkout(folder))
      .filter { $0.hasSuffix(".txt") }.sorted()
    let outcome = try await pipeline().outcome(
      of: files.map { Pipeline.Request(path: checkout("\(folder)/\($0)")) }, threads: 2)
    var dossier = outcome.dossier
    for (index, file) in files.enumerated() { dossier.reports[index].path = "\(folder)/\(file)" }
    dossier.seal = nil
    return (try dossier.sealed(hash: { sha256Hex($0) }), outcome.texts)
  }
}
