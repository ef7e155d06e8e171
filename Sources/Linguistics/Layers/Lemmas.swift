public import Texts

/// The dictionary form of each token, laid end to end in one array of bytes.
///
/// Lower case, save for proper nouns and for words with capitals inside, which stay as written.
public struct Lemmas: Hashable, Sendable {
  private var bytes: [UInt8] = []
  /// Where each lemma ends.
  private var ends: [UInt32] = []

  /// No lemmas.
  public init() {}

  /// The number of tokens that have a lemma: all of a reading's, or none.
  public var count: Int { ends.count }
  /// Whether there are none.
  public var isEmpty: Bool { ends.isEmpty }

  /// The lemma of a token.
  public subscript(token: Int) -> String {
    String(decoding: bytes[start(token)..<Int(ends[token])], as: UTF8.self)
  }

  /// The lemma of a token, folded to be compared.
  public func word(_ token: Int) -> Word {
    Word(folding: bytes, in: TextRange(start(token), Int(ends[token])))
  }

  /// Appends the lemma of the next token; `lemma` is UTF-8.
  public mutating func append(_ lemma: some Collection<UInt8>) {
    bytes.append(contentsOf: lemma)
    ends.append(UInt32(bytes.count))
  }

  private func start(_ token: Int) -> Int { token == 0 ? 0 : Int(ends[token - 1]) }
}
