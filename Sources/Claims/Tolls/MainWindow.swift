import Linguistics
import Mentions
import Texts

/// The days that count as the main event's.
struct MainWindow {
  /// From a few days before publication, or from the first day named at the top of the report
  /// when that is further back.
  let days: DateInterval
  /// That first day; nil when the top names none.
  let lead: DateInterval?

  init?(reading: Reading, mentions: ReportMentions, published: CalendarDate?) {
    let top = reading.sentences.prefix(6).last?.range.end ?? 0
    lead =
      mentions.times.first { time in
        guard time.range.start < top, let interval = time.interval, time.kind == .date else {
          return false
        }
        let isDay = interval.latest.days - interval.earliest.days <= 3
        guard let published else { return isDay }
        return isDay && interval.latest <= published
          && published.days - interval.earliest.days <= 21
      }?.interval
    guard let end = published ?? lead?.latest else { return nil }
    var start = end.advanced(byDays: -4)
    if let lead, lead.earliest < start { start = lead.earliest.advanced(byDays: -1) }
    days = DateInterval(
      earliest: min(start, end), latest: end.advanced(byDays: 1), precision: .days)
  }

  /// Whether a week or more, as `last week`, was over before the first day that is named.
  func isBefore(_ interval: DateInterval) -> Bool {
    guard let lead, interval.latest.days - interval.earliest.days > 3 else { return false }
    return interval.latest < lead.earliest
  }
}
