import Texts

/// Forms of English verbs and nouns, by rule; a form too many does no harm.
///
/// Forms are hashes: an ending is added to the hash of a stem, so that reading the lexicon
/// builds no strings.
struct Inflector {
  /// The bytes of the word that is inflected.
  private let bytes: ArraySlice<UInt8>
  /// The words of the dictionary form.
  private let words: [Word]
  /// The inflected word's place among them.
  private let position: Int
  /// Forms that no rule gives: of a verb's first word, or plurals of a whole noun.
  private let irregular: [UInt8]

  /// Takes an entry apart at spaces and hyphens.
  init(_ entry: String, irregular: String, isVerb: Bool) {
    let pieces = Self.pieces(of: Array(entry.utf8))
    words = pieces.map { Self.word($0) }
    // An adverb before the verb stays as it is: `sexually assault`.
    let isAdverb =
      isVerb && pieces.count > 1 && Self.ends(pieces[0], in: "ly") && words[0] != "rally"
    position = isVerb ? (isAdverb ? 1 : 0) : pieces.count - 1
    bytes = pieces.isEmpty ? [] : pieces[position]
    self.irregular = Array(irregular.utf8)
  }

  private static func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D })
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> Word {
    let bytes = Array(bytes)
    return Word(folding: bytes, in: TextRange(0, bytes.count))
  }

  /// The forms of a verb, whose first word is inflected.
  func forEachVerbForm(_ body: ([Word], EventLexicon.Form) -> Void) {
    guard !bytes.isEmpty else { return }
    var whole = words
    let verb = words[position]
    func give(_ word: Word, _ form: EventLexicon.Form) {
      whole[position] = word
      body(whole, form)
    }
    var hasPast = isOwnPast
    for piece in irregular.split(separator: 0x20) {
      let word = Self.word(piece)
      let isGerund = Self.ends(piece, in: "ing") && piece.count > 4
      let isThird = !isGerund && word == third
      give(word, isGerund ? .gerund : isThird ? .third : .past)
      if !isGerund, !isThird { hasPast = true }
    }
    // `hit` and `put` are their own past; read as past, the commoner form in reports.
    if isOwnPast { give(verb, .past) }
    give(verb, .base)
    give(third, .third)
    if !hasPast { forEachPast { give($0, .past) } }
    forEachGerund { give($0, .gerund) }
  }

  /// The forms of a noun, whose last word is made plural.
  func forEachNounForm(_ body: ([Word], EventLexicon.Form) -> Void) {
    guard !bytes.isEmpty else { return }
    body(words, .singular)
    if irregular.isEmpty {
      body(words.dropLast() + [third], .plural)
    } else {
      body(Self.pieces(of: irregular).map { Self.word($0) }, .plural)
    }
  }

  private var isOwnPast: Bool {
    switch words[position] {
    case "hit", "put", "shut", "cut", "set", "hurt", "beat", "slit": true
    default: false
    }
  }

  /// The word without its last letters.
  private func stem(_ count: Int) -> Word { Self.word(bytes.dropLast(count)) }

  private static func isVowel(_ byte: UInt8) -> Bool {
    byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6F || byte == 0x75
  }

  private static func ends(_ word: ArraySlice<UInt8>, in ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count >= count else { return false }
    return ending.withUTF8Buffer { unsafe word.suffix(count).elementsEqual($0) }
  }

  private func ends(in ending: StaticString) -> Bool { Self.ends(bytes, in: ending) }

  /// Ends in a consonant and `y`.
  private var endsInWeakY: Bool {
    bytes.count > 2 && bytes.last == 0x79 && !Self.isVowel(bytes[bytes.endIndex - 2])
  }

  private var third: Word {
    if endsInWeakY { return stem(1).followed(by: "ies") }
    let last = bytes.last
    let hisses =
      last == 0x73 || last == 0x78 || last == 0x7A || ends(in: "ch") || ends(in: "sh")
      || ends(in: "go")
    return words[position].followed(by: hisses ? "es" : "s")
  }

  private func forEachPast(_ body: (Word) -> Void) {
    if bytes.last == 0x65 { return body(words[position].followed(by: "d")) }
    if endsInWeakY { return body(stem(1).followed(by: "ied")) }
    body(words[position].followed(by: "ed"))
    if let doubled { body(doubled.followed(by: "ed")) }
  }

  private func forEachGerund(_ body: (Word) -> Void) {
    if ends(in: "ie") { return body(stem(2).followed(by: "ying")) }
    if bytes.last == 0x65, !ends(in: "ee") { body(stem(1).followed(by: "ing")) }
    body(words[position].followed(by: "ing"))
    if let doubled { body(doubled.followed(by: "ing")) }
  }

  /// `stab` gives `stabb`: consonant, vowel, consonant at the end.
  private var doubled: Word? {
    let end = bytes.endIndex
    guard bytes.count >= 3, let last = bytes.last, !Self.isVowel(last),
      Self.isVowel(bytes[end - 2]), !Self.isVowel(bytes[end - 3]),
      last != 0x77, last != 0x78, last != 0x79
    else { return nil }
    return words[position].followed(by: last)
  }
}

extension Word {
  /// The word with letters after it, in lower case.
  fileprivate func followed(by ending: StaticString) -> Word {
    var word = self
    for index in 0..<ending.utf8CodeUnitCount {
      word = unsafe word.followed(by: ending.utf8Start[index])
    }
    return word
  }

  /// The word with one letter after it: FNV-1a goes byte by byte.
  fileprivate func followed(by letter: UInt8) -> Word {
    Word(hash: (hash ^ UInt64(letter)) &* 0x100_0000_01B3)
  }
}
