import Linguistics
import Texts

extension TimeParser {
  /// `two days ago`, `a week earlier`, `for three months`, `a four-day siege`.
  func countedMatch(_ index: Int) -> Match? {
    if isJoined(index), index > bounds.lowerBound, !isOpening(index - 1) { return nil }
    guard let count = number(index) else { return bareCount(index) }
    var next = count.end
    if word(next) == "more" || word(next) == "full" || word(next) == "long" { next += 1 }
    let isHyphened = word(next) == "-" || word(next) == "‑"
    if isHyphened { next += 1 }
    guard let unit = TimeWords.unit(word(next)) else { return nil }
    next += 1
    // Ages are no times.
    if word(next) == "old" || word(next) == "-" || word(next) == "olds" {
      if word(next) == "-", word(next + 1) != "old", word(next + 1) != "olds" { return nil }
      return Match(end: next + 1, isSilent: true)
    }
    if word(next) == "of", word(next + 1) == "age" { return Match(end: next + 2, isSilent: true) }
    let length = TimeLength(count: count.value == 0 ? nil : count.value, unit: unit)
    if isHyphened { return Match(end: next, kind: .duration, length: length) }
    if word(next) == "and", word(next + 1) == "a", word(next + 2) == "half" { next += 3 }
    switch word(next) {
    case "ago": return Match(end: next + 1, interval: ago(count.value, unit))
    case "earlier", "previously", "prior":
      return Match(
        end: next + 1, interval: shifted(-count.value, unit, count.value))
    case "later", "afterward", "afterwards":
      return Match(
        end: next + 1, interval: shifted(count.value, unit, count.value))
    case "before", "after":
      let sign = word(next) == "before" ? -1 : 1
      let isBare = !bounds.contains(next + 1) || tokens[next + 1].isPunctuation
      return Match(
        end: next + 1, interval: isBare ? shifted(sign * count.value, unit, count.value) : nil)
    default: break
    }
    // `a day` and `one year` are too weak alone.
    let isWeak = count.value == 1 && digits(index) == nil
    if isWeak {
      switch word(index - 1) {
      case "for", "than", "nearly", "almost", "about", "within", "over", "lasted", "least", "after":
        break
      default: return nil
      }
    }
    return Match(end: next, kind: .duration, length: length)
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
    case "ago", "earlier", "later": return Match(end: index + 2)
    default: return nil
    }
  }

  private func ago(_ count: Int, _ unit: TimeWords.Unit) -> DateInterval? {
    guard let published, count > 0, count < 10_000 else { return nil }
    let now = published.components
    switch unit {
    case .second, .minute, .hour:
      let days = unit == .hour ? (count + 23) / 24 : 1
      return interval(published.advanced(byDays: -days), published, .time)
    case .day, .night: return interval(published.advanced(byDays: -count))
    case .week:
      let day = published.advanced(byDays: -7 * count)
      return interval(day.advanced(byDays: -3), day.advanced(byDays: 3), .week)
    case .month:
      let months = now.year * 12 + now.month - 1 - count
      return monthInterval(months / 12, months % 12 + 1)
    case .year: return now.year > count ? yearInterval(now.year - count) : nil
    case .quarter, .decade: return nil
    }
  }

  /// So many units from the day named last; nothing finer than the unit.
  private func shifted(_ count: Int, _ unit: TimeWords.Unit, _ size: Int) -> DateInterval? {
    guard let anchor, size > 0, size < 10_000 else { return nil }
    let from = anchor.earliest
    let parts = from.components
    switch unit {
    case .second, .minute, .hour:
      return size < 24
        ? interval(min(from, from.advanced(byDays: count > 0 ? 0 : -1)), anchor.latest, .time) : nil
    case .day, .night:
      return interval(from.advanced(byDays: count))
    case .week:
      let day = from.advanced(byDays: 7 * count)
      return interval(day.advanced(byDays: -3), day.advanced(byDays: 3), .week)
    case .month:
      let months = parts.year * 12 + parts.month - 1 + count
      return months > 0 ? monthInterval(months / 12, months % 12 + 1) : nil
    case .year: return yearInterval(parts.year + count)
    case .quarter, .decade: return nil
    }
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
    if let unit = TimeWords.unit(word(next)), unit == .month || unit == .year {
      if word(index) == "next" || word(index) == "same" && anchor == nil { return nil }
      return Match(end: next + 1, interval: anchor.flatMap { beside($0, shift, unit) })
    }
    guard word(index) == "following" || word(index) == "previous" || word(index) == "preceding",
      let number = TimeWords.weekday(word(next))
    else { return nil }
    guard let anchor else { return Match(end: next + 1) }
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
    let months = parts.year * 12 + parts.month - 1 + shift
    return months > 0 ? monthInterval(months / 12, months % 12 + 1) : nil
  }
}
