public import Linguistics
public import Texts

/// Finds the words that say when, and the days they mean.
///
/// Words that count from the day of publication (`Thursday`, `yesterday`, `last month`) have an
/// interval only when that day is known; words that count from another day of the story (`two
/// days later`, `the next day`) count from the day named last, and have none when no day was.
/// Prepositions stay outside: the range of `since 2011` is `2011`.
public struct TimeFinder: Sendable {
  /// Creates a finder.
  public init() {}

  /// The time mentions of a report, in order, without overlap.
  ///
  /// A bare weekday is the latest one up to the day of publication, that day included, unless
  /// the words look ahead (`will`, `due`, `next`). A date without a year is the one nearest to
  /// publication, and a past one before a coming one. Two numbers that may both be months are
  /// read day first. A night has two days: it begins on the first and ends on the second.
  ///
  /// `published` is the day of publication, nil when it is not known. O(n) in the tokens.
  public func times(in reading: Reading, published: CalendarDate?) -> [TimeMention] {
    var mentions: [TimeMention] = []
    var anchor: DateInterval?
    for sentence in reading.sentences {
      var parser = TimeParser(reading, within: sentence.tokens, published, anchor)
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard let match = parser.match(at: index) else {
          index += 1
          continue
        }
        if !match.isSilent {
          mentions.append(
            TimeMention(
              range: reading.range(ofTokens: index..<match.end), interval: match.interval,
              kind: match.kind, value: match.value))
        }
        if match.kind == .date, let interval = match.interval, interval.isAboutADay {
          anchor = interval
          parser = TimeParser(reading, within: sentence.tokens, published, anchor)
        }
        index = match.end
      }
    }
    return mentions
  }
}

extension DateInterval {
  /// Whether other days can be counted from it.
  var isAboutADay: Bool {
    switch precision {
    case .time, .day, .night: true
    case .days, .week, .month, .season, .year, .unknown: false
    }
  }
}
