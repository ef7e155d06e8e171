import Linguistics
import Texts

extension TimeParser {
  /// `overnight`, `overnight Sunday to Monday`, `night of 27 June`, `last night`.
  func nightMatch(_ index: Int) -> Match? {
    switch word(index) {
    case "overnight": return overnight(index + 1, bare: index + 1)
    case "night":
      let link = word(index + 1)
      guard link == "of" || link == "from" || link == "between" || link == "on" else { return nil }
      var next = index + 2
      if word(next) == "the" { next += 1 }
      return overnight(next, bare: nil)
    case "last":
      guard word(index + 1) == "night" else { return nil }
      let before = published?.advanced(byDays: -1)
      if let clock = clock(behindDay: index + 2, part: "NI") {
        return Match(end: clock.end, interval: interval(before, nil, .time), clock: clock.value)
      }
      return Match(end: index + 2, interval: interval(before, published, .night))
    default: return nil
    }
  }

  /// What follows `overnight` or `the night of`: one day or two.
  private func overnight(_ start: Int, bare: Int?) -> Match? {
    var next = start
    var isEnd = false
    link: while true {
      switch word(next) {
      case "on", "from", "of", "between", "the", "late", "early": next += 1
      case "into", "to":
        isEnd = true
        next += 1
      default: break link
      }
    }
    guard next - start <= 2, let first = dayAlone(next), !first.isSilent else {
      guard let bare else { return nil }
      return Match(
        end: bare, interval: interval(published?.advanced(byDays: -1), published, .night))
    }
    var end = first.end
    if TimeWords.partOfDay(word(end)) != nil { end += 1 }
    guard let day = first.interval else {
      // Both days are passed over where neither can be told.
      if let second = secondNight(end) { return Match(end: second.end) }
      return Match(end: end)
    }
    if day.precision == .days {
      return Match(end: end, interval: interval(day.earliest, day.latest, .night))
    }
    if let second = secondNight(end) {
      guard let last = second.interval else { return Match(end: second.end) }
      let latest = last.latest >= day.earliest ? last.latest : day.earliest.advanced(byDays: 1)
      return Match(end: second.end, interval: interval(day.earliest, latest, .night))
    }
    let before = interval(day.earliest.advanced(byDays: -1), day.earliest, .night)
    if isEnd { return Match(end: end, interval: before) }
    // The night that had ended when the report was published.
    let isOver = published.map { day.earliest < $0 } ?? true
    return Match(end: end, interval: isOver ? night(of: interval(day.earliest)) : before)
  }

  private func secondNight(_ end: Int) -> Match? {
    guard bounds.contains(end) else { return nil }
    let isDash = decodeScalar(bytes, at: tokens[end].start).value.isDash
    let link = word(end)
    guard
      isDash || link == "to" || link == "into" || link == "and" || link == "-" || link == "through"
    else { return nil }
    guard var match = dayAlone(end + 1), !match.isSilent else { return nil }
    if TimeWords.partOfDay(word(match.end)) != nil { match.end += 1 }
    return match
  }

  /// The part of the day named among the words before a day.
  private func partNamed(_ start: Int, _ end: Int) -> String? {
    (start..<end).lazy.compactMap { TimeWords.partValue(word($0)) }.first
  }

  /// `early Monday`, `late on Tuesday`, `early hours of Monday`, `morning of June 28`,
  /// `earlier today`.
  func modifiedDay(_ index: Int) -> Match? {
    var next = index
    var isModified = false
    switch word(next) {
    case "early", "late", "earlier", "later", "small", "wee":
      next += 1
      isModified = true
    default: break
    }
    if let part = TimeWords.partOfDay(word(next)), part == .day || isModified {
      next += 1
      guard word(next) == "of" || word(next) == "on" || dayAlone(next) != nil else { return nil }
      isModified = true
    } else if word(next) == "hours", word(next + 1) == "of" || word(next + 1) == "on" {
      guard isModified || word(index - 1) == "morning" else { return nil }
      next += 1
    }
    guard isModified else { return nil }
    if word(next) == "on" || word(next) == "of" { next += 1 }
    if word(next) == "the" { next += 1 }
    guard let match = dayMatch(next), !match.isSilent else { return nil }
    if match.interval?.precision == .night { return match }
    var changed = match
    changed.interval = at(.time, match.interval)
    changed.part = match.part ?? partNamed(index, next)
    return changed
  }
}
