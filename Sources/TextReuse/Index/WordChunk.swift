/// The words of some reports one after the other.
@safe final class WordChunk {
  /// Where a word begins, in bytes and in code points of its report, and what follows.
  struct Mark: BitwiseCopyable {
    /// How many words lie from one mark to the next.
    static let distance = 64

    var start: UInt32
    var point: UInt32
    /// The first of the words with continuation bytes from here on.
    var extra: UInt32
  }

  /// The continuation bytes of a word, by its place behind the last mark.
  struct Extra: BitwiseCopyable {
    private let packed: UInt32

    /// Those of word number `first` and so many in the chunk.
    init(_ extra: WordExtra, first: Int) {
      let place = (first + Int(extra.word)) % Mark.distance
      packed =
        UInt32(place) | UInt32(UInt8(bitPattern: extra.gap)) << 8 | UInt32(extra.within) << 16
    }

    /// Those of the word, whose last mark stands at word `marked`.
    func word(marked: Int) -> WordExtra {
      WordExtra(
        word: UInt32(truncatingIfNeeded: marked) + (packed & 0xFF),
        gap: Int8(truncatingIfNeeded: packed >> 8), within: UInt8(truncatingIfNeeded: packed >> 16))
    }
  }

  let words: Column<UInt32>
  let gaps: Column<Int8>
  let lengths: Column<UInt8>
  let traits: Column<UInt8>
  /// One for every `Mark.distance` words.
  let marks: Column<Mark>
  /// Of the words that have continuation bytes.
  let extras: Column<Extra>

  init(advice: MemoryAdvice? = nil) {
    words = Column(advice: advice)
    gaps = Column(advice: advice)
    lengths = Column(advice: advice)
    traits = Column(advice: advice)
    marks = Column(advice: advice)
    extras = Column(advice: advice)
  }

  init(
    words: Column<UInt32>, gaps: Column<Int8>, lengths: Column<UInt8>, traits: Column<UInt8>,
    marks: Column<Mark>, extras: Column<Extra>
  ) {
    self.words = words
    self.gaps = gaps
    self.lengths = lengths
    self.traits = traits
    self.marks = marks
    self.extras = extras
  }

  /// How many words all columns have.
  var count: Int {
    min(
      min(words.count, gaps.count, lengths.count, traits.count), marks.count * Mark.distance)
  }

  /// The memory that is its own, in bytes.
  var ownBytes: Int {
    words.ownBytes + gaps.ownBytes + lengths.ownBytes + traits.ownBytes + marks.ownBytes
      + extras.ownBytes
  }

  /// Makes room for `more` words at once.
  func reserve(_ more: Int) {
    words.reserve(more)
    gaps.reserve(more)
    lengths.reserve(more)
    traits.reserve(more)
    marks.reserve(more / Mark.distance + 1)
  }

  /// Adds the words of a report; returns the first of them and of its extras.
  func append(_ report: SplitReport) -> (word: Int, extra: Int) {
    let first = (word: words.count, extra: extras.count)
    words.append(report.hashes.values)
    gaps.append(report.gaps.values)
    lengths.append(report.lengths.values)
    traits.append(report.traits.values)
    mark(report, from: first.word)
    let found = report.extras.values
    for index in 0..<found.count { extras.append(Extra(found[index], first: first.word)) }
    return first
  }

  /// Marks the words whose number in the chunk is a multiple of `Mark.distance`.
  private func mark(_ report: SplitReport, from first: Int) {
    let extras = report.extras.values
    var word = (Mark.distance - first % Mark.distance) % Mark.distance
    var before = report.base - report.basePoints
    var index = 0
    while word < report.count {
      while index < extras.count, Int(extras[index].word) < word {
        before += Int(extras[index].gap) + Int(extras[index].within)
        index += 1
      }
      let isExtra = index < extras.count && Int(extras[index].word) == word
      let start = Int(report.starts[word])
      let point = start - before - (isExtra ? Int(extras[index].gap) : 0)
      marks.append(
        Mark(
          start: UInt32(start), point: UInt32(report.isASCII ? start : point),
          extra: UInt32(self.extras.count + index)))
      word += Mark.distance
    }
  }

  /// The words of a report.
  func side(_ record: ReportRecord) -> ArchiveSide {
    let range = Int(record.start)..<Int(record.start + record.count)
    return ArchiveSide(
      words: words.values[range], lengths: lengths.values[range], traits: traits.values[range])
  }

  /// Asks for words, to be read a little later.
  func prefetch(_ range: Range<Int>) {
    let (words, traits) = (words.values, traits.values)
    // Lines of 64 bytes.
    for word in stride(from: range.lowerBound, to: range.upperBound, by: 16) {
      words.prefetch(word)
    }
    for word in stride(from: range.lowerBound, to: range.upperBound, by: 64) {
      traits.prefetch(word)
    }
  }

  /// Where a word of a report begins and ends, in bytes and in code points.
  ///
  /// - Complexity: O(`Mark.distance`).
  func place(
    ofWord word: Int, of record: ReportRecord
  ) -> (bytes: Range<Int>, points: Range<Int>) {
    let first = Int(record.start)
    let number = first + word
    let block = number / Mark.distance
    let marked = block * Mark.distance
    // From the last mark, or from the first word of the report.
    var (from, start, point) = (first, Int(record.base), Int(record.basePoints))
    var extra = Int(record.extras)
    if marked > first {
      let mark = marks[block]
      (from, start, point, extra) = (marked, Int(mark.start), Int(mark.point), Int(mark.extra))
    }
    let passed = lengths.values.sum(from..<number) + gaps.values.sum(from + 1..<number + 1)
    start += passed
    var counter = ExtraCounter(before: 0)
    let extras = extras.values
    let end = min(
      block + 1 < marks.count ? Int(marks[block + 1].extra) : extras.count, extras.count)
    while extra < end {
      var found = extras[extra].word(marked: marked)
      // The place counts from behind the gap of the first word.
      if found.word == UInt32(truncatingIfNeeded: from) { found.gap = 0 }
      guard counter.add(found, at: number) else { break }
      extra += 1
    }
    point += passed - counter.before
    let count = Int(lengths[number])
    return (start..<start + count, point..<point + count - counter.within)
  }
}
