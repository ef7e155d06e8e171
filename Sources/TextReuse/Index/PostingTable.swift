/// Where fingerprints stand in the reports of an index.
///
/// Of each fingerprint the first place is kept and the latest seven: the origin, and the copies
/// that are copied now. A family of any size costs each newcomer the same.
@safe final class PostingTable {
  /// A place.
  struct Posting: BitwiseCopyable, Hashable {
    var report: UInt32
    /// The fingerprint's first word.
    var position: UInt32
  }

  /// The first place of a fingerprint, and where its later ones are.
  struct Slot: BitwiseCopyable {
    /// The hash; 0 in an empty slot.
    var tag: UInt32
    /// The report of the first place.
    var report: UInt32
    /// The first word of the first place in the upper 24 bits; below how many places there were.
    var place: UInt32
    /// Index of the block of later places.
    var block: UInt32

    static let empty = Slot(tag: 0, report: 0, place: 0, block: 0)

    var position: UInt32 { place >> 8 }
    var seen: Int { Int(place & 0xFF) }
  }

  /// How many later places are kept.
  static let latest = 7
  /// Words beyond this are not indexed.
  static let mostPositions = 1 << 24

  private(set) var slots: Column<Slot>
  private(set) var later: Column<Posting>
  /// How many slots are in use.
  private(set) var used: Int
  /// The last freed block of one and of three places, which begins with the one before; 0 none.
  private(set) var free: (one: UInt32, three: UInt32)

  private let advice: MemoryAdvice?

  /// Nothing yet.
  init(advice: MemoryAdvice? = nil) {
    self.advice = advice
    slots = Column(repeating: .empty, count: 1024, advice: advice)
    later = Column(advice: advice)
    later.append(Posting(report: 0, position: 0))
    used = 0
    free = (0, 0)
  }

  /// The columns of a saved table.
  init(
    slots: Column<Slot>, later: Column<Posting>, used: Int, free: (one: UInt32, three: UInt32),
    advice: MemoryAdvice?
  ) {
    self.advice = advice
    self.slots = slots
    self.later = later
    self.used = used
    self.free = free
  }

  /// The memory that is its own, in bytes.
  var ownBytes: Int { slots.ownBytes + later.ownBytes }

  /// Whether `more` fingerprints need a larger table, or one without what was forgotten.
  func isFull(for more: Int) -> Bool { (used + more) * 4 > slots.count * 3 }

  /// The memory that a table of twice the size takes, in bytes.
  var bytesOfGrowth: Int { 2 * slots.count * MemoryLayout<Slot>.stride }

  /// Makes room for `more` fingerprints.
  func reserve(_ more: Int) {
    slots.makeWritable()
    later.makeWritable()
    guard isFull(for: more) else { return }
    var size = slots.count
    while (used + more) * 8 > size * 5 { size *= 2 }
    let keeper = slots
    let old = keeper.values
    slots = Column(repeating: .empty, count: size, advice: advice)
    for index in 0..<old.count where old[index].tag != 0 { place(old[index]) }
    withExtendedLifetime(keeper) {}
  }

  /// Drops the places in reports before `first`.
  func forget(before first: UInt32) {
    let (old, oldLater) = (slots.values, later.values)
    let keepers = (slots, later)
    slots = Column(repeating: .empty, count: old.count, advice: advice)
    later = Column(advice: advice)
    later.append(Posting(report: 0, position: 0))
    free = (0, 0)
    used = 0
    for index in 0..<old.count where old[index].tag != 0 {
      guard let slot = kept(old[index], oldLater, first) else { continue }
      place(slot)
      used += 1
    }
    withExtendedLifetime(keepers) {}
  }

  private func place(_ slot: Slot) {
    let values = slots.values
    let mask = values.count - 1
    var index = Self.home(of: slot.tag, size: values.count)
    while values[index].tag != 0 { index = (index + 1) & mask }
    values[index] = slot
  }

