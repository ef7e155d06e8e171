public import Linguistics
public import TextReuse

extension ReportSentences {
  /// The sentences of a reading with their vectors; none when nobody gave it vectors.
  public init(_ reading: Reading) {
    guard !reading.vectors.isEmpty else {
      self.init()
      return
    }
    self.init(
      ranges: reading.sentences.map(\.range), width: reading.vectors.width,
      vectors: reading.vectors.values)
  }
}
