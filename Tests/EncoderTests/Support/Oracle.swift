import Encoder
import EncoderTestSupport
import Foundation

/// A transformer encoder in double precision, written down from its definition: what the encoder
/// is held to.
struct Oracle {
  typealias Rows = [[Double]]

  let model: TinyModel

  /// The states of all sequences, a row for each piece.
  func states(of sequences: PieceSequences) -> Rows {
    (0..<sequences.count).flatMap { index in
      states(of: Array(sequences.ids[sequences[index]]), Array(sequences.shapes[sequences[index]]))
    }
  }

  private func states(of ids: [Int32], _ shapes: [UInt8]) -> Rows {
    let width = model.plan.width
    var x = ids.indices.map { place in
      (0..<width).map { column in
        var sum = Double(model.words[Int(ids[place]) * width + column])
        sum += Double(model.positions[place * width + column])
        if !model.shapes.isEmpty {
          sum += Double(model.shapes[Int(shapes[place]) * width + column])
        }
        return sum
      }
    }
    x = normalized(x, "embeddings")
    for layer in 0..<model.plan.layers {
      let name = "layer.\(layer)."
      let mixed = attention(product(x, name + "attention.input"))
      x = normalized(added(x, product(mixed, name + "attention.output")), name + "attention")
      let inner = product(x, name + "feed.input").map { $0.map(gelu) }
      x = normalized(added(x, product(inner, name + "feed.output")), name + "feed")
    }
    return x
  }

  /// `x W + b` by the layer of a name.
  func product(_ x: Rows, _ name: String) -> Rows {
    guard let dense = model.layers[name] else { return [] }
    let weights = dense.weights.map { Double($0) }
    return x.map { row in
      (0..<dense.outputs).map { output in
        var sum = Double(dense.biases[output])
        let start = output * dense.inputs
        for input in 0..<dense.inputs { sum += row[input] * weights[start + input] }
        return sum
      }
    }
  }

  private func attention(_ rows: Rows) -> Rows {
    let width = model.plan.width
    let head = width / model.plan.heads
    var mixed = Rows(repeating: [], count: rows.count)
    for first in stride(from: 0, to: width, by: head) {
      let queries = rows.map { Array($0[first..<first + head]) }
      let keys = rows.map { Array($0[width + first..<width + first + head]) }
      let values = rows.map { Array($0[2 * width + first..<2 * width + first + head]) }
      for (place, query) in queries.enumerated() {
        mixed[place] += softmaxMixture(
          keys.map { dot(query, $0) / Double(head).squareRoot() }, of: values)
      }
    }
    return mixed
  }

  private func normalized(_ rows: Rows, _ name: String) -> Rows {
    guard let gain = model.norms[name + ".gain"], let bias = model.norms[name + ".bias"] else {
      return []
    }
    return rows.map { normalizedRow($0, gain: gain, bias: bias, epsilon: Double(model.epsilon)) }
  }

  private func added(_ a: Rows, _ b: Rows) -> Rows { zip(a, b).map { zip($0, $1).map(+) } }
}

/// The rows mixed in the proportions of the scores' exponentials.
func softmaxMixture(_ scores: [Double], of rows: [[Double]]) -> [Double] {
  let most = scores.max() ?? 0
  let weights = scores.map { exp($0 - most) }
  let sum = weights.reduce(0, +)
  var mixed = [Double](repeating: 0, count: rows.first?.count ?? 0)
  for (weight, row) in zip(weights, rows) {
    for column in mixed.indices { mixed[column] += weight / sum * row[column] }
  }
  return mixed
}

/// A layer normalization of one row.
func normalizedRow(
  _ row: [Double], gain: [Float], bias: [Float], epsilon: Double
) -> [Double] {
  let mean = row.reduce(0, +) / Double(row.count)
  let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
  let inverse = 1 / (variance + epsilon).squareRoot()
  return row.indices.map { (row[$0] - mean) * inverse * Double(gain[$0]) + Double(bias[$0]) }
}

/// The Gaussian error linear unit, exactly.
func gelu(_ x: Double) -> Double { x * 0.5 * erfc(-x / 2.0.squareRoot()) }

/// The sum of products.
func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}

/// The cosine of the angle between two rows.
func cosine(_ a: [Double], _ b: [Double]) -> Double {
  dot(a, b) / (dot(a, a) * dot(b, b)).squareRoot()
}

/// The largest difference, in units of the largest magnitude among the expected.
func relativeError(_ found: [Double], _ expected: [Double]) -> Double {
  let size = expected.map(\.magnitude).max() ?? 1
  return zip(found, expected).reduce(0) { max($0, ($1.0 - $1.1).magnitude) } / max(size, 1e-30)
}
