import Linguistics
import Mentions
import TestSupport
import Testing
import Texts

private let reader = Reader(cues: CueLexicon([]))
/// A Monday.
private let monday = CalendarDate(iso: "2019-03-18")

/// The mentions of a text of one paragraph, labelled with their days: `2019-03-18`,
/// `2019-03-17/2019-03-18 night`, `?` where they cannot be told, `duration`, `set`.
private func marked(_ text: SourceText, published: CalendarDate?) -> MarkedText {
  let reading = reader.reading(of: text, title: nil, paragraphs: [text.trimmed(text.range)])
  let mentions = TimeFinder().times(in: reading, published: published)
  return MarkedText(
    mentions.map { mention in
      MarkedText.Mark(mention.range, label(mention))
    }, in: text)
}

private func label(_ mention: TimeMention) -> String {
  guard mention.kind == .date else { return mention.kind.rawValue }
  guard let interval = mention.interval else { return "?" }
  var label = "\(interval.earliest)"
  if interval.latest != interval.earliest { label += "/\(interval.latest)" }
  return interval.precision == .day ? label : label + " \(interval.precision)"
}

@Suite struct TimeTests {
  @Test(
    arguments: [
      "It fell on [28 June 2014](2014-06-28).", "It fell on [June 28, 2014](2014-06-28), she said.",
      "It fell on [2014-06-28](2014-06-28).", "It fell on [28/06/2014](2014-06-28).",
      "It fell on [06/28/2014](2014-06-28).", "It fell on the [28th of June, 2014](2014-06-28).",
      "On [Saturday, June 28, 2014](2014-06-28), it fell.",
      "It fell on [Jun. 28, 2014](2014-06-28).",
      "From [28-29 June 2014](2014-06-28/2014-06-29 days) it rained.",
      "It fell in [May 2013](2013-05-01/2013-05-31 month).",
      "It fell in [2014](2014-01-01/2014-12-31 year).",
      "Since [2011](2011-01-01/2011-12-31 year) it has rained.",
      "The [2009](2009-01-01/2009-12-31 year) war was short.",
      "In [early June 2014](2014-06-01/2014-06-10 days) it fell.",
      "They met in [mid-2014](2014-05-01/2014-08-31 season).",
      "They built it in the [1990s](1990-01-01/1999-12-31 unknown).",
      "It fell in the [summer of 2014](2014-06-01/2014-08-31 season).",
      "At [5 a.m. on 28 June 2014](2014-06-28 time) it fell.",
      "In the [night of 27-28 June 2014](2014-06-27/2014-06-28 night) it fell.",
    ] as [MarkedText])
  func readsAbsoluteTimesWithoutADayOfPublication(_ expected: MarkedText) {
    #expect(marked(expected.text, published: nil) == expected)
    #expect(marked(expected.text, published: monday) == expected)
  }

  @Test(
    arguments: [
      "It fell on [Thursday](2019-03-14).", "It fell on [Monday](2019-03-18).",
      "It fell [last Tuesday](2019-03-12).", "It fell [last Monday](2019-03-11).",
      "They meet [next Friday](2019-03-29).", "Talks will resume on [Friday](2019-03-22).",
      "The army said on [Friday](2019-03-15) it will attack.",
      "They stay until [Friday](2019-03-22).",
      "The results are to be published on [Friday](2019-03-22).",
      "They could leave as soon as [Friday](2019-03-22).",
      "A bomb set off on [Friday](2019-03-15) hurt two.",
      "Two were to blame on [Friday](2019-03-15).",
      "[Sunday](2019-03-17)'s raid failed.",
      "It fell [today](2019-03-18).", "It fell [yesterday](2019-03-17).",
      "They leave [tomorrow](2019-03-19).", "They leave [tonight](2019-03-18/2019-03-19 night).",
      "It fell [this morning](2019-03-18 time).", "It fell the [day before yesterday](2019-03-16).",
      "It fell [early Monday](2019-03-18 time).", "It fell [late on Sunday](2019-03-17 time).",
      "It fell in the [early hours of Sunday](2019-03-17 time).",
      "It fell on [Sunday morning](2019-03-17 time).",
      "It fell [Sunday at 02:30 GMT](2019-03-17 time).",
      "It fell on [Saturday](2019-03-16) and [Sunday](2019-03-17).",
    ] as [MarkedText])
  func countsDaysFromPublication(_ expected: MarkedText) {
    #expect(marked(expected.text, published: monday) == expected)
  }

