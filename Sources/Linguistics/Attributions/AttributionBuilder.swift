import Texts

/// Makes attributions, in bytes, of drafts, in tokens.
struct AttributionBuilder {
  let rules: SentenceRules

  func attributions() -> [Attribution] {
    var built: [Attribution] = []
    for draft in rules.drafts {
      if let attribution = attribution(of: draft) { built.append(attribution) }
    }
    built.sort { Self.order($0) < Self.order($1) }
    built = withoutRepeats(built)
    let parents = parents(of: built)
    return zip(built, parents).map { attribution, parent in
      Attribution(
        source: attribution.source, cue: attribution.cue, content: attribution.content,
        form: attribution.form, cueLemma: attribution.cueLemma,
        isNegated: attribution.isNegated, parent: parent)
    }
  }

  private struct Order: Comparable {
    let first: Int
    let cue: Int
    let content: Int
    static func < (a: Order, b: Order) -> Bool {
      (a.first, a.cue, a.content) < (b.first, b.cue, b.content)
    }
  }

  private static func order(_ attribution: Attribution) -> Order {
    let content = attribution.content[0].start
    let cue = attribution.cue?.start ?? content
    // A source that is taken over from before does not count as this one's beginning.
    let source = attribution.source?.start ?? content
    return Order(first: min(source, cue, content), cue: cue, content: content)
  }

  private func withoutRepeats(_ attributions: [Attribution]) -> [Attribution] {
    var kept: [Attribution] = []
    for attribution in attributions where kept.last != attribution { kept.append(attribution) }
    return kept
  }

  private func attribution(of draft: SentenceRules.Draft) -> Attribution? {
    let source = draft.source.map { trimmed(range(ofTokens: $0)) }
    let cue = draft.cue.map { range(ofTokens: $0) }
    var content: [TextRange] = []
    var quotedPieces = 0
    for piece in draft.pieces {
      guard let (range, isQuotation) = contentRange(of: piece) else { continue }
      for rest in subtract([source, cue].compactMap(\.self), from: range) {
        content.append(rest)
        if isQuotation || isInsideQuotation(piece, of: draft) { quotedPieces += 1 }
      }
    }
    content = disjoint(content.sorted())
    guard !content.isEmpty else { return nil }
    if let source, let cue, source.overlaps(cue) { return nil }
    let form: Attribution.Form
    if quotedPieces >= content.count {
      form = .direct
    } else {
      form = content.contains { holdsQuotation($0) } ? .mixed : .indirect
    }
    return Attribution(
      source: source, cue: cue, content: content, form: form,
      cueLemma: draft.entry.map { rules.cues.entries[$0].key } ?? draft.lemma,
      isNegated: draft.isNegated, parent: nil)
  }

  /// Whether a piece that a model found is a part of a quotation in which its cue does not stand.
  private func isInsideQuotation(_ piece: Range<Int>, of draft: SentenceRules.Draft) -> Bool {
    guard draft.isFromModel, let cue = draft.cue else { return false }
    let quotation = rules.quotationOfToken[piece.lowerBound]
    return quotation >= 0 && quotation == rules.quotationOfToken[piece.upperBound - 1]
      && quotation != rules.quotationOfToken[cue.lowerBound]
  }

  private func holdsQuotation(_ range: TextRange) -> Bool {
    let tokens = rules.reading.tokens(in: range)
    return tokens.contains { rules.quotationOfToken[$0] >= 0 }
  }

  private func range(ofTokens tokens: Range<Int>) -> TextRange {
    rules.reading.range(ofTokens: tokens)
  }

  private func trimmed(_ range: TextRange) -> TextRange { rules.reading.text.trimmed(range) }

