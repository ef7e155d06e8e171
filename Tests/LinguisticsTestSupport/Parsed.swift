public import Linguistics
import Texts

/// A reading from rows of `form lemma tag head relation`.
///
/// Heads are counted from 1 in the sentence, 0 for its root; an empty row ends a sentence. Words
/// stand a space apart.
public func parsed(_ rows: String, names: [String: Name.Kind] = [:]) -> Reading {
  var bytes: [UInt8] = []
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  var tags: [PartOfSpeech] = []
  var lemmas = Lemmas()
  var dependencies: [Dependency] = []
  var first = 0
  func endSentence() {
    guard tokens.count > first else { return }
    let range = TextRange(tokens[first].start, tokens[tokens.count - 1].end)
    sentences.append(Sentence(tokens: first..<tokens.count, range: range, paragraph: 0))
    first = tokens.count
  }
  for row in rows.split(separator: "\n", omittingEmptySubsequences: false) {
    let fields = row.split(separator: " ").map(String.init)
    guard fields.count == 5, let tag = PartOfSpeech(name: fields[2]), let head = Int(fields[3]),
      let relation = Relation(name: fields[4])
    else {
      endSentence()
      continue
    }
    if !bytes.isEmpty { bytes.append(0x20) }
    let start = bytes.count
    bytes += fields[0].utf8
    var shape: Token.Shape = .spaceBefore
    if tag == .punctuation { shape.insert(.punctuation) } else { shape.insert(.letters) }
    if let first = fields[0].utf8.first, 0x41...0x5A ~= first { shape.insert(.capitalized) }
    tokens.append(
      Token(
        range: TextRange(start, bytes.count), shape: shape, word: Word(folding: fields[0])))
    tags.append(tag)
    lemmas.append(fields[1].utf8)
    dependencies.append(
      Dependency(head: head == 0 ? nil : first + head - 1, relation: relation))
  }
  endSentence()
  let text = SourceText(String(decoding: bytes, as: UTF8.self))
  let found = names.flatMap { name, kind in
    let words = name.split(separator: " ").map { Word(folding: $0) }
    return tokens.indices.compactMap { index -> Name? in
      let end = index + words.count
      guard end <= tokens.count, tokens[index..<end].map(\.word) == words else { return nil }
      return Name(
        kind: kind, tokens: index..<end,
        range: TextRange(tokens[index].start, tokens[end - 1].end))
    }
  }
  return Reading(
    text: text, title: nil, paragraphs: [text.range], tokens: tokens, sentences: sentences,
    quotations: [], attributions: [], tags: tags, lemmas: lemmas, dependencies: dependencies,
    names: found.sorted { $0.range.start < $1.range.start })
}
