import Linguistics
import Texts

extension TimeParser {
  /// A day, with the part of the day or the hour behind it.
  func dayMatch(_ index: Int) -> Match? {
    guard var match = dayAlone(index) else { return nil }
    if match.isSilent { return match }
    extend(&match)
    return match
  }

  /// Takes in what follows a day: `morning`, `night`, `at 5 a.m.`, `night to Monday`.
  private func extend(_ match: inout Match) {
    var next = match.end
    let isEarly = word(next) == "early" || word(next) == "late"
    if isEarly { next += 1 }
    if word(next) == "in", word(next + 1) == "the", TimeWords.partOfDay(word(next + 2)) != nil {
      next += 2
    }
    if let part = TimeWords.partOfDay(word(next)), !isCapitalized(next) {
      match.end = next + 1
      match.part = TimeWords.partValue(word(next))
      if part == .night {
        match.interval = night(of: match.interval)
        extendNight(&match)
      } else {
        match.interval = at(.time, match.interval)
      }
    }
    if let clock = clock(behindDay: match.end, part: match.part) {
      let end = match.end
      match.end = clock.end
      match.clock = clock.value
      // Mar 9 11:20:35 2014.
      if let day = match.interval?.earliest.components, year(end - 1) == nil,
        let year = year(clock.end), tokens[clock.end - 1].shape.contains(.digits)
      {
        match.interval = interval(CalendarDate(year: year, month: day.month, day: day.day))
        match.end = clock.end + 1
      }
      match.interval = at(.time, match.interval)
      if let value = match.fixedValue { match.fixedValue = value + "T" + clock.value }
    }
  }

  /// Sunday night to Monday morning.
  private func extendNight(_ match: inout Match) {
    let link = word(match.end)
    guard link == "to" || link == "into", let other = dayAlone(match.end + 1), !other.isSilent
    else { return }
    match.end = other.end
    if TimeWords.partOfDay(word(match.end)) != nil { match.end += 1 }
    if let first = match.interval, let last = other.interval, first.earliest <= last.latest {
      match.interval = interval(first.earliest, last.latest, .night)
    }
  }

  /// A weekday, a date or a word such as `yesterday`, with nothing around it.
  func dayAlone(_ index: Int) -> Match? {
    holidayMatch(index) ?? weekdayAlone(index) ?? date(index) ?? deictic(index)
  }

  private func weekdayAlone(_ index: Int) -> Match? {
    let name = word(index)
    let short = TimeWords.shortWeekday(name)
    guard let number = TimeWords.weekday(name) ?? short else { return nil }
    // A date behind it tells the day: Monday, June 28.
    var next = index + 1
    if word(next) == "," { next += 1 }
    if word(next) == "the" { next += 1 }
    if let match = date(next) ?? weekdayOrdinal(number, next) { return match }
    if let match = weekdayOfWeek(number, index + 1) { return match }
    if short != nil {
      let isClosed = isPhraseEnd(index + 1) || word(index + 1) == "at"
      // On Thurs, 2 p.m. on Sun.; Sun alone is a firm or a star.
      let isHour = clock(index - 2) != nil || word(index - 2) == "pm" || word(index - 2) == "am"
      let isTold = word(index - 1) == "on" && isClosed && (number != 6 || isHour)
      let isShort = isCapitalized(index) && bytes[tokens[index].end - 1] == UInt8(ascii: ".")
      guard isShort || isTold else { return nil }
    }
    let before = word(index - 1)
    if before == "good" || before == "bloody" || before == "black" || before == "palm" {
      if isCapitalized(index - 1) { return Match(end: index + 1, isSilent: true) }
    }
    if isCapitalized(index + 1), TimeWords.newspapers.contains(word(index + 1)) {
      return Match(end: index + 2, isSilent: true)
    }
    return Match(end: index + 1, interval: interval(weekday(number, at: index)))
  }

  /// `Friday the 15th`, `Monday 13th`: the nearest day that is both.
  private func weekdayOrdinal(_ weekday: Int, _ index: Int) -> Match? {
    let isBare = digits(index) != nil && (isEnd(index + 1) || word(index + 1) == "at")
    guard hasOrdinalEnding(index) || word(index - 1) == "the" || isBare,
      let day = isBare ? anyDay(index) : ordinal(index)
    else { return nil }
    let found = near(isAhead: looksAhead(index)) {
      $0.weekday == weekday && $0.components.day == day.value
    }
    return Match(end: day.end, interval: found)
  }

