import Texts

/// How a cue stands to its source.
enum Construction {
  /// The source stands before it: `X said …`, `…, X said`.
  case subject(Range<Int>)
  /// The source stands behind it: `…, said X`.
  case inverted(Range<Int>)
  /// The source is that of the cue before: `… and vowed`, `…, adding that`.
  case inherited
  /// `according to X`: the source stands behind it, the content around.
  case accordingTo(Range<Int>)
  /// `was condemned by X`: the content stands before it.
  case passive(content: Range<Int>, source: Range<Int>)
  /// `X's claim that …`, `calls by X for …`.
  case noun(Range<Int>?)
}

extension SentenceRules {
  /// How a cue stands to its source; nil when it is no cue here.
  mutating func construction(
    of hit: CueHit, in sentence: Range<Int>, previous: Draft?
  ) -> Construction? {
    let low = sentence.lowerBound
    let high = sentence.upperBound
    let frames = hit.entries.reduce(into: CueLexicon.Frames()) {
      $0.formUnion(cues.entries[$1].frames)
    }
    if hit.part == .noun { return nounConstruction(hit, low: low, high: high) }
    if frames.contains(.source), hit.part == .fixed || hit.inflection == .ing {
      // "citing concerns that" states a reason, "citing officials" a source.
      let isLast = !isClauseStart(hit.words.lowerBound, low: low)
      if let source = nounPhrase(
        startingAt: hit.words.upperBound, before: high, isLast: isLast)
      {
        if hit.part == .verb, !isSpeaker(source) { return nil }
        return .accordingTo(source)
      }
      return nil
    }
    if hit.part == .fixed { return fixedConstruction(hit, low: low, previous: previous) }
    if hit.isPassive { return passive(hit, low: low, high: high) }
    if hit.isInfinitive { return nil }
    let before = hit.group.lowerBound - 1
    if hit.inflection == .ing, !hit.isProgressive {
      return participle(hit, low: low, high: high, previous: previous)
    }
    if before < low {
      return hit.inflection == .past && isQuotedBefore(hit.group.lowerBound, low: low)
        ? inverted(hit, low: low, high: high) : nil
    }
    if isNominal(hit, before: before) { return nil }
    // `and vowed revenge`
    if has(before, ["and", "or", "but", "then"]) || (isComma(before) && word(before - 1) == "and") {
      if hit.inflection != .base || previous != nil { return .inherited }
      return nil
    }
    if isComma(before) || closing(before) != nil || isDash(before) {
      if closing(before) == nil, !isQuotedBefore(hit.group.lowerBound, low: low),
        let source = subject(endingAt: hit.group.lowerBound, from: low)
      {
        return .subject(source)
      }
      if let order = inverted(hit, low: low, high: high) { return order }
      if isComma(before), previous != nil, hit.inflection == .past, listedVerb(before, low: low) {
        return .inherited
      }
    }
    guard let source = subject(endingAt: hit.group.lowerBound, from: low) else { return nil }
    if hit.inflection == .base, !hit.hasAuxiliary, !isPlural(source) { return nil }
    if hit.inflection == .base || hit.inflection == .third, !hit.hasAuxiliary,
      isObject(source, low: low)
    {
      return nil
    }
    if hit.inflection == .past, !hit.hasAuxiliary, isReducedRelative(hit, high: high) { return nil }
    return .subject(source)
  }

  /// Whether a participle, a base form or an s-form is a noun or an adjective here.
  private func isNominal(_ hit: CueHit, before: Int) -> Bool {
    if hit.hasAuxiliary { return false }
    if has(before, FunctionWords.possessives), word(before) != "her" { return true }
    if has(before, FunctionWords.determiners),
      !has(before, ["all", "some", "many", "most", "several", "few", "one", "two", "both", "that"])
    {
      return true
    }
    if has(before, FunctionWords.prepositions), hit.group.lowerBound == hit.words.lowerBound {
      return true
    }
    return false
  }

  /// Whether what looks like a subject is an object with a noun after it: `denied army claims`,
  /// `sparked immediate calls`.
  private func isObject(_ source: Range<Int>, low: Int) -> Bool {
    if source.lowerBound > low, isCue[source.lowerBound - 1] { return true }
    let first = source.lowerBound
    if !tokens[first].isCapitalized, ends(first, in: "ing"), source.count < 4 { return true }
    return !source.contains { has($0, FunctionWords.relatives) } && hasFiniteVerb(source)
      && source.count > 2
  }

