import Knowledge
import Linguistics
import TestSupport
import Testing
import Texts

@testable import Mentions

struct ActorFinderTests {
  @Test func knownActorsAreFoundUnderAnyOfTheirNames() {
    let found = Found(
      """
      Fighters of [Ansar Allah](a) shelled the port, while [Da'esh](b) and [al-Qaida](c) stayed
      out. [The Shebab](d) denied it, [AFP](e) reported.
      """)
    #expect(found.actor("a")?.name == "Houthis")
    #expect(found.actor("b")?.name == "Islamic State")
    #expect(found.actor("c")?.name == "Al-Qaeda")
    #expect(found.actor("d")?.name == "Al-Shabaab")
    #expect(found.actor("e")?.name == "Agence France-Presse")
  }

  @Test func acronymsCountInCapitalsOnly() {
    let found = Found("Who is to blame is not clear, but an app was found. [WHO](a) teams left.")
    #expect(found.mentions.actors.map(\.name) == ["World Health Organization"])
  }

  @Test(arguments: [
    ("[Peru's interior ministry](source) said so.", "Peruvian Interior Ministry", "PE"),
    ("[The Ministry of Defence of Chad](source) said so.", "Chadian Defence Ministry", "TD"),
    ("[the Thai army](source) said so.", "Thai military", "TH"),
    ("[Kenyan police](source) said so.", "Kenyan police", "KE"),
    ("[The government of Nepal](source) said so.", "Government of Nepal", "NP"),
    ("[Brazil](source) condemned the raid.", "Government of Brazil", "BR"),
    ("[Tbilisi](source) said so.", "Government of Georgia", "GE"),
    ("[the Kremlin](source) said so.", "Kremlin", "RU"),
  ])
  func institutionsBelongToTheirCountry(text: String, name: String, country: String) {
    let found = Found(MarkedText(stringLiteral: text))
    #expect(found.speakers == [name])
    #expect(found.actor("source")?.country == country)
  }

  @Test func aCountryWhereSomethingHappensIsNoActor() {
    let found = Found("Two shells fell in Niger, near Chad and north of Gabon.")
    #expect(found.mentions.actors.isEmpty)
  }

  @Test func aCountryWhoseForcesStrikeIsAnActor() {
    let found = Found("[Kenyan](a) air strikes hit two villages in Somalia.")
    #expect(found.actor("a")?.name == "Government of Kenya")
    #expect(found.mentions.actors.count == 1)
  }

  @Test func titlesAndRolesLeadToAPersonAndWhomHeSpeaksFor() {
    let found = Found(
      """
      [Maj. Gen. Oduya Barasa](a), a spokesman for the Kenyan army, spoke in Garissa.
      [Lower Shabelle governor Ilyas Warsame](b) agreed. [Taliban spokesman Rashid Gulzai](c)
      did not.
      """)
    #expect(found.actor("a")?.name == "Oduya Barasa")
    #expect(found.actor("a")?.kind == .person)
    #expect(found.owner(of: "a") == "Kenya Defence Forces")
    #expect(found.actor("b")?.name == "Ilyas Warsame")
    #expect(found.actor("c")?.name == "Rashid Gulzai")
    #expect(found.owner(of: "c") == "Taliban")
  }

  @Test func aPersonIsTakenUpByLastNameTitleAndPronoun() {
    let found = Found(
      """
      [Colonel Marta Quiroga](source) said the road was open. [Quiroga](source) added that the
      rebels had fled. "We saw them," [she](source) said. [Mrs. Quiroga](source) left.
      """)
    #expect(found.speakers == Array(repeating: "Marta Quiroga", count: 4))
  }

  @Test func weInAQuotationIsItsSpeaker() {
    let found = Found(
      """
      [General Tomas Ibarra](source) told reporters: "[The hill is ours. [We](source) believe that
      nobody is left](said)."
      """)
    #expect(found.speakers == ["Tomas Ibarra", "Tomas Ibarra"])
  }

  @Test func anAppositionSaysWhoSomeoneIs() {
    let found = Found(
      """
      [Hanna Sørlie, the head of the monitor Airwars](source), said so. [A witness, Pedro
      Llanque](source), said so too. [An umbrella group of the herders, the Sahel Pastoral
      League](source), said nothing.
      """)
    #expect(found.speakers == ["Hanna Sørlie", "Pedro Llanque", "Sahel Pastoral League"])
    #expect(found.owner(of: "source") == "Airwars")
  }

