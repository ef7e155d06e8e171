import Encoder
import TestSupport

/// A head as one writes it down.
struct TinyHead {
  let kind: Head.Kind
  let labels: [String]
  /// Linear layers by the last part of their names; the model's own are the ones that count, for
  /// a model of bytes rounds them.
  var layers: [String: Dense]
  /// `[bucket][label]`; empty for none.
  var distances: [Float] = []

  /// The names of the heads that follow.
  static let names = ["arcs", "links", "meaning", "plain", "spans", "tags"]

  /// A head of each kind, with and without what it may have.
  static func oneOfEachKind(width: Int, using random: inout SplitMix64) -> [String: TinyHead] {
    func pairs(
      _ kind: Head.Kind, _ labels: [String], inputs: Int, dependents: Int, heads: Int,
      hasDistances: Bool
    ) -> TinyHead {
      TinyHead(
        kind: kind, labels: labels,
        layers: [
          "dependents": Dense(inputs, dependents, using: &random),
          "heads": Dense(inputs, heads, using: &random),
          "bilinear": Dense(dependents, labels.count * heads, using: &random),
          "dependents.terms": Dense(dependents, labels.count, using: &random),
          "heads.terms": Dense(heads, labels.count, using: &random),
        ],
        distances: hasDistances ? randomFloats(17 * labels.count, 2, using: &random) : [])
    }
    return [
      "tags": TinyHead(
        kind: .tokens, labels: ["noun", "verb", "name", "other", "none"],
        layers: [
          "hidden": Dense(width, 24, using: &random), "output": Dense(24, 5, using: &random),
        ]),
      "plain": TinyHead(
        kind: .tokens, labels: ["in", "out", "neither"],
        layers: ["output": Dense(width, 3, using: &random)]),
      "arcs": pairs(
        .pairs, ["arc", "subject", "object"], inputs: width, dependents: 20, heads: 16,
        hasDistances: true),
      "links": pairs(
        .pairs, ["link"], inputs: width, dependents: 16, heads: 32, hasDistances: false),
      "spans": pairs(
        .spans, ["same", "part"], inputs: 2 * width, dependents: 16, heads: 16,
        hasDistances: true),
      "meaning": TinyHead(
        kind: .projection, labels: [], layers: ["output": Dense(width, 24, using: &random)]),
    ]
  }

  /// The parts of the model file beside the linear layers.
  func parts(_ name: String) -> [String: FilePart] {
    var parts: [String: FilePart] = [
      "head.\(name).kind": .int32([Int32(kind.rawValue)], 1),
      "head.\(name).labels": .text(labels.joined(separator: "\n")),
    ]
    if !distances.isEmpty {
      parts["head.\(name).distances"] = .floats(distances, 17, labels.count)
    }
    return parts
  }
}
