/// How often words were seen, by hash, as far as values of words need it.
///
/// A counter may stand for several words; in 2¹⁷ of them a rare word seldom meets a frequent one.
@safe final class WordCounts {
  private static let size = 1 << 17
  let counts: Column<UInt32>
  private(set) var total: Int

  /// Nothing counted; the frequent words of the larger languages count as seen.
  init() {
    counts = Column(repeating: 0, count: Self.size)
    total = 0
    let values = counts.values
    for word in Self.frequent { values[Int(word) & (Self.size - 1)] |= Self.frequentMark }
  }

  /// Saved counts.
  init(counts: Column<UInt32>, total: Int) {
    self.counts = counts
    self.total = total
  }

  /// Set where a frequent word counts; such words always have the least value.
  private static let frequentMark: UInt32 = 1 << 31
  private static let mostCount: UInt32 = 1 << 30

  private static let frequent = WordSplitter.hashes(ofWords: frequentWordTexts)

  /// Counts words.
  func count(_ words: Values<UInt32>) {
    counts.makeWritable()
    let values = counts.values
    for index in 0..<words.count {
      let place = Int(words[index]) & (Self.size - 1)
      values[place] &+= 1
    }
    total += words.count
    if total > Int(Self.mostCount) { halve() }
  }

  private func halve() {
    let values = counts.values
    for index in 0..<values.count {
      let mark = values[index] & Self.frequentMark
      values[index] = (values[index] & ~Self.frequentMark) / 2 | mark
    }
    total /= 2
  }

  /// How much it says that two reports share a word: 1 for `of`, 6 for a rare word.
  ///
  /// As `WordValues`: by how often the word was seen, and by its length in bytes.
  @inline(__always)
  func value(of hash: UInt32, bytes: Int, in values: Values<UInt32>) -> Int {
    let seen = values[Int(hash) & (Self.size - 1)]
    if seen & Self.frequentMark != 0 { return 1 }
    // How often a word is expected by its length up to 2, 3, 4, 5 and from 6 bytes on.
    let lengths: UInt64 = 0x0202_040C_3064_6464
    let expected = Int(truncatingIfNeeded: lengths &>> UInt64(8 * min(bytes, 7)) & 0xFF)
    let all = 4 * (total + 1024)
    let own = 4 * max(Int(seen), 1) + expected
    // How many bits `all / own` has, without dividing: the two differ by so many, or one fewer.
    let more = own.leadingZeroBitCount - all.leadingZeroBitCount
    let bits = own &<< more <= all ? more + 1 : more
    return min(max(bits - 4, 1), WordValues.most)
  }
}
