package import TestSupport

/// A linear layer as one writes it down: `[output][input]`, not packed, not padded.
package struct Dense {
  package let inputs: Int
  package let outputs: Int
  package var weights: [Float]
  package var biases: [Float]

  /// Random weights that keep the sizes of what passes through about the same.
  package init(_ inputs: Int, _ outputs: Int, using random: inout SplitMix64) {
    self.inputs = inputs
    self.outputs = outputs
    let size = 1.7 / Float(inputs).squareRoot()
    weights = randomFloats(inputs * outputs, size, using: &random)
    biases = randomFloats(outputs, 0.2, using: &random)
  }

  package init(inputs: Int, outputs: Int, weights: [Float], biases: [Float]) {
    self.inputs = inputs
    self.outputs = outputs
    self.weights = weights
    self.biases = biases
  }

  /// The same with the first `count` outputs multiplied by `factor`.
  package func scaled(first count: Int, by factor: Double) -> Dense {
    var scaled = self
    for place in 0..<count * inputs {
      scaled.weights[place] = Float(Double(weights[place]) * factor)
    }
    for place in 0..<count { scaled.biases[place] = Float(Double(biases[place]) * factor) }
    return scaled
  }

  /// The weights as panels of 16 columns, `[panel][input][column]`.
  package var panels: [Float] {
    var packed = [Float](repeating: 0, count: padded16(outputs) * inputs)
    for output in 0..<outputs {
      for input in 0..<inputs {
        packed[(output / 16 * inputs + input) * 16 + output % 16] =
          weights[output * inputs + input]
      }
    }
    return packed
  }

  /// The parts of a model file.
  package func parts(_ name: String) -> [String: FilePart] {
    let width = padded16(outputs)
    return [
      name + ".extent": .int32([Int32(inputs), Int32(outputs)], 2),
      name + ".weights": .floats(panels, width, inputs),
      name + ".biases": .floats(extended(biases, width), width),
    ]
  }
}

/// A linear layer rounded to bytes: a scale a column, pairs held to the limit, factors for the
/// inputs if they are smoothed.
package struct RoundedDense {
  package let inputs: Int
  package let outputs: Int
  /// `[output][input]`.
  package var values: [Int8]
  package var scales: [Float]
  package var biases: [Float]
  package var smoothing: [Float]?

  package init(inputs: Int, outputs: Int, values: [Int8], scales: [Float], biases: [Float]) {
    self.inputs = inputs
    self.outputs = outputs
    self.values = values
    self.scales = scales
    self.biases = biases
  }

  package init(_ dense: Dense, smoothing: [Float]? = nil) {
    inputs = dense.inputs
    outputs = dense.outputs
    biases = dense.biases
    self.smoothing = smoothing
    values = []
    scales = []
    for output in 0..<outputs {
      let column = (0..<inputs).map { input in
        dense.weights[output * inputs + input] / (smoothing?[input] ?? 1)
      }
      let scale = max(column.map(\.magnitude).max() ?? 0, 1e-8) / 100
      scales.append(scale)
      var rounded = column.map { Int8(($0 / scale).rounded()) }
      for first in stride(from: 0, to: inputs - 1, by: 2) {
        let beyond = Int(rounded[first].magnitude) + Int(rounded[first + 1].magnitude) - 128
        guard beyond > 0 else { continue }
        let larger =
          rounded[first].magnitude >= rounded[first + 1].magnitude ? first : first + 1
        rounded[larger] -= Int8(beyond) * rounded[larger].signum()
      }
      values += rounded
    }
  }

  /// What the rounded weights stand for.
  package var dense: Dense {
    var weights: [Float] = []
    for output in 0..<outputs {
      for input in 0..<inputs {
        weights.append(
          Float(values[output * inputs + input]) * scales[output] * (smoothing?[input] ?? 1))
      }
    }
    return Dense(inputs: inputs, outputs: outputs, weights: weights, biases: biases)
  }

  /// The weights as the kernels read them, `[panel][input / 4][column][4]`.
  package var panels: [Int8] {
    let depth = padded16(inputs)
    var packed = [Int8](repeating: 0, count: padded16(outputs) * depth)
    for output in 0..<outputs {
      for input in 0..<inputs {
        let four = output / 16 * (depth / 4) + input / 4
        packed[(four * 16 + output % 16) * 4 + input % 4] = values[output * inputs + input]
      }
    }
    return packed
  }

  /// -128 times the sum of each column, padding included.
  package var corrections: [Int32] {
    let sums = (0..<outputs).map { output in
      values[output * inputs..<(output + 1) * inputs].reduce(Int32(0)) { $0 - 128 * Int32($1) }
    }
    return sums + [Int32](repeating: 0, count: padded16(outputs) - outputs)
  }

  /// The parts of a model file.
  package func parts(_ name: String) -> [String: FilePart] {
    let width = padded16(outputs)
    var parts: [String: FilePart] = [
      name + ".extent": .int32([Int32(inputs), Int32(outputs)], 2),
      name + ".weights": .int8(panels, width, padded16(inputs)),
      name + ".corrections": .int32(corrections, width),
      name + ".scales": .floats(extended(scales, width), width),
      name + ".biases": .floats(extended(biases, width), width),
    ]
    if let smoothing { parts[name + ".smoothing"] = .floats(smoothing, inputs) }
    return parts
  }
}

/// A count rounded up to whole panels of 16.
package func padded16(_ count: Int) -> Int { (count + 15) / 16 * 16 }

/// The values filled up with zeros.
package func extended(_ values: [Float], _ count: Int) -> [Float] {
  values + [Float](repeating: 0, count: count - values.count)
}

/// Numbers between `-size` and `size`.
package func randomFloats(_ count: Int, _ size: Float, using random: inout SplitMix64) -> [Float] {
  (0..<count).map { _ in Float.random(in: -size...size, using: &random) }
}
