/// Where fingerprints stand in the reports of an index.
///
/// Of each fingerprint the first place is kept and the latest seven: the origin, and the copies
/// that are copied now. A family of any size costs each newcomer the same. Fingerprints
/// lie in the order in which they were first seen, so those of a copied passage lie together.
@safe final class PostingTable {
  /// A place.
  struct Posting: BitwiseCopyable, Hashable {
    var report: UInt32
    /// The fingerprint's first word.
    var position: UInt32
  }

  /// The first place of a fingerprint, and where its later ones are.
  struct Entry: BitwiseCopyable {
    /// The report of the first place.
    var report: UInt32
    /// The first word of the first place in the upper 24 bits; below how many places there were.
    var place: UInt32
    /// Index of the block of later places.
    var block: UInt32

    var position: UInt32 { place >> 8 }
    var seen: Int { Int(place & 0xFF) }
    /// How many later places are kept.
    var laterCount: Int { min(seen &- 1, latest) }

    /// The first place alone.
    init(_ posting: Posting) {
      report = posting.report
      place = posting.position << 8 | 1
      block = 0
    }
  }

  /// How many later places are kept.
  static let latest = 7
  /// Words beyond this are not indexed.
  static let mostPositions = 1 << 24

  /// The numbers of entries by hash.
  private(set) var table: FingerprintTable
  /// What is known of each fingerprint; the first is none.
  private(set) var entries: Column<Entry>
  private(set) var later: Column<Posting>
  /// The last freed block of one and of three places, which begins with the one before; 0 none.
  private(set) var free: (one: UInt32, three: UInt32)

  private let advice: MemoryAdvice?

  /// Nothing yet.
  init(advice: MemoryAdvice? = nil) {
    self.advice = advice
    table = FingerprintTable(advice: advice)
    (entries, later) = Self.empty(advice)
    free = (0, 0)
  }

  /// The columns of a saved table.
  init(
    table: FingerprintTable, entries: Column<Entry>, later: Column<Posting>,
    free: (one: UInt32, three: UInt32), advice: MemoryAdvice?
  ) {
    self.advice = advice
    self.table = table
    self.entries = entries
    self.later = later
    self.free = free
  }

  /// Entries and later places, with the ones that stand for none.
  private static func empty(_ advice: MemoryAdvice?) -> (Column<Entry>, Column<Posting>) {
    let none = Posting(report: 0, position: 0)
    let entries = Column<Entry>(advice: advice)
    let later = Column<Posting>(advice: advice)
    entries.append(Entry(none))
    later.append(none)
    return (entries, later)
  }

  /// The memory that is its own, in bytes.
  var ownBytes: Int { table.buckets.ownBytes + entries.ownBytes + later.ownBytes }

  /// Whether `more` fingerprints need a larger table, or one without what was forgotten.
  func isFull(for more: Int) -> Bool { table.isFull(for: more) }

  /// The memory that a table of twice the size takes, in bytes.
  var bytesOfGrowth: Int {
    2 * table.buckets.count * MemoryLayout<FingerprintTable.Bucket>.stride
  }

  /// Makes room for `more` fingerprints.
  func reserve(_ more: Int) {
    table.reserve(more)
    entries.reserve(more)
    later.reserve(more * Self.latest)
  }

  /// Drops the places in reports before `first`.
  func forget(before first: UInt32) {
    let (old, oldLater) = (entries, later)
    (entries, later) = Self.empty(advice)
    free = (0, 0)
    // The number that each entry gets.
    let numbers = Column<UInt32>(repeating: 0, count: old.count)
    for index in 1..<old.count {
      guard let entry = kept(old[index], oldLater.values, first) else { continue }
      numbers[index] = UInt32(entries.count)
      entries.append(entry)
    }
    table.rebuild { numbers[Int($0)] }
  }

