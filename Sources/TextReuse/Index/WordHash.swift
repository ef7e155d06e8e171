/// Hashes of the archive: of words over their folded bytes, of runs of words over those.
///
/// A product of 128 bits folded to 64, as in wyhash (Wang Yi 2019): eight bytes a step.
enum WordHash {
  private static let seed: UInt64 = 0xA076_1D64_78BD_642F
  private static let factor: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// Spreads the bits of `value` evenly.
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ seed).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }

  /// Adds up to eight bytes to the hash of those before.
  @inline(__always)
  static func adding(_ eight: UInt64, to hash: UInt64) -> UInt64 { mixed(hash &* 3 ^ eight) }

  /// Lowers the ASCII letters of eight letters and digits; other bytes stay.
  @inline(__always)
  static func lowered(_ eight: UInt64) -> UInt64 {
    eight | ((~eight & 0x8080_8080_8080_8080) >> 2)
  }

  /// The lowest `count` bytes of eight, 1 to 8.
  @inline(__always)
  static func lowest(_ count: Int, of eight: UInt64) -> UInt64 {
    eight & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count))
  }

  /// The hash of folded bytes.
  static func hash(_ bytes: Values<UInt8>, count: Int) -> UInt32 {
    var hash: UInt64 = 0
    var index = 0
    while index < count {
      var eight: UInt64 = 0
      for offset in 0..<min(8, count - index) {
        eight |= UInt64(bytes[index + offset]) << UInt64(8 * offset)
      }
      // Blanks above the last byte are as in `lowered`: its zeros become 0x20.
      hash = adding(lowest(min(8, count - index), of: lowered(eight)), to: hash)
      index += 8
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  /// A sum of bytes that tells damage: four lanes of eight bytes a step.
  static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var offset = 0
    while offset + 32 <= bytes.count {
      lanes.0 = unsafe mixed(lanes.0 ^ load(bytes, offset)) &+ 1
      lanes.1 = unsafe mixed(lanes.1 ^ load(bytes, offset + 8)) &+ 1
      lanes.2 = unsafe mixed(lanes.2 ^ load(bytes, offset + 16)) &+ 1
      lanes.3 = unsafe mixed(lanes.3 ^ load(bytes, offset + 24)) &+ 1
      offset += 32
    }
    var sum = UInt64(bytes.count)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = adding(lane, to: sum) }
    while offset < bytes.count {
      sum = adding(UInt64(unsafe bytes[offset]), to: sum)
      offset += 1
    }
    return sum
  }

  @inline(__always)
  private static func load(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
