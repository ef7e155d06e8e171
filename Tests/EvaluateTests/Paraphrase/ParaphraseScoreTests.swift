import Foundation
import Linguistics
import TestSupport
import Testing
import TextReuse
import Texts

@testable import evaluate

/// Three reports as a stream gives them: an article, its paraphrase, and one of another article.
private let reports: [MarkedText] = [
  "[The tide took the pier.](a0 own) [Gulls nested in the crane.](a1 own)",
  "By Ines Prado [The pier was gone with the tide.](a0 copied) [In the crane gulls bred.](a1 copied)",
  "[Snow closed the pass to Chitral.](b0 own)",
]

@Suite struct ParaphraseScoreTests {
  private func story() throws -> ParaphraseScore.Story {
    let truth = try reports.enumerated().map { index, report in
      let segments = report.marks.map { mark in
        let words = mark.label.split(separator: " ")
        return """
          {"b": \(mark.range.start), "e": \(mark.range.end), "root": "\(words[0].prefix(1))", \
          "s": \(words[0].dropFirst()), "kind": "\(words[1])", "level": 0}
          """
      }
      let byline = index == 1 ? [#"{"b": 0, "e": 13, "root": "BL", "s": 0, "kind": "byline"}"#] : []
      let json = """
        {"id": "d\(index)", "op": "\(index == 1 ? "para" : "orig")", \
        "parents": [\(index == 1 ? "\"d0\"" : "")], \
        "segs": [\((byline + segments).joined(separator: ","))]}
        """
      return try JSONDecoder().decode(StoryTruth.self, from: Data(json.utf8))
    }
    let reader = Reader(cues: CueLexicon([]))
    return ParaphraseScore.Story(
      target: 1,
      reports: reports.map {
        ReadReport(
          String(decoding: $0.text.bytes, as: UTF8.self), outlet: nil, day: nil, reader: reader)
      },
      truth: truth, roots: truth.map(\.roots))
  }

  private func rewriting(_ a: (Int, TextRange), _ b: (Int, TextRange)) -> Passage {
    Passage(
      a: Passage.Side(report: a.0, range: a.1), b: Passage.Side(report: b.0, range: b.1),
      kind: .copy, matchedWords: 2, similarity: 0.8, origin: 0)
  }

  private func result(_ rewritings: [Passage] = []) -> ReuseResult {
    ReuseResult(passages: [], rewritings: rewritings, origins: [], reportOrigin: [])
  }

  @Test func rewrittenCharactersCountInTheirPlaceAndOutOfIt() throws {
    let (first, second) = (reports[1].marks[0].range, reports[1].marks[1].range)
    var score = ParaphraseScore()
    // The second sentence is aligned with the first of the article, which it was not made from.
    try score.add(
      story(), byWords: result(),
      full: result([
        rewriting((0, reports[0].marks[0].range), (1, first)),
        rewriting((0, reports[0].marks[0].range), (1, second)),
      ]))
    let made = try #require(score.made["para"])
    #expect(made.copied == first.count + second.count && made.byWords == 0)
    #expect(made.rewritten == first.count + second.count && made.rightPlace == first.count)
    #expect(made.ownCalled == 0 && made.pairs == 1 && made.pairsByWords == 0)
    #expect(score.unrelated.pairs == 2 && score.unrelated.pairsCalled == 0)
  }

  @Test func bylineAndUnrelatedReportsCountAsWrong() throws {
    var score = ParaphraseScore()
    let whole = reports[2].marks[0].range
    try score.add(
      story(), byWords: result(),
      full: result([
        rewriting((0, reports[0].marks[0].range), (1, TextRange(3, 13))),
        rewriting((1, reports[1].marks[0].range), (2, whole)),
      ]))
    let made = try #require(score.made["para"])
    #expect(made.rewritten == 0 && made.ownCalled == 10)
    #expect(score.unrelated.pairsCalled == 1)
    #expect(score.unrelated.charactersCalled == min(whole.count, reports[1].marks[0].range.count))
  }

  @Test func nearestReportsAreOfOtherArticlesAndShareRareWords() {
    let others = (0..<36).map { "Notice \($0) of bakery \($0) on lane \($0)." }
    let texts =
      [
        "The glacier above Juneau calved into the fjord.",
        "A glacier calved; Juneau delays ferries.",
        "Choirs rehearsed at a depot.", "The glacier above Juneau calved again.",
        "Ferries from Juneau ran late.",
      ] + others
    let stream = texts.enumerated().map {
      StoryReport(id: "d\($0.offset)", ts: 0, outlet: "o", text: $0.element)
    }
    let roots = texts.indices.map { Set([$0 == 3 ? "r0" : "r\($0)"]) }
    let nearest = NearestReports(stream, roots: roots)
    #expect(nearest.nearest(to: [0], count: 2) == [1, 4])
  }
}
