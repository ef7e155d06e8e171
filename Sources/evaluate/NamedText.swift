import Linguistics
import Platform
import Texts

/// A text with names that a corpus gives.
struct NamedText {
  /// A name: words and what it names, as the corpus calls it in the reader's terms.
  struct Span: Hashable {
    var words: Range<Int>
    var kind: Name.Kind?
  }

  var name = ""
  var given = GivenText()
  var names: [Span] = []

  /// Adds a sentence with a label a word.
  mutating func append(
    _ words: [String], labels: [String], isSpaced: [Bool], beginsParagraph: Bool
  ) {
    let first = given.words.count
    given.append(words, isSpaced: isSpaced, beginsParagraph: beginsParagraph)
    var start = 0
    var kind: Name.Kind?
    func end(_ end: Int, _ names: inout [Span]) {
      guard kind != nil else { return }
      names.append(Span(words: first + start..<first + end, kind: kind))
      kind = nil
    }
    for (index, label) in labels.enumerated() {
      let parts = label.split(separator: "-", maxSplits: 1)
      guard parts.count == 2, let labeled = Self.kind(String(parts[1])) else {
        end(index, &names)
        continue
      }
      // An inner label that nothing begins begins a name itself.
      if parts[0] == "B" || parts[0] == "S" || labeled != kind {
        end(index, &names)
        start = index
        kind = labeled
      }
    }
    end(labels.count, &names)
  }

  /// The kind that a corpus calls so; nil for none of ours.
  static func kind(_ label: String) -> Name.Kind? {
    switch label {
    case "PER", "PERSON": .person
    case "ORG": .organization
    case "LOC": .location
    case "Misc": .miscellaneous
    default: Name.Kind(name: label)
    }
  }
}

extension NamedText {
  /// An article of English Worldwide Newswire: a word and its label a line.
  ///
  /// The first line is the article's address; a further column has names inside names, which do
  /// not count. What an empty line ends is a paragraph here, for many are.
  init(worldwide bytes: [UInt8], name: String) {
    self.name = name
    var words: [String] = []
    var labels: [String] = []
    func end(_ text: inout NamedText) {
      text.append(words, labels: labels, isSpaced: guessedSpacing(words), beginsParagraph: true)
      words = []
      labels = []
    }
    for (number, line) in lines(of: bytes).enumerated() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      if number == 0, line.hasPrefix("http") { continue }
      let word = trimmed(columns.first.map { String($0) } ?? "")
      guard columns.count >= 2, !word.isEmpty else {
        end(&self)
        continue
      }
      words.append(word)
      labels.append(trimmed(String(columns[1])))
    }
    end(&self)
  }

  /// The documents of a file of Universal NER (`.iob2`): an index, a word and its label a line.
  ///
  /// White space is that of `# text`. A document is one paragraph, for the file knows none.
  static func universal(_ bytes: [UInt8]) -> [NamedText] {
    var documents: [NamedText] = []
    var written = ""
    var words: [String] = []
    var labels: [String] = []
    func end() {
      if documents.isEmpty { documents.append(NamedText()) }
      documents[documents.count - 1].append(
        words, labels: labels, isSpaced: spacing(of: words, in: written), beginsParagraph: false)
      words = []
      labels = []
    }
    for line in lines(of: bytes) + [""] {
      if line.hasPrefix("# newdoc") {
        documents.append(NamedText(name: String(line.split(separator: " ").last ?? "")))
      } else if line.hasPrefix("# text = ") {
        written = String(line.dropFirst("# text = ".count))
      } else if line.isEmpty {
        if !words.isEmpty { end() }
      } else if !line.hasPrefix("#") {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count >= 3, Int(columns[0]) != nil else { continue }
        words.append(String(columns[1]))
        labels.append(String(columns[2]))
      }
    }
    return documents
  }

  /// Whether white space stands before each word of a sentence as written; a guess where the
  /// words are not found in it.
  private static func spacing(of words: [String], in written: String) -> [Bool] {
    let text = Array(written.utf8)
    var place = 0
    var result: [Bool] = []
    for word in words {
      let start = place
      while place < text.count, text[place] == 0x20 { place += 1 }
      guard text[place...].starts(with: word.utf8) else { return guessedSpacing(words) }
      result.append(place > start)
      place += word.utf8.count
    }
    return result
  }
}

/// The lines of a file, without carriage returns.
func lines(of bytes: [UInt8]) -> [String] {
  bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
    String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
  }
}

/// A text without white space at its ends.
func trimmed(_ text: String) -> String {
  let source = SourceText(text)
  return source[source.trimmed(source.range)]
}
