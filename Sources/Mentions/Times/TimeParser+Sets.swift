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
    if let year = year(next) { return Match(end: next + 1, interval: season(month, year)) }
    if word(next) == "of", let year = year(next + 1) {
      return Match(end: next + 2, interval: season(month, year))
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

  /// `every Friday`, `each day`, `twice a week`, `on Sundays`, `daily`.
  func setMatch(_ index: Int) -> Match? {
    switch word(index) {
    case "every", "each":
      var next = index + 1
      if word(next) == "other" { next += 1 }
      if let count = number(next) { next = count.end }
      let isTime =
        TimeWords.unit(word(next)) != nil || TimeWords.weekday(word(next)) != nil
        || TimeWords.partOfDay(word(next)) != nil || TimeWords.month(word(next)) != nil
      return isTime ? Match(end: next + 1, kind: .set, fixedValue: Self.setValue(word(next))) : nil
    case "once", "twice", "times":
      let link = word(index + 1)
      guard link == "a" || link == "per" || link == "each" || link == "every",
        TimeWords.unit(word(index + 2)) != nil
      else { return nil }
      return Match(end: index + 3, kind: .set, fixedValue: Self.setValue(word(index + 2)))
    case "daily", "weekly", "monthly", "nightly", "hourly", "yearly", "annually":
      // A daily may be a newspaper.
      let isName = isCapitalized(index) || isCapitalized(index + 1)
      return isName
        ? nil : Match(end: index + 1, kind: .set, fixedValue: Self.setValue(word(index)))
    default:
      return TimeWords.pluralWeekday(word(index))
        ? Match(end: index + 1, kind: .set, fixedValue: Self.setValue(word(index))) : nil
    }
  }

  /// What recurs, in TIMEX3: `P1D`, `XXXX-WXX-5`.
  private static func setValue(_ word: Word) -> String? {
    switch word {
    case "day", "days", "daily", "nightly": return "P1D"
    case "hour", "hourly": return "PT1H"
    case "week", "weeks", "weekly": return "P1W"
    case "month", "months", "monthly": return "P1M"
    case "year", "years", "yearly", "annually": return "P1Y"
    case "weekends": return "XXXX-WXX-WE"
    default: break
    }
    let weekdays: [Word] = [
      "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
    ]
    let number = TimeWords.weekday(word) ?? weekdays.firstIndex(of: word)
    return number.map { "XXXX-WXX-\($0 + 1)" }
  }
}
