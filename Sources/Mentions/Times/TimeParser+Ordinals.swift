import Linguistics
import Texts

extension TimeParser {
  /// `the first Friday of July`, `the third week of 2021`, `the last four months of 2021`,
  /// `week 31`, `the week of 4 March`.
  func ordinalMatch(_ index: Int) -> Match? {
    if let week = numberedWeek(index) ?? weekOf(index) ?? weekCommencing(index) { return week }
    return nth(index) ?? dayOfAMonth(index) ?? rest(index) ?? edge(index)
      ?? spacedMonth(index) ?? yearThenMonth(index)
      ?? bareUnit(index) ?? endOfDay(index)
  }

  /// The month or year that a part lies in, and one past it.
  private func whole(_ index: Int) -> (interval: DateInterval, end: Int)? {
    var next = index
    if word(next) == "the" || word(next) == "my" { next += 1 }
    if let match = monthMatch(next), let interval = match.whole ?? match.interval {
      return (interval, match.end)
    }
    if let month = monthName(next), TimeWords.month(word(next)) != nil || isCapitalized(next),
      let match = monthMatch(month, at: next, end: next + 1, part: .none, isCertain: true),
      let interval = match.interval
    {
      return (interval, match.end)
    }
    if let year = anyYear(next) { return yearInterval(year.value).map { ($0, year.end) } }
    var shift = 0
    switch word(next) {
    case "this", "current": next += 1
    case "last", "previous":
      shift = -1
      next += 1
    case "next", "following", "coming":
      shift = 1
      next += 1
    default: guard next > index else { break }
    }
    guard next > index || TimeWords.isSingular(word(next)), let unit = TimeWords.unit(word(next)),
      unit == .month || unit == .year || unit == .week, let whole = unitInterval(unit, shift)
    else { return nil }
    return (whole, next + 1)
  }

  /// The week, month or year around publication, or so many on.
  func unitInterval(_ unit: TimeWords.Unit, _ shift: Int) -> DateInterval? {
    guard let published else { return nil }
    let now = published.components
    switch unit {
    case .week:
      let monday = published.advanced(byDays: -published.weekday + 7 * shift)
      return interval(monday, monday.advanced(byDays: 6), .week)
    case .month:
      let months = now.year * 12 + now.month - 1 + shift
      return monthInterval(months / 12, months % 12 + 1)
    case .year: return yearInterval(now.year + shift)
    default: return nil
    }
  }

  /// `first Friday of`, `last week of`, `third month of`, `first two weeks of`.
  private func nth(_ index: Int) -> Match? {
    let ordinal = word(index) == "last" ? (value: -1, end: index + 1) : ordinal(index)
    guard let ordinal else { return nil }
    var next = ordinal.end
    let count = abs(ordinal.value) == 1 ? number(next) : nil
    if let count { next = count.end }
    let weekday = TimeWords.weekday(word(next))
    let unit = TimeWords.unit(word(next))
    guard weekday != nil || unit == .week || unit == .month || unit == .day else { return nil }
    guard word(next + 1) == "of" || word(next + 1) == "in", let whole = whole(next + 2) else {
      // The third week next year.
      guard unit == .week, count == nil, ordinal.value > 0, let whole = whole(next + 1),
        whole.interval.precision == .year
      else { return nil }
      return week(ordinal.value, of: whole.interval).map {
        Match(end: whole.end, interval: $0)
      }
    }
    guard whole.interval.precision == .month || whole.interval.precision == .year else {
      return nil
    }
    let found: DateInterval?
    if let count, let unit {
      found = stretch(count.value, unit, of: whole.interval, isLast: ordinal.value < 0)
    } else if let weekday {
      found = day(weekday, ordinal.value, of: whole.interval)
    } else {
      found = part(unit, ordinal.value, of: whole.interval)
    }
    return found.map { Match(end: whole.end, interval: $0) }
  }

  private func part(
    _ unit: TimeWords.Unit?, _ ordinal: Int, of whole: DateInterval
  ) -> DateInterval? {
    switch unit {
    case .week: return week(ordinal, of: whole)
    case .month where whole.precision == .year:
      let month = ordinal < 0 ? 12 : ordinal
      return month <= 12 ? monthInterval(whole.earliest.components.year, month) : nil
    case .day:
      let day = ordinal < 0 ? whole.latest : whole.earliest.advanced(byDays: ordinal - 1)
      return day <= whole.latest ? interval(day) : nil
    default: return nil
    }
  }

