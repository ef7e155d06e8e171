import Linguistics
import Mentions
import TestSupport
import Testing
import Texts

/// One row of the counting rules: words, the interval they leave open, whether its edges are soft.
private struct Row: CustomTestStringConvertible, Sendable {
  let words: String
  let low: Int
  let high: Int?
  let isSoft: Bool
  let isAdditional: Bool

  init(_ words: String, _ low: Int, _ high: Int?, soft: Bool = false, more: Bool = false) {
    self.words = words
    self.low = low
    self.high = high
    isSoft = soft
    isAdditional = more
  }

  var testDescription: String { words }
}

private func quantities(in text: SourceText) -> [Quantity] {
  QuantityFinder().quantities(
    in: Reader(cues: CueLexicon([])).reading(of: text, title: nil, paragraphs: [text.range]))
}

/// The counting rules, in words and in digits.
@Test(arguments: [
  Row("four", 4, 4), Row("4", 4, 4), Row("forty-four", 44, 44), Row("3,400", 3400, 3400),
  Row("a hundred and five", 105, 105), Row("two thousand", 2000, 2000),
  Row("at least four", 4, nil), Row("at least 4", 4, nil), Row("four or more", 4, nil),
  Row("4 or more", 4, nil), Row("no fewer than 4", 4, nil),
  Row("more than twenty", 21, nil), Row("more than 20", 21, nil), Row("over 20", 21, nil),
  Row("over twenty", 21, nil), Row("upwards of 20", 21, nil),
  Row("nearly twenty", 17, 19, soft: true), Row("nearly 20", 17, 19, soft: true),
  Row("almost 20", 17, 19, soft: true), Row("almost twenty", 17, 19, soft: true),
  Row("just under 200", 170, 199, soft: true),
  Row("about twenty", 18, 22, soft: true), Row("about 20", 18, 22, soft: true),
  Row("some 20", 18, 22, soft: true), Row("around 20", 18, 22, soft: true),
  Row("up to twenty", 0, 20, soft: true), Row("up to 20", 0, 20, soft: true),
  Row("as many as 20", 0, 20, soft: true), Row("no more than 20", 0, 20, soft: true),
  Row("fewer than 20", 0, 19), Row("fewer than twenty", 0, 19),
  Row("between five and seven", 5, 7), Row("between 5 and 7", 5, 7), Row("5-7", 5, 7),
  Row("5–7", 5, 7), Row("5 to 7", 5, 7), Row("five to seven", 5, 7), Row("five or six", 5, 6),
  Row("a couple of", 2, 2), Row("a handful of", 3, nil), Row("several", 3, nil),
  Row("many", 3, nil), Row("a few", 3, nil),
  Row("a dozen", 12, 12, soft: true), Row("half a dozen", 6, 6, soft: true),
  Row("two dozen", 24, 24, soft: true),
  Row("dozens of", 24, nil), Row("scores of", 40, nil), Row("tens of", 20, nil),
  Row("hundreds of", 200, nil), Row("tens of thousands of", 20_000, nil),
  Row("no", 0, 0), Row("zero", 0, 0),
  Row("another two", 2, 2, more: true), Row("another 2", 2, 2, more: true),
  Row("two more", 2, 2, more: true), Row("an additional 2", 2, 2, more: true),
])
private func readsTheCountingTable(_ row: Row) throws {
  let text = SourceText("In Tamale \(row.words) porters left.")
  let found = quantities(in: text)
  try #require(found.count == 1)
  #expect(found[0].bounds == Quantity.Bounds(low: row.low, high: row.high, isSoft: row.isSoft))
  #expect(found[0].isAdditional == row.isAdditional)
  #expect(found[0].measure == nil)
}

@Test(arguments: [
  "No reports of casualties came from Quito.", "There was no immediate word on casualties.",
  "There were no official figures.", "No further details were given.",
  "No independent confirmation was available.",
])
func takesNotKnownForNoNumber(_ text: String) {
  #expect(quantities(in: SourceText(text)).isEmpty)
}

/// Distances, areas, volumes, weights and speeds with their size in units of the SI.
@Test(arguments: [
  "It lies [12 km](12000 m) from Gao.", "It lies [half a mile](805 m) from Gao.",
  "It lies [a mile](1609 m) off.", "It lies [two and a half miles](4023 m) off.",
  "It lies [10 to 15 kilometres](10000-15000 m) off.", "It lies [5-7 miles](8047-11265 m) off.",
  "It lies [between 5 and 7 miles](8047-11265 m) off.", "It is [20 nautical miles](37040 m) out.",
  "The [10-kilometer](10000 m) road is shut.", "It is [6 feet](2 m) deep.",
  "It lies [about 30 km](30000 m) off.", "It weighs [4.5 tonnes](4500 kg).",
  "They took [more than 20 tons](20000- kg) of rice.", "A [500-pound](227 kg) load fell.",
  "They seized [500 pounds](227 kg) of wire.", "They seized [at least 3 kg](3- kg) of it.",
  "Fire took [3,000 hectares](30000000 m²).", "Fire took [30 square miles](77699643 m²).",
  "It spilled [two million liters](2000 m³).", "Gusts of [60 mph](27 m/s) came.",
  "Gusts of [90 km/h](25 m/s) came.", "Gusts of [60 miles an hour](27 m/s) came." as MarkedText,
])
func readsMeasuredSizes(_ expected: MarkedText) {
  let text = expected.text
  func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }
  let marks = quantities(in: text).compactMap { quantity -> MarkedText.Mark? in
    guard let measure = quantity.measure else { return nil }
    var label = whole(measure.low)
    if let high = measure.high, high != measure.low { label += "-" + whole(high) }
    if measure.high == nil { label += "-" }
    return MarkedText.Mark(quantity.range, label + " " + measure.dimension.rawValue)
  }
  #expect(MarkedText(marks, in: text) == expected)
  // None of them counts people or things.
  #expect(quantities(in: text).allSatisfy { $0.measure != nil || $0.isArticle })
}

@Test(arguments: [
  "It cost $5 m.", "She gave 500 pounds.", "The M 5 is shut.", "He ran the 5 M trial.",
  "They drove trucks of 12 wheels.",
])
func takesNoMoneyOrLabelForASize(_ text: String) {
  #expect(quantities(in: SourceText(text)).allSatisfy { $0.measure == nil })
}
