public import Linguistics
public import Texts

/// Finds the words that say when, and the days they mean.
///
/// Words that count from the day of publication (`Thursday`, `yesterday`, `last month`) have an
/// interval only when that day is known; words that count from another day of the story (`two
/// days later`, `the next day`) count from the day named last, and have none when no day was.
/// Prepositions stay outside: the range of `since 2011` is `2011`.
public struct TimeFinder: Sendable {
  /// The order in which a date of numbers is read where both may be months.
  public enum NumericOrder: Sendable { case dayFirst, monthFirst }

  private let order: NumericOrder

  /// Creates a finder.
  public init(order: NumericOrder = .dayFirst) { self.order = order }

  /// The time mentions of a report, in order, without overlap.
  ///
  /// A bare weekday is the latest one up to the day of publication, that day included, unless
  /// the words look ahead (`will`, `due`, `next`). A date without a year is the one nearest to
  /// publication, and a past one before a coming one. A night has two days: it begins on the
  /// first and ends on the second. `A year earlier` behind a quarter is that quarter of the year
  /// before.
  ///
  /// `published` is the day of publication, nil when it is not known. O(n) in the tokens.
  public func times(in reading: Reading, published: CalendarDate?) -> [TimeMention] {
    var mentions: [TimeMention] = []
    var anchor: DateInterval?
    var stretch: DateInterval?
    for sentence in reading.sentences {
      func parser() -> TimeParser {
        TimeParser(
          reading, within: sentence.tokens, published, anchor, stretch: stretch,
          isMonthFirst: order == .monthFirst)
      }
      var current = parser()
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard let match = current.match(at: index) else {
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
          current = parser()
        }
        if match.isQuarter, let interval = match.interval {
          stretch = interval
          current = parser()
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
