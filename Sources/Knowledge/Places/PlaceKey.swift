public import Texts

/// The key under which a place's name is found: letters and digits folded, apostrophes
/// dropped, everything else one space, as a 64-bit hash.
public struct PlaceKey: Hashable, Sendable {
  /// The hash; its top 40 bits are kept in the table.
  public let hash: UInt64

  /// The key of the words in `range`.
  ///
  /// - Complexity: O(n); no allocation.
  public init(_ bytes: [UInt8], in range: TextRange) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isPending = false
    var isEmpty = true
    func put(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var offset = range.start
    while offset < range.end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      offset += length
      if scalar.isApostrophe { continue }
      let kind = CharacterClass(scalar)
      guard kind == .letter || kind == .digit else {
        isPending = true
        continue
      }
      Folding.fold(scalar) { byte in
        if isPending && !isEmpty { put(0x20) }
        isPending = false
        isEmpty = false
        put(byte)
      }
    }
    // Spread the last bytes into the top bits (the finalizer of SplitMix64).
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    self.hash = hash ^ (hash >> 31)
  }

  /// The key of a name.
  public init(_ name: some StringProtocol) {
    let bytes = Array(name.utf8)
    self.init(bytes, in: TextRange(0, bytes.count))
  }
}
