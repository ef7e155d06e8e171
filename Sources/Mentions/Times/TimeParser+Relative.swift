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
    // Later in the year; the week after next.
    if part != .none, word(next - 1) == "the", let unit = TimeWords.unit(word(next)),
      TimeWords.isSingular(word(next)), unit == .week || unit == .month || unit == .year
    {
      return unitMatch(unit, 0, next + 1, part)
    }
    if part == .none, let unit = TimeWords.unit(word(next)), word(next + 1) == "after" {
      let last = word(next + 2) == "the" ? next + 3 : next + 2
      if word(last) == "next", TimeWords.isSingular(word(next)) {
        return unitMatch(unit, 2, last + 1, .none)
      }
    }
    switch direction {
    case "last", "past", "this", "next", "coming", "upcoming", "previous", "recent", "current":
      next += 1
    case "weekend" where part == .none && ["the", "a"].contains(word(index - 1)):
      return Match(end: next + 1, interval: weekend(looksAhead(index) ? 1 : 0))
    default: return countedAhead(next)
    }
    if direction == "this", word(next) == "past" || word(next) == "coming" {
      direction = word(next)
      next += 1
    }
    if word(next) == "fiscal" || word(next) == "calendar", word(next + 1) == "year" { next += 1 }
    if direction == "recent" { return recent(next) }
    if direction == "current" {
      guard TimeWords.unit(word(next)) != nil else { return nil }
      direction = "this"
    }
    if direction == "previous" {
      // Counted from another day of the story.
      if number(next) == nil { return previousUnit(next) }
      if let (length, end, _) = length(next), length.whole != nil, length.parts[0].unit == .quarter
      {
        return Match(end: end, interval: quarters(length.whole ?? 0, -1), length: length)
      }
      guard let (length, end, _) = length(next) else { return nil }
      return Match(
        end: end,
        interval: published.flatMap { day in
          exact(day, length, -1).flatMap { interval($0, day, .days) }
        })
    }
    let shift =
      direction == "this"
      ? 0 : direction == "next" || direction == "coming" || direction == "upcoming" ? 1 : -1
    if let number = TimeWords.weekday(word(next)) {
      let isNearest = direction == "coming" || direction == "upcoming"
      guard var match = weekday(number, shift, next, isNearest: isNearest) else {
        return Match(end: next + 1)
      }
      if let part = TimeWords.partOfDay(word(match.end)) {
        match.end += 1
        match.part = TimeWords.partValue(word(match.end - 1))
        match.interval = part == .night ? night(of: match.interval) : at(.time, match.interval)
      }
      return match
    }
    if let month = monthName(next), direction != "past" {
      return monthMatch(month, at: next, end: next + 1, part: part, isCertain: true)
    }
    if direction == "last", word(next) == "evening" {
      return Match(
        end: next + 1, interval: interval(published?.advanced(byDays: -1), nil, .time))
    }
    if direction == "this", let part = TimeWords.partOfDay(word(next)), part == .day {
      var match = Match(
        end: next + 1, interval: interval(published, nil, .time),
        part: TimeWords.partValue(word(next)))
      if let clock = clock(behindDay: match.end, part: match.part) {
        match.end = clock.end
        match.clock = clock.value
      }
      return match
    }
    if (word(next) == "working" && word(next + 1) == "week") || word(next) == "workweek" {
      let week = unitInterval(.week, shift)
      return Match(
        end: word(next) == "working" ? next + 2 : next + 1,
        interval: interval(week?.earliest, week?.earliest.advanced(byDays: 4), .days))
    }
    if word(next) == "weekend" {
      let isNow = (published?.weekday ?? 0) >= 5
      let isAhead = shift == 0 && !isNow && (looksAhead(index) || !looksBack(index))
      return Match(end: next + 1, interval: weekend(isAhead ? 1 : shift))
    }
    if let unit = TimeWords.unit(word(next)) {
      return unitMatch(unit, shift, next + 1, part)
    }
    return countedStretch(next, shift, isThis: direction == "this")
  }

  /// So many whole quarters of the calendar before or after this one.
  private func quarters(_ count: Int, _ shift: Int) -> DateInterval? {
    guard count > 0, count < 400, let near = quarter(shiftedBy: shift),
      let far = quarter(shiftedBy: shift * count)
    else { return nil }
    return interval(min(near.earliest, far.earliest), max(near.latest, far.latest), .days)
  }

  /// `5 past years`, `2 upcoming months`: the number before the direction.
  private func countedAhead(_ index: Int) -> Match? {
    guard let count = number(index), count.value > 0 else { return nil }
    let shift: Int
    switch word(count.end) {
    case "past", "last", "previous": shift = -1
    case "next", "coming", "upcoming", "following": shift = 1
    default: return nil
    }
    guard !TimeWords.isSingular(word(count.end + 1)),
      let unit = TimeWords.unit(word(count.end + 1)), let published,
      let other = exact(published, TimeLength(count: count.value, unit: unit), shift)
    else { return nil }
    let first = shift > 0 ? min(published.advanced(byDays: 1), other) : published
    return Match(
      end: count.end + 2, interval: interval(min(other, first), max(other, first), .days),
      length: TimeLength(count: count.value, unit: unit))
  }

  /// The last two days, the past 24 hours, the next few weeks.
  private func countedStretch(_ index: Int, _ shift: Int, isThis: Bool) -> Match? {
    guard let (length, end, isHyphened) = length(index), !isHyphened else { return nil }
    if length.parts.count == 1, length.parts[0].count == nil, shift < 0 {
      return Match(end: end, fixedValue: "PAST_REF")
    }
    guard let published, !isThis, let other = exact(published, length, shift) else {
      return Match(end: end, length: length)
    }
    if length.whole != nil, length.parts[0].unit == .quarter {
      return Match(end: end, interval: quarters(length.whole ?? 0, shift), length: length)
    }
    // A stretch to come begins with the next day, where it is counted in days.
    let isOfDays = length.parts.allSatisfy { !$0.unit.isOfTheClock }
    let isWithin = word(index - 2) == "within" || word(index - 3) == "within"
    let first =
      shift > 0 && isOfDays && !isWithin ? min(published.advanced(byDays: 1), other) : published
    return Match(
      end: end, interval: interval(min(other, first), max(other, first), .days), length: length)
  }

  /// `the previous week`, counted from the day named last, or from publication where none was.
  private func previousUnit(_ next: Int) -> Match? {
    guard anchor == nil, let unit = TimeWords.unit(word(next)) else { return nil }
    return unitMatch(unit, -1, next + 1, .none)
  }

  private func recent(_ next: Int) -> Match? {
    switch word(next) {
    case "days", "weeks", "months", "years", "hours":
      Match(end: next + 1, fixedValue: "PAST_REF")
    default: nil
    }
  }

  /// `Next` means the next week's, `coming` the nearest, `last` the latest.
  private func weekday(
    _ number: Int, _ shift: Int, _ index: Int, isNearest: Bool
  ) -> Match? {
    guard let published else { return nil }
    let back = (published.weekday - number + 7) % 7
    let day: CalendarDate
    switch shift {
    case 0: day = published.advanced(byDays: number - published.weekday)
    case 1 where isNearest: day = published.advanced(byDays: back == 0 ? 7 : 7 - back)
    case 1: day = published.advanced(byDays: 7 - published.weekday + number)
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

  /// The weekday in `next week on Friday`, and one past it.
  private func weekdayBehind(_ index: Int) -> (weekday: Int, end: Int)? {
    let next = word(index) == "on" ? index + 1 : index
    return TimeWords.weekday(word(next)).map { ($0, next + 1) }
  }

  func unitMatch(
    _ unit: TimeWords.Unit, _ shift: Int, _ end: Int, _ part: Word
  ) -> Match? {
    guard let published else {
      switch unit {
      case .week, .month, .year, .decade: return Match(end: end)
      case .second, .minute, .hour, .day, .night, .fortnight, .quarter, .century: return nil
      }
    }
    let now = published.components
    let whole: DateInterval?
    switch unit {
    case .week:
      whole = unitInterval(unit, shift)
      if let week = whole, let day = weekdayBehind(end) {
        return Match(
          end: day.end, interval: interval(week.earliest.advanced(byDays: day.weekday)))
      }
    case .month, .year: whole = unitInterval(unit, shift)
    case .decade:
      let first = (now.year / 10 + shift) * 10
      whole = interval(
        CalendarDate(year: first, month: 1, day: 1),
        CalendarDate(year: first + 9, month: 12, day: 31), .unknown)
    case .night where shift == 0:
      if let clock = clock(behindDay: end, part: "NI") {
        return Match(
          end: clock.end, interval: interval(published, nil, .time), clock: clock.value)
      }
      return Match(end: end, interval: night(of: interval(published)))
    case .second, .minute, .hour, .day, .night, .fortnight, .quarter, .century: return nil
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
