import Texts

/// Days of the year that go by a name, in the calendars of several countries.
enum Holidays {
  /// How the day is found.
  enum Rule {
    case fixed(month: Int, day: Int)
    /// The nth weekday of a month, -1 for the last, and so many days on.
    case weekday(Int, ordinal: Int, month: Int, offset: Int = 0)
    /// So many days from the Easter of the western churches.
    case easter(Int)
  }

  private static let names: [(words: [Word], rule: Rule)] = [
    (["christmas", "eve"], .fixed(month: 12, day: 24)),
    (["christmas", "day"], .fixed(month: 12, day: 25)),
    (["christmas"], .fixed(month: 12, day: 25)),
    (["boxing", "day"], .fixed(month: 12, day: 26)),
    (["new", "year", "'s", "eve"], .fixed(month: 12, day: 31)),
    (["new", "year", "eve"], .fixed(month: 12, day: 31)),
    (["new", "year", "'s", "day"], .fixed(month: 1, day: 1)),
    (["new", "year", "day"], .fixed(month: 1, day: 1)),
    (["yuandan"], .fixed(month: 1, day: 1)), (["juneteenth"], .fixed(month: 6, day: 19)),
    (["valentine", "'s", "day"], .fixed(month: 2, day: 14)),
    (["st", "patrick", "'s", "day"], .fixed(month: 3, day: 17)),
    (["st.", "patrick", "'s", "day"], .fixed(month: 3, day: 17)),
    (["saint", "patrick", "'s", "day"], .fixed(month: 3, day: 17)),
    (["saint", "patrick"], .fixed(month: 3, day: 17)),
    (["april", "fools", "'", "day"], .fixed(month: 4, day: 1)),
    (["earth", "day"], .fixed(month: 4, day: 22)),
    (["may", "day"], .fixed(month: 5, day: 1)),
    (["international", "workers", "'", "day"], .fixed(month: 5, day: 1)),
    (["bastille", "day"], .fixed(month: 7, day: 14)),
    (["halloween"], .fixed(month: 10, day: 31)),
    (["all", "saints", "'", "day"], .fixed(month: 11, day: 1)),
    (["veterans", "day"], .fixed(month: 11, day: 11)),
    (["armistice", "day"], .fixed(month: 11, day: 11)),
    (["martin", "luther", "king", "day"], .weekday(0, ordinal: 3, month: 1)),
    (["mlk", "day"], .weekday(0, ordinal: 3, month: 1)),
    (["presidents", "day"], .weekday(0, ordinal: 3, month: 2)),
    (["presidents", "'", "day"], .weekday(0, ordinal: 3, month: 2)),
    (["mother", "'s", "day"], .weekday(6, ordinal: 2, month: 5)),
    (["memorial", "day"], .weekday(0, ordinal: -1, month: 5)),
    (["father", "'s", "day"], .weekday(6, ordinal: 3, month: 6)),
    (["labor", "day"], .weekday(0, ordinal: 1, month: 9)),
    (["columbus", "day"], .weekday(0, ordinal: 2, month: 10)),
    (["thanksgiving", "day"], .weekday(3, ordinal: 4, month: 11)),
    (["thanks", "giving", "day"], .weekday(3, ordinal: 4, month: 11)),
    (["thanksgiving"], .weekday(3, ordinal: 4, month: 11)),
    (["black", "friday"], .weekday(3, ordinal: 4, month: 11, offset: 1)),
    (["cyber", "monday"], .weekday(3, ordinal: 4, month: 11, offset: 4)),
    (["palm", "sunday"], .easter(-7)), (["good", "friday"], .easter(-2)),
    (["easter", "sunday"], .easter(0)), (["easter", "monday"], .easter(1)),
    (["easter"], .easter(0)), (["ash", "wednesday"], .easter(-46)),
    (["ascension", "day"], .easter(39)), (["whit", "monday"], .easter(50)),
  ]
  private static let byFirst = Dictionary(grouping: names, by: { $0.words[0] })

  /// The longest name that the words begin with: its rule and how many words it has.
  static func name(at index: Int, _ word: (Int) -> Word) -> (rule: Rule, count: Int)? {
    var best: (rule: Rule, count: Int)?
    for (words, rule) in byFirst[word(index)] ?? []
    where words.count > best?.count ?? 0
      && words.indices.allSatisfy({ word(index + $0) == words[$0] })
    {
      best = (rule, words.count)
    }
    return best
  }

  /// The day of a year.
  static func day(_ rule: Rule, year: Int) -> CalendarDate? {
    switch rule {
    case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
    case .weekday(let weekday, let ordinal, let month, let offset):
      if ordinal < 0 {
        let last = CalendarDate.length(ofMonth: month, year: year)
        guard let end = CalendarDate(year: year, month: month, day: last) else { return nil }
        return end.advanced(byDays: -((end.weekday - weekday + 7) % 7) + offset)
      }
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let days = (weekday - first.weekday + 7) % 7 + 7 * (ordinal - 1)
      return first.advanced(byDays: days + offset)
    case .easter(let offset): return easter(year)?.advanced(byDays: offset)
    }
  }

  /// Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).
  private static func easter(_ year: Int) -> CalendarDate? {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CalendarDate(year: year, month: n / 31, day: n % 31 + 1)
  }
}
