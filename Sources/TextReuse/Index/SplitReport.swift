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
    var walk = WordWalk(base: base, basePoints: basePoints)
    let (gaps, lengths, extras) = (gaps.values, lengths.values, extras.values)
    for word in 0..<words.upperBound {
      walk.step(
        gap: gaps[word], length: lengths[word], gapExtra: extras[2 * word],
        extra: extras[2 * word + 1])
      if word == words.lowerBound { walk.keepStart() }
    }
    return walk.points
  }
}

/// Adds up gaps and lengths to places in bytes and code points.
struct WordWalk {
  private var start: (bytes: Int, points: Int)
  private var end: (bytes: Int, points: Int)
  private var kept: (bytes: Int, points: Int)

  /// Before the first word, which begins at `base`.
  init(base: Int, basePoints: Int) {
    start = (base, basePoints)
    end = start
    kept = start
  }

  /// Goes on to the end of the next word.
  @inline(__always)
  mutating func step(gap: Int8, length: UInt8, gapExtra: UInt8, extra: UInt8) {
    start.bytes = end.bytes + Int(gap)
    start.points = end.points + Int(gap) - Int(Int8(bitPattern: gapExtra))
    end.bytes = start.bytes + Int(length)
    end.points = start.points + Int(length) - Int(extra)
  }

  /// Notes that the word just passed is the first of a stretch.
  mutating func keepStart() { kept = start }

  /// The bytes from the noted word to the last one passed.
  var bytes: TextRange { TextRange(kept.bytes, end.bytes) }
  /// The code points from the noted word to the last one passed.
  var points: Range<Int> { kept.points..<end.points }
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
