import Knowledge
import Texts

// Short forms in brackets.
extension TrueCaser {
  /// Words alone in brackets that spell the beginnings of words before them, or that stand for
  /// no common word.
  func shortForms(in words: [NameWord], of text: SourceText) -> Set<Word> {
    var found: Set<Word> = []
    for index in words.indices.dropFirst() where words[index].gap.contains(.opening) {
      if isSpelledOut(index - 1, in: words, of: text) { found.insert(words[index - 1].word) }
    }
    for (index, word) in words.enumerated() where isBracketed(index, in: words, of: text) {
      guard (2...8).contains(word.range.count) else { continue }
      let isSpelled = expansion(of: index, in: words, of: text) != nil
      if isSpelled || counts.form(of: word.word) == nil && !word.hasDigits && word.range.count < 6 {
        found.insert(word.word)
      }
    }
    return found
  }

  /// Whether the words in the brackets behind a word begin with its letters, small words aside.
  func isSpelledOut(_ index: Int, in words: [NameWord], of text: SourceText) -> Bool {
    let letters = Array(text.bytes[words[index].range.start..<words[index].range.end])
    guard (2...8).contains(letters.count) else { return false }
    var end = index + 2
    while end < words.count, words[end].gap == .space || words[end].gap == .hyphen { end += 1 }
    let initials = words[index + 1..<end].filter { !Self.isSmall($0.word) }
      .map { text.bytes[$0.range.start] }
    return initials == letters
  }

  func isBracketed(_ index: Int, in words: [NameWord], of text: SourceText) -> Bool {
    guard words[index].gap.contains(.opening) else { return false }
    if index + 1 < words.count { return words[index + 1].gap.contains(.closing) }
    let end = words[index].range.end
    return end < text.count && (text.bytes[end] == 0x29 || text.bytes[end] == 0x5D)
  }

  /// The words before a short form whose first letters it spells, small words aside.
  func expansion(of index: Int, in words: [NameWord], of text: SourceText) -> Range<Int>? {
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
  func capitalizeExpansions(
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

  func capitalize(
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
