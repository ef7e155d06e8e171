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
    // In Jan., but not of Jan Novak.
    let isTold = !isShort || (isLinked && !isCapitalized(next + 1))
    return monthMatch(
      month, at: index, end: next + 1, part: part, isCertain: isLinked && isTold,
      isName: isName(next, month), isShort: !isTold)
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
    if let found = yearBehindDate(end) ?? shortYear(end), word(end) != "," || isCertain || isShort {
      year = found.value
      end = found.end
    } else {
      let next = word(end) == "of" ? end + 1 : end
      let hasYear = word(next + 1) == "year" && word(next + 2) != "'s"
      if hasYear, word(next) == "last" || word(next) == "this" || word(next) == "next" {
        let shift = word(next) == "last" ? -1 : word(next) == "next" ? 1 : 0
        guard let published else { return Match(end: next + 2) }
        year = published.components.year + shift
        end = next + 2
      }
    }
    if year == nil { year = yearOfNext(month, end) }
    if year == nil, isShort || (!isCertain && isName) { return nil }
    guard let year = year ?? monthYear(month, index) else { return Match(end: end) }
    let whole = monthInterval(year, month)
    return Match(end: end, interval: third(part, of: whole), whole: whole)
  }

  /// The year of the second month in `January to April 2015`, which is the first one's too.
  ///
  /// Without a year the stretch lies where its second month does; from November to February it
  /// began in the year before.
  private func yearOfNext(_ first: Int, _ index: Int) -> Int? {
    let isPair = word(index) == "and" && word(index - 2) == "between"
    guard isLink(index) || isPair, let last = monthName(index + 1) else { return nil }
    guard let year = yearBehindDate(index + 2)?.value ?? monthYear(last, index + 1) else {
      return nil
    }
    return first > last ? year - 1 : year
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

  /// `in 2014`, `the 2014 war`, `early 2014`, `the 1990s`, `2014-2018`, `nineteen ninety-six`.
  func yearMatch(_ index: Int) -> Match? {
    let before = word(index - 1)
    if let decade = decade(index) ?? numberedYear(index) { return decade }
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
    guard let (year, end) = anyYear(next) else { return nil }
    let isLinked =
      TimeWords.prepositions.contains(before) || part != .none || isCompared(index, end)
    // The 2014 war, but not the 2000 men.
    let isNamed =
      (before == "the" || before == "a" || before == "'s") && year % 100 != 0
      && bounds.contains(end) && !tokens[end].isPunctuation
    let isBracketed = before == "(" && (word(end) == ")" || word(end) == "-")
    guard
      isLinked || isNamed || isBracketed || isFiscal(index) || isRanged(index, end)
        || (self.year(next) == nil && (1700..<2000).contains(year))
    else { return nil }
    if before == "and" || before == "to", !isBehindYear(index - 1), part == .none { return nil }
    if isCounted(end) || (before == "about" && bounds.contains(end)) { return nil }
    return third(part, of: year, end)
  }

  /// The year of `later than 2014`, `2014 or later`.
  private func isCompared(_ index: Int, _ end: Int) -> Bool {
    func isOrder(_ word: Word) -> Bool {
      switch word {
      case "later", "earlier", "sooner", "before", "after": true
      case "greater", "less":
        self.word(index - 3) == "year" || self.word(index - 4) == "year"
      default: false
      }
    }
    return (word(index - 1) == "than" && isOrder(word(index - 2)))
      || (word(end) == "or" && isOrder(word(end + 1)))
  }

  /// The year of `fiscal 2014`, `fiscal year 2014`.
  private func isFiscal(_ index: Int) -> Bool {
    word(index - 1) == "fiscal" || (word(index - 1) == "year" && word(index - 2) == "fiscal")
  }

  /// The first of `2014-2018`, `2014 to 2018`, or the second.
  private func isRanged(_ index: Int, _ end: Int) -> Bool {
    if isLink(end), year(end + 1) != nil {
      return !isJoinedNumber(index - 1, index) && !isJoinedNumber(end + 2, end + 2)
    }
    guard isLink(index - 1), year(index - 2) != nil else { return false }
    return !isJoinedNumber(index - 3, index - 2) && !isJoinedNumber(end, end)
  }

  /// Whether a hyphen at `index` makes the years parts of a longer number.
  private func isJoinedNumber(_ index: Int, _ joined: Int) -> Bool {
    word(index) == "-" && isJoined(joined)
  }

  func isLink(_ index: Int) -> Bool {
    guard bounds.contains(index) else { return false }
    return word(index) == "to" || word(index) == "-" || word(index) == "through"
      || word(index) == "~"
      || decodeScalar(bytes, at: tokens[index].start).value.isDash
  }

  /// Whether a link at `index` joins a year to one before it.
  private func isBehindYear(_ index: Int) -> Bool {
    year(index - 1) != nil || isMonthName(index - 1)
  }

  private func isMonthName(_ index: Int) -> Bool { monthName(index) != nil }

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

  /// `the 1990s`, `the 1970's`, `the '80s`, `the nineties`, `the nineteen seventies`, `the 20th
  /// century`.
  private func decade(_ index: Int) -> Match? {
    func years(_ first: Int, _ count: Int, _ end: Int) -> Match {
      Match(
        end: end,
        interval: interval(
          CalendarDate(year: first, month: 1, day: 1),
          CalendarDate(year: first + count - 1, month: 12, day: 31), .unknown))
    }
    if let first = decadeInDigits(index) { return years(first, 10, index + 1) }
    if let ordinal = ordinal(index), word(ordinal.end) == "century",
      (10...21).contains(ordinal.value)
    {
      return years((ordinal.value - 1) * 100, 100, ordinal.end + 1)
    }
    if word(index) == "noughties" { return years(2000, 10, index + 1) }
    if word(index) == "two", word(index + 1) == "thousands" { return years(2000, 10, index + 2) }
    if word(index) == "two", word(index + 1) == "thousand", word(index + 2) == "and",
      word(index + 3) == "tens"
    {
      return years(2010, 10, index + 4)
    }
    if word(index) == "twenty", word(index + 1) == "-", word(index + 2) == "tens" {
      return years(2010, 10, index + 3)
    }
    if word(index) == "twenty-tens" { return years(2010, 10, index + 1) }
    if let tens = TimeWords.decade(word(index)),
      word(index - 1) == "the" || (word(index - 1) == "in" && isPhraseEnd(index + 1))
    {
      return years(1900 + tens, 10, index + 1)
    }
    if word(index) == "nineteen" || word(index) == "eighteen",
      let tens = TimeWords.decade(word(index + 1))
    {
      return years((word(index) == "nineteen" ? 1900 : 1800) + tens, 10, index + 2)
    }
    return nil
  }

  /// The first year of `1990s`, `1990's`, `'80s`, `80s`.
  private func decadeInDigits(_ index: Int) -> Int? {
    guard bounds.contains(index) else { return nil }
    var range = tokens[index].range
    guard range.count <= 8, bytes[range.end - 1] | 0x20 == UInt8(ascii: "s") else { return nil }
    var value = 0
    var count = 0
    range = TextRange(range.start, range.end - 1)
    for offset in range.start..<range.end {
      let byte = bytes[offset]
      if byte >= 0x30 && byte <= 0x39 {
        value = value * 10 + Int(byte - 0x30)
        count += 1
      } else {
        // Only apostrophes, before and behind.
        guard byte == 0x27 || byte >= 0x80 else { return nil }
      }
    }
    guard value % 10 == 0 else { return nil }
    if count == 4 { return (1800...2090).contains(value) ? value : nil }
    let isTold =
      word(index - 1) == "the" || bytes[range.start] == 0x27
      || (word(index - 1) == "in" && bytes[range.end - 1] == 0x27)
    guard count == 2, isTold else { return nil }
    return value >= 20 ? 1900 + value : 2000 + value
  }
}
