import Texts

/// Finds what each report of a stream took from earlier ones, over an archive that grows.
///
/// Words are hashed, runs of four words winnowed to fingerprints, earlier places of those
/// looked up, and the few reports with hits in line compared word by word. Each
/// passage is traced to the report in which its words stood first, so copies of copies cost
/// nothing extra. The order of the stream decides: the same reports give the same passages.
/// Not for use from several threads at once.
@safe public final class ReuseIndex {
  /// The most earlier reports that are compared with a new one word by word.
  private static let mostCompared = 24

  let store: ReportStore
  let postings: PostingTable
  let counts: WordCounts
  let phrases: OutletPhrases

  private let splitter = WordSplitter()
  private let winnower = Winnower()
  private let hits = HitMemory()
  private let comparer = ArchiveComparer()
  /// The entry of each fingerprint; 0 none.
  private let numbers = Column<UInt32>()
  /// Which fingerprints have one.
  private let known = Column<UInt32>()
  private let seeds = Column<WordRun>()
  private let isCovered = Column<Bool>()
  private var candidates: [Int] = []

  /// The most memory that the index may hold itself, in bytes; nil for no bound.
  ///
  /// Where it would hold more, it forgets the oldest reports, a quarter at a time. Below
  /// `leastBudget` it takes that.
  public var memoryBudget: Int? {
    didSet {
      // Chunks are what is forgotten at once: about a tenth of the budget.
      let budget = max(memoryBudget ?? .max, Self.leastBudget)
      store.room = min(ReportStore.mostRoom, budget / 80)
    }
  }

  /// The least budget, in bytes.
  public static let leastBudget = 12 << 20

  /// An empty index.
  public init(advice: MemoryAdvice? = nil) {
    store = ReportStore(advice: advice)
    postings = PostingTable(advice: advice)
    counts = WordCounts()
    phrases = OutletPhrases()
  }

  /// An index of saved parts.
  init(store: ReportStore, postings: PostingTable, counts: WordCounts, phrases: OutletPhrases) {
    self.store = store
    self.postings = postings
    self.counts = counts
    self.phrases = phrases
  }

  /// How many reports have been added; the next one gets this number.
  public var count: Int { store.end }

  /// The memory that the index holds itself, in bytes, without what lies in a mapped file.
  public var ownBytes: Int {
    store.ownBytes + postings.ownBytes + counts.counts.ownBytes + phrases.counts.ownBytes
  }

  /// The first report that has not been forgotten.
  public var firstKept: Int { store.first }

  /// The name of a report that has not been forgotten.
  public func id(ofReport number: Int) -> String { store.id(of: number) }

  /// Adds a report and returns what it shares with earlier ones, in order of its words.
  ///
  /// - Complexity: O(words) for the report and each of at most 24 that it is compared with;
  ///   about 30 µs a report of 350 words.
  public func add(_ report: StreamedReport) -> [ArchivePassage] {
    let number = store.end
    splitter.split(report.text, in: report.range, number: number)
    let split = splitter.report
    winnower.winnow(split.hashes.values)
    makeRoom(winnower.hashes.count)
    postings.table.prefetch(winnower.hashes.values)
    // Meanwhile the buckets are fetched.
    counts.count(split.hashes.values)
    let collector = lookUp()
    var record = store.record(for: report, split)
    let passages = compare(collector, &record, split, credits: report.credits)
    postings.insert(
      winnower.hashes.values, winnower.positions.values, numbers: numbers.values,
      report: UInt32(number))
    store.append(record, split, report.id)
    return passages
  }

  /// Grows the table of postings, or forgets reports where it may not grow.
  private func makeRoom(_ more: Int) {
    if let memoryBudget {
      let budget = max(memoryBudget, Self.leastBudget)
      while store.chunks.count > 1,
        ownBytes > budget
          || (postings.isFull(for: more) && ownBytes + postings.bytesOfGrowth > budget)
      {
        store.forget(chunks: max(1, store.chunks.count / 4))
        postings.forget(before: UInt32(store.first))
      }
    }
    postings.reserve(more)
  }

  // MARK: Looking up

