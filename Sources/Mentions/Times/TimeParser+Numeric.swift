import Linguistics
import Texts

extension TimeParser {
  /// A part of a date in numbers: a number with how many digits it has, or a month's name.
  private struct Field {
    var value: Int
    var digits: Int
    var isName: Bool { digits == 0 }
    var isYear: Bool { digits == 4 && (1800...2100).contains(value) }
    var canBeDay: Bool { (1...2).contains(digits) && (1...31).contains(value) }
    var canBeMonth: Bool { isName || ((1...2).contains(digits) && (1...12).contains(value)) }
  }

  /// `2021-06-28`, `28/06/2021`, `28.06.2021`, `6/28/21`, `2021-Jun-28`, `Oct-2`, `11/2021`.
  func numericDate(_ index: Int) -> Match? {
    guard bounds.contains(index) else { return nil }
    if let moment = isoMoment(index) { return moment }
    if let day = compactDate(index) { return Match(end: index + 1, interval: interval(day)) }
    guard let (fields, mark, end) = fields(index) else { return nil }
    if fields.count == 3 {
      if let day = day(fields, mark, index, end) {
        return Match(end: end, interval: interval(day))
      }
      return impossible(fields).map { Match(end: end, fixedValue: $0) }
    }
    return monthOfYear(fields, mark, index, end) ?? dayOfYear(fields, mark, index, end)
  }

