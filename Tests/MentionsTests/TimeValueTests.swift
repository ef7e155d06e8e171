import Linguistics
import Mentions
import TestSupport
import Testing
import Texts

/// A Monday.
private let monday = CalendarDate(iso: "2019-03-18")

/// The mentions of a text with their TIMEX3 values.
private func valued(
  _ text: SourceText, order: TimeFinder.NumericOrder = .dayFirst
) -> MarkedText {
  let reading = Reader(cues: CueLexicon([])).reading(
    of: text, title: nil, paragraphs: [text.trimmed(text.range)])
  let mentions = TimeFinder(order: order).times(in: reading, published: monday)
  return MarkedText(
    mentions.map { MarkedText.Mark($0.range, $0.value ?? "?") }, in: text)
}

@Suite struct TimeValueTests {
  @Test(
    arguments: [
      "It shut at [9 a.m. on Friday](2019-03-15T09:00).",
      "It shut [Friday at 5:30 p.m.](2019-03-15T17:30)",
      "It opened [yesterday at 17:45 GMT](2019-03-17T17:45).",
      "It fell [noon Friday](2019-03-15T12:00).", "It rang [8 p.m. tonight](2019-03-18T20:00).",
      "He called [yesterday morning at 7](2019-03-17T07:00).",
      "It fell at [half past six on Friday](2019-03-15T06:30).",
      "They must go by the [end of the day](2019-03-18T24:00).",
      "It rained [late Friday](2019-03-15).", "It rained [Friday evening](2019-03-15TEV).",
    ] as [MarkedText])
  func readsTheHour(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "She was born in [nineteen ninety-six](1996).",
      "It was built in [two thousand and four](2004).",
      "She left on [March the eleventh](2019-03-11).",
      "She left on the [fourth of May, 1998](1998-05-04).",
      "It fell on the [twenty-first of June](2018-06-21).",
      "It fell on [Friday the 15th](2019-03-15).",
      "It grew in the [1980s](198).", "It grew in the ['80s](198).",
      "It grew in the [nineties](199).",
      "It was sung in the [19th century](18).", "It lasted from [2014](2014)-[2018](2018).",
      "It comes on the [20th of next month](2019-04-20).",
      "It falls in the [first week of May](2018-W18).",
      "It fell on the [first Friday of May](2018-05-04).",
      "It closed for the [last three days of May 2017](2017-05-29).",
      "It fell in [week 5](2019-W05).", "It ran the [week of 6 March](2019-W10).",
    ] as [MarkedText])
  func readsOrdinalsAndSpokenYears(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "He waited for [two and a half hours](PT2H30M).", "He waited [half an hour](PT30M).",
      "It took [a year and two months](P1Y2M).", "It took [twenty years](P20Y).",
      "It took [3.5 years](P3Y6M).", "It rained for [ten consecutive days](P10D).",
      "It rained [all day](P1D).", "It came [two weeks](P2W) after the flood.",
      "It has rained in [recent weeks](PAST_REF).", "It rained [weeks ago](PAST_REF).",
      "It fell [two weeks before 18 March](2019-W10).",
      "We will meet [two days from now](2019-03-20).",
    ] as [MarkedText])
  func readsLengths(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "Sales grew in the [third quarter](2018-Q3), more than [a year earlier](2017-Q3).",
      "In the [second quarter](2018-Q2) it fell. The [quarter](2018-Q2) was bad.",
      "It fell in [this year's first quarter](2019-Q1).", "It fell in [Q3 2017](2017-Q3).",
      "It fell in the [2017 third quarter](2017-Q3).", "It fell [a year earlier](?).",
      "It rose in the [year-ago quarter](2018).",
    ] as [MarkedText])
  func countsFromTheQuarterNamedLast(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "It opens [every other week](P2W).", "It opens [every morning](XXXX-XX-XXTMO).",
      "It opens [every day at 7 p.m.](XXXX-XX-XXT19:00)",
      "It opens [Friday mornings](XXXX-WXX-5TMO).",
      "It pays [quarterly](P3M).", "A quarterly dividend came.",
    ] as [MarkedText])
  func readsWhatRecurs(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "It fell on [Christmas Eve](2018-12-24).", "It falls on [Easter Monday 2017](2017-04-17).",
      "It fell on [Thanksgiving 2010](2010-11-25).", "It fell on [Labor Day](2018-09-03).",
      "The Christmas tree fell.",
    ] as [MarkedText])
  func readsHolidays(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "It fell on [2014-Jun-28](2014-06-28).", "It fell in [11/2016](2016-11).",
      "It fell in [2016-11](2016-11).", "It fell on [Oct-2](2018-10-02).",
      "It fell on [22/04](2019-04-22).", "The 2018-19 season was dry.", "They won 4-2.",
      "It rose from 4.1 to 8.5 points.", "Call 555-2010-2015.",
    ] as [MarkedText])
  func readsNumbersAsDatesOnlyWhereTheyAre(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test func theOrderOfNumbersIsASetting() {
    let text = SourceText("It fell on 03/04/2017.")
    #expect(valued(text).marks.map(\.label) == ["2017-04-03"])
    #expect(valued(text, order: .monthFirst).marks.map(\.label) == ["2017-03-04"])
  }
}