  /// `officials accused of …`, `the men believed to …`: a participle, not a past.
  private func isReducedRelative(_ hit: CueHit, high: Int) -> Bool {
    let next = hit.words.upperBound
    guard next < high else { return false }
    let takesObject = hit.entries.contains {
      !cues.entries[$0].frames.isDisjoint(with: [.np, .as, .label])
    }
    return takesObject && hit.words.count == 1 && has(next, ["of", "for", "by", "as"])
  }

  private func isPlural(_ source: Range<Int>) -> Bool {
    let last = source.upperBound - 1
    if has(last, ["he", "she", "it", "someone", "everyone", "nobody"]) { return false }
    if has(
      last,
      [
        "i", "we", "you", "they", "who", "which", "that", "police", "people", "media", "some",
        "many", "others", "both", "all", "most", "few", "men", "women", "children", "data",
        "staff", "crew", "there",
      ])
    {
      return true
    }
    if ends(last, in: "s") { return true }
    if source.contains(where: { word($0) == "and" || word($0) == "," }) { return true }
    // `officials in Goma say`: the head stands before a preposition.
    if let preposition = source.first(where: { has($0, FunctionWords.prepositions) }),
      preposition > source.lowerBound
    {
      return isPlural(source.lowerBound..<preposition)
    }
    return tokens[last].shape.contains(.digits)
  }

  /// `X condemned, denounced and denied`: a verb in a list.
  private func listedVerb(_ comma: Int, low: Int) -> Bool {
    comma > low && isCue[comma - 1]
  }

  private func participle(
    _ hit: CueHit, low: Int, high: Int, previous: Draft?
  ) -> Construction? {
    let before = hit.group.lowerBound - 1
    if isClauseStart(hit.group.lowerBound, low: low) {
      // `Calling the raid a crime, X …`
      guard
        let comma = (hit.words.upperBound..<min(high, hit.words.upperBound + 40))
          .last(where: { isComma($0) && leadingSubject(low: $0 + 1, before: high) != nil }),
        let source = leadingSubject(low: comma + 1, before: high), isSpeaker(source)
      else { return nil }
      return .subject(source)
    }
    if isComma(before) || isDash(before)
      || has(before, ["and", "while", "by", "before", "after", "in", "for", "or", "without"])
      || closing(before) != nil
    {
      if previous != nil || leadingSubject(low: low, before: before) != nil { return .inherited }
      return nil
    }
    if has(before, FunctionWords.determiners) || has(before, FunctionWords.prepositions)
      || has(before, FunctionWords.possessives)
    {
      return nil
    }
    // `a statement saying that`
    guard let source = nounPhrase(endingAt: hit.group.lowerBound, from: low) else { return nil }
    guard
      has(source.upperBound - 1, cues.papers) || has(source.upperBound - 1, cues.roles)
        || word(before) == "statement"
    else { return nil }
    return .subject(source)
  }

  /// The subject with which the sentence begins, up to its verb.
  func leadingSubject(low: Int, before high: Int) -> Range<Int>? {
    var start = low
    while start < high,
      has(start, ["but", "and", "meanwhile", "however", "later", "also"])
        || isComma(start)
    {
      start += 1
    }
    if let after = timeEnd(start..<high) { start = after }
    if start < high, isComma(start) { start += 1 }
    if has(start, FunctionWords.prepositions) {
      guard let comma = (start..<min(high, start + 25)).first(where: { isComma($0) }) else {
        return nil
      }
      start = comma + 1
    }
    guard start < high, opening(start) == nil else { return nil }
    var end = start
    while end < high, end - start < 20, !isAuxiliary(end), !isComma(end),
      !has(end, FunctionWords.irregularPast),
      !(end > start && !tokens[end].isCapitalized && ends(end, in: "ed")
        && !has(end - 1, FunctionWords.determiners) && !tokens[end - 1].isPunctuation),
      !tokens[end].isPunctuation || word(end) == "-" || word(end) == "'" || word(end) == "."
    {
      if has(end, FunctionWords.clauseOpeners) { return nil }
      end += 1
    }
    while end > start, isAdverb(end - 1) { end -= 1 }
    guard end > start, end < high, isNounLike(end - 1) else { return nil }
    return start..<end
  }

