import Texts

/// Who speaks: noun phrases to the left and to the right of a cue.
extension SentenceRules {
  private static let reach = 40

  /// The subject that ends just before token `end`, with its apposition or relative clause;
  /// nil when no noun phrase stands there.
  func subject(endingAt end: Int, from low: Int) -> Range<Int>? {
    var last = end
    if last > low, word(last - 1) == ")" || word(last - 1) == "]" {
      var open = last - 2
      while open > low, last - open < 12, word(open) != "(", word(open) != "[" { open -= 1 }
      guard open > low, word(open) == "(" || word(open) == "[" else { return nil }
      guard let head = subject(endingAt: open, from: low) else { return nil }
      return head.lowerBound..<end
    }
    while last > low, isComma(last - 1) || isDash(last - 1) {
      if let phrase = appositive(endingAt: last - 1, from: low) { return phrase }
      return nil
    }
    last = trimTime(low..<last)
    return nounPhrase(endingAt: last, from: low)
  }

  /// `X, the head of Y,`: the comma at `comma` closes an apposition or a relative clause.
  private func appositive(endingAt comma: Int, from low: Int) -> Range<Int>? {
    var index = comma - 1
    var tried = 0
    while index > low, comma - index < Self.reach {
      if isComma(index) || (isDash(index) && isDash(comma)) {
        tried += 1
        if opensApposition(index + 1, until: comma),
          let head = nounPhrase(endingAt: trimTime(low..<index), from: low),
          isClauseless(head)
        {
          return outer(head, low: low).lowerBound..<comma
        }
        if tried > 3 { break }
      } else if isTerminal(index) || word(index) == ";" || opening(index) != nil {
        return nil
      }
      index -= 1
    }
    // `officials who were not named, said`: a stray comma behind a relative clause.
    guard let phrase = nounPhrase(endingAt: comma, from: low),
      phrase.contains(where: { has($0, ["who", "which"]) }), phrase.count > 3
    else { return nil }
    return phrase
  }

  /// Whether a noun phrase holds no verb but in a relative clause.
  private func isClauseless(_ range: Range<Int>) -> Bool {
    !hasFiniteVerb(range) || range.contains { has($0, FunctionWords.relatives) }
  }

  /// The phrase before, when this one is itself attached to it by a participle:
  /// `the statement, issued by X, the spokesman,`.
  private func outer(_ head: Range<Int>, low: Int) -> Range<Int> {
    let first = head.lowerBound
    guard first > low + 1, isComma(first - 1), !tokens[first].isCapitalized,
      ends(first, in: "ed"), has(first + 1, FunctionWords.prepositions),
      let before = nounPhrase(endingAt: first - 1, from: low)
    else { return head }
    return before.lowerBound..<head.upperBound
  }

  /// Whether an apposition or relative clause may begin at a token.
  func opensApposition(_ index: Int, until end: Int) -> Bool {
    guard index < end else { return false }
    if has(index, ["who", "which", "whose", "one", "himself", "herself", "itself"]) { return true }
    if tokens[index].shape.contains(.digits) { return end - index <= 3 }
    if has(
      index,
      [
        "known", "speaking", "identified", "quoted", "referring", "quoting", "based", "himself",
        "writing", "using", "echoing", "dressed", "appearing", "asked", "reached", "citing",
        "responding", "issued", "released", "published", "carried", "led", "headed", "backed",
        "standing", "sitting", "flanked", "wearing", "holding",
      ])
    {
      return true
    }
    if has(index, ["a", "an", "the", "his", "her", "its", "their", "another", "also"]) {
      return !hasFiniteVerb(index..<min(end, index + 25))
        || (index..<end).contains { has($0, ["who", "which", "that", "whose"]) }
    }
    // `spokesman for the ministry`, `chief police inspector of Goma`.
    if !tokens[index].isCapitalized {
      return (index..<min(end, index + 4)).contains { has($0, cues.roles) }
    }
    // A name: `the spokesman, Ana Ruiz, said`; a title: `Director of the institute`.
    if end - index <= 5, (index..<end).allSatisfy({ tokens[$0].isCapitalized || isName($0) }) {
      return true
    }
    return has(index, cues.roles) || has(index + 1, cues.roles)
  }

