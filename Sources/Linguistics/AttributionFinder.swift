import Texts

/// Finds who says what by rules over reporting verbs, quotation marks and "according to".
///
/// There is no parser behind it: subjects are sought leftwards from a verb up to the
/// boundary of a clause, contents rightwards up to the sentence's end or the next
/// attribution. `Attributions/` holds the rules by topic.
public struct AttributionFinder: Sendable {
  private let cues: CueLexicon

  /// Creates a finder that knows the cues of a lexicon.
  public init(cues: CueLexicon) { self.cues = cues }

  /// The attributions of a text whose other layers are read, in order of their first byte.
  ///
  /// Source, cue and content pieces of one attribution do not overlap.
  ///
  /// - Complexity: O(n log n) in the tokens of the text.
  public func attributions(in reading: Reading) -> [Attribution] {
    var rules = SentenceRules(reading: reading, cues: cues)
    rules.read()
    return AttributionBuilder(rules: rules).attributions()
  }
}

extension SentenceRules {
  /// Reads every sentence in order.
  mutating func read() {
    var following: [Int: Int] = [:]
    for (index, quotation) in reading.quotations.enumerated() {
      if let before = quotation.continues { following[before] = index }
    }
    var claimed: Set<Int> = []
    var lastEnd = -1
    for (index, sentence) in reading.sentences.enumerated() {
      let before = drafts.count
      var low = sentence.tokens.lowerBound
      while low < sentence.tokens.upperBound {
        let high = min(low + Self.longestSentence, sentence.tokens.upperBound)
        readSentence(low..<high, index: index)
        low = high
      }
      for draft in drafts.indices.dropFirst(before) {
        claimQuotations(of: draft, following: following, claimed: &claimed)
      }
      if let last = drafts.dropFirst(before).last(where: { !$0.isNested }) {
        let pieceEnd = last.pieces.map(\.upperBound).max() ?? 0
        lastEnd = max(lastEnd, pieceEnd, sentence.tokens.upperBound)
      } else {
        claimQuotation(ofSentence: index, claimed: &claimed, lastEnd: &lastEnd)
      }
    }
  }

  /// Marks the quotations that a draft's content takes in, and adds those that go on with them.
  private mutating func claimQuotations(
    of draft: Int, following: [Int: Int], claimed: inout Set<Int>
  ) {
    for piece in drafts[draft].pieces {
      guard let first = piece.first else { continue }
      for token in [first, piece.upperBound - 1] where quotationOfToken[token] >= 0 {
        let quotation = Int(quotationOfToken[token])
        claimed.insert(quotation)
        guard tokens(ofQuotation: quotation).lowerBound >= piece.lowerBound else { continue }
        // Backwards: the cue may stand after the last paragraph of the speech.
        var earlier = reading.quotations[quotation].continues
        var rounds = 0
        while let current = earlier, !claimed.contains(current), rounds < 50 {
          claimed.insert(current)
          drafts[draft].pieces.append(tokens(ofQuotation: current))
          earlier = reading.quotations[current].continues
          rounds += 1
        }
        for next in continuations(of: quotation, following: following)
        where claimed.insert(next).inserted {
          drafts[draft].pieces.append(tokens(ofQuotation: next))
        }
      }
    }
  }

  private mutating func readSentence(_ range: Range<Int>, index: Int) {
    let low = range.lowerBound
    let high = range.upperBound
    if let title = reading.title, title.contains(tokens[low].start),
      let draft = headline(range, index: index)
    {
      drafts.append(draft)
      return
    }
    let tweets = signedTweet(range, sentence: index)
    drafts += tweets
    var accepted: [AcceptedCue] = []
    for hit in hits(in: range) {
      let found =
        accept(hit, in: range, after: accepted)
        ?? hit.asNoun(cues).flatMap { accept($0, in: range, after: accepted) }
      guard let cue = found else { continue }
      for token in cue.hit.words where cue.hit.part != .noun { isCue[token] = true }
      accepted.append(cue)
    }
    for position in accepted.indices {
      if let draft = draft(position, of: accepted, low: low, high: high, index: index) {
        drafts.append(draft)
      }
    }
  }

