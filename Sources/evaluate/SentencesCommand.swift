import ArgumentParser
import FoundationEssentials
import Platform
import Reports
import Texts

/// Sentences against lists of cases: pragmatic_segmenter's and pySBD's, in JSON.
struct SentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences",
    abstract: "Sentences found, against the cases of pragmatic_segmenter and pySBD (JSON).",
    discussion: """
      A case is right when every sentence is, white space aside. Cases that ask for the text to
      be cleaned (changed) are left out. Lists and prose are told apart.
      """)

  @Argument(help: "JSON files.") var files: [String]
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print the cases that differ instead of figures.") var misses = false

  struct Case {
    var name: String
    var text: String
    var sentences: [String]
    /// Whether it is about a list inside a line, not about prose.
    var isList: Bool {
      if name.contains("List") || name.contains(" list") { return true }
      return sentences.contains { sentence in
        let start = sentence.unicodeScalars.prefix(3)
        guard let first = start.first else { return false }
        if ["•", "⁃"].contains(first) { return true }
        let isMark = first.properties.numericType != nil || first.properties.isLowercase
        return isMark && start.dropFirst().contains { $0 == ")" || $0 == "." }
      }
    }
    /// Whether the sentences are the text, white space aside: others ask for changes to it.
    var isFaithful: Bool {
      SentencesCommand.withoutSpace(text) == SentencesCommand.withoutSpace(sentences.joined())
    }
  }

  struct Row: Encodable {
    var file: String
    var kind: String
    var cases = 0
    var right = 0
  }

  func run() throws {
    var rows: [Row] = []
    for path in files {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      var prose = Row(file: name, kind: "prose")
      var lists = Row(file: name, kind: "lists")
      for item in try cases(path) where item.isFaithful {
        let isRight = Self.isRight(item)
        if item.isList {
          lists.cases += 1
          lists.right += isRight ? 1 : 0
        } else {
          prose.cases += 1
          prose.right += isRight ? 1 : 0
        }
        if misses, !isRight { show(item) }
      }
      rows += [prose, lists]
    }
    if misses { return }
    if json { return Output.write(try jsonText(rows)) }
    var table = "file                                kind    cases  right       %\n"
    for row in rows where row.cases > 0 {
      table += row.file + String(repeating: " ", count: max(1, 36 - row.file.count)) + row.kind
      table += padded("\(row.cases)", 8) + padded("\(row.right)", 7)
      table += " " + percent(Double(row.right) / Double(row.cases)) + "\n"
    }
    Output.write(table)
  }

  private static func isRight(_ item: Case) -> Bool {
    found(item.text).map(withoutSpace) == item.sentences.map(withoutSpace)
  }

  /// A line end is no paragraph's end here: the cases break lines in mid sentence.
  private static func found(_ text: String) -> [String] {
    let source = SourceText(text)
    return TokensCommand.found(in: source.bytes).sentences.map { source[$0] }
  }

  static func withoutSpace(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { CharacterClass($0) != .space }))
  }

  private func show(_ item: Case) {
    var lines = "\(item.name)\n"
    for sentence in item.sentences { lines += "  gold  \(sentence)\n" }
    for sentence in Self.found(item.text) { lines += "  found \(sentence)\n" }
    Output.write(lines)
  }

  // MARK: Reading

  private struct Pragmatic: Decodable {
    var name: String
    var text: String
    var segments: [String]
  }

  /// `[text, [sentence, …]]`.
  private struct Golden: Decodable {
    var text: String
    var sentences: [String]
    init(from decoder: any Decoder) throws {
      let holder = try decoder.container(keyedBy: CodingKeys.self)
      var pair = try holder.nestedUnkeyedContainer(forKey: .pair)
      text = try pair.decode(String.self)
      sentences = try pair.decode([String].self)
    }
    enum CodingKeys: String, CodingKey { case pair = "case" }
  }

  private func cases(_ path: String) throws -> [Case] {
    let file = try FileBytes.mapping(path: path)
    let bytes = file.bytes(0, file.count)
    if let list = try? valueFromJSON([Pragmatic].self, bytes) {
      return list.map { Case(name: $0.name, text: $0.text, sentences: $0.segments) }
    }
    let groups = try valueFromJSON([String: [Golden]].self, bytes)
    return groups.sorted { $0.key < $1.key }.flatMap { group in
      group.value.enumerated().map {
        Case(
          name: "\(group.key) \($0.offset + 1)", text: $0.element.text,
          sentences: $0.element.sentences)
      }
    }
  }
}
