import Mentions
import Texts

/// How far the time mentions of a text are what a spec asks for.
struct TimeSpecScore {
  /// Every expression is overlapped by a mention, and no mention stands alone.
  var hasExtents = true
  /// Besides, every expression means what it should.
  var isRight = true

  /// `isExhaustive` says that the spec marks every kind of time in its text.
  ///
  /// Mentions without days (`recently`) that the spec does not mark are passed over: it knows
  /// none of them.
  init(_ spec: TimeSpec, _ mentions: [TimeMention], isExhaustive: Bool) {
    var isTaken = [Bool](repeating: false, count: mentions.count)
    for result in spec.results {
      let range = spec.range(of: result)
      let found = mentions.indices.filter { mention in
        !isTaken[mention] && range.map { mentions[mention].range.overlaps($0) } ?? false
      }
      for index in found { isTaken[index] = true }
      guard !found.isEmpty else {
        hasExtents = false
        continue
      }
      let words = found.map { Self.withDay(mentions[$0], spec.published) }
      if !Self.means(words, result) { isRight = false }
    }
    for (mention, isTaken) in zip(mentions, isTaken)
    where !isTaken && mention.kind != .reference && isExhaustive {
      hasExtents = false
    }
    isRight = isRight && hasExtents
  }

  /// `Now` as the day of reading, which a stretch may begin or end with.
  private static func withDay(_ mention: TimeMention, _ published: CalendarDate?) -> TimeMention {
    guard mention.value == "PRESENT_REF", mention.interval == nil, let published else {
      return mention
    }
    let day = DateInterval(earliest: published, latest: published, precision: .day)
    return TimeMention(
      range: mention.range, interval: day, kind: mention.kind, value: mention.value)
  }

  /// Whether the mentions within a result mean one of its meanings; a result without any is one
  /// of extents.
  private static func means(_ mentions: [TimeMention], _ result: TimeSpec.Result) -> Bool {
    guard !result.meanings.isEmpty else { return true }
    return result.meanings.contains { meaning in
      if mentions.count == 1, let value = mentions[0].value, let timex = meaning.timex,
        normalized(value) == normalized(timex)
      {
        return true
      }
      switch result.kind {
      case "date": return mentions.contains { isDay($0, meaning.value, result.text) }
      case "datetime":
        return mentions.contains { mention in
          guard let moment = meaning.value, let value = mention.value else { return false }
          return normalized(value) == normalized(moment)
        }
      case "daterange":
        let isOpen = meaning.start == nil || meaning.end == nil
        if isOpen,
          mentions.contains(where: { isDay($0, meaning.start ?? meaning.end, result.text) })
        {
          return true
        }
        return isStretch(mentions, meaning)
      default: return false
      }
    }
  }

  /// Whether a mention means a day.
  ///
  /// The specs give a day for what is counted in weeks, months or years (`two years ago`), TIMEX3
  /// and we the week, month or year: right when that holds the day.
  private static func isDay(_ mention: TimeMention, _ value: String?, _ text: String) -> Bool {
    guard let interval = mention.interval, let day = value.flatMap({ CalendarDate(iso: $0) }) else {
      return false
    }
    if interval.earliest == day && interval.latest == day { return true }
    let unit = "\(interval.precision)"
    guard ["week", "month", "year"].contains(unit), text.lowercased().contains(unit) else {
      return false
    }
    return interval.earliest <= day && day <= interval.latest
  }

  /// Whether the mentions begin and end with the stretch.
  ///
  /// TimeML marks `from 4 to 23 August` as two expressions and the specs as one, so the first
  /// mention is held against its beginning and the last against its end. The end is its last day
  /// or the day behind it: the specs write both. A stretch open on one side (`before May`) has
  /// the other side's day beside or within the mention's first and last.
  private static func isStretch(_ mentions: [TimeMention], _ meaning: TimeSpec.Meaning) -> Bool {
    guard let first = mentions.first?.interval, let last = mentions.last?.interval else {
      return false
    }
    let ends = [last.latest, last.latest.advanced(byDays: 1)].map { "\($0)" }
    switch (meaning.start, meaning.end) {
    case (let start?, let end?):
      if mentions.count > 1, "\(first.earliest)" == start, "\(last.earliest)" == end { return true }
      return "\(first.earliest)" == start && ends.contains(end)
    case (let edge?, nil), (nil, let edge?):
      return "\(first.earliest)" == edge || ends.contains(edge)
    default: return false
    }
  }

  /// One notation: `T` between day and hour, minutes always, seconds only where they are not 0,
  /// midnight at the end of a day as 24:00; lengths in months, days and seconds; no open days before what recurs every day.
  static func normalized(_ timex: String) -> String {
    var text = timex.replacing(" ", with: "T").replacing("Set:T", with: "")
    if text.hasPrefix("P"), let length = length(text) { return length }
    if text.hasPrefix("XXXX-XX-XXT") { text.removeFirst("XXXX-XX-XX".count) }
    guard let mark = text.firstIndex(of: "T"), !text.hasPrefix("P") else { return text }
    let hour = text[text.index(after: mark)...]
    if hour.count == 2, hour.allSatisfy(\.isNumber) { text += ":00" }
    if hour.count == 8, hour.hasSuffix(":00") { text.removeLast(3) }
    if hour == "23:59:59" { text = text[...mark] + "24:00" }
    return text
  }

  /// `P1Y6M`, `PT1.5H` in months, days and seconds; nil where a number is open.
  private static func length(_ text: String) -> String? {
    var months = 0.0
    var days = 0.0
    var seconds = 0.0
    var isClock = false
    var number = ""
    for character in text.dropFirst() {
      if character.isNumber || character == "." {
        number.append(character)
        continue
      }
      if character == "T" {
        isClock = true
        continue
      }
      guard let count = Double(number) else { return nil }
      number = ""
      switch character {
      case "Y" where !isClock: months += 12 * count
      case "M" where !isClock: months += count
      case "Q" where !isClock: months += 3 * count
      case "W" where !isClock: days += 7 * count
      case "D" where !isClock: days += count
      case "H" where isClock: seconds += 3600 * count
      case "M": seconds += 60 * count
      case "S" where isClock: seconds += count
      default: return nil
      }
    }
    return number.isEmpty ? "\(months) months, \(days) days, \(seconds) seconds" : nil
  }
}
