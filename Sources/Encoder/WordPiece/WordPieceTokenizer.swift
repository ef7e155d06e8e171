public import Texts

/// Cuts texts into the pieces of a BERT-uncased vocabulary, exactly as the model's own
/// tokenizer does.
///
/// Controls vanish, letters lose case and marks, punctuation and Chinese characters stand by
/// themselves, and a word becomes the longest piece of the vocabulary it begins with, then the
/// longest that continues it, and so on; a word for which that fails, or of more than 100
/// characters, is one `[UNK]` (Schuster and Nakajima 2012; Wu et al. 2016; Devlin et al. 2019).
///
/// Ids equal those of the reference (`BertNormalizer`, `BertPreTokenizer` and `WordPiece` of the
/// `tokenizers` package) on every text. Ranges equal its offsets, save two odd cases in words
/// with marks that it does not drop: it puts marks into canonical order and then counts places,
/// so that a word may begin or end at a neighbouring mark; here it begins and ends at its own.
///
/// Immutable, about 1.1 MB for 30,522 pieces; make one and share it.
public struct WordPieceTokenizer: Sendable {
  let table: CharacterTable
  let index: PieceIndex
  let list: PieceList
  let specials: [Special]

  /// The id of `[CLS]`, which a model expects before the first piece.
  public let classification: Int32
  /// The id of `[SEP]`, which a model expects behind the last piece.
  public let separator: Int32
  /// The id of `[UNK]`, for words that the vocabulary cannot spell.
  public let unknown: Int32

  /// Words of more characters are unknown.
  static let longestWord = 100

  /// A special token as written in a text, and its id.
  struct Special: Sendable {
    let bytes: [UInt8]
    let id: Int32
  }

  /// Prepares a tokenizer from two parts of a model file.
  ///
  /// - Parameters:
  ///   - vocabulary: the pieces in the order of their ids, one a line, UTF-8; those that
  ///     continue a word begin with `##`. `[CLS]`, `[SEP]` and `[UNK]` must be there.
  ///   - characters: what is done with each code point, as
  ///     `Training/synoptic_training/characters.py` writes it.
  ///   - path: the file they come from, for errors.
  /// - Throws: `ModelFileError` when a part is not what it must be; any bytes are safe.
  /// - Complexity: O(n); 2 ms for 30,522 pieces.
  public init(
    vocabulary: [UInt8], characters: [UInt8], path: String
  ) throws(ModelFileError) {
    let list = try PieceList(vocabulary, path: path)
    let index = try PieceIndex(list, path: path)
    func special(_ name: String) throws(ModelFileError) -> Int32 {
      if let id = index.id(of: name) { return Int32(id) }
      throw ModelFileError(code: .shape, path: path, detail: "vocabulary: \(name) is missing")
    }
    classification = try special("[CLS]")
    separator = try special("[SEP]")
    unknown = try special("[UNK]")
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"].compactMap { name in
      index.id(of: name).map { Special(bytes: Array(name.utf8), id: Int32($0)) }
    }
    table = try CharacterTable(characters, path: path)
    self.index = index
    self.list = list
  }

  /// The number of pieces in the vocabulary; ids are below it.
  public var count: Int { list.count }

  /// A piece as the vocabulary writes it, with its `##` if it continues a word.
  ///
  /// - Precondition: `id` is at least 0 and below `count`.
  public func form(of id: Int) -> String {
    precondition(id >= 0 && id < count, "the vocabulary has no such piece")
    return list[id]
  }

  /// The id of a piece as the vocabulary writes it; nil when it is not in there.
  public func id(of form: String) -> Int? { index.id(of: form) }

  /// The pieces of a stretch of text.
  ///
  /// - Parameters:
  ///   - text: what is cut.
  ///   - range: bytes of `text`; what stands outside has no influence.
  ///   - recognizingSpecials: whether `[SEP]`, `[CLS]`, `[UNK]`, `[PAD]` and `[MASK]`, so
  ///     written, are the model's own tokens, as the reference takes them by default. Never for
  ///     words that others wrote: a report could end a model's window.
  /// - Returns: the pieces in order, as many as there are.
  /// - Precondition: `range` begins and ends on scalar boundaries of `text`.
  /// - Complexity: O(n), whatever the text; about 60 ns a piece.
  public func pieces(
    of text: SourceText, in range: TextRange, recognizingSpecials: Bool = false
  ) -> WordPieces {
    var pieces = WordPieces()
    append(piecesOf: text, in: range, to: &pieces, recognizingSpecials: recognizingSpecials)
    return pieces
  }

  /// Appends the pieces of a stretch of text; see `pieces(of:in:recognizingSpecials:)`.
  ///
  /// Allocates only where `pieces` must grow, and once a call for text that is not ASCII.
  public func append(
    piecesOf text: SourceText, in range: TextRange, to pieces: inout WordPieces,
    recognizingSpecials: Bool = false
  ) {
    precondition(
      text.isScalarBoundary(range.start) && text.isScalarBoundary(range.end),
      "a range cuts a character")
    guard recognizingSpecials else { return scan(text, range.start, range.end, &pieces) }
    var start = range.start
    var offset = range.start
    while offset < range.end {
      guard let special = special(in: text, at: offset, before: range.end) else {
        offset += 1
        continue
      }
      let end = offset + special.bytes.count
      scan(text, start, offset, &pieces)
      pieces.append(special.id, TextRange(offset, end), isContinuation: false)
      start = end
      offset = end
    }
    scan(text, start, range.end, &pieces)
  }

  /// The special token written at `offset`; no special token begins another.
  private func special(in text: SourceText, at offset: Int, before end: Int) -> Special? {
    guard text.bytes[offset] == UInt8(ascii: "[") else { return nil }
    return specials.first { special in
      offset + special.bytes.count <= end
        && text.bytes[offset..<offset + special.bytes.count].elementsEqual(special.bytes)
    }
  }
}
