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
      "whole": half of the content in common, and a word of the source.
      """)

  @Argument(help: "Folders with text/ and attributions/.") var folders: [String]
  @Option(help: "The data folder.") var data: String?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print what differs instead of figures.") var misses = false

  func run() throws {
    let folder = try DataFolder.located(named: data)
    let cues = CueLexicon(try folder.bytes("lexicon/cues.tsv"))
    var tally = AttributionTally()
    for folder in folders {
      for (text, annotations) in try Self.pairs(in: folder) {
        guard let article = PolnearArticle(text: text, annotations: annotations) else { continue }
        let paragraphs = article.text.linesWithWords
        let reading = Reader(cues: cues).reading(
          of: article.text, title: paragraphs.first, paragraphs: paragraphs)
        tally.add(article, reading, prints: misses)
      }
    }
    if misses { return }
    print(json ? try jsonText(tally.rows) : tally.table, terminator: "")
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
