import Texts

/// Lays columns one after the other into a file: a head, where each part lies, the parts.
///
/// Little-endian words of 64 bits: magic, version, number of parts, sum of the head; for each part its
/// offset, its length in bytes and its sum; then the parts, each from a multiple of 64 bytes.
struct PartWriter {
  private let magic: UInt64
  private let version: UInt64
  private var parts: [any PartSource] = []

  init(magic: UInt64, version: UInt64) {
    self.magic = magic
    self.version = version
  }

  /// Adds a part.
  mutating func add<Element>(_ column: Column<Element>) { parts.append(column) }

  /// Writes all of it, piece by piece.
  func write<E: Error>(to sink: (RawSpan) throws(E) -> Void) throws(E) {
    var table: [UInt64] = []
    var offset = PartReader.padded(PartReader.headWords * 8 + parts.count * 24)
    for part in parts {
      table += [UInt64(offset), UInt64(part.byteCount), part.sum]
      offset = PartReader.padded(offset + part.byteCount)
    }
    var head = [magic, version, UInt64(parts.count), 0]
    head[3] = PartReader.sum(head[0..<3] + table[...])
    try put((head + table).map(\.littleEndian), sink)
    for part in parts {
      try part.write(to: sink)
      try pad(part.byteCount, sink)
    }
  }

  private func put<E: Error>(
    _ words: [UInt64], _ sink: (RawSpan) throws(E) -> Void
  ) throws(E) {
    try unsafe sink(words.span.bytes)
    try pad(words.count * 8, sink)
  }

  private func pad<E: Error>(_ count: Int, _ sink: (RawSpan) throws(E) -> Void) throws(E) {
    let rest = PartReader.padded(count) - count
    if rest > 0 { try unsafe sink([UInt8](repeating: 0, count: rest).span.bytes) }
  }
}

/// A column without its type.
protocol PartSource {
  var byteCount: Int { get }
  /// `WordHash.sum` of its bytes.
  var sum: UInt64 { get }
  func write<E: Error>(to sink: (RawSpan) throws(E) -> Void) throws(E)
}

extension Column: PartSource {
  var byteCount: Int { count * MemoryLayout<Element>.stride }

  var sum: UInt64 { unsafe WordHash.sum(values.unsafeBytes) }

  func write<E: Error>(to sink: (RawSpan) throws(E) -> Void) throws(E) {
    let bytes = unsafe values.unsafeBytes
    // Pieces, so that a system call never takes more than it may.
    var offset = 0
    while offset < bytes.count {
      let end = min(bytes.count, offset + 1 << 26)
      try unsafe sink(RawSpan(_unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[offset..<end])))
      offset = end
    }
  }
}

/// Finds the parts of a file that `PartWriter` wrote.
struct PartReader {
  static let headWords = 4
  private static let alignment = 64

  private let file: FileBytes
  /// How many parts.
  let count: Int

  /// Reads and checks the head.
  init(_ file: FileBytes, magic: UInt64, version: UInt64) throws(ReuseIndexError) {
    guard file.count >= Self.headWords * 8, file.load(UInt64.self, at: 0) == magic else {
      throw ReuseIndexError(code: .notAnIndex)
    }
    guard file.load(UInt64.self, at: 8) == version else {
      throw ReuseIndexError(code: .otherVersion)
    }
    let count = file.load(UInt64.self, at: 16)
    guard count < 1 << 24, file.count >= Self.headWords * 8 + Int(count) * 24 else {
      throw ReuseIndexError(code: .damaged)
    }
    var words: [UInt64] = [magic, version, count]
    for index in 0..<Int(count) * 3 {
      words.append(file.load(UInt64.self, at: (Self.headWords + index) * 8))
    }
    guard Self.sum(words[...]) == file.load(UInt64.self, at: 24) else {
      throw ReuseIndexError(code: .damaged)
    }
    self.file = file
    self.count = Int(count)
  }

  /// A part as a column that lies in the file; its sum is checked where asked.
  func column<Element>(
    _ part: Int, isSummed: Bool = true, advice: MemoryAdvice? = nil
  ) throws(ReuseIndexError) -> Column<Element> {
    let place = (Self.headWords + 3 * part) * 8
    let offset = file.load(UInt64.self, at: place)
    let bytes = file.load(UInt64.self, at: place + 8)
    let stride = UInt64(MemoryLayout<Element>.stride)
    guard bytes % stride == 0, offset % UInt64(Self.alignment) == 0,
      offset <= UInt64(file.count), bytes <= UInt64(file.count) - offset
    else { throw ReuseIndexError(code: .damaged) }
    let column = Column<Element>(
      file, at: Int(offset), count: Int(bytes / stride), advice: advice)
    guard !isSummed || column.sum == file.load(UInt64.self, at: place + 16) else {
      throw ReuseIndexError(code: .damaged)
    }
    return column
  }

  /// The next multiple of 64.
  static func padded(_ count: Int) -> Int { (count + alignment - 1) / alignment * alignment }

  /// The sum of some words.
  static func sum(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(0) { WordHash.adding($1, to: $0) }
  }
}
