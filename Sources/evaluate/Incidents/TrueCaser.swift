import Knowledge
import Texts

/// Gives a text in capitals the case that a newspaper would print; no byte moves.
///
/// A word stands as it mostly does in text of mixed case. Words never seen there are names,
/// unless an ending makes them a form of a word that was seen. Names that the tables know,
/// short forms in brackets and the words they are short for, and starts of sentences come on top.
struct TrueCaser {
  private let counts: CaseCounts
  private let knowledge: KnowledgeBase
  /// Short forms of known actors.
  private let shortForms: Set<Word>

  /// Creates a caser with counts of words and the tables that know names.
  init(counts: CaseCounts, knowledge: KnowledgeBase) {
    self.counts = counts
    self.knowledge = knowledge
    var shortForms: Set<Word> = []
    for actor in 0..<knowledge.actors.listedCount {
      for alias in knowledge.actors.aliases(of: actor) {
        let bytes = Array(alias.utf8)
        guard (2...8).contains(bytes.count), bytes.allSatisfy({ (0x41...0x5A).contains($0) })
        else { continue }
        shortForms.insert(Word(folding: bytes, in: TextRange(0, bytes.count)))
      }
    }
    self.shortForms = shortForms
  }

  /// The text with its words in mixed case, where `paragraphs` says what to read.
  ///
  /// Square brackets become round ones and line ends spaces.
  ///
  /// - Complexity: O(n) in the bytes, and a few look-ups a word.
  func cased(_ text: SourceText, paragraphs: [TextRange]) -> SourceText {
    var bytes = text.bytes
    var known: Set<Word> = []
    var words = paragraphs.map { NameWord.words(of: text, in: $0) }
    for list in words { known.formUnion(shortForms(in: list, of: text)) }
    for (index, paragraph) in paragraphs.enumerated() {
      var forms = words[index].map { form(of: $0, in: text, shortForms: known) }
      capitalizeNames(in: words[index], of: text, &forms)
      capitalizeExpansions(in: words[index], of: text, shortForms: known, &forms)
      lowerParticles(in: words[index], &forms)
      capitalizeMonths(in: words[index], &forms)
      capitalizeStarts(in: words[index], of: text, &forms)
      for offset in paragraph.start..<paragraph.end {
        switch bytes[offset] {
        case 0x5B: bytes[offset] = 0x28
        case 0x5D: bytes[offset] = 0x29
        case 0x0A, 0x0D: bytes[offset] = 0x20
        default: break
        }
      }
      for (word, form) in zip(words[index], forms) { write(word, form, in: &bytes) }
    }
    words = []
    return SourceText(validating: bytes) ?? text
  }

  /// Lower-cases what the form asks for, and a possessive ending always.
  private func write(_ word: NameWord, _ form: CaseCounts.Form, in bytes: inout [UInt8]) {
    var end = word.range.end
    if word.isPossessive, end + 1 < bytes.count, bytes[end] == 0x27, bytes[end + 1] == 0x53 {
      bytes[end + 1] = 0x73
    }
    if form == .upper { return }
    var start = word.range.start
    if form == .capitalized {
      start += 1
      // `D'Alema`, `O'Neill`.
      if let mark = bytes[start..<min(end, start + 2)].firstIndex(of: 0x27), end - mark > 3 {
        start = mark + 2
      }
    }
    end = max(start, end)
    for offset in start..<end where (0x41...0x5A).contains(bytes[offset]) {
      bytes[offset] |= 0x20
    }
  }
}

