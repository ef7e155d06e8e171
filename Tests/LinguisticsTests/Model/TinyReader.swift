import Encoder
import EncoderTestSupport
import Foundation
import Linguistics
import TestSupport
import Texts

/// Letters, digits and marks: enough to spell any word of ASCII.
let spellingVocabulary: [String] = {
  let letters = "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)
  let marks = ". , ! ? ' \" - ( ) : ; % “ ” ‘ ’ — –".split(separator: " ").map(String.init)
  return ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + letters + letters.map { "##" + $0 }
    + marks + ["said", "the", "people", "killed", "##ing", "##ed", "and", "in"]
}()

/// A model of random weights with all heads that reading needs, but for those left out.
func tinyReaderModel(
  seed: UInt64 = 1, positions: Int = 256, shapes: Int = 16, isInt8: Bool = false,
  without missing: [String] = [], changing changes: [String: TinyHead] = [:]
) throws -> EncoderModel {
  let plan = TinyModel.Plan(
    layers: 1, width: 32, heads: 2, intermediate: 32, positions: positions, shapes: shapes,
    isInt8: isInt8, seed: seed)
  return try TinyModel(plan, vocabulary: spellingVocabulary) { width, random in
    var heads = readerHeads(width: width, using: &random)
    for name in missing { heads[name] = nil }
    return heads.merging(changes) { $1 }
  }.loaded()
}

/// A head of kind `tokens` with random weights.
func tokensHead(_ labels: [String], width: Int = 32, seed: UInt64 = 7) -> TinyHead {
  var random = SplitMix64(seed: seed)
  return TinyHead(
    kind: .tokens, labels: labels, layers: ["output": Dense(width, labels.count, using: &random)])
}

private func readerHeads(width: Int, using random: inout SplitMix64) -> [String: TinyHead] {
  func pairs(
    _ labels: [String], width inner: Int, hasDistances: Bool, _ random: inout SplitMix64
  ) -> TinyHead {
    .pairs(
      .pairs, labels, inputs: width, dependents: inner, heads: inner, hasDistances: hasDistances,
      using: &random)
  }
  let seed = random.next()
  let names = Name.Kind.allCases.flatMap { ["B-\($0.name)", "I-\($0.name)"] }
  return [
    "sentences": tokensHead(["inside", "start"], width: width, seed: seed),
    "tags": tokensHead(PartOfSpeech.allCases.map(\.name), width: width, seed: seed + 1),
    "names": tokensHead(["O"] + names, width: width, seed: seed + 2),
    "attributions": tokensHead(
      ["source", "cue", "content", "nested"].flatMap { ["O-\($0)", "B-\($0)", "I-\($0)"] },
      width: width, seed: seed + 3),
    "arcs": pairs(["arc"], width: 32, hasDistances: true, &random),
    "relations": pairs(
      Relation.allCases.map(\.name), width: 16, hasDistances: false, &random),
    "roles": pairs(
      ["O", "B-source", "I-source", "B-content", "I-content"], width: 16, hasDistances: true,
      &random),
    "vectors": TinyHead(
      kind: .projection, labels: [], layers: ["output": Dense(width, 24, using: &random)]),
  ]
}

/// The table of lemmas as it lies in the repository.
let lemmaTable = LemmaTable(contents(of: "Data/lexicon/lemmas.tsv"))

/// The paragraphs of a text, a line each.
func paragraphs(of text: SourceText) -> [TextRange] {
  var paragraphs: [TextRange] = []
  var start = 0
  for offset in 0...text.count where offset == text.count || text.bytes[offset] == 0x0A {
    let line = text.trimmed(TextRange(start, offset))
    if !line.isEmpty { paragraphs.append(line) }
    start = offset + 1
  }
  return paragraphs
}
