import Texts

/// A token that may open or close a quotation, and what speaks for either.
struct QuotationMark {
  /// Marks that may close one another.
  enum Family { case double, single, angle, singleAngle, corner }

  /// What the mark does by itself, before its neighbours are heard.
  enum Turn { case opens, closes, either }

  let token: Int
  let family: Family
  /// The side that the character is made for.
  let glyph: Turn
  /// The side that the spaces around it speak for.
  let spacing: Turn
  /// It stands right behind a digit, as signs for feet, inches, minutes and seconds do.
  let isBehindDigit: Bool
  /// It stands right behind the letter s, as the sign of a possessive does.
  let isBehindS: Bool
  /// It stands right behind a stop, comma or the like.
  let isBehindPunctuation: Bool
  /// A space and a word follow.
  let isBeforeWord: Bool

  /// Reads the token at `index`; nil when it is no mark.
  ///
  /// `paragraph` holds the tokens of its paragraph.
  init?(_ reading: Reading, _ index: Int, in paragraph: Range<Int>) {
    let token = reading.tokens[index]
    let bytes = reading.text.bytes
    guard token.isPunctuation, token.range.count <= 6 else { return nil }
    let (scalar, length) = decodeScalar(bytes, at: token.start)
    let isPair = token.range.count > length
    switch scalar {
    case "\"", "＂": (family, glyph) = (.double, .either)
    case "“", "„", "‟": (family, glyph) = (.double, .opens)
    case "”": (family, glyph) = (.double, .closes)
    case "«": (family, glyph) = (.angle, .opens)
    case "»": (family, glyph) = (.angle, .closes)
    case "‹": (family, glyph) = (.singleAngle, .opens)
    case "›": (family, glyph) = (.singleAngle, .closes)
    case "「", "『": (family, glyph) = (.corner, .opens)
    case "」", "』": (family, glyph) = (.corner, .closes)
    case "'": (family, glyph) = (isPair ? .double : .single, .either)
    case "‘", "‚", "‛", "`":
      (family, glyph) = (isPair ? .double : .single, isPair && scalar == "‘" ? .either : .opens)
    case "’": (family, glyph) = (isPair ? .double : .single, .closes)
    default: return nil
    }
    self.token = index
    let isFirst = index == paragraph.lowerBound
    let isLast = index + 1 >= paragraph.upperBound
    let hasSpaceBefore = isFirst || token.shape.contains(.spaceBefore)
    let hasSpaceBehind = isLast || reading.tokens[index + 1].shape.contains(.spaceBefore)
    var opensBefore = hasSpaceBefore
    var closesBehind = hasSpaceBehind
    var isBehindPunctuation = false
    if !hasSpaceBefore {
      let before = reading.tokens[index - 1]
      switch decodeScalar(bytes, at: before.start).value {
      case "(", "[", "{", "—", "–", "-", "/", "“", "‘", "«", "¿", "¡": opensBefore = true
      case ".", ",", "!", "?", ";", "…": isBehindPunctuation = true
      case "\"": opensBefore = reading.tokens[index - 1].shape.contains(.spaceBefore)
      default: break
      }
    }
    if !hasSpaceBehind {
      switch decodeScalar(bytes, at: reading.tokens[index + 1].start).value {
      case ".", ",", "!", "?", ";", ":", ")", "]", "}", "—", "–", "-", "”", "’", "»", "…", "/":
        closesBehind = true
      default:
        let isClitic =
          reading.tokens[index + 1].word == "'s" || reading.tokens[index + 1].word == "s"
        closesBehind = isClitic && !opensBefore
      }
    }
    if opensBefore != closesBehind {
      spacing = opensBefore ? .opens : .closes
    } else {
      spacing = .either
    }
    self.isBehindPunctuation = isBehindPunctuation
    let byte = hasSpaceBefore || token.start == 0 ? 0x20 : bytes[token.start - 1]
    isBehindDigit = byte >= 0x30 && byte <= 0x39
    isBehindS = byte | 0x20 == UInt8(ascii: "s") || byte | 0x20 == UInt8(ascii: "z")
    isBeforeWord = !isLast && hasSpaceBehind && !reading.tokens[index + 1].isPunctuation
  }

  /// Whether the mark may open a quotation, and nothing speaks against it.
  var looksOpening: Bool {
    switch glyph {
    case .opens: spacing != .closes
    case .either: spacing == .opens
    case .closes: false
    }
  }

  /// Whether the mark may close a quotation, and nothing speaks against it.
  var looksClosing: Bool {
    switch glyph {
    case .closes: spacing != .opens
    case .either: spacing == .closes
    case .opens: false
    }
  }
}
