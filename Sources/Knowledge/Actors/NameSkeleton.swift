import Texts

/// Tells spellings of one transliterated word from two different words.
///
/// Two spellings are variants when their consonants agree and few letters differ. Consonants
/// are compared after these changes: `kh gh dh th sh ph ch ck` become one letter each; `q c g`
/// before any vowel become `k` (`c` before `e i` `s`); `w` becomes `v`, `z` becomes `s`; a
/// final `h` goes; doubled letters are one; all vowels, `y` among them, go, but an initial
/// vowel stays as a sign that there is one. Vowels may come and go, but change only within
/// `o u w` and `a e i y` next to each other in that row; a final `a` against a consonant is a
/// woman's name against a man's. Few means a third of the letters at most, a fourth under
/// seven letters, and none at all under four.
public enum NameSkeleton {
  /// The consonants of a folded word.
  public static func skeleton(of word: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    func letter(_ offset: Int) -> UInt8 {
      index + offset < word.count ? word[index + offset] : 0
    }
    func append(_ byte: UInt8) {
      if out.last != byte { out.append(byte) }
    }
    while index < word.count {
      let byte = word[index]
      let next = letter(1)
      var length = 1
      switch byte {
      case UInt8(ascii: "k") where next == UInt8(ascii: "h"),
        UInt8(ascii: "g") where next == UInt8(ascii: "h"),
        UInt8(ascii: "c") where next == UInt8(ascii: "k"):
        append(UInt8(ascii: "k"))
        length = 2
      case UInt8(ascii: "d") where next == UInt8(ascii: "h"):
        append(UInt8(ascii: "d"))
        length = 2
      case UInt8(ascii: "t") where next == UInt8(ascii: "h"):
        append(UInt8(ascii: "t"))
        length = 2
      case UInt8(ascii: "p") where next == UInt8(ascii: "h"):
        append(UInt8(ascii: "f"))
        length = 2
      case UInt8(ascii: "s") where next == UInt8(ascii: "h"),
        UInt8(ascii: "c") where next == UInt8(ascii: "h"):
        append(UInt8(ascii: "x"))
        length = 2
      case UInt8(ascii: "c") where next == UInt8(ascii: "e") || next == UInt8(ascii: "i"):
        append(UInt8(ascii: "s"))
      case UInt8(ascii: "q"), UInt8(ascii: "c"), UInt8(ascii: "g"), UInt8(ascii: "k"):
        append(UInt8(ascii: "k"))
      case UInt8(ascii: "w"): append(UInt8(ascii: "v"))
      case UInt8(ascii: "z"): append(UInt8(ascii: "s"))
      case UInt8(ascii: "h") where index == word.count - 1: break
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        if index == 0 { append(UInt8(ascii: "a")) }
      default: append(byte)
      }
      index += length
    }
    return out
  }

  /// Whether two folded words can be spellings of one.
  ///
  /// - Complexity: O(product of the lengths).
  public static func areVariants(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return true }
    guard min(a.count, b.count) >= 4 else { return false }
    let (a, b) = (withShortDiphthongs(a), withShortDiphthongs(b))
    if a == b { return true }
    let length = min(a.count, b.count)
    guard !a.contains(where: isDigit), !b.contains(where: isDigit) else {
      return false
    }
    let allowed = max(1, length < 7 ? length / 4 : length / 3)
    guard abs(a.count - b.count) <= allowed, skeleton(of: a) == skeleton(of: b) else {
      return false
    }
    guard endsInA(a) == endsInA(b) else { return false }
    return distance(withoutFinalH(a), withoutFinalH(b)) <= allowed
  }

  /// `Fayez` as `Faiz`: a vowel after a `y` that follows a vowel adds nothing.
  private static func withShortDiphthongs(_ word: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < word.count {
      let isGlide =
        word[index] == UInt8(ascii: "y") && out.last.map(isVowel) == true
        && index + 1 < word.count && isVowel(word[index + 1])
      out.append(isGlide ? UInt8(ascii: "i") : word[index])
      index += isGlide ? 2 : 1
    }
    return out
  }

  private static func withoutFinalH(_ word: [UInt8]) -> [UInt8] {
    word.last == UInt8(ascii: "h") ? Array(word.dropLast()) : word
  }

  private static func endsInA(_ word: [UInt8]) -> Bool {
    var word = word[...]
    if word.last == UInt8(ascii: "h") { word = word.dropLast() }
    guard let last = word.last else { return false }
    return last == UInt8(ascii: "a") || last == UInt8(ascii: "e")
  }

  /// What it costs to read one letter for another.
  private static func cost(_ a: UInt8, _ b: UInt8) -> Int {
    if a == b { return 0 }
    let (low, high) = (min(a, b), max(a, b))
    switch (low, high) {
    case (UInt8(ascii: "o"), UInt8(ascii: "u")), (UInt8(ascii: "a"), UInt8(ascii: "e")),
      (UInt8(ascii: "e"), UInt8(ascii: "i")), (UInt8(ascii: "i"), UInt8(ascii: "y")),
      (UInt8(ascii: "e"), UInt8(ascii: "y")), (UInt8(ascii: "u"), UInt8(ascii: "w")),
      (UInt8(ascii: "o"), UInt8(ascii: "w")):
      return 1
    default: return isVowel(a) || isVowel(b) ? 3 : 1
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The least cost of letters put in, left out or changed (Levenshtein 1966).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(diagonal + cost(x, y), row[j] + 1, above + 1)
        diagonal = above
      }
    }
    return row[b.count]
  }
}
