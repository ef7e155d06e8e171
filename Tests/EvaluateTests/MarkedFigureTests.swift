import Foundation
import TestSupport
import Testing
import Texts

@testable import evaluate

extension Tag {
  /// Needs the trained reader in `Models/`.
  @Tag static var model: Self
}

private let model = checkout("Models/reader.model")
private let background = checkout("Tests/Fixtures/background-figures.txt")
private let laterBackground = checkout("Tests/Fixtures/background-figures-later.txt")
private let nothing = checkout("Tests/Fixtures/no-figures.txt")

/// Reports of our own with every figure marked, read by the whole path.
struct MarkedFigureTests {
  private func score(_ path: String, _ reader: EvaluatedReader.Kind) throws -> FigureTally {
    try FiguresCommand.score(path, reader: reader, data: checkout("Data"), model: model).tally
  }

  /// Two figures without any cue in their clause are known to reach it (`Evaluation/claims.md`).
  @Test func backgroundStaysAwayFromTheMainEvent() throws {
    let tally = try score(background, .rules)
    #expect(tally.reports >= 60)
    #expect(tally.reachedMain <= 2)
    #expect(tally.mainRight == tally.main)
    let later = try score(laterBackground, .rules)
    #expect(later.reachedMain == 0)
    #expect(later.mainRight == later.main)
  }

  @Test(.tags(.model), .enabled(if: FileManager.default.fileExists(atPath: model)))
  func backgroundStaysAwayWithTheModel() throws {
    let tally = try score(background, .model)
    #expect(tally.reachedMain <= 2)
    #expect(tally.mainRight == tally.main)
  }

  /// Murders sung on a stage are known to be taken for real.
  @Test func nothingIsFoundWhereThereIsNothing() throws {
    let tally = try score(nothing, .rules)
    #expect(tally.reports >= 12)
    #expect(tally.inventedMain + tally.inventedApart <= 1)
    #expect(tally.inventedClaims == 0)
  }

  @Test(.tags(.model), .enabled(if: FileManager.default.fileExists(atPath: model)))
  func nothingIsFoundWithTheModel() throws {
    let tally = try score(nothing, .model)
    #expect(tally.inventedMain + tally.inventedApart <= 1)
  }
}

/// The form of the files.
struct MarkedReportTests {
  private func reports(_ lines: String) throws -> [MarkedReport] {
    try MarkedReport.reports(in: Array(lines.utf8), path: "marks.txt")
  }

  @Test func readsHeadlineParagraphsAndMarks() throws {
    let report = try #require(
      try reports(
        """
        # a remark
        report 2023-05-01 quiet
        = Ferry sinks, [killing 3](killed 3 main)
        [At least 7 had drowned](killed 7+ other) in May.
        """
      ).first)
    #expect(report.isQuiet)
    #expect(report.published.description == "2023-05-01")
    #expect(report.title.map { report.text[$0] } == "Ferry sinks, killing 3")
    #expect(report.paragraphs.map { report.text[$0] } == ["At least 7 had drowned in May."])
    #expect(
      report.figures.map { report.text[$0.range] } == ["killing 3", "At least 7 had drowned"])
    #expect(report.figures.map(\.low) == [3, 7])
    #expect(report.figures.map(\.high) == [3, nil])
    #expect(report.figures.map(\.setting) == [.main, .other])
  }

  @Test(arguments: [
    ("[Five died](killed 5 main).", 1), ("report monday\n", 1),
    ("report 2023-05-01\n[Five died.", 2), ("report 2023-05-01\n[Five died](killed main).", 2),
  ])
  func namesTheLineThatIsWrong(_ lines: String, _ line: Int) {
    do {
      _ = try reports(lines)
      Issue.record("no error for: \(lines)")
    } catch let error as MarkedReportError {
      #expect(error.line == line)
      #expect(error.description.hasPrefix("marks.txt: line \(line): "))
    } catch {
      Issue.record("another error: \(error)")
    }
  }
}