  /// Judges one possible cue by its surroundings.
  private mutating func accept(
    _ hit: CueHit, in range: Range<Int>, after accepted: [AcceptedCue]
  ) -> AcceptedCue? {
    let level = quotationOfToken[hit.words.lowerBound]
    let previous = accepted.indices.last { index in
      if case .accordingTo = accepted[index].construction { return false }
      return accepted[index].hit.part != .noun
        && quotationOfToken[accepted[index].hit.words.lowerBound] == level
    }
    let draft = previous.map {
      Draft(source: accepted[$0].source, cue: nil, pieces: [], entry: nil, sentence: 0)
    }
    guard let construction = construction(of: hit, in: range, previous: draft) else { return nil }
    let low = range.lowerBound
    let high = range.upperBound
    var cue = AcceptedCue(
      hit: hit, entry: hit.entries[0], place: .left(resume: hit.words.upperBound), source: nil,
      construction: construction, inheritsFrom: nil)
    switch construction {
    case .accordingTo(let source):
      cue.source = source
      return cue
    case .passive(let content, let source):
      cue.source = source
      cue.place = .right(content.lowerBound)
      return cue
    case .noun(let source):
      guard let content = nounContent(hit, high: high) else { return nil }
      cue.source = source
      cue.place = .right(content.start)
      return cue
    case .subject(let source):
      guard let found = place(of: hit, source: source, isInverted: false, low: low, high: high)
      else { return nil }
      (cue.entry, cue.place, cue.source) = (found.entry, found.place, source)
    case .inverted(let source):
      guard let found = place(of: hit, source: source, isInverted: true, low: low, high: high)
      else { return nil }
      (cue.entry, cue.place, cue.source) = (found.entry, found.place, source)
    case .inherited:
      guard let found = place(of: hit, source: nil, isInverted: false, low: low, high: high)
      else { return nil }
      (cue.entry, cue.place) = (found.entry, found.place)
      guard cue.standsRight else { return nil }
      cue.inheritsFrom = previous
      cue.source =
        previous.flatMap { accepted[$0].source }
        ?? leadingSubject(low: low, before: hit.group.lowerBound)
      if cue.source == nil { return nil }
    }
    if level >= 0, isFirstPerson(cue) { return nil }
    return cue
  }

  /// `"I think …"` inside a quotation adds nothing to the quotation.
  private func isFirstPerson(_ cue: AcceptedCue) -> Bool {
    guard let source = cue.source, source.count == 1 else { return false }
    return has(source.lowerBound, ["i", "we", "you"])
  }

  private func draft(
    _ position: Int, of accepted: [AcceptedCue], low: Int, high: Int, index: Int
  ) -> Draft? {
    let cue = accepted[position]
    var draft = Draft(
      source: cue.source, cue: cue.hit.group, pieces: [], entry: cue.entry,
      isNegated: cue.hit.isNegated, sentence: index, hasInheritedSource: cue.inheritsFrom != nil)
    draft.isNested = quotationOfToken[cue.hit.words.lowerBound] >= 0
    switch cue.construction {
    case .accordingTo:
      draft.pieces = accordingTo(position, of: accepted, low: low, high: high)
    case .passive(let content, let source):
      draft.pieces = [content]
      if has(source.upperBound, ["to", "as", "for", "of"]) {
        draft.pieces.append(
          source
            .upperBound..<clauseEnd(
              from: source.upperBound, of: position, among: accepted, high: high))
      }
    case .noun:
      guard case .right(let start) = cue.place else { return nil }
      let end = clauseEnd(from: start, of: position, among: accepted, high: high)
      draft.pieces = [
        start..<(word(start) == "that" ? end : min(end, nounObjectEnd(from: start, high: high)))
      ]
    default:
      draft.pieces = pieces(of: position, among: accepted, low: low, high: high)
    }
    if let source = cue.source, has(source.lowerBound, ["no", "nobody", "none", "neither"]) {
      draft.isNegated = true
    }
    draft.pieces = draft.pieces.filter { !$0.isEmpty }
    return draft.pieces.isEmpty ? nil : draft
  }
}
