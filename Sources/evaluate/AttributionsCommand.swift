import ArgumentParser
import FoundationEssentials
import Linguistics
import Platform
import Texts

/// Attributions against PolNeAR's: spans of source, cue and content.
struct AttributionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attributions",
    abstract: "Attributions found, against the spans of PolNeAR (folders data/dev, data/train).",
    discussion: """
      Each folder holds text/ and attributions/; of several annotators' files for one text the \
      first is taken. A discontinuous span counts as its parts. Marks and stops at a span's ends \
      are left out on both sides, and sentences that the annotators discarded on both too. \
      "exact": both ends are right. "overlap": it shares a word. "tokens": words marked rightly. \
      "whole": half of the content in common, and a word of the source. With a model also \
      "layers": the spans of its four layers, both ends right; and "links": the source that its \
      roles give each gold content when gold spans are to be chosen from, beside the nearest one.

      --cofenet takes the development file of CofeNet (JSON lines of tokens and flat labels): \
      its tokens and sentences are read as they are, a word is cue before source before nested \
      content before content, and a span ends with its sentence.
      """)

  @Argument(help: "Folders with text/ and attributions/.") var folders: [String] = []
  @Option(help: "CofeNet's development file.") var cofenet: String?
  @OptionGroup var reader: EvaluatedReader
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print what differs instead of figures.") var misses = false

  func validate() throws {
    guard !folders.isEmpty || cofenet != nil else {
      throw ValidationError("name a folder of PolNeAR, or CofeNet's file with --cofenet")
    }
  }

  func run() throws {
    let reader = try reader.loaded()
    var rows: [AttributionTally.Row] = []
    if !folders.isEmpty { rows += try polnear(reader) }
    if let cofenet { rows += try flat(cofenet, reader) }
    if misses { return }
    Output.write(json ? try jsonText(rows) : AttributionTally.table(of: rows))
  }

  private func polnear(_ reader: Reader) throws -> [AttributionTally.Row] {
    var tally = AttributionTally()
    var evidence = EvidenceTally()
    for folder in folders {
      for (text, annotations) in try Self.pairs(in: folder) {
        guard let article = PolnearArticle(text: text, annotations: annotations) else { continue }
        let paragraphs = article.text.linesWithWords
        let reading = reader.reading(
          of: article.text, title: paragraphs.first, paragraphs: paragraphs)
        tally.add(article, reading, prints: misses)
        if let found = reader.evidence(of: reading) { evidence.add(article, reading, found) }
      }
    }
    return tally.rows + evidence.rows
  }

  private func flat(_ path: String, _ reader: Reader) throws -> [AttributionTally.Row] {
    let file = try FileBytes.mapping(path: path)
    var tally = FlatTally(measure: "flat")
    var layers = FlatTally(measure: "flat layers")
    for text in try FlatText.documents(file.bytes(0, file.count)) {
      let reading = text.given.reading(by: reader)
      tally.add(text, labels: FlatText.labels(of: reading))
      if let evidence = reader.evidence(of: reading) {
        layers.add(
          text, labels: FlatText.labels(of: evidence.layers, count: reading.tokens.count))
      }
    }
    return tally.rows + layers.rows
  }

  /// Each text with the first of its annotation files, in order of name.
  private static func pairs(in folder: String) throws -> [([UInt8], [UInt8])] {
    let files = FileManager.default
    let texts = try files.contentsOfDirectory(atPath: folder + "/text").sorted()
    let annotations = try files.contentsOfDirectory(atPath: folder + "/attributions").sorted()
    var pairs: [([UInt8], [UInt8])] = []
    for text in texts where text.hasSuffix(".txt") {
      let stem = String(text.dropLast(4))
      guard let name = annotations.first(where: { $0.hasPrefix(stem) }) else { continue }
      func bytes(_ path: String) throws -> [UInt8] {
        let file = try FileBytes.mapping(path: path)
        return file.bytes(0, file.count)
      }
      pairs.append(
        (try bytes(folder + "/text/" + text), try bytes(folder + "/attributions/" + name)))
    }
    return pairs
  }
}

/// A text of PolNeAR with its gold attributions.
struct PolnearArticle {
  /// An annotated attribution; spans in bytes.
  struct Gold {
    var source: [TextRange] = []
    var cue: [TextRange] = []
    var content: [TextRange] = []
  }

  let text: SourceText
  private(set) var gold: [Gold] = []
  /// Stretches that the annotators left out or were unsure of.
  private(set) var discarded: [TextRange] = []

  init?(text bytes: [UInt8], annotations: [UInt8]) {
    guard let text = SourceText(validating: bytes) else { return nil }
    self.text = text
    let points = CodePoints(text)
    var spans: [String: (kind: String, ranges: [TextRange])] = [:]
    for line in String(decoding: annotations, as: UTF8.self).split(separator: "\n") {
      let columns = line.split(separator: "\t")
      guard columns.count >= 2 else { continue }
      if columns[0].hasPrefix("T") {
        let words = columns[1].split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { continue }
        let ranges = words[1].split(separator: ";").compactMap { part -> TextRange? in
          let ends = part.split(separator: " ").compactMap { Int($0) }
          guard ends.count == 2, let start = points.byte(atCodePoint: ends[0]),
            let end = points.byte(atCodePoint: ends[1]), start < end
          else { return nil }
          return TextRange(start, end)
        }
        spans[String(columns[0])] = (String(words[0]), ranges)
        if words[0].hasPrefix("Disc") { discarded += ranges }
      } else if columns[0].hasPrefix("E") {
        var item = Gold()
        for argument in columns[1].split(separator: " ") {
          let pair = argument.split(separator: ":")
          guard pair.count == 2, let span = spans[String(pair[1])] else { continue }
          switch span.kind {
          case "Source": item.source += span.ranges
          case "Cue": item.cue += span.ranges
          case "Content": item.content += span.ranges
          default: break
          }
        }
        gold.append(item)
      }
    }
  }
}