  /// So many weeks, months or days at the beginning or the end of a month or year.
  private func stretch(
    _ count: Int, _ unit: TimeWords.Unit, of whole: DateInterval, isLast: Bool
  ) -> DateInterval? {
    guard count > 0, count < 400 else { return nil }
    if unit == .week {
      guard let edge = week(isLast ? -1 : 1, of: whole) else { return nil }
      let days = 7 * (count - 1)
      return isLast
        ? interval(edge.earliest.advanced(byDays: -days), edge.latest, .days)
        : interval(edge.earliest, edge.latest.advanced(byDays: days), .days)
    }
    let edge = isLast ? whole.latest.advanced(byDays: 1) : whole.earliest
    let length = TimeLength(count: count, unit: unit)
    guard let other = exact(edge, length, isLast ? -1 : 1) else { return nil }
    return interval(min(edge, other), max(edge, other).advanced(byDays: -1), .days)
  }

  /// The nth week of a month or year, -1 for the last: the first has its first Thursday.
  private func week(_ ordinal: Int, of whole: DateInterval) -> DateInterval? {
    let first = whole.earliest
    let thursday: CalendarDate
    if ordinal > 0 {
      thursday = first.advanced(byDays: (3 - first.weekday + 7) % 7 + 7 * (ordinal - 1))
    } else {
      thursday = whole.latest.advanced(byDays: -((whole.latest.weekday - 3 + 7) % 7))
    }
    guard whole.earliest <= thursday, thursday <= whole.latest else { return nil }
    return interval(thursday.advanced(byDays: -3), thursday.advanced(byDays: 3), .week)
  }

  /// The nth such weekday of a month or year, -1 for the last.
  func day(_ weekday: Int, _ ordinal: Int, of whole: DateInterval) -> DateInterval? {
    let day: CalendarDate
    if ordinal > 0 {
      let first = whole.earliest
      day = first.advanced(byDays: (weekday - first.weekday + 7) % 7 + 7 * (ordinal - 1))
    } else {
      day = whole.latest.advanced(byDays: -((whole.latest.weekday - weekday + 7) % 7))
    }
    return day <= whole.latest ? interval(day) : nil
  }

  /// `week 31`, `week 3 of 2021`.
  private func numberedWeek(_ index: Int) -> Match? {
    guard word(index) == "week", let number = digits(index + 1), (1...53).contains(number.value)
    else { return nil }
    var end = index + 2
    var year = unitInterval(.year, 0)
    if word(end) == "of" || word(end) == "in", let whole = whole(end + 1),
      whole.interval.precision == .year
    {
      year = whole.interval
      end = whole.end
    }
    return Match(end: end, interval: year.flatMap { week(number.value, of: $0) })
  }

  /// `the week`, `the month` where a phrase ends: the one around publication.
  private func bareUnit(_ index: Int) -> Match? {
    guard word(index - 1) == "the", word(index) == "week" || word(index) == "month",
      word(index + 1) != "of", isPhraseEnd(index + 1)
    else { return nil }
    return Match(
      end: index + 1, interval: unitInterval(word(index) == "week" ? .week : .month, 0))
  }

  /// `week of 4 March`, `week beginning on 4 March`, `week of the 18th`.
  private func weekOf(_ index: Int) -> Match? {
    guard word(index) == "week" else { return nil }
    var next = index + 1
    switch word(next) {
    case "of", "commencing", "beginning", "starting": next += 1
    default: return nil
    }
    return week(from: next)
  }

  /// `w/c 9 May`: the week that commences then.
  private func weekCommencing(_ index: Int) -> Match? {
    if word(index) == "w/c" { return week(from: index + 1) }
    guard word(index) == "w", word(index + 1) == "/", word(index + 2) == "c" else { return nil }
    return week(from: index + 3)
  }

  private func week(from index: Int) -> Match? {
    var next = index
    if word(next) == "on" { next += 1 }
    if word(next) == "the" { next += 1 }
    guard let match = dayAlone(next) ?? bareOrdinal(next), !match.isSilent else { return nil }
    let monday = match.interval.map { $0.earliest.advanced(byDays: -$0.earliest.weekday) }
    return Match(
      end: match.end, interval: interval(monday, monday?.advanced(byDays: 6), .week))
  }

