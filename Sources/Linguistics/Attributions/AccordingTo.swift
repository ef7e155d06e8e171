import Texts

/// `according to X`, `citing X`: the source follows and the content stands around.
extension SentenceRules {
  /// The content of such a cue.
  func accordingTo(
    _ position: Int, of accepted: [AcceptedCue], low: Int, high: Int
  ) -> [Range<Int>] {
    let cue = accepted[position]
    guard let source = cue.source else { return [] }
    let front = cue.hit.words.lowerBound
    var after = source.upperBound
    if isClauseStart(front, low: low) || opensClause(front, after: after, high: high) {
      // `According to X, …`
      while after < high, isComma(after) || word(after) == ":" { after += 1 }
      guard after < high else { return [] }
      return [after..<clauseEnd(from: after, of: position, among: accepted, high: high)]
    }
    if cue.hit.part == .verb, let last = accepted[..<position].last(where: { $0.standsRight }) {
      // `state television reported …, citing the ministry`: the same words, one step inwards.
      let index = accepted[..<position].lastIndex { $0.extent == last.extent } ?? 0
      return pieces(of: index, among: accepted, low: low, high: high)
    }
    var pieces = around(position, of: accepted, low: low)
    if after < high, isComma(after), pieces.last.map({ isComma($0.upperBound) }) ?? false,
      after + 1 < high, !startsNewClause(after + 1)
    {
      let start = after + 1
      let end = clauseEnd(from: start, of: position, among: accepted, high: high)
      if end > start { pieces.append(start..<end) }
    }
    return pieces
  }

  /// Whether a clause follows, as in `…, and according to X, the raid …`.
  private func opensClause(_ front: Int, after: Int, high: Int) -> Bool {
    guard isComma(after), has(front - 1, ["and", "but", "while", "that"]) else { return false }
    return hasFiniteVerb(after + 1..<max(after + 1, high))
  }

  private func startsNewClause(_ index: Int) -> Bool {
    has(index, ["and", "but", "while", "who", "which", "as", "although", "though"])
      || (isCueForm(index) && ends(index, in: "ing"))
  }

  /// The clause before the cue.
  private func around(_ position: Int, of accepted: [AcceptedCue], low: Int) -> [Range<Int>] {
    var end = accepted[position].hit.words.lowerBound
    while end > low, isComma(end - 1) || isDash(end - 1) || isAdverb(end - 1) { end -= 1 }
    var start = dateline(from: low)
    for cue in accepted[..<position].suffix(12) where !cue.standsRight {
      var after = cue.extent.upperBound
      while after < end, isComma(after) || isDash(after) || has(after, ["and", "but", "while"]) {
        after += 1
      }
      if after < end { start = max(start, after) }
    }
    guard start < end else { return [] }
    if let quotation = closing(end - 1) {
      let range = tokens(ofQuotation: quotation)
      if range.lowerBound <= start { return [range] }
    }
    return [start..<end]
  }
}