// How a word stands by itself.
extension TrueCaser {
  private func form(
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
  private func isListed(_ word: Word) -> Bool {
    if let role = knowledge.roles.role(word) { return role.kind != .people }
    return knowledge.actors.nouns.isNoun(word)
      || !knowledge.events.matches(at: 0, in: [word]).isEmpty
      || !knowledge.harm.verbs(word).isEmpty
  }

  /// Whether it is a word seen in lower case with an ending or a beginning of English.
  private func isInflected(_ word: NameWord, in text: SourceText) -> Bool {
    let lower = text.bytes[word.range.start..<word.range.end].map { $0 | 0x20 }
    func isCommon(_ bytes: [UInt8]) -> Bool {
      guard bytes.count > 2 else { return false }
      let word = Word(folding: bytes, in: TextRange(0, bytes.count))
      return counts.form(of: word) == .lower || isListed(word)
    }
    for ending in Self.endings where lower.count > ending.count + 2 && Array(lower.suffix(ending.count)) == ending {
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

  private static let endings = [
    "s", "es", "ies", "d", "ed", "ied", "ing", "er", "ers", "ly", "ness", "ment", "ments", "ist",
    "ists", "ation", "able", "ism", "like", "man", "men",
  ].map { Array($0.utf8) }
  private static let beginnings = [
    "un", "re", "anti", "non", "counter", "ultra", "ex", "pro", "para", "sub", "over", "inter",
  ].map { Array($0.utf8) }

  /// `1ST`, `22ND`.
  private static func isOrdinal(_ bytes: ArraySlice<UInt8>) -> Bool {
    let ending = bytes.drop { (0x30...0x39).contains($0) }.map { $0 | 0x20 }
    return ["st", "nd", "rd", "th", "s"].contains { Array($0.utf8) == ending }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: byte >= 0x80
    }
  }
}

// Short forms in brackets.
extension TrueCaser {
  /// Words alone in brackets that spell the beginnings of words before them, or that stand for
  /// no common word.
  private func shortForms(in words: [NameWord], of text: SourceText) -> Set<Word> {
    var found: Set<Word> = []
    for (index, word) in words.enumerated() where isBracketed(index, in: words, of: text) {
      guard (2...8).contains(word.range.count) else { continue }
      let isSpelled = expansion(of: index, in: words, of: text) != nil
      if isSpelled || counts.form(of: word.word) == nil && !word.hasDigits && word.range.count < 6 {
        found.insert(word.word)
      }
    }
    return found
  }

  private func isBracketed(_ index: Int, in words: [NameWord], of text: SourceText) -> Bool {
    guard words[index].gap.contains(.opening) else { return false }
    if index + 1 < words.count { return words[index + 1].gap.contains(.closing) }
    let end = words[index].range.end
    return end < text.count && (text.bytes[end] == 0x29 || text.bytes[end] == 0x5D)
  }

  /// The words before a short form whose first letters it spells, small words aside.
  private func expansion(of index: Int, in words: [NameWord], of text: SourceText) -> Range<Int>? {
    var letters = Array(text.bytes[words[index].range.start..<words[index].range.end])
    var position = index
    while let letter = letters.last, position > 0, index - position < 12 {
      position -= 1
      if text.bytes[words[position].range.start] == letter {
        letters.removeLast()
      } else if !Self.isSmall(words[position].word) {
        return nil
      }
      if position > 0, !letters.isEmpty, !words[position].isAdjacent { return nil }
    }
    return letters.isEmpty ? position..<index : nil
  }

  /// Capitals for the words that a short form stands for, before or in the brackets.
  private func capitalizeExpansions(
    in words: [NameWord], of text: SourceText, shortForms known: Set<Word>,
    _ forms: inout [CaseCounts.Form]
  ) {
    for index in words.indices where words[index].gap.contains(.opening) {
      if isBracketed(index, in: words, of: text), known.contains(words[index].word),
        let before = expansion(of: index, in: words, of: text)
      {
        capitalize(before, in: words, &forms)
      } else if index > 0, forms[index - 1] == .upper, !words[index - 1].hasDigits {
        var end = index + 1
        while end < words.count, words[end].gap == .space { end += 1 }
        let isClosed = end == words.count || words[end].gap.contains(.closing)
        if isClosed, end - index > 1 { capitalize(index..<end, in: words, &forms) }
      }
    }
  }

  private func capitalize(
    _ range: Range<Int>, in words: [NameWord], _ forms: inout [CaseCounts.Form]
  ) {
    for index in range where forms[index] == .lower && !Self.isSmall(words[index].word) {
      forms[index] = .capitalized
    }
  }

  /// Words that stand in lower case inside of names.
  static func isSmall(_ word: Word) -> Bool {
    switch word {
    case "of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "del", "la", "las", "los",
      "el", "y", "e", "da", "do", "dos", "das", "at", "by", "with":
      true
    default: false
    }
  }
}

// Names and places in a sentence.
extension TrueCaser {
  /// Capitals for names of countries, known actors and places of several words.
  private func capitalizeNames(
    in words: [NameWord], of text: SourceText, _ forms: inout [CaseCounts.Form]
  ) {
    var index = 0
    while index < words.count {
      let actor = knowledge.actors.name(in: words, at: index, end: words.count)?.words
      let nation = knowledge.actors.nation(in: words, at: index, end: words.count)?.words
      let place = placeEnd(in: words, at: index, of: text, forms).map { index..<$0 }
      let isCommon = forms[index] == .lower
      let best = [
        actor.flatMap { $0.count > 1 ? $0 : nil },
        nation.flatMap { $0.count > 1 || !isCommon ? $0 : nil }, place,
      ]
        .compactMap(\.self).max { $0.count < $1.count }
      guard let best, !best.isEmpty else {
        index += 1
        continue
      }
      capitalize(best, in: words, &forms)
      index = best.upperBound
    }
  }

  /// Where a place's name of two to four words ends, one of them no common word.
  private func placeEnd(
    in words: [NameWord], at index: Int, of text: SourceText, _ forms: [CaseCounts.Form]
  ) -> Int? {
    guard let gazetteer = knowledge.gazetteer, forms[index] != .lower else { return nil }
    for count in [4, 3, 2] where index + count <= words.count {
      let range = index..<index + count
      guard words[range].dropFirst().allSatisfy({ $0.gap == .space }),
        !Self.isSmall(words[range.upperBound - 1].word)
      else { continue }
      let bytes = TextRange(words[index].range.start, words[range.upperBound - 1].range.end)
      if gazetteer.candidates(PlaceKey(text.bytes, in: bytes)).contains(where: \.isMainName) {
        return range.upperBound
      }
    }
    return nil
  }

  /// `de la` and `y` between names, in lower case.
  private func lowerParticles(in words: [NameWord], _ forms: inout [CaseCounts.Form]) {
    for index in words.indices.dropFirst() where words[index].gap == .space {
      switch words[index].word {
      case "la", "las", "los", "el":
        if words[index - 1].word == "de" { forms[index] = .lower }
      case "y", "e", "da", "do", "dos", "das":
        if forms[index - 1] == .capitalized { forms[index] = .lower }
      default: break
      }
    }
  }

  /// `4 May`, `March 1990`: names of months that are common words too.
  private func capitalizeMonths(in words: [NameWord], _ forms: inout [CaseCounts.Form]) {
    for index in words.indices where words[index].word == "may" || words[index].word == "march" {
      let isDated =
        index > 0 && words[index].gap == .space && words[index - 1].hasDigits
        || index + 1 < words.count && words[index + 1].gap == .space && words[index + 1].hasDigits
      if isDated { forms[index] = .capitalized }
    }
  }

  /// Capitals where a sentence or a quotation begins.
  private func capitalizeStarts(
    in words: [NameWord], of text: SourceText, _ forms: inout [CaseCounts.Form]
  ) {
    for index in words.indices where forms[index] == .lower {
      guard index > 0 else {
        forms[index] = .capitalized
        continue
      }
      let between = text.bytes[words[index - 1].range.end..<words[index].range.start]
      guard let stop = between.firstIndex(where: { $0 == 0x2E || $0 == 0x3F || $0 == 0x21 }),
        between[stop...].contains(where: { $0 == 0x20 || $0 == 0x0A })
      else { continue }
      let isShort = between[stop] == 0x2E && isAbbreviation(index - 1, in: words, forms)
      if !isShort { forms[index] = .capitalized }
    }
  }

  private func isAbbreviation(
    _ index: Int, in words: [NameWord], _ forms: [CaseCounts.Form]
  ) -> Bool {
    words[index].range.count == 1
      || knowledge.actors.nouns.noun(words[index])?.uses == .title
        && words[index].range.count < 5
  }
}
