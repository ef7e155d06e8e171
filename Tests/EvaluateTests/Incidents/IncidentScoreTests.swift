import Testing

@testable import evaluate

private func fill(_ alternatives: String..., isOptional: Bool = false) -> IncidentKey.Fill {
  IncidentKey.Fill(alternatives: alternatives, isOptional: isOptional)
}

private func key(
  _ type: String, isOptional: Bool = false, _ fills: [IncidentKey.Slot: [IncidentKey.Fill]]
) -> IncidentKey {
  IncidentKey(
    message: "A", isOptional: isOptional,
    fills: fills.merging([.type: [fill(type)]]) { $1 })
}

private func template(
  _ type: IncidentType, _ fillers: [IncidentRole: [String]], deaths: Int? = nil
) -> IncidentTemplate {
  IncidentTemplate(type: type, fillers: fillers, deaths: deaths)
}

@Suite struct FillMatchTests {
  @Test(arguments: [
    ("THE 3 FISHERMEN", "FISHERMEN"), ("OLD FISHERMEN", "FISHERMEN"),
    ("FISHERMEN", "THE FISHERMEN"), ("\"DAWN\" BRIGADE", "DAWN BRIGADE"),
  ])
  func moreWordsBeforeAreRight(_ response: String, _ wanted: String) {
    #expect(FillMatch(response, fill(wanted)) == .right)
  }

  @Test(arguments: [
    ("FISHERMEN WHO HAD SLEPT", "FISHERMEN"), ("KARANJA", "JOMO KARANJA"),
    ("BRIGADE", "COAST BRIGADE"), ("LOCAL OFFICE OF THE BANK", "NEW OFFICE IN THE PORT"),
  ])
  func partsAreHalf(_ response: String, _ wanted: String) {
    #expect(FillMatch(response, fill(wanted)) == .partial)
  }

  @Test func anyAlternativeWillDo() {
    #expect(FillMatch("FERRY", fill("SHIP", "FERRY")) == .right)
    #expect(FillMatch("TRUCK", fill("SHIP", "FERRY")) == .wrong)
  }
}

@Suite struct IncidentScoreTests {
  private func row(_ name: String, _ score: IncidentScore) -> IncidentScore.Slot {
    score.rows.first { $0.slot == name } ?? IncidentScore.Slot("none")
  }

  @Test func mapsTemplatesSoThatMostIsRight() {
    var score = IncidentScore()
    score.add(
      [
        template(.bombing, [.target: ["FERRY"], .instrument: ["MINE"]]),
        template(.bombing, [.target: ["FERRY", "PIER"]]),
      ],
      keys: [
        key("BOMBING", [.target: [fill("FERRY"), fill("PIER")]]),
        key("BOMBING", [.target: [fill("FERRY")], .instrument: [fill("MINE")]]),
      ])
    #expect(row("templates", score).right == 2)
    #expect(row("target", score).right == 3)
    #expect(row("instrument", score).f1 == 1)
    #expect(row("all", score).f1 == 1)
  }

  @Test func anotherKindIsMappedOnlyFromAttacks() {
    let arson = key("ARSON", [.target: [fill("FERRY")]])
    var score = IncidentScore()
    score.add([template(.bombing, [.target: ["FERRY"]])], keys: [arson])
    #expect(row("templates", score).right == 0)
    #expect(row("target", score).precision == 0)
    score = IncidentScore()
    score.add([template(.attack, [.target: ["FERRY"]])], keys: [arson])
    #expect(row("target", score).f1 == 1)
    #expect(row("type", score).partial == 1)
  }

  @Test func anInstrumentAloneMapsNothing() {
    var score = IncidentScore()
    score.add(
      [template(.bombing, [.target: ["PIER"], .instrument: ["MINE"]])],
      keys: [key("BOMBING", [.target: [fill("FERRY")], .instrument: [fill("MINE")]])])
    #expect(row("templates", score).right == 0)
    #expect(row("instrument", score).possible == 1)
    #expect(row("instrument", score).right == 0)
  }

