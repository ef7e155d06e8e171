import Texts

/// A message of a file of messages as MUC-3 and MUC-4 hand them out.
///
/// A line at the margin names the message (`ABC-MUC4-0001 (SITE)`). Its text begins with
/// `PLACE, 4 FEB 90 (SOURCE) -- [TEXT]`, is in capitals, and blank lines part its paragraphs.
struct IncidentMessage {
  /// Its name, without the site in brackets.
  let id: String
  /// The message without the line that names it.
  let text: SourceText
  /// The words before the day in the line of place and day.
  let place: String?
  /// The day it was sent; nil when none is given.
  let date: CalendarDate?
  /// The text with spaces for the editor's remarks in it, such as `[WORDS INDISTINCT]`.
  let readable: SourceText
  /// Paragraphs, without the line of place and day and without marks such as `[TEXT]`.
  let paragraphs: [TextRange]

  /// The messages of a file, in order.
  static func messages(in bytes: [UInt8]) -> [IncidentMessage] {
    var messages: [IncidentMessage] = []
    var id: String?
    var start = 0
    func close(at end: Int) {
      if let id { messages.append(IncidentMessage(id: id, bytes: Array(bytes[start..<end]))) }
    }
    for line in Lines(bytes) {
      guard let name = Self.name(String(decoding: bytes[line], as: UTF8.self)) else { continue }
      close(at: line.lowerBound)
      id = name
      start = min(bytes.count, line.upperBound + 1)
    }
    close(at: bytes.count)
    return messages
  }

  /// The name that a line gives a message; nil for every other line.
  static func name(_ line: String) -> String? {
    let words = line.split { $0 == " " || $0 == "\r" }
    guard let first = words.first, line.hasPrefix(first),
      words.dropFirst().first.map({ $0.hasPrefix("(") }) ?? true
    else { return nil }
    let parts = first.split(separator: "-", omittingEmptySubsequences: false)
    let isName =
      parts.count == 3 && parts[1].hasPrefix("MUC") && parts[1].count > 3
      && !parts[0].isEmpty && !parts[2].isEmpty && parts[2].allSatisfy(\.isNumber)
    return isName ? String(first) : nil
  }

  /// A message with this name and text; bytes that are no UTF-8 are replaced.
  init(id: String, bytes: [UInt8]) {
    self.id = id
    let text = SourceText(String(decoding: bytes, as: UTF8.self))
    self.text = text
    readable = Self.withoutRemarks(text)
    let blocks = Self.blocks(of: text)
    let head = blocks.first.flatMap { Self.head(of: text, in: $0) }
    place = head?.place
    date = head?.date
    var paragraphs: [TextRange] = []
    for (index, block) in blocks.enumerated() {
      let start = index == 0 ? head?.end ?? block.start : block.start
      let rest = Self.withoutMarks(text, TextRange(start, block.end))
      if !rest.isEmpty { paragraphs.append(rest) }
    }
    self.paragraphs = paragraphs
  }

  /// Stretches between blank lines.
  private static func blocks(of text: SourceText) -> [TextRange] {
    var blocks: [TextRange] = []
    var open: TextRange?
    for line in Lines(text.bytes) {
      let range = text.trimmed(TextRange(line.lowerBound, line.upperBound))
      if range.isEmpty {
        if let open { blocks.append(open) }
        open = nil
      } else {
        open = open?.union(range) ?? range
      }
    }
    if let open { blocks.append(open) }
    return blocks
  }

  /// Place and day before `--`, and where the text goes on.
  private static func head(
    of text: SourceText, in block: TextRange
  ) -> (place: String?, date: CalendarDate?, end: Int)? {
    let limit = min(block.end, block.start + 240)
    let dashes = (block.start..<max(block.start, limit - 1)).first {
      text.bytes[$0] == 0x2D && text.bytes[$0 + 1] == 0x2D
    }
    guard let dashes else { return nil }
    let head = text[TextRange(block.start, dashes)]
    guard let comma = head.firstIndex(of: ",") else { return nil }
    let rest = head[head.index(after: comma)...]
    let words = rest.split { !$0.isLetter && !$0.isNumber }
    guard words.first == "NO" || words.first?.allSatisfy(\.isNumber) == true else { return nil }
    var end = dashes
    while end < block.end, text.bytes[end] == 0x2D { end += 1 }
    return (String(head[..<comma]), date(words), end)
  }

  /// `4 FEB 90`, the year being of the twentieth century.
  private static func date(_ words: [Substring]) -> CalendarDate? {
    let months = [
      "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    guard words.count >= 3, let day = Int(words[0]),
      let month = months.firstIndex(of: String(words[1].prefix(3))),
      let year = Int(words[2])
    else { return nil }
    return CalendarDate(year: year < 100 ? 1900 + year : year, month: month + 1, day: day)
  }

  private static func withoutRemarks(_ text: SourceText) -> SourceText {
    var bytes = text.bytes
    var open: Int?
    for (offset, byte) in text.bytes.enumerated() {
      if byte == 0x5B { open = offset }
      guard byte == 0x5D, let start = open else { continue }
      open = nil
      let words = text[TextRange(start + 1, offset)].split(whereSeparator: \.isWhitespace)
      guard words.contains(where: { remarks.contains(String($0)) }) else { continue }
      for position in start...offset where bytes[position] != 0x0A { bytes[position] = 0x20 }
    }
    return SourceText(validating: bytes) ?? text
  }

  /// Words that only an editor's remark in brackets has.
  private static let remarks: Set<String> = [
    "INDISTINCT", "OMITTED", "RECORDING", "TEXT", "CONTINUED", "PASSAGE", "APPLAUSE", "REPORTER",
    "MODERATOR", "HEARD", "SIGNED", "VIDEO", "CHANGES", "EXCERPT", "EXCERPTS", "SPEAKER",
    "UNIDENTIFIED", "IDENTIFIED", "QUESTION",
  ]

  /// The range without leading words in square brackets, which say what kind of text follows.
  private static func withoutMarks(_ text: SourceText, _ range: TextRange) -> TextRange {
    var rest = text.trimmed(range)
    while !rest.isEmpty, text.bytes[rest.start] == UInt8(ascii: "[") {
      guard let close = (rest.start..<rest.end).first(where: { text.bytes[$0] == 0x5D }) else {
        break
      }
      rest = text.trimmed(TextRange(close + 1, rest.end))
    }
    return rest
  }
}

/// The lines of some bytes, without their ends.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var start = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    defer { start = end + 1 }
    return start..<end
  }
}
