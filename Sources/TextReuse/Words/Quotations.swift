import Texts

/// The stretches of `range` between quotation marks, in order and disjoint.
///
/// Double marks of any form, guillemets and corner brackets; single marks only where
/// they cannot be apostrophes. A double quotation that is never closed ends with its
/// paragraph, as the paragraphs of a long quotation do.
///
/// - Complexity: O(n).
func quotations(in text: SourceText, _ range: TextRange) -> [TextRange] {
  var scan = QuotationScan(text: text, range: range)
  scan.run()
  return scan.found
}

private struct QuotationScan {
  let text: SourceText
  let range: TextRange
  var found: [TextRange] = []
  /// Where the words of the open double quotation begin.
  private var openDouble: Int?
  private var openMark: UInt32 = 0
  /// Where the last mark stood that seemed to open while a quotation was open: a
  /// quotation in it, unless the paragraph ends first; then a closing mark was forgotten.
  private var nested: Int?
  private var isNestedOpen = false
  private var openSingle: Int?

  init(text: SourceText, range: TextRange) {
    self.text = text
    self.range = range
  }

  mutating func run() {
    var before: Unicode.Scalar = "\n"
    var lastVisible: Unicode.Scalar = "\n"
    var offset = range.start
    while offset < range.end {
      let (scalar, length) = text.scalar(at: offset)
      let end = offset + length
      if scalar.value >= 0x61 && scalar.value <= 0x7A {
        (before, lastVisible, offset) = (scalar, scalar, end)
        continue
      }
      let after = end < range.end ? text.scalar(at: end).value : "\n"
      switch scalar.value {
      case 0x22, 0x201C...0x201F, 0xAB, 0xBB, 0x300C...0x300F, 0x301D...0x301F, 0xFF02:
        readDouble(scalar, TextRange(offset, end), before, after)
      case 0x27, 0x2018...0x201B, 0x60, 0xB4:
        readSingle(scalar, TextRange(offset, end), before, after)
      case 0x0A:
        let ends = "\n.!?…\"”»’'".unicodeScalars.contains(lastVisible)
        if ends || after == "\n" || after == "\r" { endParagraph(at: offset) }
      default: break
      }
      before = scalar
      if scalar == "\n" || CharacterClass(scalar) != .space { lastVisible = scalar }
      offset = end
    }
    endParagraph(at: range.end)
  }

  private mutating func readDouble(
    _ mark: Unicode.Scalar, _ place: TextRange, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) {
    let spaceBefore = CharacterClass(before) == .space
    let spaceAfter = CharacterClass(after) == .space
    let canOpen: Bool
    var closes = openDouble != nil
    switch mark.value {
    case 0x201E, 0x201F, 0x300C, 0x300E, 0x301D:
      canOpen = true
      closes = false
    case 0x201C:
      canOpen = true
      closes = closes && openMark == 0x201E
    case 0x201D, 0x300D, 0x300F, 0x301E:
      canOpen = mark.value == 0x201D && spaceBefore && !spaceAfter
      if canOpen && closes { return nest(at: place) }
    case 0xAB:
      canOpen = true
      closes = closes && openMark == 0xBB
    case 0xBB:
      canOpen = spaceBefore && !spaceAfter
      closes = closes && openMark != 0xBB
    default:
      canOpen = !spaceAfter
      if closes && spaceBefore && CharacterClass(after) == .letter { return nest(at: place) }
    }
    if closes && isNestedOpen {
      isNestedOpen = false
    } else if closes {
      close(at: place.start)
    } else if canOpen {
      close(at: place.start)
      openDouble = place.end
      openMark = mark.value
      openSingle = nil
    }
  }

  private mutating func readSingle(
    _ mark: Unicode.Scalar, _ place: TextRange, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) {
    guard openDouble == nil else { return }
    let kindBefore = CharacterClass(before)
    let kindAfter = CharacterClass(after)
    if let start = openSingle, kindBefore != .space, kindAfter == .space || kindAfter == .other {
      found.append(TextRange(start, place.start))
      openSingle = nil
    } else if openSingle == nil, mark.value != 0x2019, kindBefore == .space || before == "(",
      kindAfter == .letter || kindAfter == .digit
    {
      openSingle = place.end
    }
  }

  private mutating func nest(at place: TextRange) {
    if isNestedOpen { close(at: place.start) }
    openDouble = openDouble ?? place.end
    nested = place.start
    isNestedOpen = true
  }

  private mutating func close(at end: Int) {
    if let start = openDouble, start < end { found.append(TextRange(start, end)) }
    openDouble = nil
    nested = nil
    isNestedOpen = false
  }

  private mutating func endParagraph(at end: Int) {
    if let nested, let start = openDouble, !isNestedOpen {
      // `"One. "Two." three.`: the second mark opened a new quotation; it was closed.
      found.append(TextRange(start, max(start, nested)))
      openDouble = nil
    }
    close(at: end)
    openSingle = nil
  }
}
