import Linguistics
import Texts

extension TimeParser {
  /// `May 2013`, `in February`, `early June`, `last March`, `mid-July 2019`.
  func monthMatch(_ index: Int) -> Match? {
    var next = index
    var part: Word = .none
    switch word(next) {
    case "early", "late", "mid":
      part = word(next)
      next += 1
      if word(next) == "-" || word(next) == "in" { next += 1 }
    case "beginning", "start", "end", "middle":
      part = word(next) == "end" ? "late" : word(next) == "middle" ? "mid" : "early"
      guard word(next + 1) == "of" else { return nil }
      next += 2
    default: break
    }
    if part == .none, let month = midMonth(next) {
      return monthMatch(month, at: index, end: next + 1, part: "mid", isCertain: true)
    }
    guard let month = monthName(next) else { return nil }
    let isShort = TimeWords.month(word(next)) == nil
    let before = word(next - 1)
    let isListed = before != "and" || monthName(next - 2) != nil
    let isLinked = (TimeWords.prepositions.contains(before) && isListed) || part != .none
    return monthMatch(
      month, at: index, end: next + 1, part: part, isCertain: isLinked && !isShort,
      isName: isName(next, month), isShort: isShort)
  }

  /// `mid-June` as one token.
  private func midMonth(_ index: Int) -> Int? {
    switch word(index) {
    case "mid-january": 1
    case "mid-february": 2
    case "mid-march": 3
    case "mid-april": 4
    case "mid-may": 5
    case "mid-june": 6
    case "mid-july": 7
    case "mid-august": 8
    case "mid-september": 9
    case "mid-october": 10
    case "mid-november": 11
    case "mid-december": 12
    default: nil
    }
  }

  /// `May`, `March`, `April`, `June` and `August` that may be a verb or a person: they begin the
  /// sentence, or a capitalized word follows or stands before.
  private func isName(_ index: Int, _ month: Int) -> Bool {
    let isDoubtful = [3, 4, 5, 6, 8].contains(month)
    guard isDoubtful else { return false }
    // The March of the Women, the March for Bread.
    if year(index + 2) == nil, word(index + 1) == "of" || word(index + 1) == "for" { return true }
    return index == bounds.lowerBound || isCapitalized(index - 1) || isCapitalized(index + 1)
  }

  func monthMatch(
    _ month: Int, at index: Int, end: Int, part: Word, isCertain: Bool, isName: Bool = false,
    isShort: Bool = false
  ) -> Match? {
    var end = end
    var year: Int?
    if word(end) == ",", let found = self.year(end + 1), isCertain {
      year = found
      end += 2
    } else if word(end) == "of", let found = self.year(end + 1) {
      year = found
      end += 2
    } else if word(end) == "last" || word(end) == "this" || word(end) == "next",
      word(end + 1) == "year"
    {
      let shift = word(end) == "last" ? -1 : word(end) == "next" ? 1 : 0
      guard let published else { return Match(end: end + 2) }
      year = published.components.year + shift
      end += 2
    } else if let found = self.year(end) {
      year = found
      end += 1
    }
    if year == nil, isShort || (!isCertain && isName) { return nil }
    guard let year = year ?? monthYear(month, index) else { return Match(end: end) }
    let whole = monthInterval(year, month)
    return Match(end: end, interval: third(part, of: whole), whole: whole)
  }

  /// The year of the latest such month that has begun, or of the next one to come.
  private func monthYear(_ month: Int, _ index: Int) -> Int? {
    guard let published else { return nil }
    let now = published.components
    if word(index - 1) == "this" { return now.year }
    if word(index - 1) == "last" { return month < now.month ? now.year : now.year - 1 }
    if word(index - 1) == "next" || looksAhead(index) {
      return month > now.month || (month == now.month && word(index - 1) != "next")
        ? now.year : now.year + 1
    }
    return month <= now.month ? now.year : now.year - 1
  }

