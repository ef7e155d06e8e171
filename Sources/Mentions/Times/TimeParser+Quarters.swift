import Linguistics
import Texts

extension TimeParser {
  /// `the third quarter of 2015`, `last quarter`, `first-quarter`, `the second half of 2020`.
  ///
  /// Quarters of the calendar: fiscal years differ from firm to firm. Without a year it is the
  /// latest such quarter that had begun on the day of publication.
  func quarterMatch(_ index: Int) -> Match? {
    var next = index
    var shift: Int?
    switch word(next) {
    case "last", "past", "latest": shift = -1
    case "this", "current": shift = 0
    case "next", "coming": shift = 1
    default: break
    }
    if shift != nil { next += 1 }
    let ordinal = Self.ordinal(word(next))
    if ordinal != nil {
      next += 1
      if word(next) == "-" { next += 1 }
    }
    let isHalf = word(next) == "half"
    guard isHalf || word(next) == "quarter" else { return joinedQuarter(index) }
    next += 1
    guard let ordinal else {
      guard let shift, !isHalf else { return nil }
      return Match(end: next, interval: quarter(shiftedBy: shift))
    }
    guard ordinal <= (isHalf ? 2 : 4) else { return nil }
    let (year, end) = yearBehind(next)
    if isHalf && year == nil { return nil }
    return Match(end: end, interval: part(ordinal, months: isHalf ? 6 : 3, of: year, shift))
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
    return Match(end: end, interval: part(number, months: 3, of: year, nil))
  }

  /// The year in `of 2015`, `2015`, `of last year`, and one past it.
  private func yearBehind(_ index: Int) -> (year: Int?, end: Int) {
    var next = index
    if word(next) == "of" || word(next) == "in" { next += 1 }
    if let year = year(next) { return (year, next + 1) }
    guard next > index, word(next + 1) == "year", let published else { return (nil, index) }
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

  private func quarter(shiftedBy shift: Int) -> DateInterval? {
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
      return word(index - 1) == "at" || next == "day" ? reference(index + 1, "PRESENT_REF") : nil
    case "moment" where word(index - 1) == "the" && word(index - 2) == "at":
      return reference(index + 1, "PRESENT_REF")
    case "these" where next == "days": return reference(index + 2, "PRESENT_REF")
    case "recently", "previously", "formerly": return reference(index + 1, "PAST_REF")
    case "recent": return reference(index + 1, "PAST_REF")
    case "past" where word(index - 1) == "the" && word(index - 2) == "in":
      return isEnd(index + 1) ? reference(index + 1, "PAST_REF") : nil
    case "soon": return word(index - 1) == "as" ? nil : reference(index + 1, "FUTURE_REF")
    case "future" where word(index - 1) == "the" || word(index - 1) == "near":
      return reference(index + 1, "FUTURE_REF")
    default: return nil
    }
  }

  /// Whether a phrase ends here.
  private func isEnd(_ index: Int) -> Bool {
    !bounds.contains(index) || tokens[index].isPunctuation
      || TimeWords.prepositions.contains(word(index))
  }
}
