import EncoderTestSupport
import TestSupport
import Testing
import Texts

@testable import Encoder

extension TinyModel {
  /// As small as models come, with all kinds of parts: files of some 30 kB, quick to load.
  static func smallest(isInt8: Bool = true) -> TinyModel {
    TinyModel(
      Plan(
        layers: 1, width: 16, heads: 1, intermediate: 16, positions: 4, shapes: 2, isInt8: isInt8,
        isSmoothed: isInt8, taskHeads: ["arcs", "meaning", "tags"]),
      vocabulary: ["[UNK]", "[CLS]", "[SEP]", "a", "b"])
  }

  /// The parts of the file, with a table of characters that keeps all as they are.
  var smallParts: [String: FilePart] {
    let blocks = 0x11_0000 / 128
    let table =
      Array("CHR1".utf8) + littleEndian(UInt32(1)) + littleEndian(UInt32(0))
      + [UInt8](repeating: 0, count: 2 * blocks)
      + (0..<128).flatMap { _ in littleEndian(UInt32(3)) }
    return parts(characters: table)
  }
}

/// What the loader says of a file; nil when it loads, and then the model runs and all heads too.
func fault(_ file: [UInt8]) -> ModelFileError? {
  do throws(ModelFileError) {
    run(try load(file))
    return nil
  } catch {
    #expect(error.path == "tiny.model" && !error.detail.isEmpty)
    return error
  }
}

/// What the loader says of a file with these parts.
func fault(_ parts: [String: FilePart]) -> ModelFileError? { fault(modelFile(parts)) }

/// Runs a model that may be damaged, with all that it has; only that it ends is asked.
func run(_ model: EncoderModel) {
  // `refusesATableOfNoShapes` is about these.
  if let shapes = model.shapes, shapes.count == 0 { return }
  let sizes = model.architecture
  var sequences = PieceSequences()
  for length in [min(3, sizes.positions), 1] {
    sequences.append((0..<length).map { Int32($0 % sizes.vocabulary) })
  }
  let states = Encoder(model).states(of: sequences)
  #expect(states.values.count == sequences.ids.count * sizes.width)
  let encoder = Encoder(model)
  for head in model.heads {
    switch head.kind {
    case .tokens:
      #expect(encoder.scores(head, rows: [0, 1], of: states).count == 2)
    case .pairs:
      let scores = encoder.scores(
        head, dependents: [0, 1], heads: [1], of: states, places: ([0, 4], [-9]))
      #expect(scores.count == 2)
      #expect(encoder.scores(head, pairs: [(0, 1)], of: states, distances: [nil]).count == 1)
    case .spans:
      #expect(encoder.scores(head, dependents: [0..<2], heads: [1..<2], of: states).count == 1)
    case .projection:
      #expect(!encoder.projection(head, of: states.sentenceVector(0)).isEmpty)
    }
  }
  let text = SourceText("a b")
  #expect(model.tokenizer.pieces(of: text, in: text.range).count <= 3)
}
