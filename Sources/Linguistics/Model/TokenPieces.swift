import Encoder
import Texts

/// The word pieces of each token of a report, each token cut by itself, and its written shape.
struct TokenPieces {
  /// The pieces of all tokens, end to end.
  private(set) var ids: [Int32] = []
  /// Where the pieces of each token begin, and at last where those of the last one end.
  private(set) var starts: [Int] = [0]
  /// The written shape of each token.
  private(set) var shapes: [UInt8] = []

  /// Pieces of one token beyond these are left out: nothing is told by the rest of a long address.
  static let mostOfToken = 16

  /// Cuts tokens; `paragraphs` has the first token of each paragraph, which nothing stands before.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  init(
    _ tokens: [Token], of text: SourceText, paragraphs: Set<Int>, tokenizer: WordPieceTokenizer
  ) {
    ids.reserveCapacity(tokens.count * 3 / 2)
    starts.reserveCapacity(tokens.count + 1)
    shapes.reserveCapacity(tokens.count)
    var pieces = WordPieces()
    for (index, token) in tokens.enumerated() {
      pieces.removeAll()
      tokenizer.append(piecesOf: text, in: token.range, to: &pieces)
      if pieces.isEmpty {
        ids.append(tokenizer.unknown)
      } else {
        ids += pieces.ids.prefix(Self.mostOfToken)
      }
      starts.append(ids.count)
      let isGlued =
        index > 0 && tokens[index - 1].end == token.start && !paragraphs.contains(index)
      shapes.append(
        WrittenShape.shape(of: text, in: token.range) + (isGlued ? WrittenShape.glued : 0))
    }
  }

  /// The number of tokens.
  var count: Int { shapes.count }

  /// The number of pieces of a run of tokens.
  func count(of tokens: Range<Int>) -> Int { starts[tokens.upperBound] - starts[tokens.lowerBound] }
}
