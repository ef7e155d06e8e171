import Claims
import Mentions
import Reports
import TestSupport
import Testing
import TextReuse
import Texts

@testable import Comparison

private func ledger(_ accounts: [ReportAccount], reuse: ReuseResult? = nil) -> Ledger {
  let reuse =
    reuse
    ?? ReuseResult(
      passages: [],
      origins: accounts.indices.map {
        ReuseOrigin(name: nil, kind: .outlet, basis: .measured, reports: [$0])
      }, reportOrigin: Array(accounts.indices))
  // Actors of one name are one: the joiner has tests of its own.
  var actors: [JoinedActor] = []
  let index = accounts.enumerated().map { report, account in
    account.mentions.actors.enumerated().map { position, actor in
      let item = ReportItem(report: report, index: position)
      if let known = actors.firstIndex(where: { $0.name == actor.name }) {
        actors[known].members.append(item)
        return known
      }
      actors.append(
        JoinedActor(
          name: actor.name, aliases: [], kind: actor.kind, country: nil, memberOf: [],
          members: [item]))
      return actors.count - 1
    }
  }
  let joined = ActorJoin(actors: actors, index: index)
  let members = accounts.indices.map { ReportItem(report: $0, index: 0) }
  let events = EventJoin(
    events: [
      JoinedEvent(
        type: "ASSAULT", mode: nil, date: nil, places: [], perpetrators: [], targets: [],
        realis: .actual, relation: .main, members: members)
    ], mainEvent: 0, index: accounts.map { _ in [0] })
  return Ledger(
    accounts: accounts, reuse: reuse, actors: joined, places: PlaceJoiner().join(accounts),
    events: events,
    origins: ClaimOrigins(accounts: accounts, reuse: reuse, actors: joined),
    answered: AnsweredClaims(accounts, actors: joined))
}

private func relation(_ a: Told, _ b: Told, days: (Int, Int) = (5, 5)) -> Point.Relation? {
  let ledger = ledger([account(0, day: days.0, [a]), account(1, day: days.1, [b])])
  let figures = ledger.figures(of: .killed)
  return FigureRelation(figures[0], figures[1]).relation
}

@Suite struct FigureRelationTests {
  @Test func equalFiguresAgree() {
    #expect(relation(Told(low: 7, high: 7), Told(low: 7, high: 7)) == .agree)
  }

  @Test func anOpenBoundIsRefined() {
    #expect(relation(Told(low: 4, high: nil), Told(low: 7, high: 7)) == .refine)
  }

  @Test func differentNumbersOfOneScopeContradict() {
    #expect(
      relation(Told(low: 4, high: 4, claimant: "Army"), Told(low: 7, high: 7, claimant: "Monitor"))
        == .contradict)
  }

  @Test func oneGroupsDeadArePartOfAll() {
    let four = Told(low: 4, high: 4, category: .combatant, claimant: "Front", side: "Front")
    let seven = Told(low: 7, high: 7, category: .combatant, claimant: "Monitor")
    #expect(relation(four, seven) == .partOf)
  }

  @Test func moreThanTheWholeHasUnknownScope() {
    let nine = Told(low: 9, high: 9, category: .combatant, side: "Front")
    #expect(relation(nine, Told(low: 7, high: 7, category: .combatant)) == .unknownScope)
  }

  @Test func civiliansAndSoldiersAreDisjoint() {
    #expect(
      relation(
        Told(low: 3, high: 3, category: .civilian), Told(low: 5, high: 5, category: .military))
        == .disjoint)
  }

  @Test func childrenArePartOfCivilians() {
    #expect(
      relation(Told(low: 1, high: 1, category: .child), Told(low: 5, high: 5, category: .civilian))
        == .partOf)
  }

  @Test func scopeComesBeforeConflict() {
    let fighters = Told(low: 4, high: 4, category: .combatant)
    #expect(relation(fighters, Told(low: 7, high: 7)) == .partOf)
  }

  @Test func aLaterFigureOfOneClaimantSupersedes() {
    let early = Told(low: 4, high: 4, claimant: "Army")
    let late = Told(low: 7, high: 7, claimant: "Army")
    #expect(relation(early, late, days: (5, 6)) == .supersede)
    #expect(relation(early, late, days: (5, 5)) == .contradict)
  }

  @Test func approximateNumbersHaveATolerance() {
    #expect(
      relation(Told(low: 20, high: 20, isApproximate: true), Told(low: 21, high: 21)) == .refine)
    #expect(relation(Told(low: 20, high: 20), Told(low: 21, high: 21)) == .contradict)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func relatesBothWaysAlike(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func told() -> Told {
      let low = Int.random(in: 0...9, using: &random)
      return Told(
        low: low, high: Bool.random(using: &random) ? nil : low,
        category: Toll.Category.allCases.randomElement(using: &random) ?? .unstated,
        claimant: ["Army", "Monitor", nil].randomElement(using: &random) ?? nil,
        side: ["Army", "Front", nil].randomElement(using: &random) ?? nil)
    }
    let (a, b) = (told(), told())
    #expect(relation(a, b) == relation(b, a))
    #expect(relation(a, a) == .agree)
  }
}

