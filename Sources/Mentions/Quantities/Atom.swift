package import Linguistics
package import Texts

/// The smallest piece that counting looks at: a word, a number or one mark.
///
/// Atoms are cut from the bytes of a sentence, not from its tokens, so that compounds, clitics
/// and figures come out alike however finely the tokens are split: `twenty-one` is always three
/// atoms, `3,400` always one, `brother's` always two.
package struct Atom: Sendable {
  /// What the atom is made of.
  package enum Kind: Sendable { case word, number, mark }

  /// What it is made of.
  package let kind: Kind
  /// Its bytes in the text.
  package let range: TextRange
  /// Its folded form; a figure's digits as written.
  package let word: Word
  /// Whether white space, or the start of the sentence, stands before it.
  package let hasSpaceBefore: Bool
  /// Whether it begins with an upper-case letter.
  package let isCapitalized: Bool
  /// Whether it ends in `s`, as most plurals do.
  package let endsInS: Bool
  /// Whether it ends in `ly`, as most adverbs do.
  package let endsInLy: Bool
  /// Whether it is a plural formed as those of people who do something are: `weavers`, `typists`.
  package let isAgentPlural: Bool
  /// The value of a figure; nil for words and marks.
  package let value: Double?
  /// Four digits without a separator: maybe a year.
  package let looksLikeYear: Bool

  /// Whether it is the mark `scalar`.
  package func isMark(_ mark: Word) -> Bool { kind == .mark && word == mark }
  /// Whether it is a hyphen or dash that touches what stands before it.
  package var isJoiningHyphen: Bool { kind == .mark && word == "-" && !hasSpaceBefore }
}

extension Reading {
  /// The atoms of a sentence, in order.
  ///
  /// - Complexity: O(n) in the bytes of the sentence.
  package func atoms(ofSentence index: Int) -> [Atom] {
    AtomScanner(bytes: text.bytes, end: sentences[index].range.end)
      .atoms(from: sentences[index].range.start)
  }
}

private struct AtomScanner {
  let bytes: [UInt8]
  let end: Int

  func scalar(_ offset: Int) -> (value: Unicode.Scalar, length: Int)? {
    offset < end ? decodeScalar(bytes, at: offset) : nil
  }

  func atoms(from start: Int) -> [Atom] {
    var atoms: [Atom] = []
    var offset = start
    var space = true
    while let (first, length) = scalar(offset) {
      switch CharacterClass(first) {
      case .space:
        space = true
        offset += length
        continue
      case .digit where first.value < 0x80:
        offset = number(from: offset, space: space, into: &atoms)
      case .letter, .digit:
        offset = word(from: offset, space: space, into: &atoms)
      case .other:
        append(.mark, offset, offset + length, space, into: &atoms)
        offset += length
      }
      space = false
    }
    return atoms
  }

  func append(
    _ kind: Atom.Kind, _ start: Int, _ stop: Int, _ space: Bool, value: Double? = nil,
    year: Bool = false, into atoms: inout [Atom]
  ) {
    let range = TextRange(start, stop)
    let (first, _) = decodeScalar(bytes, at: start)
    atoms.append(
      Atom(
        kind: kind, range: range,
        word: kind == .mark && first.isDash ? "-" : Word(folding: bytes, in: range),
        hasSpaceBefore: space,
        isCapitalized: kind == .word && first.properties.isUppercase,
        endsInS: kind == .word && (bytes[stop - 1] | 0x20) == 0x73,
        endsInLy: kind == .word && stop - start > 4 && (bytes[stop - 1] | 0x20) == 0x79
          && (bytes[stop - 2] | 0x20) == 0x6C,
        isAgentPlural: kind == .word && isAgentPlural(start, stop), value: value,
        looksLikeYear: year))
  }

  private func isAgentPlural(_ start: Int, _ stop: Int) -> Bool {
    func ends(in suffix: StaticString) -> Bool {
      let length = suffix.utf8CodeUnitCount
      guard stop - start > length + 1 else { return false }
      return suffix.withUTF8Buffer { letters in
        letters.indices.allSatisfy { bytes[stop - length + $0] | 0x20 == letters[$0] }
      }
    }
    if ends(in: "ments") { return false }
    return ends(in: "ers") || ends(in: "ors") || ends(in: "ists") || ends(in: "ians")
      || ends(in: "ees") || ends(in: "ants") || ends(in: "ents") || ends(in: "ards")
      || ends(in: "mates") || ends(in: "smiths") || ends(in: "eurs") || ends(in: "folks")
  }

