import Knowledge
import Texts

// How a word stands by itself.
extension TrueCaser {
  func form(
    of word: NameWord, in text: SourceText, shortForms known: Set<Word>
  ) -> CaseCounts.Form {
    let bytes = text.bytes[word.range.start..<word.range.end]
    if word.hasDigits { return Self.isOrdinal(bytes) ? .lower : .upper }
    if known.contains(word.word) { return .upper }
    if bytes.contains(0x2E) { return .upper }
    if word.range.count == 1 { return word.word == "a" ? .lower : .upper }
    let folded = Word(folding: text.bytes, in: word.range)
    switch folded {
    case "el", "la", "las", "los", "san", "santa", "santo": return .capitalized
    case "de", "del": return .lower
    default: break
    }
    if let form = counts.form(of: folded) {
      return form == .capitalized && shortForms.contains(folded) ? .upper : form
    }
    if shortForms.contains(folded) { return .upper }
    if isListed(folded) || isInflected(word, in: text) { return .lower }
    return bytes.contains(where: Self.isVowel) ? .capitalized : .upper
  }

  /// Whether a lexicon has it as a common word.
  func isListed(_ word: Word) -> Bool {
    if let role = knowledge.roles.role(word) { return role.kind != .people }
    return knowledge.actors.nouns.isNoun(word)
      || !knowledge.events.matches(at: 0, in: [word]).isEmpty
      || !knowledge.harm.verbs(word).isEmpty
  }

  /// Whether it is a word seen in lower case with an ending or a beginning of English.
  func isInflected(_ word: NameWord, in text: SourceText) -> Bool {
    let lower = text.bytes[word.range.start..<word.range.end].map { $0 | 0x20 }
    func isCommon(_ bytes: [UInt8]) -> Bool {
      guard bytes.count > 2 else { return false }
      let word = Word(folding: bytes, in: TextRange(0, bytes.count))
      return counts.form(of: word) == .lower || isListed(word)
    }
    for ending in Self.endings
    where lower.count > ending.count + 2 && Array(lower.suffix(ending.count)) == ending {
      let stem = Array(lower.dropLast(ending.count))
      if isCommon(stem) || isCommon(stem + [0x65]) || isCommon(stem + [0x79]) { return true }
      if let last = stem.last, stem.dropLast().last == last, isCommon(Array(stem.dropLast())) {
        return true
      }
    }
    return Self.beginnings.contains {
      lower.starts(with: $0) && isCommon(Array(lower.dropFirst($0.count)))
    }
  }

  static let endings = [
    "s", "es", "ies", "d", "ed", "ied", "ing", "er", "ers", "ly", "ness", "ment", "ments", "ist",
    "ists", "ation", "able", "ism", "like", "man", "men",
  ].map { Array($0.utf8) }
  static let beginnings = [
    "un", "re", "anti", "non", "counter", "ultra", "ex", "pro", "para", "sub", "over", "inter",
  ].map { Array($0.utf8) }

  /// `1ST`, `22ND`.
  static func isOrdinal(_ bytes: ArraySlice<UInt8>) -> Bool {
    let ending = bytes.drop { (0x30...0x39).contains($0) }.map { $0 | 0x20 }
    return ["st", "nd", "rd", "th", "s"].contains { Array($0.utf8) == ending }
  }

  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: byte >= 0x80
    }
  }
}
