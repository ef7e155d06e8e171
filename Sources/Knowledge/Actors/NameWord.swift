public import Texts

/// A word of a text as names are compared, whatever the tokens are.
///
/// Words are runs of letters and digits; an apostrophe between letters belongs to the word,
/// a hyphen does not (`al-Noor` is two). `U.S.` is one word, and a possessive `'s` is left out.
public struct NameWord: Hashable, Sendable {
  /// What stands between a word and the one before it.
  public struct Gap: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Creates a gap from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// White space.
    public static let space = Gap(rawValue: 1)
    /// A hyphen.
    public static let hyphen = Gap(rawValue: 2)
    /// A comma.
    public static let comma = Gap(rawValue: 4)
    /// A full stop.
    public static let stop = Gap(rawValue: 8)
    /// An opening bracket.
    public static let opening = Gap(rawValue: 16)
    /// A closing bracket.
    public static let closing = Gap(rawValue: 32)
    /// A double quotation mark, or a single one away from letters.
    public static let quote = Gap(rawValue: 64)
    /// Anything else, or the start of the text.
    public static let other = Gap(rawValue: 128)
  }

  /// Its bytes, without a possessive ending.
  public let range: TextRange
  /// The folded word, without apostrophes and in American spelling.
  public let word: Word
  /// What stands before it.
  public let gap: Gap
  /// Begins with an upper-case letter.
  public let isCapitalized: Bool
  /// Two or more letters, all upper case, with or without digits.
  public let isAcronym: Bool
  /// Is followed by a possessive ending.
  public let isPossessive: Bool
  /// Has a digit.
  public let hasDigits: Bool

  /// Whether only white space or one hyphen stands before it.
  public var isAdjacent: Bool { gap == .space || gap == .hyphen || gap == [] }

  /// Whether it is an article-like particle that names may have or lack: `al`, `el`, `the`.
  public var isParticle: Bool { word == "al" || word == "el" || word == "the" }

  /// The words of `range`, in order.
  ///
  /// - Complexity: O(n) in the bytes of the range.
  public static func words(of text: SourceText, in range: TextRange) -> [NameWord] {
    var scanner = NameWordScanner(text: text, end: range.end)
    return scanner.words(from: range.start)
  }

  /// The words of a string.
  public static func words(of string: String) -> [NameWord] {
    let text = SourceText(string)
    return words(of: text, in: text.range)
  }

  /// Creates a word.
  init(
    range: TextRange, word: Word, gap: Gap, isCapitalized: Bool, isAcronym: Bool,
    isPossessive: Bool, hasDigits: Bool
  ) {
    self.range = range
    self.word = word
    self.gap = gap
    self.isCapitalized = isCapitalized
    self.isAcronym = isAcronym
    self.isPossessive = isPossessive
    self.hasDigits = hasDigits
  }
}

/// One pass over the bytes of a text.
private struct NameWordScanner {
  let text: SourceText
  let end: Int

  mutating func words(from start: Int) -> [NameWord] {
    var words: [NameWord] = []
    var gap: NameWord.Gap = .other
    var offset = start
    while offset < end {
      let (scalar, length) = text.scalar(at: offset)
      let kind = CharacterClass(scalar)
      guard kind == .letter || kind == .digit else {
        gap.formUnion(Self.gap(of: scalar, kind: kind))
        offset += length
        continue
      }
      let (word, next) = word(from: offset, gap: gap)
      words.append(word)
      gap = []
      offset = next
    }
    return words
  }

  private static func gap(of scalar: Unicode.Scalar, kind: CharacterClass) -> NameWord.Gap {
    if kind == .space { return .space }
    if scalar.isHyphen { return .hyphen }
    switch scalar.value {
    case 0x2C: return .comma
    case 0x2E: return .stop
    case 0x28, 0x5B: return .opening
    case 0x29, 0x5D: return .closing
    case 0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: return .quote
    default: return scalar.isApostrophe ? .quote : .other
    }
  }

  /// The word that begins at `start`, and the byte after it and its ending.
  private func word(from start: Int, gap: NameWord.Gap) -> (NameWord, Int) {
    if let initials = initials(from: start, gap: gap) { return initials }
    var spelling = Spelling()
    var offset = start
    var next = end
    var isPossessive = false
    scan: while offset < end {
      let (scalar, length) = text.scalar(at: offset)
      switch CharacterClass(scalar) {
      case .letter, .digit:
        spelling.append(scalar)
        offset += length
      default:
        next = offset
        guard scalar.isApostrophe else { break scan }
        let after = offset + length
        guard isLetter(at: after) else {
          isPossessive = spelling.endsInS
          if isPossessive { next = after }
          break scan
        }
        let ending = text.scalar(at: after)
        if ending.value == "s" || ending.value == "S", !isLetter(at: after + ending.length) {
          isPossessive = true
          next = after + ending.length
          break scan
        }
        offset = after
      }
      next = offset
    }
    return (
      NameWord(
        range: TextRange(start, offset), word: spelling.word, gap: gap,
        isCapitalized: spelling.isCapitalized, isAcronym: spelling.isAcronym,
        isPossessive: isPossessive, hasDigits: spelling.hasDigits), max(next, offset)
    )
  }

  private func isLetter(at offset: Int) -> Bool {
    guard offset < end else { return false }
    return CharacterClass(text.scalar(at: offset).value) == .letter
  }

  /// Letters with stops between them, two or more: `U.S.`, `D.R.`.
  private func initials(from start: Int, gap: NameWord.Gap) -> (NameWord, Int)? {
    var spelling = Spelling()
    var offset = start
    var last = start
    while offset + 1 < end {
      let byte = text.bytes[offset]
      guard byte >= 0x41, byte <= 0x5A, text.bytes[offset + 1] == 0x2E else { break }
      spelling.append(Unicode.Scalar(byte))
      offset += 2
      last = offset
    }
    guard spelling.count >= 2, last == end || !isLetter(at: last) else { return nil }
    var next = last
    var isPossessive = false
    if last + 1 < end {
      let (mark, length) = text.scalar(at: last)
      if mark.isApostrophe, last + length < end, text.bytes[last + length] == 0x73 {
        isPossessive = true
        next = last + length + 1
      }
    }
    return (
      NameWord(
        range: TextRange(start, last), word: spelling.word, gap: gap, isCapitalized: true,
        isAcronym: true, isPossessive: isPossessive, hasDigits: false), next
    )
  }
}
