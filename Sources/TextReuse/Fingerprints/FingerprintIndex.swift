import Texts

/// Where fingerprints stand in the reports read so far.
///
/// Of each fingerprint the first place is kept and the latest seven: the origin and the
/// copies that are copied now. A family of any size so costs each newcomer the same.
struct FingerprintIndex: Sendable {
  /// One place.
  struct Posting: Hashable, Sendable {
    /// The number of the report.
    let report: UInt32
    /// The index of the fingerprint's first word in it.
    let position: UInt32
  }

  /// How many places but the first are kept.
  static let latest = 7

  // Open addressing; a hash of 0 is an empty slot.
  private var hashes: [UInt64] = Array(repeating: 0, count: 1024)
  private var firsts: [Posting] = Array(
    repeating: Posting(report: 0, position: 0), count: 1024)
  private var counts: [UInt32] = Array(repeating: 0, count: 1024)
  private var rings: [UInt32] = Array(repeating: 0, count: 1024)
  /// Rings of the latest places, each of `latest`.
  private var later: [Posting] = []
  private var used = 0

  /// Nothing read yet.
  init() {}

  /// Adds the fingerprints of report number `report`, which must grow from call to call.
  ///
  /// - Complexity: O(fingerprints), amortized.
  mutating func insert(_ fingerprints: [Fingerprint], report: Int) {
    for fingerprint in fingerprints {
      if used * 4 > hashes.count * 3 { grow() }
      let posting = Posting(report: UInt32(report), position: UInt32(fingerprint.position))
      let slot = slot(of: fingerprint.hash)
      if hashes[slot] == 0 {
        hashes[slot] = fingerprint.hash | 1
        firsts[slot] = posting
        used += 1
      } else {
        let turn = Int(counts[slot] - 1) % Self.latest
        if counts[slot] == 1 {
          rings[slot] = UInt32(later.count / Self.latest)
          later.append(contentsOf: repeatElement(posting, count: Self.latest))
        }
        later[Int(rings[slot]) * Self.latest + turn] = posting
      }
      counts[slot] &+= 1
    }
  }

  /// Calls `body` with each place kept of a fingerprint, the first one first.
  func forEachPosting(of hash: UInt64, _ body: (Posting) -> Void) {
    let slot = slot(of: hash)
    guard hashes[slot] != 0 else { return }
    body(firsts[slot])
    let start = Int(rings[slot]) * Self.latest
    for turn in 0..<min(Int(counts[slot]) - 1, Self.latest) { body(later[start + turn]) }
  }

  private func slot(of hash: UInt64) -> Int {
    let key = hash | 1
    var slot = Int(truncatingIfNeeded: key >> 1) & (hashes.count - 1)
    while hashes[slot] != 0 && hashes[slot] != key { slot = (slot + 1) & (hashes.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = (hashes, firsts, counts, rings)
    let size = hashes.count * 2
    hashes = Array(repeating: 0, count: size)
    firsts = Array(repeating: Posting(report: 0, position: 0), count: size)
    counts = Array(repeating: 0, count: size)
    rings = Array(repeating: 0, count: size)
    for index in old.0.indices where old.0[index] != 0 {
      let slot = slot(of: old.0[index])
      hashes[slot] = old.0[index]
      firsts[slot] = old.1[index]
      counts[slot] = old.2[index]
      rings[slot] = old.3[index]
    }
  }
}
