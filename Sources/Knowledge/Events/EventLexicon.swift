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
    }

    /// The dictionary form.
    public let words: String
    /// What it is.
    public let kind: Kind
    /// PLOVER's type; empty for `weapon` and `support`.
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
    public var isTrigger: Bool { kind != .weapon && kind != .support }
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
  }

  /// The entries, in the order of the file.
  public let entries: [Entry]
  private var rows: [UInt64: [Row]] = [:]
  private var longest: [Word: Int] = [:]

  /// Reads the lexicon from the bytes of its file; rows that make no sense are left out.
  ///
  /// - Complexity: O(n); about six table entries a row.
  public init(_ bytes: [UInt8]) {
    var entries: [Entry] = []
    var forms: [[(words: [String], form: Form)]] = []
    for row in TSV(bytes).rows {
      guard row.count >= 5, let kind = Entry.Kind(rawValue: row[1]), let strength = Int(row[4])
      else { continue }
      let entry = Entry(
        words: row[0], kind: kind, type: row[2] == "-" ? "" : row[2],
        mode: row[3] == "-" ? nil : row[3], strength: strength)
      let inflector = Inflector(
        words: Self.pieces(of: row[0]), irregular: row.count > 5 ? row[5] : "")
      entries.append(entry)
      forms.append(entry.isVerb ? inflector.verbForms() : inflector.nounForms())
    }
    self.entries = entries
    for (index, entryForms) in forms.enumerated() {
      for (words, form) in entryForms {
        let words = words.map { Word(folding: $0) }
        guard let first = words.first else { continue }
        let key = Self.key(of: words[...])
        if rows[key]?.contains(where: { $0.entry == Int32(index) }) == true { continue }
        rows[key, default: []].append(Row(entry: Int32(index), form: form))
        longest[first] = max(longest[first] ?? 0, words.count)
      }
    }
  }

  /// The entries that begin at `index` of `words`, all of them as long as the longest.
  ///
  /// Hyphenated words must have been taken apart. The result is in the order of the file.
  ///
  /// - Complexity: one look-up for most words, up to seven for the beginning of a phrase.
  public func matches(at index: Int, in words: [Word]) -> [Match] {
    guard let most = longest[words[index]] else { return [] }
    var count = min(most, words.count - index)
    while count > 0 {
      if let found = rows[Self.key(of: words[index..<index + count])] {
        return found.map { Match(entry: entries[Int($0.entry)], form: $0.form, count: count) }
      }
      count -= 1
    }
    return []
  }

  private static func key(of words: ArraySlice<Word>) -> UInt64 {
    var key: UInt64 = UInt64(words.count)
    for word in words { key = (key ^ word.hash) &* 0x9E37_79B9_7F4A_7C15 ^ (key >> 29) }
    return key
  }

  /// The words of an entry, taken apart at spaces and hyphens.
  private static func pieces(of entry: String) -> [String] {
    entry.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }).map { String($0) ?? "" }
  }
}
