import Texts

/// One report made ready for comparing: words, values, and what decides kinds.
struct ComparedReport: Sendable {
  let input: ReuseInput
  let stream: WordStream
  /// The words' values (`WordValues`).
  let values: [UInt8]
  /// The number of words; two pairs of characters of an unspaced script are one.
  let size: Int

  init(_ input: ReuseInput, _ stream: WordStream, _ wordValues: WordValues) {
    self.input = input
    self.stream = stream
    values = wordValues.values(of: stream)
    size = stream.size(0..<stream.count)
  }

  /// Whether two reports are of one known outlet.
  func sharesOutlet(with other: ComparedReport) -> Bool {
    input.outlet != nil && input.outlet == other.input.outlet
  }

  /// Whether the stretch is lines of their own among the first or last words of the report.
  func isFrame(_ stretch: Range<Int>) -> Bool {
    guard
      stretch.upperBound <= Furniture.longest
        || stretch.lowerBound + Furniture.longest >= stream.count
    else { return false }
    return isOwnLine(stretch)
  }

  /// Whether nothing but white space and marks stands between the stretch and the line's ends.
  func isOwnLine(_ stretch: Range<Int>) -> Bool {
    let range = stream.range(stretch)
    let bytes = input.text.bytes
    let before = stretch.lowerBound > 0 ? stream.ranges[stretch.lowerBound - 1].end : nil
    let after = stretch.upperBound < stream.count ? stream.ranges[stretch.upperBound].start : nil
    let begins = before.map { bytes[$0..<range.start].contains(0x0A) } ?? true
    let ends = after.map { bytes[range.end..<$0].contains(0x0A) } ?? true
    return begins && ends
  }
}
