import ArgumentParser
import Encoder
import Foundation
import Platform
import Texts

/// Sentence vectors of each line of text files, for `Training/compare_vectors.py` to hold against
/// the reference.
struct VectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors",
    abstract: "The sentence vector of each line, one JSON list a line; empty lines give none.")

  @Option(help: "The model file.") var model: String
  @Option(help: "The path, as in avx2; the fastest when left out.") var path: String?
  @Argument(help: "UTF-8 text files.") var files: [String]

  func run() throws {
    let model = try EncoderModel(FileBytes.mapping(path: model), path: model)
    guard let instructions = path.map(Instructions.named) ?? .best else {
      throw ValidationError("this processor has no such path")
    }
    let encoder = Encoder(model, instructions: instructions)
    for path in files {
      let file = try FileBytes.mapping(path: path)
      let text = SourceText(String(decoding: file.bytes(0, file.count), as: UTF8.self))
      var start = 0
      for end in 0...text.count where end == text.count || text.bytes[end] == UInt8(ascii: "\n") {
        let pieces = model.tokenizer.pieces(of: text, in: TextRange(start, end))
        start = min(text.count, end + 1)
        if pieces.isEmpty { continue }
        var sequences = PieceSequences()
        let most = model.architecture.positions - 2
        sequences.append(pieces, 0..<min(most, pieces.count), markers: model.tokenizer)
        let vector = encoder.states(of: sequences).sentenceVector(0)
        Output.write("[" + vector.map { "\($0)" }.joined(separator: ",") + "]\n")
      }
    }
  }
}
