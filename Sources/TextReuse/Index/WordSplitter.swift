import Texts

/// Splits reports into hashed words, eight bytes at a time where the text is ASCII.
///
/// Words are those of `WordStream`: maximal runs of letters and digits, folded; pairs of
/// characters in scripts without spaces. A run of more than 255 bytes is no word. A gap of more
/// than 127 bytes is bridged by empty words that equal no other.
@safe final class WordSplitter {
  let report = SplitReport()
  private let folded = Column<UInt8>(repeating: 0, count: 1024)

  /// Splits the bytes of `range`; `number` makes the bridging words of each report its own.
  ///
  /// - Complexity: O(n).
  func split(_ source: SourceText, in range: TextRange, number: Int) {
    report.resize(range.count / 2 + range.count / 127 + 16)
    report.mixed.resize(2 * report.starts.count)
    unsafe source.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return report.resize(0) }
      let text = unsafe Values(UnsafeMutablePointer(mutating: base), count: bytes.count)
      var scan = WordScan(text: text, report: report, folded: folded.values, number: number)
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
