import TestSupport
import Testing

@testable import Encoder

@Suite struct XXHash64Tests {
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
    ] as [(String, UInt64)])
  func givesThePublishedSums(text: String, sum: UInt64) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBytes { xxHash64($0) } == sum)
    #expect(plainXXHash64(bytes[...]) == sum)
  }

  @Test func agreesWithThePlainSumAtEveryLengthAndPlace() {
    var random = SplitMix64(seed: 64)
    let bytes = (0..<108).map { _ in UInt8.random(in: 0...255, using: &random) }
    for length in 0...100 {
      let start = length % 8
      let slice = bytes[start..<start + length]
      let sum = bytes.withUnsafeBytes { whole in
        xxHash64(UnsafeRawBufferPointer(rebasing: whole[start..<start + length]))
      }
      #expect(sum == plainXXHash64(slice), "\(length) bytes")
    }
  }
}

/// XXH64 with seed 0, written down from its definition and as plainly as it goes: what
/// `xxHash64` is held to.
private func plainXXHash64(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  let primes: [UInt64] = [
    0, 11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 1_609_587_929_392_839_161,
    9_650_029_242_287_828_579, 2_870_177_450_012_600_261,
  ]
  func turned(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }
  func mixed(_ sum: UInt64, _ value: UInt64) -> UInt64 {
    turned(sum &+ value &* primes[2], 31) &* primes[1]
  }
  var rest = bytes
  func take(_ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for (place, byte) in rest.prefix(count).enumerated() {
      value |= UInt64(byte) << UInt64(8 * place)
    }
    rest = rest.dropFirst(count)
    return value
  }
  var hash = primes[5]
  if bytes.count >= 32 {
    var a = primes[1] &+ primes[2]
    var b = primes[2]
    var c: UInt64 = 0
    var d = 0 &- primes[1]
    while rest.count >= 32 {
      a = mixed(a, take(8))
      b = mixed(b, take(8))
      c = mixed(c, take(8))
      d = mixed(d, take(8))
    }
    hash = turned(a, 1) &+ turned(b, 7) &+ turned(c, 12) &+ turned(d, 18)
    for sum in [a, b, c, d] { hash = (hash ^ mixed(0, sum)) &* primes[1] &+ primes[4] }
  }
  hash = hash &+ UInt64(bytes.count)
  while rest.count >= 8 {
    hash = turned(hash ^ mixed(0, take(8)), 27) &* primes[1] &+ primes[4]
  }
  if rest.count >= 4 { hash = turned(hash ^ take(4) &* primes[1], 23) &* primes[2] &+ primes[3] }
  while !rest.isEmpty { hash = turned(hash ^ take(1) &* primes[5], 11) &* primes[1] }
  hash = (hash ^ hash >> 33) &* primes[2]
  hash = (hash ^ hash >> 29) &* primes[3]
  return hash ^ hash >> 32
}
