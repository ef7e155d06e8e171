import Claims
import Knowledge
import Linguistics
import Mentions
import TestSupport
import Testing
import Texts

/// Figures that the main event rules out, with the tables as they ship.
@Suite struct MainEventGuardTests {
  private static let knowledge: KnowledgeBase? = KnowledgeBase { name in
    FileBytes(contents(of: "Data/\(name)"))
  }

  /// The figures of a report of 2024-03-05, each with whether it is the main event's.
  private func figures(_ title: String, _ body: String) throws -> [String] {
    let text = SourceText(title + "\n" + body)
    let paragraphs = [
      TextRange(0, title.utf8.count), TextRange(title.utf8.count + 1, text.count),
    ]
    let knowledge = try #require(Self.knowledge)
    let cues = CueLexicon(contents(of: "Data/lexicon/cues.tsv"))
    let reading = Reader(cues: cues).reading(
      of: text, title: paragraphs[0], paragraphs: paragraphs)
    let published = CalendarDate(iso: "2024-03-05")
    var mentions = MentionFinder(knowledge: knowledge).mentions(in: reading, published: published)
    let ledger = ClaimReader(
      knowledge: knowledge,
      attributed: AttributedClaims(
        cues: cues,
        wording: ClaimWording(
          hedges: contents(of: "Data/lexicon/hedges.tsv"),
          stances: contents(of: "Data/lexicon/stances.tsv")))
    ).claims(in: reading, mentions: &mentions, published: published)
    return ledger.tolls.map { toll in
      "\(toll.kind.rawValue) \(toll.low)\(toll.event == ledger.mainEvent ? "" : " apart")"
    }
  }

  @Test func aLaterDeedIsAnother() throws {
    let found = try figures(
      "Gunmen kill six traders near Tahoua",
      """
      Gunmen attacked a market near Tahoua on Sunday and killed six traders. Two more traders were \
      killed on Monday in clashes with police.
      """)
    #expect(found.contains("killed 6") && found.contains("killed 2 apart"))
  }

  @Test func whoDiesLaterIsStillTheEvents() throws {
    let found = try figures(
      "Gunmen kill six traders near Tahoua",
      """
      Gunmen attacked a market near Tahoua on Sunday and killed six traders. Two more traders died \
      on Monday.
      """)
    #expect(found.contains("killed 2"))
  }

  @Test func meanwhileSomethingElse() throws {
    let found = try figures(
      "Gunmen kill six traders near Tahoua",
      """
      Gunmen attacked a market near Tahoua on Monday and killed six traders. Meanwhile, a driver was \
      killed in an ambush.
      """)
    #expect(found.contains("killed 6") && found.contains("killed 1 apart"))
  }

  @Test func whoIsHeldInAReportOfAReleaseWasTakenBefore() throws {
    let found = try figures(
      "Gunmen free 20 villagers near Tahoua",
      """
      Gunmen released 20 villagers near Tahoua on Monday, the mayor said. Some 15 others are still \
      missing. The villagers were freed after talks.
      """)
    #expect(found.contains("missing 15 apart"))
  }

  @Test func aPressReleaseReleasesNobody() throws {
    let found = try figures(
      "For Immediate Release",
      """
      Soldiers raided a farm near Tahoua on Monday and detained three suspects, a press release \
      said. It was the second press release on the raid.
      """)
    #expect(found.contains("detained 3"))
  }
}
