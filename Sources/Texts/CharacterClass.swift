/// The few classes of characters that reading needs.
public enum CharacterClass: UInt8, Sendable {
  /// Letters and the marks that combine with them.
  case letter
  /// Decimal digits.
  case digit
  /// White space, line ends, the byte order mark and the zero-width space.
  case space
  /// Everything else.
  case other

  /// Classifies a scalar; ASCII by comparison, the rest by its general category.
  public init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      switch UInt8(value) {
      case 0x61...0x7A, 0x41...0x5A: self = .letter
      case 0x30...0x39: self = .digit
      case 0x20, 0x09...0x0D, 0x1C...0x1F: self = .space
      default: self = .other
      }
      return
    }
    switch value {
    case 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      self = .space
      return
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark:
      self = .letter
    case .decimalNumber: self = .digit
    default: self = .other
    }
  }
}

extension Unicode.Scalar {
  /// A straight or curly apostrophe, or a mark printed for one.
  public var isApostrophe: Bool {
    switch value {
    case 0x27, 0x2019, 0x2018, 0x02BC, 0x60, 0xB4, 0x2BB, 0x2BF, 0x2BE: true
    default: false
    }
  }

  /// A hyphen inside a word (not a dash between words).
  public var isHyphen: Bool { value == 0x2D || value == 0x2010 || value == 0x2011 }

  /// A dash that separates parts of a sentence.
  public var isDash: Bool { value == 0x2013 || value == 0x2014 || value == 0x2015 }
}
