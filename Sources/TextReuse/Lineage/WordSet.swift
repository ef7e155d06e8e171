/// Some words of one report, by their indexes in its `WordStream`.
struct WordSet: Hashable, Sendable {
  private var bits: [UInt64]

  /// None of `count` words.
  init(count: Int) { bits = Array(repeating: 0, count: (count + 63) / 64) }

  /// Puts in the words of a stretch.
  mutating func insert(_ stretch: Range<Int>) {
    for index in stretch { bits[index >> 6] |= 1 << UInt64(index & 63) }
  }

  mutating func formUnion(_ other: WordSet) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  func intersection(_ other: WordSet) -> WordSet {
    var result = self
    for index in bits.indices { result.bits[index] &= other.bits[index] }
    return result
  }

  func subtracting(_ other: WordSet) -> WordSet {
    var result = self
    for index in bits.indices { result.bits[index] &= ~other.bits[index] }
    return result
  }

  func contains(_ index: Int) -> Bool { bits[index >> 6] & (1 << UInt64(index & 63)) != 0 }

  /// From the first to the last word; empty when there is none.
  var extent: Range<Int> {
    guard let low = bits.firstIndex(where: { $0 != 0 }),
      let high = bits.lastIndex(where: { $0 != 0 })
    else { return 0..<0 }
    let first = low * 64 + bits[low].trailingZeroBitCount
    return first..<high * 64 + 64 - bits[high].leadingZeroBitCount
  }
}

extension WordStream {
  /// How many words a set has; two pairs of characters of an unspaced script are one.
  func size(_ set: WordSet) -> Int {
    var halves = 0
    for index in set.extent where set.contains(index) {
      halves += traits[index].contains(.pair) ? 1 : 2
    }
    return (halves + 1) / 2
  }

  /// The set of the words in some stretches.
  func set(_ stretches: some Sequence<Range<Int>>) -> WordSet {
    var set = WordSet(count: count)
    for stretch in stretches { set.insert(stretch) }
    return set
  }
}
