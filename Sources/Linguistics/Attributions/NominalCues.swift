import Texts

/// Nouns that mark speaking: `the group's claim that …`, `calls from X for …`.
extension SentenceRules {
  /// Whether a noun is a cue here, and whose words it marks.
  func nounConstruction(_ hit: CueHit, low: Int, high: Int) -> Construction? {
    guard let content = nounContent(hit, high: high) else { return nil }
    let before = hit.words.lowerBound - 1
    if content.source != nil { return .noun(content.source) }
    guard before >= low else { return nil }
    if has(before, ["his", "her", "its", "their", "my", "our"]) {
      return .noun(before..<before + 1)
    }
    if let owner = possessor(endingAt: hit.words.lowerBound, low: low) { return .noun(owner) }
    // `Army claims that …`
    if word(content.start) == "that", tokens[before].isCapitalized, isNounLike(before) {
      var start = before
      while start > low, tokens[start - 1].isCapitalized, !tokens[start - 1].isPunctuation {
        start -= 1
      }
      return start > low || !has(start, FunctionWords.determiners) ? .noun(start..<before + 1) : nil
    }
    return nil
  }

  /// Where the content of a nominal cue begins, and its source when that stands between.
  func nounContent(_ hit: CueHit, high: Int) -> (start: Int, source: Range<Int>?)? {
    let frames = hit.entries.reduce(into: CueLexicon.Frames()) {
      $0.formUnion(cues.entries[$1].frames)
    }
    var next = hit.words.upperBound
    var source: Range<Int>?
    if has(next, ["by", "from"]),
      let found = nounPhrase(startingAt: next + 1, before: high, isLast: false), isSpeaker(found)
    {
      source = cutBeforeFor(found)
      next = source?.upperBound ?? next
    }
    guard next + 1 < high else { return nil }
    if word(next) == "that", frames.contains(.that), !has(next + 1, ["was", "were", "is", "has"]) {
      return (next, source)
    }
    if word(next) == "to", frames.contains(.to) { return (next, source) }
    if has(next, ["of", "for", "against"]), frames.contains(.of) { return (next + 1, source) }
    return nil
  }

  private func cutBeforeFor(_ range: Range<Int>) -> Range<Int> {
    for index in range.dropFirst() where has(index, ["for", "against"]) {
      return range.lowerBound..<index
    }
    return range
  }

  /// The possessor before a noun: `the group's latest claim`.
  private func possessor(endingAt noun: Int, low: Int) -> Range<Int>? {
    var index = noun - 1
    // At most one adjective between.
    for _ in 0..<2 {
      guard index > low else { return nil }
      if word(index) == "'s" {
        guard let owner = nounPhrase(endingAt: index, from: low) else { return nil }
        return owner.lowerBound..<index + 1
      }
      if word(index) == "'", ends(index - 1, in: "s") {
        guard let owner = nounPhrase(endingAt: index, from: low) else { return nil }
        return owner.lowerBound..<index + 1
      }
      if tokens[index].isPunctuation || has(index, FunctionWords.determiners)
        || has(index, FunctionWords.prepositions)
      {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// How far the object of a nominal cue reaches.
  func nounObjectEnd(from start: Int, high: Int) -> Int {
    var index = start
    while index < high, index - start < 30 {
      if tokens[index].isPunctuation, word(index) != "-", word(index) != "'", opening(index) == nil,
        closing(index) == nil
      {
        break
      }
      if index > start,
        isAuxiliary(index) || has(index, FunctionWords.irregularPast)
          || has(index, ["after", "when", "while", "as", "but", "because"]) || isCue[index]
      {
        break
      }
      index += 1
    }
    return index
  }
}
