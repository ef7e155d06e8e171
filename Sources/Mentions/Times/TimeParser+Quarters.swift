import Linguistics
import Texts

extension TimeParser {
  /// `the third quarter of 2015`, `last quarter`, `first-quarter`, `the second half of 2020`.
  ///
  /// Quarters of the calendar: fiscal years differ from firm to firm. Without a year it is the
  /// latest such quarter that had begun on the day of publication.
  func quarterMatch(_ index: Int) -> Match? {
    namedQuarter(index) ?? letteredQuarter(index) ?? yearsQuarter(index) ?? yearEarlier(index)
      ?? knownQuarter(index) ?? joinedQuarter(index)
  }

  /// `the third quarter of 2015`, `last quarter`.
  private func namedQuarter(_ index: Int) -> Match? {
    var next = index
    var shift: Int?
    switch word(next) {
    case "last", "past", "latest", "previous": shift = -1
    case "this", "current": shift = 0
    case "next", "coming", "following": shift = 1
    default: break
    }
    if shift != nil { next += 1 }
    guard let ordinal = Self.ordinal(word(next)) else {
      guard let shift, word(next) == "quarter" else { return nil }
      return Match(end: next + 1, interval: quarter(shiftedBy: shift), isQuarter: true)
    }
    next += 1
    if word(next) == "-" { next += 1 }
    return numbered(ordinal, next, shift)
  }

  /// What follows the ordinal of a quarter or half.
  private func numbered(_ ordinal: Int, _ index: Int, _ shift: Int?) -> Match? {
    let isHalf = word(index) == "half"
    guard isHalf || word(index) == "quarter", ordinal <= (isHalf ? 2 : 4) else { return nil }
    let (year, end) = yearBehind(index + 1)
    if isHalf && year == nil { return nil }
    return Match(
      end: end, interval: part(ordinal, months: isHalf ? 6 : 3, of: year, shift),
      isQuarter: !isHalf)
  }

  /// `Q3`, `Q3 2015`, `2015-Q3`, `H1 2015`.
  private func letteredQuarter(_ index: Int) -> Match? {
    var next = index
    var year = year(next)
    if year != nil { next += word(next + 1) == "-" ? 2 : 1 }
    guard let (number, isHalf) = Self.letter(word(next)),
      isCapitalized(next) || year != nil || self.year(next + 1) != nil
        || self.year(next + 2) != nil
    else { return nil }
    next += 1
    if year == nil {
      let start = word(next) == "-" || word(next) == "of" ? next + 1 : next
      if let found = self.year(start) {
        year = found
        next = start + 1
      } else {
        (year, next) = yearBehind(next)
      }
    }
    if isHalf && year == nil { return nil }
    return Match(
      end: next, interval: part(number, months: isHalf ? 6 : 3, of: year, nil), isQuarter: !isHalf)
  }

  private static func letter(_ word: Word) -> (number: Int, isHalf: Bool)? {
    switch word {
    case "q1": (1, false)
    case "q2": (2, false)
    case "q3": (3, false)
    case "q4": (4, false)
    case "h1": (1, true)
    case "h2": (2, true)
    default: nil
    }
  }

  /// `this year's third quarter`, `the 1998 third quarter`, `last year's quarter`.
  private func yearsQuarter(_ index: Int) -> Match? {
    var next = index
    var year = year(index)
    if year != nil {
      next += 1
    } else if word(index + 1) == "year", word(index + 2) == "'s", let published {
      switch word(index) {
      case "last": year = published.components.year - 1
      case "this": year = published.components.year
      case "next": year = published.components.year + 1
      default: return nil
      }
      next += 3
    }
    guard let year else { return nil }
    guard let ordinal = Self.ordinal(word(next)) else {
      guard word(next) == "quarter" || word(next) == "period", let stretch else { return nil }
      return Match(
        end: next + 1,
        interval: quarter(stretch, shiftedByYears: year - stretch.earliest.components.year))
    }
    let isHalf = word(next + 1) == "half"
    guard isHalf || word(next + 1) == "quarter", ordinal <= (isHalf ? 2 : 4) else { return nil }
    return Match(
      end: next + 2, interval: part(ordinal, months: isHalf ? 6 : 3, of: year, nil),
      isQuarter: false)
  }

  /// `year-earlier`, `the year-ago quarter`, `the year-earlier third quarter`.
  private func yearEarlier(_ index: Int) -> Match? {
    guard word(index) == "year", word(index + 1) == "-",
      word(index + 2) == "earlier" || word(index + 2) == "ago"
    else { return nil }
    var end = index + 3
    if let ordinal = Self.ordinal(word(end)), word(end + 1) == "quarter",
      let found = part(ordinal, months: 3, of: nil, nil)
    {
      return Match(end: end + 2, interval: quarter(found, shiftedByYears: -1))
    }
    if word(end) == "quarter" || word(end) == "period" { end += 1 }
    if let stretch { return Match(end: end, interval: quarter(stretch, shiftedByYears: -1)) }
    return Match(end: end, interval: published.flatMap { yearInterval($0.components.year - 1) })
  }

