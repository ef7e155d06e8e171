import TestSupport
import Testing

@testable import TextReuse

@Suite struct FingerprintTableTests {
  /// A number after a hash that is not 0; few homes, so that buckets overflow.
  private func hashes(_ count: Int, seed: UInt64) -> [UInt32] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      UInt32.random(in: 0..<40, using: &random) << 20 | UInt32(index + 1)
    }
  }

  @Test(arguments: [1, 8, 9, 700, 9000])
  func everyFingerprintIsFound(count: Int) {
    let hashes = hashes(count, seed: UInt64(count))
    var table = FingerprintTable(advice: nil)
    for (index, hash) in hashes.enumerated() {
      table.reserve(1)
      #expect(table.number(of: hash, orAdd: UInt32(index + 1)) == 0)
      #expect(table.number(of: hash, orAdd: .max) == UInt32(index + 1))
    }
    #expect(table.count == count && !table.isFull(for: 0))
    let buckets = table.buckets.values
    for (index, hash) in hashes.enumerated() {
      #expect(FingerprintTable.number(of: hash, in: buckets) == UInt32(index + 1))
      #expect(FingerprintTable.number(of: hash | 1 << 19, in: buckets) == 0)
    }
  }

  @Test func whatIsDroppedIsGoneAndTheRestRenumbered() {
    let hashes = hashes(2000, seed: 3)
    var table = FingerprintTable(advice: nil)
    table.reserve(2000)
    for (index, hash) in hashes.enumerated() {
      _ = table.number(of: hash, orAdd: UInt32(index + 1))
    }
    table.rebuild { $0 % 3 == 0 ? $0 / 3 : 0 }
    #expect(table.count == 666)
    for (index, hash) in hashes.enumerated() {
      let number = UInt32(index + 1)
      let expected = number % 3 == 0 ? number / 3 : 0
      #expect(FingerprintTable.number(of: hash, in: table.buckets.values) == expected)
    }
  }
}
