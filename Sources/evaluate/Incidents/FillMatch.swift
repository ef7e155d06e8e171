import Texts

/// How well words of a response fit a fill of a key, after MUC-4's guidelines (version 7).
///
/// The interactive scorer let people judge; this judges alone, by the guidelines' examples.
/// Right: the same words as an alternative, or more words before it, small words, numbers and
/// words for nations aside. Partly right: words behind it, a part of it, or the same head.
enum FillMatch: Int, Comparable {
  case wrong, partial, right

  /// What it counts in recall and precision.
  var credit: Double { Double(rawValue) / 2 }

  static func < (a: FillMatch, b: FillMatch) -> Bool { a.rawValue < b.rawValue }

  /// The best match of a response with any alternative of a fill.
  init(_ response: String, _ fill: IncidentKey.Fill) {
    let words = Self.words(response)
    self =
      fill.alternatives.map { Self.match(words, Self.words($0)) }.max() ?? .wrong
  }

  private static func match(_ response: [String], _ key: [String]) -> FillMatch {
    guard !response.isEmpty, !key.isEmpty else { return .wrong }
    if response == key || response.ends(with: key) { return .right }
    if response.contains(key) || key.contains(response) { return .partial }
    return head(response) == head(key) ? .partial : .wrong
  }

  /// The last word before the first preposition, or of all.
  private static func head(_ words: [String]) -> String? {
    let prepositions: Set<String> = [
      "OF", "IN", "FROM", "AT", "ON", "WITH", "FOR", "TO", "BY", "WHO", "WHICH", "THAT", "WHERE",
    ]
    let end = words.firstIndex(where: prepositions.contains) ?? words.count
    return end > 0 ? words[end - 1] : words.last
  }

  /// Words in capitals without articles, numbers and marks.
  static func words(_ text: String) -> [String] {
    let small: Set<String> = [
      "THE", "A", "AN", "SOME", "SEVERAL", "MANY", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX",
      "SEVEN", "EIGHT", "NINE", "TEN", "OTHER", "ANOTHER", "AT", "LEAST", "ABOUT",
    ]
    let words = text.uppercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
      .map(String.init)
    let kept = words.filter { !small.contains($0) && !$0.allSatisfy(\.isNumber) }
    return kept.isEmpty ? words : kept
  }
}

extension [String] {
  fileprivate func ends(with other: [String]) -> Bool {
    count >= other.count && Array(suffix(other.count)) == other
  }

  fileprivate func contains(_ other: [String]) -> Bool {
    guard count >= other.count else { return false }
    return (0...count - other.count).contains { Array(self[$0..<$0 + other.count]) == other }
  }
}
