import Mentions
import Texts

/// The text of a TimeML article and its time expressions, without the one of its creation.
struct TimeMLArticle {
  struct Time {
    let range: TextRange
    let value: String
    let interval: DateInterval?
  }

  private(set) var bytes: [UInt8] = []
  private(set) var times: [Time] = []
  private(set) var published: CalendarDate?

  init(_ file: [UInt8]) {
    var position = 0
    var isText = false
    var open: [(start: Int, value: String)] = []
    while position < file.count {
      guard file[position] == UInt8(ascii: "<") else {
        if isText { position = decode(file, position) } else { position += 1 }
        continue
      }
      let end = file[position...].firstIndex(of: UInt8(ascii: ">")) ?? file.count - 1
      let tag = String(decoding: file[position + 1..<end], as: UTF8.self)
      position = end + 1
      if tag.hasPrefix("TEXT") { isText = true }
      if tag.hasPrefix("/TEXT") { isText = false }
      if tag.hasPrefix("TIMEX3") {
        let value = Self.attribute("value", of: tag)
        if tag.contains("CREATION_TIME") { published = CalendarDate(iso: value.prefix(10)) }
        if isText { open.append((bytes.count, value)) }
      }
      if tag == "/TIMEX3", isText, let time = open.popLast(), bytes.count > time.start {
        times.append(
          Time(
            range: TextRange(time.start, bytes.count), value: time.value,
            interval: Self.interval(time.value)))
      }
    }
  }

  /// Blank lines part paragraphs.
  var paragraphs: [TextRange] {
    let text = SourceText(String(decoding: bytes, as: UTF8.self))
    var paragraphs: [TextRange] = []
    var start = 0
    for offset in 0...bytes.count {
      let isBreak =
        offset == bytes.count
        || (bytes[offset] == 0x0A && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
      guard isBreak else { continue }
      let range = text.trimmed(TextRange(start, offset))
      if !range.isEmpty { paragraphs.append(range) }
      start = offset
    }
    return paragraphs
  }

  private mutating func decode(_ file: [UInt8], _ position: Int) -> Int {
    for (entity, byte) in [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
      ("&apos;", "'"),
    ] where file[position...].starts(with: entity.utf8) {
      bytes += byte.utf8
      return position + entity.utf8.count
    }
    bytes.append(file[position])
    return position + 1
  }

  private static func attribute(_ name: String, of tag: String) -> String {
    for field in tag.split(separator: " ") where field.hasPrefix("\(name)=\"") {
      return String(field.dropFirst(name.utf8.count + 2).prefix { $0 != "\"" })
    }
    return ""
  }

  /// The days of a TIMEX3 value; nil where it names none.
  static func interval(_ value: String) -> DateInterval? {
    let day = value.split(separator: "T").first.map(String.init) ?? value
    let parts = day.split(separator: "-").map(String.init)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first) else { return nil }
    func days(_ a: CalendarDate?, _ b: CalendarDate?, _ precision: DateInterval.Precision)
      -> DateInterval?
    {
      guard let a, let b, a <= b else { return nil }
      return DateInterval(earliest: a, latest: b, precision: precision)
    }
    func months(_ from: Int, _ count: Int, _ precision: DateInterval.Precision) -> DateInterval? {
      let last = from + count - 1
      let (lastYear, lastMonth) = (year + (last - 1) / 12, (last - 1) % 12 + 1)
      return days(
        CalendarDate(year: year, month: from, day: 1),
        CalendarDate(
          year: lastYear, month: lastMonth,
          day: CalendarDate.length(ofMonth: lastMonth, year: lastYear)), precision)
    }
    switch parts.count {
    case 1: return months(1, 12, .year)
    case 2:
      if let month = Int(parts[1]) { return months(month, 1, .month) }
      switch parts[1] {
      case "SP": return months(3, 3, .season)
      case "SU": return months(6, 3, .season)
      case "FA", "AU": return months(9, 3, .season)
      case "WI": return months(12, 3, .season)
      default: break
      }
      guard parts[1].hasPrefix("W"), let week = Int(parts[1].dropFirst()),
        let fourth = CalendarDate(year: year, month: 1, day: 4)
      else { return nil }
      let monday = fourth.advanced(byDays: -fourth.weekday + 7 * (week - 1))
      return days(monday, monday.advanced(byDays: 6), .week)
    default:
      let date = CalendarDate(iso: parts.prefix(3).joined(separator: "-"))
      return days(date, date, .day)
    }
  }
}
