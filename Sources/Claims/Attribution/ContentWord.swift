public import Texts

/// What makes two contents speak of one thing: words that say something, without their endings.
public enum ContentWord {
  /// Words of four letters and more that say nothing of what a content is about.
  public static let common: Set<Word> = [
    "that", "this", "with", "from", "have", "were", "been", "their", "they", "which", "would",
    "will", "about", "after", "before", "into", "more", "than", "there", "these", "those", "when",
    "where", "while", "also", "only", "other", "some", "such", "what", "over", "being", "could",
    "said", "says", "very", "just", "most", "much", "many", "your", "them", "then",
  ]

  /// How many bytes of a word are kept.
  private static let length = 5

  /// The first letters of a word, so that inflections agree.
  public static func stem(of range: TextRange, in text: SourceText) -> UInt64 {
    var end = min(range.end, range.start + length)
    while !text.isScalarBoundary(end) { end -= 1 }
    return Word(folding: text.bytes, in: TextRange(range.start, end)).hash
  }
}
