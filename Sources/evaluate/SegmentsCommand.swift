import ArgumentParser
import Linguistics
import Platform
import Texts

/// Tokens and sentences of plain texts, for training: what the reader will see when it reads them.
struct SegmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segments",
    abstract: "Tokens and sentences of text files, one JSON object a file; each line a paragraph.",
    discussion: """
      {"path": …, "sentences": [[paragraph, start, end, start, end, …], …]} with the first and last \
      byte of every token. Training/ reads it.
      """)

  @Argument(help: "Text files.") var files: [String]

  func run() throws {
    for path in files {
      let file = try FileBytes.mapping(path: path)
      guard let text = SourceText(validating: file.bytes(0, file.count)) else {
        throw ValidationError("\(path) is not UTF-8")
      }
      var lines: [String] = []
      for (index, paragraph) in text.linesWithWords.enumerated() {
        let tokens = Tokenizer().tokens(of: text, in: paragraph)
        for sentence in SentenceSplitter().sentences(in: tokens, of: text) {
          let ends = tokens[sentence].map { "\($0.start),\($0.end)" }.joined(separator: ",")
          lines.append("[\(index),\(ends)]")
        }
      }
      Output.write(
        "{\"path\":\"\(path)\",\"sentences\":[\(lines.joined(separator: ","))]}\n")
    }
  }
}

extension SourceText {
  /// The lines that hold words, without the white space at their ends.
  var linesWithWords: [TextRange] {
    var lines: [TextRange] = []
    var start = 0
    for offset in 0...count where offset == count || bytes[offset] == 0x0A {
      let line = trimmed(TextRange(start, offset))
      if !line.isEmpty { lines.append(line) }
      start = offset + 1
    }
    return lines
  }
}
