package import Encoder
package import TestSupport
import Testing
import Texts

/// A small random encoder with heads, as one writes it down; it can be put into a model file.
///
/// The weights of queries are those of a plain softmax: the factor that the format asks for goes
/// in as the file is written.
package struct TinyModel {
  /// What kind of model to make.
  package struct Plan: CustomTestStringConvertible, Sendable {
    package var layers: Int
    package var width: Int
    package var heads: Int
    package var intermediate: Int
    package var positions: Int
    package var shapes: Int
    package var isInt8: Bool
    package var isSmoothed: Bool
    package var taskHeads: [String]
    package var seed: UInt64

    package init(
      layers: Int = 2, width: Int = 32, heads: Int = 2, intermediate: Int = 64,
      positions: Int = 80, shapes: Int = 0, isInt8: Bool = false, isSmoothed: Bool = false,
      taskHeads: [String] = TinyHead.names, seed: UInt64 = 1
    ) {
      self.layers = layers
      self.width = width
      self.heads = heads
      self.intermediate = intermediate
      self.positions = positions
      self.shapes = shapes
      self.isInt8 = isInt8
      self.isSmoothed = isSmoothed
      self.taskHeads = taskHeads
      self.seed = seed
    }

    package var testDescription: String {
      "\(layers)x\(width)/\(heads), \(intermediate), \(shapes) shapes"
        + (isInt8 ? isSmoothed ? ", int8, smoothed" : ", int8" : ", float32")
    }
  }

  package let plan: Plan
  package let vocabulary: [String]
  package let epsilon: Float = 1e-6
  /// Linear layers by their names in the file.
  package private(set) var layers: [String: Dense] = [:]
  /// The same rounded, in a model of bytes, with the factor of the queries.
  package private(set) var rounded: [String: RoundedDense] = [:]
  /// Gains and biases of normalizations by their names in the file.
  package private(set) var norms: [String: [Float]] = [:]
  /// `[piece][width]`.
  package private(set) var words: [Float] = []
  private var wordBytes: [Int8] = []
  private var wordScales: [Float] = []
  package private(set) var positions: [Float] = []
  package private(set) var shapes: [Float] = []
  /// Heads by their names.
  package private(set) var heads: [String: TinyHead] = [:]

  /// Random weights for a plan; `makeHeads` makes heads for a width, in place of one of each kind.
  package init(
    _ plan: Plan = Plan(), vocabulary: [String] = smallVocabulary,
    makeHeads: ((Int, inout SplitMix64) -> [String: TinyHead])? = nil
  ) {
    self.plan = plan
    self.vocabulary = vocabulary
    var random = SplitMix64(seed: plan.seed)
    let width = plan.width
    words = randomFloats(vocabulary.count * width, 1, using: &random)
    positions = randomFloats(plan.positions * width, 0.5, using: &random)
    shapes = randomFloats(plan.shapes * width, 0.5, using: &random)
    if plan.isInt8 { roundWords() }
    addNorm("embeddings", using: &random)
    for layer in 0..<plan.layers {
      let name = "layer.\(layer)."
      add(name + "attention.input", Dense(width, 3 * width, using: &random), using: &random)
      add(name + "attention.output", Dense(width, width, using: &random), using: &random)
      addNorm(name + "attention", using: &random)
      add(name + "feed.input", Dense(width, plan.intermediate, using: &random), using: &random)
      add(name + "feed.output", Dense(plan.intermediate, width, using: &random), using: &random)
      addNorm(name + "feed", using: &random)
    }
    if let makeHeads {
      heads = makeHeads(width, &random)
    } else {
      heads = TinyHead.oneOfEachKind(width: width, using: &random)
        .filter { plan.taskHeads.contains($0.key) }
    }
    for (name, head) in heads.sorted(by: { $0.key < $1.key }) {
      for (part, dense) in head.layers.sorted(by: { $0.key < $1.key }) {
        add("head.\(name).\(part)", dense, using: &random)
      }
    }
  }

  /// What queries are multiplied by in the file: scores become powers of two, softened.
  private var queryFactor: Double {
    1.4426950408889634 / Double(plan.width / plan.heads).squareRoot()
  }

  private mutating func add(_ name: String, _ dense: Dense, using random: inout SplitMix64) {
    guard plan.isInt8 else {
      layers[name] = dense
      return
    }
    let isQueries = name.hasSuffix("attention.input")
    let factors =
      plan.isSmoothed && name.hasSuffix(".input")
      ? (0..<dense.inputs).map { _ in Float.random(in: 0.5...2, using: &random) } : nil
    let scaled = isQueries ? dense.scaled(first: plan.width, by: queryFactor) : dense
    let bytes = RoundedDense(scaled, smoothing: factors)
    rounded[name] = bytes
    layers[name] =
      isQueries ? bytes.dense.scaled(first: plan.width, by: 1 / queryFactor) : bytes.dense
  }

  private mutating func addNorm(_ name: String, using random: inout SplitMix64) {
    norms[name + ".gain"] = (0..<plan.width).map { _ in Float.random(in: 0.6...1.4, using: &random)
    }
    norms[name + ".bias"] = randomFloats(plan.width, 0.2, using: &random)
  }

  private mutating func roundWords() {
    let width = plan.width
    for piece in 0..<vocabulary.count {
      let row = words[piece * width..<(piece + 1) * width]
      let scale = (row.map(\.magnitude).max() ?? 1) / 127
      wordScales.append(scale)
      wordBytes += row.map { Int8(($0 / scale).rounded()) }
    }
    for place in words.indices {
      words[place] = Float(wordBytes[place]) * wordScales[place / width]
    }
  }

  /// The parts of the model file.
  package func parts(characters: [UInt8] = smallTable) -> [String: FilePart] {
    let sizes = [
      plan.layers, plan.width, plan.heads, plan.intermediate, vocabulary.count, plan.positions,
    ]
    var parts: [String: FilePart] = [
      "about": .text("a model of random numbers"),
      "architecture": .int32(sizes.map { Int32($0) }, 6),
      "architecture.epsilon": .floats([epsilon], 1),
      "tokenizer.vocabulary": .text(vocabulary.joined(separator: "\n")),
      "tokenizer.characters": .text8(characters),
      "embeddings.positions": .floats(positions, plan.positions, plan.width),
    ]
    if plan.isInt8 {
      parts["embeddings.words"] = .int8(wordBytes, vocabulary.count, plan.width)
      parts["embeddings.words.scales"] = .floats(wordScales, vocabulary.count)
    } else {
      parts["embeddings.words"] = .floats(words, vocabulary.count, plan.width)
    }
    if plan.shapes > 0 { parts["embeddings.shapes"] = .floats(shapes, plan.shapes, plan.width) }
    for (name, values) in norms { parts[name] = .floats(values, plan.width) }
    for (name, dense) in layers {
      let isQueries = name.hasSuffix("attention.input")
      let scaled = isQueries ? dense.scaled(first: plan.width, by: queryFactor) : dense
      parts.merge(rounded[name]?.parts(name) ?? scaled.parts(name)) { _, new in new }
    }
    for (name, head) in heads { parts.merge(head.parts(name)) { _, new in new } }
    return parts
  }

  /// The model, written to a file and read.
  package func loaded() throws -> EncoderModel { try load(modelFile(parts())) }
}

/// Reads a model from the bytes of a file.
package func load(_ file: [UInt8]) throws(ModelFileError) -> EncoderModel {
  try EncoderModel(FileBytes(file), path: "tiny.model")
}

/// Random pieces, and shapes where there are any, in sequences of these lengths.
package func randomSequences(
  _ lengths: [Int], of model: TinyModel, seed: UInt64
) -> PieceSequences {
  var random = SplitMix64(seed: seed)
  var sequences = PieceSequences()
  for length in lengths {
    let ids = (0..<length).map { _ in
      Int32.random(in: 0..<Int32(model.vocabulary.count), using: &random)
    }
    let most = UInt8(max(0, model.plan.shapes - 1))
    sequences.append(
      ids,
      shapes: model.plan.shapes == 0
        ? [] : ids.map { _ in UInt8.random(in: 0...most, using: &random) })
  }
  return sequences
}
