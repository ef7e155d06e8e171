import TestSupport
import Testing
import Texts

@testable import TextReuse

@Suite struct WordSplitterTests {
  private func split(_ text: SourceText, number: Int = 7) -> SplitReport {
    let splitter = WordSplitter()
    splitter.split(text, in: text.range, number: number)
    return splitter.report
  }

  /// The words of a report, those in quotation marks in brackets.
  private func shown(_ text: String) -> String {
    let source = SourceText(text)
    let report = split(source)
    return (0..<report.count).map { word in
      let trait = report.traits[word]
      return (trait & WordTrait.opensQuote != 0 ? "[" : "")
        + source[report.range(word..<word + 1)]
        + (trait & WordTrait.closesQuote != 0 ? "]" : "")
    }.joined(separator: " ")
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func wordsAreThoseOfTheStory(seed: UInt64) {
    let text = randomReport(seed: seed, pieces: 200)
    let report = split(text)
    let stream = WordStream(text, in: text.range)
    // Bridges over long gaps are no words; words of more than 255 bytes are left out.
    let found = (0..<report.count).filter { report.lengths[$0] > 0 }.map {
      report.range($0..<$0 + 1)
    }
    #expect(found == stream.ranges.filter { $0.count <= 255 })
    #expect(report.isASCII == text.bytes.allSatisfy { $0 < 0x80 } || found.isEmpty)
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func placesAreThoseOfTheText(seed: UInt64) {
    let text = randomReport(seed: seed, pieces: 150)
    let report = split(text)
    let points = CodePoints(text)
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 where report.count > 0 {
      let first = Int.random(in: 0..<report.count, using: &random)
      let last = Int.random(in: first..<report.count, using: &random)
      let bytes = report.range(first..<last + 1)
      guard text.isScalarBoundary(bytes.start), text.isScalarBoundary(bytes.end) else { continue }
      let expected =
        points.codePoint(atByte: bytes.start)..<points.codePoint(atByte: bytes.end)
      #expect(report.points(first..<last + 1) == expected)
    }
  }

  @Test func caseAndDiacriticsFold() {
    let one = split(SourceText("MÜLLER Straße élan Ivanovič НАТО kataʼib"))
    let other = split(SourceText("muller strasse Elan ivanovic нато Kataʼib"))
    #expect((0..<one.count).map { one.hashes[$0] } == (0..<other.count).map { other.hashes[$0] })
    let long = split(SourceText("Internationalization internationalizations"))
    #expect(long.hashes[0] != long.hashes[1])
  }

  @Test(arguments: [
    ("He said: \"We must act,\" and left.", "He said [We must act] and left"),
    ("\"We must \"act\" now,\" she said.", "[We must act now] she said"),
    ("“We must ‘act’ now,” she said.", "[We must act now] she said"),
    ("„Wir gehen“, sagte er.", "[Wir gehen] sagte er"),
    ("« Nous partons », dit-il.", "[Nous partons] dit il"),
    ("\"(Laughs) No,\" he said.", "[Laughs No] he said"),
    ("The mayor's 'final offer' failed.", "The mayor s final offer failed"),
    ("'We will go,' he said.", "[We will go] he said"),
    (
      "\"The head said: \"Nobody came.\" the office wrote.",
      "[The head said Nobody came] the office wrote"
    ),
    ("An open \"mark only.\nNext line.", "An open mark only Next line"),
    ("\"It began.\n\"It ended,\" he said.", "[It began] [It ended] he said"),
    ("He is 6'2\" tall and \"ready\".", "He is 6 2 tall and [ready]"),
  ])
  func quotationsAreMarked(text: String, expected: String) {
    #expect(shown(text) == expected)
  }

  @Test func longGapsAreBridged() {
    let text = SourceText("one" + String(repeating: ".", count: 400) + "two")
    let report = split(text)
    #expect(report.count == 5)
    #expect(text[report.range(4..<5)] == "two")
    #expect(report.points(0..<5) == 0..<406)
    let other = split(text, number: 8)
    #expect(report.hashes[1] != other.hashes[1] && report.hashes[4] == other.hashes[4])
  }

  @Test func aBlobIsNoWord() {
    let text = SourceText("one " + String(repeating: "x", count: 300) + " two")
    #expect(split(text).halves == 4)
  }
}
