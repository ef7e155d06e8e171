import Claims
import Linguistics
import LinguisticsTestSupport
import Mentions
import Testing
import Texts

/// Who did what to whom, by dependencies.
@Suite struct EventArgumentTests {
  /// The arguments of a reading's main event, as `role: words`, and its targets by name.
  private func told(
    _ rows: String, names: [String: Name.Kind] = [:], mentions: ReportMentions = ReportMentions()
  ) throws -> (arguments: [String], targets: [String], perpetrators: [String]) {
    let reading = parsed(rows, names: names)
    let found = EventFinder(knowledge: eventKnowledge).events(
      in: reading, mentions: mentions, claims: [], published: CalendarDate(iso: "2024-03-05"))
    let main = found.events[try #require(found.mainEvent)]
    let actors = mentions.actors + found.participants
    return (
      main.arguments.map { "\($0.role.rawValue): \(reading.text[$0.range])" },
      main.targets.map { actors[$0].name }, main.perpetrators.map { actors[$0].name }
    )
  }

  @Test func subjectAndObjectOfAnActiveVerb() throws {
    let told = try told(
      """
      Gunmen gunman NOUN 2 nsubj
      attacked attack VERB 0 root
      a a DET 5 det
      border border NOUN 5 compound
      post post NOUN 2 obj
      . . PUNCT 2 punct
      """)
    #expect(told.arguments == ["perpetrator: Gunmen", "target: a border post"])
    #expect(told.targets == ["border post"] && told.perpetrators == ["Gunmen"])
  }

  @Test func aPassiveTurnsThemRound() throws {
    let told = try told(
      """
      At at ADP 2 case
      least least ADJ 3 nmod
      two two NUM 4 nummod
      wardens warden NOUN 6 nsubj:pass
      were be AUX 6 aux:pass
      killed kill VERB 0 root
      by by ADP 8 case
      poachers poacher NOUN 6 obl:agent
      . . PUNCT 6 punct
      """, names: ["wardens": .person, "poachers": .organization])
    #expect(told.arguments == ["target: At least two wardens", "perpetrator: poachers"])
  }

  @Test func aParticipleBehindItsNounIsPassive() throws {
    let told = try told(
      """
      Villagers villager NOUN 6 nsubj:pass
      shot shoot VERB 1 acl
      by by ADP 4 case
      rebels rebel NOUN 2 obl:agent
      were be AUX 6 aux:pass
      buried bury VERB 0 root
      """)
    #expect(told.arguments == ["target: Villagers", "perpetrator: rebels"])
  }

  @Test func aRelativePronounStandsForItsNoun() throws {
    let told = try told(
      """
      Raiders raider NOUN 6 nsubj
      who who PRON 3 nsubj
      attacked attack VERB 1 acl:relcl
      the the DET 5 det
      clinic clinic NOUN 3 obj
      escaped escape VERB 0 root
      """)
    #expect(told.arguments == ["perpetrator: Raiders", "target: the clinic"])
  }

  @Test func aClauseSharesTheSubjectAboveIt() throws {
    let told = try told(
      """
      Rebels rebel NOUN 2 nsubj
      stormed storm VERB 0 root
      the the DET 4 det
      barracks barracks NOUN 2 obj
      , , PUNCT 6 punct
      killing kill VERB 2 advcl
      four four NUM 6 obj
      of of ADP 10 case
      its its PRON 10 nmod:poss
      soldiers soldier NOUN 7 nmod
      """)
    #expect(told.perpetrators == ["Rebels"])
    #expect(told.targets.contains("barracks") && told.targets.contains("its soldiers"))
    #expect(told.arguments.contains("target: four of its soldiers"))
  }

  @Test func anInfinitiveTakesItsSubjectFromTheVerbAbove() throws {
    let told = try told(
      """
      Troops troop NOUN 2 nsubj
      began begin VERB 0 root
      to to PART 4 mark
      bombard bombard VERB 2 xcomp
      the the DET 6 det
      monastery monastery NOUN 4 obj
      """)
    #expect(told.arguments == ["perpetrator: Troops", "target: the monastery"])
  }

  @Test func aNounTakesWhatIsBeforeAndBehindIt() throws {
    let told = try told(
      """
      The the DET 2 det
      militia militia NOUN 4 nmod:poss
      's 's PART 2 case
      bombardment bombardment NOUN 8 nsubj
      of of ADP 7 case
      the the DET 7 det
      harbor harbor NOUN 4 nmod
      continued continue VERB 0 root
      """)
    #expect(told.arguments == ["perpetrator: The militia", "target: the harbor"])
  }

  @Test func aPhraseRightBehindANounIsTheNounsWhereverItHangs() throws {
    let told = try told(
      """
      Envoys envoy NOUN 2 nsubj
      deplored deplore VERB 0 root
      the the DET 4 det
      raids raid NOUN 2 obj
      against against ADP 6 case
      herders herder NOUN 2 obl
      . . PUNCT 2 punct
      """)
    #expect(told.arguments.contains("target: herders"))
    #expect(told.targets == ["herders"])
  }

  @Test func aMeansStandsForWhoeverOwnsIt() throws {
    let told = try told(
      """
      Rebel rebel NOUN 2 compound
      rockets rocket NOUN 3 nsubj
      struck strike VERB 0 root
      a a DET 5 det
      school school NOUN 3 obj
      in in ADP 8 case
      the the DET 8 det
      village village NOUN 3 obl
      """,
      mentions: ReportMentions(
        actors: [ActorEntity(name: "Rebel", aliases: ["Rebel"], kind: .armedGroup)],
        actorMentions: [ActorMention(range: TextRange(0, 5), entity: 0, form: .name)]))
    #expect(
      told.arguments == [
        "perpetrator: Rebel", "weapon: Rebel rockets", "target: a school", "place: the village",
      ])
    #expect(told.perpetrators == ["Rebel"] && told.targets == ["school"])
  }

  @Test func clashesAreBetweenBoth() throws {
    let told = try told(
      """
      Clashes clash NOUN 6 nsubj
      between between ADP 3 case
      herders herder NOUN 1 nmod
      and and CCONJ 5 cc
      police police NOUN 3 conj
      erupted erupt VERB 0 root
      """)
    #expect(
      told.arguments == [
        "perpetrator: herders", "target: herders", "perpetrator: police", "target: police",
      ])
  }

  @Test func withoutDependenciesThereAreNoArguments() throws {
    let text = SourceText("Gunmen attacked a border post.")
    let reading = Reader(cues: CueLexicon([])).reading(
      of: text, title: nil, paragraphs: [text.range])
    let found = EventFinder(knowledge: eventKnowledge).events(
      in: reading, mentions: ReportMentions(), claims: [], published: nil)
    let main = found.events[try #require(found.mainEvent)]
    #expect(main.arguments.isEmpty && found.participants.isEmpty)
  }
}
