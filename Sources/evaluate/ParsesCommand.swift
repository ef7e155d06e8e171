import ArgumentParser
import Linguistics
import Platform
import Texts

/// Parts of speech, dependencies and lemmas against treebanks.
struct ParsesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parses",
    abstract: "Tags, trees and lemmas, against treebanks in CoNLL-U.",
    discussion: """
      Whole documents are read, as the product reads reports. Words and sentences are the \
      treebank's, and a figure is a share of its words; with --raw both are found in the text and \
      a figure is the F1 of the CoNLL 2018 shared task over words that are written alike. LAS \
      leaves subtypes of relations out, LAS+ compares them too.
      """)

  @Argument(help: "CoNLL-U files.") var files: [String]
  @OptionGroup var reader: EvaluatedReader
  @Flag(help: "Find words and sentences in the raw text.") var raw = false
  @Option(help: "Only documents of this genre.") var genre: String?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print arcs that differ instead of figures.") var misses = false

  struct Row: Encodable {
    var file: String
    var genre: String
    var documents = 0
    var score = ParseScore()
  }

  func run() throws {
    let reader = try reader.loaded()
    var rows: [Row] = []
    for path in files {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      var genres: [String: Row] = [:]
      for document in try Treebank(path: path).documents {
        if let genre, document.genre != genre { continue }
        guard let reading = Self.reading(of: document, by: reader, raw: raw) else {
          throw ValidationError("\(path): \(document.name) is not UTF-8")
        }
        if misses { show(document, reading) }
        var row = genres[document.genre] ?? Row(file: name, genre: document.genre)
        row.documents += 1
        row.score.add(document, reading)
        genres[document.genre] = row
      }
      let sorted = genres.values.sorted { $0.genre < $1.genre }
      var all = Row(file: name, genre: "all")
      for row in sorted {
        all.documents += row.documents
        all.score.add(row.score)
      }
      rows += sorted.count == 1 ? sorted : [all] + sorted
    }
    if misses { return }
    Output.write(json ? try jsonText(rows) : Self.table(rows))
  }

  /// The reading of a document's raw text, or of its words and sentences; nil for odd bytes.
  static func reading(
    of document: Treebank.Document, by reader: Reader, raw: Bool
  ) -> Reading? {
    guard let text = SourceText(validating: document.bytes) else { return nil }
    let paragraphs = document.paragraphs.map { text.trimmed($0) }.filter { !$0.isEmpty }
    if raw { return reader.reading(of: text, title: nil, paragraphs: paragraphs) }
    let placed = document.placedWords
    var sentences: [Range<Int>] = []
    var next = 0
    for sentence in document.sentences {
      let count = sentence.count { !document.words[$0].range.isEmpty }
      if count > 0 { sentences.append(next..<next + count) }
      next += count
    }
    return reader.reading(
      of: text, title: nil, paragraphs: paragraphs, tokens: placed.map { document.words[$0].range },
      sentences: sentences)
  }

  private static func table(_ rows: [Row]) -> String {
    var table = filled("file", 26) + filled("genre", 14) + padded("words", 7) + padded("F1", 7)
    table += padded("sents", 7) + padded("F1", 7)
    for name in ["UPOS", "UAS", "LAS", "LAS+", "lemmas"] { table += padded(name, 7) }
    table += "\n"
    for row in rows {
      let score = row.score
      table += filled(row.file, 26) + filled(row.genre, 14)
      table += padded("\(score.words.gold)", 7) + percent(score.words.f1)
      table += padded("\(score.sentences.gold)", 7) + percent(score.sentences.f1)
      for part in [score.tags, score.heads, score.arcs, score.subtypes, score.lemmas] {
        table += percent(part.f1)
      }
      table += "\n"
    }
    return table
  }

  private func show(_ gold: Treebank.Document, _ reading: Reading) {
    guard !reading.dependencies.isEmpty else { return }
    let tokens = Dictionary(
      uniqueKeysWithValues: reading.tokens.enumerated().map { ($1.range, $0) })
    var lines = ""
    func text(_ range: TextRange?) -> String { range.map { reading.text[$0] } ?? "root" }
    for word in gold.words {
      guard let token = tokens[word.range] else { continue }
      let dependency = reading.dependencies[token]
      let head = dependency.head.map { reading.tokens[$0].range }
      let goldHead = word.head.map { gold.words[$0].range }
      let tag = reading.tags[token].name
      guard
        head != goldHead || dependency.relation.name != word.relation || tag != word.tag
          || reading.lemmas[token] != word.lemma
      else { continue }
      lines += "\(gold.name)\t\(text(word.range))"
      lines += "\t\(word.tag) \(word.relation) < \(text(goldHead)), \(word.lemma)"
      lines += "\t\(tag) \(dependency.relation.name) < \(text(head)), \(reading.lemmas[token])\n"
    }
    Output.write(lines)
  }
}
