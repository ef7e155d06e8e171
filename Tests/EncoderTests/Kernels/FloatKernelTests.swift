import EncoderTestSupport
import Kernels
import TestSupport
import Testing

/// Rounding, products of floats and normalization: every path beside plain loops, and beside the
/// portable path bit for bit.
@Suite struct FloatKernelTests {
  @Test(
    arguments: [(1, 1), (2, 15), (3, 16), (1, 17), (5, 40), (2, 100), (3, 200)], [false, true])
  func roundsRowsToBytes(shape: (rows: Int, columns: Int), isSmoothed: Bool) {
    let (rows, columns) = shape
    var random = SplitMix64(seed: UInt64(columns))
    let x = randomRows(rows, columns, using: &random)
    let smoothing =
      isSmoothed ? (0..<columns).map { _ in Float.random(in: 0.1...4, using: &random) } : nil
    let results = allKernels().map { $0.quantized(x, columns: columns, smoothing: smoothing) }
    for (kernels, result) in zip(allKernels(), results) {
      #expect(result.bytes == results[0].bytes, "\(kernels.title)")
      #expect(bits(result.scales) == bits(results[0].scales), "\(kernels.title)")
    }
    let padding = padded16(columns)
    for row in 0..<rows {
      let exact = (0..<columns).map { Double(x[row * columns + $0]) * Double(smoothing?[$0] ?? 1) }
      let scale = (exact.map(\.magnitude).max() ?? 0) / 127
      #expect((Double(results[0].scales[row]) - scale).magnitude <= scale * 1e-6)
      let bytes = results[0].bytes[row * padding..<(row + 1) * padding]
      for (byte, value) in zip(bytes, exact) {
        let steps = scale == 0 ? 0 : value / scale
        #expect((Double(byte) - 128 - steps).magnitude <= 0.5001)
      }
      #expect(bytes.dropFirst(columns).allSatisfy { $0 == 128 })
    }
  }

  @Test func roundsRowsOfZerosToNothing() {
    for kernels in allKernels() {
      let (bytes, scales) = kernels.quantized([Float](repeating: -0.0, count: 60), columns: 20)
      #expect(scales == [0, 0, 0] && bytes.allSatisfy { $0 == 128 })
    }
  }

  @Test(arguments: [
    Float(3e-37), .leastNormalMagnitude, .leastNonzeroMagnitude,
  ])
  func roundsRowsOfTheTiniestNumbers(size: Float) {
    // Bytes must be those of the numbers or of zeros.
    for kernels in allKernels() {
      let (bytes, _) = kernels.quantized([size, -size, 0, size], columns: 4)
      let isRounded = bytes.prefix(4) == [255, 1, 128, 255]
      #expect(isRounded || bytes.prefix(4).allSatisfy { $0 == 128 })
      #expect(bytes.dropFirst(4).allSatisfy { $0 == 128 })
    }
  }

  @Test(arguments: [
    (1, 1, 1), (2, 3, 17), (5, 16, 48), (6, 7, 64), (8, 20, 130), (9, 33, 49), (17, 40, 15),
    (25, 200, 31),
  ])
  func multipliesFloats(rows: Int, inputs: Int, outputs: Int) {
    var random = SplitMix64(seed: UInt64(rows * 1000 + inputs))
    let matrix = Dense(inputs, outputs, using: &random)
    let x = randomFloats(rows * inputs, 2, using: &random)
    for activation in [KERNELS_LINEAR, KERNELS_GELU] {
      let results = allKernels().map {
        matrix.product(x, by: $0, extraStride: rows % 3, activation: activation)
      }
      for (kernels, result) in zip(allKernels(), results) {
        #expect(bits(result) == bits(results[0]), "\(kernels.title)")
      }
      for (place, found) in results[0].enumerated() {
        let (row, column) = (place / outputs, place % outputs)
        var sum = Double(matrix.biases[column])
        for input in 0..<inputs {
          sum += Double(x[row * inputs + input]) * Double(matrix.weights[column * inputs + input])
        }
        let isLinear = activation == KERNELS_LINEAR
        let error = Double(found) - (isLinear ? sum : gelu(sum))
        #expect(error.magnitude < (isLinear ? 1e-5 : 4e-5))
      }
    }
  }

  @Test(arguments: [(1, 1, 16), (2, 3, 32), (4, 4, 96), (5, 9, 128), (9, 6, 256), (0, 3, 16)])
  func multipliesRowsByRows(rows: Int, columns: Int, width: Int) {
    var random = SplitMix64(seed: UInt64(rows + width))
    let a = randomFloats(rows * width, 2, using: &random)
    let b = randomFloats(columns * width, 2, using: &random)
    let stride = columns + rows % 3
    var results: [[UInt32]] = []
    for kernels in allKernels() {
      let (left, right) = (GuardedMemory(a), GuardedMemory(b))
      let out = GuardedMemory(changing: [Float](repeating: 7, count: rows * stride))
      kernels.dot_rows(left.start, rows, right.start, columns, width, out.start, stride)
      #expect(left.isIntact && right.isIntact && out.isIntact, "\(kernels.title)")
      results.append(bits(out.values))
      for (place, found) in out.values.enumerated() {
        let (row, column) = (place / stride, place % stride)
        guard column < columns else {
          #expect(found == 7)
          continue
        }
        let exact = (0..<width).reduce(0.0) {
          $0 + Double(a[row * width + $1]) * Double(b[column * width + $1])
        }
        #expect((Double(found) - exact).magnitude < 1e-3)
      }
    }
    #expect(Set(results).count == 1)
  }

