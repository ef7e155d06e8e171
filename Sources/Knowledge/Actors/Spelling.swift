public import Texts

/// The folded letters of one word, as names are compared.
///
/// Apostrophes are dropped and British spellings become American (`organisation`,
/// `defence`), so that a name has one form whoever prints it.
public struct Spelling: Sendable {
  /// The folded bytes, before the change of spelling.
  public private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private(set) var isCapitalized = false
  private(set) var hasDigits = false
  private var upperCount = 0
  private var letterCount = 0

  /// Creates the spelling of no letters.
  public init() {}

  /// Creates the spelling of a word.
  public init(_ string: String) {
    for scalar in string.unicodeScalars { append(scalar) }
  }

  /// Adds a scalar; marks that are not letters or digits are left out.
  public mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 { return append(ascii: UInt8(scalar.value)) }
    switch CharacterClass(scalar) {
    case .letter:
      letterCount += 1
      if scalar.properties.isUppercase {
        upperCount += 1
        if count == 0 { isCapitalized = true }
      }
    case .digit: hasDigits = true
    default: return
    }
    count += 1
    Folding.fold(scalar) { if $0 != 0x27 { bytes.append($0) } }
  }

  /// Letters are the common case, and the tables of names are read through here.
  private mutating func append(ascii byte: UInt8) {
    let lower = byte | 0x20
    if lower >= 0x61 && lower <= 0x7A {
      letterCount += 1
      if byte != lower {
        upperCount += 1
        if count == 0 { isCapitalized = true }
      }
      bytes.append(lower)
    } else if byte >= 0x30 && byte <= 0x39 {
      hasDigits = true
      bytes.append(byte)
    } else {
      return
    }
    count += 1
  }

  var endsInS: Bool { bytes.last == 0x73 }
  var isAcronym: Bool { upperCount == letterCount && upperCount >= (hasDigits ? 1 : 2) }

  /// The word in American spelling.
  public var word: Word {
    // Shorter words have one spelling; most words are spared the look-up.
    if bytes.count < 6 { return Word(folding: bytes, in: TextRange(0, bytes.count)) }
    var bytes = bytes
    if bytes.count > 8, bytes.last == 0x6E || bytes.last == 0x73 {
      for (british, american) in Self.endings where bytes.count >= british.count + 2 {
        guard bytes.suffix(british.count).elementsEqual(british) else { continue }
        bytes.removeLast(british.count)
        bytes += american
        break
      }
    }
    let plain = Word(folding: bytes, in: TextRange(0, bytes.count))
    return Self.american[plain] ?? plain
  }

  private static let endings: [([UInt8], [UInt8])] = [
    (Array("isations".utf8), Array("izations".utf8)),
    (Array("isation".utf8), Array("ization".utf8)),
  ]

  private static let american: [Word: Word] = [
    "defence": "defense", "centre": "center", "programme": "program", "labour": "labor",
    "neighbour": "neighbor", "neighbours": "neighbors", "harbour": "harbor",
    "organiser": "organizer", "organisers": "organizers", "centres": "centers",
    "mujahedeen": "mujahideen", "mujahidin": "mujahideen", "mujahedin": "mujahideen",
  ]
}
