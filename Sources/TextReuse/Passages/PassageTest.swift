import Texts

/// Tells words that were taken over from words that any two reports would share.
///
/// A chain passes if it matches enough words, if those say enough (`WordValues`; stock
/// phrases, names and numbers say little), and if it holds little else. Inside quotation
/// marks on both sides fewer words suffice: there, equal words are one statement.
struct PassageTest: Sendable {
  /// The fewest words of a passage outside quotation marks.
  static let fewestWords = 8
  /// The least sum of values of a passage with hardly a gap.
  static let verbatimEvidence = 32
  /// The least sum of values of a passage with gaps, and its fewest words.
  static let editedEvidence = 40
  static let fewestEditedWords = 10
  /// The least share of a quotation that must stand inside quotation marks.
  static let quotedShare = 0.8

  let a: WordStream
  let b: WordStream
  /// The values of the words of `a`.
  let values: [UInt8]

  /// Whether the chain is a passage.
  func passes(_ chain: Chain) -> Bool { isCopied(chain) || isSharedQuotation(chain) }

  /// Whether the chain is a passage of two reports that share long ones.
  func passesBesideCopies(_ chain: Chain) -> Bool {
    let matched = chain.matched(in: a)
    let length = max(a.size(chain.stretchA), b.size(chain.stretchB))
    return matched >= 5 && 2 * matched >= length && sharesTriples(chain)
      && evidence(of: chain) >= Self.verbatimEvidence / 2
  }

  private func isCopied(_ chain: Chain) -> Bool {
    let matched = chain.matched(in: a)
    guard matched >= Self.fewestWords else { return false }
    let length = max(a.size(chain.stretchA), b.size(chain.stretchB))
    guard sharesTriples(chain) else { return false }
    let evidence = evidence(of: chain)
    if matched * 5 >= length * 4 { return evidence >= Self.verbatimEvidence }
    guard matched >= Self.fewestEditedWords, evidence >= Self.editedEvidence else { return false }
    return matched * 20 >= length * (matched >= 15 ? 8 : 11)
  }

  /// Whether a third of the word triples of the shorter side are in the other side too.
  private func sharesTriples(_ chain: Chain) -> Bool {
    let shared = chain.runs.reduce(0) { $0 + max(0, $1.count - 2) }
    let all = min(chain.stretchA.count, chain.stretchB.count) - 2
    return shared * 100 >= all * 32
  }

  /// Whether the words stand in quotation marks on both sides, as one statement would.
  ///
  /// Four words that say enough will do. Fewer, or such as anybody uses, must begin or end
  /// the quotation on both sides and be at least half of one of the two.
  func isSharedQuotation(_ chain: Chain) -> Bool {
    guard a.quotedShare(chain.stretchA) >= Self.quotedShare,
      b.quotedShare(chain.stretchB) >= Self.quotedShare, sharesTriples(chain)
    else { return false }
    let matched = chain.matched(in: a)
    guard matched * 5 >= max(a.size(chain.stretchA), b.size(chain.stretchB)) * 4 else {
      return false
    }
    let evidence = evidence(of: chain)
    if matched >= 4 && evidence >= 16 { return true }
    return matched >= 2 && evidence >= (matched >= 4 ? 6 : 9) && isAtEdge(chain)
      && 2 * matched >= min(a.quotationSize(chain.stretchA), b.quotationSize(chain.stretchB))
  }

  private func isAtEdge(_ chain: Chain) -> Bool {
    let opens =
      a.traits[chain.stretchA.lowerBound].contains(.opensQuote)
      && b.traits[chain.stretchB.lowerBound].contains(.opensQuote)
    let closes =
      a.traits[chain.stretchA.upperBound - 1].contains(.closesQuote)
      && b.traits[chain.stretchB.upperBound - 1].contains(.closesQuote)
    return opens || closes
  }

  private func evidence(of chain: Chain) -> Int {
    var sum = 0
    for run in chain.runs { for index in run.stretchA { sum += Int(values[index]) } }
    return sum
  }

  /// The parts of a run that stand in quotation marks on both sides.
  func quotedParts(of run: Run) -> [Chain] {
    var parts: [Chain] = []
    var start: Int?
    for index in 0...run.count {
      let isQuoted =
        index < run.count && a.traits[run.a + index].contains(.quoted)
        && b.traits[run.b + index].contains(.quoted)
      if isQuoted {
        start = start ?? index
      } else if let first = start {
        parts.append(Chain(runs: [Run(a: run.a + first, b: run.b + first, count: index - first)]))
        start = nil
      }
    }
    return parts
  }
}

extension WordStream {
  /// The share of the words of a stretch that stand inside quotation marks.
  func quotedShare(_ stretch: Range<Int>) -> Double {
    guard !stretch.isEmpty else { return 0 }
    return Double(traits[stretch].count { $0.contains(.quoted) }) / Double(stretch.count)
  }

  /// The size of the quotation that the stretch is part of.
  fileprivate func quotationSize(_ stretch: Range<Int>) -> Int {
    var start = stretch.lowerBound
    while start > 0 && traits[start].contains(.quoted) && !traits[start].contains(.opensQuote) {
      start -= 1
    }
    var end = stretch.upperBound
    while end < count && traits[end].contains(.quoted) && !traits[end - 1].contains(.closesQuote) {
      end += 1
    }
    return size(start..<end)
  }
}