  /// A word: letters and digits, apostrophes inside, and the points of `U.S.`; a final `'s`
  /// becomes an atom of its own.
  func word(from start: Int, space: Bool, into atoms: inout [Atom]) -> Int {
    var offset = start
    var apostrophe: Int?
    while let (next, length) = scalar(offset) {
      let kind = CharacterClass(next)
      if kind == .letter || kind == .digit {
        offset += length
      } else if next.isApostrophe, let (after, _) = scalar(offset + length),
        CharacterClass(after) == .letter
      {
        apostrophe = offset
        offset += length
      } else if next == ".", isPointOfAcronym(offset, from: start) {
        offset += 1
      } else {
        break
      }
    }
    if let apostrophe, apostrophe > start, let (_, mark) = scalar(apostrophe),
      apostrophe + mark + 1 == offset, bytes[offset - 1] | 0x20 == 0x73
    {
      append(.word, start, apostrophe, space, into: &atoms)
      append(.word, apostrophe, offset, false, into: &atoms)
    } else {
      append(.word, start, offset, space, into: &atoms)
    }
    return offset
  }

  /// Whether the point at `offset` belongs to `U.S.` or `a.m.`: single letters each with a point.
  func isPointOfAcronym(_ offset: Int, from start: Int) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      index < end && (0x61...0x7A).contains(bytes[index] | 0x20)
    }
    guard isLetter(offset - 1) else { return false }
    let isSingle = offset - 1 == start || bytes[offset - 2] == 0x2E
    guard isSingle else { return false }
    if isLetter(offset + 1) { return offset + 2 >= end || bytes[offset + 2] == 0x2E }
    return offset - 1 > start
  }

  /// A figure with its separators, or a word when letters touch it: `105mm`, `14th`.
  func number(from start: Int, space: Bool, into atoms: inout [Atom]) -> Int {
    func isDigit(_ index: Int) -> Bool { index < end && (0x30...0x39).contains(bytes[index]) }
    var offset = start
    var value = 0.0
    var group = 0
    func take() {
      while isDigit(offset) {
        value = value * 10 + Double(bytes[offset] - 0x30)
        offset += 1
        group += 1
      }
    }
    take()
    let isPlain = group
    while group <= 3, let width = separator(at: offset, followedBy: isDigit) {
      offset += width
      group = 0
      take()
    }
    let hasSeparators = offset - start > isPlain
    if offset + 1 < end, bytes[offset] == 0x2E, isDigit(offset + 1) {
      var unit = 0.1
      offset += 1
      while isDigit(offset) {
        value += Double(bytes[offset] - 0x30) * unit
        unit /= 10
        offset += 1
      }
    }
    if let (next, _) = scalar(offset), CharacterClass(next) == .letter {
      var stop = offset
      while let (next, length) = scalar(stop), CharacterClass(next) != .space,
        CharacterClass(next) != .other
      { stop += length }
      if value != value.rounded(), stop == offset + 1, bytes[offset] | 0x20 == 0x6D {
        append(.number, start, stop, space, value: value * 1_000_000, into: &atoms)
      } else {
        append(.word, start, stop, space, into: &atoms)
      }
      return stop
    }
    append(
      .number, start, offset, space, value: value, year: isPlain == 4 && !hasSeparators,
      into: &atoms)
    return offset
  }

  /// The width of a thousands separator at `offset`: a comma or a space before three digits.
  ///
  /// An ordinary space only counts before `000`, since `on May 5 200 people` is no number.
  func separator(at offset: Int, followedBy isDigit: (Int) -> Bool) -> Int? {
    guard let (mark, width) = scalar(offset) else { return nil }
    let next = offset + width
    guard isDigit(next), isDigit(next + 1), isDigit(next + 2), !isDigit(next + 3) else {
      return nil
    }
    switch mark.value {
    case 0x2C, 0xA0, 0x2009, 0x202F: return width
    case 0x20: return bytes[next..<next + 3].allSatisfy { $0 == 0x30 } ? width : nil
    default: return nil
    }
  }
}
