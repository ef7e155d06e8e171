import Texts

/// A cue that was accepted, before the ends of contents are known.
struct AcceptedCue {
  var hit: CueHit
  var entry: Int
  var place: ContentPlace
  var source: Range<Int>?
  var construction: Construction
  /// The accepted cue whose source it shares.
  var inheritsFrom: Int?

  /// Its source and cue, as one stretch.
  var extent: Range<Int> {
    guard let source else { return hit.group }
    if inheritsFrom != nil { return hit.group }
    return min(
      source.lowerBound, hit.group.lowerBound)..<max(
        source.upperBound, hit.group.upperBound)
  }

  var standsRight: Bool {
    if case .left = place { return false }
    return true
  }
}

/// What is said: how far the content reaches.
extension SentenceRules {
  /// The content's token ranges of accepted cue `index`.
  func pieces(of index: Int, among cues: [AcceptedCue], low: Int, high: Int) -> [Range<Int>] {
    let cue = cues[index]
    switch cue.place {
    case .right(let start):
      var end = clauseEnd(from: start, of: index, among: cues, high: high)
      if let source = cue.source, source.lowerBound > start, source.lowerBound < end,
        cue.inheritsFrom == nil
      {
        // `Calling the raid a crime, X …`: the content ends before its source.
        end = source.lowerBound
        while end > start, isComma(end - 1) { end -= 1 }
      }
      end = labelEnd(from: start, to: end, of: cue)
      return [start..<objectEnd(from: start, to: end, of: cue)]
    case .quotation(let quotation):
      return quoted(quotation, of: index, among: cues, high: high)
    case .left(let resume):
      return leftPieces(of: index, among: cues, low: low)
        + rightRemainder(from: resume, of: index, among: cues, high: high)
    }
  }

  /// Where content ends that is an object with its complement: behind the first quotation.
  private func labelEnd(from start: Int, to end: Int, of cue: AcceptedCue) -> Int {
    let frames = self.cues.entries[cue.entry].frames
    guard frames.contains(.label) || frames.contains(.as), !frames.contains(.that) else {
      return end
    }
    for token in start..<end {
      if let quotation = opening(token), token > start {
        return min(end, tokens(ofQuotation: quotation).upperBound)
      }
    }
    return end
  }

  /// The end of an object without `in a statement` behind it.
  private func objectEnd(from start: Int, to end: Int, of cue: AcceptedCue) -> Int {
    guard self.cues.entries[cue.entry].frames.contains(.np), word(start) != "that",
      end > start + 3
    else { return end }
    for token in start + 1..<end - 1 where has(token, ["in", "on", "during"]) {
      let rest = token + 1..<min(end, token + 6)
      guard
        let channel = rest.first(where: {
          has(
            $0,
            [
              "statement", "interview", "tweet", "message", "telegram", "twitter", "facebook",
              "briefing", "communique",
            ])
        })
      else { continue }
      if rest.prefix(channel - token - 1).allSatisfy({
        !tokens[$0].isPunctuation && !has($0, FunctionWords.prepositions)
      }) {
        return token
      }
    }
    return end
  }

  /// Content that begins with a quotation, alone or going on after it.
  private func quoted(
    _ quotation: Int, of index: Int, among cues: [AcceptedCue], high: Int
  ) -> [Range<Int>] {
    let range = tokens(ofQuotation: quotation)
    guard range.upperBound < high, reading.quotations[quotation].isClosed else { return [range] }
    let next = range.upperBound
    // `"…", "…"` and `"…," adding`: the quotation stands alone.
    if tokens[next].isPunctuation { return [range] }
    let end = clauseEnd(from: next, of: index, among: cues, high: high)
    return end > next ? [range.lowerBound..<end] : [range]
  }

  /// Content before its cue: `"…," X said`, `…, according to X`.
  private func leftPieces(of index: Int, among cues: [AcceptedCue], low: Int) -> [Range<Int>] {
    var end = cues[index].extent.lowerBound
    while end > low, isComma(end - 1) || isDash(end - 1) { end -= 1 }
    guard end > 0 else { return [] }
    var start = leftStart(of: index, among: cues, low: low)
    if let quotation = closing(end - 1) {
      let range = tokens(ofQuotation: quotation)
      if range.lowerBound <= start || isFiller(start..<range.lowerBound) { return [range] }
      // Only the quotation, when an earlier cue has what stands before it.
      if let last = cues[..<index].last, last.extent.upperBound >= range.lowerBound - 1,
        last.standsRight
      {
        return [range]
      }
    }
    if start < end, let quotation = closing(start) {
      start = tokens(ofQuotation: quotation).upperBound
    }
    return start < end ? [start..<end] : []
  }

  private func isFiller(_ range: Range<Int>) -> Bool {
    range.count <= 3
      && range.allSatisfy {
        has($0, ["but", "and", "so", "yet", "or", "however", "meanwhile"])
          || tokens[$0].isPunctuation
      }
  }

  /// Where the clause begins that ends before a cue.
  private func leftStart(of index: Int, among cues: [AcceptedCue], low: Int) -> Int {
    var start = dateline(from: low)
    // Behind the last attribution that was closed before this one began.
    for cue in cues[..<index].suffix(12) where !cue.standsRight {
      var after = cue.extent.upperBound
      while after < cues[index].extent.lowerBound,
        isComma(after) || isDash(after) || has(after, ["and", "but", "while"])
          || isTerminal(after)
      {
        after += 1
      }
      if after < cues[index].extent.lowerBound { start = max(start, after) }
    }
    return start
  }

