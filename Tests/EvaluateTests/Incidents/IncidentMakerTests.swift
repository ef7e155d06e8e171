import Claims
import Knowledge
import Linguistics
import Mentions
import Platform
import TestSupport
import Testing
import Texts

@testable import evaluate

/// A report of one paragraph with events whose words are named by themselves.
private struct Account {
  let text: SourceText
  let knowledge: KnowledgeBase
  private let reading: Reading
  private let mentions: ReportMentions
  private var events: [ReportedEvent] = []

  init(_ words: String) throws {
    text = SourceText(words)
    let data = try DataFolder.located(named: checkout("Data"))
    knowledge = try KnowledgeBase { name throws(FileError) in try data.file(name) }
    reading = Reader(cues: CueLexicon([])).reading(of: text, title: nil, paragraphs: [text.range])
    mentions = MentionFinder(knowledge: knowledge).mentions(
      in: reading, published: CalendarDate(iso: "1994-06-17"))
  }

  private func range(_ words: String) throws -> TextRange {
    let all = text[text.range]
    let found = try #require(all.firstRange(of: words))
    let start = all.utf8.distance(from: all.startIndex, to: found.lowerBound)
    return TextRange(start, start + words.utf8.count)
  }

  /// Adds an assault told by a trigger; each argument is a phrase with its head last.
  mutating func add(
    _ trigger: String, by: [String] = [], to: [String] = [], with: [String] = [],
    realis: Realis = .actual
  ) throws {
    func arguments(_ phrases: [String], _ role: EventArgument.Role) throws -> [EventArgument] {
      try phrases.map { phrase in
        let range = try range(phrase)
        let last = phrase.split(separator: " ").last?.utf8.count ?? 0
        return EventArgument(
          role: role, range: range, head: TextRange(range.end - last, range.end), actor: nil,
          mention: 0)
      }
    }
    events.append(
      ReportedEvent(
        type: "ASSAULT", mode: nil, date: nil, places: [], perpetrators: [], targets: [],
        weapons: try with.map(range), realis: realis, mentions: [try range(trigger)],
        arguments: try arguments(by, .perpetrator) + arguments(to, .target)))
  }

  func templates() -> [IncidentTemplate] {
    IncidentMaker(
      reading: reading, mentions: mentions, claims: ReportClaims(events: events),
      original: SourceText(text[text.range].uppercased()), knowledge: knowledge,
      published: CalendarDate(iso: "1994-06-17")
    ).templates()
  }
}

@Suite struct IncidentMakerTests {
  @Test func fillsSlotsWithTheWordsOfTheMessage() throws {
    var account = try Account(
      "Five hooded gunmen ambushed the ferry with grenades. They killed two fishermen.")
    try account.add(
      "ambushed", by: ["Five hooded gunmen"], to: ["the ferry"], with: ["grenades"])
    try account.add("killed", to: ["two fishermen"])
    let template = try #require(account.templates().first)
    #expect(account.templates().count == 1)
    #expect(template.type == .bombing)
    #expect(template[.perpetrator] == ["HOODED GUNMEN"])
    #expect(template[.target] == ["FERRY"])
    #expect(template[.instrument] == ["GRENADES"])
    #expect(template[.description] == ["FISHERMEN"])
    #expect(template.deaths == 2)
    #expect(template.injuries == nil)
  }

  @Test func daysTellIncidentsApart() throws {
    var account = try Account(
      "Bandits burned a mill on 3 June 1994. Another gang burned a school on 9 June 1994.")
    try account.add("burned a mill", by: ["Bandits"], to: ["mill"])
    try account.add("burned a school", to: ["school"])
    let templates = account.templates()
    #expect(templates.map { $0[.target] } == [["MILL"], ["SCHOOL"]])
    #expect(templates.allSatisfy { $0.type == .arson })
  }

  @Test func leavesOutFightsOfArmedPeopleAndWhatDidNotHappen() throws {
    var account = try Account("Rebels attacked three soldiers. Gunmen may kidnap a teacher.")
    try account.add("attacked", by: ["Rebels"], to: ["three soldiers"])
    try account.add("kidnap", by: ["Gunmen"], to: ["a teacher"], realis: .hypothetical)
    #expect(account.templates().isEmpty)
  }

  @Test func leavesOutPeopleAtLargeUnlessADayOrATownIsTold() throws {
    var account = try Account("They massacre the people.")
    try account.add("massacre", to: ["the people"])
    #expect(account.templates().isEmpty)
    account = try Account("They massacred the people on 9 June 1994.")
    try account.add("massacred", to: ["the people"])
    #expect(account.templates().count == 1)
  }

  @Test func kidnappingsHaveNoInstruments() throws {
    var account = try Account("Men with rifles kidnapped an engineer.")
    try account.add("kidnapped", by: ["Men"], to: ["an engineer"], with: ["rifles"])
    let template = try #require(account.templates().first)
    #expect(template.type == .kidnapping)
    #expect(template[.instrument].isEmpty)
    #expect(template[.description] == ["ENGINEER"])
  }
}