  private func isEnd(_ index: Int) -> Bool {
    !bounds.contains(index) || (tokens[index].isPunctuation && word(index) != "-")
  }

  /// `Tuesday next week`, `Monday of last week`: what follows the weekday.
  private func weekdayOfWeek(_ weekday: Int, _ index: Int) -> Match? {
    var next = index
    if word(next) == "of" { next += 1 }
    if word(next) == "the" { next += 1 }
    let shift: Int
    switch word(next) {
    case "last", "previous": shift = -1
    case "this": shift = 0
    case "next", "following": shift = 1
    default: return nil
    }
    guard word(next + 1) == "week", let week = unitInterval(.week, shift) else { return nil }
    return Match(end: next + 2, interval: interval(week.earliest.advanced(byDays: weekday)))
  }

  private func deictic(_ index: Int) -> Match? {
    let shift: Int
    switch word(index) {
    case "today": shift = 0
    case "yesterday": shift = -1
    case "tomorrow", "tmrw": shift = 1
    case "tonight":
      return Match(end: index + 1, interval: night(of: interval(published)), part: "NI")
    case "day":
      guard word(index + 1) == "before" || word(index + 1) == "after" else { return nil }
      if word(index + 2) == "yesterday" { return counted(-2, index + 3) }
      if word(index + 2) == "tomorrow" || word(index + 2) == "tmrw" { return counted(2, index + 3) }
      return nil
    default: return nil
    }
    // The name of a newspaper or a programme.
    if isCapitalized(index), index > bounds.lowerBound, isCapitalized(index - 1) { return nil }
    return counted(shift, index + 1)
  }

  private func counted(_ days: Int, _ end: Int) -> Match {
    Match(end: end, interval: interval(published?.advanced(byDays: days)))
  }

  // MARK: Dates with a day of the month

  /// A date with its day of the month, with or without the year.
  func date(_ index: Int) -> Match? {
    numericDate(index) ?? dayThenMonth(index) ?? daysBehindMonth(index) ?? monthThenDay(index)
      ?? joinedDate(index) ?? firstDay(index)
  }

  /// A month's name, short only beside a number.
  ///
  /// In lower case only names that are no other words.
  func monthName(_ index: Int) -> Int? {
    let name = word(index)
    guard let month = TimeWords.month(name) ?? TimeWords.shortMonth(name) else { return nil }
    return isCapitalized(index) || !TimeWords.isWordToo(name) ? month : nil
  }

  /// A month's name beside a day that is told as one, in lower case too.
  private func anyMonthName(_ index: Int) -> Int? {
    TimeWords.month(word(index)) ?? TimeWords.shortMonth(word(index))
  }

  /// Another day after a link: the second of `28-29`, `28 to 30`.
  private func secondDay(_ index: Int, links: [Word]) -> (day: Int, end: Int)? {
    guard bounds.contains(index) else { return nil }
    let isDash = decodeScalar(bytes, at: tokens[index].start).value.isDash
    guard isDash || word(index) == "-" || links.contains(word(index)) else { return nil }
    let next = word(index + 1) == "the" ? index + 2 : index + 1
    return anyDay(next).map { ($0.value, $0.end) }
  }

  /// `28 June`, `28th of June 2021`, `28-29 June`, `28 and 29 June`, `the fourth of June`.
  func dayThenMonth(_ index: Int) -> Match? {
    guard let day = anyDay(index) ?? spelledDay(index) else { return nil }
    let first = day.value
    let isWord = dayOfMonth(index) == nil && ordinal(index) != nil
    var next = day.end
    var last = first
    if let second = secondDay(next, links: ["and", "to", "until", "till", "through"]),
      second.day > first, isMonth(behind: second.end)
    {
      last = second.day
      next = second.end
    }
    if word(next) == "day" { next += 1 }
    if last > first, let match = daysOfMonth(first, last, next) { return match }
    let hasLink = word(next) == "of"
    if hasLink { next += 1 }
    guard hasLink || !isWord, let month = hasLink ? anyMonthName(next) : monthName(next) else {
      return nil
    }
    next += 1
    let year = yearBehindDate(next) ?? shortYear(next)
    let shared = year == nil ? sharedYear(month, next) : nil
    return Match(
      end: year?.end ?? next,
      interval: resolved(month, first, last, year?.value ?? shared, isAhead: looksAhead(index)),
      fixedValue: impossible(month, max(first, last), year?.value))
  }

