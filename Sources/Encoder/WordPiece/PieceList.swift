/// The pieces of a vocabulary in the order of their ids.
struct PieceList: Sendable {
  private let bytes: [UInt8]
  /// Where each piece begins; at the end, where a next one would.
  private let starts: [Int32]

  /// The number of pieces, at least 1.
  var count: Int { starts.count - 1 }

  /// Reads pieces separated by line feeds; a last line feed is not needed.
  ///
  /// - Throws: `ModelFileError` when a piece is empty or the bytes are not UTF-8.
  /// - Complexity: O(n); the bytes are kept.
  init(_ bytes: [UInt8], path: String) throws(ModelFileError) {
    func failure(_ code: ModelFileError.Code, _ detail: String) -> ModelFileError {
      ModelFileError(code: code, path: path, detail: "vocabulary: \(detail)")
    }
    guard bytes.count < Int(Int32.max) else {
      throw failure(.unsupported, "\(bytes.count) bytes are more than this build reads")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw failure(.corrupt, "not UTF-8")
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 7)
    var start = 0
    func end(_ offset: Int) throws(ModelFileError) {
      guard offset > start else { throw failure(.corrupt, "line \(starts.count) is empty") }
      start = offset + 1
      starts.append(Int32(start))
    }
    for offset in bytes.indices where bytes[offset] == 0x0A { try end(offset) }
    if start < bytes.count { try end(bytes.count) }
    guard starts.count > 1 else { throw failure(.truncated, "no piece") }
    self.bytes = bytes + [UInt8](repeating: 0, count: 8)
    self.starts = starts
  }

  /// The first eight bytes of a piece and of what follows it, the first in the lowest bits.
  @inline(__always)
  func head(_ id: Int32) -> UInt64 {
    // Eight zeros stand behind the last piece.
    unsafe UInt64(
      littleEndian: bytes.span.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: Int(starts.span[unchecked: Int(id)]), as: UInt64.self))
  }

  /// The length of a piece in bytes.
  @inline(__always)
  func length(_ id: Int32) -> Int {
    unsafe Int(starts.span[unchecked: Int(id) + 1] - starts.span[unchecked: Int(id)]) - 1
  }

  /// A byte of a piece.
  @inline(__always)
  func byte(_ id: Int32, _ offset: Int) -> UInt8 {
    unsafe bytes.span[unchecked: Int(starts.span[unchecked: Int(id)]) + offset]
  }

  /// Whether two pieces have the same bytes.
  func areEqual(_ a: Int32, _ b: Int32) -> Bool {
    length(a) == length(b) && (0..<length(a)).allSatisfy { byte(a, $0) == byte(b, $0) }
  }

  /// A piece as written in the vocabulary.
  subscript(id: Int) -> String {
    String(decoding: bytes[Int(starts[id])..<Int(starts[id + 1]) - 1], as: UTF8.self)
  }
}
