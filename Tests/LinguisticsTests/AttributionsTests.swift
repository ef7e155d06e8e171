import Linguistics
import TestSupport
import Testing
import Texts

@Suite struct AttributionsTests {
  @Test(arguments: [
    "[The health ministry](source) [said](cue) [that five people had died](content)."
      as MarkedText,
    "On Monday [the ministry](source) [said](cue) [five people had died in Goma](content).",
    "[Rosa Quispe, the head of a clinic](source), [said](cue) [two men were hurt](content).",
    "[The group's spokesman, Ali Asadi](source), [said](cue) by phone [that all were safe](content).",
    "[Officials who have seen the report](source) [said](cue) [it names two men](content).",
    "[The army](source) [has repeatedly denied](cue) [using mines](content).",
    "[The army](source) [did not say](cue) [how many men it lost](content).",
    "[Police](source) [told](cue) the Herald [that the road was closed](content).",
    "[The governor](source) [told](cue) reporters on Tuesday [the bridge would close](content).",
  ])
  func findsSubjectsBeforeTheirCue(_ expected: MarkedText) {
    #expect(attributed(expected.text) == expected)
  }

  @Test(arguments: [
    "[Five people died in the blast](content), [police](source) [said](cue) on Monday."
      as MarkedText,
    "[Five people died](content), [said](cue) [Maria Souza, a spokeswoman for the city](source).",
    "[The raid](content), [the minister](source) [said](cue), [was a mistake](content).",
    "[Five people died](content), [according to](cue) [the Red Crescent](source).",
    "[According to](cue) [the Red Crescent](source), [five people died](content).",
    "[According to](cue) [Ade Bello, the head of the clinic](source), [five people died](content).",
    "[The dead](content), [according to](cue) [the army](source), [included children](content).",
  ])
  func findsContentAroundItsCue(_ expected: MarkedText) {
    #expect(attributed(expected.text) == expected)
  }

  @Test(arguments: [
    "“[We will rebuild the bridge](content),” [Ana Ruiz](source) [said](cue)." as MarkedText,
    "“[We will rebuild](content),” [said](cue) [Ana Ruiz](source). “[It will last](content).”",
    "“[We](content),” [she](source) [said](cue), “[will rebuild](content).”",
    "[The mayor](source) [wrote](cue) on Twitter: “[The bridge is gone. Stay home](content).”",
    "[The mayor](source) [said](cue) [the raid was “a massacre” of farmers](content).",
    "[The bridge was “a lifeline,”](content) [the mayor](source) [added](cue).",
  ])
  func leavesOutTheMarksOfWholeQuotations(_ expected: MarkedText) {
    #expect(attributed(expected.text) == expected)
  }

  @Test func joinsTheParagraphsOfOneSpeech() {
    let text = SourceText(
      "“The road is closed,” the mayor said. “We have no bread.\n“We have no water.”")
    let found = reading(text).attributions
    #expect(found.count == 1)
    #expect(
      found.first?.content.map { text[$0] } == [
        "The road is closed", "We have no bread", "We have no water",
      ])
  }

  @Test(arguments: [
    "[Ana Ruiz](source) [condemned](cue) [the raid](content) and [promised](cue2) [help](content2)."
      as MarkedText,
    "[Ana Ruiz](source) [said](cue) [the raid killed six](content), [adding](cue2) [that two fled](content2).",
    "[She](source) [called](cue) [the raid a crime](content), [urging](cue2) [both to talk](content2).",
  ])
  func givesCoordinatedCuesOneSource(_ expected: MarkedText) {
    let found = reading(expected.text).attributions
    let sources = found.map(\.source)
    #expect(found.map(\.cue) == expected.ranges("cue") + expected.ranges("cue2"))
    #expect(sources == [expected.ranges("source")[0], expected.ranges("source")[0]])
    #expect(
      found.flatMap(\.content) == expected.ranges("content") + expected.ranges("content2"))
  }

  @Test(arguments: [
    "The man lives in Quito and runs a shop.", "The report was long and the charge was heavy.",
    "She is called Ana and holds a degree.", "The rebels are said to be near the town.",
    "Police found a car and reported to the station.", "The state has plans for a bridge.",
  ])
  func staysSilentWhereNobodySpeaks(_ text: String) {
    #expect(reading(SourceText(text)).attributions.isEmpty)
  }

  @Test func marksWhatNobodyClaimed() {
    let text = SourceText("No group has claimed responsibility for the blast.")
    let found = reading(text).attributions
    #expect(found.map(\.isNegated) == [true])
    #expect(found.first?.cueLemma == "claim responsibility for")
  }

  @Test func nestsWhatIsSaidInsideWhatIsSaid() {
    let text = SourceText("The Herald reported that villagers said the army fired first.")
    let found = reading(text).attributions
    #expect(found.map(\.parent) == [nil, 0])
    #expect(found.map { $0.source.map { text[$0] } } == ["The Herald", "villagers"])
  }

  @Test func citesOneStepInwards() {
    let text = SourceText("State radio reported that ten men died, citing the army.")
    let found = reading(text).attributions
    #expect(found.map { $0.source.map { text[$0] } } == ["State radio", "the army"])
    #expect(found.count == 2 && found[0].content == found[1].content)
  }

  @Test(arguments: [
    "[Minister](source): [raid on Kasama market killed ten people](content)" as MarkedText,
    "[Raid on Kasama market killed ten people](content) - [officials](source)",
  ])
  func readsHeadlines(_ expected: MarkedText) {
    #expect(attributed(expected.text, hasTitle: true) == expected)
  }

  @Test func readsHeadlinesOnlyInTitles() {
    let text = SourceText("Raid on market: ten people killed in Kasama")
    #expect(reading(text, hasTitle: true).attributions.isEmpty)
  }
}
