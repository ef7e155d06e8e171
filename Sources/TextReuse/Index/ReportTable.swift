/// What the index knows of each report besides its words.
struct ReportRecord: BitwiseCopyable {
  /// The chunk of words and the first word in it.
  var chunk: UInt32
  var start: UInt32
  /// How many words, and how many when pairs of characters count half.
  var count: UInt32
  var size: UInt32
  /// Where the first word begins, in bytes and in code points.
  var base: UInt32
  var basePoints: UInt32
  /// The number of the outlet plus one; 0 when unknown.
  var outlet: UInt32
  /// The length of the name in bytes.
  var idCount: UInt32
  /// Seconds since 1970; the least integer when unknown.
  var published: Int64
  /// Where the name begins.
  var id: UInt64
  /// Where its continuation bytes begin; all ones for ASCII.
  var extras: UInt64
  /// Its origins: the first, and how many.
  var spans: UInt32
  var spanCount: UInt32

  static let unknownTime = Int64.min
}

/// Where words of a report stood first.
struct OriginSpan: BitwiseCopyable {
  /// The words of the report.
  var start: UInt32
  var count: UInt32
  /// The report in which they stood first.
  var report: UInt32
  /// The words there.
  var originStart: UInt32
  var originCount: UInt32
}

/// The words of some reports one after the other.
@safe final class WordChunk {
  let words: Column<UInt32>
  let gaps: Column<Int8>
  let lengths: Column<UInt8>
  let traits: Column<UInt8>

  init(advice: MemoryAdvice? = nil) {
    words = Column(advice: advice)
    gaps = Column()
    lengths = Column()
    traits = Column()
  }

  init(words: Column<UInt32>, gaps: Column<Int8>, lengths: Column<UInt8>, traits: Column<UInt8>) {
    self.words = words
    self.gaps = gaps
    self.lengths = lengths
    self.traits = traits
  }

  /// How many words all columns have.
  var count: Int { min(words.count, gaps.count, lengths.count, traits.count) }

  /// The memory that is its own, in bytes.
  var ownBytes: Int {
    words.ownBytes + gaps.ownBytes + lengths.ownBytes + traits.ownBytes
  }

  /// Makes room for `more` words at once.
  func reserve(_ more: Int) {
    words.reserve(more)
    gaps.reserve(more)
    lengths.reserve(more)
    traits.reserve(more)
  }

  /// Adds the words of a report; returns the first.
  func append(_ report: SplitReport) -> Int {
    let first = words.count
    words.append(report.hashes.values)
    gaps.append(report.gaps.values)
    lengths.append(report.lengths.values)
    traits.append(report.traits.values)
    return first
  }

  /// The words of a report.
  func side(_ record: ReportRecord) -> ArchiveSide {
    let range = Int(record.start)..<Int(record.start + record.count)
    return ArchiveSide(
      words: words.values[range], lengths: lengths.values[range], traits: traits.values[range])
  }
}