  /// The beginning, the middle or the end of a month.
  private func third(_ part: Word, of month: DateInterval?) -> DateInterval? {
    guard let month else { return nil }
    let first = month.earliest
    switch part {
    case "early": return interval(first, first.advanced(byDays: 9), .days)
    case "mid": return interval(first.advanced(byDays: 9), first.advanced(byDays: 19), .days)
    case "late": return interval(first.advanced(byDays: 20), month.latest, .days)
    default: return month
    }
  }

  /// `in 2014`, `the 2014 war`, `early 2014`, `the 1990s`.
  func yearMatch(_ index: Int) -> Match? {
    let before = word(index - 1)
    if let decade = decade(index) {
      return Match(
        end: index + 1,
        interval: interval(
          CalendarDate(year: decade, month: 1, day: 1),
          CalendarDate(year: decade + 9, month: 12, day: 31), .unknown))
    }
    var next = index
    var part: Word = .none
    if word(index) == "early" || word(index) == "late" || word(index) == "mid" {
      part = word(index)
      next += 1
      if word(next) == "in" || word(next) == "-" { next += 1 }
    }
    if part == .none, let year = midYear(index) {
      return third("mid", of: year, index + 1)
    }
    guard let year = year(next) else { return nil }
    let isLinked = TimeWords.prepositions.contains(before) || part != .none
    // The 2014 war, but not the 2000 men.
    let isNamed =
      (before == "the" || before == "a" || before == "'s") && year % 100 != 0
      && bounds.contains(next + 1) && !tokens[next + 1].isPunctuation
    let isBracketed = before == "(" && (word(next + 1) == ")" || word(next + 1) == "-")
    guard isLinked || isNamed || isBracketed else { return nil }
    if before == "and" || before == "to", self.year(index - 2) == nil { return nil }
    if isCounted(next + 1) || (before == "about" && bounds.contains(next + 1)) { return nil }
    return third(part, of: year, next + 1)
  }

  /// Whether the token is what a number before it counts: 2000 people, 1900 fighters.
  private func isCounted(_ index: Int) -> Bool {
    guard bounds.contains(index), tokens[index].shape.contains(.letters),
      !tokens[index].isCapitalized
    else { return false }
    if TimeWords.counted.contains(tokens[index].word) { return true }
    let range = tokens[index].range
    return range.count > 4 && bytes[range.end - 1] == UInt8(ascii: "s")
      && !TimeWords.prepositions.contains(tokens[index].word)
  }

  /// `mid-2014` as one token.
  private func midYear(_ index: Int) -> Int? {
    guard bounds.contains(index) else { return nil }
    let range = tokens[index].range
    guard range.count == 8,
      Word(folding: bytes, in: TextRange(range.start, range.start + 4)) == "mid-"
    else { return nil }
    var value = 0
    for byte in bytes[range.start + 4..<range.end] {
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (1800...2100).contains(value) ? value : nil
  }

  /// Four months of a year: its beginning, its middle or its end; the whole for no part.
  private func third(_ part: Word, of year: Int, _ end: Int) -> Match? {
    let months: (Int, Int)
    switch part {
    case "early": months = (1, 4)
    case "mid": months = (5, 8)
    case "late": months = (9, 12)
    default: return Match(end: end, interval: yearInterval(year))
    }
    return Match(
      end: end,
      interval: interval(
        CalendarDate(year: year, month: months.0, day: 1),
        CalendarDate(
          year: year, month: months.1,
          day: CalendarDate.length(ofMonth: months.1, year: year)), .season),
      whole: yearInterval(year))
  }

  private func decade(_ index: Int) -> Int? {
    guard bounds.contains(index) else { return nil }
    let range = tokens[index].range
    guard range.count == 5, bytes[range.end - 1] | 0x20 == UInt8(ascii: "s") else { return nil }
    var value = 0
    for byte in bytes[range.start..<range.end - 1] {
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value % 10 == 0 && (1800...2090).contains(value) ? value : nil
  }
}
