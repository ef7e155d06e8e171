import Encoder
import EncoderTestSupport
import Linguistics
import TestSupport

/// A model of random weights with all heads that reading needs, written to a file; its path.
func tinyReaderFile(about: String? = nil, without missing: String? = nil) -> String {
  let plan = TinyModel.Plan(
    layers: 1, width: 32, heads: 2, intermediate: 32, positions: 256, shapes: 16)
  let model = TinyModel(plan) { width, random in
    var heads: [String: TinyHead] = [:]
    func add(_ name: String, _ labels: [String]) {
      heads[name] = TinyHead(
        kind: .tokens, labels: labels,
        layers: ["output": Dense(width, labels.count, using: &random)])
    }
    func addPairs(_ name: String, _ labels: [String]) {
      heads[name] = .pairs(
        .pairs, labels, inputs: width, dependents: 16, heads: 16, hasDistances: true,
        using: &random)
    }
    add("sentences", ["inside", "start"])
    add("tags", PartOfSpeech.allCases.map(\.name))
    add("names", ["O"] + Name.Kind.allCases.flatMap { ["B-\($0.name)", "I-\($0.name)"] })
    add(
      "attributions",
      ["source", "cue", "content", "nested"].flatMap { ["O-\($0)", "B-\($0)", "I-\($0)"] })
    addPairs("arcs", ["arc"])
    addPairs("relations", Relation.allCases.map(\.name))
    addPairs("roles", ["O", "B-source", "I-source", "B-content", "I-content"])
    heads["vectors"] = TinyHead(
      kind: .projection, labels: [], layers: ["output": Dense(width, 24, using: &random)])
    if let missing { heads[missing] = nil }
    return heads
  }
  var parts = model.parts()
  if let about { parts["about"] = .text(about) }
  return scratch(modelFile(parts), name: "tiny.model")
}