  @Test(
    arguments: [
      "It fell [last night](2019-03-17/2019-03-18 night).",
      "It fell [overnight](2019-03-17/2019-03-18 night).",
      "It fell [overnight Sunday to Monday](2019-03-17/2019-03-18 night).",
      "It fell [overnight from Saturday into Sunday](2019-03-16/2019-03-17 night).",
      "It fell on [Friday night](2019-03-15/2019-03-16 night).",
      "It fell on [Friday night to Saturday morning](2019-03-15/2019-03-16 night).",
      "It fell [overnight into Sunday](2019-03-16/2019-03-17 night).",
      "In the [night of Saturday](2019-03-16/2019-03-17 night) it fell.",
    ] as [MarkedText])
  func givesNightsTwoDays(_ expected: MarkedText) {
    #expect(marked(expected.text, published: monday) == expected)
  }

  @Test(
    arguments: [
      "It fell on [28 February](2019-02-28).", "It fell on [December 28](2018-12-28).",
      "They will meet on [20 May](2019-05-20).",
      "It fell in [February](2019-02-01/2019-02-28 month).",
      "It fell in [May](2018-05-01/2018-05-31 month).",
      "It fell [last June](2018-06-01/2018-06-30 month).",
      "They left in [late February](2019-02-21/2019-02-28 days).",
      "They left in [March last year](2018-03-01/2018-03-31 month).",
    ] as [MarkedText])
  func givesDatesTheirYear(_ expected: MarkedText) {
    #expect(marked(expected.text, published: monday) == expected)
  }

  @Test(
    arguments: [
      "It fell [two days ago](2019-03-16).", "It fell [a week ago](2019-03-08/2019-03-14 week).",
      "It fell [three months ago](2018-12-01/2018-12-31 month).",
      "It fell [twenty-one years ago](1998-01-01/1998-12-31 year).",
      "It fell [several days ago](?).",
      "It fell [last week](2019-03-11/2019-03-17 week).",
      "It fell [last month](2019-02-01/2019-02-28 month).",
      "It fell [this year](2019-01-01/2019-12-31 year).",
      "It fell [earlier this month](2019-03-01/2019-03-18 month).",
      "It fell over the [weekend](2019-03-16/2019-03-17 days).",
      "It fell in the [past 24 hours](2019-03-17/2019-03-18 days).",
      "It fell [last summer](2018-06-01/2018-08-31 season).", "It fell in [recent weeks](?).",
    ] as [MarkedText])
  func countsOtherUnitsFromPublication(_ expected: MarkedText) {
    #expect(marked(expected.text, published: monday) == expected)
  }

  @Test(
    arguments: [
      "It fell on [3 May 2012](2012-05-03). [Two days later](2012-05-05) it rose.",
      "It fell on [3 May 2012](2012-05-03). The [next day](2012-05-04) it rose.",
      "It fell on [3 May 2012](2012-05-03), [two days earlier](2012-05-01) it rose.",
      "It fell on [3 May 2012](2012-05-03) and [that night](2012-05-03/2012-05-04 night) it rose.",
      "It fell on [3 May 2012](2012-05-03). The [previous month](2012-04-01/2012-04-30 month) it rose.",
      "It fell on [3 May 2012](2012-05-03). It rose later [that year](2012-01-01/2012-12-31 year).",
      "It fell on [3 May 2012](2012-05-03). The [following Monday](2012-05-07) it rose.",
      "[Two days later](?) it rose.", "It rose [two days](duration) before the vote.",
    ] as [MarkedText])
  func countsFromTheDayNamedLast(_ expected: MarkedText) {
    #expect(marked(expected.text, published: monday) == expected)
  }

