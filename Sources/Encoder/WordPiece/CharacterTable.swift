/// What a tokenizer does with each Unicode scalar: two stages of tables, checked once.
///
/// Made by `Training/synoptic_training/characters.py`, which tells the format. The
/// standard library's Unicode properties are of another version than the reference's
/// and are not asked. About 260 kB for BERT-uncased.
struct CharacterTable: Sendable {
  /// What becomes of a scalar.
  enum Kind: UInt8 {
    /// Vanishes without ending a word: controls, marks, U+FFFD.
    case dropped
    /// Ends a word and belongs to none.
    case space
    /// A word by itself: punctuation, Chinese characters.
    case isolated
    /// Part of a word.
    case word
  }

  /// What becomes of one scalar, and where its normalized form lies.
  struct Entry {
    fileprivate let bits: UInt32
    /// What becomes of the scalar.
    var kind: Kind { Kind(rawValue: UInt8(bits & 3)) ?? .dropped }
    /// The bytes of the normalized form; 0 when the scalar stays as it is.
    var formCount: Int { Int(bits >> 2 & 15) }
    /// Where the normalized form begins in `forms`.
    var formStart: Int { Int(bits >> 6) }
  }

  /// Normalized forms, UTF-8; every entry's form lies inside, on scalar boundaries.
  let forms: [UInt8]
  /// By byte: the kind of an ASCII scalar whose form is one ASCII byte, else 0.
  let shortKinds: [UInt8]
  /// By byte: that one byte, else 0.
  let shortForms: [UInt8]
  private let blocks: [UInt16]
  private let entries: [UInt32]

  static let magic = Array("CHR1".utf8)
  static let headerCount = 12
  static let blockSize = 128
  static let blockCount = 0x11_0000 / blockSize

  /// Reads a table.
  ///
  /// `path` is the file, for errors.
  ///
  /// - Throws: `ModelFileError` when `bytes` are not a whole, consistent table.
  /// - Complexity: O(n), a fraction of a millisecond.
  init(_ bytes: [UInt8], path: String) throws(ModelFileError) {
    func failure(_ code: ModelFileError.Code, _ detail: String) -> ModelFileError {
      ModelFileError(code: code, path: path, detail: "character table: \(detail)")
    }
    func word(_ offset: Int) -> UInt32 {
      UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
        | UInt32(bytes[offset + 3]) << 24
    }
    guard bytes.count >= Self.headerCount else {
      throw failure(.truncated, "\(bytes.count) bytes, its header has \(Self.headerCount)")
    }
    guard bytes[..<4].elementsEqual(Self.magic) else {
      throw failure(.foreign, "does not begin with CHR1")
    }
    let count = Int(word(4))
    let formCount = Int(word(8))
    let firstEntry = Self.headerCount + Self.blockCount * 2
    let firstForm = firstEntry + count * Self.blockSize * 4
    guard bytes.count == firstForm + formCount else {
      throw failure(
        bytes.count < firstForm + formCount ? .truncated : .corrupt,
        "\(bytes.count) bytes, its header says \(firstForm + formCount)")
    }
    let forms = Array(bytes[firstForm...])
    guard String(validating: forms, as: UTF8.self) != nil else {
      throw failure(.corrupt, "the normalized forms are not UTF-8")
    }
    var blocks: [UInt16] = []
    blocks.reserveCapacity(Self.blockCount)
    for index in 0..<Self.blockCount {
      let offset = Self.headerCount + 2 * index
      let block = UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
      guard block < count else {
        throw failure(.corrupt, "block \(block) of \(count) is asked for")
      }
      blocks.append(block)
    }
    var entries: [UInt32] = []
    entries.reserveCapacity(count * Self.blockSize)
    for offset in stride(from: firstEntry, to: firstForm, by: 4) {
      let entry = Entry(bits: word(offset))
      guard Self.isSound(entry, in: forms) else {
        throw failure(.corrupt, "entry \(entries.count) has no normalized form")
      }
      entries.append(entry.bits)
    }
    var kinds = [UInt8](repeating: 0, count: 256)
    var shorts = [UInt8](repeating: 0, count: 256)
    for byte in 0..<0x80 {
      let entry = Entry(bits: entries[Int(blocks[0]) * Self.blockSize + byte])
      let form = entry.formCount == 0 ? UInt8(byte) : forms[entry.formStart]
      guard entry.kind != .dropped, entry.formCount <= 1 else { continue }
      kinds[byte] = entry.kind.rawValue
      shorts[byte] = form
    }
    self.forms = forms
    self.blocks = blocks
    self.entries = entries
    shortKinds = kinds
    shortForms = shorts
  }

  /// Whether the form of an entry begins and ends on scalar boundaries of `forms`.
  private static func isSound(_ entry: Entry, in forms: [UInt8]) -> Bool {
    if entry.bits <= 3 { return true }
    let end = entry.formStart + entry.formCount
    guard entry.formCount > 0, entry.bits & 3 >= Kind.isolated.rawValue, end <= forms.count,
      forms[entry.formStart] & 0xC0 != 0x80
    else { return false }
    return end == forms.count || forms[end] & 0xC0 != 0x80
  }

  /// What becomes of a scalar.
  ///
  /// - Complexity: O(1), two loads.
  @inline(__always)
  subscript(scalar: Unicode.Scalar) -> Entry {
    // A scalar is below 0x110000, each block below the count of blocks.
    let block = unsafe Int(blocks.span[unchecked: Int(scalar.value) / Self.blockSize])
    let index = block * Self.blockSize + Int(scalar.value) % Self.blockSize
    return unsafe Entry(bits: entries.span[unchecked: index])
  }
}
