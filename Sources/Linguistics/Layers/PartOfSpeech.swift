/// The part of speech of a token, as Universal Dependencies names them.
public enum PartOfSpeech: UInt8, CaseIterable, Hashable, Sendable {
  case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun
  case numeral, particle, pronoun, properNoun, punctuation, subordinator, symbol, verb, other

  private static let names: [StaticString] = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN",
    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
  ]

  /// The part of speech that treebanks write so, as in "PROPN"; nil for any other text.
  public init?(name: some StringProtocol) {
    guard let tag = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = tag
  }

  /// The name that treebanks use, as in "PROPN".
  public var name: String { Self.names[Int(rawValue)].description }
}

extension PartOfSpeech: CustomStringConvertible {
  /// The name that treebanks use.
  public var description: String { name }
}
