/// Sequences of word pieces laid end to end, without padding: what an encoder reads at once.
///
/// Sequences do not see each other, and what one becomes does not depend on its company.
public struct PieceSequences: Sendable {
  /// The pieces of all sequences.
  public private(set) var ids: [Int32] = []
  /// The written shape of each piece's word, for models that have rows for shapes.
  public private(set) var shapes: [UInt8] = []
  /// Where each sequence begins, and at last where the last one ends.
  public private(set) var starts: [Int] = [0]

  /// No sequences.
  public init() {}

  /// The number of sequences.
  public var count: Int { starts.count - 1 }

  /// The pieces of sequence `index`, as indexes into `ids`.
  public subscript(index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  /// Adds a sequence as it is, markers included.
  ///
  /// - Parameters:
  ///   - ids: at least one piece.
  ///   - shapes: as many as `ids`; empty stands for zeros.
  public mutating func append(_ ids: some Collection<Int32>, shapes: some Collection<UInt8> = []) {
    precondition(shapes.isEmpty || shapes.count == ids.count, "a shape for each piece, or none")
    precondition(!ids.isEmpty, "a sequence has pieces")
    self.ids.append(contentsOf: ids)
    if shapes.isEmpty {
      self.shapes.append(contentsOf: repeatElement(0, count: ids.count))
    } else {
      self.shapes.append(contentsOf: shapes)
    }
    starts.append(self.ids.count)
  }

  /// As above; arrays are copied as a whole.
  public mutating func append(_ ids: [Int32], shapes: [UInt8] = []) {
    precondition(shapes.isEmpty || shapes.count == ids.count, "a shape for each piece, or none")
    precondition(!ids.isEmpty, "a sequence has pieces")
    self.ids += ids
    self.shapes += shapes.isEmpty ? [UInt8](repeating: 0, count: ids.count) : shapes
    starts.append(self.ids.count)
  }

  /// Adds pieces `range` of a text between the markers that the tokenizer knows.
  public mutating func append(
    _ pieces: WordPieces, _ range: Range<Int>, markers tokenizer: WordPieceTokenizer
  ) {
    ids.append(tokenizer.classification)
    ids.append(contentsOf: pieces.ids[range])
    ids.append(tokenizer.separator)
    shapes.append(contentsOf: repeatElement(0, count: range.count + 2))
    starts.append(ids.count)
  }

  /// Removes all sequences and keeps the memory.
  public mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    shapes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }
}
