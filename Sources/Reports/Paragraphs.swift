import Texts

/// A report's paragraphs, with the headline told apart.
///
/// A blank line ends a paragraph. A single line end does too, unless the text is wrapped by
/// hand: most lines that end inside a block are short and break in mid sentence.
struct Paragraphs {
  /// Every paragraph, headline included.
  let all: [TextRange]
  /// The headline, when the first paragraph is one.
  let title: TextRange?
  /// The paragraphs after the headline.
  var body: [TextRange] { title == nil ? all : Array(all.dropFirst()) }

  init(of text: SourceText, in range: TextRange) {
    let lines = Self.lines(of: text, in: range)
    let isWrapped = Self.isWrapped(lines, in: text)
    var blocks: [TextRange] = []
    var isOpen = false
    for line in lines {
      let trimmed = text.trimmed(line)
      if trimmed.isEmpty {
        isOpen = false
      } else if isOpen, isWrapped, let last = blocks.last {
        blocks[blocks.count - 1] = last.union(trimmed)
      } else {
        blocks.append(trimmed)
        isOpen = true
      }
    }
    var title: TextRange?
    if let first = blocks.first, blocks.count > 1, let heading = Self.title(first, in: text) {
      title = heading
      blocks[0] = heading
    }
    all = blocks
    self.title = title
  }

  private static func lines(of text: SourceText, in range: TextRange) -> [TextRange] {
    var lines: [TextRange] = []
    var start = range.start
    for offset in range.start..<range.end {
      let byte = text.bytes[offset]
      guard byte == 0x0A || byte == 0x0D else { continue }
      let isPair = byte == 0x0A && offset > range.start && text.bytes[offset - 1] == 0x0D
      if !isPair { lines.append(TextRange(start, offset)) }
      start = offset + 1
    }
    if start < range.end { lines.append(TextRange(start, range.end)) }
    return lines
  }

  private static func isWrapped(_ lines: [TextRange], in text: SourceText) -> Bool {
    var inner = 0
    var broken = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      let here = text.trimmed(line)
      let there = text.trimmed(next)
      guard !here.isEmpty, !there.isEmpty else { continue }
      inner += 1
      let end = text.bytes[here.end - 1]
      let endsSentence = [0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x3A].contains(end) || end >= 0x80
      if here.count <= 100 && here.count >= 35 && !endsSentence { broken += 1 }
    }
    return inner >= 3 && broken * 2 > inner
  }

  /// A Markdown heading, or a short first line that ends like no sentence.
  private static func title(_ block: TextRange, in text: SourceText) -> TextRange? {
    var start = block.start
    while start < block.end, text.bytes[start] == 0x23 { start += 1 }
    let heading = text.trimmed(TextRange(start, block.end))
    guard !heading.isEmpty else { return nil }
    if start > block.start, text.bytes[start] == 0x20 { return heading }
    var words = 0
    var isInWord = false
    for byte in text.bytes[heading.start..<heading.end] {
      let isSpace = byte <= 0x20
      if !isSpace && !isInWord { words += 1 }
      isInWord = !isSpace
    }
    var end = heading.end - 1
    while end > heading.start, text.bytes[end] == 0x22 || text.bytes[end] == 0x27 { end -= 1 }
    let isSentence = text.bytes[end] == 0x2E || text.bytes[end] == 0x3A || text.bytes[end] == 0x2C
    return words >= 2 && words <= 25 && !isSentence ? heading : nil
  }
}
