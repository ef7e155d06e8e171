/// The words of a message, and role fillers as Du and others (2020, 2021) compare them.
struct FillerText {
  private let words: String

  /// Takes a message's text.
  init(_ text: String) {
    words = Self.flat(text)
  }

  /// The mentions of a key's filler that the text has, as they are compared.
  func mentions(of fill: IncidentKey.Fill) -> [String] {
    fill.alternatives.filter { words.contains(Self.flat($0)) }.map(Self.normalized)
  }

  /// In lower case, without marks and articles.
  static func normalized(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber || $0.isWhitespace || !$0.isASCII }
      .split(whereSeparator: \.isWhitespace)
      .filter { $0 != "the" && $0 != "a" && $0 != "an" }.joined(separator: " ")
  }

  /// On one line in capitals, with round brackets.
  private static func flat(_ text: String) -> String {
    String(
      text.uppercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .map { $0 == "[" ? "(" : $0 == "]" ? ")" : $0 })
  }
}
