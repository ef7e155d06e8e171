public import Texts

/// Splits the tokens of one paragraph into sentences.
///
/// A stop, a question mark or an exclamation mark ends a sentence, with the quotation marks
/// and brackets that close behind it, unless what follows goes on: a small letter behind a
/// closed quotation, the name behind a title, the verb of saying behind a quoted question.
/// Two sentences that lost the space between them are told apart.
public struct SentenceSplitter: Sendable {
  /// Creates a splitter.
  public init() {}

  /// Runs of `tokens` that are sentences; every token belongs to exactly one.
  ///
  /// - Complexity: O(n).
  public func sentences(in tokens: [Token], of text: SourceText) -> [Range<Int>] {
    let boundaries = BoundaryJudge(tokens, text)
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    var item = ListItem(tokens, 0, text)
    while index < tokens.count {
      if index > start, let current = item, let next = ListItem(tokens, index, text),
        next.follows(current)
      {
        sentences.append(start..<index)
        start = index
        item = next
      }
      if let end = boundaries.end(ofSentenceFrom: start, at: index) {
        sentences.append(start..<end)
        start = end
        index = end
        item = ListItem(tokens, start, text) ?? item
      } else {
        index += 1
      }
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }
}

/// The beginning of an item in a list that runs on in one paragraph: `1.`, `b)`, `• 3.`.
private struct ListItem {
  let value: Int
  let isLetter: Bool
  let closing: Word
  let bullet: Word?

  init?(_ tokens: [Token], _ index: Int, _ text: SourceText) {
    guard index + 2 < tokens.count else { return nil }
    guard index == 0 || tokens[index].shape.contains(.spaceBefore) else { return nil }
    var number = index
    let (scalar, _) = text.scalar(at: tokens[index].start)
    if scalar == "•" || scalar == "⁃" || scalar == "·" || scalar == "▪" || scalar == "-" {
      number += 1
    }
    let token = tokens[number]
    guard token.range.count <= 3, number + 1 < tokens.count else { return nil }
    let bytes = text.bytes[token.start..<token.end]
    if bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      value = bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      isLetter = false
    } else if let letter = bytes.first, bytes.count == 1, letter >= 0x61, letter <= 0x7A {
      value = Int(letter)
      isLetter = true
    } else {
      return nil
    }
    let behind = tokens[number + 1]
    guard !behind.shape.contains(.spaceBefore), behind.word == "." || behind.word == ")" else {
      return nil
    }
    closing = behind.word
    bullet = number > index ? tokens[index].word : nil
  }

  func follows(_ other: ListItem) -> Bool {
    value == other.value + 1 && isLetter == other.isLetter && closing == other.closing
      && bullet == other.bullet
  }
}
