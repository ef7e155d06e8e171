import Texts

/// Who speaks, where the name follows the cue: `said X, the head of Y`.
extension SentenceRules {
  /// The noun phrase that begins at `start`, with its apposition; nil when none begins there.
  ///
  /// With `isLast` nothing but the sentence's end is expected after it, so that an apposition
  /// may run on to there.
  func nounPhrase(startingAt start: Int, before high: Int, isLast: Bool) -> Range<Int>? {
    guard start < high, !tokens[start].isPunctuation || opening(start) != nil else { return nil }
    guard !isAuxiliary(start), !has(start, FunctionWords.clauseOpeners),
      !has(start, FunctionWords.prepositions) || has(start, ["at"]), word(start) != "and"
    else { return nil }
    if has(start, FunctionWords.pronouns), word(start) != "one" { return start..<start + 1 }
    var end = flatEnd(from: start, before: high)
    guard end > start, isNounLike(end - 1) || tokens[end - 1].isCapitalized else { return nil }
    // Appositions and relative clauses behind commas.
    var rounds = 0
    while rounds < 3, end < high, isComma(end) {
      rounds += 1
      guard let close = apposition(after: end, before: high, isLast: isLast) else { break }
      end = close
    }
    return start..<end
  }

  /// The end of the apposition that the comma at `comma` opens.
  private func apposition(after comma: Int, before high: Int, isLast: Bool) -> Int? {
    var close = comma + 1
    while close < high, close - comma < 40, !isComma(close), !isTerminal(close),
      word(close) != ";", word(close) != ":", !isDash(close), opening(close) == nil
    {
      close += 1
    }
    guard close > comma + 1 else { return nil }
    let isAtEnd = close >= high || !isComma(close)
    if !isLast && isAtEnd { return nil }
    guard opensApposition(comma + 1, until: close) else { return nil }
    if has(comma + 1, ["a", "an", "the", "his", "her", "its", "their"]), !isLast {
      // `According to X, the raid killed five`: a clause, not an apposition.
      if hasFiniteVerb(comma + 1..<close) { return nil }
      if !hasFiniteVerb(close..<min(high, close + 40)) { return nil }
    }
    let first = comma + 1
    if let cut = (first..<close).first(where: { isCueForm($0) && ends($0, in: "ing") }) {
      return cut > first && isComma(cut - 1) ? cut - 1 : nil
    }
    if has(first, ["and", "but", "adding"]) { return nil }
    return cutAtChannel(first..<close) ?? close
  }

  /// The end of a noun phrase without commas.
  private func flatEnd(from start: Int, before high: Int) -> Int {
    var index = start
    var isRelative = false
    while index < high, index - start < 40 {
      let current = word(index)
      if tokens[index].isPunctuation {
        if current == "(" {
          var close = index + 1
          while close < high, close - index < 10, word(close) != ")" { close += 1 }
          guard close < high, word(close) == ")" else { return index }
          index = close + 1
          continue
        }
        if let quotation = opening(index) {
          let inside = tokens(ofQuotation: quotation)
          guard inside.count <= 5, inside.upperBound < high else { return index }
          index = inside.upperBound
          continue
        }
        let joins = ["-", "'", "/", "&", "#", "@"].contains(current) && !isDash(index)
        let isInitial =
          current == "." && index > start && tokens[index - 1].isCapitalized && index + 1 < high
          && tokens[index + 1].isCapitalized && tokens[index - 1].range.count <= 5
        guard joins || isInitial else { return index }
        index += 1
        continue
      }
      if index > start {
        if timeEnd(index..<min(high + 1, tokens.count)) != nil, !isRelative,
          has(index, FunctionWords.timeWords) || has(index, ["on", "late", "early", "last"])
            || (has(index, ["in", "at"]) && tokens[index + 1].shape.contains(.digits))
        {
          return index
        }
        if has(index, FunctionWords.clauseOpeners), !has(index, ["as"]) || !isRelative {
          if current != "that" || !isRelative { return index }
        }
        if current == "who" || current == "which" || current == "whose" { isRelative = true }
        if isAuxiliary(index), !isRelative { return index }
        if current == "to", !isRelative { return index }
        if current == "and" || current == "or" {
          if isCueForm(index + 1) || has(index + 1, FunctionWords.pronouns)
            || isAdverb(index + 1)
          {
            return index
          }
        }
        if isCueForm(index), ends(index, in: "ing") || tokens[index].word == "said" { return index }
        if ["during", "via", "by", "through"].contains(current), !isRelative { return index }
        if ["in", "at", "on", "from"].contains(current), !isRelative {
          if cutAtChannel(index..<min(high, index + 12)) == index { return index }
          if tokens[index - 1].isCapitalized && current != "from" { return index }
        }
      }
      index += 1
    }
    return index
  }

  /// Where, in a range, `in a statement` and its like begin.
  private func cutAtChannel(_ range: Range<Int>) -> Int? {
    for index in range where has(index, ["in", "on", "at", "during", "via"]) {
      var next = index + 1
      while next < range.upperBound, next - index < 7, !tokens[next].isPunctuation,
        !has(next, FunctionWords.prepositions)
      {
        if has(next, FunctionWords.channels) { return index }
        next += 1
      }
    }
    return nil
  }

  /// Whether a word may begin a cue.
  func isCueForm(_ index: Int) -> Bool {
    tokens.indices.contains(index)
      && cues.starts(with: word(index)).contains {
        cues.entries[$0.entry].part == .verb && $0.rest.isEmpty
      }
  }
}