  /// A piece in bytes: one whole quotation without its marks, else without marks at its rim.
  private func contentRange(of piece: Range<Int>) -> (TextRange, isQuotation: Bool)? {
    var start = piece.lowerBound
    var end = piece.upperBound
    while start < end, rules.tokens[start].isPunctuation, rules.opening(start) == nil,
      !["(", "#", "@", "$", "["].contains(rules.word(start))
    {
      start += 1
    }
    while end > start, rules.isComma(end - 1) || rules.word(end - 1) == "." { end -= 1 }
    guard start < end else { return nil }
    if let quotation = rules.opening(start) {
      let whole = rules.tokens(ofQuotation: quotation)
      if whole.upperBound >= end {
        let inner = withoutFinalStop(rules.reading.quotations[quotation].inner)
        return inner.isEmpty ? nil : (inner, true)
      }
    }
    let range = range(ofTokens: start..<end)
    return range.isEmpty ? nil : (range, false)
  }

  private func withoutFinalStop(_ range: TextRange) -> TextRange {
    let bytes = rules.reading.text.bytes
    guard range.count > 1, [0x2C, 0x2E].contains(bytes[range.end - 1]),
      bytes[range.end - 2] != 0x2E
    else { return range }
    return TextRange(range.start, range.end - 1)
  }

  private func subtract(_ holes: [TextRange], from range: TextRange) -> [TextRange] {
    var parts = [range]
    for hole in holes {
      parts = parts.flatMap { part -> [TextRange] in
        guard part.overlaps(hole) else { return [part] }
        var rest: [TextRange] = []
        if part.start < hole.start { rest.append(TextRange(part.start, hole.start)) }
        if hole.end < part.end { rest.append(TextRange(hole.end, part.end)) }
        return rest
      }
    }
    return parts.map { trimmed($0) }.filter { holdsWord($0) }
  }

  private func holdsWord(_ range: TextRange) -> Bool {
    guard !range.isEmpty else { return false }
    return rules.reading.tokens(in: range).contains { !rules.tokens[$0].isPunctuation }
  }

  private func disjoint(_ ranges: [TextRange]) -> [TextRange] {
    var kept: [TextRange] = []
    for range in ranges {
      if let last = kept.last, range.start < last.end {
        kept[kept.count - 1] = last.union(range)
      } else {
        kept.append(range)
      }
    }
    return kept
  }

  /// For each attribution the innermost other one whose content holds its cue and content.
  private func parents(of attributions: [Attribution]) -> [Int?] {
    struct Piece {
      let range: TextRange
      let owner: Int
    }
    var pieces: [Piece] = []
    for (index, attribution) in attributions.enumerated() {
      pieces += attribution.content.map { Piece(range: $0, owner: index) }
    }
    pieces.sort {
      ($0.range.start, $1.range.end, $0.owner) < ($1.range.start, $0.range.end, $1.owner)
    }
    let anchors = attributions.enumerated()
      .map { (anchor: $1.cue ?? $1.content[0], owner: $0) }
      .sorted { ($0.anchor, $0.owner) < ($1.anchor, $1.owner) }
    var parents = [Int?](repeating: nil, count: attributions.count)
    var open: [Piece] = []
    var next = 0
    for (anchor, owner) in anchors {
      while next < pieces.count, pieces[next].range.start <= anchor.start {
        while let last = open.last, last.range.end <= pieces[next].range.start { open.removeLast() }
        open.append(pieces[next])
        next += 1
      }
      let holder = open.last { $0.owner != owner && $0.range.contains(anchor) }
      guard let holder, holds(attributions[holder.owner], attributions[owner], holder.range)
      else { continue }
      parents[owner] = holder.owner
    }
    return withoutCycles(parents)
  }

  /// Whether the content of `inner` lies in the content of `outer`, and not the other way.
  private func holds(_ outer: Attribution, _ inner: Attribution, _ range: TextRange) -> Bool {
    guard inner.cue != nil || inner.content != outer.content else { return false }
    return inner.content.contains { content in outer.content.contains { $0.overlaps(content) } }
  }

  private func withoutCycles(_ parents: [Int?]) -> [Int?] {
    var parents = parents
    for index in parents.indices {
      var current = parents[index]
      var rounds = 0
      while let step = current, step != index, rounds < 32 {
        current = parents[step]
        rounds += 1
      }
      if current != nil { parents[index] = nil }
    }
    return parents
  }
}
