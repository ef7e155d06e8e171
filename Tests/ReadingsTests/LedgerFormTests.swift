import Dossiers
import Foundation
import Linguistics
import Readings
import Reports
import TestSupport
import Testing
import Texts

@Suite struct LedgerFormTests {
  private let item = SampleLedger.item

  private func json(_ record: ReadingRecord) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
  }

  private func text(width: Int = 4000) -> String {
    ReadingTextForm(width: width, layers: [.claims]).text(of: [item])
  }

  @Test func theSampleReadsAsWritten() throws {
    expectGolden(text(width: 72), "ledger.txt")
    expectGolden(try json(ReadingRecord(item, layers: [.claims])), "ledger.json")
    expectGolden(ReadingHTMLForm(layers: [.claims]).text(of: [item]), "ledger.html")
  }

  @Test(arguments: [
    "claim1  district hospital, through Lúrio News: asserts; about toll1, toll2, event1",
    "claim2  Coast Front: denies; about claim1, event1",
    "] “denied”; hedge [",
    "claim3  nobody named: negated: claims responsibility; about event1",
    "toll1  at least 7 soldiers killed, at Macomia; says district hospital in claim1; of event1",
    "toll2  2 soldiers killed, of soldiers, part of toll1; says district hospital in claim1",
    "toll3  about 40 people wounded, counted [",
    "] “since March”; says the report itself; of event2",
    "event1  attack, heavy-weapons (ASSAULT); happened; the event itself",
    "when: 2024-09-08 (to the day); where: Macomia; by whom: Coast Front; against whom: soldiers",
    "] “the old barracks”, head “barracks”",
    "] “its men”: Coast Front",
    "event2  attack (ASSAULT); a statistic over many events\n",
    "event3  attack (ASSAULT); an earlier event, told as background; led to it",
  ])
  func theTerminalSays(words: String) {
    #expect(text().contains(words), "\(words) is missing")
  }

  @Test func denialsAndConfirmationsNameWhatTheyAnswer() {
    #expect(text().contains("denies claim1 of district hospital ["))
    #expect(text().contains("including two officers,” … ["), "every piece of what is denied")
    #expect(text().contains("confirms toll4 ["))
    #expect(!text().contains("asserts claim"))
  }

  @Test func wordsOfFiguresAndEventsAreMarked() {
    #expect(text().contains("[at least seven soldiers [died](event1)](toll1)"))
    #expect(text().contains("in answer to a [raid](event3)."))
  }

  @Test func wordsStandWhereTheRecordSays() throws {
    let scalars = Array(item.report.text[item.report.text.range].unicodeScalars)
    func isThere(_ span: Dossier.Span) -> Bool {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[span.start..<span.end])
      return String(view) == span.text
    }
    let ledger = try #require(ReadingRecord(item, layers: [.claims]).ledger)
    var spans = ledger.claims.flatMap { [$0.source, $0.cue, $0.hedge].compactMap(\.self) }
    spans += ledger.claims.flatMap(\.content) + ledger.tolls.map(\.span)
    spans += ledger.tolls.compactMap(\.scope.since)
    spans += ledger.events.flatMap { $0.mentions + $0.weapons + $0.arguments.map(\.head) }
    #expect(spans.count == 30 && spans.allSatisfy(isThere))
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    let record = ReadingRecord(item, layers: [.claims])
    let ledger = try #require(record.ledger)
    let mentions = try #require(record.mentions, "actors and places come with the ledger")
    let known = Set(
      ledger.claims.map(\.id) + ledger.tolls.map(\.id) + ledger.events.map(\.id)
        + mentions.actors.map(\.id) + mentions.places.map(\.id))
    var used = ledger.claims.flatMap { $0.chain + $0.about + [$0.speaker].compactMap(\.self) }
    for toll in ledger.tolls {
      let scope = [toll.scope.side, toll.scope.place, toll.scope.partOf]
      used += ([toll.claimant, toll.claim, toll.event] + scope).compactMap(\.self)
    }
    for event in ledger.events { used += event.perpetrators + event.targets + event.places }
    #expect(used.count == 28 && used.allSatisfy(known.contains))
    #expect(ledger.mainEvent == "event1")
  }

  @Test func whatIsNotKnownIsLeftOut() throws {
    let record = try json(ReadingRecord(item, layers: [.claims]))
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])
    let ledger = try #require(tree["ledger"] as? [String: Any])
    let claims = try #require(ledger["claims"] as? [[String: Any]])
    let tolls = try #require(ledger["tolls"] as? [[String: Any]])
    let events = try #require(ledger["events"] as? [[String: Any]])
    #expect(claims[2]["speaker"] == nil && claims[0]["hedge"] == nil)
    #expect(tolls[0]["high"] == nil && tolls[2]["claimant"] == nil && tolls[2]["claim"] == nil)
    #expect(events[1]["mode"] == nil && events[1]["date"] == nil && events[1]["relation"] == nil)
  }

  @Test func layersThatAreNotAskedForAreLeftOut() {
    let other = ReadingTextForm(width: 72, layers: [.mentions]).text(of: [item])
    #expect(!other.contains("toll1") && !other.contains("Claims"))
    #expect(ReadingRecord(item, layers: [.mentions]).ledger == nil)
    #expect(!ReadingHTMLForm(layers: [.mentions]).text(of: [item]).contains("m-toll"))
    let unasked = ReadingTextForm(width: 72, layers: [.claims]).text(of: [SampleMentions.item])
    #expect(!unasked.contains("Claims"), "a reading without a ledger shows none")
  }

  @Test(arguments: [40, 72, 100])
  func noLineIsWiderThanAskedFor(width: Int) {
    for line in text(width: width).split(separator: "\n") {
      #expect(line.unicodeScalars.count <= width, "\(line)")
    }
  }

  @Test func thePageIsWellFormedAndLeadsSomewhere() {
    let page = ReadingHTMLForm(layers: Set(ReadingLayer.allCases)).text(of: [item])
    #expect(problems(ofHTML: page).isEmpty)
    for word in ["url(", "@import", "http", "<script", "src="] { #expect(!page.contains(word)) }
    let elements = HTMLScanner(page).elements
    let shown = elements.filter { $0.attributes["class"] == "text" }.map(\.text)
    #expect(shown == item.reading.sentences.map { item.reading.text[$0.range] })
    let ids = Set(elements.compactMap { $0.attributes["id"] })
    let links = elements.compactMap { $0.attributes["href"] }
    #expect(links.contains("#r1-claim1") && links.contains("#r1-event2"))
    #expect(links.allSatisfy { ids.contains(String($0.dropFirst())) })
    let marks = elements.filter { $0.attributes["data-kind"] == "toll2" }
    let title = "2 soldiers killed, of soldiers, part of toll1"
    #expect(marks.contains { $0.attributes["title"] == title })
  }
}
