import Linguistics
import Platform
import Texts

/// A text of CofeNet's development file: words with one label each.
struct FlatText {
  private(set) var given = GivenText()
  /// `O`, or `B-` or `I-` and source, cue or content; one a word.
  private(set) var labels: [String] = []

  private struct Line: Decodable {
    var id: String
    var tokens: [String]
    var labels: [String]
  }

  /// The documents of a file: lines of one id, a sentence each, in order.
  static func documents(_ bytes: [UInt8]) throws -> [FlatText] {
    var places: [String: Int] = [:]
    var documents: [FlatText] = []
    for line in bytes.split(separator: 0x0A) {
      let line = try valueFromJSON(Line.self, Array(line))
      let place = places[line.id] ?? documents.count
      if place == documents.count { documents.append(FlatText()) }
      places[line.id] = place
      let words = line.tokens.map(written)
      documents[place].given.append(
        words, isSpaced: guessedSpacing(words), beginsParagraph: false)
      documents[place].labels += line.labels
    }
    return documents
  }

  /// A token of the Penn treebank's spelling as newspapers write it.
  private static func written(_ token: String) -> String {
    switch token {
    case "``", "''": "\""
    case "`": "'"
    case "-LRB-": "("
    case "-RRB-": ")"
    case "-LSB-": "["
    case "-RSB-": "]"
    case "-LCB-": "{"
    case "-RCB-": "}"
    // A reader's token has no white space inside.
    default: String(token.map { $0.isWhitespace ? "_" : $0 })
    }
  }

  /// Flat labels of runs of words: source, cue, content and nested content, of which the cue comes
  /// before the source before nested content before content.
  static func labels(of layers: [[Range<Int>]], count: Int) -> [String] {
    var labels = [String](repeating: "O", count: count)
    for (layer, name) in [(2, "content"), (3, "content"), (0, "source"), (1, "cue")] {
      for run in layers[layer] {
        for word in run { labels[word] = (word == run.lowerBound ? "B-" : "I-") + name }
      }
    }
    return labels
  }

  /// Flat labels of a reading's attributions.
  static func labels(of reading: Reading) -> [String] {
    var layers = [[Range<Int>]](repeating: [], count: 4)
    for attribution in reading.attributions {
      if let source = attribution.source { layers[0].append(reading.tokens(in: source)) }
      if let cue = attribution.cue { layers[1].append(reading.tokens(in: cue)) }
      layers[attribution.parent == nil ? 2 : 3] += attribution.content.map {
        reading.tokens(in: $0)
      }
    }
    return labels(of: layers, count: reading.tokens.count)
  }
}

/// Counts of flat spans with both ends right.
struct FlatTally {
  let measure: String
  private var counts: [String: AttributionTally.Count] = [:]

  init(measure: String) { self.measure = measure }

  private static let kinds = ["source", "cue", "content"]

  mutating func add(_ text: FlatText, labels: [String]) {
    let gold = Self.spans(text.labels, sentences: text.given.sentences)
    let found = Self.spans(labels, sentences: text.given.sentences)
    for kind in Self.kinds {
      let (a, b) = (gold[kind] ?? [], found[kind] ?? [])
      let common = a.intersection(b).count
      counts[kind, default: AttributionTally.Count()].add(
        right: common, rightFound: common, found: b, gold: a)
    }
  }

  /// The spans of each kind; none goes beyond a sentence.
  static func spans(_ labels: [String], sentences: [Range<Int>]) -> [String: Set<Range<Int>>] {
    var spans: [String: Set<Range<Int>>] = [:]
    for sentence in sentences {
      var start = sentence.lowerBound
      while start < sentence.upperBound {
        guard labels[start] != "O" else {
          start += 1
          continue
        }
        let kind = labels[start].dropFirst(2)
        var end = start + 1
        while end < sentence.upperBound, labels[end] == "I-\(kind)" { end += 1 }
        spans[String(kind), default: []].insert(start..<end)
        start = end
      }
    }
    return spans
  }

  /// The figures, one row a kind; none for no text.
  var rows: [AttributionTally.Row] {
    counts.isEmpty ? [] : Self.kinds.compactMap { kind in counts[kind]?.row(kind, measure) }
  }
}
