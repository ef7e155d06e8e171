import Encoder
import Foundation
import TestSupport
import Testing
import Texts

extension Tag {
  /// Needs a trained model file, which a checkout may not have.
  @Tag static var model: Self
}

/// The converted encoder itself, where a developer has made it (`Training/README.md`).
@Suite(.tags(.model), .enabled(if: FileManager.default.fileExists(atPath: trainedModel)))
struct TrainedModelTests {
  @Test func sentencesOfOneMeaningLieTogether() throws {
    let model = try EncoderModel(
      FileBytes(Array(FileManager.default.contents(atPath: trainedModel) ?? Data())),
      path: trainedModel)
    let vectors = [
      "Two soldiers were killed when a mine went off near the bridge.",
      "A landmine explosion by the bridge left two troops dead.",
      "The orchestra will open its season with a new symphony.",
    ].map { sentence in
      let text = SourceText(sentence)
      let pieces = model.tokenizer.pieces(of: text, in: text.range)
      var sequences = PieceSequences()
      sequences.append(pieces, 0..<pieces.count, markers: model.tokenizer)
      return Encoder(model).states(of: sequences).sentenceVector(0)
    }
    func cosine(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    #expect(cosine(vectors[0], vectors[1]) > 0.6)
    #expect(cosine(vectors[0], vectors[2]) < 0.2)
  }
}

private let trainedModel = checkout(".data/models/minilm-int8.model")