  /// Gathers the earlier places of all fingerprints, whose buckets have been asked for.
  ///
  /// All entries are asked for before the first is read, then all blocks, so that memory is waited for
  /// a few times and not for each fingerprint.
  private func lookUp() -> HitCollector {
    let count = winnower.hashes.count
    numbers.resize(count)
    known.resize(count)
    let (hashes, positions) = (winnower.hashes.values, winnower.positions.values)
    let (numbers, known, buckets) = (numbers.values, known.values, postings.table.buckets.values)
    let (entries, later) = (postings.entries.values, postings.later.values)
    var knownCount = 0
    for index in 0..<count {
      let number = FingerprintTable.number(of: hashes[index], in: buckets)
      numbers[index] = number
      entries.prefetch(Int(number))
      known[knownCount] = UInt32(truncatingIfNeeded: index)
      // One, or none for number 0: a branch would be guessed wrongly at every other one.
      knownCount &+= Int((UInt64(number) &+ 0xFFFF_FFFF) &>> 32)
    }
    var hits = 0
    for place in 0..<knownCount {
      let entry = entries[Int(numbers[Int(known[place])])]
      later.prefetch(Int(entry.block))
      hits &+= 1 &+ entry.laterCount
    }
    var collector = HitCollector(self.hits, room: hits)
    let first = UInt32(store.first)
    for place in 0..<knownCount {
      let index = Int(known[place])
      let entry = entries[Int(numbers[index])]
      let a = Int32(truncatingIfNeeded: positions[index])
      if entry.report >= first {
        collector.add(
          report: entry.report, a: a, b: Int32(truncatingIfNeeded: entry.position))
      }
      for turn in 0..<entry.laterCount {
        let posting = later[Int(entry.block) + turn]
        if posting.report >= first {
          collector.add(
            report: posting.report, a: a, b: Int32(truncatingIfNeeded: posting.position))
        }
      }
    }
    return collector
  }

  // MARK: Comparing

  private func compare(
    _ collector: HitCollector, _ record: inout ReportRecord, _ split: SplitReport,
    credits: [String]
  ) -> [ArchivePassage] {
    collector.candidates(into: &candidates)
    guard !candidates.isEmpty else { return [] }
    // Most reports are compared with one or two.
    for number in candidates.prefix(2) {
      let group = collector.groups[number]
      store.prefetch(Int(group.report), Int(group.leastB)..<Int(group.mostB) + Winnower.length)
    }
    isCovered.fill(split.count, with: false)
    let isCovered = isCovered.values
    let a = ArchiveSide(
      words: split.hashes.values, lengths: split.lengths.values, traits: split.traits.values)
    var passages: [ArchivePassage] = []
    var stretches: [Stretch] = []
    var spans: [OriginSpan] = []
    var compared = 0
    for number in candidates where compared < Self.mostCompared {
      guard compared == 0 || collector.isFresh(number, isCovered) else { continue }
      compared += 1
      let group = collector.groups[number]
      let other = store.record(of: Int(group.report))
      let test = StretchTest(a: a, b: store.side(other), counts: counts)
      collector.seeds(of: number, into: seeds)
      comparer.find(test, group, seeds: seeds, into: &stretches)
      guard !stretches.isEmpty else { continue }
      judge(&stretches, test, record, other)
      var taken = (new: 0, earlier: 0)
      for index in stretches.indices where stretches[index].kind.isTaken {
        taken.new += stretches[index].a.count
        taken.earlier += stretches[index].b.count
      }
      let (direction, evidence) = DirectionJudge(
        new: record, earlier: other,
        creditsEarlier: !credits.isEmpty && store.outlet(other).map(credits.contains) ?? false
      ).direction(taken: taken)
      for stretch in stretches {
        let open = stretch.a.count { !isCovered[$0] }
        guard 2 * open >= stretch.a.count else { continue }
        if stretch.kind != .commonplace { isCovered.fill(stretch.a, with: true) }
        var origin: OriginSpan?
        if stretch.kind.isTaken {
          let pieces = store.origins(of: stretch, in: Int(group.report))
          origin = pieces.max { $0.count < $1.count }
          spans += pieces
        }
        let earlier = store.place(Int(group.report), stretch.b)
        passages.append(
          ArchivePassage(
            new: ArchivePassage.Place(
              report: store.end, range: split.range(stretch.a), points: split.points(stretch.a)),
            earlier: earlier,
            origin: origin.map {
              let start = Int($0.originStart)
              let words = start..<start + Int($0.originCount)
              if $0.report == group.report, words == stretch.b { return earlier }
              return store.place(Int($0.report), words)
            }, kind: stretch.kind, direction: stretch.kind.isTaken ? direction : .unknown,
            evidence: stretch.kind.isTaken ? evidence : .none, matchedWords: stretch.matched,
            words: stretch.length))
      }
    }
    store.keep(spans, for: &record)
    return passages.sorted {
      ($0.new.range, $0.earlier.report, $0.earlier.range)
        < ($1.new.range, $1.earlier.report, $1.earlier.range)
    }
  }

  private func judge(
    _ stretches: inout [Stretch], _ test: StretchTest, _ record: ReportRecord,
    _ other: ReportRecord
  ) {
    let isOneOutlet = record.outlet != 0 && record.outlet == other.outlet
    let kinds = StretchKinds(
      test: test, sizeA: Int(record.size), sizeB: Int(other.size), isOneOutlet: isOneOutlet)
    let (hashes, positions) = (winnower.hashes.values, winnower.positions.values)
    let phrases = phrases
    kinds.judge(&stretches) {
      phrases.isFurniture(
        $0.a, hashes, positions, outlet: record.outlet, isOneOutlet: isOneOutlet)
    }
  }
}
