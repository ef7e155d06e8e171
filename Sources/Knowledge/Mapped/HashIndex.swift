import Texts

/// Numbers under 64-bit hashes, in a section of a mapped table.
///
/// Twelve bytes (bits of the directory, entries, a number for whoever wrote it), a directory of
/// 2ᵇⁱᵗˢ + 1 counts, then entries sorted by hash: the 32 bits below those that the directory is
/// indexed by, and a number. Forty-odd bits of a hash decide, so an unknown word is taken for a
/// known one in about one of 10⁹ look-ups.
struct HashIndex: Sendable {
  private let file: FileBytes
  private let directory: Int
  private let entries: Int
  private let bits: UInt64
  /// The number of entries.
  let count: Int
  /// The number that was stored beside the entries.
  let extra: Int

  /// Opens a section that the table's checksum vouches for.
  init(_ table: MappedTable, section: Int) {
    file = table.file
    let start = table.sections[section].lowerBound
    bits = UInt64(file.load(UInt32.self, at: start))
    count = Int(file.load(UInt32.self, at: start + 4))
    extra = Int(file.load(UInt32.self, at: start + 8))
    directory = start + 12
    entries = directory + ((1 << Int(bits)) + 1) * 4
  }

  /// The number under a hash; nil when there is none.
  ///
  /// - Complexity: O(1): a bucket has some four entries.
  func value(_ hash: UInt64) -> UInt32? {
    let hash = Self.mixed(hash)
    let bucket = directory + Int(hash >> (64 - bits)) * 4
    let rest = UInt32(truncatingIfNeeded: hash >> (32 - bits))
    var entry = Int(file.load(UInt32.self, at: bucket))
    let end = Int(file.load(UInt32.self, at: bucket + 4))
    while entry < end {
      let found = file.load(UInt32.self, at: entries + entry * 8)
      if found >= rest {
        return found == rest ? file.load(UInt32.self, at: entries + entry * 8 + 4) : nil
      }
      entry += 1
    }
    return nil
  }

  /// Spreads a hash over all bits (the finalizer of SplitMix64).
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  /// The bytes of a section.
  static func section(_ values: [UInt64: UInt32], extra: Int = 0) -> [UInt8] {
    var bits: UInt64 = 1
    while values.count >> Int(bits) > 4 { bits += 1 }
    let sorted = values.map { (hash: mixed($0), value: $1) }.sorted { $0.hash < $1.hash }
    var starts = [UInt64](repeating: 0, count: (1 << Int(bits)) + 1)
    for entry in sorted { starts[Int(entry.hash >> (64 - bits)) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var out = littleEndian(bits, 4) + littleEndian(UInt64(values.count), 4)
    out += littleEndian(UInt64(extra), 4)
    for start in starts { out += littleEndian(start, 4) }
    for entry in sorted {
      out += littleEndian((entry.hash >> (32 - bits)) & 0xFFFF_FFFF, 4)
      out += littleEndian(UInt64(entry.value), 4)
    }
    return out
  }
}

/// Keys of a table by their bytes.
func keyHash(_ key: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}
