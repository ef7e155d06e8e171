import Platform
import Texts

/// A treebank in CoNLL-U, with the raw text made again from its words.
struct Treebank {
  /// A syntactic word.
  struct Word {
    /// Its words in the document; empty for one that is no part of its surface token as written.
    var range: TextRange
    var lemma: String
    var tag: String
    /// The word it depends on, as an index into the document's words; nil for a root.
    var head: Int?
    var relation: String
    /// What the treebank says of the things that begin or end here (GUM's `Entity`).
    var entity = ""
  }

  /// A document: its raw text, paragraphs a line apart, and what the treebank says of it.
  struct Document {
    var name = ""
    /// The kind of text: GUM's genre, else the first part of the document's id.
    var genre = ""
    var bytes: [UInt8] = []
    var paragraphs: [TextRange] = []
    var words: [Word] = []
    /// Sentences, as runs of words.
    var sentences: [Range<Int>] = []
  }

  /// A paragraph: its raw text and the gold ranges in it.
  struct Paragraph {
    var genre = ""
    var bytes: [UInt8] = []
    /// The syntactic words, each a range of the text.
    var words: [TextRange] = []
    var sentences: [TextRange] = []
  }

  private(set) var documents: [Document] = []

  /// The paragraphs of all documents, each a text of its own.
  var paragraphs: [Paragraph] {
    documents.flatMap { document in
      let sentences = document.sentenceRanges
      return document.paragraphs.map { range in
        func shifted(_ part: TextRange) -> TextRange? {
          guard range.contains(part), !part.isEmpty else { return nil }
          return TextRange(part.start - range.start, part.end - range.start)
        }
        return Paragraph(
          genre: document.genre, bytes: Array(document.bytes[range.start..<range.end]),
          words: document.words.compactMap { shifted($0.range) },
          sentences: sentences.compactMap(shifted))
      }
    }
  }

  /// Reads a file; an empty node is skipped, and of words that are no part of their surface token
  /// as written the first stands for the whole token.
  init(path: String) throws(FileError) {
    let file = try FileBytes.mapping(path: path)
    self.init(bytes: file.bytes(0, file.count))
  }

  /// Reads the bytes of a file.
  init(bytes: [UInt8]) {
    var builder = TreebankBuilder()
    var start = 0
    while start < bytes.count {
      let stop = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      builder.add(String(decoding: bytes[start..<stop], as: UTF8.self))
      start = stop + 1
    }
    builder.add("")
    documents = builder.documents.filter { !$0.sentences.isEmpty }
  }
}

extension Treebank.Document {
  /// The words that have a place in the text, as indexes into `words`.
  var placedWords: [Int] { words.indices.filter { !words[$0].range.isEmpty } }

  /// From the first word of each sentence through its last.
  var sentenceRanges: [TextRange] {
    sentences.compactMap { run in
      let placed = run.filter { !words[$0].range.isEmpty }
      guard let first = placed.first, let last = placed.last else { return nil }
      return TextRange(words[first].range.start, words[last].range.end)
    }
  }
}

/// Makes documents from the lines of a treebank.
private struct TreebankBuilder {
  var documents: [Treebank.Document] = []
  private var sentence: [Treebank.Word] = []
  private var surface: (form: String, last: Int, isSpaced: Bool)?
  private var pieces: [Treebank.Word] = []
  private var forms: [String] = []

  mutating func add(_ line: String) {
    if line.isEmpty { return endSentence() }
    if line.utf8.first == UInt8(ascii: "#") { return addComment(line) }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 10 else { return }
    let isSpaced = !fields[9].split(separator: "|").contains("SpaceAfter=No")
    let id = fields[0].split(separator: "-")
    if fields[0].contains(".") { return }
    if id.count == 2 {
      surface = (String(fields[1]), Int(id[1]) ?? 0, isSpaced)
      pieces = []
      forms = []
      return
    }
    // The head is counted from the sentence's first word until the sentence is whole.
    let head = Int(fields[6]) ?? 0
    let word = Treebank.Word(
      range: TextRange(0, 0), lemma: String(fields[2]), tag: String(fields[3]),
      head: head == 0 ? nil : head - 1, relation: String(fields[7]),
      entity: fields[9].split(separator: "|").first { $0.hasPrefix("Entity=") }
        .map { String($0.dropFirst("Entity=".count)) } ?? "")
    if let surface {
      pieces.append(word)
      forms.append(String(fields[1]))
      guard Int(fields[0]) == surface.last else { return }
      put(surface.form, pieces, forms: forms, isSpaced: surface.isSpaced)
      self.surface = nil
    } else {
      put(String(fields[1]), [word], forms: [String(fields[1])], isSpaced: isSpaced)
    }
  }

  private mutating func addComment(_ line: String) {
    if line.hasPrefix("# newdoc") {
      let id = line.split(separator: " ").last ?? ""
      let genre = String(id.split(whereSeparator: { $0 == "-" || $0 == "_" }).first ?? "")
      documents.append(Treebank.Document(name: String(id), genre: genre))
    } else if line.hasPrefix("# meta::genre = ") {
      guard let last = documents.indices.last else { return }
      documents[last].genre = String(line.dropFirst("# meta::genre = ".count))
    } else if line.hasPrefix("# newpar"), !line.hasPrefix("# newpar_block") {
      guard let last = documents.indices.last, !documents[last].bytes.isEmpty else { return }
      documents[last].bytes.append(0x0A)
      documents[last].paragraphs.append(
        TextRange(documents[last].bytes.count, documents[last].bytes.count))
    }
  }

  private mutating func put(
    _ form: String, _ words: [Treebank.Word], forms: [String], isSpaced: Bool
  ) {
    if documents.isEmpty { documents.append(Treebank.Document()) }
    let last = documents.count - 1
    if documents[last].paragraphs.isEmpty { documents[last].paragraphs = [TextRange(0, 0)] }
    var start = documents[last].bytes.count
    let end = start + form.utf8.count
    let isWritten = forms.joined() == form
    for (index, word) in words.enumerated() {
      var word = word
      let count = isWritten ? forms[index].utf8.count : index == 0 ? end - start : 0
      word.range = TextRange(start, start + count)
      start += count
      sentence.append(word)
    }
    documents[last].bytes += form.utf8
    if isSpaced { documents[last].bytes.append(0x20) }
    let paragraph = documents[last].paragraphs.count - 1
    documents[last].paragraphs[paragraph] = TextRange(
      documents[last].paragraphs[paragraph].start, documents[last].bytes.count)
  }

  private mutating func endSentence() {
    guard !sentence.isEmpty else { return }
    let last = documents.count - 1
    let first = documents[last].words.count
    documents[last].words += sentence.map { word in
      var word = word
      word.head = word.head.map { $0 + first }
      return word
    }
    documents[last].sentences.append(first..<documents[last].words.count)
    sentence = []
  }
}
