import ArgumentParser
import Encoder
import Platform
import Texts

/// Word pieces of each line of text files, for `Training/compare_wordpieces.py` to hold against
/// the reference, and how many are made in a second.
struct WordPiecesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wordpieces",
    abstract: "Ids and byte ranges of the word pieces of each line, one JSON object a line.",
    discussion: "A line is what stands between two line feeds, carriage returns and all.")

  @Option(help: "The vocabulary: pieces in the order of their ids, one a line.")
  var vocabulary: String
  @Option(help: "The character table.") var characters: String
  @Flag(help: "Take [SEP] and the like for the model's own tokens.") var specials = false
  @Flag(help: "Print pieces a second of CPU instead, the best of five rounds.") var time = false
  @Argument(help: "UTF-8 text files.") var files: [String]

  struct Speed: Encodable {
    var pieces: Int
    var bytes: Int
    var piecesPerSecond: Double
    var megabytesPerSecond: Double
    var millisecondsToLoad: Double
  }

  func run() throws {
    let (vocabulary, characters) = (try bytes(of: vocabulary), try bytes(of: characters))
    var tokenizer = try WordPieceTokenizer(
      vocabulary: vocabulary, characters: characters, path: self.vocabulary)
    let lines = try files.flatMap { try Self.lines(of: bytes(of: $0), path: $0) }
    guard time else { return write(lines, tokenizer) }
    var load = Double.infinity
    for _ in 0..<5 {
      let start = Measurement.processSeconds
      tokenizer = try WordPieceTokenizer(
        vocabulary: vocabulary, characters: characters, path: self.vocabulary)
      load = min(load, Measurement.processSeconds - start)
    }
    var seconds = Double.infinity
    var count = 0
    var pieces = WordPieces()
    for _ in 0..<5 {
      let start = Measurement.processSeconds
      count = 0
      for line in lines {
        pieces.removeAll()
        tokenizer.append(
          piecesOf: line, in: line.range, to: &pieces, recognizingSpecials: specials)
        count += pieces.count
      }
      seconds = min(seconds, max(1e-9, Measurement.processSeconds - start))
    }
    let size = lines.reduce(0) { $0 + $1.count }
    Output.write(
      try jsonText(
        Speed(
          pieces: count, bytes: size, piecesPerSecond: (Double(count) / seconds).rounded(),
          megabytesPerSecond: (Double(size) / seconds / 1e4).rounded() / 100,
          millisecondsToLoad: (load * 1e5).rounded() / 100)))
  }

  private func write(_ lines: [SourceText], _ tokenizer: WordPieceTokenizer) {
    var pieces = WordPieces()
    var out = ""
    for line in lines {
      pieces.removeAll()
      tokenizer.append(
        piecesOf: line, in: line.range, to: &pieces, recognizingSpecials: specials)
      let ids = pieces.ids.map(String.init).joined(separator: ",")
      let ranges = pieces.ranges.map { "[\($0.start),\($0.end)]" }.joined(separator: ",")
      out += "{\"ids\":[\(ids)],\"ranges\":[\(ranges)]}\n"
      if out.utf8.count > 1 << 16 {
        Output.write(out)
        out = ""
      }
    }
    Output.write(out)
  }

  private func bytes(of path: String) throws -> [UInt8] {
    let file = try FileBytes.mapping(path: path)
    return file.bytes(0, file.count)
  }

  private static func lines(of bytes: [UInt8], path: String) throws -> [SourceText] {
    try bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map {
      number, line in
      guard let text = SourceText(validating: Array(line)) else {
        throw ValidationError("\(path), line \(number + 1): not UTF-8")
      }
      return text
    }
  }
}
