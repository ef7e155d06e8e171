import Texts

/// Reads a cue's source and content off the scores of what each word is to it.
struct RoleDecoder {
  /// A cue and what the model gives it, in tokens.
  struct Found: Hashable {
    let cue: Range<Int>
    var source: Range<Int>?
    /// In order; a content may come in several pieces.
    var pieces: [Range<Int>] = []
    /// What each piece gains over being nothing, the mean of its tokens.
    var gains: [Float] = []
  }

  let reading: Reading
  /// The token that the first scores are of.
  let first: Int
  /// Of the two kinds source and content.
  let decoder: SpanDecoder

  /// The best source, if there is one, and all contents.
  ///
  /// `scores` has five numbers a word: `O`, `B` and `I` of source, `B` and `I` of content. Neither
  /// source nor content has a word of the cue.
  ///
  /// - Complexity: O(n) in words.
  func found(of cue: Range<Int>, in scores: [Float]) -> Found {
    var scores = scores
    for token in cue {
      for label in 1..<5 { scores[5 * (token - first) + label] = SpanDecoder.never }
    }
    var found = Found(cue: cue)
    let path = decoder.path(in: scores, stride: 5, count: scores.count / 5)
    var best: Float = 0
    for span in decoder.spans(path) {
      let tokens = first + span.range.lowerBound..<first + span.range.upperBound
      var gain: Float = 0
      for place in span.range { gain += scores[5 * place + Int(path[place])] - scores[5 * place] }
      guard span.kind == 0 else {
        found.pieces.append(tokens)
        found.gains.append(gain / Float(span.range.count))
        continue
      }
      guard found.source == nil || gain > best else { continue }
      best = gain
      found.source = held(tokens)
    }
    return found
  }

  /// A source without the comma behind it; nobody is named across the end of a sentence.
  private func held(_ source: Range<Int>) -> Range<Int> {
    let sentence = reading.sentences[reading.sentence(ofToken: source.lowerBound)].tokens
    let inside = source.clamped(to: sentence)
    let last = inside.upperBound - 1
    return inside.count > 1 && reading.tokens[last].word == ","
      ? inside.lowerBound..<last : inside
  }
}
