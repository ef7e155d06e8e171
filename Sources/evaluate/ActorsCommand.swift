import ArgumentParser
import Knowledge
import Linguistics
import Mentions
import Platform
import Texts

/// Whom the sources of annotated attributions are taken to mean.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Speakers of annotated attributions: folders of cases, each with a gold.json.")

  @Argument(help: "Folders of annotated cases.")
  var folders: [String]

  @Option(help: "The data folder.")
  var data: String?

  @Flag(help: "Print each speaker that is not the annotated one.")
  var misses = false

  @Flag(help: "Print every actor of every report.")
  var list = false

  @Flag(help: "Print JSON.")
  var json = false

  struct Gold: Decodable {
    struct Report: Decodable {
      let id: String
      let file: String
    }
    struct Place: Decodable {
      let source: [Int]?
    }
    struct Attribution: Decodable {
      let report: String
      let source: String
      let speaker: String
      let at: Place?
    }
    let reports: [Report]
    let attributions: [Attribution]
    let aliases: [[String]]?
  }

  struct Figures: Encodable {
    var right = 0
    var all = 0
  }

  func run() throws {
    let folder = try DataFolder.located(named: data)
    let table = try ActorTable { name throws(FileError) in try folder.file(name) }
    let cues = CueLexicon(try folder.bytes("lexicon/cues.tsv"))
    var figures = Figures()
    for path in folders {
      let file = try FileBytes.mapping(path: path + "/gold.json")
      let gold = try valueFromJSON(Gold.self, file.bytes(0, file.count))
      var groups = gold.aliases ?? []
      groups = groups.filter { !$0.isEmpty }
      for report in gold.reports {
        let bytes = try FileBytes.mapping(path: path + "/" + report.file)
        let text = collapsed(bytes.bytes(0, bytes.count))
        let wanted = gold.attributions.filter { $0.report == report.id }
        let spans = wanted.map { span(of: $0, in: text) }
        let reading = reading(of: text, sources: spans.compactMap { $0 }, cues: cues)
        let (actors, mentions) = ActorFinder(table: table).actors(in: reading)
        let found = ReportMentions(actors: actors, actorMentions: mentions)
        if list { print(describe(actors, path: path + "/" + report.file)) }
        for (attribution, span) in zip(wanted, spans) {
          guard let span else { continue }
          figures.all += 1
          let actor = found.actor(at: span).map { actors[$0] }
          let names = actor.map { [$0.name] + $0.aliases } ?? []
          let isRight = names.contains { name in
            expanded(attribution.speaker, groups).contains { ActorScore.isSame(name, $0) }
          }
          if isRight { figures.right += 1 }
          if misses, !isRight {
            print(
              "\(report.file) \"\(text[span])\" = \(attribution.speaker); got"
                + " \(actor?.name ?? "nobody") \(actor?.aliases ?? [])")
          }
        }
      }
    }
    if json {
      print(try jsonText(figures))
    } else {
      print("speakers right: \(figures.right) of \(figures.all)")
    }
  }

  private func describe(_ actors: [ActorEntity], path: String) -> String {
    var out = path
    for (index, actor) in actors.enumerated() {
      out +=
        "\n  \(index) \(actor.name) [\(actor.kind.rawValue) \(actor.country ?? "-")"
        + " \(actor.memberOf.map(String.init) ?? "-")] \(actor.aliases)"
    }
    return out
  }

  private func expanded(_ name: String, _ groups: [[String]]) -> [String] {
    name.split(separator: ";").flatMap { part -> [String] in
      [String(part)]
        + groups.filter { $0.contains { ActorScore.isSame($0, String(part)) } }.flatMap { $0 }
    }
  }

  /// The text with each run of white space as one space, none at the start.
  private func collapsed(_ bytes: [UInt8]) -> SourceText {
    var out = ""
    var hasSpace = true
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if CharacterClass(scalar) == .space {
        if !hasSpace { out += " " }
        hasSpace = true
      } else {
        out.unicodeScalars.append(scalar)
        hasSpace = false
      }
    }
    return SourceText(out)
  }

  private func span(of attribution: Gold.Attribution, in text: SourceText) -> TextRange? {
    if let at = attribution.at?.source, at.count == 2 {
      let points = CodePoints(text)
      guard let start = points.byte(atCodePoint: at[0]), let end = points.byte(atCodePoint: at[1])
      else { return nil }
      return TextRange(start, end)
    }
    let needle = Array(attribution.source.utf8)
    guard !needle.isEmpty, text.count >= needle.count else { return nil }
    for start in 0...text.count - needle.count
    where text.bytes[start..<start + needle.count].elementsEqual(needle)
      && isBoundary(start - 1, text) && isBoundary(start + needle.count, text)
    {
      return TextRange(start, start + needle.count)
    }
    return nil
  }

  private func isBoundary(_ offset: Int, _ text: SourceText) -> Bool {
    guard offset >= 0, offset < text.count else { return true }
    let byte = text.bytes[offset]
    return byte < 0x80 && CharacterClass(Unicode.Scalar(byte)) != .letter
  }

  private func reading(of text: SourceText, sources: [TextRange], cues: CueLexicon) -> Reading {
    let bare = Reader(cues: cues).reading(of: text, title: nil, paragraphs: [text.range])
    let attributions = sources.sorted().map {
      Attribution(
        source: $0, cue: nil, content: [], form: .indirect, cueLemma: nil, isNegated: false,
        parent: nil)
    }
    return Reading(
      text: text, title: nil, paragraphs: bare.paragraphs, tokens: bare.tokens,
      sentences: bare.sentences, quotations: bare.quotations, attributions: attributions)
  }
}

/// The scorer's measure of two names: half of their words, or all of the shorter one's.
enum ActorScore {
  static func isSame(_ a: String, _ b: String) -> Bool {
    let first = words(a)
    let second = words(b)
    guard !first.isEmpty, !second.isEmpty else { return false }
    let common = first.intersection(second).count
    if common * 2 >= first.union(second).count { return true }
    let small = first.count <= second.count ? first : second
    let big = first.count <= second.count ? second : first
    return small.isSubset(of: big) && small.contains { $0.utf8.count >= 4 }
  }

  private static func words(_ name: String) -> Set<String> {
    Set(
      NameWord.words(of: name).compactMap { word in
        let text = Folding.folded(SourceText(name)[word.range])
        return ["the", "of", "a", "and", "s", "al", "for", "unnamed"].contains(text) ? nil : text
      })
  }
}