  @Test func whatIsOptionalIsNeverMissing() {
    var score = IncidentScore()
    score.add(
      [],
      keys: [
        key("ATTACK", isOptional: true, [.target: [fill("PIER")]]),
        key("ATTACK", [.target: [fill("FERRY"), fill("BUOY", isOptional: true)]]),
      ])
    #expect(row("templates", score).possible == 1)
    #expect(row("target", score).possible == 1)
    score.add(
      [template(.attack, [.target: ["BUOY"]])],
      keys: [key("ATTACK", [.target: [fill("BUOY", isOptional: true)]])])
    #expect(row("target", score).possible == 2)
    #expect(row("target", score).right == 1)
  }

  @Test func deathsMustBeTheKeys() {
    func dead(_ number: String) -> IncidentKey {
      key(
        "ATTACK",
        [
          .description: [fill("SAILORS")],
          .victimNumber: [IncidentKey.Fill(alternatives: [number], referents: ["SAILORS"])],
          .victimEffect: [IncidentKey.Fill(alternatives: ["DEATH"], referents: ["SAILORS"])],
        ])
    }
    let response = template(.attack, [.description: ["SAILORS"]], deaths: 3)
    var score = IncidentScore()
    score.add([response], keys: [dead("3")])
    #expect(row("deaths", score).f1 == 1)
    score.add([response], keys: [dead("4")])
    #expect(row("deaths", score).f1 == 0.5)
    score.add([response], keys: [dead("PLURAL")])
    #expect(row("deaths", score).recall == 0.5)
    #expect(row("deaths", score).actual == 3)
  }
}

@Suite struct RoleFillerScoreTests {
  private func score(_ responses: [IncidentTemplate], _ keys: [IncidentKey]) -> RoleFillerScore {
    var score = RoleFillerScore()
    score.add(responses, keys: keys, text: FillerText("A FERRY AND THE [OLD]\nPIER OF OYSTER BAY"))
    return score
  }

  @Test func templatesOfAMessageAreOne() {
    let result = score(
      [template(.attack, [.target: ["THE FERRY"]]), template(.bombing, [.target: ["FERRY"]])],
      [key("ATTACK", [.target: [fill("FERRY"), fill("OLD PIER", "PIER")]])])
    let targets = result.counts[2]
    #expect(targets.gold == 2)
    #expect(targets.same == 1)
  }

  @Test func onlyWordsOfTheTextCount() {
    let keys = [key("ATTACK", [.target: [fill("TRAWLER"), fill("(OLD) PIER", "SHIP")]])]
    #expect(score([], keys).all.gold == 1)
    #expect(score([template(.attack, [.target: ["OLD PIER"]])], keys).all.same == 1)
  }
}

@Suite struct TemplateFillingScoreTests {
  private func all(
    _ responses: [IncidentTemplate], _ keys: [IncidentKey]
  ) -> CoreferenceScore.Part {
    var score = TemplateFillingScore()
    score.add(responses, keys: keys, text: FillerText("THE FERRY, A PIER AND A TRAWLER"))
    return score.all
  }

  @Test func fillersCountInTheMappedTemplateOfTheirKind() {
    let keys = [
      key("BOMBING", [.target: [fill("FERRY")]]),
      key("ARSON", [.target: [fill("PIER"), fill("TRAWLER", "BOAT")]]),
    ]
    let right = all(
      [
        template(.arson, [.target: ["A TRAWLER", "THE PIER"]]),
        template(.bombing, [.target: ["FERRY"]]),
      ], keys)
    #expect(right.f1 == 1)
    #expect(right.gold == 5)
    let swapped = all([template(.bombing, [.target: ["PIER"]])], keys)
    #expect(swapped.right == 1)
    #expect(swapped.found == 2)
    #expect(all([template(.attack, [.target: ["FERRY"]])], keys).right == 0)
  }

  @Test func equalTemplatesOfTheKeysCountOnce() {
    let ferry = key("BOMBING", [.target: [fill("FERRY")]])
    #expect(all([], [ferry, ferry]).gold == 2)
  }
}
