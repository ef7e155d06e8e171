import EncoderTestSupport
import Kernels
import TestSupport
import Testing

/// Products of bytes: every path beside plain loops, and beside the portable path bit for bit.
@Suite struct IntegerKernelTests {
  /// Rows, inputs and outputs round the sizes of all tiles.
  static let shapes: [(rows: Int, inputs: Int, outputs: Int)] = [
    (1, 1, 1), (2, 3, 15), (3, 4, 16), (4, 5, 17), (5, 16, 33), (6, 17, 48), (7, 31, 49),
    (8, 64, 64), (9, 40, 130), (13, 200, 20), (17, 33, 7), (23, 128, 65), (40, 100, 31),
  ]

  @Test(arguments: shapes)
  func integersAreExact(rows: Int, inputs: Int, outputs: Int) {
    var random = SplitMix64(seed: UInt64(rows * 1000 + inputs))
    let matrix = extremeMatrix(inputs, outputs, using: &random)
    let q = extremeBytes(rows, inputs, using: &random)
    let expected = plainIntegers(matrix, q, rows: rows)
    for kernels in allKernels() {
      #expect(
        matrix.integers(q, by: kernels, extraStride: rows % 3 * 5) == expected, "\(kernels.title)")
    }
  }

  @Test func theLargestSumsDoNotSaturate() {
    // Each pair at its limit and of one sign, over bytes of one value.
    for pair in [(127, 1), (-127, -1), (-128, 0), (0, -128), (64, 64), (-64, -64), (1, 127)] {
      let values = (0..<200 * 17).map { Int8($0 % 2 == 0 ? pair.0 : pair.1) }
      let matrix = RoundedDense(
        inputs: 200, outputs: 17, values: values, scales: [Float](repeating: 1, count: 17),
        biases: [Float](repeating: 0, count: 17))
      for byte in [UInt8(0), 128, 255] {
        let q = [UInt8](repeating: byte, count: 3 * 208)
        let sum = Int32(100 * (pair.0 + pair.1) * (Int(byte) - 128))
        for kernels in allKernels() {
          #expect(matrix.integers(q, by: kernels).allSatisfy { $0 == sum }, "\(kernels.title)")
        }
      }
    }
  }

  @Test(arguments: shapes)
  func productsAreTheSameBitsAndNearTheExact(rows: Int, inputs: Int, outputs: Int) {
    var random = SplitMix64(seed: UInt64(rows * 1000 + inputs))
    let matrix = extremeMatrix(inputs, outputs, using: &random)
    let q = extremeBytes(rows, inputs, using: &random)
    let scales = (0..<rows).map { row in
      row % 5 == 4 ? 0 : Float.random(in: 0...0.01, using: &random)
    }
    let sums = plainIntegers(matrix, q, rows: rows)
    for activation in [KERNELS_LINEAR, KERNELS_GELU] {
      let results = allKernels().map { kernels in
        matrix.product(
          q, scales: scales, by: kernels, extraStride: rows % 2 * 3, activation: activation)
      }
      for (kernels, result) in zip(allKernels(), results) {
        #expect(bits(result) == bits(results[0]), "\(kernels.title)")
      }
      for (place, found) in results[0].enumerated() {
        let (row, column) = (place / outputs, place % outputs)
        let worth = Double(matrix.scales[column]) * Double(scales[row])
        let sum = Double(sums[place]) * worth + Double(matrix.biases[column])
        let size = Double(sums[place].magnitude) * worth + 1
        let isLinear = activation == KERNELS_LINEAR
        let expected = isLinear ? sum : gelu(sum)
        let bound = isLinear ? 3e-7 * size : 4e-5 * max(1, size / 12)
        #expect((Double(found) - expected).magnitude < bound)
      }
    }
  }

  @Test func noRowsLeaveTheOutputAlone() {
    var random = SplitMix64(seed: 1)
    let matrix = extremeMatrix(20, 20, using: &random)
    for kernels in allKernels() {
      #expect(matrix.integers([], by: kernels).isEmpty)
      #expect(matrix.product([], scales: [], by: kernels).isEmpty)
    }
  }

  /// Weights of which many pairs stand at their limit.
  private func extremeMatrix(
    _ inputs: Int, _ outputs: Int, using random: inout SplitMix64
  ) -> RoundedDense {
    let limits = [(127, 1), (-127, 1), (1, -127), (-128, 0), (0, -128), (64, -64), (-64, -64)]
    var values: [Int8] = []
    for _ in 0..<outputs {
      var column: [Int8] = []
      while column.count < inputs {
        let first = Int.random(in: -128...127, using: &random)
        let rest = 128 - abs(first)
        let second = Int.random(in: max(-128, -rest)...min(127, rest), using: &random)
        let pair =
          Bool.random(using: &random)
          ? (first, second) : limits.randomElement(using: &random) ?? (0, 0)
        column += [Int8(pair.0), Int8(pair.1)]
      }
      values += column.prefix(inputs)
    }
    return RoundedDense(
      inputs: inputs, outputs: outputs, values: values,
      scales: (0..<outputs).map { _ in Float.random(in: 0...0.02, using: &random) },
      biases: randomFloats(outputs, 1, using: &random))
  }

  /// Rows of bytes, many of them 0 or 255; padding has any.
  private func extremeBytes(
    _ rows: Int, _ inputs: Int, using random: inout SplitMix64
  ) -> [UInt8] {
    (0..<rows * padded16(inputs)).map { _ in
      let byte = UInt8.random(in: 0...255, using: &random)
      return byte < 80 ? 0 : byte > 175 ? 255 : byte
    }
  }

  private func plainIntegers(_ matrix: RoundedDense, _ q: [UInt8], rows: Int) -> [Int32] {
    let bytes = q.map { Int32($0) - 128 }
    let weights = matrix.values.map { Int32($0) }
    var sums: [Int32] = []
    for row in 0..<rows {
      let start = row * padded16(matrix.inputs)
      for column in stride(from: 0, to: weights.count, by: matrix.inputs) {
        var sum: Int32 = 0
        for input in 0..<matrix.inputs { sum += bytes[start + input] * weights[column + input] }
        sums.append(sum)
      }
    }
    return sums
  }
}

/// The bits of numbers, for which a zero and a negative zero differ.
func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }
