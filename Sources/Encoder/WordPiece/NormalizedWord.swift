import Texts

/// One word after normalization: its bytes, and where in the text each comes from.
///
/// Kept from word to word for its memory. Of a word that is too long to be known only the
/// beginning is kept.
struct NormalizedWord {
  /// The normalized bytes, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// By byte: the scalar it comes from, as published.
  private var ranges: [TextRange] = []
  /// The number of normalized characters (scalars), also of those not kept.
  private(set) var characterCount = 0
  /// From the first to the last scalar that left something in the word.
  private(set) var range = TextRange(0, 0)

  /// The number of bytes kept.
  var count: Int { bytes.count }
  /// Whether no scalar left anything.
  var isEmpty: Bool { characterCount == 0 }

  /// Empties the word and keeps the memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    characterCount = 0
  }

  /// Appends the normalized form of the scalar at `place`.
  mutating func append(
    _ entry: CharacterTable.Entry, of text: SourceText, _ place: TextRange, _ forms: [UInt8]
  ) {
    range = isEmpty ? place : TextRange(range.start, place.end)
    if entry.formCount == 0 {
      append(text.bytes, place.start, place.end, place)
    } else {
      append(forms, entry.formStart, entry.formStart + entry.formCount, place)
    }
  }

  private mutating func append(_ source: [UInt8], _ start: Int, _ end: Int, _ place: TextRange) {
    let isKept = characterCount <= WordPieceTokenizer.longestWord
    for index in start..<end {
      if source[index] & 0xC0 != 0x80 { characterCount += 1 }
      guard isKept else { continue }
      bytes.append(source[index])
      ranges.append(place)
    }
  }

  /// Where the bytes from `start` up to `end` come from; `start < end`.
  func range(_ start: Int, _ end: Int) -> TextRange {
    TextRange(ranges[start].start, ranges[end - 1].end)
  }
}