  @Test func groupNounsTakeUpTheLatestActorOfTheirKind() {
    let found = Found(
      """
      The Lowland Freedom Front attacked a bridge, the Valley Crisis Observatory said. [The
      group](source) said it would return. [The monitor](source) counted nine bodies.
      [The Observatory](source) blamed artillery.
      """)
    #expect(
      found.speakers == [
        "Lowland Freedom Front", "Valley Crisis Observatory", "Valley Crisis Observatory",
      ])
  }

  @Test func acronymsInBracketsNameTheSameActor() {
    let found = Found(
      """
      The Northern Herders' Defence Union (NHDU) seized a post. [The NHDU](source) said so on
      Monday, and [the Northern Herders' Defense Union](source) repeated it.
      """)
    #expect(Set(found.actors("source").map { $0?.name }).count == 1)
    #expect(found.actor("source")?.aliases.contains("NHDU") == true)
  }

  @Test func theNewsAgencyAfterANameIsThatName() {
    let found = Found("[Jordan's state-run Petra news agency](source) said two boys died.")
    #expect(found.speakers == ["Petra News Agency"])
  }

  @Test(arguments: [
    ("[Sources in the hospital](source) said so.", "Sources"),
    ("[A statement from Boko Haram](source) said so.", "Boko Haram"),
    ("[Footage released by the Peruvian army](source) shows it.", "Peruvian military"),
    ("[The command of the Free Syrian Army](source) said so.", "Free Syrian Army"),
    ("[local residents](source) said so.", "local residents"),
    ("[U.S. officials](source) said so.", "US officials"),
    ("[two shepherds who hid in a well](source) said so.", "shepherds who hid in a well"),
    ("[Zxqva](source) said so.", "Zxqva"),
  ])
  func everySourceHasAnActor(text: String, name: String) {
    #expect(Found(MarkedText(stringLiteral: text)).speakers == [name])
  }

  @Test func theArmyIsThatOfTheCountryTheReportPlaysIn() {
    let found = Found(
      """
      A bus burned in Burundi on Friday. Witnesses in northern Burundi heard shots.
      [The army](source) said it was looking for the attackers.
      """)
    #expect(found.speakers == ["Burundian military"])
    let open = Found("[The army](source) said it was looking for the attackers.")
    #expect(open.speakers == ["army"])
  }

  @Test func theHeadlineIsReadWithWhatTheTextNames() {
    let found = Found(
      """
      [[Warsame](a) Denies Raid on Village](title)

      Governor Ilyas Warsame denied on Sunday that his men had raided a village.
      """)
    #expect(found.mentions.actors.map(\.name).contains("Ilyas Warsame"))
  }

  @Test func aForceBeforeAThingIsNoActor() {
    let found = Found("They burned a police station, an army base and a rebel stronghold.")
    #expect(found.mentions.actors.isEmpty)
  }

  @Test(arguments: UInt64(0)..<60)
  func randomTextIsReadWithoutHarm(seed: UInt64) {
    let text = randomReport(seed: seed)
    let bare = Reader(cues: CueLexicon([])).reading(
      of: text, title: nil, paragraphs: [text.trimmed(text.range)])
    var random = SplitMix64(seed: seed)
    let sources = (0..<12).compactMap { _ -> TextRange? in
      guard let token = bare.tokens.randomElement(using: &random) else { return nil }
      let last = bare.tokens.first { $0.end > token.end + 20 } ?? token
      return TextRange(token.start, max(token.end, last.end))
    }.sorted()
    let reading = Reading(
      text: text, title: nil, paragraphs: bare.paragraphs, tokens: bare.tokens,
      sentences: bare.sentences, quotations: bare.quotations,
      attributions: sources.map {
        Attribution(
          source: $0, cue: nil, content: [], form: .indirect, cueLemma: nil, isNegated: false,
          parent: nil)
      })
    let finder = ActorFinder(table: actorTable)
    let (actors, mentions) = finder.actors(in: reading)
    let again = finder.actors(in: reading)
    #expect(actors == again.actors)
    #expect(mentions == again.mentions)
    #expect(mentions.map(\.range.start) == mentions.map(\.range.start).sorted())
    for mention in mentions {
      #expect(actors.indices.contains(mention.entity))
      #expect(
        text.isScalarBoundary(mention.range.start) && text.isScalarBoundary(mention.range.end))
      #expect(!mention.range.isEmpty)
    }
    #expect(Set(mentions.map(\.entity)) == Set(actors.indices))
    for actor in actors {
      #expect(!actor.name.isEmpty)
      if let owner = actor.memberOf { #expect(actors.indices.contains(owner)) }
    }
  }
}
