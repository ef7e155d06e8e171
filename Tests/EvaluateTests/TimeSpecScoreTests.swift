import Linguistics
import Mentions
import Platform
import Testing
import Texts

@testable import evaluate

/// A spec with one result; `meaning` is the JSON of its value.
private func spec(
  _ input: String, _ text: String, _ kind: String, _ meaning: String
) throws -> TimeSpec {
  let start = try #require(input.firstRange(of: text)?.lowerBound)
  let json = """
    {"Input": "\(input)", "Context": {"ReferenceDateTime": "2019-03-18T00:00:00"},
     "Results": [{"Text": "\(text)", "Start": \(input.utf16.distance(from: input.startIndex, to: start)),
       "TypeName": "datetimeV2.\(kind)", "Resolution": {"values": [\(meaning)]}}]}
    """
  return try valueFromJSON(TimeSpec.self, Array(json.utf8))
}

private func score(_ spec: TimeSpec, isExhaustive: Bool = true) -> TimeSpecScore {
  let text = SourceText(spec.input)
  let reading = Reader(cues: CueLexicon([])).reading(of: text, title: nil, paragraphs: [text.range])
  let mentions = TimeFinder().times(in: reading, published: spec.published)
  return TimeSpecScore(spec, mentions, isExhaustive: isExhaustive)
}

@Suite struct TimeSpecScoreTests {
  @Test func aDayIsRightByAnyOfItsMeanings() throws {
    let past = #"{"timex": "XXXX-06-28", "value": "2018-06-28"}"#
    let coming = #"{"timex": "XXXX-06-28", "value": "2019-06-28"}"#
    let other = #"{"timex": "XXXX-06-28", "value": "2017-06-28"}"#
    let input = "It fell on 28 June."
    #expect(try score(spec(input, "28 June", "date", past + "," + coming)).isRight)
    #expect(try !score(spec(input, "28 June", "date", other)).isRight)
    #expect(try score(spec(input, "28 June", "date", other)).hasExtents)
  }

  @Test func knowsMomentsCountedFromTheHourOfReading() throws {
    func isCounted(_ text: String, _ kind: String, _ timex: String) throws -> Bool {
      try spec("It opens \(text).", text, kind, #"{"timex": "\#(timex)"}"#).isCountedFromTheHour
    }
    #expect(try isCounted("in 7 minutes", "datetime", "2019-03-18T00:07:00"))
    #expect(try isCounted("two hours from now", "datetime", "2019-03-18T02:00:00"))
    #expect(try !isCounted("tomorrow at 9:15:00", "datetime", "2019-03-19T09:15:00"))
    #expect(try !isCounted("10 minutes past nine today", "datetime", "2019-03-18T09:10"))
    #expect(try !isCounted("two hours", "duration", "PT2H"))
    #expect(try !isCounted("in 7 days", "date", "2019-03-25"))
  }

  @Test func aMissedOrAnExtraExpressionIsWrong() throws {
    let day = #"{"timex": "2019-03-17", "value": "2019-03-17"}"#
    let extra = try spec("It fell yesterday and on 28 June.", "yesterday", "date", day)
    #expect(!score(extra).hasExtents)
    #expect(score(extra, isExhaustive: false).isRight)
    let missed = try spec("It fell yesterday, his day.", "his day", "date", day)
    #expect(!score(missed, isExhaustive: false).hasExtents)
  }

  @Test func aStretchMayBeMarkedByItsEnds() throws {
    let years =
      #"{"timex": "(2014-01-01,2018-01-01,P4Y)", "start": "2014-01-01", "end": "2018-01-01"}"#
    let input = "It lasted from 2014 to 2018."
    #expect(try score(spec(input, "from 2014 to 2018", "daterange", years)).isRight)
    let others =
      #"{"timex": "(2014-01-01,2017-01-01,P3Y)", "start": "2014-01-01", "end": "2017-01-01"}"#
    #expect(try !score(spec(input, "from 2014 to 2018", "daterange", others)).isRight)
  }

  @Test func aCountedDayMayBeToldToItsUnit() throws {
    let day = #"{"timex": "2017-03-18", "value": "2017-03-18"}"#
    #expect(try score(spec("It fell two years ago.", "two years ago", "date", day)).isRight)
    let other = #"{"timex": "2016-03-18", "value": "2016-03-18"}"#
    #expect(try !score(spec("It fell two years ago.", "two years ago", "date", other)).isRight)
    // A year that is not counted is no day.
    #expect(try !score(spec("It fell in 2017.", "2017", "date", day)).isRight)
  }

  @Test(arguments: [
    ("PT1.5H", "PT1H30M"), ("P1Y6M", "P18M"), ("P2W", "P14D"),
    ("2019-03-18T07", "2019-03-18T07:00"),
    ("2019-03-18 08:00:00", "2019-03-18T08:00"), ("XXXX-XX-XXTMO", "TMO"),
    ("2019-03-18T23:59:59", "2019-03-18T24:00"),
  ])
  func notationsOfOneValueAreOne(_ a: String, _ b: String) {
    #expect(TimeSpecScore.normalized(a) == TimeSpecScore.normalized(b))
  }

  @Test(arguments: [("P1M", "PT1M"), ("2019-W05", "2019-05"), ("PXD", "P1D"), ("PT1H", "P1H")])
  func otherValuesStayApart(_ a: String, _ b: String) {
    #expect(TimeSpecScore.normalized(a) != TimeSpecScore.normalized(b))
  }
}
