import Texts

/// The reports of an index: their words, names, outlets and origins.
///
/// The oldest may have been forgotten; numbers count from the first report ever added.
@safe final class ReportStore {
  /// The first report that is kept.
  private(set) var first = 0
  private(set) var records: Column<ReportRecord>
  private(set) var spans: Column<OriginSpan>
  private(set) var names: Column<UInt8>
  private(set) var chunks: [WordChunk] = []
  /// The number of the first chunk that is kept.
  private(set) var firstChunk = 0
  private(set) var outlets: [String] = []
  private var outletNumbers: [String: UInt32] = [:]

  /// How many words a chunk holds; a longer report has a chunk of its own.
  var room = mostRoom
  /// The most that is useful: so that large pages can back every column.
  static let mostRoom = 1 << 21
  private static let smallRoom = 1 << 17
  private let advice: MemoryAdvice?

  init(advice: MemoryAdvice? = nil) {
    self.advice = advice
    records = Column(advice: advice)
    spans = Column(advice: advice)
    names = Column(advice: advice)
  }

  /// The reports of a saved index.
  init(
    first: Int, firstChunk: Int, records: Column<ReportRecord>, spans: Column<OriginSpan>,
    names: Column<UInt8>, chunks: [WordChunk], outlets: [String],
    advice: MemoryAdvice?
  ) {
    self.advice = advice
    self.first = first
    self.firstChunk = firstChunk
    self.records = records
    self.spans = spans
    self.names = names
    self.chunks = chunks
    self.outlets = outlets
    for (index, name) in outlets.enumerated() { outletNumbers[name] = UInt32(index + 1) }
  }

  /// One past the last report.
  var end: Int { first + records.count }

  /// The memory that is its own, in bytes.
  var ownBytes: Int {
    records.ownBytes + spans.ownBytes + names.ownBytes
      + chunks.reduce(0) { $0 + $1.ownBytes }
  }

  /// What is known of a report.
  func record(of number: Int) -> ReportRecord { records[number - first] }

  /// The name of a report.
  func id(of number: Int) -> String {
    let record = record(of: number)
    let bytes = names.values
    let start = Int(record.id)
    return String(
      decoding: (start..<start + Int(record.idCount)).map { bytes[$0] }, as: UTF8.self)
  }

  /// The outlet of a report; nil when unknown.
  func outlet(_ record: ReportRecord) -> String? {
    record.outlet == 0 ? nil : outlets[Int(record.outlet) - 1]
  }

  /// The words of a report.
  func side(_ record: ReportRecord) -> ArchiveSide {
    chunks[Int(record.chunk) - firstChunk].side(record)
  }

  /// Asks for some words of a report, to be read a little later.
  func prefetch(_ number: Int, _ words: Range<Int>) {
    let record = record(of: number)
    let first = Int(record.start)
    chunks[Int(record.chunk) - firstChunk].prefetch(
      first + words.lowerBound..<first + words.upperBound)
  }

  /// Whether all places of the records lie in the columns; of an index that was opened.
  var isSound: Bool {
    let records = records.values
    for index in 0..<records.count {
      let record = records[index]
      let chunk = Int(record.chunk) - firstChunk
      guard chunk >= 0, chunk < chunks.count else { return false }
      let end = Int(record.start) + Int(record.count)
      guard end <= chunks[chunk].count,
        Int(record.spans) + Int(record.spanCount) <= spans.count,
        record.id + UInt64(record.idCount) <= UInt64(names.count),
        Int(record.outlet) <= outlets.count
      else { return false }
    }
    return true
  }

  // MARK: Adding

  /// The record of a new report, whose place and origins are not known yet.
  func record(for report: StreamedReport, _ split: SplitReport) -> ReportRecord {
    var outlet: UInt32 = 0
    if let name = report.outlet {
      if let known = outletNumbers[name] {
        outlet = known
      } else {
        outlets.append(name)
        outlet = UInt32(outlets.count)
        outletNumbers[name] = outlet
      }
    }
    return ReportRecord(
      chunk: 0, start: 0, count: UInt32(split.count), size: UInt32(split.size),
      base: UInt32(split.base), basePoints: UInt32(split.isASCII ? split.base : split.basePoints),
      outlet: outlet, idCount: 0,
      published: report.published.map { Int64($0) } ?? ReportRecord.unknownTime, id: 0,
      extras: 0, spans: 0, spanCount: 0)
  }