  private func isName(_ index: Int) -> Bool {
    tokens[index].isCapitalized
      || has(
        index, ["al", "de", "da", "van", "von", "bin", "ibn", "el", "-", ".", "'", "'s", "al-"])
  }

  /// The noun phrase that ends just before token `end`.
  func nounPhrase(endingAt end: Int, from low: Int) -> Range<Int>? {
    guard end > low else { return nil }
    guard isNounLike(end - 1) else { return nil }
    var start = end
    let limit = max(low, end - Self.reach)
    scan: while start > limit {
      let index = start - 1
      if isCue[index] {
        // `the group which backs the mayor said`: the cue of a relative clause.
        guard let relative = (max(limit, index - 4)..<index).last(where: { !isCue[$0] }),
          has(relative, ["who", "which"]), relative > limit
        else { break }
        start = relative
        continue
      }
      if tokens[index].isPunctuation {
        guard let skipped = skipPunctuation(index, limit: limit) else { break }
        start = skipped
        continue
      }
      let current = word(index)
      if current == "and" || current == "or" {
        if !joinsNouns(index, end: end, limit: limit) { break }
      } else if FunctionWords.clauseOpeners.contains(current) {
        break
      } else if isAuxiliary(index), current != "may", current != "can", current != "will" {
        // A relative clause inside the phrase: `officials who were briefed said`.
        var relative = index - 1
        while relative > limit, index - relative < 7, !tokens[relative].isPunctuation,
          !has(relative, FunctionWords.relatives)
        {
          relative -= 1
        }
        guard relative > limit, has(relative, FunctionWords.relatives) else { break scan }
        start = relative
        continue
      }
      start = index
    }
    return trimmedFront(start..<end, low: low)
  }

  /// Punctuation that may stand inside a name; the new start, or nil for a boundary.
  private func skipPunctuation(_ index: Int, limit: Int) -> Int? {
    if word(index) == ")" {
      var open = index - 1
      while open > limit, index - open < 10, word(open) != "(" { open -= 1 }
      return word(open) == "(" && open > limit ? open : nil
    }
    switch word(index) {
    case "-", "'", "/", "&", "'s", "@", "#", "’": return isDash(index) ? nil : index
    case ".":
      // `Gen. X`, `U.S. X`: a full stop without a sentence end.
      return index > limit && tokens[index - 1].isCapitalized ? index : nil
    default:
      // A nickname or scare quote inside: `the "caliphate" said`.
      if let quotation = closing(index) {
        let inside = tokens(ofQuotation: quotation)
        let isSpeech = inside.contains { isComma($0) || isTerminal($0) }
        if !isSpeech, inside.count <= 5, inside.lowerBound > limit { return inside.lowerBound }
      }
      return nil
    }
  }

  private func joinsNouns(_ index: Int, end: Int, limit: Int) -> Bool {
    var start = index
    while start > limit, index - start < 12, !tokens[start - 1].isPunctuation,
      !has(start - 1, FunctionWords.clauseOpeners), !isCue[start - 1]
    {
      start -= 1
    }
    guard start < index, !has(index + 1, FunctionWords.pronouns) else { return false }
    return !hasFiniteVerb(start..<index) && isNounLike(index - 1)
  }

  /// Whether a noun phrase may end with the token.
  func isNounLike(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.isPunctuation {
      return word(index) == ")" || closing(index) != nil || word(index) == "."
    }
    let current = token.word
    if FunctionWords.pronouns.contains(current) { return true }
    if ["many", "some", "others", "both", "all", "one", "most", "two", "that"].contains(current) {
      return true
    }
    return !FunctionWords.determiners.contains(current)
      && !FunctionWords.prepositions.contains(current) && !isAuxiliary(index)
      && !["and", "or", "but", "him", "them", "us", "me", "if", "because", "when", "while", "'s"]
        .contains(current)
      && !(FunctionWords.clauseOpeners.contains(current) && !token.isCapitalized)
  }

