public import Texts

/// A stretch of a sentence that names someone or something, or gives a date or an amount.
public struct Name: Hashable, Sendable {
  /// What is named.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case person = "Person"
    case location = "Location"
    case organization = "Organization"
    /// Nationalities, religious and political groups.
    case group = "NORP"
    case date = "Date"
    case miscellaneous = "Miscellaneous"
    case money = "Money"
    case facility = "Facility"
    case product = "Product"
  }

  /// What is named.
  public let kind: Kind
  /// Its tokens, as indexes into `Reading.tokens`; never empty, never beyond one sentence.
  public let tokens: Range<Int>
  /// From the first token's first byte to the last token's last.
  public let range: TextRange

  /// Creates a name.
  public init(kind: Kind, tokens: Range<Int>, range: TextRange) {
    self.kind = kind
    self.tokens = tokens
    self.range = range
  }
}

extension Name.Kind {
  /// The kind that a model's labels write so, as in "Person"; nil for any other text.
  public init?(name: some StringProtocol) { self.init(rawValue: String(name)) }

  /// The name in a model's labels, as in "Person".
  public var name: String { rawValue }
}
