import Kernels

/// Rows of states laid end to end: gathered once, shown to as many heads as one likes.
public struct StateRows: Sendable {
  /// The number of rows.
  public let count: Int
  /// The numbers of a row.
  let width: Int
  /// `[row][width]`, without gaps.
  let values: [Float]

  /// Gathers rows, given as indexes into the states; the same row may come twice.
  ///
  /// - Complexity: O(n) in rows.
  public init(_ indexes: [Int], of states: HiddenStates) {
    let width = states.width
    count = indexes.count
    self.width = width
    values = unsafe [Float](unsafeUninitializedCapacity: indexes.count * width) { room, filled in
      for (place, index) in indexes.enumerated() {
        let row = unsafe UnsafeMutableBufferPointer(rebasing: room[(place * width)...])
        unsafe states.copy(index, to: row)
      }
      filled = indexes.count * width
    }
  }

  /// Some of the rows, by their places here.
  func rows(_ places: [Int]) -> StateRows {
    var chosen: [Float] = []
    chosen.reserveCapacity(places.count * width)
    for place in places { chosen += values[place * width..<(place + 1) * width] }
    return StateRows(chosen, count: places.count, width: width)
  }

  /// Gathers the first and the last row of each span, side by side.
  init(ends spans: [Range<Int>], of states: HiddenStates) {
    let rows = StateRows(
      spans.flatMap { span in
        precondition(!span.isEmpty, "an empty span")
        return [span.lowerBound, span.upperBound - 1]
      }, of: states)
    count = spans.count
    width = 2 * states.width
    values = rows.values
  }

  /// Takes over `count` rows of `width` numbers.
  init(_ values: [Float], count: Int, width: Int) {
    precondition(values.count == count * width, "rows of another width")
    self.count = count
    self.width = width
    self.values = values
  }
}

extension Instructions {
  /// `activation(x W + b)`, row by row, without gaps.
  func product(
    _ x: StateRows, _ matrix: Matrix, activation: KernelActivation = KERNELS_LINEAR
  ) -> StateRows {
    precondition(x.width == matrix.inputs, "rows of another width")
    let rows = x.count
    let stride = matrix.paddedOutputs
    guard rows > 0 else { return StateRows([], count: 0, width: matrix.outputs) }
    let depth = padded(matrix.inputs)
    let bytes = UnsafeMutablePointer<UInt8>.allocate(
      capacity: matrix.isInt8 ? rows * depth : 1)
    let scales = UnsafeMutablePointer<Float>.allocate(capacity: rows)
    defer {
      unsafe bytes.deallocate()
      unsafe scales.deallocate()
    }
    let out = unsafe [Float](unsafeUninitializedCapacity: rows * stride) { room, filled in
      unsafe x.values.withUnsafeBufferPointer { values in
        guard let from = values.baseAddress, let to = room.baseAddress else { return }
        unsafe matrix.multiply(
          from, rows: rows, into: to, stride: stride,
          activation: activation, rounded: Rounded(bytes: bytes, scales: scales),
          kernels: kernels.pointee)
      }
      filled = rows * stride
    }
    return StateRows(
      stride == matrix.outputs ? out : packed(out, rows, matrix.outputs, stride), count: rows,
      width: matrix.outputs)
  }

  /// Rows without the padding behind them.
  private func packed(_ values: [Float], _ rows: Int, _ width: Int, _ stride: Int) -> [Float] {
    unsafe [Float](unsafeUninitializedCapacity: rows * width) { room, filled in
      for row in 0..<rows {
        for column in 0..<width {
          unsafe room.initializeElement(
            at: row * width + column, to: values[row * stride + column])
        }
      }
      filled = rows * width
    }
  }
}