  private func inverted(_ hit: CueHit, low: Int, high: Int) -> Construction? {
    let takes = hit.entries.contains {
      !cues.entries[$0].frames.isDisjoint(with: [.quote, .bare])
    }
    guard takes, hit.inflection != .ing || hit.isProgressive else { return nil }
    let next = hit.words.upperBound
    let isAfterQuote = isQuotedBefore(hit.group.lowerBound, low: low)
    guard let source = nounPhrase(startingAt: next, before: high, isLast: true),
      !has(source.lowerBound, ["it", "he", "she", "there", "they", "we", "i"]) || isAfterQuote
    else { return nil }
    if isAfterQuote { return .inverted(source) }
    // Without a quotation before it, `X, who leads Y, said the raid …` looks the same.
    var end = source.upperBound
    if end < high, let after = tail(from: end, high: high) { end = after }
    guard end >= high || isTerminal(end) || isComma(end) || word(end) == ";" else { return nil }
    if hasFiniteVerb(source.lowerBound..<min(source.upperBound, high)),
      !source.contains(where: { has($0, FunctionWords.relatives) })
    {
      return nil
    }
    guard hit.group.lowerBound - low > 3, !isComma(end) || isParticiple(after: end) else {
      return nil
    }
    return .inverted(source)
  }

  func isParticiple(after comma: Int) -> Bool {
    let next = comma + 1
    return tokens.indices.contains(next) && isCueForm(next) && ends(next, in: "ing")
  }

  /// Whether a quotation ends just before a token, a comma aside.
  func isQuotedBefore(_ index: Int, low: Int) -> Bool {
    let before = index - 1
    guard before >= 0, before >= low - 1 else { return false }
    if closing(before) != nil { return true }
    return isComma(before) && before > 0 && closing(before - 1) != nil
  }

  private func passive(_ hit: CueHit, low: Int, high: Int) -> Construction? {
    guard word(hit.words.upperBound) == "by" else { return nil }
    let takes = hit.entries.contains {
      !cues.entries[$0].frames.isDisjoint(with: [.np, .as, .that, .label, .bare])
        && cues.entries[$0].kind != .attitude
    }
    guard takes,
      let source = nounPhrase(startingAt: hit.words.upperBound + 1, before: high, isLast: true),
      let content = subject(endingAt: hit.group.lowerBound, from: low), isSpeaker(source)
    else { return nil }
    return .passive(content: content, source: source)
  }

  private func fixedConstruction(_ hit: CueHit, low: Int, previous: Draft?) -> Construction? {
    let before = hit.words.lowerBound - 1
    guard before >= low else { return nil }
    if word(hit.words.lowerBound) == "as", let found = quotedAs(hit, low: low) { return found }
    var index = before
    while index > low, isAuxiliary(index) || isAdverb(index) { index -= 1 }
    if has(index, ["and", "but", "or"]) { return .inherited }
    guard let source = subject(endingAt: index + 1, from: low) else {
      return previous == nil ? nil : .inherited
    }
    return .subject(source)
  }

  /// `X was quoted by the agency as saying`, `the agency quoted X as saying`.
  private func quotedAs(_ hit: CueHit, low: Int) -> Construction? {
    let end = hit.words.lowerBound
    guard
      let verb = (max(low, end - 16)..<end).last(where: { has($0, ["quoted", "quotes", "cited"]) })
    else { return nil }
    guard word(verb + 1) == "by" else {
      let source = verb + 1..<end
      return source.isEmpty ? nil : .subject(source)
    }
    var front = verb
    while front > low, isAuxiliary(front - 1) || isAdverb(front - 1) { front -= 1 }
    return subject(endingAt: front, from: low).map { .subject($0) }
  }

  /// Whether a noun phrase looks like someone who can speak: a name, a role, a group.
  func isSpeaker(_ range: Range<Int>) -> Bool {
    range.contains {
      (tokens[$0].isCapitalized && !has($0, FunctionWords.determiners)) || has($0, cues.roles)
        || has($0, cues.papers) || has($0, FunctionWords.pronouns)
        || has($0, ["media", "police", "people", "medics", "locals", "civilians", "many", "some"])
    }
  }

  /// Whether the words before a token belong to no clause yet: the sentence's beginning.
  func isClauseStart(_ index: Int, low: Int) -> Bool {
    var start = low
    while start < index,
      has(start, ["but", "and", "meanwhile", "however", "also", "so", "still"])
        || tokens[start].isPunctuation
    {
      start += 1
    }
    return start >= index
  }
}
