import Texts

/// Where the content of a cue stands.
enum ContentPlace {
  /// It begins at a token to the right.
  case right(Int)
  /// It is, or begins with, a quotation to the right.
  case quotation(Int)
  /// It stands to the left; more may follow after the token.
  case left(resume: Int)
}

extension SentenceRules {
  /// The entry that fits what follows a verb, and where its content stands; nil when none fits.
  func place(
    of hit: CueHit, source: Range<Int>?, isInverted: Bool, low: Int, high: Int
  ) -> (entry: Int, place: ContentPlace)? {
    var frames: CueLexicon.Frames = []
    for entry in hit.entries { frames.formUnion(cues.entries[entry].frames) }
    func entry(with wanted: CueLexicon.Frames) -> Int? {
      hit.entries.first { !cues.entries[$0].frames.isDisjoint(with: wanted) }
    }
    if isInverted {
      guard let source, let chosen = entry(with: [.quote, .bare]) else { return nil }
      return (chosen, .left(resume: tail(from: source.upperBound, high: high) ?? source.upperBound))
    }
    let front = source?.lowerBound ?? hit.group.lowerBound
    let isAfterQuote = isQuotedBefore(front, low: low)
    let hasLeft =
      front - low > 2 && (isComma(front - 1) || isAfterQuote || isDash(front - 1))
    var next = hit.words.upperBound
    next = tail(from: next, high: high) ?? next
    if frames.contains(.addressee), let after = addressee(from: next, high: high) {
      next = tail(from: after, high: high) ?? after
    }
    func left() -> (Int, ContentPlace)? {
      guard hasLeft, let chosen = entry(with: [.quote, .bare]) else { return nil }
      if cues.entries[chosen].kind == .attitude { return nil }
      return (chosen, .left(resume: next))
    }
    guard next < high, !isTerminal(next), word(next) != ";", closing(next) == nil else {
      return left()
    }
    if isComma(next) {
      if let quotation = opening(next + 1), !isAfterQuote, let chosen = entry(with: .quote) {
        return (chosen, .quotation(quotation))
      }
      // `said, however, that …`
      if let close = (next + 1..<min(high, next + 12)).first(where: { isComma($0) }),
        word(close + 1) == "that", !isAfterQuote, let chosen = entry(with: [.that, .bare])
      {
        return (chosen, .right(close + 1))
      }
      return left()
    }
    if word(next) == ":" {
      guard let chosen = entry(with: [.quote, .bare, .np]) else { return nil }
      if let quotation = opening(next + 1) { return (chosen, .quotation(quotation)) }
      return next + 1 < high ? (chosen, .right(next + 1)) : nil
    }
    if isDash(next) { return left() }
    if let quotation = opening(next) {
      if let chosen = entry(with: [.quote, .np, .label, .that]) {
        return (chosen, .quotation(quotation))
      }
      return nil
    }
    if tokens[next].isPunctuation, word(next) != "(", word(next) != "$", word(next) != "#" {
      return left()
    }
    if word(next) == "not" {
      // `promised not to return`, but not `who asked not to be named`.
      guard word(next + 1) == "to", word(next + 2) != "be", let chosen = entry(with: .to) else {
        return nil
      }
      return (chosen, .right(next))
    }
    return clausePlace(
      hit, source: source, from: next, high: high, left: isAfterQuote ? left() : nil)
      ?? left()
  }

