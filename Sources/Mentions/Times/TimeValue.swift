import Texts

extension TimeParser.Match {
  /// What TIMEX3 writes for it; nil when the days cannot be told.
  var value: String? {
    if let fixedValue { return fixedValue }
    if let length { return length.value }
    if let clock, let interval { return "\(interval.earliest)T\(clock)" }
    return (whole ?? interval).map { Self.value($0, part) }
  }

  private static func value(_ days: DateInterval, _ part: String?) -> String {
    let first = days.earliest.components
    let year = padded(first.year, 4)
    switch days.precision {
    case .day: return "\(days.earliest)"
    case .time: return "\(days.earliest)" + (part.map { "T\($0)" } ?? "")
    case .night: return "\(days.earliest)T\(part ?? "NI")"
    case .week: return week(days.earliest.advanced(byDays: 3))
    case .month: return "\(year)-\(padded(first.month, 2))"
    case .year: return year
    case .season: return season(days, year)
    case .unknown:
      if days.latest.components.year - first.year == 99 { return String(year.prefix(2)) }
      return first.year % 10 == 0 ? String(year.prefix(3)) : year
    case .days:
      let length = days.latest.days - days.earliest.days
      if days.earliest.weekday == 5 && length == 1 { return week(days.earliest) + "-WE" }
      return "\(days.earliest)"
    }
  }

  /// Quarters and halves begin where no season does, but for the year's third.
  private static func season(_ days: DateInterval, _ year: String) -> String {
    let first = days.earliest.components.month
    let months = (days.latest.components.month - first + 12) % 12 + 1
    if months == 6 { return "\(year)-H\(first / 6 + 1)" }
    switch first {
    case 1, 4, 7, 10: return "\(year)-Q\(first / 3 + 1)"
    case 3: return "\(year)-SP"
    case 6: return "\(year)-SU"
    case 9: return "\(year)-FA"
    case 12: return "\(year)-WI"
    default: return year
    }
  }

  /// The week of ISO 8601 that a day lies in: the year's first has its first Thursday.
  private static func week(_ day: CalendarDate) -> String {
    let thursday = day.advanced(byDays: 3 - day.weekday)
    let year = thursday.components.year
    let first = CalendarDate(year: year, month: 1, day: 1) ?? thursday
    return "\(padded(year, 4))-W\(padded((thursday.days - first.days) / 7 + 1, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
