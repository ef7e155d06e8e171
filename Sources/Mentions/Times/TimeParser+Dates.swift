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
    if let part = TimeWords.partOfDay(word(next)), !isCapitalized(next) {
      match.end = next + 1
      match.part = TimeWords.partValue(word(next))
      guard part == .night else {
        match.interval = at(.time, match.interval)
        return
      }
      match.interval = night(of: match.interval)
      // Sunday night to Monday morning.
      let link = word(match.end)
      if link == "to" || link == "into", let other = dayAlone(match.end + 1), !other.isSilent {
        match.end = other.end
        if TimeWords.partOfDay(word(match.end)) != nil { match.end += 1 }
        if let first = match.interval, let last = other.interval, first.earliest <= last.latest {
          match.interval = interval(first.earliest, last.latest, .night)
        }
      }
      return
    }
    next = match.end
    if word(next) == "at" || word(next) == "around" || word(next) == "about" { next += 1 }
    if word(next) == "around" || word(next) == "about" { next += 1 }
    if next > match.end, let end = clock(next) {
      match.end = end
      match.interval = at(.time, match.interval)
    }
  }

  /// A weekday, a date or a word such as `yesterday`, with nothing around it.
  func dayAlone(_ index: Int) -> Match? {
    weekdayAlone(index) ?? date(index) ?? deictic(index)
  }

  private func weekdayAlone(_ index: Int) -> Match? {
    let name = word(index)
    let short = TimeWords.shortWeekday(name)
    guard let number = TimeWords.weekday(name) ?? short else { return nil }
    // A date behind it tells the day: Monday, June 28.
    var next = index + 1
    if word(next) == "," { next += 1 }
    if word(next) == "the" { next += 1 }
    if let match = date(next) { return match }
    if short != nil {
      guard isCapitalized(index), bytes[tokens[index].end - 1] == UInt8(ascii: ".") else {
        return nil
      }
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

  private func deictic(_ index: Int) -> Match? {
    let shift: Int
    switch word(index) {
    case "today": shift = 0
    case "yesterday": shift = -1
    case "tomorrow": shift = 1
    case "tonight":
      return Match(end: index + 1, interval: night(of: interval(published)))
    case "day":
      guard word(index + 1) == "before" || word(index + 1) == "after" else { return nil }
      if word(index + 2) == "yesterday" { return counted(-2, index + 3) }
      if word(index + 2) == "tomorrow" { return counted(2, index + 3) }
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
    numericDate(index) ?? dayThenMonth(index) ?? monthThenDay(index)
  }

  /// `2021-06-28`, `28/06/2021`, `28.06.2021`, `6/28/21`.
  private func numericDate(_ index: Int) -> Match? {
    guard bounds.contains(index), tokens[index].shape.contains(.digits) else { return nil }
    let range = tokens[index].range
    guard (6...10).contains(range.count) else { return nil }
    var parts: [(value: Int, count: Int)] = [(0, 0)]
    var mark: UInt8 = 0
    for byte in bytes[range.start..<range.end] {
      let last = parts.count - 1
      if byte >= 0x30 && byte <= 0x39 {
        parts[last] = (parts[last].value * 10 + Int(byte - 0x30), parts[last].count + 1)
      } else {
        guard byte == 0x2D || byte == 0x2F || byte == 0x2E, mark == 0 || mark == byte else {
          return nil
        }
        mark = byte
        parts.append((0, 0))
      }
    }
    guard parts.count == 3, parts.allSatisfy({ $0.count > 0 }) else { return nil }
    let day: CalendarDate?
    if parts[0].count == 4 {
      day = CalendarDate(year: parts[0].value, month: parts[1].value, day: parts[2].value)
    } else {
      guard parts[2].count == 4 || (parts[2].count == 2 && mark == 0x2F) else { return nil }
      let year = parts[2].count == 4 ? parts[2].value : 2000 + parts[2].value
      // Day first, month first only where it cannot be otherwise.
      day =
        CalendarDate(year: year, month: parts[1].value, day: parts[0].value)
        ?? CalendarDate(year: year, month: parts[0].value, day: parts[1].value)
    }
    guard let day else { return nil }
    return Match(end: index + 1, interval: interval(day))
  }

  /// A month's name, short only beside a number.
  func monthName(_ index: Int) -> Int? {
    guard isCapitalized(index) else { return nil }
    return TimeWords.month(word(index)) ?? TimeWords.shortMonth(word(index))
  }

  /// Another day after a link: the second of `28-29`, `28 to 30`.
  private func secondDay(_ index: Int, links: [Word]) -> (day: Int, end: Int)? {
    guard bounds.contains(index) else { return nil }
    let isDash = decodeScalar(bytes, at: tokens[index].start).value.isDash
    guard isDash || word(index) == "-" || links.contains(word(index)) else { return nil }
    guard let day = dayOfMonth(index + 1) else { return nil }
    return (day, index + 2)
  }

  /// `28 June`, `28th of June 2021`, `28-29 June`, `28 and 29 June`.
  private func dayThenMonth(_ index: Int) -> Match? {
    guard let first = dayOfMonth(index) else { return nil }
    var next = index + 1
    var last = first
    if let second = secondDay(next, links: ["and", "to"]), monthName(second.end) != nil {
      last = second.day
      next = second.end
    }
    if word(next) == "of" { next += 1 }
    guard let month = monthName(next) else { return nil }
    next += 1
    var year: Int?
    if let found = self.year(next) {
      year = found
      next += 1
    } else if word(next) == ",", let found = self.year(next + 1) {
      year = found
      next += 2
    }
    return Match(
      end: next, interval: resolved(month, first, last, year, isAhead: looksAhead(index)))
  }

  /// `June 28`, `Jun. 28th, 2021`, `June 28-29, 2021`.
  private func monthThenDay(_ index: Int) -> Match? {
    guard let month = monthName(index), let first = dayOfMonth(index + 1) else { return nil }
    var next = index + 2
    // June 28 people, June 28 km.
    if isJoined(next), bounds.contains(next), !tokens[next].isPunctuation { return nil }
    var last = first
    if let second = secondDay(next, links: ["to"]), second.day > first {
      last = second.day
      next = second.end
    }
    var year: Int?
    if let found = self.year(next) {
      year = found
      next += 1
    } else if word(next) == ",", let found = self.year(next + 1) {
      year = found
      next += 2
    }
    return Match(
      end: next, interval: resolved(month, first, last, year, isAhead: looksAhead(index)))
  }

  /// Without a year the nearest to publication; days to come count twice, unless the words look
  /// ahead.
  private func resolved(
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