  /// The same, where words follow.
  private func clausePlace(
    _ hit: CueHit, source: Range<Int>?, from next: Int, high: Int,
    left: (Int, ContentPlace)?
  ) -> (entry: Int, place: ContentPlace)? {
    let current = word(next)
    if current == "that" {
      if let chosen = first(hit, .that) ?? first(hit, .bare) { return (chosen, .right(next)) }
    }
    if let left { return left }
    if FunctionWords.questions.contains(current), let chosen = first(hit, [.wh, .bare]) {
      return (chosen, .right(next))
    }
    if current == "to" {
      return first(hit, .to).map { ($0, .right(next)) }
    }
    if current == "as" || current == "of" || current == "by" { return nil }
    if FunctionWords.prepositions.contains(current) {
      // `declined to comment on the raid`
      if has(next, ["on", "about", "regarding"]), next + 1 < high,
        let silent = hit.entries.first(where: { cues.entries[$0].stance == "no-comment" })
      {
        return (silent, .right(next + 1))
      }
      let isNumber =
        tokens[next + 1 < high ? next + 1 : next].shape.contains(.digits)
        || ["least", "most"].contains(word(next + 1))
      let isClause = hasFiniteVerb(next..<min(high, next + 30))
      guard isNumber || isClause, let chosen = first(hit, .bare) else { return nil }
      return (chosen, .right(next))
    }
    if current == "and" || current == "or" || current == "but" { return nil }
    let rest = next..<min(high, next + 25)
    for entry in hit.entries {
      let frames = cues.entries[entry].frames
      if frames.contains(.bare) { return (entry, .right(next)) }
      if frames.contains(.clause), word(hit.group.lowerBound - 1) != "who", startsClause(rest) {
        if cues.entries[entry].kind != .evidence || isPaper(source) { return (entry, .right(next)) }
      }
      if frames.contains(.as), let end = rest.first(where: { word($0) == "as" }),
        end > next, !(next..<end).contains(where: { isComma($0) })
      {
        return (entry, .right(next))
      }
      if frames.contains(.npto),
        rest.dropFirst().prefix(14).contains(where: { word($0) == "to" }),
        !rest.prefix(8).contains(where: { isComma($0) })
      {
        return (entry, .right(next))
      }
      if frames.contains(.label), isLabelled(rest) { return (entry, .right(next)) }
      if frames.contains(.np) {
        if cues.entries[entry].kind == .evidence && !isPaper(source) { continue }
        return (entry, .right(next))
      }
    }
    return nil
  }

  private func first(_ hit: CueHit, _ wanted: CueLexicon.Frames) -> Int? {
    hit.entries.first { !cues.entries[$0].frames.isDisjoint(with: wanted) }
  }

  private func isPaper(_ source: Range<Int>?) -> Bool {
    guard let source else { return false }
    return source.contains { has($0, cues.papers) }
  }

  /// Whether a clause, not a mere object, begins the range: a finite verb comes soon.
  private func startsClause(_ range: Range<Int>) -> Bool {
    let end =
      range.dropFirst().first {
        isComma($0) || isTerminal($0) || has($0, ["that", "and", "or", "to", "who", "which", "in"])
      } ?? range.upperBound
    if has(range.lowerBound, ["he", "she", "they", "we", "i", "there", "it", "this", "you"]) {
      return hasFiniteVerb(range.lowerBound..<end) && end > range.lowerBound + 1
    }
    return hasFiniteVerb(range.lowerBound..<end)
  }

  /// `called the raid a crime`: an object and its complement.
  private func isLabelled(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    if has(index, ["it", "him", "her", "them", "this", "that", "us", "me"]) {
      return index + 1 < range.upperBound && !has(index + 1, FunctionWords.prepositions)
        && !tokens[index + 1].isPunctuation || opening(index + 1) != nil
    }
    index += 1
    while index < range.upperBound, !isComma(index), !isTerminal(index) {
      if has(index, ["a", "an"]), !has(index - 1, FunctionWords.prepositions) { return true }
      if opening(index) != nil, !has(index - 1, FunctionWords.determiners) { return true }
      index += 1
    }
    return false
  }

  /// Skips what belongs neither to cue nor content: time, `in a statement`, `to reporters`.
  ///
  /// - Returns: the token after it, or nil when nothing stands there.
  func tail(from start: Int, high: Int) -> Int? {
    var index = start
    var rounds = 0
    while index < high, rounds < 5 {
      rounds += 1
      if let after = timeEnd(index..<min(tokens.count, high + 1)), after <= high {
        index = after
        continue
      }
      if isAdverb(index), !has(index, ["all", "both", "only", "most", "at"]),
        !tokens[index].isCapitalized
      {
        index += 1
        continue
      }
      if let after = channelEnd(from: index, high: high) {
        index = after
        continue
      }
      // A short prepositional phrase that leads up to `that` or a quotation.
      if has(
        index,
        [
          "in", "on", "at", "during", "via", "by", "through", "to", "from", "after",
          "before", "of", "about", "with", "when", "as", "for",
        ]),
        let after = leadUp(from: index, high: high)
      {
        index = after
        continue
      }
      break
    }
    return index > start ? index : nil
  }

