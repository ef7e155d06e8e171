import Linguistics
import Texts

extension TimeParser {
  /// `two days ago`, `a week earlier`, `for three months`, `a four-day siege`, `in two weeks`.
  func countedMatch(_ index: Int) -> Match? {
    if isJoined(index), index > bounds.lowerBound, !isOpening(index - 1) { return nil }
    guard let (length, end, isHyphened) = length(index) else { return bareCount(index) }
    // Ages are no times.
    if word(end) == "old" || word(end) == "-" || word(end) == "olds" {
      if word(end) == "-", word(end + 1) != "old", word(end + 1) != "olds" { return nil }
      return Match(end: end + 1, isSilent: true)
    }
    if word(end) == "of", word(end + 1) == "age" { return Match(end: end + 2, isSilent: true) }
    if isHyphened { return Match(end: end, kind: .duration, length: length) }
    if let match = directed(length, index, end) { return match }
    if isWeak(length, index) { return nil }
    if let ahead = ahead(length, index) {
      return Match(end: end, interval: ahead, length: length)
    }
    return Match(end: end, kind: .duration, length: length)
  }

  /// A length with the word behind it that says from where it counts.
  private func directed(_ length: TimeLength, _ index: Int, _ end: Int) -> Match? {
    switch word(end) {
    case "ago": return Match(end: end + 1, interval: ago(length))
    case "earlier", "previously", "prior":
      return Match(end: end + 1, interval: shifted(length, -1))
    case "later", "afterward", "afterwards":
      return Match(end: end + 1, interval: shifted(length, 1))
    case "hence": return Match(end: end + 1, interval: moved(published, by: length, 1))
    case "from" where word(end + 1) == "now":
      return Match(end: end + 2, interval: moved(published, by: length, 1))
    case "starting", "beginning": return stretch(length, end + 1)
    case "," where word(index - 1) == "for" && word(end + 1) == "from":
      return stretch(length, end + 2)
    case "from" where word(index - 1) == "for": return stretch(length, end + 1)
    case "before", "after", "from":
      let sign = word(end) == "before" ? -1 : 1
      let next = word(end + 1) == "the" ? end + 2 : end + 1
      if let day = dayMatch(next) ?? weekdayBeside(next), !day.isSilent {
        guard let from = day.interval?.earliest else { return Match(end: day.end) }
        if isUpTo(index), sign > 0 {
          return Match(end: day.end, interval: interval(from, exact(from, length, 1), .days))
        }
        return Match(end: day.end, interval: moved(from, by: length, sign))
      }
      guard word(end) != "from" else { return nil }
      let isBare = !bounds.contains(end + 1) || tokens[end + 1].isPunctuation
      if isBare { return Match(end: end + 1, interval: shifted(length, sign)) }
      return isWeak(length, index) ? nil : Match(end: end, kind: .duration, length: length)
    default: return nil
    }
  }

  /// Whether a length counts to a day at most so far away: `within two weeks of`.
  private func isUpTo(_ index: Int) -> Bool {
    word(index - 1) == "within" || (word(index - 1) == "than" && word(index - 2) == "less")
  }

  /// `a week starting on Monday`: so long from a day on, that day included.
  private func stretch(_ length: TimeLength, _ index: Int) -> Match? {
    var next = index
    while word(next) == "on" || word(next) == "from" || word(next) == "the" { next += 1 }
    guard let day = dayMatch(next) ?? weekdayBeside(next), !day.isSilent else { return nil }
    guard let first = day.interval?.earliest, let behind = exact(first, length, 1) else {
      return Match(end: day.end)
    }
    let last = max(first, behind.advanced(byDays: -1))
    return Match(end: day.end, interval: interval(first, last, .days), length: length)
  }

  /// `next Friday`, as the day that a length counts from.
  func weekdayBeside(_ index: Int) -> Match? {
    switch word(index) {
    case "next", "last", "this": relativeMatch(index)
    default: nil
    }
  }

