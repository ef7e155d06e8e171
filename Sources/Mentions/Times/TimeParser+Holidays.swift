import Linguistics
import Texts

extension TimeParser {
  /// `Christmas`, `Easter Monday 2017`, `last Thanksgiving`, `Labor Day of this year`.
  func holidayMatch(_ index: Int) -> Match? {
    var next = index
    var shift = 0
    switch word(next) {
    case "last", "previous": shift = -1
    case "next", "following", "coming": shift = 1
    case "this": break
    default: next -= 1
    }
    next += 1
    guard let name = Holidays.name(at: next, word) else { return nil }
    let end = next + name.count
    let isDay = word(index - 1) == "on" && isPhraseEnd(end)
    guard isCapitalized(next) || name.count > 1 || next > index || isDay || anyYear(end) != nil
    else {
      return nil
    }
    // A Christmas tree is no day.
    if name.count == 1, bounds.contains(end), !tokens[end].isPunctuation,
      !TimeWords.prepositions.contains(word(end)), anyYear(end) == nil, next == index,
      !TimeWords.beforeDay.contains(word(index - 1))
    {
      return nil
    }
    if let year = yearBehindDate(end) {
      return Match(end: year.end, interval: interval(Holidays.day(name.rule, year: year.value)))
    }
    if word(end) == "of", word(end + 2) == "year", let published {
      let years: Int? =
        switch word(end + 1) {
        case "this": 0
        case "last": -1
        case "next": 1
        default: nil
        }
      if let years {
        let year = published.components.year + years
        return Match(end: end + 3, interval: interval(Holidays.day(name.rule, year: year)))
      }
    }
    return Match(end: end, interval: nearest(name.rule, shift, index))
  }

  /// The nearest such day, a past one before a coming one unless the words look ahead.
  func nearest(_ rule: Holidays.Rule, _ shift: Int, _ index: Int) -> DateInterval? {
    guard let published else { return nil }
    let year = published.components.year
    let days = (year - 1...year + 1).compactMap { Holidays.day(rule, year: $0) }
    if shift < 0 { return interval(days.last { $0 < published }) }
    if shift > 0 || looksAhead(index) {
      return interval(days.first { shift > 0 ? $0 > published : $0 >= published })
    }
    return interval(
      days.min {
        abs($0.days - published.days) * ($0 > published ? 2 : 1)
          < abs($1.days - published.days) * ($1 > published ? 2 : 1)
      })
  }
}
