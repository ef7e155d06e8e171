import Texts

/// Quotations that no cue claims: they go on with the attribution before.
extension SentenceRules {
  /// Gives a sentence's leading quotation, when nothing has claimed it, to the attribution
  /// before, or makes an attribution of its own.
  mutating func claimQuotation(
    ofSentence index: Int, claimed: inout Set<Int>, lastEnd: inout Int
  ) {
    let sentence = reading.sentences[index]
    let first = sentence.tokens.lowerBound
    guard let quotation = opening(first), !claimed.contains(quotation) else { return }
    let range = tokens(ofQuotation: quotation)
    // A quoted word at the head of the writer's own sentence is no speech.
    let high = reading.sentences[reading.sentence(ofToken: max(first, range.upperBound - 1))].tokens
      .upperBound
    let tail = range.upperBound..<max(range.upperBound, high)
    guard range.count > 5, tail.allSatisfy({ tokens[$0].isPunctuation }) else { return }
    claimed.insert(quotation)
    let isAdjacent = index > 0 && lastEnd >= first - 1
    let isContinued = reading.quotations[quotation].continues.map { claimed.contains($0) } ?? false
    if isAdjacent || isContinued, let last = drafts.indices.last(where: { !drafts[$0].isNested }) {
      let isQuoted = drafts[last].pieces.contains { piece in
        quotationOfToken[piece.lowerBound] >= 0 || quotationOfToken[piece.upperBound - 1] >= 0
      }
      if isQuoted {
        drafts[last].pieces.append(range)
      } else {
        drafts.append(
          Draft(
            source: drafts[last].source, cue: nil, pieces: [range], entry: nil, sentence: index,
            hasInheritedSource: true))
      }
    } else {
      drafts.append(Draft(source: nil, cue: nil, pieces: [range], entry: nil, sentence: index))
    }
    lastEnd = range.upperBound
  }

  /// The later paragraphs of a quotation that goes on by convention.
  func continuations(of quotation: Int, following: [Int: Int]) -> [Int] {
    var chain: [Int] = []
    var current = quotation
    while let next = following[current], chain.count < 50 {
      chain.append(next)
      current = next
    }
    return chain
  }
}