  /// The day of `twenty two March nineteen eighty four`: in words only before a month and year.
  private func spelledDay(_ index: Int) -> (value: Int, end: Int)? {
    guard let day = smallNumber(index), (1...31).contains(day.value), monthName(day.end) != nil,
      anyYear(day.end + 1) != nil
    else { return nil }
    return day
  }

  /// `May twenty one`, but not `in May twenty people came`.
  private func dayInWords(_ index: Int) -> (value: Int, end: Int)? {
    guard let day = smallNumber(index), (1...31).contains(day.value), word(index - 1) != "the",
      isPhraseEnd(day.end) || anyYear(day.end) != nil
    else { return nil }
    return day
  }

  /// Whether a month is named here, or this, the last or the next one.
  private func isMonth(behind index: Int) -> Bool {
    let next = word(index) == "of" || word(index) == "in" ? index + 1 : index
    if monthName(next) != nil { return true }
    guard word(next + 1) == "month" else { return false }
    return word(next) == "this" || word(next) == "next" || word(next) == "last"
  }

  /// `4 to 22 this month`: what follows the days.
  private func daysOfMonth(_ first: Int, _ last: Int, _ index: Int) -> Match? {
    let next = word(index) == "of" || word(index) == "in" ? index + 1 : index
    guard word(next + 1) == "month" else { return nil }
    let shift = word(next) == "last" ? -1 : word(next) == "next" ? 1 : 0
    guard let month = unitInterval(.month, shift) else { return Match(end: next + 2) }
    let start = month.earliest
    return Match(
      end: next + 2,
      interval: interval(
        start.advanced(byDays: first - 1), start.advanced(byDays: last - 1), .days))
  }

  /// `June 28`, `Jun. 28th, 2021`, `June 28-29, 2021`, `June the twenty-first`.
  func monthThenDay(_ index: Int) -> Match? {
    guard let month = anyMonthName(index) else { return nil }
    var next = index + 1
    if word(next) == "the" || (word(next) == "," && hasOrdinalEnding(next + 1)) { next += 1 }
    guard let day = anyDay(next) ?? dayInWords(next) else { return nil }
    // They may first ask; they march second.
    if monthName(index) == nil, day.value < 10 || dayOfMonth(next) != nil, !hasOrdinalEnding(next) {
      return nil
    }
    let first = day.value
    next = day.end
    // June 28 people, June 28 km.
    if isJoined(next), bounds.contains(next), !tokens[next].isPunctuation { return nil }
    var last = first
    if let second = secondDay(next, links: ["to", "through", "until", "till"]),
      second.day > first, monthName(second.end) == nil
    {
      last = second.day
      next = second.end
    }
    let year = yearBehindDate(next)
    let shared = year == nil ? sharedYear(month, next) : nil
    next = year?.end ?? next
    return Match(
      end: next,
      interval: resolved(month, first, last, year?.value ?? shared, isAhead: looksAhead(index)),
      fixedValue: impossible(month, max(first, last), year?.value))
  }

  /// Without a year the nearest to publication; days to come count twice, unless the words look
  /// ahead.
  func resolved(
    _ month: Int, _ first: Int, _ last: Int, _ year: Int?, isAhead: Bool
  ) -> DateInterval? {
    let precision = last > first ? DateInterval.Precision.days : .day
    if let year {
      return interval(
        CalendarDate(year: year, month: month, day: first),
        CalendarDate(year: year, month: month, day: max(first, last)), precision)
    }
    guard let published else { return nil }
    var best: (cost: Int, interval: DateInterval)?
    let current = published.components.year
    for year in current - 1...current + 1 {
      guard
        let found = interval(
          CalendarDate(year: year, month: month, day: first),
          CalendarDate(year: year, month: month, day: max(first, last)), precision)
      else { continue }
      let days = found.earliest.days - published.days
      let cost = days > 0 ? days * (isAhead ? 1 : 2) : -days * (isAhead ? 2 : 1)
      if cost < best?.cost ?? Int.max { best = (cost, found) }
    }
    return best?.interval
  }
}
