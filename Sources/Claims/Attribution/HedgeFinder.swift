import Linguistics
import Texts

/// Finds the words by which a claim is hedged: `reportedly`, `appeared to`.
struct HedgeFinder {
  let wording: ClaimWording
  /// How far into a content a hedge still bears on the whole.
  private static let reach = 40

  /// The first hedge around the cue, else in the content.
  func hedge(of attribution: Attribution, in reading: Reading) -> TextRange? {
    if let cue = attribution.cue {
      let tokens = reading.tokens(in: cue)
      let start = max(0, tokens.lowerBound - 1)
      let sentence = reading.sentences[reading.sentence(ofToken: tokens.lowerBound)].tokens
      if let found = first(in: max(start, sentence.lowerBound)..<tokens.upperBound, reading) {
        return found
      }
    }
    for piece in attribution.content {
      let tokens = reading.tokens(in: piece)
      let end = min(tokens.upperBound, tokens.lowerBound + Self.reach)
      if let found = first(in: tokens.lowerBound..<end, reading) { return found }
    }
    return nil
  }

  private func first(in tokens: Range<Int>, _ reading: Reading) -> TextRange? {
    for index in tokens {
      guard
        let match = wording.hedges.match(reading.tokens, at: index, before: tokens.upperBound)
      else { continue }
      // The month, not the modal.
      if match.count == 1, reading.tokens[index].word == "may",
        reading.tokens[index].isCapitalized
      {
        continue
      }
      return reading.range(ofTokens: index..<index + match.count)
    }
    return nil
  }
}
