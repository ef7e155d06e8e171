import Linguistics
import Texts

extension TimeParser {
  /// `last summer`, `the winter of 2015`, `spring 2019`; the months of the northern half of the earth.
  func seasonMatch(_ index: Int) -> Match? {
    var next = index
    var shift: Int?
    switch word(next) {
    case "last": shift = -1
    case "this": shift = 0
    case "next": shift = 1
    default: break
    }
    if shift != nil { next += 1 }
    guard let month = TimeWords.season(word(next)) else { return nil }
    next += 1
    let link = word(next) == "of" ? next + 1 : next
    if let year = anyYear(link) {
      return Match(end: year.end, interval: season(month, year.value))
    }
    guard let shift else { return nil }
    guard let published else { return Match(end: next) }
    let now = published.components
    let begun = month <= now.month ? now.year : now.year - 1
    switch shift {
    case -1:
      // The latest that is over.
      guard let latest = season(month, begun), latest.latest >= published else {
        return Match(end: next, interval: season(month, begun))
      }
      return Match(end: next, interval: season(month, begun - 1))
    case 1: return Match(end: next, interval: season(month, begun + 1))
    default: return Match(end: next, interval: season(month, now.year))
    }
  }

  private func season(_ month: Int, _ year: Int) -> DateInterval? {
    let last = month == 12 ? (year + 1, 2) : (year, month + 2)
    return interval(
      CalendarDate(year: year, month: month, day: 1),
      CalendarDate(
        year: last.0, month: last.1, day: CalendarDate.length(ofMonth: last.1, year: last.0)),
      .season)
  }

  /// `every Friday`, `each day`, `twice a week`, `on Sundays`, `daily`, `every other week`.
  func setMatch(_ index: Int) -> Match? {
    switch word(index) {
    case "every", "each": return every(index)
    case "once", "twice", "times":
      let link = word(index + 1)
      guard link == "a" || link == "per" || link == "each" || link == "every",
        TimeWords.unit(word(index + 2)) != nil
      else { return nil }
      return Match(end: index + 3, kind: .set, fixedValue: Self.setValue(word(index + 2)))
    case "all" where word(index + 1) == "weekends", "any" where word(index + 1) == "weekend":
      return recurring(index + 2, "P1WE")
    case "annual" where isPhraseEnd(index + 1): return recurring(index + 1, "P1Y")
    case "everyday"
    where clock(index + 1) != nil || !bounds.contains(index + 1)
      || tokens[index + 1].isPunctuation:
      return recurring(index + 1, "P1D")
    case "daily", "weekly", "monthly", "nightly", "hourly", "yearly", "annually", "quarterly",
      "biweekly", "bimonthly", "semi-annually", "semiannually", "biannually":
      // A daily may be a newspaper.
      let isName = isCapitalized(index) || isCapitalized(index + 1)
      // A quarterly dividend.
      if word(index) == "quarterly", !isPhraseEnd(index + 1) { return nil }
      return isName ? nil : recurring(index + 1, Self.setValue(word(index)))
    default: return weekdays(index)
    }
  }

  /// `Sundays`, `mornings`, `Friday mornings`.
  private func weekdays(_ index: Int) -> Match? {
    // Three weekends are a length.
    if let count = number(index), count.value > 1, word(count.end) == "weekends" {
      return Match(end: count.end + 1, kind: .duration, fixedValue: "P\(count.value)WE")
    }
    if TimeWords.pluralWeekday(word(index)) {
      return recurring(index + 1, Self.setValue(word(index)))
    }
    if word(index) != "nights", let part = Self.pluralPart(word(index)) {
      return recurring(index + 1, "XXXX-XX-XXT" + part)
    }
    guard TimeWords.weekday(word(index)) != nil, let weekday = Self.setValue(word(index)) else {
      return nil
    }
    return Self.pluralPart(word(index + 1)).map { recurring(index + 2, weekday + "T" + $0) }
  }

  private static func pluralPart(_ word: Word) -> String? {
    switch word {
    case "mornings": "MO"
    case "afternoons": "AF"
    case "evenings": "EV"
    case "nights": "NI"
    default: nil
    }
  }

  /// What follows `every`: a unit, with a number or `other` before it, a weekday, a part of the
  /// day, a month.
  private func every(_ index: Int) -> Match? {
    var next = index + 1
    var count = 1
    if word(next) == "other" {
      count = 2
      next += 1
    } else if word(next) == "second", TimeWords.unit(word(next + 1)) != nil {
      count = 2
      next += 1
    } else if let number = number(next) {
      count = number.value
      next = number.end
    }
    if let unit = TimeWords.unit(word(next)), unit != .night || count > 1 {
      return recurring(
        next + 1,
        TimeLength(count: count, unit: unit == .quarter ? .month : unit)
          .multiplied(by: unit == .quarter ? 3 : 1).value)
    }
    if word(next) == "quarter" { return recurring(next + 1, "P\(3 * count)M") }
    if TimeWords.weekday(word(next)) != nil {
      return recurring(next + 1, Self.setValue(word(next)))
    }
    if let part = TimeWords.partValue(word(next)) {
      return recurring(next + 1, "XXXX-XX-XXT" + part)
    }
    if word(next) == "weekend" || (count > 1 && word(next) == "weekends") {
      return recurring(next + 1, "P\(count)WE")
    }
    if word(next) == "weekday" { return recurring(next + 1, "XXXX-WXX-WD") }
    guard let month = TimeWords.month(word(next)) else { return nil }
    return recurring(next + 1, "XXXX-\(month < 10 ? "0" : "")\(month)")
  }

  /// What recurs, at an hour where one follows: `every day at 7 p.m.`.
  private func recurring(_ end: Int, _ value: String?) -> Match {
    let part = value.flatMap { $0.contains("T") && !$0.hasPrefix("P") ? String($0.suffix(2)) : nil }
    guard let value, let clock = clock(behindDay: end, part: part) else {
      return Match(end: end, kind: .set, fixedValue: value)
    }
    let day =
      value == "P1WE"
      ? "XXXX-WXX-WE" : value.hasPrefix("P") ? "XXXX-XX-XX" : String(value.prefix { $0 != "T" })
    return Match(end: clock.end, kind: .set, fixedValue: day + "T" + clock.value)
  }

  /// What recurs, in TIMEX3: `P1D`, `XXXX-WXX-5`.
  private static func setValue(_ word: Word) -> String? {
    switch word {
    case "day", "days", "daily", "nightly": return "P1D"
    case "hour", "hourly": return "PT1H"
    case "week", "weeks", "weekly": return "P1W"
    case "month", "months", "monthly": return "P1M"
    case "year", "years", "yearly", "annually": return "P1Y"
    case "quarter", "quarters", "quarterly": return "P3M"
    case "biweekly": return "P2W"
    case "bimonthly": return "P2M"
    case "semi-annually", "semiannually", "biannually": return "P6M"
    case "weekdays": return "XXXX-WXX-WD"
    case "weekends": return "P1WE"
    default: break
    }
    let weekdays: [Word] = [
      "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
    ]
    let number = TimeWords.weekday(word) ?? weekdays.firstIndex(of: word)
    return number.map { "XXXX-WXX-\($0 + 1)" }
  }
}
