public import Texts

/// Why a file is no index that can be read.
public struct ReuseIndexError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Sendable {
    /// The file does not begin like an index.
    case notAnIndex = "not-an-index"
    /// It was written by another version of the program.
    case otherVersion = "other-version"
    /// It ends early, or its parts do not add up.
    case damaged
  }
  /// What is wrong.
  public let code: Code

  /// Creates an error.
  public init(code: Code) { self.code = code }
}

extension ReuseIndex {
  private static let magic: UInt64 = 0x4553_5545_5259_4E53  // SNYREUSE
  private static let version: UInt64 = 2
  /// Parts before those of the chunks.
  private static let fixedParts = 10
  private static let partsOfChunk = 6

  /// Opens a saved index in place: nothing is copied until it changes.
  ///
  /// All but the words of the reports is checked against its sum.
  public convenience init(
    _ file: FileBytes, advice: MemoryAdvice? = nil
  ) throws(ReuseIndexError) {
    let reader = try PartReader(file, magic: Self.magic, version: Self.version)
    guard reader.count >= Self.fixedParts,
      (reader.count - Self.fixedParts) % Self.partsOfChunk == 0
    else { throw ReuseIndexError(code: .damaged) }
    let numbers: Column<UInt64> = try reader.column(0)
    guard numbers.count == 6 else { throw ReuseIndexError(code: .damaged) }
    let outlets: Column<UInt8> = try reader.column(4)
    var chunks: [WordChunk] = []
    for part in stride(from: Self.fixedParts, to: reader.count, by: Self.partsOfChunk) {
      chunks.append(
        WordChunk(
          words: try reader.column(part, isSummed: false),
          gaps: try reader.column(part + 1, isSummed: false),
          lengths: try reader.column(part + 2, isSummed: false),
          traits: try reader.column(part + 3, isSummed: false),
          marks: try reader.column(part + 4), extras: try reader.column(part + 5)))
    }
    let buckets: Column<FingerprintTable.Bucket> = try reader.column(5, advice: advice)
    guard buckets.count > 0, buckets.count & (buckets.count - 1) == 0 else {
      throw ReuseIndexError(code: .damaged)
    }
    self.init(
      store: ReportStore(
        first: Int(numbers[0]), firstChunk: Int(numbers[1]), records: try reader.column(1),
        spans: try reader.column(2), names: try reader.column(3),
        chunks: chunks, outlets: Self.texts(outlets), advice: advice),
      postings: PostingTable(
        table: FingerprintTable(buckets: buckets, count: Int(numbers[2]), advice: advice),
        entries: try reader.column(6, advice: advice),
        later: try reader.column(7, advice: advice),
        free: (UInt32(numbers[3]), UInt32(numbers[4])), advice: advice),
      counts: WordCounts(counts: try reader.column(8), total: Int(numbers[5])),
      phrases: OutletPhrases(counts: try reader.column(9)))
    guard store.isSound else { throw ReuseIndexError(code: .damaged) }
  }

  /// Writes the index, piece by piece, in the form that `init(_:)` opens.
  ///
  /// - Complexity: O(size); about 4.5 kB a report.
  public func write<E: Error>(to sink: (RawSpan) throws(E) -> Void) throws(E) {
    let numbers = Column<UInt64>()
    for number in [store.first, store.firstChunk, postings.table.count] {
      numbers.append(UInt64(number))
    }
    for number in [postings.free.one, postings.free.three] { numbers.append(UInt64(number)) }
    numbers.append(UInt64(counts.total))
    let outlets = Column<UInt8>()
    for name in store.outlets {
      for byte in Self.lengthBytes(name.utf8.count) { outlets.append(byte) }
      for byte in name.utf8 { outlets.append(byte) }
    }
    var writer = PartWriter(magic: Self.magic, version: Self.version)
    writer.add(numbers)
    writer.add(store.records)
    writer.add(store.spans)
    writer.add(store.names)
    writer.add(outlets)
    writer.add(postings.table.buckets)
    writer.add(postings.entries)
    writer.add(postings.later)
    writer.add(counts.counts)
    writer.add(phrases.counts)
    for chunk in store.chunks {
      writer.add(chunk.words)
      writer.add(chunk.gaps)
      writer.add(chunk.lengths)
      writer.add(chunk.traits)
      writer.add(chunk.marks)
      writer.add(chunk.extras)
    }
    try writer.write(to: sink)
  }

  private static func lengthBytes(_ count: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }

  /// The texts that stand one after the other, each after its length in four bytes.
  private static func texts(_ bytes: Column<UInt8>) -> [String] {
    var texts: [String] = []
    var index = 0
    let values = bytes.values
    while index + 4 <= values.count {
      var length = 0
      for offset in 0..<4 { length |= Int(values[index + offset]) << (8 * offset) }
      index += 4
      let end = min(values.count, index + length)
      texts.append(String(decoding: (index..<end).map { values[$0] }, as: UTF8.self))
      index = end
    }
    return texts
  }
}
