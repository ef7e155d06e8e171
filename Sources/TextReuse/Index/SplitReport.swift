import Texts

/// The words of one report while it is read, column by column.
///
/// Words follow each other by gaps: a word begins `gap` bytes after the end of the one before
/// (before it where pairs of characters overlap) and has `length` bytes. The first word's
/// gap is 0 and counts from `base`.
@safe final class SplitReport {
  /// Hashes of the folded words.
  let hashes = Column<UInt32>()
  /// Bytes between the end of the word before and the word.
  let gaps = Column<Int8>()
  /// Bytes of the word.
  let lengths = Column<UInt8>()
  /// `WordStream.Traits` of the word, with `lineStart` for after a colon.
  let traits = Column<UInt8>()
  /// The words that have continuation bytes of UTF-8, in order.
  let extras = Column<WordExtra>()
  /// Words that are not all ASCII, or may not be with the gap before.
  let mixed = Column<UInt32>()
  /// Where runs of letters and digits begin and end, in bytes of the text.
  let bounds = Column<UInt32>()
  /// Where each word begins, in bytes of the text.
  let starts = Column<UInt32>()

  /// Where the first word begins, in bytes.
  var base = 0
  /// How many code points begin before `base`.
  var basePoints = 0
  /// Whether all bytes are ASCII.
  var isASCII = true
  /// The length in half words: a pair of characters of an unspaced script is half a word.
  var halves = 0

  /// How many words there are.
  var count: Int { hashes.count }
  /// The length in words.
  var size: Int { (halves + 1) / 2 }

  /// Makes the columns `count` words; those of new words are not set.
  func resize(_ count: Int) {
    hashes.resize(count)
    gaps.resize(count)
    lengths.resize(count)
    traits.resize(count)
    starts.resize(count)
    extras.resize(0)
    if count == 0 { (base, basePoints, isASCII, halves) = (0, 0, true, 0) }
  }

  /// The bytes from the first to the last word of a stretch that is not empty.
  func range(_ words: Range<Int>) -> TextRange {
    let last = words.upperBound - 1
    return TextRange(
      Int(starts[words.lowerBound]), Int(starts[last]) + Int(lengths[last]))
  }

  /// The code points from the first to the last word of a stretch that is not empty.
  func points(_ words: Range<Int>) -> Range<Int> {
    let bytes = range(words)
    guard !isASCII else { return bytes.start..<bytes.end }
    let end = counter(at: words.upperBound - 1)
    return bytes.start - counter(at: words.lowerBound).before..<bytes.end - end.before - end.within
  }

  private func counter(at word: Int) -> ExtraCounter {
    var counter = ExtraCounter(before: base - basePoints)
    let extras = extras.values
    var index = 0
    while index < extras.count, counter.add(extras[index], at: word) { index += 1 }
    return counter
  }
}

/// How many continuation bytes of UTF-8 a word has, and the gap before it.
///
/// The gap's are less than none where pairs of characters overlap.
struct WordExtra: BitwiseCopyable {
  var word: UInt32
  var gap: Int8
  var within: UInt8
}

/// Counts the continuation bytes before a word and in it.
struct ExtraCounter {
  /// Those before the word's first byte.
  var before: Int
  /// Those in the word.
  var within = 0

  /// Counts those of a word, which come in order, for what word `target` asks; false beyond it.
  @inline(__always)
  mutating func add(_ extra: WordExtra, at target: Int) -> Bool {
    let word = Int(extra.word)
    if word > target { return false }
    before += Int(extra.gap)
    if word < target { before += Int(extra.within) } else { within = Int(extra.within) }
    return true
  }
}

/// Bits of `traits`.
enum WordTrait {
  static let capitalized: UInt8 = 1
  static let number: UInt8 = 2
  static let sentenceStart: UInt8 = 4
  static let quoted: UInt8 = 8
  static let opensQuote: UInt8 = 16
  static let closesQuote: UInt8 = 32
  static let pair: UInt8 = 64
  static let lineStart: UInt8 = 128
}