  /// Drops what stands before the subject: conjunctions, adverbs, a prepositional phrase.
  private func trimmedFront(_ range: Range<Int>, low: Int) -> Range<Int>? {
    var start = range.lowerBound
    let end = range.upperBound
    let openers: Set<Word> = [
      "and", "or", "but", "so", "yet", "still", "then", "however", "meanwhile", "also", "later",
      "earlier", "separately", "now", "here", "instead", "thus", "too", "nor", "even", "only",
    ]
    while start < end {
      if has(start, openers) || (isAdverb(start) && !has(start, ["all", "both"])) {
        start += 1
      } else if let after = timeEnd(start..<end) {
        start = after
      } else if tokens[start].isPunctuation, opening(start) == nil {
        start += 1
      } else if has(start, FunctionWords.prepositions),
        word(start) != "at" || word(start + 1) != "least"
      {
        guard let after = phraseEnd(start..<end) else { return nil }
        start = after
      } else {
        break
      }
    }
    if start < end, has(start, ["who", "which", "that", "whom"]), end - start == 1 {
      return antecedent(of: start, from: low) ?? start..<end
    }
    if start + 1 < end, has(start, ["which", "whom", "what"]) { start += 1 }
    while end > start, has(end - 1, ["who"]), end - start > 1 {
      return start..<end - 1
    }
    return start < end ? start..<end : nil
  }

  /// The noun phrase that a relative pronoun stands for.
  private func antecedent(of relative: Int, from low: Int) -> Range<Int>? {
    var end = relative
    if end > low, isComma(end - 1) || isDash(end - 1) { end -= 1 }
    guard end > low, !has(end - 1, FunctionWords.relatives) else { return nil }
    return nounPhrase(endingAt: end, from: low)
  }

  /// The end of a leading prepositional phrase: where a second noun phrase begins.
  private func phraseEnd(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound + 2
    while index < range.upperBound {
      let before = index - 1
      let isStart =
        has(index, FunctionWords.determiners) || has(index, FunctionWords.pronouns)
        || (tokens[index].isCapitalized && !tokens[before].isCapitalized)
      let isFree =
        !has(before, FunctionWords.prepositions) && !has(before, FunctionWords.determiners)
        && !tokens[before].isPunctuation && word(before) != "and" && word(before) != "'s"
      if isStart, isFree { return index }
      if tokens[before].isCapitalized, isFree, !tokens[index].isCapitalized,
        !tokens[index].isPunctuation, !has(index, FunctionWords.prepositions), word(index) != "and",
        word(index) != "'s"
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The end of a time expression that begins the range.
  func timeEnd(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    var end: Int?
    while index < range.upperBound, index - range.lowerBound < 8 {
      if has(index, FunctionWords.timeWords) {
        end = index + 1
      } else if end != nil, tokens[index].shape.contains(.digits) {
        end = index + 1
      } else if !has(index, FunctionWords.timeLinks), !tokens[index].shape.contains(.digits) {
        break
      }
      index += 1
    }
    // A month's or day's name as a person's, or "the night watchman": too rare to tell.
    if end == range.upperBound { return nil }
    return end
  }

  /// The range's end without a time expression at its tail.
  func trimTime(_ range: Range<Int>) -> Int {
    var start = range.upperBound
    var hasTime = false
    while start > range.lowerBound, range.upperBound - start < 8 {
      let index = start - 1
      if has(index, FunctionWords.timeWords) {
        hasTime = true
      } else if !has(index, FunctionWords.timeLinks), !tokens[index].shape.contains(.digits) {
        break
      }
      start = index
    }
    guard hasTime, start > range.lowerBound,
      has(start, FunctionWords.prepositions) || has(start, FunctionWords.timeWords)
        || has(start, ["late", "early", "earlier", "later", "last", "this"])
    else { return range.upperBound }
    return start
  }
}
