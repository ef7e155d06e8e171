import Linguistics
import Texts

/// The words of a report, taken apart at hyphens, without the hyphens themselves.
///
/// Lexicon entries are looked up in these, so that `air-strike`, `air strike` and any
/// tokenization of either read alike.
struct Units {
  /// The words.
  private(set) var words: [Word] = []
  /// The token that each word stands in.
  private(set) var tokens: [Int] = []
  /// The first unit at or after each token; one more than there are tokens.
  private(set) var ofToken: [Int] = []

  init(_ reading: Reading) {
    words.reserveCapacity(reading.tokens.count)
    tokens.reserveCapacity(reading.tokens.count)
    let bytes = reading.text.bytes
    for (index, token) in reading.tokens.enumerated() {
      ofToken.append(words.count)
      let joins =
        index > 0 && index + 1 < reading.tokens.count && token.isPunctuation
        && !token.shape.contains(.spaceBefore)
        && !reading.tokens[index + 1].shape.contains(.spaceBefore)
      if joins, token.word == "-" { continue }
      var start = token.start
      var offset = token.start
      var isSplit = false
      if !token.isPunctuation {
        while offset < token.end {
          let (scalar, length) = reading.text.scalar(at: offset)
          if scalar.isHyphen {
            if start < offset {
              words.append(Word(folding: bytes, in: TextRange(start, offset)))
              tokens.append(index)
            }
            start = offset + length
            isSplit = true
          }
          offset += length
        }
      }
      if !isSplit {
        words.append(token.word)
        tokens.append(index)
      } else if start < token.end {
        words.append(Word(folding: bytes, in: TextRange(start, token.end)))
        tokens.append(index)
      }
    }
    ofToken.append(words.count)
  }

  /// The units of some tokens.
  func units(ofTokens range: Range<Int>) -> Range<Int> {
    ofToken[range.lowerBound]..<ofToken[range.upperBound]
  }
}
