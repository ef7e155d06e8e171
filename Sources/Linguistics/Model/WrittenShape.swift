import Texts

/// How a token is written, as the model is told beside the token's pieces, which have no case.
///
/// Classes 0 to 6 and 7 for markers; 8 more when the token stands right behind the one before.
enum WrittenShape {
  static let lower: UInt8 = 0
  /// The first of two letters or more is upper case, the rest lower.
  static let capitalized: UInt8 = 1
  /// Two letters or more, all upper case.
  static let upper: UInt8 = 2
  static let mixed: UInt8 = 3
  /// Has a digit, whatever else.
  static let digits: UInt8 = 4
  /// No letter and no digit.
  static let other: UInt8 = 5
  /// One letter, upper case.
  static let initial: UInt8 = 6
  static let marker: UInt8 = 7
  /// Added when no white space stands before the token.
  static let glued: UInt8 = 8
  /// The number of shapes.
  static let count = 16

  private enum Kind: UInt8 { case neither, lower, upper, digit }

  private static let ascii: [Kind] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    default: .neither
    }
  }

  /// The class of the token at `range`; letters without case count as lower.
  ///
  /// - Complexity: O(n) in bytes.
  static func shape(of text: SourceText, in range: TextRange) -> UInt8 {
    var letters = 0
    var capitals = 0
    var isFirstUpper = false
    var offset = range.start
    while offset < range.end {
      let byte = text.bytes[offset]
      let kind: Kind
      if byte < 0x80 {
        kind = ascii[Int(byte)]
        offset += 1
      } else {
        let (scalar, length) = text.scalar(at: offset)
        kind = self.kind(of: scalar)
        offset += length
      }
      switch kind {
      case .digit: return digits
      case .lower: letters += 1
      case .upper:
        if letters == 0 { isFirstUpper = true }
        letters += 1
        capitals += 1
      case .neither: break
      }
    }
    if letters == 0 { return other }
    if capitals == 0 { return lower }
    if letters == 1 { return initial }
    if capitals == letters { return upper }
    return capitals == 1 && isFirstUpper ? capitalized : mixed
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return properties.isUppercase ? .upper : .lower
    default: break
    }
    switch properties.numericType {
    case .digit, .decimal: return .digit
    default: return .neither
    }
  }
}
