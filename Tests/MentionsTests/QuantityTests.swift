import Linguistics
import Mentions
import TestSupport
import Testing
import Texts

private func reading(of text: SourceText) -> Reading {
  Reader(cues: CueLexicon([])).reading(of: text, title: nil, paragraphs: [text.range])
}

private func label(_ quantity: Quantity) -> String {
  var label = "\(quantity.low)"
  if quantity.high == nil { label += "-" }
  if let high = quantity.high, high != quantity.low { label += "-\(high)" }
  if quantity.isApproximate { label += " about" }
  if quantity.isAdditional { label += " more" }
  return label
}

/// The text marked with its counts; articles only where asked for.
private func marked(_ text: SourceText, articles: Bool = false) -> MarkedText {
  MarkedText(
    QuantityFinder().quantities(in: reading(of: text))
      .filter { $0.measure == nil && (articles || !$0.isArticle) }
      .map { MarkedText.Mark($0.range, label($0)) },
    in: text)
}

@Test(arguments: [
  "[3,400](3400) refugees reached Gulu.", "The camp holds [60000](60000) people.",
  "[Some 1.2 million](1200000 about) left Kherson." as MarkedText,
  "[2\u{2009}000](2000) dockers marched in Durban.", "[12 000](12000) people fled Bria.",
  "[Twenty-one](21) miners were trapped.", "[A hundred and five](105) families moved.",
  "[Three thousand](3000) troops arrived.", "[Half a dozen](6) shops burned.",
  "[Half-a-dozen](6) boats sank.", "[A dozen](12) villagers hid.",
  "[Two dozen](24) sailors swam ashore.", "[Two hundred thousand](200000) people voted.",
  "[Sixty four](64) men signed.", "[Both](2) pilots ejected.",
])
func readsExactNumbers(_ expected: MarkedText) {
  #expect(marked(expected.text) == expected)
}

@Test(arguments: [
  "[A couple](2) of guards fled.", "[Several dozen](36-) homes burned.",
  "[Dozens](24-) were hurt.", "[Scores](40-) of herders gathered.",
  "[Hundreds](200-) fled.", "[Tens of thousands](20000-) marched.",
  "[Hundreds of thousands](200000-) crossed into Chad.", "[Several](3-) farmers saw it.",
  "[A handful](3-) of soldiers stayed.", "[A few hundred](300-) came.",
  "[A couple of hundred](200) came.", "[A number](2-) of clerks resigned." as MarkedText,
])
func keepsOnlyTheLowerBoundOfVagueWords(_ expected: MarkedText) {
  #expect(marked(expected.text) == expected)
}

@Test(arguments: [
  "[5-7](5-7) gunmen came.", "[5–7](5-7) gunmen came.",
  "[Between 5 and 7](5-7) men ran.", "[Five to seven](5-7) men ran.",
  "[Five or six](5-6) men ran.", "[Two to three million](2000000-3000000) need food.",
  "[Between two and three dozen](24-36) men ran." as MarkedText,
])
func readsRanges(_ expected: MarkedText) {
  #expect(marked(expected.text) == expected)
}

@Test(arguments: [
  "[At least seven](7-) people came.", "[More than 20](21-) came.",
  "[Over two dozen](25-) came.", "[Upwards of 300](301-) came.",
  "[As many as 60](0-60) came.", "[Up to 15](0-15) came.", "[Fewer than 10](0-9) came.",
  "[No fewer than 10](10-) came.", "[No more than 10](0-10) came.",
  "[About 30](30 about) came.", "[Nearly 30](30 about) came.",
  "[An estimated 400](400 about) came.", "[Just under 200](200 about) came.",
  "[Some 250](250 about) came.", "[Eight or more](8-) came.", "[200+](200-) came.",
  "[Nine and counting](9-) came.", "[A dozen or so](12 about) came.",
  "[Well over 100](101-) came.", "[At least another two](2- more) came.",
  "[Another two](2 more) came.", "[Two more](2 more) came.",
  "[An additional 26](26 more) came.", "[Two](2 more) others came." as MarkedText,
])
func readsQualifiersBeforeAndAfter(_ expected: MarkedText) {
  #expect(marked(expected.text) == expected)
}

@Test(arguments: [
  "[No](0) soldiers came.", "[None](0) of them came.", "[No one](0) came.",
  "[Nobody](0) came.", "[A](1) child and [one](1) nurse came." as MarkedText,
])
func readsNoneAndOne(_ expected: MarkedText) {
  #expect(marked(expected.text, articles: true) == expected)
}

@Test(arguments: [
  "On 5 May 2019 a fire broke out.", "On May 5, 2019 a fire broke out.",
  "In 2014 and since 2011 it burned.", "Ana Ruiz, 42, came.", "The 70-year-old came.",
  "It cost $300 and €5 million.", "Turnout was 45 percent, or 45%.", "It fell 12 km away.",
  "He waited three days, two full hours and 10 minutes.", "It began at 10:30 and 5 p.m.",
  "The 105mm gun and the 14th Brigade came.", "Trucks took Route 66 and Highway 4.",
  "Resolution 2254 passed.", "Call 555-0134.", "They won 3/4 of it.", "An Su-24 and an F-16 flew.",
  "It was the three-day festival.", "One another and a lot.", "It weighed 4.5 tonnes.",
  "The video had 900 views.", "A no-fly zone? No, no longer.",
])
func leavesOutWhatCountsNobody(_ text: String) {
  #expect(marked(SourceText(text)).marks.isEmpty)
}

@Test(arguments: UInt64(1)...40)
func quantitiesAreOrderedAndLieOnScalars(_ seed: UInt64) {
  let text = randomReport(seed: seed)
  let found = QuantityFinder().quantities(in: reading(of: text))
  #expect(found == QuantityFinder().quantities(in: reading(of: text)))
  for quantity in found {
    #expect(text.isScalarBoundary(quantity.range.start))
    #expect(text.isScalarBoundary(quantity.range.end))
    #expect(quantity.low >= 0)
    #expect(quantity.high.map { $0 >= quantity.low } ?? true)
  }
  for (a, b) in zip(found, found.dropFirst()) { #expect(a.range.end <= b.range.start) }
}
