import Linguistics
import Texts

extension TimeParser {
  /// `on 12`, `for the 26th`, `on 12 at 9:30`, `6th at 3 a.m.`: a day of the month alone, only
  /// where the sentence ends or an hour follows.
  func bareDay(_ index: Int) -> Match? {
    let isOrdinal = hasOrdinalEnding(index)
    guard let day = dayOfMonth(index) else { return nil }
    let hasArticle = word(index - 1) == "the"
    let link = word(hasArticle ? index - 2 : index - 1)
    let isOnDay = link == "on" || (hasArticle && link == "for")
    guard isOnDay || (isOrdinal && link == "at") else { return nil }
    let date = near(isAhead: looksAhead(index)) { $0.components.day == day }
    if let clock = clock(behindDay: index + 1, part: nil) {
      return Match(end: clock.end, interval: at(.time, date), clock: clock.value)
    }
    return isOnDay && isSentenceEnd(index + 1) ? Match(end: index + 1, interval: date) : nil
  }

  /// Whether the sentence ends here.
  func isSentenceEnd(_ index: Int) -> Bool {
    switch word(index) {
    case ".", "!", "?": true
    default: !bounds.contains(index)
    }
  }

  /// `my day`, `this day`, `my week`, `last day` where a phrase ends.
  func ownDay(_ index: Int) -> Match? {
    let isWeek = word(index + 1) == "week"
    guard isWeek || word(index + 1) == "day" else { return nil }
    let shift: Int
    switch word(index) {
    case "my", "our": shift = 0
    case "this" where !isWeek: shift = 0
    case "last", "past": shift = -1
    default: return nil
    }
    if shift < 0, isWeek || !isSentenceEnd(index + 2) { return nil }
    let isEnd = word(index) == "this" ? isSentenceEnd(index + 2) : isPhraseEnd(index + 2)
    guard isEnd || word(index + 2) == "look" else { return nil }
    if isWeek { return Match(end: index + 2, interval: unitInterval(.week, 0)) }
    return Match(end: index + 2, interval: interval(published?.advanced(byDays: shift)))
  }

  /// `Oct7`, `Nov9, 1989`: a month joined to its day.
  func joinedDate(_ index: Int) -> Match? {
    guard bounds.contains(index) else { return nil }
    let start = tokens[index].start
    let limit = tokens[bounds.upperBound - 1].range.end
    var offset = start
    while offset < limit, (0x61...0x7A).contains(bytes[offset] | 0x20) { offset += 1 }
    guard offset - start >= 3, !(isJoined(index) && index > bounds.lowerBound) else { return nil }
    let name = Word(folding: bytes, in: TextRange(start, offset))
    guard let month = TimeWords.month(name) ?? TimeWords.shortMonth(name) else { return nil }
    guard let day = number(&offset, digits: 1...2, limit), (1...31).contains(day) else {
      return nil
    }
    var year: (value: Int, end: Int)?
    if offset < limit, bytes[offset] == UInt8(ascii: ",") {
      var stop = offset + 1
      if let value = number(&stop, digits: 4...4, limit), let end = tokenEnd(index, at: stop) {
        year = (value, end)
      }
    }
    guard let end = year?.end ?? tokenEnd(index, at: offset) else { return nil }
    if year == nil, isJoined(end), bounds.contains(end), !tokens[end].isPunctuation { return nil }
    year = year ?? yearBehindDate(end)
    return Match(
      end: year?.end ?? end,
      interval: resolved(month, day, day, year?.value, isAhead: looksAhead(index)))
  }

  /// `2018-04-09T10:15:40`.
  func isoMoment(_ index: Int) -> Match? {
    let start = tokens[index].start
    let limit = tokens[bounds.upperBound - 1].range.end
    guard start + 16 <= limit, bytes[start + 10] == UInt8(ascii: "T") else { return nil }
    var offset = start
    func field(_ digits: Int, before mark: Character?) -> Int? {
      guard let value = number(&offset, digits: digits...digits, limit) else { return nil }
      guard let mark = mark?.asciiValue else { return value }
      guard offset < limit, bytes[offset] == mark else { return nil }
      offset += 1
      return value
    }
    guard let year = field(4, before: "-"), let month = field(2, before: "-"),
      let day = field(2, before: "T"), let date = CalendarDate(year: year, month: month, day: day),
      let hour = field(2, before: ":"), hour < 24, let minute = field(2, before: nil), minute < 60
    else { return nil }
    var clock = "\(padded(hour)):\(padded(minute))"
    if offset < limit, bytes[offset] == UInt8(ascii: ":") {
      offset += 1
      guard let second = field(2, before: nil), second < 60 else { return nil }
      if second > 0 { clock += ":\(padded(second))" }
    }
    guard let end = tokenEnd(index, at: offset) else { return nil }
    return Match(end: end, interval: interval(date, nil, .time), clock: clock)
  }