  /// `the 20th of next month`, `on the 27th`, `the 15th day of this month`.
  private func dayOfAMonth(_ index: Int) -> Match? {
    guard word(index - 1) == "the" || hasOrdinalEnding(index), let day = ordinal(index) else {
      return nil
    }
    var next = day.end
    if word(next) == "day" { next += 1 }
    let hasLink = word(next) == "of" || word(next) == "in"
    if hasLink { next += 1 }
    if let whole = whole(next), whole.interval.precision == .month,
      hasLink || word(next) == "this"
    {
      let date = whole.interval.earliest.advanced(byDays: day.value - 1)
      return date <= whole.interval.latest ? Match(end: whole.end, interval: interval(date)) : nil
    }
    switch word(index - 2) {
    case "on", "by", "since", "until", "till", "before", "after", "from", "to", "through", "for":
      break
    default:
      guard word(index - 1) == "the", hasOrdinalEnding(index), looksAhead(index) else { return nil }
    }
    guard day.value > 10 || hasOrdinalEnding(index) else { return nil }
    return bareOrdinal(index)
  }

  /// `27th` where no noun follows: the nearest such day, a past one before a coming one.
  private func bareOrdinal(_ index: Int) -> Match? {
    guard let day = ordinal(index),
      !bounds.contains(day.end) || tokens[day.end].isPunctuation
        || TimeWords.prepositions.contains(word(day.end)) || word(day.end) == "at"
    else { return nil }
    return Match(
      end: day.end, interval: near(isAhead: looksAhead(index)) { $0.components.day == day.value })
  }

  /// The nearest day that fits, publication included; one to come where the words look ahead.
  func near(isAhead: Bool, _ fits: (CalendarDate) -> Bool) -> DateInterval? {
    guard let published else { return nil }
    for distance in 0..<800 {
      for side in isAhead ? [1] : [-1, 1] {
        let day = published.advanced(byDays: side * distance)
        if fits(day) { return interval(day) }
      }
    }
    return nil
  }

  /// `rest of the week`, `remainder of the year`: from publication to its end.
  private func rest(_ index: Int) -> Match? {
    switch word(index) {
    case "rest", "remainder", "remaining": break
    default: return nil
    }
    guard word(index + 1) == "of" else { return nil }
    guard published != nil else { return unresolvedRest(index + 2) }
    guard let whole = whole(index + 2) else { return nil }
    guard let published, whole.interval.earliest <= published, published <= whole.interval.latest
    else { return nil }
    return Match(
      end: whole.end, interval: interval(published, whole.interval.latest, .days),
      whole: whole.interval)
  }

  private func unresolvedRest(_ index: Int) -> Match? {
    let next = word(index) == "the" || word(index) == "my" ? index + 1 : index
    switch word(next) {
    case "week", "month", "year": return Match(end: next + 1)
    default: return nil
    }
  }

  /// `end of Sunday`, `by the end of the day`: its midnight.
  private func endOfDay(_ index: Int) -> Match? {
    guard word(index) == "end", word(index + 1) == "of" else { return nil }
    let next = word(index + 2) == "the" ? index + 3 : index + 2
    func midnight(_ day: DateInterval?, _ end: Int) -> Match {
      Match(end: end, interval: at(.time, day), clock: "24:00")
    }
    if word(next) == "day" {
      // "At the end of the day" says nothing of the hour.
      return word(index - 2) == "at" ? nil : midnight(anchor ?? interval(published), next + 1)
    }
    guard let day = dayAlone(next) ?? (word(next) == "this" ? relativeMatch(next) : nil),
      !day.isSilent, day.interval?.precision == .day
    else { return nil }
    return midnight(day.interval, day.end)
  }

  /// `end of the year`, `beginning of next month`, `middle of 2021`.
  private func edge(_ index: Int) -> Match? {
    switch word(index) {
    case "end", "beginning", "start", "middle": break
    default: return nil
    }
    guard word(index + 1) == "of", let whole = whole(index + 2),
      whole.interval.precision != .month
        || monthName(index + 2) == nil
    else { return nil }
    let all = whole.interval
    let length = all.latest.days - all.earliest.days
    let (from, to): (Int, Int) =
      switch word(index) {
      case "end": (length * 2 / 3, length)
      case "middle": (length / 3, length * 2 / 3)
      default: (0, length / 3)
      }
    return Match(
      end: whole.end,
      interval: interval(
        all.earliest.advanced(byDays: from), all.earliest.advanced(byDays: to),
        all.precision == .year ? .season : .days), whole: all)
  }
}
