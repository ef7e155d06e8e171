import Linguistics
import Mentions
import TestSupport
import Testing
import Texts

/// A Monday.
private let monday = CalendarDate(iso: "2019-03-18")

/// The mentions of a text with their TIMEX3 values, numbers read month first.
private func valued(_ text: SourceText) -> MarkedText {
  let reading = Reader(cues: CueLexicon([])).reading(
    of: text, title: nil, paragraphs: [text.trimmed(text.range)])
  let mentions = TimeFinder(order: .monthFirst).times(in: reading, published: monday)
  return MarkedText(mentions.map { MarkedText.Mark($0.range, $0.value ?? "?") }, in: text)
}

@Suite struct TimeShortFormTests {
  @Test(
    arguments: [
      "The ferry left on [12](2019-03-12).", "It sank on the [12](2019-03-12).",
      "It left on [12 at 9:30](2019-03-12T09:30).", "It left at [7 pm on 12](2019-03-12T19:00).",
      "She came on [14th](2019-03-14).", "It ran on 12 wheels.", "He was on 12, she was not.",
    ] as [MarkedText])
  func readsDaysWithoutAMonthOnlyWhereNothingIsCounted(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "It closed on [Oct7](2018-10-07).", "It closed on [Oct7, 2016](2016-10-07).",
      "It closed on [10/7,2016](2016-10-07).", "It closed [4-25-16](2016-04-25).",
      "It closed on [7-2016-October](2016-10-07).", "The code is 4-25-16x.",
      "It closed [2016-10-07T08:15:40](2016-10-07T08:15:40).",
      "It closed [Oct 7 08:15:40 2016](2016-10-07T08:15:40).",
      "He was born in [April of 78](1978-04).",
    ] as [MarkedText])
  func readsJoinedDates(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "It ran from [Nov 8](2015-11-08)-[Jan 9, 2016](2016-01-09).",
      "It ran from [8 May](2016-05-08) to [9 June 2016](2016-06-09).",
      "It ran from [5](2016-06-05) to [June 9, 2016](2016-06-09).",
      "It ran [June between 5 and 9](2019-06-05).",
      "It ran [5/8](2016-05-08)-[6/9/2016](2016-06-09).",
    ] as [MarkedText])
  func sharesTheYearAndMonthOfStretches(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "It fell on [Feb 30](XXXX-02-30).", "It fell on [30 February 2016](2016-02-30).",
      "It fell on [2/29/2017](2017-02-29).", "It fell on [Feb 28](2019-02-28).",
    ] as [MarkedText])
  func keepsDaysThatDoNotExistAsWritten(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "It opens [every weekend](P1WE).", "It opens [every two weekends](P2WE).",
      "It lasted [three weekends](P3WE).", "It opens [everyday 7am](XXXX-XX-XXT07:00).",
      "It rained for [3h](PT3H).", "It rained for [8D](P8D).", "A 3D film rose by 8D.",
      "It shut at the [two thousands](200)' end.", "It was built in the [noughties](200).",
      "It was founded in [year 312](0312).",
    ] as [MarkedText])
  func readsWeekendsLettersAndDecades(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "It rang at [seven on Friday](2019-03-15T07:00).",
      "It rang [Friday at 5 oclock](2019-03-15T05:00).",
      "It rang [five-thirty yesterday afternoon](2019-03-17T17:30).",
      "It rang [March fourth six p m](2019-03-04T18:00).",
      "We met on [Tues](2019-03-12), then left.", "We met on [Sat at 5](2019-03-16T05:00).",
      "He spoke on Sun.", "It opens [tmrw](2019-03-19).",
    ] as [MarkedText])
  func readsSpokenAndShortHoursAndDays(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }

  @Test(
    arguments: [
      "It closed for [Labor Day weekend](2018-W35-WE).",
      "It closed over the [weekend of Halloween 2016](2016-W43-WE).",
      "It closed on [halloween](2018-10-31).", "It is dry [this weekend](2019-W12-WE).",
      "It rained [this weekend](2019-W11-WE).", "How is [my week](2019-W12)?",
      "It will open [next workweek](2019-03-25).",
    ] as [MarkedText])
  func readsWeekendsOfHolidaysAndOwnWeeks(_ expected: MarkedText) {
    #expect(valued(expected.text) == expected)
  }
}
