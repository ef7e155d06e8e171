import Platform
import Texts

/// A treebank in CoNLL-U, with the raw text made again from its words.
struct Treebank {
  /// A paragraph: its raw text and the gold ranges in it.
  struct Paragraph {
    /// The kind of text: GUM's genre, else the first part of the document's id.
    var genre = ""
    var bytes: [UInt8] = []
    /// The syntactic words, each a range of the text.
    var words: [TextRange] = []
    var sentences: [TextRange] = []
  }

  private(set) var paragraphs: [Paragraph] = []

  /// Reads a file; an empty node is skipped, a word that is no part of its surface token as
  /// written stands for the whole token.
  init(path: String) throws(FileError) {
    let file = try FileBytes.mapping(path: path)
    let bytes = file.bytes(0, file.count)
    var builder = Builder()
    var start = 0
    while start < bytes.count {
      let stop = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      builder.add(String(decoding: bytes[start..<stop], as: UTF8.self))
      start = stop + 1
    }
    builder.add("")
    paragraphs = builder.paragraphs.filter { !$0.sentences.isEmpty }
  }

  private struct Builder {
    var paragraphs: [Paragraph] = []
    private var genre = ""
    private var sentence: [TextRange] = []
    private var surface: (form: String, last: Int, isSpaced: Bool)?
    private var pieces: [String] = []

    mutating func add(_ line: String) {
      if line.isEmpty { return endSentence() }
      if line.utf8.first == UInt8(ascii: "#") {
        if line.hasPrefix("# newdoc") {
          let id = line.split(separator: " ").last ?? ""
          genre = String(id.split(whereSeparator: { $0 == "-" || $0 == "_" }).first ?? "")
          paragraphs.append(Paragraph(genre: genre))
        } else if line.hasPrefix("# meta::genre = ") {
          genre = String(line.dropFirst("# meta::genre = ".count))
          if let last = paragraphs.indices.last { paragraphs[last].genre = genre }
        } else if line.hasPrefix("# newpar"), !line.hasPrefix("# newpar_block") {
          if paragraphs.last?.bytes.isEmpty == false { paragraphs.append(Paragraph(genre: genre)) }
        }
        return
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 10 else { return }
      let isSpaced = !fields[9].split(separator: "|").contains("SpaceAfter=No")
      let id = fields[0].split(separator: "-")
      if fields[0].contains(".") { return }
      if id.count == 2 {
        surface = (String(fields[1]), Int(id[1]) ?? 0, isSpaced)
        pieces = []
        return
      }
      if let surface {
        pieces.append(String(fields[1]))
        guard Int(fields[0]) == surface.last else { return }
        put(surface.form, pieces: pieces, isSpaced: surface.isSpaced)
        self.surface = nil
      } else {
        put(String(fields[1]), pieces: [], isSpaced: isSpaced)
      }
    }

    private mutating func put(_ form: String, pieces: [String], isSpaced: Bool) {
      if paragraphs.isEmpty { paragraphs.append(Paragraph(genre: genre)) }
      let last = paragraphs.count - 1
      var start = paragraphs[last].bytes.count
      paragraphs[last].bytes += form.utf8
      if pieces.isEmpty || pieces.joined() != form {
        sentence.append(TextRange(start, paragraphs[last].bytes.count))
      }
      if pieces.joined() == form {
        for piece in pieces {
          sentence.append(TextRange(start, start + piece.utf8.count))
          start += piece.utf8.count
        }
      }
      if isSpaced { paragraphs[last].bytes.append(0x20) }
    }

    private mutating func endSentence() {
      guard let first = sentence.first, let final = sentence.last else { return }
      paragraphs[paragraphs.count - 1].words += sentence
      paragraphs[paragraphs.count - 1].sentences.append(TextRange(first.start, final.end))
      sentence = []
    }
  }
}

/// How many ranges were found, how many there are and how many agree.
struct Agreement: Encodable {
  var gold = 0
  var found = 0
  var same = 0

  var precision: Double { found == 0 ? 0 : Double(same) / Double(found) }
  var recall: Double { gold == 0 ? 0 : Double(same) / Double(gold) }
  /// The harmonic mean of the two.
  var f1: Double { gold + found == 0 ? 0 : 2 * Double(same) / Double(gold + found) }

  mutating func add(gold: [TextRange], found: [TextRange]) {
    self.gold += gold.count
    self.found += found.count
    same += Set(gold).intersection(found).count
  }
}

/// A share in per cent with two decimals, right-aligned.
func percent(_ share: Double) -> String {
  let hundredths = Int((share * 10_000).rounded())
  let cents = hundredths % 100
  let text = "\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
  return padded(text, 7)
}

/// A text made `width` wide with spaces before it.
func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
