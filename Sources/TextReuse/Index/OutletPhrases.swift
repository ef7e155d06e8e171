/// Learns from a stream of reports which words are an outlet's furniture.
///
/// What an outlet's otherwise different reports keep sharing is its furniture, also where
/// another outlet took it over. Counters stand for hashes of outlet and fingerprint.
@safe final class OutletPhrases {
  private static let size = 1 << 20
  /// How often words must have been shared before.
  private static let often = 3
  /// The longest furniture in words.
  private static let longest = 120

  let counts: Column<UInt8>

  /// Nothing learned yet.
  init() { counts = Column(repeating: 0, count: Self.size) }

  /// Saved counts.
  init(counts: Column<UInt8>) { self.counts = counts }

  /// Whether the stretch of the new report is furniture of its outlet.
  ///
  /// `isOneOutlet` when both reports that share it are of that outlet; only those are learned from.
  func isFurniture(
    _ stretch: Range<Int>, _ hashes: Values<UInt32>, _ positions: Values<UInt32>, outlet: UInt32,
    isOneOutlet: Bool
  ) -> Bool {
    guard outlet != 0, stretch.count <= Self.longest else { return false }
    counts.makeWritable()
    let counts = counts.values
    var all = 0
    var known = 0
    for index in 0..<positions.count {
      let position = Int(positions[index])
      if position < stretch.lowerBound { continue }
      if position + Winnower.length > stretch.upperBound + 2 { break }
      let key = WordHash.mixed(UInt64(hashes[index]) | UInt64(outlet) << 32)
      let place = Int(truncatingIfNeeded: key) & (Self.size - 1)
      if isOneOutlet { counts[place] = min(counts[place], 254) + 1 }
      all += 1
      if Int(counts[place]) >= Self.often { known += 1 }
    }
    return all > 0 && (known * 10 >= all * 6 || (isOneOutlet && known > 0))
  }
}
