import Claims
import Mentions
import Reports
import Testing
import Texts

@testable import Comparison

/// Events of several reports, made by hand.
@Suite struct EventJoinerTests {
  /// A report of one event, and of others after it.
  private func account(
    _ report: Int, _ events: [ReportedEvent], main: Int? = 0, places: [PlaceEntity] = [],
    actors: [String] = []
  ) -> ReportAccount {
    let text = SourceText("A raid took place in the night.")
    let mentions = ReportMentions(
      actors: actors.map { ActorEntity(name: $0, aliases: [$0], kind: .armedGroup) },
      places: places)
    return ReportAccount(
      report: Report(
        id: "r\(report + 1)", path: "\(report).txt", sha256: "", outlet: nil, published: nil,
        language: "en", title: nil, body: text.range, paragraphs: [text.range], credits: [],
        text: text, notes: []),
      mentions: mentions, claims: ReportClaims(events: events, mainEvent: main))
  }

  private func event(
    _ type: String = "ASSAULT", mode: String? = nil, _ first: Int? = nil, _ last: Int? = nil,
    places: [Int] = [], doers: [Int] = [], targets: [Int] = [], realis: Realis = .actual,
    isCause: Bool = false
  ) -> ReportedEvent {
    let date = first.map {
      DateInterval(
        earliest: CalendarDate(days: 19_000 + $0),
        latest: CalendarDate(days: 19_000 + (last ?? $0)),
        precision: last == nil ? .day : .night)
    }
    return ReportedEvent(
      type: type, mode: mode, date: date, places: places, perpetrators: doers, targets: targets,
      weapons: [], realis: realis, mentions: [TextRange(2, 6)], isCause: isCause)
  }

  private func town(_ name: String, _ id: Int) -> PlaceEntity {
    PlaceEntity(name: name, country: "ML", geonames: id, precision: .town)
  }

  @Test func mainEventsOfAllReportsAreOne() {
    let join = EventJoiner().join([
      account(0, [event(mode: "aerial")]), account(1, [event(mode: "aerial")]),
      account(2, [event("COERCE", mode: "arrest")]),
    ])
    #expect(join.events.count == 1)
    #expect(join.mainEvent == 0)
    #expect(join.events[0].type == "ASSAULT")
    #expect(join.events[0].mode == "aerial")
    #expect(join.index == [[0], [0], [0]])
  }

  @Test func theDayIsWhatMostReportsSupport() {
    let join = EventJoiner().join([
      account(0, [event(mode: nil, 4, 5)]), account(1, [event(mode: nil, 5)]),
      account(2, [event(mode: nil, 12)]),
    ])
    #expect(join.events[0].date?.earliest == CalendarDate(days: 19_005))
    #expect(join.events[0].date?.latest == CalendarDate(days: 19_005))
  }

  @Test func reportsWithoutDayGiveNone() {
    let join = EventJoiner().join([account(0, [event()]), account(1, [event()])])
    #expect(join.events[0].date == nil)
  }

  @Test func placesOfManyReportsComeFirstAndTownsBeforeCountries() {
    let country = PlaceEntity(name: "Mali", country: "ML", geonames: 9, precision: .country)
    let join = EventJoiner().join([
      account(0, [event(places: [0, 1])], places: [town("Gao", 1), country]),
      account(1, [event(places: [0, 1])], places: [town("Menaka", 2), country]),
      account(2, [event(places: [0])], places: [town("Menaka", 2)]),
    ])
    #expect(
      join.events[0].places == [
        ReportItem(report: 1, index: 0), ReportItem(report: 0, index: 0),
        ReportItem(report: 0, index: 1),
      ])
  }

  @Test func aDoerToMostIsNoTarget() {
    let actors = ["Blue Front", "Red Front"]
    let accounts = [
      account(0, [event(doers: [0], targets: [1])], actors: actors),
      account(1, [event(doers: [0], targets: [1])], actors: actors),
      account(2, [event(doers: [1], targets: [0])], actors: actors),
    ]
    let joined = ActorJoin(
      actors: actors.indices.map { index in
        JoinedActor(
          name: actors[index], aliases: [], kind: .armedGroup, country: nil, memberOf: [],
          members: (0..<3).map { ReportItem(report: $0, index: index) })
      }, index: [[0, 1], [0, 1], [0, 1]])
    let event = EventJoiner().join(accounts, actors: joined).events[0]
    #expect(event.perpetrators == [ReportItem(report: 0, index: 0)])
    #expect(event.targets == [ReportItem(report: 0, index: 1)])
  }

  @Test func tellsHowOthersStandToTheMainEvent() {
    let join = EventJoiner().join([
      account(
        0,
        [
          event(mode: "aerial", 10), event(mode: "aerial", 2, realis: .past), event("ACCUSE"),
          event(realis: .past, isCause: true), event("RETREAT", realis: .hypothetical),
        ])
    ])
    #expect(
      join.events.map(\.relation) == [.main, .earlierSameKind, .response, .cause, .context])
  }

  @Test func otherEventsJoinByDay() {
    let earlier = event(mode: "aerial", 2, realis: .past)
    let join = EventJoiner().join([
      account(0, [event(mode: nil, 10), earlier]), account(1, [event(mode: nil, 10), earlier]),
      account(2, [event(mode: nil, 10), event(mode: nil, 6, realis: .past)]),
    ])
    #expect(join.events.count == 3)
    #expect(join.index[0][1] == join.index[1][1])
    #expect(join.index[0][1] != join.index[2][1])
  }
}
