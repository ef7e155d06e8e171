import TestSupport
import Testing
import TextReuse
import Texts

@Suite struct RewritingTests {
  @Test func reportToldInOtherWordsIsFound() throws {
    let story = ToldStory(wireReport, rewrittenReport)
    let result = story.result
    #expect(result.passages.isEmpty)
    #expect(
      story.found == [
        "0: aground sounder canoes coffee jackets lease rudder"
          + " = 1: aground sounder canoes coffee jackets lease rudder"
      ])
    let rewriting = try #require(result.rewritings.first)
    #expect(rewriting.kind == .copy)
    #expect(try #require(rewriting.similarity) > 0.7)
    #expect(try #require(rewriting.similarity) < 0.9)
    #expect(rewriting.matchedWords >= 20)
  }

  @Test func independentReportsOfOneEventShareNothing() {
    #expect(ToldStory(wireReport, independentReport).found == [])
    #expect(ToldStory(rewrittenReport, independentReport).found == [])
  }

  @Test func amongSeveralOnlyThePairThatIsRewrittenIsFound() {
    let found = ToldStory(independentReport, wireReport, rewrittenReport).result.rewritings
    #expect(found.map { [$0.a.report, $0.b.report] } == [[1, 2]])
  }

  @Test func sameFactsInAnotherOrderAreNoRewriting() {
    let shuffled: MarkedText = """
      [Service on the lake goes on with a replacement while the steering is mended.](rudder) [Who \
      runs the ship pays rent for it to a failed beer maker.](lease)
      [Nobody had unpacked the vests.](jackets) [Cargo went into the lake so that she would \
      float.](coffee) [Locals paddled out in the dark for those who could not swim.](canoes)
      [Its sonar had been silenced.](sounder) [Dozens waited for daylight on a stuck ferry in the \
      north of Tanzania.](aground)
      """
    #expect(ToldStory(wireReport, shuffled).found == [])
  }

  @Test func twoSentencesMadeOfOneAreOneLink() {
    let parted: MarkedText = """
      [More than sixty people spent the night stuck on a ferry that hit a sandbank close to Bukoba \
      port on Tuesday.](aground)
      [The harbor office said the depth sounder was off, since the crew could not sleep through \
      its alarm.](sounder) [Fishermen of two nearby villages came with lanterns.](canoes) [In \
      their dugout canoes the elderly were brought ashore.](canoes)
      [To make the hull lighter ahead of the tide, the crew threw coffee sacks into the \
      water.](coffee) [Life jackets were found still sealed in their plastic by an inspector who \
      went aboard.](jackets)
      """
    #expect(
      ToldStory(wireReport, parted).found == [
        "0: aground sounder canoes coffee jackets = 1: aground sounder canoes canoes coffee jackets"
      ])
  }

  @Test func statementQuotedByBothIsNoRewriting() {
    let one: MarkedText = """
      [The mayor of Paysandu spoke to reporters outside the flooded cannery.](mayor)
      ["The pumps were ordered in spring and never arrived at the cannery," she said.](pumps)
      ["Our engineers warned the ministry about the dike in three letters."](dike)
      ["We will send the invoices for every ruined crate of peaches to the capital."](invoices)
      """
    let other: MarkedText = """
      [Outside the cannery, under water since Sunday, Paysandu's mayor met the press.](mayor)
      ["Pumps ordered in the spring never arrived at our cannery," was her first sentence.](pumps)
      ["In three letters our engineers warned the ministry of the dike."](dike)
      ["The capital will get invoices for every crate of peaches ruined."](invoices)
      """
    #expect(ToldStory(one, other).found == [])
  }

  @Test func formsFilledInAnewAreNoRewriting() {
    let one: MarkedText = """
      [The river gauge at Vác stood at 512 centimeters on Monday, 14 more than a day \
      before.](gauge)
      [Barges carried 31,400 tons past the lock, in 96 convoys with 18 captains.](barges)
      [Of 42 ferries 37 sailed, 4 waited and 1 lay in the dock for painting.](ferries)
      [Water temperature was 17.3 degrees at 6 in the morning and 19.8 in the evening.](water)
      """
    let other: MarkedText = """
      [On Tuesday the Vác river gauge stood at 498 centimeters, 13 less than the day \
      before.](gauge)
      [Past the lock barges carried 28,950 tons, 88 convoys having 21 captains.](barges)
      [Sailing were 39 of 44 ferries, waiting 3, in the dock for painting 2.](ferries)
      [At 7 in the morning water temperature was 16.9 degrees, in the evening 20.1.](water)
      """
    #expect(ToldStory(one, other).found == [])
  }

  @Test func sentenceRewrittenBesideCopiedOnesIsFound() {
    let copied = """
      Soldiers of the border regiment abandoned three hilltop posts above the reservoir shortly \
      after midnight, leaving mortars, radios and a field kitchen behind, as engineers who watched \
      from the spillway could tell; by sunrise masked gunmen had raised a banner over the control \
      tower and ordered turbine crews to go on with their shifts under guard.
      """
    func report(_ last: String) -> MarkedText {
      MarkedText(
        stringLiteral:
          "[\(copied)](posts)\n[Nobody in the valley has heard the siren since.](siren)"
          + "\n[\(last)](bakers)")
    }
    let story = ToldStory(
      report(
        "Bakers in the nearest town kept their ovens burning for families fleeing on tractors."),
      report("For the families that fled on tractors, ovens of the bakers in town kept burning."))
    #expect(story.result.passages.map(\.kind).contains(.copy))
    #expect(story.found == ["0: bakers = 1: bakers"])
  }

  @Test func withoutVectorsNothingChanges() {
    var story = ToldStory(wireReport, rewrittenReport, independentReport)
    story.hasVectors = false
    #expect(story.result.rewritings.isEmpty)
    #expect(story.result.origins.map(\.basis) == [.measured, .measured, .measured])
  }

  @Test func versionsOfOneOutletAreToldAsSuch() {
    var story = ToldStory(wireReport, rewrittenReport)
    story.outlets = ["Lake Post", "Lake Post"]
    #expect(story.result.rewritings.map(\.kind) == [.version])
  }
}
