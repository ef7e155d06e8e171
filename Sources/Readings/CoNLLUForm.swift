import Dossiers
import Linguistics
import Reports
import Texts

/// Readings in CoNLL-U, the form of Universal Dependencies' treebanks.
///
/// A document a report (`# newdoc`), with `# path` and `# reader`; `# newpar` where a paragraph
/// begins, and `# headline = yes` where that is the headline. Words that stand apart in the text
/// are one space apart in `# text`, whatever white space there is. Without a model the columns of
/// lemma, part of speech, head and relation have `_`.
///
/// `MISC` has, in the order of their names and separated by `|`:
///
/// - `Attribution`: what the token is to the report's attributions, separated by commas, as in
///   `a3:B-source`; `B` begins a stretch and `I` goes on with it; `source`, `cue` or `content`.
///   Numbers are those of the JSON form: `a1` is the report's first attribution.
/// - `End` and `Start`: the token's half-open range in the report, in code points.
/// - `Name`: `B-` or `I-` and the kind of name, as in `B-Person`.
/// - `SpaceAfter=No` when the next token stands right behind.
public struct CoNLLUForm: Sendable {
  /// Creates a form.
  public init() {}

  /// The readings as one file; a report without sentences has no place in it.
  public func text(of readings: [ReportReading]) -> String {
    var names = DocumentNames()
    var out: [UInt8] = []
    for item in readings where !item.reading.sentences.isEmpty {
      let writer = CoNLLUWriter(item, name: names.name(of: item.report.path))
      for sentence in item.reading.sentences.indices { writer.write(sentence, to: &out) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Names of documents: the file's name without its last suffix, made unique.
private struct DocumentNames {
  private var used: Set<String> = []

  mutating func name(of path: String) -> String {
    var name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
    if let stop = name.lastIndex(of: UInt8(ascii: ".")), stop > 0 { name.removeSubrange(stop...) }
    // White space would end the id; a slash has a meaning of its own in one.
    for index in name.indices where name[index] <= 0x20 || name[index] == 0x7F {
      name[index] = UInt8(ascii: "_")
    }
    let stem = name.isEmpty ? "report" : String(decoding: name, as: UTF8.self)
    var unique = stem
    var number = 2
    while !used.insert(unique).inserted {
      unique = "\(stem).\(number)"
      number += 1
    }
    return unique
  }
}

private struct CoNLLUWriter {
  private let item: ReportReading
  private let reading: Reading
  private let name: String
  private let points: CodePoints
  /// The name of each token: its index, and whether it begins there.
  private var names: [Int: (index: Int, isFirst: Bool)] = [:]
  /// What each token is to attributions.
  private var roles: [Int: [String]] = [:]

  init(_ item: ReportReading, name: String) {
    self.item = item
    self.name = name
    let reading = item.reading
    self.reading = reading
    points = CodePoints(reading.text)
    for (index, name) in reading.names.enumerated() {
      for token in name.tokens { names[token] = (index, token == name.tokens.lowerBound) }
    }
    for (index, attribution) in reading.attributions.enumerated() {
      for role in [AttributionRole.source, .cue, .content] {
        for range in attribution.ranges(role) {
          let tokens = reading.tokens(in: range)
          for token in tokens {
            let mark = token == tokens.lowerBound ? "B" : "I"
            roles[token, default: []].append(
              "\(Reading.attributionID(index)):\(mark)-\(role.rawValue)")
          }
        }
      }
    }
  }

  func write(_ index: Int, to out: inout [UInt8]) {
    let sentence = reading.sentences[index]
    if index == 0 {
      out += "# newdoc id = \(name)\n# path = \(oneLine(item.report.path))\n".utf8
      out += "# reader = \(oneLine(item.tool.model))\n".utf8
    }
    if index == 0 || reading.sentences[index - 1].paragraph != sentence.paragraph {
      out += "# newpar id = \(name)-p\(sentence.paragraph + 1)\n".utf8
      let isTitle = reading.title == reading.paragraphs[sentence.paragraph]
      if isTitle { out += "# headline = yes\n".utf8 }
    }
    out += "# sent_id = \(name)-\(index + 1)\n# text = ".utf8
    for token in sentence.tokens {
      out += form(token)
      if isSpaced(after: token), token + 1 < sentence.tokens.upperBound { out.append(0x20) }
    }
    out.append(0x0A)
    for token in sentence.tokens { write(token, of: sentence, to: &out) }
    out.append(0x0A)
  }

  private func write(_ token: Int, of sentence: Sentence, to out: inout [UInt8]) {
    let first = sentence.tokens.lowerBound
    out += "\(token - first + 1)\t".utf8
    out += form(token)
    out.append(0x09)
    out += reading.lemmas.isEmpty ? "_".utf8 : oneLine(reading.lemmas[token]).utf8
    out += "\t\(reading.tags.isEmpty ? "_" : reading.tags[token].name)\t_\t_\t".utf8
    if reading.dependencies.isEmpty {
      out += "_\t_".utf8
    } else {
      let dependency = reading.dependencies[token]
      out += "\(dependency.head.map { $0 - first + 1 } ?? 0)\t\(dependency.relation.name)".utf8
    }
    out += "\t_\t\(miscellaneous(token))\n".utf8
  }

  private func miscellaneous(_ token: Int) -> String {
    let range = reading.tokens[token].range
    var parts: [String] = []
    if let roles = roles[token] { parts.append("Attribution=" + roles.joined(separator: ",")) }
    parts.append("End=\(points.codePoint(atByte: range.end))")
    if let (index, isFirst) = names[token] {
      parts.append("Name=\(isFirst ? "B" : "I")-\(reading.names[index].kind.name)")
    }
    if !isSpaced(after: token) { parts.append("SpaceAfter=No") }
    parts.append("Start=\(points.codePoint(atByte: range.start))")
    return parts.joined(separator: "|")
  }

  /// Whether white space, or nothing more, follows a token.
  private func isSpaced(after token: Int) -> Bool {
    token + 1 == reading.tokens.count
      || reading.tokens[token + 1].start > reading.tokens[token].end
  }

  private func form(_ token: Int) -> [UInt8] {
    let range = reading.tokens[token].range
    return reading.text.bytes[range.start..<range.end].map { $0 < 0x20 ? 0x20 : $0 }
  }

  /// A text in which no byte ends a column or a line.
  private func oneLine(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
