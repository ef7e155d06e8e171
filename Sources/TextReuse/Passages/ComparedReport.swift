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
    (stretch.lowerBound == 0 || endsLine(stretch.lowerBound - 1))
      && (stretch.upperBound == stream.count || endsLine(stretch.upperBound - 1))
  }

  /// Whether a line ends between a word and the next.
  func endsLine(_ word: Int) -> Bool {
    // Pairs of characters overlap.
    let (end, next) = (stream.ranges[word].end, stream.ranges[word + 1].start)
    return end < next && input.text.bytes[end..<next].contains(0x0A)
  }
}
