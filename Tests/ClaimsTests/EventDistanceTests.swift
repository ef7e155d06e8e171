import Claims
import Knowledge
import Linguistics
import Mentions
import TestSupport
import Testing
import Texts

/// Events that happen at a distance from a town, with the tables as they ship.
@Suite struct EventDistanceTests {
  private static let knowledge: KnowledgeBase? = KnowledgeBase { name in
    FileBytes(contents(of: "Data/\(name)"))
  }

  /// Names of the main event's places.
  private func places(_ lead: String) throws -> [String] {
    let text = SourceText("Raiders kill traders\n" + lead)
    let end = "Raiders kill traders".utf8.count
    let paragraphs = [TextRange(0, end), TextRange(end + 1, text.count)]
    let reading = Reader(cues: CueLexicon([])).reading(
      of: text, title: paragraphs[0], paragraphs: paragraphs)
    let mentions = MentionFinder(knowledge: try #require(Self.knowledge)).mentions(
      in: reading, published: CalendarDate(iso: "2024-03-05"))
    let found = EventFinder(knowledge: eventKnowledge).events(
      in: reading, mentions: mentions, claims: [], published: CalendarDate(iso: "2024-03-05"))
    let main = try #require(found.mainEvent)
    return found.events[main].places.map { mentions.places[$0].name }
  }

  @Test func nearATownIsAtTheTown() throws {
    let places = try places("Raiders attacked a market near Tahoua in Niger and killed four.")
    #expect(places.first == "Tahoua" && !places.contains("near Tahoua"))
  }

  @Test func aShortWayFromATownIsBehindTheTown() throws {
    let places = try places(
      "Raiders attacked a market 12 km south of Tahoua in Niger and killed four.")
    #expect(places.prefix(2) == ["Tahoua", "12 km south of Tahoua"])
  }

  @Test func aLongWayFromATownIsNoLongerTheTown() throws {
    let places = try places(
      "Raiders attacked a market 70 km south of Tahoua in Niger and killed four.")
    #expect(places.first == "70 km south of Tahoua" && !places.contains("Tahoua"))
  }

  @Test func aDatelineIsNoPlaceOfTheEvent() throws {
    let places = try places(
      "NIAMEY, March 5 (Agency) - Raiders attacked a market in Tahoua and killed four.")
    #expect(places.first == "Tahoua" && !places.contains("Niamey"))
  }
}
