import Dossiers
import Foundation
import Linguistics
import Readings
import Reports
import TestSupport
import Testing
import Texts

@Suite struct MentionFormTests {
  private let item = SampleMentions.item

  private func json(_ record: ReadingRecord) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
  }

  @Test func theSampleReadsAsWritten() throws {
    let form = ReadingTextForm(width: 72, layers: [.mentions])
    expectGolden(form.text(of: [item]), "mentions.txt")
    expectGolden(try json(ReadingRecord(item, layers: [.mentions])), "mentions.json")
    expectGolden(ReadingHTMLForm(layers: [.mentions]).text(of: [item]), "mentions.html")
  }

  @Test func theTerminalMarksEveryMention() throws {
    let text = ReadingTextForm(width: 4000, layers: [.mentions]).text(of: [item])
    for mark in SampleMentions.shown {
      let words = SampleMentions.source.text[mark.range]
      // A mention with another inside has the other's brackets among its words.
      let last = words.split(separator: " ").last.map(String.init) ?? ""
      #expect(text.contains("](\(mark.label))"), "\(words) has no mark")
      #expect(text.contains(last))
    }
    #expect(!text.contains("quantity3"), "an article is left to the JSON form")
    #expect(text.contains("[13 km north of [Dori](place3)](place4)"))
  }

  @Test func layersThatAreNotAskedForAreLeftOut() throws {
    let plain = ReadingTextForm(width: 72).text(of: [item])
    #expect(!plain.contains("actor1") && !plain.contains("Quantities"))
    #expect(ReadingRecord(item).mentions == nil)
    let page = ReadingHTMLForm().text(of: [item])
    #expect(!page.contains("m-actor") && !page.contains("id=\"r1-s1\""))
    let record = ReadingRecord(item, layers: [.mentions])
    #expect(record.tokens.isEmpty && record.names.isEmpty && record.attributions.isEmpty)
    #expect(record.sentences.count == item.reading.sentences.count)
    let sample = ReadingTextForm(width: 72, layers: [.attributions]).text(of: [Sample.byModel])
    #expect(sample.contains("a1  Ana Ruiz") && !sample.contains("(Person)"))
    let names = ReadingHTMLForm(layers: [.names]).text(of: [Sample.byModel])
    #expect(names.contains("n-Person") && !names.contains("class=\"source\""))
    #expect(!names.contains("<svg"))
  }

  @Test func wordsStandWhereTheRecordSays() throws {
    let scalars = Array(item.report.text[item.report.text.range].unicodeScalars)
    let found = try #require(ReadingRecord(item, layers: [.mentions]).mentions)
    func words(_ start: Int, _ end: Int) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      return String(view)
    }
    for actor in found.actors {
      #expect(actor.mentions.allSatisfy { words($0.start, $0.end) == $0.text })
    }
    for place in found.places {
      #expect(place.mentions.allSatisfy { words($0.start, $0.end) == $0.text })
    }
    #expect(found.times.allSatisfy { words($0.start, $0.end) == $0.text })
    #expect(found.quantities.allSatisfy { words($0.start, $0.end) == $0.text })
    #expect(found.actors.first?.mentions.map(\.text) == ["Ana Keïta", "she"])
  }

  @Test func membershipsAreThoseOfTheDay() throws {
    func owners(_ date: String?) throws -> [String] {
      let item = SampleMentions.item(published: date.flatMap { CalendarDate(iso: $0) })
      let record = ReadingRecord(item, layers: [.mentions])
      return try #require(record.mentions).actors[3].memberships.map(\.owner)
    }
    #expect(try owners("2024-08-15") == ["Peruvian Navy"])
    #expect(try owners("2001-06-01") == ["Peruvian Armed Forces"])
    #expect(try owners("1990-01-01").isEmpty)
    #expect(try owners(nil) == ["Peruvian Navy", "Peruvian Armed Forces"])
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
    #expect(!links.isEmpty && links.allSatisfy { ids.contains(String($0.dropFirst())) })
    let marks = elements.filter { $0.attributes["class"]?.hasPrefix("mention ") == true }
    #expect(marks.contains { $0.text == "she" && $0.attributes["data-kind"] == "actor1" })
    // Those of the legend have no title.
    let told = marks.count { $0.attributes["title"]?.isEmpty == false }
    #expect(told == SampleMentions.shown.count)
  }
}
