import EncoderTestSupport
import Foundation
import Kernels
import TestSupport
import Testing

/// Attention: every path beside plain loops, and beside the portable path bit for bit.
@Suite struct AttentionKernelTests {
  @Test(arguments: [
    (1, 1, 16), (2, 1, 32), (3, 2, 16), (7, 1, 64), (8, 3, 16), (9, 2, 32), (15, 1, 16),
    (16, 2, 16), (17, 4, 16), (31, 1, 48), (33, 1, 32), (70, 2, 16), (5, 1, 128),
  ])
  func mixesValuesByTheSoftmaxOfPowersOfTwo(count: Int, heads: Int, width: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let qkv = randomFloats(count * 3 * heads * width, 1, using: &random)
    expectMixture(qkv, heads: heads, width: width, tolerance: 1e-5)
    expectMixture(qkv, heads: heads, width: width, tolerance: 0.04, inBytes: true)
  }

  @Test(arguments: [2, 9, 40])
  func inBytesKeysAreWeighedHoweverLargeOrSmallTheyAre(count: Int) {
    // The scale of queries, keys and values is their own; scores stay as they are.
    var random = SplitMix64(seed: UInt64(count))
    let qkv = randomFloats(count * 3 * 32, 1, using: &random)
    let scaled = qkv.enumerated().map { place, value in
      [1000, 0.001, 50][place % 96 / 32] * value
    }
    expectMixture(scaled, heads: 2, width: 16, tolerance: 0.04, inBytes: true)
  }

  @Test(arguments: [1, 6, 20])
  func scoresThatLieFarApartPickTheirValue(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let qkv = randomFloats(count * 3 * 32, 20, using: &random)
    expectMixture(qkv, heads: 2, width: 16, tolerance: 1e-3)
  }

  @Test func equalScoresGiveTheMean() {
    for kernels in allKernels() {
      // Queries and keys of zero, values counted up.
      let qkv = (0..<5).flatMap { piece in
        [Float](repeating: 0, count: 32) + (0..<16).map { Float(piece * 16 + $0) }
      }
      for (inBytes, tolerance) in [(false, Float(1e-4)), (true, 0.5)] {
        let out = kernels.attended(qkv, heads: 1, width: 16, inBytes: inBytes)
        for (place, value) in out.enumerated() {
          #expect((value - Float(32 + place % 16)).magnitude < tolerance, "\(kernels.title)")
        }
      }
    }
  }

  @Test func eachPieceIsTheSameInPlacesOfAnyTile() {
    // Equal pieces become equal, whichever tile of rows they fall in.
    var random = SplitMix64(seed: 2)
    let piece = randomFloats(3 * 32, 1, using: &random)
    for kernels in allKernels() {
      for inBytes in [false, true] {
        let out = kernels.attended(
          (0..<21).flatMap { _ in piece }, heads: 2, width: 16, inBytes: inBytes)
        for place in 0..<21 {
          #expect(bits(Array(out[place * 32..<(place + 1) * 32])) == bits(Array(out[..<32])))
        }
      }
    }
  }

  @Test func numbersThatAreNoneOrEndlessHarmNothing() {
    // Damaged models bring them; nothing is written astray, whatever comes out.
    var random = SplitMix64(seed: 3)
    let odd: [Float] = [
      .nan, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0,
    ]
    func oddRows(_ count: Int) -> [Float] {
      (0..<count).map { _ in
        Bool.random(using: &random) ? odd.randomElement(using: &random) ?? 0 : 1
      }
    }
    for kernels in allKernels() {
      for inBytes in [false, true] {
        let out = kernels.attended(oddRows(19 * 96), heads: 2, width: 16, inBytes: inBytes)
        #expect(out.count == 19 * 32)
      }
      let (bytes, scales) = kernels.quantized(oddRows(5 * 40), columns: 40, smoothing: oddRows(40))
      let dense = Dense(inputs: 40, outputs: 20, weights: oddRows(800), biases: oddRows(20))
      #expect(dense.product(oddRows(5 * 40), by: kernels, activation: KERNELS_GELU).count == 100)
      let rounded = RoundedDense(
        inputs: 40, outputs: 20, values: [Int8](repeating: 3, count: 800), scales: oddRows(20),
        biases: oddRows(20))
      let product = rounded.product(bytes, scales: scales, by: kernels, activation: KERNELS_GELU)
      #expect(product.count == 100)
      let states = GuardedMemory(changing: oddRows(64))
      let q = GuardedMemory<UInt8>(64)
      let qScales = GuardedMemory<Float>(2)
      let (gain, bias) = (GuardedMemory(oddRows(32)), GuardedMemory(oddRows(32)))
      kernels.normalize(
        states.start, nil, 2, 32, gain.start, bias.start, .nan, nil, q.start, qScales.start)
      #expect(states.isIntact && q.isIntact && qScales.isIntact)
    }
  }

  private func expectMixture(
    _ qkv: [Float], heads: Int, width: Int, tolerance: Double, inBytes: Bool = false
  ) {
    let results = allKernels().map {
      $0.attended(qkv, heads: heads, width: width, inBytes: inBytes)
    }
    for (kernels, result) in zip(allKernels(), results) {
      #expect(bits(result) == bits(results[0]), "\(kernels.title)")
    }
    let all = heads * width
    let rows = qkv.map { Double($0) }
    let count = qkv.count / (3 * all)
    for head in 0..<heads {
      func part(_ piece: Int, _ kind: Int) -> [Double] {
        let start = (piece * 3 + kind) * all + head * width
        return Array(rows[start..<start + width])
      }
      let (keys, values) = ((0..<count).map { part($0, 1) }, (0..<count).map { part($0, 2) })
      for piece in 0..<count {
        let query = part(piece, 0)
        let expected = softmaxMixture(keys.map { dot(query, $0) * log(2) }, of: values)
        let start = piece * all + head * width
        let found = results[0][start..<start + width].map { Double($0) }
        #expect(relativeError(found, expected) < tolerance)
      }
    }
  }
}
