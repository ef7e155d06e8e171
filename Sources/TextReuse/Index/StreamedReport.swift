public import Texts

/// One report of a stream.
public struct StreamedReport: Sendable {
  /// Its name, which passages give; the index does not check that it is new.
  public let id: String
  /// Who published it; nil when unknown.
  public let outlet: String?
  /// When, in seconds since 1970-01-01T00:00:00Z; nil when unknown.
  public let published: Int?
  /// Agencies and outlets that the text credits with its words.
  public let credits: [String]
  /// The text; positions count its bytes.
  public let text: SourceText
  /// The part to read.
  public let range: TextRange

  /// Creates a report; the whole text is read unless a range is given.
  public init(
    id: String, outlet: String?, published: Int?, credits: [String] = [], text: SourceText,
    range: TextRange? = nil
  ) {
    self.id = id
    self.outlet = outlet
    self.published = published
    self.credits = credits
    self.text = text
    self.range = range ?? text.range
  }
}
