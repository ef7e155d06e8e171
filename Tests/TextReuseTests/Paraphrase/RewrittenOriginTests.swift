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
}
