import TestSupport
import Testing
import Texts

@Suite struct CodePointTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func roundTripsOnRandomText(seed: UInt64) {
    let text = randomReport(seed: seed)
    let points = CodePoints(text)
    let scalars = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      #expect(points.codePoint(atByte: offset) == index)
      #expect(points.byte(atCodePoint: index) == offset)
      offset += UTF8.width(scalar)
    }
    #expect(points.byte(atCodePoint: scalars.count) == text.count)
    #expect(points.byte(atCodePoint: scalars.count + 1) == nil)
  }
}

@Suite struct WordTests {
  @Test(arguments: [
    ("Kataʼib", "kata'ib"), ("Kata’ib", "kata'ib"), ("MÜLLER", "muller"), ("e\u{301}", "e"),
    ("Łódź", "lodz"), ("Straße", "strasse"), ("al‐Noor", "al-noor"),
  ])
  func foldsSpellings(written: String, folded: String) {
    #expect(Folding.folded(written) == folded)
    #expect(Word(folding: written) == Word(folding: folded))
  }

  @Test func literalsEqualFoldedWords() {
    #expect(Word(folding: "Said") == "said")
    #expect(Word(folding: "Said") != "says")
  }
}

@Suite struct CalendarDateTests {
  @Test func countsDays() {
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.days == 0)
    #expect(CalendarDate(year: 2000, month: 3, day: 1)?.days == 11_017)
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(iso: "2024-02-29")?.weekday == 3)
    #expect(CalendarDate(iso: "2024-2-29") == nil)
  }

  @Test(arguments: Array(stride(from: -200_000, to: 200_000, by: 997)))
  func roundTrips(days: Int) {
    let (year, month, day) = CalendarDate(days: days).components
    #expect(CalendarDate(year: year, month: month, day: day)?.days == days)
  }
}
