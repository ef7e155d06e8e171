import Texts

/// How often words stand in lower case, with a capital and in capitals inside of sentences.
struct CaseCounts {
  /// How a word is written.
  enum Form { case lower, capitalized, upper }

  private struct Count {
    var lower: UInt32 = 0
    var capitalized: UInt32 = 0
    var upper: UInt32 = 0
  }

  private var counts: [Word: Count] = [:]

  /// Creates counts of nothing.
  init() {}

  /// Counts the words of a file of mixed case, whatever its format.
  ///
  /// Only words one space behind a letter in lower case or a comma count: there no sentence
  /// begins, and it is running text, not a field of a table.
  ///
  /// - Complexity: O(n) in the bytes.
  mutating func add(_ bytes: [UInt8]) {
    var offset = 2
    while offset < bytes.count {
      guard Self.isLetter(bytes[offset]), bytes[offset - 1] == 0x20,
        Self.isLower(bytes[offset - 2]) || bytes[offset - 2] == 0x2C
      else {
        offset += 1
        continue
      }
      var end = offset
      var capitals = 0
      while end < bytes.count, Self.isLetter(bytes[end]) {
        if !Self.isLower(bytes[end]) { capitals += 1 }
        end += 1
      }
      let word = Word(folding: bytes, in: TextRange(offset, end))
      if capitals == 0 {
        counts[word, default: Count()].lower += 1
      } else if capitals == end - offset, capitals > 1 {
        counts[word, default: Count()].upper += 1
      } else if !Self.isLower(bytes[offset]) {
        counts[word, default: Count()].capitalized += 1
      }
      offset = end
    }
  }

  /// The form in which a word stands most often, lower case before others on a tie; nil when it
  /// was never seen.
  func form(of word: Word) -> Form? {
    guard let count = counts[word] else { return nil }
    if count.lower >= count.capitalized, count.lower >= count.upper { return .lower }
    return count.upper > count.capitalized ? .upper : .capitalized
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    isLower(byte) || (0x41...0x5A).contains(byte)
  }
}
