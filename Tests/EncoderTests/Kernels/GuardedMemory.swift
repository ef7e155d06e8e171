import EncoderTestSupport
import Kernels
import TestSupport
import Testing

/// Memory of exactly so many elements, with guard bytes before and behind it unless told
/// otherwise: without them an address sanitizer sees each step beyond.
final class GuardedMemory<Element: BitwiseCopyable> {
  let count: Int
  private let guards: Int
  private let memory: UnsafeMutableRawBufferPointer
  private static var mark: UInt8 { 0xA5 }

  /// Where the elements begin; aligned as the elements need and no better.
  var start: UnsafeMutablePointer<Element> {
    (memory.baseAddress.unsafelyUnwrapped + guards).assumingMemoryBound(to: Element.self)
  }

  /// Room for what a kernel writes, aligned to `alignment`; every byte is marked.
  init(_ count: Int, alignment: Int = MemoryLayout<Element>.alignment) {
    self.count = count
    guards = 128 + alignment % 64
    memory = .allocate(
      byteCount: 2 * guards + count * MemoryLayout<Element>.stride, alignment: 64)
    for offset in memory.indices { memory[offset] = Self.mark }
  }

  /// What a kernel reads, without guards.
  init(_ values: [Element]) {
    count = values.count
    guards = 0
    memory = .allocate(
      byteCount: max(1, count * MemoryLayout<Element>.stride),
      alignment: MemoryLayout<Element>.alignment)
    for (index, value) in values.enumerated() { start[index] = value }
  }

  /// Guarded memory with values that a kernel changes.
  convenience init(changing values: [Element]) {
    self.init(values.count)
    for (index, value) in values.enumerated() { start[index] = value }
  }

  deinit { memory.deallocate() }

  /// The elements.
  var values: [Element] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Whether the guards are as they were.
  var isIntact: Bool {
    memory.prefix(guards).allSatisfy { $0 == Self.mark }
      && memory.suffix(guards).allSatisfy { $0 == Self.mark }
  }

  /// Whether the element at `index` was never written.
  func isUntouched(_ index: Int) -> Bool {
    let size = MemoryLayout<Element>.stride
    let first = guards + index * size
    return memory[first..<first + size].allSatisfy { $0 == Self.mark }
  }
}

/// The functions of every path that this processor has, the portable one first.
func allKernels() -> [KernelSet] {
  (0..<UInt32(KERNELS_PATHS)).compactMap { kernels_for(KernelPath(rawValue: $0))?.pointee }
}

extension KernelSet {
  /// The path's name.
  var title: String { String(cString: name) }

  /// Rows rounded to bytes, with their scales.
  func quantized(
    _ x: [Float], columns: Int, smoothing: [Float]? = nil
  ) -> (bytes: [UInt8], scales: [Float]) {
    let rows = x.count / columns
    let input = GuardedMemory(x)
    let factors = smoothing.map { GuardedMemory($0) }
    let bytes = GuardedMemory<UInt8>(rows * padded16(columns))
    let scales = GuardedMemory<Float>(rows)
    quantize(input.start, rows, columns, factors?.start, bytes.start, scales.start)
    #expect(bytes.isIntact && scales.isIntact, "\(title) wrote beyond \(rows) x \(columns)")
    return (bytes.values, scales.values)
  }

  /// What attention makes of one sequence.
  func attended(_ qkv: [Float], heads: Int, width: Int, inBytes: Bool = false) -> [Float] {
    let count = qkv.count / (3 * heads * width)
    let input = GuardedMemory(qkv)
    let out = GuardedMemory<Float>(count * heads * width)
    let scratch = GuardedMemory<Float>(
      kernels_attention_scratch(count, heads, width), alignment: 64)
    let function = inBytes ? attend_bytes : attend
    function(input.start, count, heads, width, out.start, scratch.start)
    #expect(
      out.isIntact && scratch.isIntact, "\(title) wrote beyond \(count) x \(heads) x \(width)")
    return out.values
  }
}

extension Dense {
  /// `activation(x W + b)` by a path, padding cut off.
  func product(
    _ x: [Float], by kernels: KernelSet, extraStride: Int = 0,
    activation: KernelActivation = KERNELS_LINEAR
  ) -> [Float] {
    let rows = x.count / inputs
    let stride = padded16(outputs) + extraStride
    let weights = GuardedMemory(panels)
    let terms = GuardedMemory(extended(biases, padded16(outputs)))
    var matrix = FloatMatrix(
      weights: weights.start, biases: terms.start, inputs: inputs, outputs: outputs)
    let input = GuardedMemory(x)
    let out = GuardedMemory<Float>(rows * stride)
    kernels.multiply_floats(&matrix, input.start, rows, out.start, stride, activation)
    return out.unpadded(rows, stride, outputs, kernels.title)
  }
}

extension RoundedDense {
  /// The exact integers by a path, padding cut off.
  func integers(_ q: [UInt8], by kernels: KernelSet, extraStride: Int = 0) -> [Int32] {
    withMatrix { matrix in
      let rows = q.count / padded16(inputs)
      let stride = padded16(outputs) + extraStride
      let input = GuardedMemory(q)
      let out = GuardedMemory<Int32>(rows * stride)
      kernels.multiply_integers(&matrix, input.start, rows, out.start, stride)
      return out.unpadded(rows, stride, outputs, kernels.title)
    }
  }

  /// `activation(q W + b)` by a path, padding cut off.
  func product(
    _ q: [UInt8], scales rowScales: [Float], by kernels: KernelSet, extraStride: Int = 0,
    activation: KernelActivation = KERNELS_LINEAR
  ) -> [Float] {
    withMatrix { matrix in
      let stride = padded16(outputs) + extraStride
      let input = GuardedMemory(q)
      let rows = GuardedMemory(rowScales)
      let out = GuardedMemory<Float>(rowScales.count * stride)
      kernels.multiply(
        &matrix, input.start, rows.start, rowScales.count, out.start, stride, activation)
      return out.unpadded(rowScales.count, stride, outputs, kernels.title)
    }
  }

  private func withMatrix<Result>(_ body: (inout Int8Matrix) -> Result) -> Result {
    let width = padded16(outputs)
    let weights = GuardedMemory(panels)
    let corrections = GuardedMemory(self.corrections)
    let factors = GuardedMemory(extended(scales, width))
    let terms = GuardedMemory(extended(biases, width))
    var matrix = Int8Matrix(
      weights: weights.start, corrections: corrections.start, scales: factors.start,
      biases: terms.start, inputs: inputs, outputs: outputs)
    return withExtendedLifetime((weights, corrections, factors, terms)) { body(&matrix) }
  }
}

extension GuardedMemory {
  /// Rows without their padding; what stands between the padding and the next row must be
  /// untouched, and all else written.
  fileprivate func unpadded(
    _ rows: Int, _ stride: Int, _ columns: Int, _ title: String
  ) -> [Element] {
    #expect(isIntact, "\(title) wrote beyond \(rows) x \(columns)")
    var result: [Element] = []
    for row in 0..<rows {
      for column in padded16(columns)..<stride {
        #expect(isUntouched(row * stride + column), "\(title) wrote between rows")
      }
      for column in 0..<columns { result.append(start[row * stride + column]) }
    }
    return result
  }
}
