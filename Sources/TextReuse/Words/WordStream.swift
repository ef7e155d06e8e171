import Texts

/// The words of one report as reuse compares them, each with its bytes in the text.
///
/// A word is a maximal run of letters and digits, folded (`Word`). Scripts that put no
/// spaces between words (`isUnspaced`) give one word per two neighbouring characters,
/// overlapping, so that a shared stretch shares words wherever it begins.
struct WordStream: Sendable {
  /// What the place of a word in the text says about it.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Begins with a capital letter.
    static let capitalized = Traits(rawValue: 1)
    /// Begins with a digit.
    static let number = Traits(rawValue: 2)
    /// The first word after a full stop, a line end or an opening mark.
    static let sentenceStart = Traits(rawValue: 4)
    /// Inside quotation marks.
    static let quoted = Traits(rawValue: 8)
    /// The first word after an opening quotation mark.
    static let opensQuote = Traits(rawValue: 16)
    /// The last word before a closing quotation mark.
    static let closesQuote = Traits(rawValue: 32)
    /// Two characters of an unspaced script; counts as half a word.
    static let pair = Traits(rawValue: 64)
    /// Directly after a colon.
    static let afterColon = Traits(rawValue: 128)
  }

  /// The words, in order.
  private(set) var words: [Word] = []
  /// The bytes of each; they overlap where words are pairs of characters.
  private(set) var ranges: [TextRange] = []
  /// The traits of each.
  private(set) var traits: [Traits] = []
  /// Half words before each word, and at the end all of them.
  private var halves: [UInt32] = [0]

  /// Splits the bytes of `range`, which must begin and end on scalar boundaries.
  ///
  /// - Complexity: O(n).
  init(_ text: SourceText, in range: TextRange) {
    words.reserveCapacity(range.count / 6)
    ranges.reserveCapacity(range.count / 6)
    traits.reserveCapacity(range.count / 6)
    halves.reserveCapacity(range.count / 6)
    split(text, range)
    markQuotes(quotations(in: text, range))
  }

  /// How many there are.
  var count: Int { words.count }

  /// The length of a stretch in words; two pairs of characters count as one word.
  func size(_ stretch: Range<Int>) -> Int {
    Int(halves[stretch.upperBound] - halves[stretch.lowerBound] + 1) / 2
  }

  /// The bytes from the first to the last word of a stretch that is not empty.
  func range(_ stretch: Range<Int>) -> TextRange {
    TextRange(ranges[stretch.lowerBound].start, ranges[stretch.upperBound - 1].end)
  }

  private mutating func append(_ text: SourceText, _ range: TextRange, _ trait: Traits) {
    words.append(Word(folding: text.bytes, in: range))
    ranges.append(range)
    traits.append(trait)
    halves.append((halves.last ?? 0) + (trait.contains(.pair) ? 1 : 2))
  }

  private mutating func split(_ text: SourceText, _ range: TextRange) {
    var offset = range.start
    var before: Traits = .sentenceStart
    while offset < range.end {
      let (scalar, length) = text.scalar(at: offset)
      if scalar == " " {
        offset += 1
        continue
      }
      let kind = CharacterClass(scalar)
      guard kind == .letter || kind == .digit else {
        switch scalar.value {
        case 0x2E, 0x21, 0x3F, 0x2026, 0x0A, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x6D4:
          before.insert(.sentenceStart)
        case 0x3A, 0xFF1A: before.formUnion([.sentenceStart, .afterColon])
        default: break
        }
        offset += length
        continue
      }
      if scalar.isUnspaced {
        offset = splitPairs(text, from: offset, end: range.end, before)
        before = []
        continue
      }
      var trait = before
      if kind == .digit { trait.insert(.number) }
      if scalar.isCapital { trait.insert(.capitalized) }
      let start = offset
      offset += length
      while offset < range.end {
        let (next, nextLength) = text.scalar(at: offset)
        if next.value >= 0x61 && next.value <= 0x7A {
          offset += 1
          continue
        }
        let nextKind = CharacterClass(next)
        guard nextKind == .letter || nextKind == .digit, !next.isUnspaced else { break }
        offset += nextLength
      }
      append(text, TextRange(start, offset), trait)
      before = []
    }
  }

  /// Appends the pairs of a run of an unspaced script; returns where the run ends.
  private mutating func splitPairs(
    _ text: SourceText, from start: Int, end: Int, _ before: Traits
  ) -> Int {
    var trait = before.union(.pair)
    var last: TextRange?
    var isPaired = false
    var offset = start
    while offset < end {
      let (scalar, length) = text.scalar(at: offset)
      guard scalar.isUnspaced else { break }
      var characterEnd = offset + length
      while characterEnd < end {
        let (mark, markLength) = text.scalar(at: characterEnd)
        guard mark.isMark else { break }
        characterEnd += markLength
      }
      if let previous = last {
        append(text, TextRange(previous.start, characterEnd), trait)
        trait = .pair
        isPaired = true
      }
      last = TextRange(offset, characterEnd)
      offset = characterEnd
    }
    if let single = last, !isPaired { append(text, single, trait) }
    return offset
  }

  private mutating func markQuotes(_ quotations: [TextRange]) {
    var index = 0
    for quotation in quotations {
      while index < count && ranges[index].start < quotation.start { index += 1 }
      let first = index
      while index < count && ranges[index].end <= quotation.end {
        traits[index].insert(.quoted)
        index += 1
      }
      guard index > first else { continue }
      traits[first].insert(.opensQuote)
      traits[index - 1].insert(.closesQuote)
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar belongs to a script written without spaces between words.
  var isUnspaced: Bool {
    guard value >= 0xE00 else { return false }
    return switch value {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether the scalar is an upper-case letter.
  var isCapital: Bool {
    value < 0x80 ? value >= 0x41 && value <= 0x5A : properties.isUppercase
  }

  /// Whether the scalar is a mark that combines with the letter before it.
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