  /// What is left of a slot; nil when all its places are in reports before `first`.
  private func kept(_ slot: Slot, _ old: Values<Posting>, _ first: UInt32) -> Slot? {
    var places: [Posting] = []
    if slot.report >= first {
      places.append(Posting(report: slot.report, position: slot.position))
    }
    let count = Self.laterCount(slot)
    // The oldest of the later places stands where the next one would go.
    let turn = count < Self.latest ? 0 : (slot.seen - 1) % Self.latest
    for step in 0..<count {
      let posting = old[Int(slot.block) + (turn + step) % Self.latest]
      if posting.report >= first { places.append(posting) }
    }
    guard let head = places.first else { return nil }
    var kept = Slot(
      tag: slot.tag, report: head.report, place: head.position << 8 | 1, block: 0)
    for posting in places.dropFirst() {
      later.reserve(Self.latest)
      var end = later.count
      kept = Self.adding(posting, to: kept, later.room, &end, &free)
      later.resize(end)
    }
    return kept
  }

  /// The slot of a hash: the one that holds it, else the empty one where it belongs.
  @inline(__always)
  static func slot(of hash: UInt32, in slots: Values<Slot>) -> Int {
    let mask = slots.count - 1
    var index = home(of: hash, size: slots.count)
    while slots[index].tag != 0 && slots[index].tag != hash { index = (index + 1) & mask }
    return index
  }

  /// Where the search for a hash begins: by its highest bits, so that growing keeps the order.
  @inline(__always)
  static func home(of hash: UInt32, size: Int) -> Int {
    Int(hash >> UInt32(truncatingIfNeeded: 32 - size.trailingZeroBitCount))
  }

  /// Adds the fingerprints of a report at the slots where they were looked for.
  ///
  /// Reports come in order; there must be room (`reserve`).
  ///
  /// - Complexity: O(fingerprints), amortized.
  func insert(
    _ hashes: Values<UInt32>, _ positions: Values<UInt32>, at found: Values<UInt32>,
    report: UInt32
  ) {
    let slots = slots.values
    later.reserve(hashes.count * Self.latest)
    let room = later.room
    var end = later.count
    var free = free
    var added = 0
    for index in 0..<hashes.count where positions[index] < Self.mostPositions {
      let hash = hashes[index]
      let place = positions[index] << 8 | 1
      var number = Int(found[index])
      // Another fingerprint of this report may have taken an empty slot since.
      if slots[number].tag != hash && slots[number].tag != 0 {
        number = Self.slot(of: hash, in: slots)
      }
      let slot = slots[number]
      if slot.tag == 0 {
        slots[number] = Slot(tag: hash, report: report, place: place, block: 0)
        added += 1
      } else {
        slots[number] = Self.adding(
          Posting(report: report, position: positions[index]), to: slot, room, &end, &free)
      }
    }
    used += added
    later.resize(end)
    self.free = free
  }

  /// How many later places a slot holds.
  @inline(__always)
  static func laterCount(_ slot: Slot) -> Int { min(slot.seen - 1, latest) }

  /// Keeps a later place of `slot`; returns the slot with it.
  @inline(__always)
  private static func adding(
    _ posting: Posting, to slot: Slot, _ later: Values<Posting>, _ end: inout Int,
    _ free: inout (one: UInt32, three: UInt32)
  ) -> Slot {
    var slot = slot
    let number = slot.seen - 1
    switch number {
    case 0: slot.block = taken(1, later, &end, &free)
    case 1, 3:
      let block = taken(number == 1 ? 3 : latest, later, &end, &free)
      for index in 0..<number { later[Int(block) + index] = later[Int(slot.block) + index] }
      give(back: slot.block, number, later, &free)
      slot.block = block
    default: break
    }
    later[Int(slot.block) + number % latest] = posting
    // The count wraps so that the turn stays right.
    let seen = slot.seen == 255 ? 256 - latest : slot.seen + 1
    slot.place = slot.place & ~0xFF | UInt32(seen)
    return slot
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