  @Test func theGaussianErrorLinearUnitIsNearTheExactOne() {
    // The identity, so that the activation stands alone.
    let one = Dense(inputs: 1, outputs: 1, weights: [1], biases: [0])
    let x = stride(from: Float(-12), through: 12, by: 0.01).map { $0 }
    for kernels in allKernels() {
      let found = one.product(x, by: kernels, activation: KERNELS_GELU)
      let worst = zip(x, found).map { (Double($1) - gelu(Double($0))).magnitude }.max() ?? 1
      #expect(worst < 4e-5, "\(kernels.title)")
    }
  }

  @Test(arguments: [16, 32, 48, 112], [false, true])
  func normalizesRows(columns: Int, hasChange: Bool) {
    expectNormalized(columns: columns, hasChange: hasChange, isSmoothed: false)
    expectNormalized(columns: columns, hasChange: hasChange, isSmoothed: true)
  }

  private func expectNormalized(columns: Int, hasChange: Bool, isSmoothed: Bool) {
    var random = SplitMix64(seed: UInt64(columns))
    let x = randomRows(6, columns, using: &random)
    let y = hasChange ? randomFloats(x.count, 1, using: &random) : nil
    let gain = randomFloats(columns, 2, using: &random)
    let bias = randomFloats(columns, 1, using: &random)
    let smoothing =
      isSmoothed ? (0..<columns).map { _ in Float.random(in: 0.1...4, using: &random) } : nil
    var results: [[UInt32]] = []
    for kernels in allKernels() {
      let plain = normalized(x, y, gain, bias, smoothing, isRounded: false, by: kernels)
      let rounded = normalized(x, y, gain, bias, smoothing, isRounded: true, by: kernels)
      #expect(bits(plain.x) == bits(rounded.x))
      let alone = kernels.quantized(rounded.x, columns: columns, smoothing: smoothing)
      #expect(rounded.bytes == alone.bytes && bits(rounded.scales) == bits(alone.scales))
      results.append(bits(plain.x))
      for row in 0..<6 {
        let range = row * columns..<(row + 1) * columns
        // Added in single precision, as the states are kept.
        let sum = range.map { Double(x[$0] + (y?[$0] ?? 0)) }
        let expected = normalizedRow(sum, gain: gain, bias: bias, epsilon: 1e-6)
        #expect(relativeError(plain.x[range].map { Double($0) }, expected) < 1e-4)
      }
    }
    #expect(Set(results).count == 1)
  }

  private func normalized(
    _ x: [Float], _ y: [Float]?, _ gain: [Float], _ bias: [Float], _ smoothing: [Float]?,
    isRounded: Bool, by kernels: KernelSet
  ) -> (x: [Float], bytes: [UInt8], scales: [Float]) {
    let columns = gain.count
    let rows = x.count / columns
    let states = GuardedMemory(changing: x)
    let change = y.map { GuardedMemory($0) }
    let (gains, biases) = (GuardedMemory(gain), GuardedMemory(bias))
    let factors = smoothing.map { GuardedMemory($0) }
    let bytes = GuardedMemory<UInt8>(x.count)
    let scales = GuardedMemory<Float>(rows)
    kernels.normalize(
      states.start, change?.start, rows, columns, gains.start, biases.start, 1e-6,
      factors?.start, isRounded ? bytes.start : nil, isRounded ? scales.start : nil)
    #expect(states.isIntact && bytes.isIntact && scales.isIntact, "\(kernels.title)")
    if let change, let y { #expect(change.values == y) }
    return (states.values, bytes.values, scales.values)
  }

  /// Rows of numbers: ordinary, all zero, all alike, huge, tiny, and one that stands out.
  private func randomRows(_ rows: Int, _ columns: Int, using random: inout SplitMix64) -> [Float] {
    (0..<rows).flatMap { row in
      let ordinary = randomFloats(columns, 3, using: &random)
      switch row % 6 {
      case 1: return ordinary.map { _ in Float(0) }
      case 2: return ordinary.map { $0 * 1e15 }
      case 3: return ordinary.map { $0 * 1e-20 }
      case 4: return ordinary.enumerated().map { $0 == columns / 2 ? 1000 : $1 }
      case 5: return ordinary.map { _ in 0.75 }
      default: return ordinary
      }
    }
  }
}
