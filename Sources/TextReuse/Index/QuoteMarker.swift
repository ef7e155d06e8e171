import Texts

/// Marks the words inside quotation marks while a report is split.
///
/// Straight marks open before a word and close behind one; inside an open quotation such a
/// mark opens another. What is open where a paragraph ends ends there.
struct QuoteMarker {
  private static let longestNested = 60

  private var outer = -1
  private var inner = -1
  private var innerEnd = -1
  /// Whether the open quotation began with a low mark, as in German.
  private var isOuterLow = false
  private var single = -1
  /// The word behind the last quotation of the paragraph.
  private var lastEnd = -1
  /// What a paragraph before left open; it counts if the next begins with a mark.
  private var unclosed: (start: Int, end: Int) = (-1, -1)

  /// Nothing open.
  init() {}

  /// Reads a mark between two scalars, before word number `count`.
  mutating func read(
    _ mark: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar,
    _ traits: Values<UInt8>, _ count: Int
  ) {
    switch mark.value {
    case 0x201C, 0x201F, 0x300C, 0x300E, 0x301D, 0xAB:
      // German and Polish quotations open below and close with the mark that opens English ones.
      if mark.value == 0x201C, outer >= 0, isOuterLow || isBlank(after), !isBefore(before) {
        close(before, traits, count)
      } else {
        open(traits, count)
      }
    case 0x201E:
      if outer < 0 { isOuterLow = true }
      open(traits, count)
    case 0x201D, 0x300D, 0x300F, 0x301E, 0x301F, 0xBB:
      if outer < 0 && isBefore(before) && !isBlank(after) {
        open(traits, count)
      } else {
        close(before, traits, count)
      }
    case 0x22, 0xFF02:
      if isBlank(after) || (outer >= 0 && !isBefore(before)) {
        close(before, traits, count)
      } else {
        open(traits, count)
      }
    default: readSingle(mark, before, after, traits, count)
    }
  }

  /// Ends what is open.
  mutating func endParagraph(_ traits: Values<UInt8>, _ count: Int) {
    if outer >= 0 {
      if innerEnd > outer, innerEnd - outer <= Self.longestNested {
        // Its closing mark was that of the quotation inside.
        mark(outer, traits, innerEnd)
      } else {
        unclosed = (outer, count)
      }
    }
    (outer, inner, single, lastEnd, innerEnd) = (-1, -1, -1, -1, -1)
    isOuterLow = false
  }

  private mutating func open(_ traits: Values<UInt8>, _ count: Int) {
    if outer < 0 { outer = count } else { inner = count }
    // A quotation that runs on opens again with each paragraph and closes with the last.
    if unclosed.end == count { mark(unclosed.start, traits, count) }
    unclosed = (-1, -1)
  }

  private mutating func close(
    _ before: Unicode.Scalar, _ traits: Values<UInt8>, _ count: Int
  ) {
    if inner >= 0 {
      inner = -1
      innerEnd = count
    } else if outer >= 0 {
      mark(outer, traits, count)
      outer = -1
      isOuterLow = false
      lastEnd = count
    } else if lastEnd >= 0, count - lastEnd <= Self.longestNested, isEnding(before) {
      // A quotation inside one with the same marks closed it too early.
      mark(lastEnd, traits, count)
      lastEnd = count
    }
  }

  private mutating func readSingle(
    _ mark: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar,
    _ traits: Values<UInt8>, _ count: Int
  ) {
    guard outer < 0 else { return }
    if isBefore(before) && !isBlank(after) {
      single = count
    } else if single >= 0, isBlank(after) || after == "," || after == ".", isEnding(before) {
      self.mark(single, traits, count)
      single = -1
    }
  }

  private func isEnding(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21, 0x2C, 0x2E, 0x3F, 0x2026: true
    default: false
    }
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ...0x20, 0x85, 0xA0, 0x2013, 0x2014, 0x2028, 0x2029, 0x202F, 0x3000: true
    default: false
    }
  }

  /// Whether a quotation may open behind a scalar.
  private func isBefore(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || scalar == "(" || scalar == "["
  }

  private func mark(_ start: Int, _ traits: Values<UInt8>, _ end: Int) {
    guard start < end else { return }
    for word in start..<end { traits[word] |= WordTrait.quoted }
    traits[start] |= WordTrait.opensQuote
    traits[end - 1] |= WordTrait.closesQuote
  }
}
