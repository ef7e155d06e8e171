import Encoder

/// A report cut into the windows that the encoder reads one by one.
///
/// A window is `[CLS]`, the pieces of its tokens with one `[SEP]` wherever a paragraph begins
/// inside it, and `[SEP]`. Every token lies in the core of exactly one window, which decides it;
/// before the core may stand sentences of the window before, which are read as context.
struct Windows {
  /// A run of tokens read at once.
  struct Window: Hashable {
    /// All tokens, context and core.
    let tokens: Range<Int>
    /// The tokens that this window decides; never empty.
    let core: Range<Int>
    /// Where its words stand in `rows`.
    let words: Range<Int>
  }

  /// The most pieces of a window, markers included.
  static let longest = 256
  /// The least that a model must be able to read at once.
  static let shortest = 64
  /// The most pieces of the context, with the `[SEP]`s in it and behind it.
  static let context = 40
  /// A window that is this full ends with a paragraph if it can, in percent.
  static let fullEnough = 60

  /// What the encoder reads, a sequence a window.
  private(set) var sequences = PieceSequences()
  /// The windows, in order; their cores follow one another without gap.
  private(set) var windows: [Window] = []
  /// The row of the first piece of each word of each window, window by window.
  private(set) var rows: [Int] = []
  /// The row of the first piece of each token in the window that decides it.
  private(set) var rowsOfTokens: [Int] = []
  /// Whether each token is the first of its paragraph.
  private let beginsParagraph: [Bool]

  /// The rows of all pieces of a run of tokens in the core of a window; the tokens are those of one
  /// paragraph, so that no marker stands between them.
  func pieces(of tokens: Range<Int>, in window: Int) -> Range<Int> {
    let first = rowsOfTokens[tokens.lowerBound]
    // Behind the last token of a core comes the marker that ends the window.
    let end =
      tokens.upperBound == windows[window].core.upperBound
      ? sequences.starts[window + 1] - 1 : rowsOfTokens[tokens.upperBound] - gaps(tokens.upperBound)
    return first..<end
  }

  private func gaps(_ token: Int) -> Int { beginsParagraph[token] ? 1 : 0 }

  /// The row of a window's `[CLS]`.
  func rowOfRoot(_ window: Int) -> Int { sequences.starts[window] }

  /// Cuts a report, of which the sentences by rule are given, into windows of at most `longest`
  /// pieces.
  ///
  /// - Complexity: O(n) in pieces.
  init(
    _ pieces: TokenPieces, sentences: [Sentence], tokenizer: WordPieceTokenizer,
    longest: Int = Windows.longest
  ) {
    var cutter = WindowCutter(pieces, sentences: sentences, longest: longest)
    beginsParagraph = cutter.beginsParagraph
    while let cut = cutter.next() { append(cut.tokens, core: cut.core, pieces, tokenizer) }
  }

  private mutating func append(
    _ tokens: Range<Int>, core: Range<Int>, _ pieces: TokenPieces, _ tokenizer: WordPieceTokenizer
  ) {
    let base = sequences.ids.count
    let firstWord = rows.count
    var ids = [tokenizer.classification]
    var shapes = [WrittenShape.marker]
    for token in tokens {
      if token > tokens.lowerBound, beginsParagraph[token] {
        ids.append(tokenizer.separator)
        shapes.append(WrittenShape.marker)
      }
      rows.append(base + ids.count)
      if token >= core.lowerBound { rowsOfTokens.append(base + ids.count) }
      for piece in pieces.starts[token]..<pieces.starts[token + 1] {
        ids.append(pieces.ids[piece])
        shapes.append(pieces.shapes[token])
      }
    }
    ids.append(tokenizer.separator)
    shapes.append(WrittenShape.marker)
    sequences.append(ids, shapes: shapes)
    windows.append(Window(tokens: tokens, core: core, words: firstWord..<rows.count))
  }
}

/// Decides where windows begin and end.
struct WindowCutter {
  /// A sentence, or a part of one that no window can hold.
  private struct Unit {
    let tokens: Range<Int>
    let isWhole: Bool
  }

  private let pieces: TokenPieces
  private let longest: Int
  private var units: [Unit] = []
  /// The unit with which the next window's core begins.
  private var first = 0
  /// Whether each token is the first of its paragraph.
  let beginsParagraph: [Bool]

  init(_ pieces: TokenPieces, sentences: [Sentence], longest: Int) {
    self.pieces = pieces
    self.longest = longest
    var starts = [Bool](repeating: false, count: pieces.count)
    var paragraph: Int?
    for sentence in sentences {
      if sentence.paragraph != paragraph { starts[sentence.tokens.lowerBound] = true }
      paragraph = sentence.paragraph
      var start = sentence.tokens.lowerBound
      for token in sentence.tokens where token > start {
        // Between the two markers.
        guard pieces.count(of: start..<token + 1) > longest - 2 else { continue }
        units.append(Unit(tokens: start..<token, isWhole: false))
        start = token
      }
      units.append(
        Unit(
          tokens: start..<sentence.tokens.upperBound,
          isWhole: start == sentence.tokens.lowerBound))
    }
    beginsParagraph = starts
  }

  /// The next window; nil at the end.
  mutating func next() -> (tokens: Range<Int>, core: Range<Int>)? {
    guard first < units.count else { return nil }
    var start = contextStart()
    // No context when it leaves no room for the first sentence.
    if size(start, first + 1) > longest { start = first }
    var end = first + 1
    var paragraphEnd: Int?
    var size = size(start, end)
    while end < units.count {
      if begins(end), size * 100 > longest * Windows.fullEnough { paragraphEnd = end }
      let larger = size + pieces.count(of: units[end].tokens) + (begins(end) ? 1 : 0)
      if larger > longest { break }
      size = larger
      end += 1
    }
    if end < units.count, let paragraphEnd { end = paragraphEnd }
    let core = units[first].tokens.lowerBound..<units[end - 1].tokens.upperBound
    let tokens = units[start].tokens.lowerBound..<core.upperBound
    first = end
    return (tokens, core)
  }

  /// The first of the whole sentences before the core that are its context.
  private func contextStart() -> Int {
    guard units[first].isWhole || beginsParagraph[units[first].tokens.lowerBound] else {
      return first
    }
    var start = first
    var size = 0
    while start > 0, units[start - 1].isWhole {
      size += pieces.count(of: units[start - 1].tokens) + (begins(start) ? 1 : 0)
      if size > min(Windows.context, longest / 4) { break }
      start -= 1
    }
    return start
  }

  /// The pieces of a window of these units, markers included.
  private func size(_ start: Int, _ end: Int) -> Int {
    let tokens = units[start].tokens.lowerBound..<units[end - 1].tokens.upperBound
    let separators = (start + 1..<max(start + 1, end)).count { begins($0) }
    return 2 + separators + pieces.count(of: tokens)
  }

  private func begins(_ unit: Int) -> Bool { beginsParagraph[units[unit].tokens.lowerBound] }
}
