import Knowledge
import Linguistics
import Mentions
import Texts

// Which words of a phrase a template takes over.
extension IncidentPhraseReader {
  /// The head with what describes it before, and the rest of a name behind; behind offices and
  /// nouns that say little alone also what they are of.
  func core(of tokens: Range<Int>, head: Int) -> Range<Int> {
    var start = head
    while start > tokens.lowerBound, describes(start - 1, before: head) { start -= 1 }
    var end = head + 1
    while end < tokens.upperBound, continues(end, head) { end += 1 }
    if let name = reading.names.first(where: { $0.tokens.contains(head) }) {
      start = min(start, name.tokens.lowerBound)
      end = max(end, name.tokens.upperBound)
    }
    if takesOf(reading.tokens[head].word) {
      while end + 1 < tokens.upperBound, reading.tokens[end].word == "of" {
        var next = end + 1
        while next < tokens.upperBound, describes(next, before: head) { next += 1 }
        if next == end + 1 { break }
        end = next
      }
    }
    return trimmed(start..<end)
  }

  /// Whether a word can stand in a noun phrase before its head.
  func describes(_ token: Int, before head: Int) -> Bool {
    let word = reading.tokens[token].word
    if reading.tokens[token].isPunctuation { return word == "-" || word == "\"" || word == "'" }
    if reading.tags.isEmpty { return !isPreposition(word) }
    switch reading.tags[token] {
    case .noun, .properNoun, .adjective, .numeral, .determiner, .particle, .symbol, .adverb:
      return true
    case .pronoun: return reading.dependencies[token].relation.universal == .nmod
    case .verb: return reading.dependencies[token].relation.universal == .amod
    default: return false
    }
  }

  /// Whether a word behind a head belongs to its name: `Highway 5`.
  func continues(_ token: Int, _ head: Int) -> Bool {
    if reading.tokens[token].word == "-" { return true }
    if reading.dependencies.isEmpty {
      return !reading.tokens[token].isPunctuation && reading.tokens[token].isCapitalized
        && reading.tokens[head].isCapitalized
    }
    switch reading.dependencies[token].relation.universal {
    case .flat, .compound, .fixed, .goeswith: return reading.dependencies[token].head == head
    default: return false
    }
  }

  func isPreposition(_ word: Word) -> Bool {
    switch word {
    case "of", "in", "on", "at", "by", "from", "with", "for", "to", "and", "or", "who", "that":
      true
    default: false
    }
  }

  func takesOf(_ word: Word) -> Bool {
    if isPart(word) { return true }
    guard let role = knowledge.roles.role(word), role.kind == .person, !role.isPlural else {
      return false
    }
    switch word {
    case "leader", "president", "chief", "head", "director", "secretary", "mayor", "governor",
      "commander", "chairman", "minister", "judge", "founder", "manager", "ambassador",
      "coordinator", "representative", "delegate", "bishop", "archbishop", "rector", "owner":
      return true
    default: return false
    }
  }

  /// Nouns that say little without what they are of: `members of the X`.
  func isPart(_ word: Word) -> Bool {
    switch word {
    case "member", "members", "group", "groups", "band", "bands", "unit", "units", "squad",
      "squads", "team", "teams", "cell", "cells", "column", "columns", "part", "parts":
      true
    default: false
    }
  }

  /// Without articles, numbers and words for an unknown number at the start.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start < tokens.upperBound - 1 {
      let token = reading.tokens[start]
      let isNumber =
        token.shape.contains(.digits)
        || mentions.quantities.contains { $0.range.contains(token.range) && $0.measure == nil }
      let isHarm =
        !knowledge.harm.verbs(token.word).isEmpty || knowledge.harm.adjective(token.word) != nil
      if !isNumber, !isDeterminer(token.word), !isHarm,
        !(token.isPunctuation && token.word != "\"")
      {
        break
      }
      start += 1
    }
    var end = tokens.upperBound
    while end > start + 1, reading.tokens[end - 1].isPunctuation,
      reading.tokens[end - 1].word != "\""
    {
      end -= 1
    }
    return start..<max(start, end)
  }

  func isDeterminer(_ word: Word) -> Bool {
    switch word {
    case "the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "other",
      "another", "various", "at", "least", "about", "around", "approximately", "more", "than",
      "nearly", "almost", "over", "of", "all", "both", "his", "her", "their", "its", "our", "my",
      "few", "any", "each", "alleged", "suspected", "presumed", "so-called", "same", "own", "no",
      "dozens", "scores",
      "hundreds", "thousands", "dozen", "number", "group's", "such", "also", "up", "to":
      true
    default: false
    }
  }

  /// Words without a nationality at their start, which MUC-4 leaves out of descriptions.
  func withoutNation(_ words: String) -> String {
    guard let space = words.firstIndex(of: " "),
      knowledge.nations.nation(ofAdjective: PlaceKey(words[..<space])) != nil
    else { return words }
    return String(words[words.index(after: space)...])
  }

  /// The words of some tokens as the message has them, on one line.
  func words(_ tokens: Range<Int>) -> String { words(in: reading.range(ofTokens: tokens)) }

  /// The words of a range as the message has them, on one line.
  func words(in range: TextRange) -> String {
    let words = original[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A quotation mark without its other half goes.
    return words.count { $0 == "\"" } == 1 ? words.filter { $0 != "\"" } : words
  }
}