  private func leadUp(from start: Int, high: Int) -> Int? {
    var index = start + 1
    while index < high, index - start < 14 {
      if word(index) == "that", !has(index - 1, FunctionWords.prepositions) { return index }
      if word(index) == ":" { return index }
      if isComma(index), opening(index + 1) != nil { return index }
      if opening(index) != nil, isComma(index - 1) { return index - 1 }
      if tokens[index].isPunctuation && word(index) != "-" && word(index) != "." { return nil }
      if isCueForm(index) && !has(index - 1, FunctionWords.determiners) { return nil }
      index += 1
    }
    return nil
  }

  /// The end of `in a statement on its website`, `on condition of anonymity`, `to reporters`.
  private func channelEnd(from start: Int, high: Int) -> Int? {
    guard has(start, ["in", "on", "at", "during", "via", "by", "through", "to", "over"]) else {
      return nil
    }
    var index = start + 1
    var end: Int?
    while index < high, index - start < 10 {
      if has(index, FunctionWords.channels) {
        end = index + 1
      } else if let end, index > end + 3 {
        break
      } else if tokens[index].isPunctuation, word(index) != "-", word(index) != "'" {
        break
      } else if end != nil, !has(index, FunctionWords.prepositions),
        !has(index, FunctionWords.determiners), !tokens[index].isCapitalized,
        !has(index - 1, FunctionWords.prepositions), !has(index - 1, FunctionWords.determiners)
      {
        break
      } else if isAuxiliary(index) || has(index, FunctionWords.pronouns)
        || (has(index, FunctionWords.relatives) && word(index) != "that")
      {
        break
      } else if word(index) == "that" {
        break
      }
      index += 1
    }
    guard let end else { return nil }
    // `in a statement to AFP`, `in a statement carried by the agency`.
    if has(end, ["to", "with", "by", "on", "from"]), end + 1 < high,
      tokens[end + 1].isCapitalized || has(end + 1, ["the", "its", "his", "her", "their", "state"])
    {
      var after = end + 1
      while after < high, after - end < 7, !tokens[after].isPunctuation, word(after) != "that",
        tokens[after].isCapitalized || has(after, ["the", "its", "his", "her", "their", "state"])
          || has(after, FunctionWords.channels)
      {
        after += 1
      }
      if after < high, tokens[after].isPunctuation || word(after) == "that" { return after }
    }
    return end
  }

  /// The end of the hearer: `told AFP`, `told the broadcaster`, `warned Iran`.
  private func addressee(from start: Int, high: Int) -> Int? {
    guard start < high, !tokens[start].isPunctuation, word(start) != "that", word(start) != "of",
      word(start) != "to", !has(start, FunctionWords.questions)
    else { return nil }
    if has(start, FunctionWords.objectPronouns) { return start + 1 }
    // Up to `that`, a colon or a quotation, when no clause comes between.
    var index = start
    while index < high, index - start < 12 {
      if word(index) == "that" || word(index) == ":" || isTerminal(index) { return index }
      if isComma(index) || opening(index) != nil { return index }
      if word(index) == "to", index > start, !tokens[min(index + 1, high - 1)].isCapitalized {
        return index
      }
      if isAuxiliary(index) || has(index, FunctionWords.irregularPast)
        || (index > start && has(index, FunctionWords.pronouns))
      {
        break
      }
      if index > start, ends(index, in: "ed"), !tokens[index].isCapitalized { break }
      index += 1
    }
    if index >= high { return high }
    // A clause without `that`: the hearer is a name, or a noun before a new noun phrase.
    index = start
    if has(index, FunctionWords.determiners) { index += 1 }
    if index < high, tokens[index].isCapitalized {
      while index < high, tokens[index].isCapitalized || has(index, ["'s", "of", "-", "&", "."]) {
        index += 1
      }
      while index < high, has(index, ["news", "agency", "television", "radio", "newspaper", "tv"]) {
        index += 1
      }
      return index
    }
    index += 1
    while index < high, index - start < 5, !has(index, FunctionWords.determiners),
      !has(index, FunctionWords.pronouns), !tokens[index].isCapitalized,
      !ends(index - 1, in: "s")
    {
      index += 1
    }
    return index
  }
}
