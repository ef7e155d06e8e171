import Texts

/// How much it says that two reports share a word: 1 for `of`, 6 for a rare word.
///
/// Function words of the larger languages are listed (`frequentWords`). For the others two
/// things stand in for a count: how often the reports at hand use a word, since the
/// subject's own words are frequent in them, and its length, since frequent words are
/// short in every language (Zipf 1949).
struct WordValues: Sendable {
  /// The value of a word seen nowhere else.
  static let most = 6
  private var counts: [Word: UInt32] = [:]
  private var total = 0

  /// Nothing counted yet.
  init() {}

  /// Counts the words of several reports.
  init(_ streams: [WordStream]) {
    for stream in streams { count(stream) }
  }

  /// Counts the words of one more report.
  mutating func count(_ stream: WordStream) {
    for word in stream.words { counts[word, default: 0] += 1 }
    total += stream.count
  }

  /// The value of each word of a report; a name or date counts for its first word.
  func values(of stream: WordStream) -> [UInt8] {
    var values = [UInt8](repeating: 1, count: stream.count)
    for index in values.indices {
      let trait = stream.traits[index]
      if trait.contains(.number) || frequentWords.contains(stream.words[index]) { continue }
      let value = rarity(stream.words[index], bytes: stream.ranges[index].count)
      if trait.contains(.pair) {
        values[index] = UInt8((value + 1) / 2)
      } else if isName(stream, index) {
        let continues = index > 0 && stream.traits[index - 1].contains(.capitalized)
        values[index] = continues ? 1 : UInt8((value + 1) / 2)
      } else {
        values[index] = UInt8(value)
      }
    }
    return values
  }

  private func isName(_ stream: WordStream, _ index: Int) -> Bool {
    let trait = stream.traits[index]
    guard trait.contains(.capitalized) else { return false }
    guard trait.contains(.sentenceStart) else { return true }
    return index + 1 < stream.count && stream.traits[index + 1].contains(.capitalized)
      && !stream.traits[index + 1].contains(.sentenceStart)
  }

  private func rarity(_ word: Word, bytes: Int) -> Int {
    // Quarters of an expected count among a thousand words.
    let expected =
      switch bytes {
      case ...2: 100
      case 3: 48
      case 4: 12
      case 5: 4
      default: 2
      }
    let seen = 4 * Int(counts[word] ?? 1) + expected
    let ratio = 4 * (total + 1024) / seen
    return min(max(Int.bitWidth - ratio.leadingZeroBitCount - 4, 1), Self.most)
  }
}