  /// `a day` and `one year` are too weak alone.
  private func isWeak(_ length: TimeLength, _ index: Int) -> Bool {
    guard length.whole == 1, digits(index) == nil else { return false }
    switch word(index) {
    case "all", "full", "whole", "entire", "another": return false
    default: break
    }
    switch word(index - 1) {
    case "for", "than", "nearly", "almost", "about", "within", "over", "lasted", "least", "after",
      "in", "only", "just", "around", "roughly":
      return false
    default: return true
    }
  }

  /// The day in `in two weeks`, the days in `within a month`, where the sentence looks ahead.
  private func ahead(_ length: TimeLength, _ index: Int) -> DateInterval? {
    var before = index - 1
    switch word(before) {
    case "next", "coming", "upcoming", "the": before -= 1
    default: break
    }
    guard word(before) == "in" || word(before) == "within",
      before == index - 1 || word(before) != "in",
      let published, looksAhead(index)
    else { return nil }
    guard let day = moved(published, by: length, 1) else { return nil }
    return word(before) == "in"
      ? day : interval(published, max(published, exact(published, length, 1) ?? day.latest), .days)
  }

  /// A length of time, one past it, and whether a hyphen joins it to a noun: `two weeks`,
  /// `a year and two months`, `two and a half hours`, `three-day`.
  func length(_ index: Int) -> (value: TimeLength, end: Int, isHyphened: Bool)? {
    guard let first = lengthPart(index) else { return nil }
    var parts = [first.part]
    var end = first.end
    while !first.isHyphened, parts.last?.count != nil {
      var next = end
      if word(next) == "," { next += 1 }
      if word(next) == "and" { next += 1 }
      guard let more = lengthPart(next), !more.isHyphened, more.part.count != nil,
        parts.allSatisfy({ $0.unit != more.part.unit })
      else { break }
      parts.append(more.part)
      end = more.end
    }
    return (TimeLength(parts: parts), end, first.isHyphened)
  }

  private func lengthPart(_ index: Int) -> (part: TimeLength.Part, end: Int, isHyphened: Bool)? {
    var amount = amount(index)
    switch word(index) {
    case "all", "full", "whole", "entire", "another": amount = (1, index + 1)
    default: break
    }
    guard let amount else { return joinedPart(index).map { ($0, index + 1, false) } }
    var next = amount.end
    let isHyphened = word(next) == "-" || word(next) == "‑"
    if isHyphened { next += 1 }
    if TimeWords.lengthModifiers.contains(word(next)) { next += 1 }
    guard let unit = TimeWords.unit(word(next)) ?? letterUnit(next) else { return nil }
    // "All days" are no length.
    if amount.end == index + 1, word(index) == "all" || word(index) == "full",
      !TimeWords.isSingular(word(next))
    {
      return nil
    }
    next += 1
    var part = TimeLength.Part(count: amount.value, unit: unit)
    if let count = amount.value, !isHyphened, let fraction = fraction(behind: next) {
      part.count = count + fraction.value
      next = fraction.end
    }
    return (part, next, isHyphened)
  }

  /// The unit of `5 h`, `4 ys`: behind digits, where a phrase ends.
  private func letterUnit(_ index: Int) -> TimeWords.Unit? {
    guard digits(index - 1) != nil, isPhraseEnd(index + 1) else { return nil }
    switch word(index) {
    case "h": return .hour
    case "ys": return .year
    default: return nil
    }
  }

