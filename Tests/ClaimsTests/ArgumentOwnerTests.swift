import Claims
import Linguistics
import LinguisticsTestSupport
import Mentions
import TestSupport
import Testing
import Texts

/// Whose people or things those acted upon are.
@Suite struct ArgumentOwnerTests {
  @Test func aWordOfTheirOwnMentionIsNoOwner() throws {
    let marked: MarkedText = "[several [Afghan](people) villagers](villagers) were killed"
    let reading = parsed(
      """
      several several ADJ 3 amod
      Afghan afghan ADJ 3 amod
      villagers villager NOUN 5 nsubj:pass
      were be AUX 5 aux:pass
      killed kill VERB 0 root
      """)
    #expect(reading.text.bytes == marked.text.bytes)
    let mentions = ReportMentions(
      actors: [
        ActorEntity(name: "Afghan villagers", aliases: [], kind: .unnamed),
        ActorEntity(name: "Afghanistan", aliases: [], kind: .government),
      ],
      actorMentions: marked.marks.map {
        ActorMention(range: $0.range, entity: $0.label == "villagers" ? 0 : 1, form: .nominal)
      })
    let found = EventFinder(knowledge: eventKnowledge).events(
      in: reading, mentions: mentions, claims: [], published: CalendarDate(iso: "2024-03-05"))
    let main = found.events[try #require(found.mainEvent)]
    #expect(
      main.arguments.map { "\($0.role.rawValue): \(reading.text[$0.head])" }
        == ["target: Afghan", "target: villagers"])
  }
}
