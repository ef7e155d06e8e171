import Linguistics
import Texts

extension TimeParser {
  /// `last week`, `this year`, `next Friday`, `the past 24 hours`, `earlier this month`.
  func relativeMatch(_ index: Int) -> Match? {
    var next = index
    var part: Word = .none
    if word(next) == "earlier" || word(next) == "later" || word(next) == "early"
      || word(next) == "late"
    {
      part = word(next)
      next += 1
      if word(next) == "in" { next += 1 }
      if word(next) == "the" { next += 1 }
    }
    var direction: Word = word(next)
    switch direction {
    case "last", "past", "this", "next", "coming", "previous", "recent": next += 1
    case "weekend" where part == .none && ["the", "a"].contains(word(index - 1)):
      return Match(end: next + 1, interval: weekend(0))
    default: return nil
    }
    if direction == "this", word(next) == "past" || word(next) == "coming" {
      direction = word(next)
      next += 1
    }
    if direction == "recent" { return recent(next) }
    if direction == "previous" {
      // Counted from another day of the story.
      guard let count = number(next), TimeWords.unit(word(count.end)) != nil else { return nil }
      return Match(end: count.end + 1)
    }
    let shift = direction == "this" ? 0 : direction == "next" || direction == "coming" ? 1 : -1
    if let number = TimeWords.weekday(word(next)) {
      guard var match = weekday(number, shift, next) else { return Match(end: next + 1) }
      if let part = TimeWords.partOfDay(word(match.end)) {
        match.end += 1
        match.part = TimeWords.partValue(word(match.end - 1))
        match.interval = part == .night ? night(of: match.interval) : at(.time, match.interval)
      }
      return match
    }
    if let month = monthName(next), TimeWords.month(word(next)) != nil, direction != "past" {
      return monthMatch(month, at: next, end: next + 1, part: part, isCertain: true)
    }
    if direction == "last", word(next) == "evening" {
      return Match(
        end: next + 1, interval: interval(published?.advanced(byDays: -1), nil, .time))
    }
    if direction == "this", let part = TimeWords.partOfDay(word(next)), part == .day {
      return Match(
        end: next + 1, interval: interval(published, nil, .time),
        part: TimeWords.partValue(word(next)))
    }
    if word(next) == "weekend" { return Match(end: next + 1, interval: weekend(shift)) }
    if let unit = TimeWords.unit(word(next)) {
      return unitMatch(unit, shift, next + 1, part)
    }
    // The last two days, the past 24 hours.
    guard let count = number(next), let unit = TimeWords.unit(word(count.end))
    else { return nil }
    guard let published, count.value > 0, direction != "this" else {
      return Match(
        end: count.end + 1,
        length: TimeLength(count: count.value == 0 ? nil : count.value, unit: unit))
    }
    let days: Int
    switch unit {
    case .second, .minute: days = 0
    case .hour: days = (count.value + 23) / 24
    case .day, .night: days = count.value
    case .week: days = count.value * 7
    case .month: days = count.value * 30
    case .quarter: days = count.value * 91
    case .year: days = count.value * 365
    case .decade: days = count.value * 3652
    }
    let other = published.advanced(byDays: shift * min(days, 200_000))
    return Match(
      end: count.end + 1, interval: interval(min(other, published), max(other, published), .days),
      length: TimeLength(count: count.value, unit: unit))
  }

  private func recent(_ next: Int) -> Match? {
    switch word(next) {
    case "days", "weeks", "months", "years", "hours":
      Match(
        end: next + 1,
        length: TimeWords.unit(word(next)).map { TimeLength(count: nil, unit: $0) })
    default: nil
    }
  }

  private func weekday(_ number: Int, _ shift: Int, _ index: Int) -> Match? {
    guard let published else { return nil }
    let back = (published.weekday - number + 7) % 7
    let day: CalendarDate
    switch shift {
    case 0: day = published.advanced(byDays: number - published.weekday)
    case 1: day = published.advanced(byDays: back == 0 ? 7 : 7 - back)
    default: day = published.advanced(byDays: back == 0 ? -7 : -back)
    }
    return Match(end: index + 1, interval: interval(day))
  }

  /// The Saturday and Sunday last begun, or of the week to come.
  private func weekend(_ shift: Int) -> DateInterval? {
    guard let published else { return nil }
    var saturday = published.advanced(byDays: -((published.weekday + 2) % 7))
    // On a weekend the last one is a week back.
    if shift < 0, published.weekday >= 5 { saturday = saturday.advanced(byDays: -7) }
    if shift > 0 { saturday = saturday.advanced(byDays: 7) }
    return interval(saturday, saturday.advanced(byDays: 1), .days)
  }

  private func unitMatch(
    _ unit: TimeWords.Unit, _ shift: Int, _ end: Int, _ part: Word
  ) -> Match? {
    guard let published else {
      switch unit {
      case .week, .month, .year, .decade: return Match(end: end)
      case .second, .minute, .hour, .day, .night, .quarter: return nil
      }
    }
    let now = published.components
    let whole: DateInterval?
    switch unit {
    case .week:
      let monday = published.advanced(byDays: -published.weekday + 7 * shift)
      whole = interval(monday, monday.advanced(byDays: 6), .week)
    case .month:
      let months = now.year * 12 + now.month - 1 + shift
      whole = monthInterval(months / 12, months % 12 + 1)
    case .year: whole = yearInterval(now.year + shift)
    case .decade:
      let first = (now.year / 10 + shift) * 10
      whole = interval(
        CalendarDate(year: first, month: 1, day: 1),
        CalendarDate(year: first + 9, month: 12, day: 31), .unknown)
    case .night where shift == 0:
      return Match(end: end, interval: night(of: interval(published)))
    case .second, .minute, .hour, .day, .night, .quarter: return nil
    }
    guard let whole, shift == 0, whole.earliest <= published, published <= whole.latest else {
      return Match(end: end, interval: whole)
    }
    if part == "earlier" {
      return Match(
        end: end, interval: interval(whole.earliest, published, whole.precision), whole: whole)
    }
    if part == "later" {
      return Match(
        end: end, interval: interval(published, whole.latest, whole.precision), whole: whole)
    }
    return Match(end: end, interval: whole)
  }
}
