import Texts

/// The state of tokenizing one range: where it stands, and the tokens so far.
///
/// A chunk is a run without white space. Every look ahead is bounded by a constant, so
/// that text without any break still takes linear time.
struct TokenScanner {
  let bytes: [UInt8]
  let end: Int
  var offset: Int
  /// Where the chunk being split ends.
  var chunkEnd = 0
  /// The first `@` of the chunk at or after `offset`; `chunkEnd` when there is none.
  var nextAt = 0
  var spaceBefore = true
  var tokens: [Token] = []

  init(_ text: SourceText, _ range: TextRange) {
    bytes = text.bytes
    offset = range.start
    end = range.end
    tokens.reserveCapacity(range.count / 5)
  }

  mutating func scan() {
    while offset < end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if CharacterClass(scalar) == .space {
        spaceBefore = true
        offset += length
        continue
      }
      if offset >= chunkEnd { openChunk() }
      scanToken()
    }
  }

  /// Finds where the chunk at `offset` ends.
  private mutating func openChunk() {
    var position = offset
    while position < end {
      let (scalar, length) = decodeScalar(bytes, at: position)
      if CharacterClass(scalar) == .space { break }
      position += length
    }
    chunkEnd = position
    findNextAt(from: offset)
  }

  mutating func findNextAt(from start: Int) {
    nextAt = start
    while nextAt < chunkEnd, bytes[nextAt] != UInt8(ascii: "@") { nextAt += 1 }
  }

  /// Takes one token, or a word and its clitic, at `offset`.
  private mutating func scanToken() {
    if nextAt < offset { findNextAt(from: offset) }
    if let address = addressEnd() { return take(upTo: address) }
    let (scalar, _) = decodeScalar(bytes, at: offset)
    if scalar.isApostrophe, let stop = apostropheEnd() { return take(upTo: stop) }
    switch CharacterClass(scalar) {
    case .digit: scanNumber()
    case .letter: scanWord()
    default:
      if scalar == "_" || Self.isIgnorable(scalar) { return scanWord() }
      take(upTo: markEnd())
    }
  }

  // MARK: Looking

  /// The scalar at `position`, nil at the chunk's end.
  func scalar(at position: Int) -> Unicode.Scalar? {
    position < chunkEnd ? decodeScalar(bytes, at: position).value : nil
  }

  func length(at position: Int) -> Int { decodeScalar(bytes, at: position).length }

  func byte(at position: Int) -> UInt8 { position < chunkEnd ? bytes[position] : 0 }

  func isLetter(at position: Int) -> Bool {
    guard let scalar = scalar(at: position) else { return false }
    return CharacterClass(scalar) == .letter
  }

  func isDigit(at position: Int) -> Bool {
    guard let scalar = scalar(at: position) else { return false }
    return CharacterClass(scalar) == .digit
  }

  /// Where the run of letters at `position` ends, looking at most `limit` bytes far.
  func lettersEnd(from position: Int, limit: Int = 64) -> Int {
    var stop = position
    while stop < chunkEnd, stop - position < limit {
      let (scalar, length) = decodeScalar(bytes, at: stop)
      guard CharacterClass(scalar) == .letter, !scalar.isApostrophe else { break }
      stop += length
    }
    return stop
  }

  func digitsEnd(from position: Int, limit: Int = 64) -> Int {
    var stop = position
    while stop < chunkEnd, stop - position < limit, isDigit(at: stop) { stop += length(at: stop) }
    return stop
  }

  func word(_ start: Int, _ stop: Int) -> Word {
    Word(folding: bytes, in: TextRange(start, stop))
  }

  /// Invisible format characters and variation selectors: they go with what is before them.
  static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0xAD else { return false }
    return scalar.properties.generalCategory == .format
  }

  // MARK: Taking

  /// Makes a token of the bytes from `offset` to `stop` and goes on behind it.
  mutating func take(upTo stop: Int) {
    while offset < stop {
      var cut = stop
      if cut - offset > Int(UInt16.max) {
        cut = offset + Int(UInt16.max)
        while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
      }
      let range = TextRange(offset, cut)
      tokens.append(
        Token(range: range, shape: shape(of: range), word: Word(folding: bytes, in: range))
      )
      spaceBefore = false
      offset = cut
    }
  }

  private func shape(of range: TextRange) -> Token.Shape {
    var shape: Token.Shape = spaceBefore ? [.spaceBefore] : []
    var letters = 0
    var capitals = 0
    var position = range.start
    while position < range.end {
      let (scalar, length) = decodeScalar(bytes, at: position)
      switch CharacterClass(scalar) {
      case .digit: shape.insert(.digits)
      case .letter where scalar.value < 0x80:
        letters += 1
        if scalar.value < 0x61 { capitals += 1 }
      case .letter:
        let properties = scalar.properties
        // Combining marks are neither upper nor lower case and decide nothing.
        if properties.canonicalCombiningClass == .notReordered { letters += 1 }
        if properties.isUppercase { capitals += 1 }
      default: if isFraction(scalar) { shape.insert(.digits) }
      }
      if position == range.start, capitals == 1 { shape.insert(.capitalized) }
      position += length
    }
    if letters > 0 { shape.insert(.letters) }
    if letters > 1, capitals == letters { shape.insert(.allCapitals) }
    if letters == 0, !shape.contains(.digits) { shape.insert(.punctuation) }
    if isQuotationMark(range) { shape.insert(.quotationMark) }
    return shape
  }

  /// A number that is no digit: ½, ², Ⅳ.
  private func isFraction(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0xB2 else { return false }
    switch scalar.properties.generalCategory {
    case .otherNumber, .letterNumber: return true
    default: return false
    }
  }

  /// Whether the token is a mark of quotation; a lone apostrophe behind the letter s is taken
  /// for a possessive.
  private func isQuotationMark(_ range: TextRange) -> Bool {
    let (scalar, length) = decodeScalar(bytes, at: range.start)
    switch scalar {
    case "\"", "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "‚", "‛", "「", "」", "『", "』", "＂":
      return range.count == length || scalar == "‘"
    case "'", "’", "`":
      if range.count > length {
        return decodeScalar(bytes, at: range.start + length).value.isApostrophe
      }
      return spaceBefore || range.start == 0 || bytes[range.start - 1] | 0x20 != UInt8(ascii: "s")
    default: return false
    }
  }
}
