import Linguistics
import Texts

extension TimeParser {
  /// An hour of the day in TIMEX3, `09:30`, and one past it.
  struct Clock {
    var value: String
    var end: Int
  }

  /// `5 a.m. on Monday`, `02:30 local time on 28 June`, `noon Thursday`, `8 a.m. this morning`.
  func clockMatch(_ index: Int) -> Match? {
    guard let clock = clock(index) ?? namedHour(index) ?? hourBeforeDay(index) else { return nil }
    var next = clock.end
    if word(next) == "in", word(next + 1) == "the", TimeWords.partOfDay(word(next + 2)) != nil {
      next += 3
    }
    if word(next) == "," { next += 1 }
    if word(next) == "on" { next += 1 }
    if let set = setMatch(next), let value = set.fixedValue {
      let day = value.hasPrefix("P") ? "XXXX-XX-XX" : String(value.prefix { $0 != "T" })
      return Match(end: set.end, kind: .set, fixedValue: day + "T" + clock.value)
    }
    let bare = word(next) == "the" ? next + 1 : next
    let hasDay =
      dayMatch(next) ?? nightMatch(next) ?? relativePart(next) ?? weekdayBeside(next)
      ?? bareDay(bare)
    guard let match = hasDay, !match.isSilent else { return nil }
    return Match(
      end: match.end, interval: at(.time, match.interval),
      clock: afternoon(clock, match.part))
  }

  /// The hour in `4:00 on Monday afternoon`: 16:00.
  private func afternoon(_ clock: Clock, _ part: String?) -> String {
    guard isAfternoon(part), !isHalfOfDay(clock.end - 1),
      let hour = Int(clock.value.prefix(2)), (1..<12).contains(hour)
    else { return clock.value }
    return "\(hour + 12)" + clock.value.dropFirst(2)
  }

  private func isHalfOfDay(_ index: Int) -> Bool {
    switch word(index) {
    case "am", "a.m.", "a.m", "pm", "p.m.", "p.m", "m": true
    default: false
    }
  }

  /// `seven thirty`, `seven` before `on` or a day.
  private func hourBeforeDay(_ index: Int) -> Clock? {
    guard let hour = hourInWords(index) else { return nil }
    let isLinked = word(hour.end) == "on" && word(index - 1) == "at"
    guard isLinked || (hour.hasColon && dayAlone(hour.end) != nil) else { return nil }
    return clock(index, isLinked: true, part: nil)
  }

  /// `this morning`, `this evening`.
  private func relativePart(_ index: Int) -> Match? {
    guard word(index) == "this", TimeWords.partOfDay(word(index + 1)) != nil else { return nil }
    return relativeMatch(index)
  }

  /// `noon`, `midnight` before a day.
  private func namedHour(_ index: Int) -> Clock? {
    switch word(index) {
    case "noon", "midday": Clock(value: "12:00", end: index + 1)
    case "midnight": Clock(value: "24:00", end: index + 1)
    default: nil
    }
  }

  /// The hour that follows a day: `at 5 a.m.`, `, 8:00`, `around 7`.
  ///
  /// An hour without `a.m.` is one of the part of the day named before it.
  func clock(behindDay index: Int, part: String?) -> Clock? {
    var next = index
    if word(next) == "," || word(next) == "-" { next += 1 }
    var isLinked = false
    links: while true {
      switch word(next) {
      case "at", "around", "about", "@":
        next += 1
        isLinked = true
      case "for", "by": next += 1
      default: break links
      }
    }
    if isLinked, let hour = namedHour(next) { return hour }
    return clock(next, isLinked: isLinked, part: part)
  }

  /// An hour of the day, with its zone: `5 a.m.`, `17:30 GMT`, `1am local time`.
  func clock(_ index: Int) -> Clock? { clock(index, isLinked: false, part: nil) }

  private func clock(_ index: Int, isLinked: Bool, part: String?) -> Clock? {
    let time = minutesBesideHour(index) ?? hourAndMinute(index)
    guard let time = time ?? (isLinked ? hourInWords(index) : spokenHour(index)) else { return nil }
    var (hour, end) = (time.hour, time.end)
    var isCertain = time.hasColon
    switch word(end) {
    case "am", "a.m.", "a.m":
      if hour == 12 { hour = 0 }
      end += 1
      isCertain = true
    case "pm", "p.m.", "p.m":
      if hour < 12 { hour += 12 }
      end += 1
      isCertain = true
    case "a" where time.hasMinutes || isLinked || isJoined(end) || word(end + 1) == "m":
      guard word(end + 1) == "m" || isPhraseEnd(end + 1) else { break }
      if hour == 12 { hour = 0 }
      end += word(end + 1) == "m" ? 2 : 1
      isCertain = true
    case "p":
      guard word(end + 1) == "m" || isPhraseEnd(end + 1) else { break }
      if hour < 12 { hour += 12 }
      end += word(end + 1) == "m" ? 2 : 1
      isCertain = true
    case "o'clock", "oclock":
      end += 1
      isCertain = true
      if isAfternoon(part), hour < 12 { hour += 12 }
    default: if isAfternoon(part), hour < 12, hour > 0 { hour += 12 }
    }
    let zone = zoneEnd(end)
    // 1730 GMT; at 5, where a part of the day is named.
    let isEnough = part != nil || time.hasMinutes || isPhraseEnd(zone) || word(zone) == "on"
    guard isCertain || (time.isFourDigits && zone > end) || (isLinked && isEnough) else {
      return nil
    }
    guard hour < 24 || (hour == 24 && time.minute == 0) else { return nil }
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    var value = "\(padded(hour)):\(padded(time.minute))"
    if let second = time.second, second > 0 { value += ":\(padded(second))" }
    return Clock(value: value, end: zone)
  }

