import Texts

/// Splits reports into hashed words, eight bytes at a time where the text is ASCII.
///
/// Words are those of `WordStream`: maximal runs of letters and digits, folded; pairs of
/// characters in scripts without spaces. A run of more than 255 bytes is no word. A gap of more
/// than 127 bytes is bridged by empty words that equal no other.
@safe final class WordSplitter {
  let report = SplitReport()
  private let tables = WordTables()

  /// Splits the bytes of `range`; `number` makes the bridging words of each report its own.
  ///
  /// - Complexity: O(n).
  func split(_ source: SourceText, in range: TextRange, number: Int) {
    report.resize(range.count / 2 + range.count / 127 + 16)
    report.bounds.resize(range.count + RunBounds.room)
    report.mixed.resize(2 * report.starts.count)
    unsafe source.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return report.resize(0) }
      let text = unsafe Values(UnsafeMutablePointer(mutating: base), count: bytes.count)
      var scan = WordScan(text: text, report: report, tables: tables, number: number)
      scan.run(range)
    }
  }

  /// The hashes of the texts that are one word each.
  static func hashes(ofWords texts: [String]) -> [UInt32] {
    let splitter = WordSplitter()
    return texts.compactMap { text in
      splitter.split(SourceText(text), in: TextRange(0, text.utf8.count), number: 0)
      return splitter.report.count == 1 ? splitter.report.hashes[0] : nil
    }
  }
}

/// What splitting looks up, and room for one word.
@safe final class WordTables {
  /// For each length below 16 the bits of so many bytes, in two numbers of eight bytes.
  let masks = Column<UInt64>()
  /// The traits of a word by its first byte when that is ASCII: a number, a capital letter.
  let firstTraits = Column<UInt8>(repeating: 0, count: 256)
  /// Room for a folded word.
  let folded = Column<UInt8>(repeating: 0, count: 1024)

  init() {
    for length in 0..<16 {
      masks.append(UInt64.max >> UInt64(max(0, 64 - 8 * length)))
      masks.append(UInt64.max >> UInt64(min(64, 128 - 8 * length)))
    }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { firstTraits[Int(byte)] = WordTrait.number }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      firstTraits[Int(byte)] = WordTrait.capitalized
    }
  }
}
