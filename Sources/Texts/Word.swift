/// A word as compared: the 64-bit FNV-1a hash of its folded form.
///
/// Folding lowers case, drops diacritics and unifies apostrophes and hyphens
/// (`Folding`). Comparing two words is comparing two integers; two different
/// words have one hash with probability 2⁻⁶⁴. A string literal is a `Word`, so
/// rules read `token.word == "said"`.
public struct Word: Hashable, Sendable, ExpressibleByStringLiteral, Comparable {
  /// The hash itself.
  public let hash: UInt64

  /// The word that stands for no text at all.
  public static let none = Word(hash: 0)

  /// Takes a hash made by another `Word`.
  public init(hash: UInt64) { self.hash = hash }

  /// Folds a literal, which must be ASCII in lower case already.
  public init(stringLiteral value: StaticString) {
    var hash = fnvOffset
    for index in 0..<value.utf8CodeUnitCount {
      hash = unsafe (hash ^ UInt64(value.utf8Start[index])) &* fnvPrime
    }
    self.hash = hash
  }

  /// Folds any string.
  public init(folding string: some StringProtocol) {
    let bytes = Array(string.utf8)
    self.init(folding: bytes, in: TextRange(0, bytes.count))
  }

  /// Folds the bytes of `range`, which must be valid UTF-8.
  ///
  /// - Complexity: O(n); no allocation.
  public init(folding bytes: [UInt8], in range: TextRange) {
    var hash = fnvOffset
    var offset = range.start
    while offset < range.end {
      let byte = bytes[offset]
      if byte < 0x80 {
        var lower = byte
        if byte >= 0x41 && byte <= 0x5A { lower |= 0x20 }
        if byte == 0x60 { lower = 0x27 }
        hash = (hash ^ UInt64(lower)) &* fnvPrime
        offset += 1
      } else {
        let (scalar, length) = decodeScalar(bytes, at: offset)
        Folding.fold(scalar) { hash = (hash ^ UInt64($0)) &* fnvPrime }
        offset += length
      }
    }
    self.hash = hash
  }

  /// Orders by hash; of use only where some fixed order is needed.
  public static func < (a: Word, b: Word) -> Bool { a.hash < b.hash }
}

let fnvOffset: UInt64 = 0xCBF2_9CE4_8422_2325
let fnvPrime: UInt64 = 0x100_0000_01B3
