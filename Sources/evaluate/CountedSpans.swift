import Linguistics
import Texts

/// Which spans of an article count: not those in sentences that the annotators left out, and of
/// the others what is left when marks at their ends are gone.
struct CountedSpans {
  private let reading: Reading
  private let excluded: Set<Int>

  init(_ article: PolnearArticle, _ reading: Reading) {
    self.reading = reading
    excluded = Set(
      article.discarded.flatMap { range in
        reading.tokens(in: range).map { reading.sentence(ofToken: $0) }
      })
  }

  /// Whether the sentence in which a run of tokens begins counts.
  func isKept(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    return !excluded.contains(reading.sentence(ofToken: first))
  }

  /// The runs that count, without marks at their ends.
  func trimmed(_ runs: [Range<Int>]) -> [Range<Int>] {
    runs.filter(isKept).compactMap { run in
      var tokens = run
      while let first = tokens.first, reading.tokens[first].isPunctuation { tokens.removeFirst() }
      while let last = tokens.last, reading.tokens[last].isPunctuation { tokens.removeLast() }
      return tokens.isEmpty ? nil : tokens
    }
  }
}
