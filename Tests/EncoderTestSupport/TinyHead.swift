package import Encoder
package import TestSupport

/// A head as one writes it down.
package struct TinyHead {
  package let kind: Head.Kind
  package let labels: [String]
  /// Linear layers by the last part of their names; the model's own are the ones that count, for
  /// a model of bytes rounds them.
  package var layers: [String: Dense]
  /// `[bucket][label]`; empty for none.
  package var distances: [Float] = []
  /// `[row][label]`; empty for none.
  package var transitions: [Float] = []
  package var transitionColumns = 1

  package init(
    kind: Head.Kind, labels: [String], layers: [String: Dense], distances: [Float] = []
  ) {
    self.kind = kind
    self.labels = labels
    self.layers = layers
    self.distances = distances
  }

  /// A head that scores pairs, with random weights.
  package static func pairs(
    _ kind: Head.Kind = .pairs, _ labels: [String], inputs: Int, dependents: Int, heads: Int,
    hasDistances: Bool, using random: inout SplitMix64
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

  /// The names of the heads that follow.
  package static let names = ["arcs", "links", "meaning", "plain", "spans", "tags"]

  /// A head of each kind, with and without what it may have.
  package static func oneOfEachKind(
    width: Int, using random: inout SplitMix64
  ) -> [String: TinyHead] {
    [
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
        hasDistances: true, using: &random),
      "links": pairs(
        .pairs, ["link"], inputs: width, dependents: 16, heads: 32, hasDistances: false,
        using: &random),
      "spans": pairs(
        .spans, ["same", "part"], inputs: 2 * width, dependents: 16, heads: 16,
        hasDistances: true, using: &random),
      "meaning": TinyHead(
        kind: .projection, labels: [], layers: ["output": Dense(width, 24, using: &random)]),
    ]
  }

  /// The parts of the model file beside the linear layers.
  package func parts(_ name: String) -> [String: FilePart] {
    var parts: [String: FilePart] = [
      "head.\(name).kind": .int32([Int32(kind.rawValue)], 1),
      "head.\(name).labels": .text(labels.joined(separator: "\n")),
    ]
    if !distances.isEmpty {
      parts["head.\(name).distances"] = .floats(distances, 17, labels.count)
    }
    if !transitions.isEmpty {
      parts["head.\(name).transitions"] = .floats(
        transitions, transitions.count / transitionColumns, transitionColumns)
    }
    return parts
  }
}
