public import Texts

/// Words that tell of events and of the means used, from `lexicon/events.tsv`.
///
/// Entries are looked up by the words of a text, in every inflected form; the longest
/// entry at a place wins.
public struct EventLexicon: Sendable {
  /// One entry of the lexicon.
  public struct Entry: Hashable, Sendable {
    /// What an entry is.
    public enum Kind: String, Sendable {
      /// Tells of an event: `attack`, `open fire`.
      case verb, noun
      /// A verb that says what was done to people: `kill`.
      case harm
      /// People harmed: `death`, `casualty`.
      case loss
      /// A means or a kind of attacker: `warplane`, `gunman`.
      case weapon
      /// A verb that lends an event noun its subject: `launch`.
      case support
      /// Tells of no event though its words might: `heart attack`, `for immediate release`.
      case idiom
    }

    /// The dictionary form.
    public let words: String
    /// What it is.
    public let kind: Kind
    /// PLOVER's type; empty for `weapon`, `support` and `idiom`.
    public let type: String
    /// The mode it implies.
    public let mode: String?
    /// 1 ambiguous, 2 usual, 3 unmistakable.
    public let strength: Int

    /// Creates an entry.
    public init(words: String, kind: Kind, type: String, mode: String?, strength: Int) {
      self.words = words
      self.kind = kind
      self.type = type
      self.mode = mode
      self.strength = strength
    }

    /// Whether it is inflected as a verb.
    public var isVerb: Bool { kind == .verb || kind == .harm || kind == .support }
    /// Whether it tells of an event by itself.
    public var isTrigger: Bool { kind != .weapon && kind != .support && kind != .idiom }
  }

  /// The form in which an entry stands in a text.
  public enum Form: UInt8, Sendable {
    case base, third, past, gerund, singular, plural
  }

  /// An entry found in a text.
  public struct Match: Hashable, Sendable {
    /// The entry.
    public let entry: Entry
    /// Its form.
    public let form: Form
    /// How many words it takes.
    public let count: Int
  }

  private struct Row {
    let entry: Int32
    let form: Form
    /// The next row of the same words; -1 when it is the last.
    var next: Int32 = -1
  }

  /// The entries, in the order of the file.
  public private(set) var entries: [Entry] = []
  private var rows: [Row] = []
  /// The first and the last row of some words.
  private var spans: [UInt64: (first: Int32, last: Int32)] = [:]
  /// The number of words of the longest phrase that begins with a word, where that is above 1.
  private var longest: [Word: Int] = [:]

  /// Reads the lexicon from the bytes of its file; rows that make no sense are left out.
  ///
  /// - Complexity: O(n); about six table entries a row.
  public init(_ bytes: [UInt8]) {
    let table = TSV(bytes).rows
    rows.reserveCapacity(table.count * 6)
    spans.reserveCapacity(table.count * 6)
    for row in table {
      guard row.count >= 5, let kind = Entry.Kind(rawValue: row[1]), let strength = Int(row[4])
      else { continue }
      let entry = Entry(
        words: row[0], kind: kind, type: row[2] == "-" ? "" : row[2],
        mode: row[3] == "-" ? nil : row[3], strength: strength)
      let inflector = Inflector(
        row[0], irregular: row.count > 5 ? row[5] : "", isVerb: entry.isVerb)
      let index = Int32(entries.count)
      entries.append(entry)
      if entry.isVerb {
        inflector.forEachVerbForm { add($0, form: $1, entry: index) }
      } else {
        inflector.forEachNounForm { add($0, form: $1, entry: index) }
      }
    }
  }

  /// Adds a form of an entry, unless it has the same words in a form already.
  private mutating func add(_ words: [Word], form: Form, entry: Int32) {
    guard let first = words.first else { return }
    let key = Self.key(of: words[...])
    let number = Int32(rows.count)
    if let span = spans[key] {
      if rows[Int(span.last)].entry == entry { return }
      rows[Int(span.last)].next = number
      spans[key] = (span.first, number)
    } else {
      spans[key] = (number, number)
      if words.count > 1 { longest[first] = max(longest[first] ?? 0, words.count) }
    }
    rows.append(Row(entry: entry, form: form))
  }

  /// The entries that begin at `index` of `words`, all of them as long as the longest.
  ///
  /// Hyphenated words must have been taken apart. The result is in the order of the file.
  ///
  /// - Complexity: two look-ups for most words, up to seven for the beginning of a phrase.
  public func matches(at index: Int, in words: [Word]) -> [Match] {
    var count = min(longest[words[index]] ?? 1, words.count - index)
    while count > 0 {
      if let span = spans[Self.key(of: words[index..<index + count])] {
        return matches(from: Int(span.first), count: count)
      }
      count -= 1
    }
    return []
  }

  private func matches(from first: Int, count: Int) -> [Match] {
    var found: [Match] = []
    var number = first
    while number >= 0 {
      let row = rows[number]
      found.append(Match(entry: entries[Int(row.entry)], form: row.form, count: count))
      number = Int(row.next)
    }
    return found
  }

  private static func key(of words: ArraySlice<Word>) -> UInt64 {
    var key: UInt64 = UInt64(words.count)
    for word in words { key = (key ^ word.hash) &* 0x9E37_79B9_7F4A_7C15 ^ (key >> 29) }
    return key
  }
}
