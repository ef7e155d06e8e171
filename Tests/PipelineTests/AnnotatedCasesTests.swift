import Dossiers
import Foundation
import Pipeline
import TestSupport
import Testing

private let cases = checkout("../shared/cases")

/// Folders of annotated cases beside the checkout; none where they are absent.
private func caseFolders() -> [String] {
  let manager = FileManager.default
  return ["", "/dev"].flatMap { part in
    ((try? manager.contentsOfDirectory(atPath: cases + part)) ?? [])
      .map { "\(cases)\(part)/\($0)" }
      .filter { manager.fileExists(atPath: $0 + "/gold.json") }
  }.sorted()
}

@Suite(.enabled(if: !caseFolders().isEmpty, "../shared/cases is absent"))
struct AnnotatedCasesTests {
  @Test(arguments: caseFolders())
  func everyCitationIsTrue(folder: String) async throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".txt") }.sorted()
    let outcome = try await pipeline().outcome(
      of: files.map { Pipeline.Request(path: "\(folder)/\($0)") }, threads: 2)
    #expect(outcome.dossier.reports.count == files.count)
    try expectTrueCitations(in: outcome.dossier)
  }
}
