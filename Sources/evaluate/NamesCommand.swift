import ArgumentParser
import Linguistics
import Platform
import Texts

/// Names against English Worldwide Newswire and Universal NER.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Names found in given words and sentences, against gold names.",
    discussion: """
      Takes articles of English Worldwide Newswire (.tsv), of which only those of the countries \
      count that --countries names by the beginnings of file names, and files of Universal NER \
      (.iob2). A name is right when its words and its kind are; "untyped": when its words are. \
      For Universal NER persons, organizations and locations count, the last ones once without \
      and once with facilities.
      """)

  @Argument(help: "Corpus files.") var files: [String]
  @OptionGroup var reader: EvaluatedReader
  @Option(help: "Beginnings of the names of .tsv files, with commas; all for every file.")
  var countries = "eg_,iran_,israel_,qt_,et_,mex_,ven_,kenya_"
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print names that differ instead of figures.") var misses = false

  struct Row: Encodable {
    var corpus: String
    var kind: String
    var names = Agreement()
  }

  func run() throws {
    let reader = try reader.loaded()
    let prefixes = countries == "all" ? [""] : countries.split(separator: ",").map(String.init)
    var worldwide = NameTally()
    var universal = NameTally()
    for path in files {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let isUniversal = name.hasSuffix(".iob2")
      guard isUniversal || prefixes.contains(where: { name.hasPrefix($0) }) else { continue }
      let file = try FileBytes.mapping(path: path)
      let bytes = file.bytes(0, file.count)
      let texts =
        isUniversal ? NamedText.universal(bytes) : [NamedText(worldwide: bytes, name: name)]
      for text in texts {
        let reading = text.given.reading(by: reader)
        if isUniversal {
          universal.add(text, reading)
        } else {
          worldwide.add(text, reading)
        }
        if misses { show(text, reading) }
      }
    }
    if misses { return }
    var rows: [Row] = []
    if worldwide.texts > 0 { rows += worldwide.rows(corpus: "worldwide") }
    if universal.texts > 0 { rows += universal.universalRows(corpus: "universal") }
    if json { return Output.write(try jsonText(rows)) }
    var table = filled("corpus", 12) + filled("kind", 32)
    for name in ["P", "R", "F1", "found", "gold"] { table += padded(name, 7) }
    table += "\n"
    for row in rows {
      table += filled(row.corpus, 12) + filled(row.kind, 32) + percent(row.names.precision)
      table += percent(row.names.recall) + percent(row.names.f1)
      table += padded("\(row.names.found)", 7) + padded("\(row.names.gold)", 7) + "\n"
    }
    Output.write(table)
  }

  private func show(_ text: NamedText, _ reading: Reading) {
    let gold = Set(text.names)
    let found = Set(reading.names.map { NamedText.Span(words: $0.tokens, kind: $0.kind) })
    func line(_ what: String, _ span: NamedText.Span) -> String {
      let words = reading.text[reading.range(ofTokens: span.words)]
      return "\(text.name)\t\(what)\t\(span.kind?.name ?? "")\t\(words)\n"
    }
    let order = { (a: NamedText.Span, b: NamedText.Span) in
      a.words.lowerBound < b.words.lowerBound
    }
    for span in gold.subtracting(found).sorted(by: order) { Output.write(line("missed", span)) }
    for span in found.subtracting(gold).sorted(by: order) { Output.write(line("false", span)) }
  }
}

/// Gold names and names found, over texts.
struct NameTally {
  private(set) var texts = 0
  private var gold: [Span] = []
  private var found: [Span] = []

  /// A name of one of the texts.
  private struct Span: Hashable {
    var text: Int
    var name: NamedText.Span
  }

  mutating func add(_ text: NamedText, _ reading: Reading) {
    gold += text.names.map { Span(text: texts, name: $0) }
    found += reading.names.map {
      Span(text: texts, name: NamedText.Span(words: $0.tokens, kind: $0.kind))
    }
    texts += 1
  }

  /// All kinds, the three main ones, spans alone, and each kind.
  func rows(corpus: String) -> [NamesCommand.Row] {
    let main: Set<Name.Kind> = [.person, .organization, .location]
    func row(_ kind: String, _ map: (Name.Kind?) -> Name.Kind?, untyped: Bool = false)
      -> NamesCommand.Row
    {
      NamesCommand.Row(corpus: corpus, kind: kind, names: agreement(map, untyped: untyped))
    }
    var rows = [
      row("all", { $0 }), row("untyped", { $0 }, untyped: true),
      row("Person, Organization, Location", { $0.flatMap { main.contains($0) ? $0 : nil } }),
    ]
    for kind in Name.Kind.allCases { rows.append(row(kind.name, { $0 == kind ? kind : nil })) }
    return rows
  }

  /// Person, organization and location; the last one without and with facilities.
  func universalRows(corpus: String) -> [NamesCommand.Row] {
    var rows: [NamesCommand.Row] = []
    for withFacilities in [false, true] {
      func kind(_ kind: Name.Kind?) -> Name.Kind? {
        switch kind {
        case .person, .organization, .location: kind
        case .facility: withFacilities ? .location : nil
        default: nil
        }
      }
      let suffix = withFacilities ? ", facilities as LOC" : ""
      rows.append(
        NamesCommand.Row(corpus: corpus, kind: "PER, ORG, LOC" + suffix, names: agreement(kind)))
      for (name, one) in [("PER", Name.Kind.person), ("ORG", .organization), ("LOC", .location)]
      where !withFacilities || one == .location {
        rows.append(
          NamesCommand.Row(
            corpus: corpus, kind: name + suffix,
            names: agreement { kind($0) == one ? one : nil }))
      }
    }
    return rows
  }

  /// How many names agree once their kinds are mapped; those that map to nil do not count.
  private func agreement(
    _ map: (Name.Kind?) -> Name.Kind?, untyped: Bool = false
  ) -> Agreement {
    func mapped(_ spans: [Span]) -> [Span] {
      spans.compactMap { span in
        guard let kind = map(span.name.kind) else { return nil }
        var span = span
        span.name.kind = untyped ? nil : kind
        return span
      }
    }
    var agreement = Agreement()
    agreement.add(gold: mapped(gold), found: mapped(found))
    return agreement
  }
}