  /// Keeps the origins of a new report.
  func keep(_ found: [OriginSpan], for record: inout ReportRecord) {
    record.spans = UInt32(spans.count)
    record.spanCount = UInt32(found.count)
    guard !found.isEmpty else { return }
    for span in found.sorted(by: { ($0.start, $0.count) < ($1.start, $1.count) }) {
      spans.append(span)
    }
  }

  /// Adds a report.
  func append(_ record: ReportRecord, _ split: SplitReport, _ id: String) {
    var record = record
    if chunks.last.map({ $0.count + split.count > room }) ?? true {
      chunks.append(WordChunk(advice: advice))
    }
    let chunk = chunks[chunks.count - 1]
    // The first chunk begins small; whatever has outgrown that gets all its room at once.
    if chunks.count > 1 || chunk.count + split.count > Self.smallRoom {
      chunk.reserve(max(room, split.count) - chunk.count)
    }
    record.chunk = UInt32(firstChunk + chunks.count - 1)
    let place = chunk.append(split)
    (record.start, record.extras) = (UInt32(place.word), UInt64(place.extra))
    if record.spanCount == 0 { record.spans = UInt32(spans.count) }
    record.id = UInt64(names.count)
    record.idCount = UInt32(id.utf8.count)
    names.append(id.utf8)
    records.append(record)
  }

  // MARK: Forgetting

  /// Forgets the reports of the first `count` chunks; at least one chunk stays.
  ///
  /// - Complexity: O(reports kept).
  func forget(chunks count: Int) {
    let count = min(count, chunks.count - 1)
    guard count > 0 else { return }
    chunks.removeFirst(count)
    firstChunk += count
    let old = records.values
    var kept = 0
    while kept < old.count, Int(old[kept].chunk) < firstChunk { kept += 1 }
    guard kept < old.count else { return }
    let (firstSpan, firstName) = (old[kept].spans, old[kept].id)
    let records = Column<ReportRecord>(capacity: old.count - kept)
    for index in kept..<old.count {
      var record = old[index]
      record.spans -= firstSpan
      record.id -= firstName
      records.append(record)
    }
    self.records = records
    spans = spans.suffix(from: Int(firstSpan))
    names = names.suffix(from: Int(firstName))
    first += kept
  }

  // MARK: Places

  /// The bytes and code points from the first to the last of some words of a report.
  func place(_ number: Int, _ words: Range<Int>) -> ArchivePassage.Place {
    let record = record(of: number)
    let chunk = chunks[Int(record.chunk) - firstChunk]
    let first = chunk.place(ofWord: words.lowerBound, of: record)
    let last = chunk.place(ofWord: words.upperBound - 1, of: record)
    return ArchivePassage.Place(
      report: number, range: TextRange(first.bytes.lowerBound, last.bytes.upperBound),
      points: first.points.lowerBound..<last.points.upperBound)
  }

  /// Where the words of a stretch, taken from report `number`, stood first.
  ///
  /// The parts are in words of the new report; what the source took itself leads further back.
  func origins(of stretch: Stretch, in number: Int) -> [OriginSpan] {
    let record = record(of: number)
    let spans = spans.values
    var parts: [OriginSpan] = []
    var position = stretch.b.lowerBound
    func add(_ end: Int, _ report: UInt32, _ origin: Range<Int>) {
      let (from, to) = (inNew(position, stretch), inNew(end, stretch))
      if to > from {
        parts.append(
          OriginSpan(
            start: UInt32(from), count: UInt32(to - from), report: report,
            originStart: UInt32(origin.lowerBound), originCount: UInt32(origin.count)))
      }
      position = end
    }
    for index in Int(record.spans)..<Int(record.spans + record.spanCount) {
      let span = spans[index]
      let start = max(Int(span.start), position)
      let end = min(Int(span.start + span.count), stretch.b.upperBound)
      guard start < end, Int(span.report) >= first else { continue }
      if start > position { add(start, UInt32(number), position..<start) }
      add(end, span.report, inOrigin(start, span)..<inOrigin(end, span))
    }
    if position < stretch.b.upperBound {
      add(stretch.b.upperBound, UInt32(number), position..<stretch.b.upperBound)
    }
    return parts
  }

  /// The word of the new report that answers to a word of the source.
  private func inNew(_ word: Int, _ stretch: Stretch) -> Int {
    stretch.a.lowerBound
      + (word - stretch.b.lowerBound) * stretch.a.count / max(1, stretch.b.count)
  }

  private func inOrigin(_ word: Int, _ span: OriginSpan) -> Int {
    Int(span.originStart)
      + (word - Int(span.start)) * Int(span.originCount) / max(1, Int(span.count))
  }
}
