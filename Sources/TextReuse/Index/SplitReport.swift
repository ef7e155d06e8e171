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
  /// Continuation bytes of UTF-8, two numbers a word: in the gap and in the word.
  ///
  /// That of the gap is signed, since pairs of characters overlap. Empty when all bytes are ASCII.
  let extras = Column<UInt8>()
  /// Words that are not all ASCII, or may not be with the gap before.
  let mixed = Column<UInt32>()
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
    return ContinuationBytes(extras.values, from: 0)
      .points(of: bytes, words, shift: base - basePoints)
  }
}

/// The continuation bytes of the words of a report, two numbers a word: those in the gap before
/// it, signed, and those in it.
struct ContinuationBytes {
  private let numbers: Values<UInt8>
  private let start: Int

  /// The numbers of a report begin at `start`, which is even.
  init(_ numbers: Values<UInt8>, from start: Int) {
    self.numbers = numbers
    self.start = start
  }

  /// The code points of the words at `bytes`, where `shift` fewer stand before the first word.
  func points(of bytes: TextRange, _ words: Range<Int>, shift: Int) -> Range<Int> {
    // The gap before the first word is passed before it begins.
    let first = start + 2 * words.lowerBound + 1
    let before = shift &+ sum(start..<first)
    let through = before &+ sum(first..<start + 2 * words.upperBound)
    return bytes.start - before..<bytes.end - through
  }

  private func sum(_ places: Range<Int>) -> Int {
    var sum = 0
    for place in places {
      sum &+= place & 1 == 0 ? Int(Int8(bitPattern: numbers[place])) : Int(numbers[place])
    }
    return sum
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
