import Encoder
import Texts

/// Decides where sentences begin, from what the model says and what the rules say.
enum SentenceJudge {
  /// Added to the log-odds of the model that a token begins a sentence.
  static let bias: Float = 0
  /// Added to the log-odds where a sentence begins by rule, and taken from them where none does.
  static let weightOfRules: Float = 1.5

  /// The sentences of a report; every token belongs to exactly one, and none crosses the end of a
  /// paragraph or of a window's core.
  ///
  /// `scores` has two numbers a token, for `inside` and `start`; `rules` are the sentences by rule.
  ///
  /// - Complexity: O(n) in tokens.
  static func sentences(
    _ scores: [Float], rules: [Sentence], windows: [Windows.Window], tokens: [Token]
  ) -> [Sentence] {
    guard !tokens.isEmpty else { return [] }
    precondition(scores.count == 2 * tokens.count, "two scores a token")
    var isForced = [Bool](repeating: false, count: tokens.count)
    for window in windows { isForced[window.core.lowerBound] = true }
    var sentences: [Sentence] = []
    var start = 0
    var paragraph = 0
    func end(_ end: Int) {
      guard end > start else { return }
      sentences.append(
        Sentence(
          tokens: start..<end, range: TextRange(tokens[start].start, tokens[end - 1].end),
          paragraph: paragraph))
      start = end
    }
    var last: Int?
    for rule in rules {
      let begins = rule.paragraph != last
      last = rule.paragraph
      for token in rule.tokens {
        let isRule = token == rule.tokens.lowerBound
        let odds =
          scores[2 * token + 1] - scores[2 * token] + bias
          + (isRule ? weightOfRules : -weightOfRules)
        if isRule && begins || isForced[token] || odds > 0 { end(token) }
        paragraph = rule.paragraph
      }
    }
    end(tokens.count)
    return sentences
  }
}