  private func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// A number of so many digits and no more.
  private func number(_ offset: inout Int, digits: ClosedRange<Int>, _ limit: Int) -> Int? {
    let start = offset
    var value = 0
    while offset < limit, bytes[offset] >= 0x30 && bytes[offset] <= 0x39 {
      value = value * 10 + Int(bytes[offset] - 0x30)
      offset += 1
      guard offset - start <= digits.upperBound else { return nil }
    }
    return digits.contains(offset - start) ? value : nil
  }

  /// One past the token that ends at a byte.
  private func tokenEnd(_ index: Int, at stop: Int) -> Int? {
    var end = index
    while bounds.contains(end), tokens[end].range.end < stop { end += 1 }
    return bounds.contains(end) && tokens[end].range.end == stop ? end + 1 : nil
  }

  /// `30 February`, `2/29/2017`: a day that does not exist, in TIMEX3 as it is written; nil for one
  /// that may.
  func impossible(_ month: Int, _ day: Int, _ year: Int?) -> String? {
    guard (1...12).contains(month), (29...31).contains(day),
      CalendarDate(year: year ?? 2000, month: month, day: day) == nil
    else { return nil }
    let text = year.map { String($0) } ?? "XXXX"
    return "\(text)-\(padded(month))-\(day)"
  }

  /// `year 312`, `year four hundred and ten`: a year of three digits told as one.
  func numberedYear(_ index: Int) -> Match? {
    guard word(index) == "year", let number = number(index + 1),
      (100...2100).contains(number.value), isPhraseEnd(number.end)
    else { return nil }
    return Match(end: number.end, interval: yearInterval(number.value))
  }

  /// The year that a date without one shares with the date it is linked to: `May 1-June 7,
  /// 2020`; from December to January it began in the year before.
  func sharedYear(_ month: Int, _ index: Int) -> Int? {
    guard isLink(index), bounds.contains(index + 1),
      let other = numericDate(index + 1) ?? monthThenDay(index + 1) ?? dayThenMonth(index + 1),
      let day = other.interval?.latest.components, endsWithYear(other.end)
    else { return nil }
    return month > day.month ? day.year - 1 : day.year
  }

  /// Whether the tokens before `end` end with a year.
  private func endsWithYear(_ end: Int) -> Bool {
    if year(end - 1) != nil { return true }
    let stop = tokens[end - 1].range.end
    guard stop >= 5, bytes[stop - 5] == UInt8(ascii: "/") || bytes[stop - 5] == UInt8(ascii: "-")
    else { return false }
    return bytes[stop - 4..<stop].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// The first of `from 5 to June 19`, which lies in the month of the second.
  func firstDay(_ index: Int) -> Match? {
    guard word(index - 1) == "from" || word(index - 1) == "between",
      let day = dayOfMonth(index), isLink(index + 1) || word(index + 1) == "and",
      let other = monthThenDay(index + 2), let last = other.interval?.earliest,
      last.components.day > day
    else { return nil }
    return Match(
      end: index + 1, interval: interval(last.advanced(byDays: day - last.components.day)))
  }

  /// `June between 5 and 9`, `May from 3-8 2011`: a month, then days of it.
  func daysBehindMonth(_ index: Int) -> Match? {
    guard let month = monthName(index),
      word(index + 1) == "between" || word(index + 1) == "from",
      let first = anyDay(index + 2), isLink(first.end) || word(first.end) == "and",
      let last = anyDay(first.end + 1), last.value > first.value
    else { return nil }
    let year = yearBehindDate(last.end)
    guard year != nil || isPhraseEnd(last.end) else { return nil }
    return Match(
      end: year?.end ?? last.end,
      interval: resolved(
        month, first.value, last.value, year?.value, isAhead: looksAhead(index)))
  }

  /// `Memorial Day weekend`, `weekend of Bastille Day`: the Saturday and Sunday nearest to the day.
  func holidayWeekend(_ index: Int) -> Match? {
    if word(index) == "weekend", word(index + 1) == "of" {
      let next = word(index + 2) == "the" ? index + 3 : index + 2
      return holidayMatch(next).flatMap { weekend(of: $0, $0.end) }
    }
    guard let name = Holidays.name(at: index, word), isCapitalized(index) || name.count > 1 else {
      return nil
    }
    let end = index + name.count
    if word(end) == "weekend" {
      let year = yearBehindDate(end + 1)
      let day =
        year.map { interval(Holidays.day(name.rule, year: $0.value)) }
        ?? nearest(name.rule, 0, index)
      return weekend(of: Match(end: end, interval: day), year?.end ?? end + 1)
    }
    guard let match = holidayMatch(index), word(match.end) == "weekend" else { return nil }
    return weekend(of: match, match.end + 1)
  }

  private func weekend(of match: Match, _ end: Int) -> Match? {
    guard let day = match.interval?.earliest else { return Match(end: end) }
    let saturday = day.advanced(byDays: day.weekday == 0 ? -2 : 5 - day.weekday)
    return Match(end: end, interval: interval(saturday, saturday.advanced(byDays: 1), .days))
  }
}
