import Kernels

/// The memory one worker needs for up to `capacity` pieces at once, and the forward pass in it.
///
/// One worker has it at a time. About 16 kB a piece for a model 384 wide.
@safe final class Workspace: @unchecked Sendable {
  // Sendable: `Workspaces` lends each to one worker at a time.
  let capacity: Int
  private let memory: UnsafeMutableRawPointer
  /// `[piece][width]`: the states.
  let states: UnsafeMutablePointer<Float>
  private let mixed: UnsafeMutablePointer<Float>
  private let wide: UnsafeMutablePointer<Float>
  private let scratch: UnsafeMutablePointer<Float>
  private let rounded: Rounded

  init(_ model: EncoderModel, capacity: Int) {
    let sizes = model.architecture
    self.capacity = capacity
    let widest = padded(max(3 * sizes.width, sizes.intermediate))
    var total = 0
    func place(_ bytes: Int) -> Int {
      let start = total
      total += (bytes + 63) / 64 * 64
      return start
    }
    let statesAt = place(capacity * sizes.width * 4)
    let mixedAt = place(capacity * padded(sizes.width) * 4)
    let wideAt = place(capacity * widest * 4)
    let scratchAt = place(
      kernels_attention_scratch(capacity, sizes.heads, sizes.width / sizes.heads) * 4)
    let bytesAt = place(capacity * widest)
    let scalesAt = place(capacity * 4)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: total, alignment: 64)
    unsafe self.memory = unsafe memory
    func floats(_ offset: Int) -> UnsafeMutablePointer<Float> {
      unsafe (memory + offset).assumingMemoryBound(to: Float.self)
    }
    unsafe states = floats(statesAt)
    unsafe mixed = floats(mixedAt)
    unsafe wide = floats(wideAt)
    unsafe scratch = floats(scratchAt)
    unsafe rounded = Rounded(
      bytes: (memory + bytesAt).assumingMemoryBound(to: UInt8.self), scales: floats(scalesAt))
  }

  deinit { unsafe memory.deallocate() }

  /// Runs sequences `range` of `sequences`; their states stand in `states` afterwards.
  ///
  /// - Precondition: together they have at most `capacity` pieces, and ids and lengths are those
  ///   the model knows (`Encoder.check`).
  func run(
    _ sequences: PieceSequences, _ range: Range<Int>, model: EncoderModel, kernels: KernelSet
  ) {
    let sizes = model.architecture
    let width = sizes.width
    let first = sequences.starts[range.lowerBound]
    let count = sequences.starts[range.upperBound] - first
    precondition(count <= capacity, "more pieces than there is room for")
    embed(sequences, range, model: model)
    unsafe normalize(
      nil, model.firstNorm, rows: count, model: model, next: model.layers.first?.attentionInput,
      kernels: kernels)
    for (index, layer) in model.layers.enumerated() {
      unsafe multiply(layer.attentionInput, rows: count, into: wide, kernels: kernels)
      let attend = unsafe layer.attentionInput.isInt8 ? kernels.attend_bytes : kernels.attend
      for sequence in range {
        let start = sequences.starts[sequence] - first
        unsafe attend(
          wide + start * layer.attentionInput.paddedOutputs, sequences[sequence].count,
          sizes.heads, width / sizes.heads, mixed + start * width, scratch)
      }
      // The queries, keys and values are used up: what attention becomes may lie on them.
      unsafe layer.attentionOutput.multiply(
        mixed, rows: count, into: wide, stride: width, rounded: rounded, kernels: kernels)
      unsafe normalize(
        wide, layer.attentionNorm, rows: count, model: model, next: layer.feedInput,
        kernels: kernels)
      unsafe multiply(
        layer.feedInput, rows: count, into: wide, activation: KERNELS_GELU, kernels: kernels)
      unsafe layer.feedOutput.multiply(
        wide, rows: count, into: mixed, stride: width, rounded: rounded, kernels: kernels)
      let next = index + 1 < model.layers.count ? model.layers[index + 1].attentionInput : nil
      unsafe normalize(
        mixed, layer.feedNorm, rows: count, model: model, next: next, kernels: kernels)
    }
  }

  /// The rows of words, places and shapes, added.
  private func embed(_ sequences: PieceSequences, _ range: Range<Int>, model: EncoderModel) {
    let width = model.architecture.width
    let first = sequences.starts[range.lowerBound]
    for sequence in range {
      for (place, piece) in sequences[sequence].enumerated() {
        let id = Int(sequences.ids[piece])
        let row = unsafe states + (piece - first) * width
        let position = unsafe model.positions + place * width
        switch model.words {
        case .bytes(let rows, let scales):
          let scale = unsafe scales[id]
          let word = unsafe rows + id * width
          for column in 0..<width {
            unsafe row[column] = Float(word[column]) * scale + position[column]
          }
        case .floats(let rows):
          let word = unsafe rows + id * width
          for column in 0..<width { unsafe row[column] = word[column] + position[column] }
        }
        if let shapes = model.shapes {
          let shape = unsafe shapes.rows + Int(sequences.shapes[piece]) * width
          for column in 0..<width { unsafe row[column] += shape[column] }
        }
      }
    }
  }

  /// Adds `change` to the states and normalizes them; leaves them rounded for the matrix that
  /// comes next, when that one takes bytes.
  private func normalize(
    _ change: UnsafePointer<Float>?, _ norm: EncoderModel.Norm, rows: Int, model: EncoderModel,
    next: Matrix?, kernels: KernelSet
  ) {
    let isRounded = next?.isInt8 == true
    unsafe kernels.normalize(
      states, change, rows, model.architecture.width, norm.gain, norm.bias, model.epsilon,
      next?.smoothing, isRounded ? rounded.bytes : nil, isRounded ? rounded.scales : nil)
  }

  /// Multiplies the states, rounded by `normalize` where the matrix takes bytes.
  private func multiply(
    _ matrix: Matrix, rows: Int, into out: UnsafeMutablePointer<Float>,
    activation: KernelActivation = KERNELS_LINEAR, kernels: KernelSet
  ) {
    if matrix.isInt8 {
      unsafe matrix.multiply(
        rounded, rows: rows, into: out, stride: matrix.paddedOutputs, activation: activation,
        kernels: kernels)
    } else {
      unsafe matrix.multiply(
        states, rows: rows, into: out, stride: matrix.paddedOutputs, activation: activation,
        rounded: rounded, kernels: kernels)
    }
  }
}