@Suite struct FigurePointTests {
  @Test func groupsValuesWithTheirClaimants() throws {
    let points = PointFinder(
      ledger([
        account(0, [Told(low: 4, high: 4, category: .civilian, claimant: "Army")]),
        account(1, [Told(low: 7, high: 7, category: .civilian, claimant: "Monitor")]),
        account(2, [Told(low: 7, high: 7, category: .civilian, claimant: "Hospital")]),
      ])
    ).points()
    let killed = try #require(points.first { $0.slot == .killed })
    #expect(killed.relation == .contradict)
    #expect(killed.values.map(\.value) == ["4 civilians", "7 civilians"])
    #expect(killed.values.map(\.reports) == [[0], [1, 2]])
    #expect(killed.values[1].claimants.count == 2)
    #expect(killed.values[1].origins.count == 2)
  }

  @Test func copiesOfOneFigureAreOneOrigin() throws {
    let copied = TextRange(0, 34)
    let reuse = ReuseResult(
      passages: [
        Passage(
          a: .init(report: 0, range: copied), b: .init(report: 1, range: copied), kind: .copy,
          matchedWords: 6, origin: 0)
      ],
      origins: [ReuseOrigin(name: "AFP", kind: .agency, basis: .credited, reports: [0, 1])],
      reportOrigin: [0, 0])
    let points = PointFinder(
      ledger(
        [account(0, [Told(low: 7, high: 7)]), account(1, [Told(low: 7, high: 7)])], reuse: reuse)
    ).points()
    let killed = try #require(points.first { $0.slot == .killed })
    #expect(killed.relation == .agree)
    #expect(killed.values.map(\.origins) == [[0]])
  }

  @Test func noFiguresNoPoints() {
    #expect(PointFinder(ledger([account(0, []), account(1, [])])).points().isEmpty)
  }
}

@Suite struct RangeTests {
  @Test func derivesEachStandard() throws {
    let ranges = RangeDeriver(
      ledger([
        account(0, [Told(low: 4, high: 4, claimant: "Army")]),
        account(1, [Told(low: 7, high: 7, claimant: "Monitor")]),
        account(2, [Told(low: 7, high: 7, claimant: "Hospital")]),
      ])
    ).ranges()
    func range(_ standard: String) throws -> DerivedRange {
      try #require(ranges.first { $0.standard == standard })
    }
    #expect(try range("acled").best == 4)
    #expect(try range("ucdp").low == 4)
    #expect(try range("ucdp").best == 7)
    #expect(try range("ucdp").high == 7)
    #expect(try range("airwars").low == 4)
    #expect(try range("airwars").high == 7)
    #expect(try range("ucdp").derivation.map(\.rule) == ["R2", "R12"])
  }

  @Test func aTieTakesTheLowerFigure() throws {
    let ranges = RangeDeriver(
      ledger([
        account(0, [Told(low: 4, high: 4, claimant: "Army")]),
        account(1, [Told(low: 7, high: 7, claimant: "Monitor")]),
      ])
    ).ranges()
    #expect(ranges.first { $0.standard == "ucdp" }?.best == 4)
  }

  @Test func oneNumberServesAllStandards() {
    let ranges = RangeDeriver(
      ledger([account(0, [Told(low: 7, high: 7)]), account(1, [Told(low: 7, high: 7)])])
    ).ranges()
    #expect(ranges.map(\.standard) == ["all"])
  }

  @Test func asupersededFigureIsLeftOut() {
    let ranges = RangeDeriver(
      ledger([
        account(0, day: 5, [Told(low: 4, high: 4, claimant: "Army")]),
        account(1, day: 6, [Told(low: 7, high: 7, claimant: "Army")]),
      ])
    ).ranges()
    #expect(ranges.map(\.low) == [7])
  }
}

@Suite struct PlaceJoinTests {
  private func place(_ name: String, _ latitude: Double, _ longitude: Double, id: Int?)
    -> PlaceEntity
  {
    PlaceEntity(
      name: name, country: "CD", latitude: latitude, longitude: longitude, geonames: id,
      precision: .town)
  }

  @Test func measuresDistances() throws {
    // Goma to Bukavu is about 100 km; along the equator a degree is 111.2 km.
    let goma = place("Goma", -1.6792, 29.2228, id: 1)
    let bukavu = place("Bukavu", -2.4908, 28.8428, id: 2)
    #expect(abs(try #require(distanceKm(goma, bukavu)) - 99.6) < 1)
    let west = place("A", 0, 179.5, id: 3)
    let east = place("B", 0, -179.5, id: 4)
    #expect(abs(try #require(distanceKm(west, east)) - 111.2) < 0.1)
  }

  @Test func joinsByIdOrName() {
    var a = account(0, [])
    var b = account(1, [])
    a = ReportAccount(
      report: a.report, mentions: ReportMentions(places: [place("Goma", -1.68, 29.22, id: 1)]),
      claims: a.claims)
    b = ReportAccount(
      report: b.report,
      mentions: ReportMentions(places: [
        place("Goma", -1.68, 29.22, id: 1), place("Goma", 8, 10, id: 9),
      ]), claims: b.claims)
    #expect(PlaceJoiner().join([a, b]).index == [[0], [0, 1]])
  }
}
