import Texts

extension TokenScanner {
  /// Takes the number at `offset` with its separators; a unit fused with it is a token of
  /// its own, an ordinal ending or the s of a decade is not.
  mutating func scanNumber() {
    let start = offset
    var position = digitsEnd(from: start, limit: Int.max)
    if let stop = dashedEnd(start, position) { return take(upTo: stop) }
    while position < chunkEnd {
      let next = position + 1
      switch bytes[position] {
      case UInt8(ascii: ","):
        guard isThousands(after: next) else { return finishNumber(start, position) }
      case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"):
        guard isDigit(at: next) else { return finishNumber(start, position) }
      default: return finishNumber(start, position)
      }
      position = digitsEnd(from: next, limit: Int.max)
    }
    finishNumber(start, position)
  }

  /// Three digits behind a comma, or two that more such groups follow, as in India.
  private func isThousands(after next: Int) -> Bool {
    let count = digitsEnd(from: next, limit: 4) - next
    if count == 3 { return true }
    guard count == 2, byte(at: next + 2) == UInt8(ascii: ",") else { return false }
    let more = digitsEnd(from: next + 3, limit: 4) - (next + 3)
    return more == 2 || more == 3
  }

  private mutating func finishNumber(_ start: Int, _ position: Int) {
    let letters = lettersEnd(from: position, limit: 16)
    if letters > position {
      let unit = word(position, letters)
      let isWhole = Units.endings.contains(unit)
      if !isWhole, !isDigit(at: letters), isUnit(unit, from: position, to: letters) {
        return take(upTo: position)
      }
      // 4G, 3rd, 1970s, 81P, F-16s' numbers and the like: one run.
      return scanCode(from: position)
    }
    if let scalar = scalar(at: position), scalar.isApostrophe {
      // The 1960's.
      let next = position + length(at: position)
      if lettersEnd(from: next) == next + 1, bytes[next] == UInt8(ascii: "s") {
        return take(upTo: next + 1)
      }
    }
    take(upTo: position)
  }

  private func isUnit(_ unit: Word, from position: Int, to letters: Int) -> Bool {
    if Units.all.contains(unit) { return true }
    let isAfterSign = tokens.last.map { !spaceBefore && $0.end == offset && $0.isPunctuation }
    if isAfterSign == true, unit == "b" || unit == "t" { return true }
    // A word that lost its space: 20people. Codes are short or in capitals.
    return letters - position >= 4
      && bytes[position..<letters].allSatisfy { $0 >= 0x61 || $0 >= 0x80 }
  }

  private mutating func scanCode(from position: Int) {
    var stop = position
    while stop < chunkEnd {
      let (scalar, length) = decodeScalar(bytes, at: stop)
      let kind = CharacterClass(scalar)
      guard kind == .letter || kind == .digit || scalar == "_", !scalar.isApostrophe else { break }
      stop += length
    }
    take(upTo: stop)
  }

  /// The end of a date or telephone number written with hyphens, nil when it is neither.
  private func dashedEnd(_ start: Int, _ firstEnd: Int) -> Int? {
    var groups = [firstEnd - start]
    var position = firstEnd
    while byte(at: position) == UInt8(ascii: "-"), groups.count < 5 {
      let stop = digitsEnd(from: position + 1, limit: 12)
      guard stop > position + 1 else { break }
      groups.append(stop - position - 1)
      position = stop
    }
    guard !isLetter(at: position) else { return nil }
    switch groups {
    case [4, 2, 2], [3, 4], [3, 3, 4], [1, 3, 3, 4], [2, 2, 4], [2, 2, 2], [1, 2, 4], [1, 1, 4]:
      return position
    default: return nil
    }
  }
}

/// What may stand fused with a number.
enum Units {
  /// Endings that belong to the number: ordinals and decades.
  static let endings = Set<Word>(listing: "st nd rd th s")
  /// Units that are tokens of their own.
  static let all = Set<Word>(
    listing: """
      km kms m cm mm nm kg kgs g mg ft in lb lbs oz sq mph kph kmh km/h kw mw gw kwh mwh hz khz mhz
      ghz kb mb gb tb pm am a p k mn bn tn mln bln mm hr hrs min mins sec secs yr yrs pc pct x
      mile miles metre metres meter meters hour hours day days year years month months week weeks
      people persons men women million billion trillion thousand hundred percent
      """
  )
}