  /// `the quarter`, `the latest period`: the one named last, or the last one that is over.
  private func knownQuarter(_ index: Int) -> Match? {
    var next = index
    if word(next) == "latest" { next += 1 }
    let isPeriod = word(next) == "period" && (next > index || stretch != nil)
    guard word(index - 1) == "the", word(next) == "quarter" || (isPeriod && next > index),
      word(next + 1) != "of"
    else { return nil }
    return Match(end: next + 1, interval: stretch ?? quarter(shiftedBy: -1), isQuarter: true)
  }

  /// The same quarter some years on.
  func quarter(_ stretch: DateInterval, shiftedByYears years: Int) -> DateInterval? {
    let first = stretch.earliest.components
    return self.stretch(first.year + years, first.month, 3)
  }

  /// `third-quarter` as one token.
  private func joinedQuarter(_ index: Int) -> Match? {
    let number: Int? =
      switch word(index) {
      case "first-quarter": 1
      case "second-quarter": 2
      case "third-quarter": 3
      case "fourth-quarter": 4
      default: nil
      }
    guard let number else { return nil }
    let (year, end) = yearBehind(index + 1)
    return Match(end: end, interval: part(number, months: 3, of: year, nil), isQuarter: true)
  }

  /// The year in `of 2015`, `2015`, `of last year`, `this year`, and one past it.
  private func yearBehind(_ index: Int) -> (year: Int?, end: Int) {
    var next = index
    if word(next) == "of" || word(next) == "in" { next += 1 }
    if let year = anyYear(next) { return (year.value, year.end) }
    guard word(next + 1) == "year", word(next + 2) != "'s", let published else {
      return (nil, index)
    }
    switch word(next) {
    case "last": return (published.components.year - 1, next + 2)
    case "this": return (published.components.year, next + 2)
    case "next": return (published.components.year + 1, next + 2)
    default: return (nil, index)
    }
  }

  private func part(_ number: Int, months: Int, of year: Int?, _ shift: Int?) -> DateInterval? {
    let first = (number - 1) * months + 1
    if let year { return stretch(year, first, months) }
    guard let published else { return nil }
    let now = published.components
    if shift == 1 { return stretch(first > now.month ? now.year : now.year + 1, first, months) }
    return stretch(first <= now.month ? now.year : now.year - 1, first, months)
  }

  func quarter(shiftedBy shift: Int) -> DateInterval? {
    guard let published else { return nil }
    let now = published.components
    let quarter = now.year * 4 + (now.month - 1) / 3 + shift
    return stretch(quarter / 4, quarter % 4 * 3 + 1, 3)
  }

  private func stretch(_ year: Int, _ month: Int, _ count: Int) -> DateInterval? {
    let last = month + count - 1
    return interval(
      CalendarDate(year: year, month: month, day: 1),
      CalendarDate(
        year: year, month: last, day: CalendarDate.length(ofMonth: last, year: year)), .season)
  }

  private static func ordinal(_ word: Word) -> Int? {
    switch word {
    case "first", "1st": 1
    case "second", "2nd": 2
    case "third", "3rd": 3
    case "fourth", "4th": 4
    default: nil
    }
  }

  /// `now`, `currently`, `recently`, `soon`, `in the future`: a time without days.
  func referenceMatch(_ index: Int) -> Match? {
    func reference(_ end: Int, _ value: String) -> Match {
      Match(end: end, kind: .reference, fixedValue: value)
    }
    let next = word(index + 1)
    switch word(index) {
    case "now":
      // Now that, now and then.
      if next == "that" || next == "and" && word(index + 2) == "then" { return nil }
      return reference(index + 1, "PRESENT_REF")
    case "currently", "nowadays": return reference(index + 1, "PRESENT_REF")
    case "current" where word(index - 1) == "the" || word(index - 1) == "its":
      return reference(index + 1, "PRESENT_REF")
    case "present" where word(index - 1) == "at" || word(index - 1) == "the":
      if next == "time", word(index - 2) == "at" { return reference(index + 2, "PRESENT_REF") }
      return word(index - 1) == "at" || next == "day" ? reference(index + 1, "PRESENT_REF") : nil
    case "as" where next == "soon" && word(index + 2) == "as" && word(index + 3) == "possible":
      return reference(index + 4, "FUTURE_REF")
    case "moment" where word(index - 1) == "the" && word(index - 2) == "at":
      return reference(index + 1, "PRESENT_REF")
    case "to" where next == "date" && isPhraseEnd(index + 2),
      "till" where next == "date" && isPhraseEnd(index + 2),
      "current" where next == "date" && isPhraseEnd(index + 2):
      return reference(index + 2, "PRESENT_REF")
    case "minute" where word(index - 1) == "the" && word(index - 2) == "at":
      return reference(index + 1, "PRESENT_REF")
    case "these" where next == "days": return reference(index + 2, "PRESENT_REF")
    case "recently", "formerly": return reference(index + 1, "PAST_REF")
    case "past" where word(index - 1) == "the" && word(index - 2) == "in":
      return isPhraseEnd(index + 1) ? reference(index + 1, "PAST_REF") : nil
    case "soon": return word(index - 1) == "as" ? nil : reference(index + 1, "FUTURE_REF")
    case "future" where word(index - 1) == "the" || word(index - 1) == "near":
      return reference(index + 1, "FUTURE_REF")
    default: return nil
    }
  }
}