  /// `20210628`.
  private func compactDate(_ index: Int) -> CalendarDate? {
    let range = tokens[index].range
    guard range.count == 8 else { return nil }
    var value = 0
    for byte in bytes[range.start..<range.end] {
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    guard (1900...2100).contains(value / 10_000) else { return nil }
    return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  /// Two or three fields with one mark between them, and the token behind them.
  private func fields(_ index: Int) -> (fields: [Field], mark: UInt8, end: Int)? {
    var offset = tokens[index].start
    let limit = min(offset + 20, tokens[bounds.upperBound - 1].range.end)
    var fields: [Field] = []
    var mark: UInt8 = 0
    var stop = offset
    while offset < limit {
      let start = offset
      var value = 0
      while offset < limit, bytes[offset] >= 0x30 && bytes[offset] <= 0x39, offset - start < 5 {
        value = value * 10 + Int(bytes[offset] - 0x30)
        offset += 1
      }
      if offset > start {
        fields.append(Field(value: value, digits: offset - start))
      } else {
        while offset < limit, (0x61...0x7A).contains(bytes[offset] | 0x20) { offset += 1 }
        let name = Word(folding: bytes, in: TextRange(start, offset))
        guard offset > start, let month = TimeWords.month(name) ?? TimeWords.shortMonth(name) else {
          break
        }
        fields.append(Field(value: month, digits: 0))
      }
      stop = offset
      guard offset < limit, fields.count < 3 else { break }
      let next = bytes[offset]
      // 10/7,2016.
      let isComma =
        next == 0x2C && mark == 0x2F && fields.count == 2 && offset + 1 < limit
        && bytes[offset + 1] >= 0x30 && bytes[offset + 1] <= 0x39
      guard isComma || next == 0x2D || next == 0x2F || next == 0x2E,
        isComma || mark == 0 || next == mark
      else { break }
      if !isComma { mark = next }
      offset += 1
    }
    guard fields.count >= 2, fields.filter(\.isName).count <= 1 else { return nil }
    var end = index
    while bounds.contains(end), tokens[end].range.end < stop { end += 1 }
    guard bounds.contains(end), tokens[end].range.end == stop else { return nil }
    // A longer number or word is no date.
    if isJoined(end + 1), !tokens[end + 1].isPunctuation { return nil }
    if index > bounds.lowerBound, isJoined(index), !tokens[index - 1].isPunctuation { return nil }
    return (fields, mark, end + 1)
  }

  /// The day that three fields name.
  private func day(
    _ fields: [Field], _ mark: UInt8, _ index: Int, _ end: Int
  ) -> CalendarDate? {
    func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
      CalendarDate(year: year, month: month, day: day)
    }
    let (a, b, c) = (fields[0], fields[1], fields[2])
    if a.isYear {
      if c.isName { return date(a.value, c.value, b.value) }
      return date(a.value, b.value, c.value)
    }
    if b.isYear {
      return a.isName
        ? date(b.value, a.value, c.value) : c.isName ? date(b.value, c.value, a.value) : nil
    }
    // 4-25-16, as Americans write it, where a phrase ends; elsewhere a record of games.
    let isClosed = isMonthFirst && mark == 0x2D && a.digits > 0 && b.digits > 0 && isPhraseEnd(end)
    guard c.isYear || (c.digits == 2 && (mark == 0x2F || isClosed || isLinkedToDay(index))) else {
      return nil
    }
    let year = c.isYear ? c.value : c.value < 40 ? 2000 + c.value : 1900 + c.value
    if a.isName { return date(year, a.value, b.value) }
    if b.isName { return date(year, b.value, a.value) }
    let dayFirst = date(year, b.value, a.value)
    let monthFirst = date(year, a.value, b.value)
    return isMonthFirst ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
  }

  /// `2/29/2017`, `2015-2-30`: a day that does not exist.
  private func impossible(_ fields: [Field]) -> String? {
    let (a, b, c) = (fields[0], fields[1], fields[2])
    if a.isYear { return impossible(b.value, c.value, a.value) }
    guard c.isYear else { return nil }
    return isMonthFirst
      ? impossible(a.value, b.value, c.value) : impossible(b.value, a.value, c.value)
  }

  /// `11/2021`, `2021-11`, `Dec-2021`: a month with its year.
  ///
  /// `2010-11` is two years, not a month.
  private func monthOfYear(_ fields: [Field], _ mark: UInt8, _ index: Int, _ end: Int) -> Match? {
    let (year, month) = fields[0].isYear ? (fields[0], fields[1]) : (fields[1], fields[0])
    guard year.isYear, month.canBeMonth, mark != 0x2E || month.isName else { return nil }
    if fields[0].isYear, !month.isName, month.value == (year.value + 1) % 100 { return nil }
    return Match(end: end, interval: monthInterval(year.value, month.value))
  }

  /// `4/22`, `Oct-2`: a day without its year; of two numbers only where a word or the size of
  /// one says that it is a day.
  private func dayOfYear(_ fields: [Field], _ mark: UInt8, _ index: Int, _ end: Int) -> Match? {
    let (a, b) = (fields[0], fields[1])
    var pairs: [(month: Int, day: Int)] = []
    if a.isName || b.isName {
      let (name, day) = a.isName ? (a, b) : (b, a)
      guard day.canBeDay, mark != 0x2E || isCapitalized(index) else { return nil }
      pairs = [(name.value, day.value)]
    } else {
      guard a.canBeDay, b.canBeDay else { return nil }
      let isBeyondMonths = a.value > 12 || b.value > 12
      let isLinked = mark == 0x2F ? isLinkedToDay(index) : isOnDay(index)
      let isYearBehind = word(end) == "," && self.year(end + 1) != nil
      let isTold = isYearBehind || sharedYear(a.value, end) != nil || hasHourBehind(end)
      guard isLinked || (mark == 0x2F && (isBeyondMonths || isTold)) else { return nil }
      pairs = [(b.value, a.value), (a.value, b.value)]
      if isMonthFirst { pairs.reverse() }
    }
    var year: (value: Int, end: Int)?
    if word(end) == ",", let found = self.year(end + 1) { year = (found, end + 2) }
    let named = yearNamed(index)
    for pair in pairs where isDate(pair.month, pair.day) {
      guard published != nil || year != nil else { return Match(end: end) }
      if let day = resolved(
        pair.month, pair.day, pair.day, year?.value ?? named ?? sharedYear(pair.month, end),
        isAhead: looksAhead(index))
      {
        return Match(end: year?.end ?? end, interval: day)
      }
    }
    return nil
  }

  /// The year of `this 6/21`, `next 6/21`.
  private func yearNamed(_ index: Int) -> Int? {
    guard let published else { return nil }
    switch word(index - 1) {
    case "this": return published.components.year
    case "next": return published.components.year + 1
    default: return nil
    }
  }

  /// `04/07 10:45`.
  private func hasHourBehind(_ index: Int) -> Bool {
    guard let clock = clock(index), clock.end == index + 1 else { return false }
    return bytes[tokens[index].start..<tokens[index].range.end].contains(UInt8(ascii: ":"))
  }

  private func isDate(_ month: Int, _ day: Int) -> Bool {
    CalendarDate(year: 2000, month: month, day: day) != nil
  }

  /// `2016 - 11`, `11 / 2016`: a month with its year, with white space, where a phrase ends.
  func spacedMonth(_ index: Int) -> Match? {
    guard word(index + 1) == "/" || word(index + 1) == "-", isPhraseEnd(index + 3),
      word(index + 3) != "-"
    else { return nil }
    let (year, month) = year(index) != nil ? (index, index + 2) : (index + 2, index)
    guard let year = self.year(year), let number = digits(month), (1...12).contains(number.value)
    else { return nil }
    return Match(end: index + 3, interval: monthInterval(year, number.value))
  }

  /// `2016 June`, `2016, Nov`.
  func yearThenMonth(_ index: Int) -> Match? {
    guard let year = year(index) else { return nil }
    let next = word(index + 1) == "," ? index + 2 : index + 1
    guard let month = monthName(next), dayOfMonth(next + 1) == nil, self.year(next + 1) == nil,
      next == index + 1 || isPhraseEnd(next + 1)
    else { return nil }
    return Match(end: next + 1, interval: monthInterval(year, month))
  }

  /// Whether a phrase ends here: at the sentence's end, a mark, a preposition.
  func isPhraseEnd(_ index: Int) -> Bool {
    !bounds.contains(index) || tokens[index].isPunctuation
      || TimeWords.prepositions.contains(word(index))
  }

  /// Whether the word before a number says that a day follows, and nothing else.
  private func isOnDay(_ index: Int) -> Bool {
    word(index - 1) == "on" || TimeWords.weekday(word(index - 1)) != nil
  }

  /// Whether the word before a number says that a day follows.
  private func isLinkedToDay(_ index: Int) -> Bool {
    switch word(index - 1) {
    case "on", "since", "until", "till", "by", "before", "after", "dated": true
    case "from", "between", "to", "and", "this", "next": true
    default: TimeWords.weekday(word(index - 1)) != nil
    }
  }
}
