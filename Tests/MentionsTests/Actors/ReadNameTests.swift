import Knowledge
import Linguistics
import TestSupport
import Testing
import Texts

@testable import Mentions

/// Actors where a model read the names.
struct ReadNameTests {
  @Test func whoeverIsNamedIsAnActorWithoutSpeaking() {
    let found = Found("Soldiers freed [Oyunbat Tsend](Person) near the river. None was held.")
    #expect(found.actor("Person")?.kind == .person)
    #expect(found.actor("Person")?.name == "Oyunbat Tsend")
  }

  @Test func aNameThatNoListKnowsIsTakenWhole() {
    let found = Found("Members of [Nueva Aurora del Sur](Organization) left Potosi at noon.")
    #expect(found.actor("Organization")?.name == "Nueva Aurora del Sur")
    #expect(found.actor("Organization")?.kind == .organization)
  }

  @Test func capitalsBeforeANameAreATitle() {
    let found = Found("Colony Warden [Xue Bato](Person) left. [Bato](Person) said nothing.")
    #expect(found.actors("Person").map { $0?.name } == ["Xue Bato", "Xue Bato"])
  }

  @Test func namesInAHeadlineOfCapitalsAreRead() {
    let found = Found(
      """
      [[Oyunbat Tsend](Person) Freed After Long Talks By River](title)

      [Oyunbat Tsend](Person) walked home.
      """)
    #expect(found.actors("Person").map { $0?.name } == ["Oyunbat Tsend", "Oyunbat Tsend"])
  }

  @Test func aPlaceThatIsReadIsNoActor() {
    let found = Found("The road to [Nueva Aurora](Location) was closed.")
    #expect(found.actor("Location") == nil)
  }

  @Test func countriesAndInstitutionsStayWhatTheyAre() {
    let found = Found("[The [Thai Army](Organization)](source) said so.")
    #expect(found.speakers == ["Thai military"])
  }

  @Test func aShortFormInBracketsStaysTheSameActor() {
    let found = Found(
      """
      The [Upper Ucayali Union](Organization) ([UUU](Organization)) blocked the road.
      [UUU](Organization) spokesman [Li Bo](Person) was not there.
      """)
    #expect(Set(found.actors("Organization").map { $0?.name }) == ["Upper Ucayali Union"])
    #expect(found.owner(of: "Person") == "Upper Ucayali Union")
  }

  @Test func whatSomeoneIsCalledIsKeptAsAnAlias() {
    let found = Found(
      "President [Ana Ruiz](Person) left. The union spokesman [Li Bo](Person) did not.")
    let aliases = found.actors("Person").map { $0?.aliases ?? [] }
    #expect(aliases[0].contains("President Ana Ruiz"))
    #expect(aliases[1].contains("union spokesman"))
    #expect(found.actors("Person")[1]?.offices == [["spokesperson"]])
  }

  @Test func onlyAnOfficeThatOnePersonHoldsIsKept() {
    let found = Found(
      "[The foreign minister of Peru](source) said so. [A commander of the rebels](source) did not."
    )
    #expect(found.actors("source")[0]?.offices == [["foreign", "minister"]])
    #expect(found.actors("source")[1]?.offices == [])
  }
}