  @Test(
    arguments: [
      "It fell on [Thursday](?).", "It fell [yesterday](?).", "It fell [last month](?).",
      "It fell on [28 June](?).", "It fell [overnight](?).", "It fell [two days ago](?).",
      "It fell [last Tuesday](?).", "It fell in [February](?).", "It fell [early Monday](?).",
      "It fell [overnight Sunday to Monday](?).", "It fell [last summer](?).",
      "It fell [this week](?).", "It fell over the [weekend](?).",
      "It fell in the [past two days](?).",
    ] as [MarkedText])
  func tellsNoDayWithoutADayOfPublication(_ expected: MarkedText) {
    #expect(marked(expected.text, published: nil) == expected)
  }

  @Test(
    arguments: [
      "They fought for [two days](duration).", "A [four-day](duration) siege ended.",
      "They fought for [a week](duration).", "They meet [every Friday](set).",
      "They meet [twice a week](set).", "They meet on [Sundays](set) and [daily](set).",
    ] as [MarkedText])
  func tellsDurationsAndSetsApart(_ expected: MarkedText) {
    #expect(marked(expected.text, published: monday) == expected)
  }

  @Test(
    arguments: [
      "The rebels may march to Lima.", "Theresa May said so.", "May said so.", "A 15-year-old boy",
      "He is 30 years old.", "The Sunday Times said so.", "The Sun said so.", "USA Today said so.",
      "Some 2000 people fled.", "A force of 2000 fighters", "March with us.", "April Jones spoke.",
      "The sun rose and the cat sat.", "Rebels May Attack", "It is a day like others.",
      "The daily Granma said so.",
      "The March of the Women went on.",
    ] as [MarkedText])
  func passesOverWhatIsNoTime(_ expected: MarkedText) {
    #expect(marked(expected.text, published: monday) == expected)
  }

  @Test(
    arguments: [
      "Prices fell in the [third quarter of 2019](2019-Q3) and [last quarter](2021-Q1).",
      "Exports grew in the [second half of 2020](2020-H2), less in the [first quarter](2021-Q1).",
      "[Now](PRESENT_REF) the road is open; it was closed [recently](PAST_REF).",
      "He stayed [two weeks](P2W); then came [several years](PXY) of war and a [four-day](P4D) march.",
      "[Last week](2021-W25) shops opened in [early June](2021-06), he wrote in [1994](1994).",
      "Shelling began on [Saturday night](2021-06-26TNI) and ended on [28 June](2021-06-28).",
      "Markets open [every Friday](XXXX-WXX-5) and boats leave [daily](P1D).",
      "It was built in the [1990s](199) and closed [last summer](2020-SU).",
      "They met [this morning](2021-06-30TMO) and again in the [past 24 hours](PT24H).",
    ] as [MarkedText])
  func writesValuesOfTimeML(_ expected: MarkedText) {
    let text = expected.text
    let reading = reader.reading(of: text, title: nil, paragraphs: [text.range])
    let mentions = TimeFinder().times(
      in: reading, published: CalendarDate(year: 2021, month: 6, day: 30))
    let found = MarkedText(
      mentions.map { MarkedText.Mark($0.range, $0.value ?? "-") }, in: expected.text)
    #expect(found == expected)
  }

  @Test(arguments: 0..<40)
  func keepsItsPromisesOnAnyText(seed: UInt64) {
    let text = randomReport(seed: seed)
    let reading = reader.reading(of: text, title: nil, paragraphs: [text.trimmed(text.range)])
    let mentions = TimeFinder().times(in: reading, published: monday)
    for (mention, next) in zip(mentions, mentions.dropFirst()) {
      #expect(mention.range.end <= next.range.start)
    }
    #expect(mentions.allSatisfy { !$0.range.isEmpty && text.isScalarBoundary($0.range.end) })
    #expect(mentions == TimeFinder().times(in: reading, published: monday))
  }
}
