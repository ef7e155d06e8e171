import Texts

/// Cues that a model found, looked up in the lexicon.
extension SentenceRules {
  /// What the lexicon and the words around say of a cue.
  struct CueMeaning {
    /// The lexicon's entry that fits; nil when the lexicon has none.
    var entry: Int?
    /// The lemma of the cue's verb, when the lexicon has no entry.
    var lemma: String?
    var isNegated: Bool
  }

  /// The meaning of a cue whose source and content are known.
  ///
  /// - Complexity: O(n) in the words of the sentence.
  func meaning(
    of cue: Range<Int>, source: Range<Int>?, pieces: [Range<Int>], sentence: Range<Int>
  ) -> CueMeaning {
    var isNegated = cue.contains { has($0, FunctionWords.negative) }
    if let source, has(source.lowerBound, ["no", "nobody", "none", "neither"]) { isNegated = true }
    if !reading.dependencies.isEmpty {
      isNegated =
        isNegated
        || sentence.contains { token in
          has(token, FunctionWords.negative)
            && reading.dependencies[token].head.map { cue.contains($0) } ?? false
        }
    }
    guard var hit = bestHit(in: cue) else {
      return CueMeaning(entry: nil, lemma: lemma(of: cue), isNegated: isNegated)
    }
    if hit.part == .verb {
      widen(&hit, low: sentence.lowerBound)
      isNegated = isNegated || hit.isNegated
    }
    let frames = frames(of: pieces, cue: cue)
    let fitting = hit.entries.first { !cues.entries[$0].frames.isDisjoint(with: frames) }
    return CueMeaning(entry: fitting ?? hit.entries[0], lemma: nil, isNegated: isNegated)
  }

  /// The verb or fixed phrase of most words, else the noun; the first of equals.
  private func bestHit(in cue: Range<Int>) -> CueHit? {
    func rank(_ hit: CueHit) -> Int { (hit.part == .noun ? 0 : 1000) + hit.words.count }
    var best: CueHit?
    for hit in hits(in: cue) where best.map({ rank($0) < rank(hit) }) ?? true { best = hit }
    return best
  }

  /// The lemma of the word that a cue stands or falls with: its verb, else its first word.
  private func lemma(of cue: Range<Int>) -> String? {
    guard reading.lemmas.count == tokens.count, reading.tags.count == tokens.count else {
      return nil
    }
    let verbs = cue.filter { reading.tags[$0] == .verb }
    let head = verbs.first { verb in
      reading.dependencies.isEmpty
        || reading.dependencies[verb].head.map { !cue.contains($0) } ?? true
    }
    return (head ?? verbs.first ?? cue.first { !tokens[$0].isPunctuation } ?? cue.first)
      .map { reading.lemmas[$0] }
  }

  /// What the content is to its cue: a quotation, a clause, an object, something to be done.
  private func frames(of pieces: [Range<Int>], cue: Range<Int>) -> CueLexicon.Frames {
    guard let piece = pieces.first(where: { $0.lowerBound >= cue.upperBound }) ?? pieces.first
    else { return [] }
    let first = piece.lowerBound
    let quotation = quotationOfToken[first]
    if quotation >= 0, quotation != quotationOfToken[cue.lowerBound] { return .quote }
    if first < cue.lowerBound { return [.quote, .bare, .clause, .that] }
    if word(first) == "that" || word(first - 1) == "that" { return .that }
    if has(first, FunctionWords.questions) { return .wh }
    switch word(first) {
    case "to": return [.to, .npto]
    case "as": return .as
    case "of", "for": return .of
    default: return hasFiniteVerb(piece) ? [.bare, .clause, .that] : [.np, .label, .npto]
    }
  }
}
