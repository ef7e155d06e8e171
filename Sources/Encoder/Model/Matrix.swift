import Kernels

/// A linear layer, `activation(x W + b)`, whose weights lie in the model file as the kernels read
/// them: signed bytes with a scale a column, or floats.
@safe struct Matrix: Sendable {
  /// The numbers a row brings.
  let inputs: Int
  /// The numbers a row becomes.
  let outputs: Int
  // Sendable: the pointers lead into the mapped file, which nobody writes and the model keeps.
  private nonisolated(unsafe) let weights: Weights
  /// Factors that make the inputs' ranges alike before they are rounded.
  ///
  /// The weights carry their inverse ("SmoothQuant", Xiao et al. 2023).
  nonisolated(unsafe) let smoothing: UnsafePointer<Float>?

  @unsafe private enum Weights {
    case bytes(Int8Matrix)
    case floats(FloatMatrix)
  }

  /// Whether inputs are rounded to bytes first.
  var isInt8: Bool { if case .bytes = unsafe weights { true } else { false } }

  /// The numbers of a row of the result, with its padding.
  var paddedOutputs: Int { padded(outputs) }

  /// Finds the parts `name.weights`, `.biases` and, for bytes, `.corrections`, `.scales` and
  /// perhaps `.smoothing`.
  init(_ file: ModelFile, _ name: String, inputs: Int?, outputs: Int?) throws(ModelFileError) {
    guard let part = file.part(name + ".weights") else {
      throw ModelFileError(
        code: .shape, path: file.path, detail: "part \(name).weights is missing")
    }
    // Stored as [panel][inputs / 4][16][4] or [panel][inputs][16], said as [outputs, inputs].
    let isInt8 = part.element == .int8
    let extent = try file.part(
      name + ".extent", .int32, [2])
    let sizes = unsafe file.elements(extent, as: Int32.self)
    let (rows, columns) = unsafe (Int(sizes[0]), Int(sizes[1]))
    guard rows > 0, columns > 0, rows <= 1 << 15, columns <= 1 << 20,
      inputs == nil || inputs == rows, outputs == nil || outputs == columns
    else {
      throw ModelFileError(
        code: .shape, path: file.path,
        detail: "matrix \(name) is \(rows) x \(columns), expected "
          + "\(inputs.map(String.init) ?? "any") x \(outputs.map(String.init) ?? "any")")
    }
    self.inputs = rows
    self.outputs = columns
    let width = padded(columns)
    let biases = try file.part(name + ".biases", .float32, [width])
    if isInt8 {
      _ = try file.part(name + ".weights", .int8, [width, padded(rows)])
      let corrections = try file.part(name + ".corrections", .int32, [width])
      let scales = try file.part(name + ".scales", .float32, [width])
      var matrix = unsafe Int8Matrix(
        weights: file.elements(part, as: Int8.self),
        corrections: file.elements(corrections, as: Int32.self),
        scales: file.elements(scales, as: Float.self),
        biases: file.elements(biases, as: Float.self), inputs: rows, outputs: columns)
      guard unsafe kernels_best().pointee.is_sound(&matrix) != 0 else {
        throw ModelFileError(
          code: .corrupt, path: file.path,
          detail: "\(name).weights and .corrections do not keep to each other or their bounds")
      }
      unsafe weights = .bytes(matrix)
      if file.part(name + ".smoothing") != nil {
        let factors = try file.part(name + ".smoothing", .float32, [rows])
        unsafe smoothing = file.elements(factors, as: Float.self)
      } else {
        unsafe smoothing = nil
      }
    } else {
      _ = try file.part(name + ".weights", .float32, [width, rows])
      unsafe weights = .floats(
        FloatMatrix(
          weights: file.elements(part, as: Float.self),
          biases: file.elements(biases, as: Float.self), inputs: rows, outputs: columns))
      unsafe smoothing = nil
    }
  }

  /// Multiplies rows that are floats; rounds them first when the weights are bytes.
  ///
  /// `out` has `rows * stride` numbers, `stride` at least `paddedOutputs`.
  @unsafe func multiply(
    _ x: UnsafePointer<Float>, rows: Int, into out: UnsafeMutablePointer<Float>, stride: Int,
    activation: KernelActivation = KERNELS_LINEAR, rounded: Rounded, kernels: KernelSet
  ) {
    switch unsafe weights {
    case .bytes:
      unsafe kernels.quantize(x, rows, inputs, smoothing, rounded.bytes, rounded.scales)
      unsafe multiply(
        rounded, rows: rows, into: out, stride: stride, activation: activation, kernels: kernels)
    case .floats(var matrix):
      unsafe kernels.multiply_floats(&matrix, x, rows, out, stride, activation)
    }
  }

  /// Multiplies rows that are rounded already.
  @unsafe func multiply(
    _ rounded: Rounded, rows: Int, into out: UnsafeMutablePointer<Float>, stride: Int,
    activation: KernelActivation = KERNELS_LINEAR, kernels: KernelSet
  ) {
    guard case .bytes(var matrix) = unsafe weights else {
      preconditionFailure("a matrix of floats takes no bytes")
    }
    unsafe kernels.multiply(&matrix, rounded.bytes, rounded.scales, rows, out, stride, activation)
  }
}

/// Room for rows rounded to bytes, with a scale each.
@unsafe struct Rounded {
  let bytes: UnsafeMutablePointer<UInt8>
  let scales: UnsafeMutablePointer<Float>
}

/// A count rounded up to whole panels of sixteen.
func padded(_ count: Int) -> Int { (count + 15) / 16 * 16 }