  /// Skips `GOMA, Congo (AFP) —` at the head of a paragraph.
  func dateline(from low: Int) -> Int {
    guard low < tokens.count, tokens[low].shape.contains(.allCapitals) else { return low }
    for index in low..<min(low + 14, tokens.count) where isDash(index) { return index + 1 }
    return low
  }

  /// What follows a cue that stands in the middle or at the end: `"…," X said, "…"`.
  private func rightRemainder(
    from resume: Int, of index: Int, among cues: [AcceptedCue], high: Int
  ) -> [Range<Int>] {
    var next = resume
    guard next < high, isComma(next) || isDash(next) || word(next) == ":" || isTerminal(next)
    else { return [] }
    next += 1
    guard next < high else { return [] }
    if let quotation = opening(next) {
      return quoted(quotation, of: index, among: cues, high: high)
    }
    guard isComma(next - 1) || isDash(next - 1), !isTerminal(next - 1) else { return [] }
    if cues.dropFirst(index + 1).contains(where: { $0.hit.group.lowerBound == next }) { return [] }
    if has(
      next,
      [
        "and", "but", "while", "as", "although", "though", "after", "when", "who",
        "which", "in", "on", "at", "with", "where", "according", "a", "citing", "before", "because",
      ])
    {
      return []
    }
    // A quotation that is closed before the cue is complete in itself.
    if isQuotedBefore(cues[index].extent.lowerBound, low: 0), !has(next, ["that"]) { return [] }
    let end = clauseEnd(from: next, of: index, among: cues, high: high)
    return end > next ? [next..<end] : []
  }

  /// Where content that begins at `start` ends.
  func clauseEnd(from start: Int, of index: Int, among cues: [AcceptedCue], high: Int) -> Int {
    var end = high
    let level = quotationOfToken[cues[index].hit.group.lowerBound]
    for (offset, other) in cues.enumerated().dropFirst(index + 1).prefix(16) {
      let first = other.extent.lowerBound
      guard first > start, first < end, quotationOfToken[other.hit.group.lowerBound] == level
      else { continue }
      if let cut = cut(before: other, offset, of: index, among: cues, start: start) {
        end = min(end, cut)
      }
    }
    let isSubordinate = standsInSubordinateClause(cues[index])
    for token in start..<end where level == quotationOfToken[token] {
      if isSubordinate, isComma(token), token - start > 2, token + 3 < high,
        hasFiniteVerb(token + 1..<min(high, token + 25)), !has(token + 1, FunctionWords.relatives)
      {
        end = token
        break
      }
      if token > start, word(token) == ";" || endsClause(token, high: high) {
        end = token
        break
      }
    }
    return extended(trimmedEnd(start, end), start: start, level: level)
  }

  /// `While X said …, the army …`: the main clause follows.
  private func standsInSubordinateClause(_ cue: AcceptedCue) -> Bool {
    let first = reading.sentences[reading.sentence(ofToken: cue.hit.group.lowerBound)].tokens
      .lowerBound
    return cue.extent.lowerBound == first + 1
      && has(
        first, ["while", "although", "though", "after", "when", "because", "since", "whereas"])
  }

  /// Where content ends because another attribution begins, or nil when that one is nested.
  private func cut(
    before other: AcceptedCue, _ offset: Int, of index: Int, among cues: [AcceptedCue], start: Int
  ) -> Int? {
    if other.inheritsFrom != nil {
      var root = offset
      while let parent = cues[root].inheritsFrom, parent >= index {
        root = parent
        if root == index { break }
      }
      guard root == index else { return nil }
      return back(
        from: other.hit.group.lowerBound, over: ["and", "while", "by", "but", "or", "then"], start)
    }
    switch other.construction {
    case .accordingTo: return back(from: other.hit.words.lowerBound, over: [], start)
    case .passive, .noun: return nil
    default: break
    }
    guard other.standsRight else { return back(from: other.extent.lowerBound, over: [], start) }
    let before = other.extent.lowerBound - 1
    let joins: Set<Word> = ["while", "but", "and", "whereas", "although", "though", "as"]
    guard before > start, has(before, joins) else {
      return word(before) == ";" ? before : nil
    }
    if isComma(before - 1) { return before - 1 }
    return has(before, ["while", "but", "whereas"])
      || (word(before) == "and" && !other.isPronoun(self))
      ? before : nil
  }

  private func back(from index: Int, over words: Set<Word>, _ start: Int) -> Int {
    var end = index
    while end > start, isComma(end - 1) || isDash(end - 1) || has(end - 1, words) { end -= 1 }
    return end
  }

  /// Whether the writer's own clause begins with this token: `, while the army …`.
  private func endsClause(_ token: Int, high: Int) -> Bool {
    guard isComma(token), token + 2 < high else { return false }
    if has(token + 1, ["while", "whereas"]) {
      return !ends(token + 2, in: "ing")
    }
    return false
  }

  /// Drops closing punctuation at the end of content.
  private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, tokens[end - 1].isPunctuation, closing(end - 1) == nil,
      word(end - 1) != ")", word(end - 1) != "%", word(end - 1) != "?", word(end - 1) != "]"
    {
      end -= 1
    }
    return end
  }

  /// Takes in the rest of a quotation in which content would end.
  private func extended(_ end: Int, start: Int, level: Int32) -> Int {
    guard end > start, quotationOfToken[end - 1] >= 0, quotationOfToken[end - 1] != level else {
      return end
    }
    let range = tokens(ofQuotation: Int(quotationOfToken[end - 1]))
    return range.lowerBound >= start || range.upperBound <= end ? max(end, range.upperBound) : end
  }
}

extension AcceptedCue {
  func isPronoun(_ rules: SentenceRules) -> Bool {
    guard let source, source.count == 1 else { return false }
    return rules.has(source.lowerBound, FunctionWords.pronouns)
  }
}