  /// What is left of an entry; nil when all its places are in reports before `first`.
  private func kept(_ entry: Entry, _ old: Values<Posting>, _ first: UInt32) -> Entry? {
    var places: [Posting] = []
    if entry.report >= first {
      places.append(Posting(report: entry.report, position: entry.position))
    }
    let count = entry.laterCount
    // The oldest of the later places stands where the next one would go.
    let turn = count < Self.latest ? 0 : (entry.seen - 1) % Self.latest
    for step in 0..<count {
      let posting = old[Int(entry.block) + (turn + step) % Self.latest]
      if posting.report >= first { places.append(posting) }
    }
    guard let head = places.first else { return nil }
    var kept = Entry(head)
    for posting in places.dropFirst() {
      later.reserve(Self.latest)
      var end = later.count
      Self.add(posting, to: &kept, later.room, &end, &free)
      later.resize(end)
    }
    return kept
  }

  /// Adds the fingerprints of a report, whose numbers were looked for; 0 where there was none.
  ///
  /// Reports come in order; there must be room (`reserve`).
  ///
  /// - Complexity: O(fingerprints), amortized.
  func insert(
    _ hashes: Values<UInt32>, _ positions: Values<UInt32>, numbers: Values<UInt32>,
    report: UInt32
  ) {
    let (entries, later) = (entries.room, later.room)
    var table = table
    var (entryEnd, laterEnd) = (self.entries.count, self.later.count)
    var free = free
    for index in 0..<hashes.count where positions[index] < Self.mostPositions {
      let hash = hashes[index]
      let posting = Posting(report: report, position: positions[index])
      var number = Int(numbers[index])
      // An earlier place in this report may have added it since.
      if number == 0 {
        number = Int(table.number(of: hash, orAdd: UInt32(truncatingIfNeeded: entryEnd)))
      }
      if number == 0 {
        entries[entryEnd] = Entry(posting)
        entryEnd &+= 1
      } else {
        var entry = entries[number]
        Self.add(posting, to: &entry, later, &laterEnd, &free)
        entries[number] = entry
      }
    }
    self.table = table
    self.entries.resize(entryEnd)
    self.later.resize(laterEnd)
    self.free = free
  }

  /// Keeps a later place.
  @inline(__always)
  private static func add(
    _ posting: Posting, to entry: inout Entry, _ later: Values<Posting>, _ end: inout Int,
    _ free: inout (one: UInt32, three: UInt32)
  ) {
    let number = entry.seen - 1
    switch number {
    case 0: entry.block = taken(1, later, &end, &free)
    case 1, 3:
      let block = taken(number == 1 ? 3 : latest, later, &end, &free)
      for index in 0..<number { later[Int(block) + index] = later[Int(entry.block) + index] }
      give(back: entry.block, number, later, &free)
      entry.block = block
    default: break
    }
    later[Int(entry.block) + number % latest] = posting
    // The count wraps so that the turn stays right.
    let seen = entry.seen == 255 ? 256 - latest : entry.seen + 1
    entry.place = entry.place & ~0xFF | UInt32(seen)
  }

  /// A block for `size` places: a freed one, else at the end.
  private static func taken(
    _ size: Int, _ later: Values<Posting>, _ end: inout Int,
    _ free: inout (one: UInt32, three: UInt32)
  ) -> UInt32 {
    let block = size == 1 ? free.one : size == 3 ? free.three : 0
    if block == 0 {
      for index in end..<end + size { later[index] = Posting(report: 0, position: 0) }
      end += size
      return UInt32(end - size)
    }
    let next = later[Int(block)].report
    if size == 1 { free.one = next } else { free.three = next }
    return block
  }

  private static func give(
    back block: UInt32, _ size: Int, _ later: Values<Posting>,
    _ free: inout (one: UInt32, three: UInt32)
  ) {
    later[Int(block)] = Posting(report: size == 1 ? free.one : free.three, position: 0)
    if size == 1 { free.one = block } else { free.three = block }
  }
}
