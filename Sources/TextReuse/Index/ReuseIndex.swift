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
  let table: PostingTable
  let counts: WordCounts
  let phrases: OutletPhrases

  private let splitter = WordSplitter()
  private let winnower = Winnower()
  private var collector = HitCollector()
  private let comparer = ArchiveComparer()
  private let slots = Column<UInt32>()
  private let copies = Column<PostingTable.Slot>()
  private let seeds = Column<WordRun>()
  private let isCovered = Column<Bool>()
  private var candidates: [Int] = []
  /// Keeps reads that only fetch memory from being left out.
  private var touched: UInt32 = 0

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
    table = PostingTable(advice: advice)
    counts = WordCounts()
    phrases = OutletPhrases()
  }

  /// An index of saved parts.
  init(store: ReportStore, table: PostingTable, counts: WordCounts, phrases: OutletPhrases) {
    self.store = store
    self.table = table
    self.counts = counts
    self.phrases = phrases
  }

  /// How many reports have been added; the next one gets this number.
  public var count: Int { store.end }

  /// The memory that the index holds itself, in bytes, without what lies in a mapped file.
  public var ownBytes: Int {
    store.ownBytes + table.ownBytes + counts.counts.ownBytes + phrases.counts.ownBytes
  }

  /// The first report that has not been forgotten.
  public var firstKept: Int { store.first }

  /// The name of a report that has not been forgotten.
  public func id(ofReport number: Int) -> String { store.id(of: number) }

  /// Adds a report and returns what it shares with earlier ones, in order of its words.
  ///
  /// - Complexity: O(words) for the report and each of at most 24 that it is compared with;
  ///   about 50 µs a report of 350 words.
  public func add(_ report: StreamedReport) -> [ArchivePassage] {
    let number = store.end
    splitter.split(report.text, in: report.range, number: number)
    let split = splitter.report
    winnower.winnow(split.hashes.values)
    counts.count(split.hashes.values)
    makeRoom(winnower.hashes.count)
    lookUp()
    var record = store.record(for: report, split)
    let passages = compare(&record, split, credits: report.credits)
    table.insert(
      winnower.hashes.values, winnower.positions.values, at: slots.values,
      report: UInt32(number))
    store.append(record, split, report.id)
    return passages
  }

  /// Grows the table of postings, or forgets reports where it may not grow.
  private func makeRoom(_ more: Int) {
    if let memoryBudget {
      let budget = max(memoryBudget, Self.leastBudget)
      while store.chunks.count > 1,
        ownBytes > budget || (table.isFull(for: more) && ownBytes + table.bytesOfGrowth > budget)
      {
        store.forget(chunks: max(1, store.chunks.count / 4))
        table.forget(before: UInt32(store.first))
      }
    }
    table.reserve(more)
  }

  // MARK: Looking up

  /// Reads the slots of all fingerprints at once, so that memory is waited for once.
  private func lookUp() {
    let count = winnower.hashes.count
    slots.resize(count)
    copies.resize(count)
    let (hashes, positions) = (winnower.hashes.values, winnower.positions.values)
    let (slots, copies, all) = (slots.values, copies.values, table.slots.values)
    for index in 0..<count {
      copies[index] = all[PostingTable.home(of: hashes[index], size: all.count)]
    }
    var hits = 0
    for index in 0..<count {
      let hash = hashes[index]
      let tag = copies[index].tag
      if tag == hash || tag == 0 {
        slots[index] = UInt32(PostingTable.home(of: hash, size: all.count))
      } else {
        let slot = PostingTable.slot(of: hash, in: all)
        slots[index] = UInt32(slot)
        copies[index] = all[slot]
      }
      if copies[index].tag != 0 { hits += 1 + PostingTable.laterCount(copies[index]) }
    }
    var collector = collector
    collector.clear(room: hits)
    defer { self.collector = collector }
    guard hits > 0 else { return }
    let later = table.later.values
    let first = UInt32(store.first)
    var waited: UInt32 = 0
    for index in 0..<count where copies[index].seen > 1 {
      waited ^= later[Int(copies[index].block)].report
    }
    touched ^= waited
    for index in 0..<count where copies[index].tag != 0 {
      let slot = copies[index]
      let a = Int32(truncatingIfNeeded: positions[index])
      if slot.report >= first {
        collector.add(report: slot.report, a: a, b: Int32(truncatingIfNeeded: slot.position))
      }
      for place in 0..<PostingTable.laterCount(slot) {
        let posting = later[Int(slot.block) + place]
        if posting.report >= first {
          collector.add(
            report: posting.report, a: a, b: Int32(truncatingIfNeeded: posting.position))
        }
      }
    }
  }

  // MARK: Comparing

  private func compare(
    _ record: inout ReportRecord, _ split: SplitReport, credits: [String]
  ) -> [ArchivePassage] {
    // One copy: each use of the member would count references.
    let collector = collector
    collector.candidates(into: &candidates)
    guard !candidates.isEmpty else { return [] }
    isCovered.fill(split.count, with: false)
    let isCovered = isCovered.values
    let a = ArchiveSide(
      words: split.hashes.values, lengths: split.lengths.values, traits: split.traits.values)
    var passages: [ArchivePassage] = []
    var spans: [OriginSpan] = []
    var compared = 0
    for number in candidates where compared < Self.mostCompared {
      if compared > 0, collector.freshHits(of: number, isCovered) < HitCollector.fewestHits {
        continue
      }
      compared += 1
      let group = collector.groups[number]
      let other = store.record(of: Int(group.report))
      let test = StretchTest(a: a, b: store.side(other), counts: counts)
      collector.seeds(of: number, into: seeds)
      let stretches = comparer.stretches(test, group, seeds: seeds)
      guard !stretches.isEmpty else { continue }
      let judged = kinds(of: stretches, test, record, other)
      var taken = (new: 0, earlier: 0)
      for stretch in judged where stretch.kind.isTaken {
        taken.new += stretch.a.count
        taken.earlier += stretch.b.count
      }
      let (direction, evidence) = DirectionJudge(
        new: record, earlier: other,
        creditsEarlier: !credits.isEmpty && store.outlet(other).map(credits.contains) ?? false
      ).direction(taken: taken)
      for stretch in judged {
        let open = stretch.a.count { !isCovered[$0] }
        guard 2 * open >= stretch.a.count else { continue }
        if stretch.kind != .commonplace { for word in stretch.a { isCovered[word] = true } }
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

  private func kinds(
    of stretches: [Stretch], _ test: StretchTest, _ record: ReportRecord, _ other: ReportRecord
  ) -> [Stretch] {
    let isOneOutlet = record.outlet != 0 && record.outlet == other.outlet
    let kinds = StretchKinds(
      test: test, sizeA: Int(record.size), sizeB: Int(other.size), isOneOutlet: isOneOutlet)
    let (hashes, positions) = (winnower.hashes.values, winnower.positions.values)
    let phrases = phrases
    return kinds.kinds(of: stretches) {
      phrases.isFurniture(
        $0.a, hashes, positions, outlet: record.outlet, isOneOutlet: isOneOutlet)
    }
  }
}
