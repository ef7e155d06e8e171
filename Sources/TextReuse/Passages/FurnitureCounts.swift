import Texts

/// Learns from a stream of reports which words are an outlet's furniture.
///
/// A short stretch that an outlet's otherwise different reports keep sharing is its
/// furniture, also where another outlet took it over.
struct FurnitureCounts: Sendable {
  /// How often it must have been shared before.
  private static let often = 3
  private static let longest = 120
  private var counts: [UInt64: UInt8] = [:]

  /// Nothing learnt yet.
  init() {}

  /// Whether the stretch of `report` with these fingerprints is furniture of its outlet.
  ///
  /// `isOneOutlet` when both sharing reports are of that outlet; only those are learnt from.
  mutating func isFurniture(
    _ stretch: Range<Int>, fingerprints: [Fingerprint], outlet: String?, isOneOutlet: Bool
  ) -> Bool {
    guard let outlet, stretch.count <= Self.longest else { return false }
    let owner = Word(folding: outlet).hash
    var all = 0
    var known = 0
    for fingerprint in fingerprints
    where stretch.lowerBound <= fingerprint.position
      && fingerprint.position + Winnowing.ordinary.length <= stretch.upperBound + 2
    {
      let key = mixed(fingerprint.hash ^ owner)
      if isOneOutlet { counts[key] = min(counts[key, default: 0], 254) + 1 }
      all += 1
      if counts[key, default: 0] >= Self.often { known += 1 }
    }
    return all > 0 && (known * 10 >= all * 6 || (isOneOutlet && known > 0))
  }
}
