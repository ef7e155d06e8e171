import Texts

/// Finds where two neighbouring words of a report stand; what alignments start from.
struct GramTable: Sendable {
  /// A pair that stands at more places than this says nothing and is skipped.
  static let mostPlaces = 8

  private let stretch: Range<Int>
  private var tags: [UInt32]
  private var heads: [UInt32]
  private var next: [UInt32]

  /// Tables the pairs of words that begin in `stretch`.
  ///
  /// - Complexity: O(n).
  init(_ stream: WordStream, in stretch: Range<Int>) {
    let clamped = stretch.clamped(to: 0..<max(stream.count - 1, 0))
    var slots = 16
    while slots < clamped.count * 2 { slots *= 2 }
    self.stretch = clamped
    tags = Array(repeating: 0, count: slots)
    heads = Array(repeating: 0, count: slots)
    next = Array(repeating: 0, count: clamped.count)
    // Backwards, so that each list is in order of place.
    for position in clamped.reversed() {
      let hash = Self.hash(stream, position)
      let slot = self.slot(of: hash)
      tags[slot] = Self.tag(hash)
      next[position - clamped.lowerBound] = heads[slot]
      heads[slot] = UInt32(position - clamped.lowerBound + 1)
    }
  }

  /// The places of the pair that begins at `position` of another report, in order.
  func places(of stream: WordStream, at position: Int, into places: inout [Int]) {
    places.removeAll(keepingCapacity: true)
    var entry = heads[slot(of: Self.hash(stream, position))]
    while entry != 0 {
      if places.count == Self.mostPlaces {
        places.removeAll(keepingCapacity: true)
        return
      }
      places.append(stretch.lowerBound + Int(entry) - 1)
      entry = next[Int(entry) - 1]
    }
  }

  private func slot(of hash: UInt64) -> Int {
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & (tags.count - 1)
    while tags[slot] != 0 && tags[slot] != tag { slot = (slot + 1) & (tags.count - 1) }
    return slot
  }

  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) | 1 }

  private static func hash(_ stream: WordStream, _ position: Int) -> UInt64 {
    WordHash.mixed(stream.words[position].hash &* 31 &+ stream.words[position + 1].hash)
  }
}