  private func isAfternoon(_ part: String?) -> Bool {
    part == "AF" || part == "EV" || part == "NI"
  }

  private struct Hour {
    var hour = 0
    var minute = 0
    var second: Int?
    var hasColon = false
    var isFourDigits = false
    var hasMinutes = false
    var end: Int
  }

  /// `17:30`, `5`, `5.30`, `1730`, `8:00:31` as one token.
  private func hourAndMinute(_ index: Int) -> Hour? {
    guard bounds.contains(index), tokens[index].shape.contains(.digits),
      !tokens[index].shape.contains(.letters)
    else { return nil }
    let range = tokens[index].range
    guard range.count <= 8 else { return nil }
    var parts: [(value: Int, count: Int)] = [(0, 0)]
    var hasColon = false
    for byte in bytes[range.start..<range.end] {
      if byte >= 0x30 && byte <= 0x39 {
        let last = parts.count - 1
        parts[last] = (parts[last].value * 10 + Int(byte - 0x30), parts[last].count + 1)
      } else {
        guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") else { return nil }
        if byte == UInt8(ascii: ":") { hasColon = true }
        parts.append((0, 0))
      }
    }
    guard parts.count <= 3, parts.dropFirst().allSatisfy({ $0.count == 2 && $0.value < 60 }) else {
      return nil
    }
    if parts.count == 1, parts[0].count == 4 {
      return Hour(
        hour: parts[0].value / 100, minute: parts[0].value % 100, isFourDigits: true,
        end: index + 1)
    }
    guard (1...2).contains(parts[0].count), parts[0].value <= 24 else { return nil }
    return Hour(
      hour: parts[0].value, minute: parts.count > 1 ? parts[1].value : 0,
      second: parts.count > 2 ? parts[2].value : nil, hasColon: hasColon,
      hasMinutes: parts.count > 1, end: index + 1)
  }

  /// `half past six`, `a quarter to seven`, `20 minutes past eight`.
  private func minutesBesideHour(_ index: Int) -> Hour? {
    var next = word(index) == "a" ? index + 1 : index
    let minutes: Int
    switch word(next) {
    case "half": minutes = 30
    case "quarter": minutes = 15
    default:
      guard let number = number(next), (1..<60).contains(number.value), next == index else {
        return nil
      }
      minutes = number.value
      next = number.end - 1
      if TimeWords.unit(word(next + 1)) == .minute { next += 1 }
    }
    let link = word(next + 1)
    guard link == "past" || link == "to",
      let hour = hourInWords(next + 2) ?? hourAndMinute(next + 2), hour.hour <= 12,
      hour.minute == 0
    else { return nil }
    guard link == "to" else {
      return Hour(hour: hour.hour, minute: minutes, hasColon: true, end: hour.end)
    }
    return Hour(
      hour: hour.hour > 1 ? hour.hour - 1 : 12, minute: 60 - minutes, hasColon: true,
      end: hour.end)
  }

  /// `seven`, `seven thirty`.
  private func hourInWords(_ index: Int) -> Hour? {
    guard let hour = smallNumber(index), hour.value <= 12 else { return nil }
    let minutes = word(hour.end) == "-" ? hour.end + 1 : hour.end
    if let minute = smallNumber(minutes), (10..<60).contains(minute.value) {
      return Hour(hour: hour.value, minute: minute.value, hasColon: true, end: minute.end)
    }
    return Hour(hour: hour.value, end: hour.end)
  }

  /// `six pm`, `nine a m`; `nine thirty` where a phrase ends, as it is said behind a day.
  private func spokenHour(_ index: Int) -> Hour? {
    guard let hour = hourInWords(index) else { return nil }
    if isHalfOfDay(hour.end) { return hour }
    let isHalf = word(hour.end) == "a" || word(hour.end) == "p"
    if isHalf, word(hour.end + 1) == "m" { return hour }
    let isBehindDay = index > bounds.lowerBound && TimeWords.ordinal(word(index - 1)) != nil
    return hour.hasColon && isBehindDay && isPhraseEnd(hour.end) ? hour : nil
  }

  private func zoneEnd(_ index: Int) -> Int {
    if word(index) == "local", word(index + 1) == "time" { return index + 2 }
    return isTimeZone(index) ? index + 1 : index
  }

  private func isTimeZone(_ index: Int) -> Bool {
    switch word(index) {
    case "gmt", "utc", "bst", "est", "edt", "et", "pst", "pdt", "cet", "cest", "eet", "ist", "msk":
      bounds.contains(index) && tokens[index].shape.contains(.allCapitals)
    default: false
    }
  }
}
