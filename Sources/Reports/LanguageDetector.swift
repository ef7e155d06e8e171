public import Texts

/// Tells the language of a text by its script and its commonest words.
///
/// A table with a row a language: ISO 639 code, English name, then its commonest function
/// words, separated by blanks. Scripts that one or few languages use need no words.
public struct LanguageDetector: Sendable {
  private let languages: [(code: String, name: String)]
  /// The languages, as indexes, that have a word among their commonest.
  private let ofWord: [Word: [Int]]

  /// Reads the bytes of the table.
  public init(_ table: [UInt8]) {
    var languages: [(code: String, name: String)] = []
    var ofWord: [Word: [Int]] = [:]
    for line in table.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard columns.count >= 2 else { continue }
      for word in Set((columns.count > 2 ? columns[2] : "").split(separator: " ")) {
        ofWord[Word(folding: word), default: []].append(languages.count)
      }
      languages.append((columns[0], columns[1]))
    }
    self.languages = languages
    self.ofWord = ofWord
  }

  /// The English name of a language code; the code itself when unknown.
  public func name(_ code: String) -> String {
    languages.first { $0.code == code }?.name ?? code
  }

  /// The language of `range`; nil when the text is too short or odd to tell.
  ///
  /// - Complexity: O(n); reads at most the first 20,000 bytes.
  public func language(of text: SourceText, in range: TextRange) -> String? {
    var scripts = ScriptCounts()
    var hits = [Int](repeating: 0, count: languages.count)
    var words = 0
    var offset = range.start
    var wordStart: Int?
    let end = min(range.end, range.start + 20_000)
    func close(_ stop: Int) {
      guard let start = wordStart else { return }
      words += 1
      let word = Word(folding: text.bytes, in: TextRange(start, stop))
      for language in ofWord[word] ?? [] { hits[language] += 1 }
      wordStart = nil
    }
    while offset < end {
      let (scalar, length) = text.scalar(at: offset)
      if CharacterClass(scalar) == .letter {
        scripts.count(scalar)
        if wordStart == nil { wordStart = offset }
      } else {
        close(offset)
      }
      offset += length
    }
    close(min(offset, range.end))
    if let script = scripts.language { return script }
    guard let best = hits.indices.max(by: { (hits[$0], $1) < (hits[$1], $0) }) else { return nil }
    // News English has a function word in every two or three words, and no other language's
    // list reaches a tenth of that on it.
    return hits[best] * 12 >= words && hits[best] > 0 ? languages[best].code : nil
  }
}

/// Letters counted by script, for languages that a script decides.
private struct ScriptCounts {
  private var latin = 0
  private var other: [String: Int] = [:]
  private var marks: [String: Int] = [:]

  mutating func count(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0..<0x250, 0x1E00..<0x1F00: latin += 1
    case 0x370..<0x400: other["el", default: 0] += 1
    case 0x400..<0x530:
      other["ru", default: 0] += 1
      if [0x456, 0x457, 0x454, 0x491].contains(value) { marks["uk", default: 0] += 1 }
    case 0x530..<0x590: other["hy", default: 0] += 1
    case 0x590..<0x600: other["he", default: 0] += 1
    case 0x600..<0x780:
      other["ar", default: 0] += 1
      if [0x67E, 0x686, 0x698, 0x6AF, 0x6CC, 0x6A9].contains(value) {
        marks["fa", default: 0] += 1
      }
      if [0x679, 0x688, 0x6D2, 0x6BE].contains(value) { marks["ur", default: 0] += 1 }
      if [0x681, 0x685, 0x693, 0x69A, 0x6D0, 0x6CD].contains(value) {
        marks["ps", default: 0] += 1
      }
    case 0x900..<0x980: other["hi", default: 0] += 1
    case 0x980..<0xA00: other["bn", default: 0] += 1
    case 0xB80..<0xC00: other["ta", default: 0] += 1
    case 0xE00..<0xE80: other["th", default: 0] += 1
    case 0x1000..<0x10A0: other["my", default: 0] += 1
    case 0x10A0..<0x1100: other["ka", default: 0] += 1
    case 0x1200..<0x1380: other["am", default: 0] += 1
    case 0x3040..<0x3100: other["ja", default: 0] += 3
    case 0x4E00..<0xA000: other["zh", default: 0] += 1
    case 0xAC00..<0xD7B0: other["ko", default: 0] += 1
    default: break
    }
  }

  /// The language, when most letters are of one script that is not Latin.
  var language: String? {
    let sorted = other.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let top = sorted.first, top.value > latin else { return nil }
    switch top.key {
    case "ru": return (marks["uk"] ?? 0) * 50 > top.value ? "uk" : "ru"
    case "ar":
      if (marks["ps"] ?? 0) * 60 > top.value { return "ps" }
      if (marks["ur"] ?? 0) * 40 > top.value { return "ur" }
      return (marks["fa"] ?? 0) * 25 > top.value ? "fa" : "ar"
    default: return top.key
    }
  }
}
