import ArgumentParser
import Linguistics
import Platform
import Texts

/// Tokens and sentences from raw text against treebanks, as the CoNLL 2018 scorer counts.
struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Words and sentences found in raw text, against treebanks in CoNLL-U.",
    discussion: "Raw text is made again from the words, SpaceAfter, newdoc and newpar.")

  @Argument(help: "CoNLL-U files.") var files: [String]
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print words and sentence ends that differ instead of figures.") var misses = false

  struct Row: Encodable {
    var file: String
    var genre: String
    var words = Agreement()
    var sentences = Agreement()
  }

  func run() throws {
    var rows: [Row] = []
    for path in files {
      let treebank = try Treebank(path: path)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      var all = Row(file: name, genre: "all")
      var genres: [String: Row] = [:]
      for paragraph in treebank.paragraphs {
        let (words, sentences) = Self.found(in: paragraph.bytes)
        if misses { show(paragraph, words, sentences) }
        all.words.add(gold: paragraph.words, found: words)
        all.sentences.add(gold: paragraph.sentences, found: sentences)
        var row = genres[paragraph.genre] ?? Row(file: name, genre: paragraph.genre)
        row.words.add(gold: paragraph.words, found: words)
        row.sentences.add(gold: paragraph.sentences, found: sentences)
        genres[paragraph.genre] = row
      }
      rows.append(all)
      rows += genres.values.sorted { $0.genre < $1.genre }
    }
    if misses { return }
    if json { return Output.write(try jsonText(rows)) }
    var table = "file                      genre           words     P       R      F1"
    table += "   sents     P       R      F1\n"
    for row in rows {
      let file = row.file + String(repeating: " ", count: max(1, 26 - row.file.count))
      let genre = row.genre + String(repeating: " ", count: max(1, 14 - row.genre.count))
      table += file + genre
      for part in [row.words, row.sentences] {
        table += padded("\(part.gold)", 7) + percent(part.precision) + percent(part.recall)
        table += percent(part.f1)
      }
      table += "\n"
    }
    Output.write(table)
  }

  static func found(in bytes: [UInt8]) -> (words: [TextRange], sentences: [TextRange]) {
    guard let text = SourceText(validating: bytes) else { return ([], []) }
    let tokens = Tokenizer().tokens(of: text, in: text.range)
    let sentences = SentenceSplitter().sentences(in: tokens, of: text)
    return (
      tokens.map(\.range),
      sentences.map { TextRange(tokens[$0.lowerBound].start, tokens[$0.upperBound - 1].end) }
    )
  }

  private func show(
    _ paragraph: Treebank.Paragraph, _ words: [TextRange], _ sentences: [TextRange]
  ) {
    func text(_ start: Int, _ end: Int) -> String {
      String(
        decoding: paragraph.bytes[max(0, start)..<min(end, paragraph.bytes.count)], as: UTF8.self)
    }
    let gold = Set(paragraph.words)
    let mine = Set(words)
    var lines = ""
    for word in words where !gold.contains(word) {
      let line = "W\t\(paragraph.genre)\t\(text(word.start, word.end))"
      let near = paragraph.words.filter { $0.overlaps(word) }.map { text($0.start, $0.end) }
      lines += line + "\tgold \(near.joined(separator: "|"))\n"
    }
    _ = mine
    let ends = Set(paragraph.sentences.map(\.end))
    let found = Set(sentences.map(\.end))
    for end in found.symmetricDifference(ends).sorted() {
      let kind = ends.contains(end) ? "missing" : "extra"
      lines += "S\t\(paragraph.genre)\t\(kind)\t\(text(end - 60, end)) ¶ \(text(end, end + 40))\n"
    }
    Output.write(lines)
  }
}
