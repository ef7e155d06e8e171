import Claims
import Mentions
import TestSupport
import Testing
import Texts

/// When, where, by whom and to whom.
@Suite struct EventPartTests {
  @Test func takesTheDayFromTheTriggersSentence() {
    let told = told(
      """
      Blast rips through depot
      A blast tore through a depot late on [Saturday](2024-03-02), officials said on
      [Sunday](2024-03-03).
      """)
    #expect(told.date == "2024-03-02/2024-03-02")
  }

  @Test func knowsNoDayWhenNoneIsSaid() {
    let told = told("Blast rips through depot\nA blast tore through a depot, officials said.")
    #expect(told.type == "ASSAULT")
    #expect(told.date == nil)
  }

  @Test func aNightIsTwoDays() {
    let told = told(
      """
      Drones hit refinery
      Drones struck a refinery [overnight](2024-03-03/2024-03-04). The strike started a fire.
      """)
    #expect(told.date == "2024-03-03/2024-03-04")
  }

  @Test(arguments: [
    ("Raiders attacked a market on Monday and killed four traders.", []),
    ("Raiders attacked a market in [Tahoua](town:NE) and killed four traders.", ["Tahoua"]),
    // Named again, it is a place like any other.
    ("Raiders attacked a market in [NIAMEY](town:NE) and killed four traders.", ["NIAMEY"]),
  ])
  func aDatelineIsNotWhereAThingHappened(lead: String, places: [String]) {
    let head = "Raiders burn market\n[NIAMEY](town:NE), March 3 (Agency) - "
    #expect(told(MarkedText(stringLiteral: head + lead)).places == places)
  }

  @Test func putsTheTownBeforeTheCountry() {
    let told = told(
      """
      Ambush in eastern [Congo](country:CD)
      Rebels killed four people in an ambush near [Beni](town:CD) in [North Kivu](province:CD).
      The army blamed rebels from [Uganda](country:UG). Talks were held in [Nairobi](town:KE).
      """)
    #expect(told.places.first == "Beni")
    #expect(told.places.contains("North Kivu"))
    #expect(told.places.contains("Congo"))
    #expect(!told.places.contains("Nairobi"))
  }

  @Test(
    arguments: [
      "[The army](military) shelled [rebels](armed-group) at dawn.",
      "[The army](military)'s shelling of [rebels](armed-group) began at dawn.",
      "[Rebels](armed-group) were shelled by [the army](military) at dawn.",
      "[The army](military) carried out air strikes on [rebels](armed-group) at dawn.",
      "Air strikes by [the army](military) against [rebels](armed-group) began at dawn.",
      "[The army](military) air strikes targeting [rebels](armed-group) began at dawn.",
    ] as [MarkedText])
  func tellsDoerFromTarget(_ sentence: MarkedText) {
    let told = told(sentence)
    #expect(told.perpetrators.map { Folding.folded($0) } == ["the army"], "\(sentence)")
    #expect(told.targets.map { Folding.folded($0) } == ["rebels"], "\(sentence)")
  }

  @Test(
    arguments: [
      "Bomb kills two\n[The Red Front](armed-group) claimed responsibility for the bombing.",
      "Bomb kills two\nA minister blamed the bombing on [the Red Front](armed-group).",
      "Bomb kills two\nA minister blamed [the Red Front](armed-group) for the bombing.",
    ] as [MarkedText])
  func takesTheClaimantOfAnAttackAsDoer(_ report: MarkedText) {
    #expect(
      told(report).perpetrators == ["the Red Front"]
        || told(report).perpetrators == ["The Red Front"])
  }

  @Test func aDenialClaimsNothing() {
    let told = told(
      "Bomb kills two\n[The Red Front](armed-group) has not claimed responsibility for the bomb attack."
    )
    #expect(told.perpetrators.isEmpty)
  }

  @Test func theDeadAreTargets() {
    let told = told(
      """
      Shelling kills villagers
      [Fifty villagers](unnamed) were reported dead after shelling. Deaths rose on the day
      [the envoy](unnamed) arrived.
      """)
    #expect(told.targets == ["Fifty villagers"])
  }

  @Test func aBackerIsNoDoer() {
    let told = told(
      """
      Militia shells port
      [Eritrea](government)-backed [militiamen](unnamed) shelled the port at dawn.
      """)
    #expect(told.perpetrators == ["militiamen"])
  }

  @Test func firedWeaponsAreAnAttack() {
    let told = told(
      """
      Night of fire
      [The navy](military) fired more than a dozen missiles at [the militia](armed-group).
      """)
    #expect(told.mode == "heavy-weapons")
    #expect(told.perpetrators == ["The navy"])
    #expect(told.targets == ["the militia"])
  }

  @Test func captorsLetGo() {
    let told = told(
      """
      Nurses set free
      Six nurses were set free on [Sunday](2024-03-03).
      They had been kidnapped by [the Grey Wolves](armed-group) in [June](2023-06-01/2023-06-30).
      """)
    #expect(told.type == "RETREAT")
    #expect(told.perpetrators == ["the Grey Wolves"])
  }

  @Test func aReasonIsAnEventOfItsOwn() {
    let told = told(
      """
      Rockets hit base
      Rockets hit a base [Monday](2024-03-04) in revenge for the killing of [Osei](person).
      [Osei](person) was killed at home, the group said.
      """)
    #expect(told.events.contains { $0.isCause && $0.realis == .past })
    #expect(!told.targets.contains("Osei"))
    #expect(told.date == "2024-03-04/2024-03-04")
  }

  @Test func aSpeakerIsNoDoer() {
    let told = told(
      """
      Bomb kills two
      [The ministry](ministry) said a bomb killed [two guards](unnamed) at the gate.
      """)
    #expect(told.perpetrators.isEmpty)
    #expect(told.targets == ["two guards"])
  }

  @Test(arguments: 0..<60)
  func survivesAnyText(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let base = randomReport(seed: seed)
    let words = ["attack ", "killed ", "by ", "air-strike ", "bomb ", "will ", "no ", "strikes "]
    var string = ""
    for piece in base[base.range].unicodeScalars {
      string.unicodeScalars.append(piece)
      if piece == " ", UInt8.random(in: 0..<4, using: &random) == 0 {
        string += words.randomElement(using: &random) ?? ""
      }
    }
    let text = SourceText(string)
    let first = told(MarkedText([], in: text))
    let second = told(MarkedText([], in: text))
    #expect(first.events == second.events)
    #expect(!first.events.isEmpty)
    for event in first.events {
      #expect(!event.mentions.isEmpty)
      #expect(event.mentions == event.mentions.sorted())
      for range in event.mentions + event.weapons {
        #expect(text.isScalarBoundary(range.start) && text.isScalarBoundary(range.end))
        #expect(!range.isEmpty)
      }
    }
    let starts = first.events.compactMap(\.mentions.first)
    #expect(starts == starts.sorted())
  }
}
