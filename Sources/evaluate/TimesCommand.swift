import ArgumentParser
import Linguistics
import Mentions
import Platform
import Texts

/// Time expressions against TimeML articles (TimeBank, AQUAINT).
struct TimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "times",
    abstract: "Time mentions and their days, against articles in TimeML.",
    discussion: """
      Extents count as the same when they are equal (strict) or overlap (relaxed); values when the \
      extents overlap and the TIMEX3 values are the same, as in TempEval-3. Days count over \
      the expressions of dates and times whose value names days, a week, a month, a season or a \
      year: right when the interval is the one meant.
      """)

  @Argument(help: "TimeML files.") var files: [String]
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print what differs instead of figures.") var misses = false

  struct Row: Encodable {
    var articles = 0
    var strict = Agreement()
    var relaxed = Agreement()
    var values = Agreement()
    var days = Agreement()
  }

  func run() throws {
    var row = Row()
    for path in files {
      let file = try FileBytes.mapping(path: path)
      let article = TimeMLArticle(file.bytes(0, file.count))
      row.articles += 1
      measure(article, &row)
    }
    if misses { return }
    if json { return Output.write(try jsonText(row)) }
    var table = "what            gold  found     P       R      F1\n"
    for (name, part) in [
      ("strict", row.strict), ("relaxed", row.relaxed), ("values", row.values), ("days", row.days),
    ] {
      table += name + String(repeating: " ", count: 12 - name.count)
      table += padded("\(part.gold)", 8) + padded("\(part.found)", 7)
      table += percent(part.precision) + percent(part.recall) + percent(part.f1) + "\n"
    }
    Output.write(table)
  }

  private func measure(_ article: TimeMLArticle, _ row: inout Row) {
    let text = SourceText(String(decoding: article.bytes, as: UTF8.self))
    let reading = Reader(cues: CueLexicon([])).reading(
      of: text, title: nil, paragraphs: article.paragraphs)
    let mentions = TimeFinder().times(in: reading, published: article.published)
    row.strict.add(gold: article.times.map(\.range), found: mentions.map(\.range))
    row.relaxed.gold += article.times.count
    row.relaxed.found += mentions.count
    row.values.gold += article.times.count
    row.values.found += mentions.count
    var lines = ""
    var isTaken = [Bool](repeating: false, count: mentions.count)
    for time in article.times {
      let match = mentions.indices.first {
        !isTaken[$0] && mentions[$0].range.overlaps(time.range)
      }
      if let match {
        isTaken[match] = true
        row.relaxed.same += 1
        if mentions[match].value == time.value {
          row.values.same += 1
        } else {
          let value = mentions[match].value ?? "-"
          lines += "other value\t\(text[time.range])\t\(time.value)\t\(value)\n"
        }
      }
      guard let gold = time.interval else {
        if match == nil { lines += "missed\t\(text[time.range])\t\(time.value)\n" }
        continue
      }
      row.days.gold += 1
      guard let match else {
        lines += "missed\t\(text[time.range])\t\(time.value)\n"
        continue
      }
      guard let interval = mentions[match].interval else {
        lines += "no days\t\(text[time.range])\t\(time.value)\n"
        continue
      }
      row.days.found += 1
      if Self.isSame(interval, gold) {
        row.days.same += 1
      } else {
        let days = "\(interval.earliest)/\(interval.latest)"
        lines += "other days\t\(text[time.range])\t\(time.value)\t\(days)"
        lines +=
          "\t\(article.published.map { "\($0)" } ?? "-")\t\(Self.context(time.range, text))\n"
      }
    }
    for (mention, isTaken) in zip(mentions, isTaken) where !isTaken {
      lines += "extra\t\(text[mention.range])\t\t\t\t\(Self.context(mention.range, text))\n"
    }
    if misses { Output.write(lines) }
  }

  private static func context(_ range: TextRange, _ text: SourceText) -> String {
    let start = max(0, range.start - 50)
    let end = min(text.count, range.end + 40)
    return String(
      decoding: text.bytes[start..<end].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// TimeML names only the month of `early June` and the year of `earlier this year`, and one day
  /// of a night and of a week counted back.
  private static func isSame(_ found: DateInterval, _ gold: DateInterval) -> Bool {
    if found.earliest == gold.earliest && found.latest == gold.latest { return true }
    switch found.precision {
    case .time, .night: return found.earliest == gold.earliest || found.latest == gold.latest
    case .week: return found.overlaps(gold) && gold.precision <= .week
    case .days, .season: return gold.contains(found) && found.precision < gold.precision
    case .month, .year: return gold.contains(found) && found.precision == gold.precision
    case .day, .unknown: return false
    }
  }
}

extension DateInterval {
  fileprivate func contains(_ other: DateInterval) -> Bool {
    earliest <= other.earliest && other.latest <= latest
  }
}

extension DateInterval.Precision {
  private var order: Int {
    switch self {
    case .time: 0
    case .day: 1
    case .night: 2
    case .days: 3
    case .week: 4
    case .month: 5
    case .season: 6
    case .year: 7
    case .unknown: 8
    }
  }

  fileprivate static func < (a: Self, b: Self) -> Bool { a.order < b.order }
  fileprivate static func <= (a: Self, b: Self) -> Bool { a.order <= b.order }
}
