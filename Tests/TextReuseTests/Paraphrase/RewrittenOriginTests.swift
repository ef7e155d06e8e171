import TestSupport
import Testing
import TextReuse
import Texts

/// A doubt never adds an origin, and what is judged never passes for measured.
@Suite struct RewrittenOriginTests {
  @Test func rewrittenReportIsNoAccountOfItsOwn() {
    let story = ToldStory(wireReport, rewrittenReport, independentReport)
    let result = story.result
    #expect(result.reportOrigin[0] == result.reportOrigin[1])
    #expect(result.reportOrigin[2] != result.reportOrigin[0])
    #expect(result.origins[result.reportOrigin[0]].basis == .judged)
    #expect(result.origins[result.reportOrigin[2]].basis == .measured)
    #expect(result.rewritings.allSatisfy { $0.origin == result.reportOrigin[0] })
  }

  @Test func earlierReportIsTheOriginButOnlyByJudgment() {
    var story = ToldStory(wireReport, rewrittenReport)
    story.days = [200, 201]
    #expect(
      story.result.origins == [
        ReuseOrigin(name: "Outlet 0", kind: .outlet, basis: .judged, reports: [0, 1])
      ])
  }

  @Test func reportWithMuchOfItsOwnStaysAnOrigin() {
    let more = """
      Harvest lantern granite pasture chimney carpet vinegar sparrow ladder candle barley furnace \
      meadow anchor willow cabbage thimble saddle copper velvet marble turnip pepper walnut \
      blanket feather cellar mirror pebble garlic ribbon button needle basket hammer shovel.
      """
    let own = (0..<3).map { number in
      more.split(separator: " ").map { "\($0)\(number)" }.joined(separator: " ")
    }.joined(separator: "\n")
    let longer = MarkedText(
      rewrittenReport.marks,
      in: SourceText(rewrittenReport.text[rewrittenReport.text.range] + "\n" + own))
    var story = ToldStory(wireReport, longer)
    story.days = [200, 201]
    let result = story.result
    #expect(!result.rewritings.isEmpty)
    #expect(result.reportOrigin[0] != result.reportOrigin[1])
    #expect(result.origins[result.reportOrigin[1]].basis == .measured)
  }

  @Test func copiesStayMeasuredBesideARewriting() {
    var story = ToldStory(wireReport, wireReport, independentReport)
    story.days = [100, 101, 101]
    let result = story.result
    #expect(result.rewritings.isEmpty)
    #expect(result.origins[result.reportOrigin[0]].basis == .measured)
  }

  /// Whatever the days, the outlets and the credits: accounts go back to as many origins or fewer.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func rewritingsNeverAddAnOriginOfAccounts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let texts = [wireReport, rewrittenReport, independentReport, wireReport, rewrittenReport]
      .shuffled(using: &random)
    var story = ToldStory(Array(texts.prefix(Int.random(in: 2...5, using: &random))))
    story.days = story.reports.map { _ in [nil, 7, 8, 9].randomElement(using: &random) ?? nil }
    story.outlets = story.reports.map { _ in
      [nil, "A", "B", "C", "D"].randomElement(using: &random) ?? nil
    }
    let judged = story.result
    story.hasVectors = false
    let measured = story.result
    #expect(Set(judged.reportOrigin).count <= Set(measured.reportOrigin).count)
    #expect(judged.passages.map(\.a) == measured.passages.map(\.a))
    #expect(judged.passages.map(\.kind) == measured.passages.map(\.kind))
  }
}
