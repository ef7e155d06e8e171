/// Forms of English verbs and nouns, by rule; a form too many does no harm.
struct Inflector {
  /// The words of the dictionary form.
  let words: [String]
  /// Forms that no rule gives: of a verb's first word, or plurals of a whole noun.
  let irregular: String

  /// The forms of a verb, whose first word is inflected.
  func verbForms() -> [(words: [String], form: EventLexicon.Form)] {
    guard let stem = words.first else { return [] }
    // An adverb before the verb stays as it is: `sexually assault`.
    let position = stem.hasSuffix("ly") && words.count > 1 && stem != "rally" ? 1 : 0
    let verb = words[position]
    func whole(_ form: String) -> [String] {
      var copy = words
      copy[position] = form
      return copy
    }
    let listed = irregular.split(separator: " ").map(String.init)
    let third = Self.third(of: verb)
    var forms: [(words: [String], form: EventLexicon.Form)] = []
    for form in listed {
      let kind: EventLexicon.Form =
        form.hasSuffix("ing") && form.utf8.count > 4 ? .gerund : form == third ? .third : .past
      forms.append((whole(form), kind))
    }
    // `hit` and `put` are their own past; read as past, the commoner form in reports.
    if Self.isOwnPast(verb) { forms.append((whole(verb), .past)) }
    forms.append((whole(verb), .base))
    forms.append((whole(third), .third))
    if !forms.contains(where: { $0.form == .past }) {
      forms += Self.pasts(of: verb).map { (whole($0), .past) }
    }
    forms += Self.gerunds(of: verb).map { (whole($0), .gerund) }
    return forms
  }

  /// The forms of a noun, whose last word is made plural.
  func nounForms() -> [(words: [String], form: EventLexicon.Form)] {
    guard let noun = words.last else { return [] }
    var forms: [(words: [String], form: EventLexicon.Form)] = [(words, .singular)]
    if irregular.isEmpty {
      forms.append((words.dropLast() + [Self.third(of: noun)], .plural))
    } else {
      let plural = irregular.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
      forms.append((plural, .plural))
    }
    return forms
  }

  private static func isOwnPast(_ verb: String) -> Bool {
    ["hit", "put", "shut", "cut", "set", "hurt", "beat", "slit"].contains(verb)
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }

  /// Ends in a consonant and `y`.
  private static func endsInWeakY(_ word: [UInt8]) -> Bool {
    word.count > 2 && word[word.count - 1] == UInt8(ascii: "y") && !isVowel(word[word.count - 2])
  }

  private static func third(of verb: String) -> String {
    let bytes = Array(verb.utf8)
    if endsInWeakY(bytes) { return String(decoding: bytes.dropLast(), as: UTF8.self) + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh", "go"].contains { verb.hasSuffix($0) }
    return verb + (hisses ? "es" : "s")
  }

  private static func pasts(of verb: String) -> [String] {
    let bytes = Array(verb.utf8)
    if verb.hasSuffix("e") { return [verb + "d"] }
    if endsInWeakY(bytes) { return [String(decoding: bytes.dropLast(), as: UTF8.self) + "ied"] }
    return [verb + "ed"] + doubled(bytes).map { $0 + "ed" }
  }

  private static func gerunds(of verb: String) -> [String] {
    let bytes = Array(verb.utf8)
    if verb.hasSuffix("ie") {
      return [String(decoding: bytes.dropLast(2), as: UTF8.self) + "ying"]
    }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee") {
      return [String(decoding: bytes.dropLast(), as: UTF8.self) + "ing", verb + "ing"]
    }
    return [verb + "ing"] + doubled(bytes).map { $0 + "ing" }
  }

  /// `stab` gives `stabb`: consonant, vowel, consonant at the end.
  private static func doubled(_ word: [UInt8]) -> [String] {
    guard word.count >= 3, let last = word.last, !isVowel(last), isVowel(word[word.count - 2]),
      !isVowel(word[word.count - 3]), !"wxy".utf8.contains(last)
    else { return [] }
    return [String(decoding: word + [last], as: UTF8.self)]
  }
}
