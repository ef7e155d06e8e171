import Texts

/// Words that mark speaking and thinking, from `Data/lexicon/cues.tsv`.
///
/// One lemma may have several entries (`ask a question`, `ask for help`); the finder takes
/// the first whose frames fit the words around it.
public struct CueLexicon: Sendable {
  /// What kind of word an entry is.
  enum Part: String, Sendable { case verb, noun, fixed }

  /// What kind of attribution a cue makes.
  public enum Kind: String, Sendable {
    /// Speech as such.
    case speech
    /// Speech that is known by its object: `condemned the raid`.
    case judgment
    /// An assessment: `believe that`.
    case thought
    /// Pictures, papers and figures that show something.
    case evidence
    /// A wish, a plan or a feeling.
    case attitude
  }

  /// What may stand around a cue.
  struct Frames: OptionSet, Sendable {
    let rawValue: UInt16
    static let quote = Frames(rawValue: 1)
    static let that = Frames(rawValue: 2)
    static let bare = Frames(rawValue: 4)
    static let clause = Frames(rawValue: 8)
    static let wh = Frames(rawValue: 16)
    static let np = Frames(rawValue: 32)
    static let to = Frames(rawValue: 64)
    static let `as` = Frames(rawValue: 128)
    static let label = Frames(rawValue: 256)
    static let addressee = Frames(rawValue: 512)
    static let of = Frames(rawValue: 1024)
    static let source = Frames(rawValue: 2048)
    static let npto = Frames(rawValue: 4096)

    static let named: [String: Frames] = [
      "quote": .quote, "that": .that, "bare": .bare, "clause": .clause, "wh": .wh, "np": .np,
      "to": .to, "as": .as, "label": .label, "addressee": .addressee, "of": .of,
      "source": .source, "npto": .npto,
    ]
  }

  /// The form in which a verb stands.
  enum Inflection: Sendable { case base, third, past, ing, none, plural }

  struct Entry: Sendable {
    /// The lemma; later entries of a lemma have their number behind it: `ask#2`.
    let key: String
    let part: Part
    let kind: Kind
    let frames: Frames
    let stance: String
  }

  /// A form that may begin a cue.
  struct Start: Sendable {
    let entry: Int
    let inflection: Inflection
    /// The words that must follow the first one.
    let rest: [Word]
  }

  private(set) var entries: [Entry] = []
  private var starts: [Word: [Start]] = [:]
  private var byKey: [String: Int] = [:]
  /// Nouns for those who speak.
  private(set) var roles: Set<Word> = []
  /// Nouns for what shows or states something.
  private(set) var papers: Set<Word> = []

  /// Reads the lexicon from the bytes of its file; lines that it cannot read are left out.
  public init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      let trimmed = line.last == 0x0D ? line.dropLast() : line
      var columns = trimmed.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      while columns.count < 6 { columns.append("") }
      add(columns)
    }
  }

  /// The stance that the file gives to an entry, by the key that `Attribution.cueLemma` holds.
  public func stance(of key: String) -> String? { byKey[key].map { entries[$0].stance } }

  /// The kind that the file gives to an entry.
  public func kind(of key: String) -> Kind? { byKey[key].map { entries[$0].kind } }

  /// The entries that may begin with a word.
  func starts(with word: Word) -> [Start] { starts[word] ?? [] }

  private mutating func add(_ columns: [String]) {
    let lemma = columns[0]
    let irregular = columns[5].utf8.split(separator: 0x2C).map { String(Substring($0)) }
    guard !lemma.isEmpty else { return }
    switch columns[1] {
    case "role", "paper":
      let plurals = irregular.isEmpty ? [Inflector.third(lemma)] : irregular
      let words = ([lemma] + plurals).map { Word(folding: $0) }
      if columns[1] == "role" { roles.formUnion(words) } else { papers.formUnion(words) }
      return
    default: break
    }
    guard let part = Part(rawValue: columns[1]), let kind = Kind(rawValue: columns[2]) else {
      return
    }
    var frames: Frames = []
    for name in columns[3].utf8.split(separator: 0x2C) {
      if let frame = Frames.named[String(Substring(name))] { frames.insert(frame) }
    }
    var key = lemma
    var count = 1
    while byKey[key] != nil {
      count += 1
      key = "\(lemma)#\(count)"
    }
    byKey[key] = entries.count
    entries.append(
      Entry(key: key, part: part, kind: kind, frames: frames, stance: columns[4]))
    for (form, inflection) in Inflector.forms(of: lemma, part: part, irregular: irregular) {
      addStart(form, inflection)
    }
  }

  private mutating func addStart(_ form: String, _ inflection: Inflection) {
    let words = form.utf8.split(separator: 0x20).map { Word(folding: Substring($0)) }
    guard let first = words.first else { return }
    let start = Start(
      entry: entries.count - 1, inflection: inflection, rest: Array(words.dropFirst()))
    starts[first, default: []].append(start)
  }
}

/// Regular English inflection of the first word of a lemma.
enum Inflector {
  static func forms(
    of lemma: String, part: CueLexicon.Part, irregular: [String]
  ) -> [(String, CueLexicon.Inflection)] {
    let bytes = Array(lemma.utf8)
    let cut = bytes.firstIndex(of: 0x20) ?? bytes.count
    let head = String(decoding: bytes[..<cut], as: UTF8.self)
    let tail = String(decoding: bytes[cut...], as: UTF8.self)
    switch part {
    case .fixed: return [(lemma, .none)]
    case .noun:
      return [(lemma, .none)]
        + (irregular.isEmpty ? [third(head) + tail] : irregular).map { ($0, .plural) }
    case .verb: break
    }
    var forms: [(String, CueLexicon.Inflection)] = []
    var given: Set<String> = []
    func add(_ form: String, _ inflection: CueLexicon.Inflection) {
      if given.insert(form).inserted { forms.append((form, inflection)) }
    }
    var hasPast = false
    var hasIng = false
    for form in irregular {
      let first = form.utf8.prefix { $0 != 0x20 }
      let isIng = first.suffix(3).elementsEqual("ing".utf8) && first.count > 4
      let isThird = ["has", "goes", "is", "are", "comes"].contains(String(Substring(first)))
      hasPast = hasPast || !(isIng || isThird)
      hasIng = hasIng || isIng
      add(form, isIng ? .ing : isThird ? .third : .past)
    }
    if !hasPast { add(past(head) + tail, .past) }
    if !hasIng { add(ing(head) + tail, .ing) }
    add(third(head) + tail, .third)
    add(lemma, .base)
    return forms
  }

  static func third(_ word: String) -> String {
    let bytes = Array(word.utf8)
    if endsInConsonantAndY(bytes) { return String(word.dropLast()) + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].contains {
      bytes.reversed().starts(with: $0.utf8.reversed())
    }
    return word + (hisses ? "es" : "s")
  }

  private static func past(_ word: String) -> String {
    let bytes = Array(word.utf8)
    if endsInConsonantAndY(bytes) { return String(word.dropLast()) + "ied" }
    return bytes.last == 0x65 ? word + "d" : word + "ed"
  }

  private static func ing(_ word: String) -> String {
    let bytes = Array(word.utf8)
    let isSilent = bytes.last == 0x65 && bytes.count > 2 && bytes[bytes.count - 2] != 0x65
    return (isSilent ? String(word.dropLast()) : word) + "ing"
  }

  private static func endsInConsonantAndY(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1, bytes.last == 0x79 else { return false }
    return !"aeiou".utf8.contains(bytes[bytes.count - 2])
  }
}
