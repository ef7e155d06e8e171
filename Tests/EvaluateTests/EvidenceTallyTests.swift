import Linguistics
import Testing
import Texts

@testable import evaluate

@Suite struct EvidenceTallyTests {
  private let text = "Ann said yes. Bob said no."
  private let annotations = """
    T1\tSource 0 3\tAnn
    T2\tCue 4 8\tsaid
    T3\tContent 9 12\tyes
    T4\tSource 14 17\tBob
    T5\tCue 18 22\tsaid
    T6\tContent 23 25\tno
    E1\tAttribution:T2 Source:T1 Content:T3
    E2\tAttribution:T5 Source:T4 Content:T6
    """

  /// Roles in which some tokens are a source and others a content, all others neither.
  private func roles(source: Int, content: Int) -> AttributionEvidence.Roles {
    var scores = [Float](repeating: 0, count: 8 * 5)
    for token in 0..<8 { scores[5 * token] = 4 }
    scores[5 * source + 1] = 8
    scores[5 * content + 3] = 8
    return AttributionEvidence.Roles(tokens: 0..<8, scores: scores)
  }

  @Test func linksGoOverTheCueWhoseContentFitsBest() throws {
    let article = try #require(
      PolnearArticle(text: Array(text.utf8), annotations: Array(annotations.utf8)))
    let reading = Reader(cues: CueLexicon([])).reading(
      of: article.text, title: nil, paragraphs: article.text.linesWithWords)
    var tally = EvidenceTally()
    // The second cue finds its content, but takes Ann for its source.
    tally.addLinks(article, reading) { cue in
      cue == 1 ? roles(source: 0, content: 2) : roles(source: 0, content: 6)
    }
    let f1 = Dictionary(
      uniqueKeysWithValues: tally.rows.filter { $0.layer == "link" }.map { ($0.measure, $0.f1) })
    #expect(f1 == ["roles": 0.5, "nearest": 1])
    // A cue of which nothing is known leaves its content to the other one.
    var partial = EvidenceTally()
    partial.addLinks(article, reading) { $0 == 1 ? roles(source: 0, content: 2) : nil }
    #expect(partial.rows.first { $0.measure == "roles" }?.f1 == 0.5)
  }

  @Test func noModelNoRows() { #expect(EvidenceTally().rows.isEmpty) }
}
