public import Texts

/// Nouns that name actors by what they are, from `Data/lexicon/actor-nouns.tsv`.
public struct ActorNouns: Sendable {
  /// What a noun can do in a noun phrase.
  public struct Uses: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Creates uses from their bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// One person's office; stands before a name.
    public static let role = Uses(rawValue: 1)
    /// A role that speaks for someone.
    public static let speaker = Uses(rawValue: 2)
    /// Unnamed persons.
    public static let people = Uses(rawValue: 4)
    /// Takes up an actor named before: `the group`.
    public static let group = Uses(rawValue: 8)
    /// Ends the name of an organization.
    public static let organ = Uses(rawValue: 16)
    /// Speaks for whoever made it: `a statement`.
    public static let object = Uses(rawValue: 32)
    /// Stands before a person's name only.
    public static let title = Uses(rawValue: 64)
    /// A lower-case word that may stand before the head of a noun phrase.
    public static let modifier = Uses(rawValue: 128)
    /// Ends the name of a place.
    public static let place = Uses(rawValue: 256)
  }

  /// What is known of a noun.
  public struct Noun: Hashable, Sendable {
    /// What it can do.
    public var uses: Uses
    /// Kinds of actor that it can take up; its own kind first.
    public var groupKinds: [String]
    /// The kind of an organization whose name it ends.
    public var organKind: String?
    /// Whether it is a plural.
    public var isPlural: Bool

    /// Creates a noun.
    public init(
      uses: Uses = [], groupKinds: [String] = [], organKind: String? = nil, isPlural: Bool = false
    ) {
      self.uses = uses
      self.groupKinds = groupKinds
      self.organKind = organKind
      self.isPlural = isPlural
    }
  }

  private var table = PhraseTable<Noun>()
  private var single: Set<Word> = []

  /// Reads the table from the bytes of its file.
  public init(_ bytes: [UInt8]) {
    for row in TSV(bytes).rows where row.count >= 3 {
      let kinds = fields(row[1])
      for phrase in fields(row[2]) {
        add(phrase, as: row[0], kinds: kinds, isPlural: false)
        guard row[0] != "title", row[0] != "modifier", row[0] != "place" else { continue }
        guard row[0] != "object" || phrase.utf8.last != 0x73 else { continue }
        if let plural = Self.plural(phrase) {
          add(plural, as: row[0], kinds: kinds, isPlural: true)
        }
      }
    }
  }

  private mutating func add(_ phrase: String, as use: String, kinds: [String], isPlural: Bool) {
    let words = NameWord.words(of: phrase)
    if words.count == 1 { single.insert(words[0].word) }
    table.update(words) { known in
      var noun = known ?? Noun(isPlural: isPlural || phrase.ends(in: "men"))
      switch use {
      case "role": noun.uses.insert(.role)
      case "speaker": noun.uses.formUnion([.speaker, .role])
      case "people": noun.uses.insert(.people)
      case "group":
        noun.uses.insert(.group)
        for kind in kinds where !noun.groupKinds.contains(kind) { noun.groupKinds.append(kind) }
      case "organ":
        noun.uses.insert(.organ)
        if noun.organKind == nil { noun.organKind = kinds.first }
      case "object": noun.uses.insert(.object)
      case "title": noun.uses.insert(.title)
      case "place": noun.uses.insert(.place)
      default: noun.uses.insert(.modifier)
      }
      return noun
    }
  }

  /// The longest noun that begins at `index`.
  public func match(_ words: [NameWord], at index: Int, end: Int) -> PhraseTable<Noun>.Match? {
    table.match(words, at: index, end: end)
  }

  /// Whether a word is a noun that says what an actor is: `front`, `minister`.
  public func isNoun(_ word: Word) -> Bool { single.contains(word) }

  /// What is known of one word.
  public func noun(_ word: NameWord) -> Noun? { table.value(of: CollectionOfOne(word)) }

  /// The regular plural of a phrase's last word; nil for a phrase that is one already.
  private static func plural(_ phrase: String) -> String? {
    guard let last = phrase.utf8.last, !phrase.ends(in: "men"), !phrase.ends(in: "people") else {
      return nil
    }
    func stem(_ count: Int) -> String { String(phrase.utf8.dropLast(count)) ?? phrase }
    if phrase.ends(in: "man") { return stem(3) + "men" }
    let before = phrase.utf8.dropLast().last ?? 0
    if last == 0x73 { return before == 0x73 ? phrase + "es" : nil }
    if last == 0x79, ![0x61, 0x65, 0x69, 0x6F, 0x75].contains(before) { return stem(1) + "ies" }
    if last == 0x78 || (last == 0x68 && (before == 0x63 || before == 0x73)) { return phrase + "es" }
    return phrase + "s"
  }
}

extension String {
  /// Whether its bytes end so; `hasSuffix` compares characters, which costs much more.
  fileprivate func ends(in ending: String) -> Bool {
    utf8.count >= ending.utf8.count && utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}

/// The parts of a field separated by bars.
func fields(_ field: String) -> [String] {
  field.utf8.split(separator: 0x7C).compactMap { String($0) }
}