  /// `5h`, `8D`, `4ys`: a number and its letter in one token, where a phrase ends.
  ///
  /// Days, weeks and years only as a span: `for 8D`, but no 3D film.
  private func joinedPart(_ index: Int) -> TimeLength.Part? {
    guard bounds.contains(index), isPhraseEnd(index + 1) else { return nil }
    let range = tokens[index].range
    var offset = range.start
    var count = 0
    while offset < range.end, bytes[offset] >= 0x30 && bytes[offset] <= 0x39, count < 1000 {
      count = count * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    guard offset > range.start, offset < range.end, count > 0 else { return nil }
    let isSpan = word(index - 1) == "for" || word(index - 1) == "lasted"
    let unit: TimeWords.Unit
    switch Word(folding: bytes, in: TextRange(offset, range.end)) {
    case "h": unit = .hour
    case "ys": unit = .year
    case "d" where isSpan: unit = .day
    case "w" where isSpan: unit = .week
    case "y" where isSpan: unit = .year
    default: return nil
    }
    return TimeLength.Part(count: Double(count), unit: unit)
  }

  /// A bracket, a quotation mark or a dash: a number behind it stands alone all the same.
  private func isOpening(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.shape.contains(.quotationMark) || word(index) == "(" || word(index) == "[" {
      return true
    }
    return decodeScalar(bytes, at: token.start).value.isDash
  }

  /// `weeks ago`, `days later`: how many is not told.
  private func bareCount(_ index: Int) -> Match? {
    guard TimeWords.unit(word(index)) != nil else { return nil }
    switch word(index + 1) {
    case "ago": return Match(end: index + 2, fixedValue: "PAST_REF")
    case "earlier", "later": return Match(end: index + 2)
    default: return nil
    }
  }

  /// So long before publication; the quarter a year before one named before.
  private func ago(_ length: TimeLength) -> DateInterval? {
    if let stretch, length.whole == 1, length.parts[0].unit == .year {
      return quarter(stretch, shiftedByYears: -1)
    }
    return moved(published, by: length, -1)
  }

  /// So long from the day named last; nothing finer than the unit.
  private func shifted(_ length: TimeLength, _ sign: Int) -> DateInterval? {
    if let stretch, sign < 0, length.whole == 1, length.parts[0].unit == .year {
      return quarter(stretch, shiftedByYears: -1)
    }
    guard let anchor else { return nil }
    if let count = length.whole, length.parts[0].unit.isOfTheClock {
      let from = anchor.earliest
      return count < 24
        ? interval(min(from, from.advanced(byDays: sign > 0 ? 0 : -1)), anchor.latest, .time) : nil
    }
    return moved(anchor.earliest, by: length, sign)
  }

  /// So long from a day; a length of one unit gives nothing finer than that unit.
  func moved(_ day: CalendarDate?, by length: TimeLength, _ sign: Int) -> DateInterval? {
    guard let day else { return nil }
    guard let count = length.whole else {
      return exact(day, length, sign).flatMap { interval($0) }
    }
    guard count > 0, count < 10_000 else { return nil }
    let now = day.components
    switch length.parts[0].unit {
    case .second, .minute, .hour:
      let days = length.parts[0].unit == .hour ? (count + 23) / 24 : 1
      let other = day.advanced(byDays: sign * days)
      return interval(min(day, other), max(day, other), .time)
    case .day, .night: return interval(day.advanced(byDays: sign * count))
    case .week, .fortnight:
      let weeks = length.parts[0].unit == .week ? count : 2 * count
      let middle = day.advanced(byDays: sign * 7 * weeks)
      return interval(middle.advanced(byDays: -3), middle.advanced(byDays: 3), .week)
    case .month:
      let months = now.year * 12 + now.month - 1 + sign * count
      return months > 0 ? monthInterval(months / 12, months % 12 + 1) : nil
    case .year: return now.year + sign * count > 0 ? yearInterval(now.year + sign * count) : nil
    case .decade:
      return now.year + sign * 10 * count > 0 ? yearInterval(now.year + sign * 10 * count) : nil
    case .quarter, .century: return nil
    }
  }

  /// The day so long from another; nil where the length is not told in full.
  func exact(_ day: CalendarDate, _ length: TimeLength, _ sign: Int) -> CalendarDate? {
    var months = 0.0
    var days = 0.0
    for part in length.parts {
      guard let count = part.count, count < 10_000 else { return nil }
      switch part.unit {
      case .century: months += 1200 * count
      case .decade: months += 120 * count
      case .year: months += 12 * count
      case .quarter: months += 3 * count
      case .month: months += count
      case .fortnight: days += 14 * count
      case .week: days += 7 * count
      case .day, .night: days += count
      case .hour: days += count / 24
      case .minute, .second: break
      }
    }
    let now = day.components
    let month = now.year * 12 + now.month - 1 + sign * Int(months)
    guard month >= 12 else { return nil }
    let (year, inYear) = (month / 12, month % 12 + 1)
    let last = CalendarDate.length(ofMonth: inYear, year: year)
    let moved = CalendarDate(year: year, month: inYear, day: min(now.day, last))
    return moved?.advanced(byDays: sign * Int(days))
  }

  /// `the next day`, `that night`, `the day before`, `the same day`, `the following Monday`.
  func anchoredMatch(_ index: Int) -> Match? {
    let shift: Int
    switch word(index) {
    case "next", "following": shift = 1
    case "previous", "preceding": shift = -1
    case "same", "that": shift = 0
    case "day":
      guard word(index - 1) == "the", word(index + 1) == "before" || word(index + 1) == "after",
        !bounds.contains(index + 2) || tokens[index + 2].isPunctuation
      else { return nil }
      return Match(end: index + 2, interval: beside(word(index + 1) == "before" ? -1 : 1))
    default: return nil
    }
    let next = index + 1
    if word(next) == "day" { return Match(end: next + 1, interval: beside(shift)) }
    if word(next) == "night" { return Match(end: next + 1, interval: night(of: beside(shift))) }
    if word(next) == "morning" || word(next) == "afternoon" || word(next) == "evening" {
      return Match(end: next + 1, interval: at(.time, beside(shift)))
    }
    if word(next) == "weekend", word(index) == "that" || word(index) == "same" {
      let day = anchor?.earliest ?? published
      let saturday = day?.advanced(byDays: 5 - (day?.weekday ?? 0))
      return Match(
        end: next + 1, interval: interval(saturday, saturday?.advanced(byDays: 1), .days))
    }
    if let unit = TimeWords.unit(word(next)), unit == .week || unit == .month || unit == .year {
      if word(index) == "next" || word(index) == "that" && unit == .week { return nil }
      if word(index) == "preceding" || word(index) == "that", anchor == nil {
        return Match(end: next + 1)
      }
      let day = anchor ?? interval(published)
      return Match(end: next + 1, interval: day.flatMap { beside($0, shift, unit) })
    }
    guard word(index) == "following" || word(index) == "previous" || word(index) == "preceding",
      let number = TimeWords.weekday(word(next))
    else { return nil }
    guard let anchor else {
      let week = unitInterval(.week, shift)
      return Match(
        end: next + 1, interval: interval(week?.earliest.advanced(byDays: number)))
    }
    let from = shift > 0 ? anchor.latest : anchor.earliest
    let back = (from.weekday - number + 7) % 7
    let days = shift > 0 ? (back == 0 ? 7 : 7 - back) : (back == 0 ? -7 : -back)
    return Match(end: next + 1, interval: interval(from.advanced(byDays: days)))
  }

  private func beside(_ shift: Int) -> DateInterval? {
    guard let anchor else { return nil }
    let from = shift > 0 ? anchor.latest : anchor.earliest
    return interval(from.advanced(byDays: shift))
  }

  private func beside(_ day: DateInterval, _ shift: Int, _ unit: TimeWords.Unit) -> DateInterval? {
    let parts = day.earliest.components
    if unit == .year { return yearInterval(parts.year + shift) }
    if unit == .week {
      let monday = day.earliest.advanced(byDays: -day.earliest.weekday + 7 * shift)
      return interval(monday, monday.advanced(byDays: 6), .week)
    }
    let months = parts.year * 12 + parts.month - 1 + shift
    return months > 0 ? monthInterval(months / 12, months % 12 + 1) : nil
  }
}
