import Texts

/// Finds text that one report rewrote from another, in the sentences that exact matching leaves.
///
/// Reports of one event tell the same, and what tells the same is no copy. What independent
/// reports do not share is a chain: several sentences, one after another in both, each with words
/// that the other had no need to use. Sentences in quotation marks take no part.
struct RewritingFinder: Sendable {
  /// The least score of a chain between reports that share nothing else, and its fewest links.
  static let leastScore: Float = 1.3
  static let fewestLinks = 3
  /// A link counts as one from here.
  static let plainLink: Float = 0.15
  /// The least score of a further chain, and its fewest links.
  static let furtherScore: Float = 0.8
  static let furtherLinks = 2
  /// The least score of a chain between reports that share copied words of weight, and of the
  /// best link in it, a lead not counted.
  static let besideCopies: Float = 0.45
  static let strongLink: Float = 0.35
  /// The share of a sentence that a passage may hold already.
  private static let heldShare = 0.4
  /// The most chains between two reports.
  private static let mostChains = 12

  private let reports: [ComparedReport]
  private let sentences: [[RewritableSentence]]

  /// Prepares the sentences of `reports`; those without vectors have none.
  init(_ reports: [ComparedReport]) {
    self.reports = reports
    sentences = reports.map { $0.input.sentences.isEmpty ? [] : $0.rewritableSentences() }
  }

  /// The rewritten passages of all pairs, in order, where `exact` are the passages found by words.
  func passages(beside exact: [SharedPassage]) -> [SharedPassage] {
    var held: [Coverage.Pair: [SharedPassage]] = [:]
    for passage in exact {
      held[Coverage.Pair(a: passage.a.report, b: passage.b.report), default: []].append(passage)
    }
    var found: [SharedPassage] = []
    for a in reports.indices where !sentences[a].isEmpty {
      for b in reports.indices where b > a && !sentences[b].isEmpty {
        guard reports[a].input.sentences.width == reports[b].input.sentences.width else { continue }
        found += passages(a, b, beside: held[Coverage.Pair(a: a, b: b)] ?? [])
      }
    }
    return found.sorted()
  }

  /// The rewritten passages of one pair, found from the side that does not depend on their order.
  private func passages(_ a: Int, _ b: Int, beside exact: [SharedPassage]) -> [SharedPassage] {
    let isSwapped = reports[b].precedes(reports[a])
    let (first, second) = isSwapped ? (b, a) : (a, b)
    let ranges = [exact.map(\.a.range), exact.map(\.b.range)]
    let likeness = SentenceLikeness(
      open(first, besides: ranges[isSwapped ? 1 : 0]), reports[first].input.sentences,
      open(second, besides: ranges[isSwapped ? 0 : 1]), reports[second].input.sentences)
    let found = chains(in: likeness, areRelated: sharesCopies(a, b, exact)).flatMap {
      runs(of: $0, likeness)
    }
    let kind = kind(of: found, a, b, exact)
    return found.map { run in
      let sides = (side(first, run.a), side(second, run.b))
      let (x, y) = isSwapped ? (sides.1, sides.0) : sides
      return SharedPassage(
        a: x, b: y, kind: kind, matchedWords: run.matchedWords, similarity: run.similarity)
    }
  }

  private func side(_ report: Int, _ words: Range<Int>) -> Passage.Side {
    Passage.Side(report: report, range: reports[report].stream.range(words))
  }

  /// The sentences of a report that no passage shared with the other report holds already.
  private func open(_ report: Int, besides ranges: [TextRange]) -> [RewritableSentence] {
    let stream = reports[report].stream
    return sentences[report].filter { sentence in
      let held = sentence.words.count { word in
        ranges.contains { $0.contains(stream.ranges[word]) }
      }
      return Double(held) < Self.heldShare * Double(sentence.words.count)
    }
  }

  /// Whether the copied words that two reports share make a family of them.
  private func sharesCopies(_ a: Int, _ b: Int, _ exact: [SharedPassage]) -> Bool {
    let copied = exact.reduce(0) { $0 + ($1.isTaken ? $1.matchedWords : 0) }
    let smaller = min(reports[a].size, reports[b].size)
    return copied >= OriginFinder.joiningWords
      && Double(copied) >= OriginFinder.joiningShare * Double(smaller)
  }

  /// The chains that pass, best first.
  private func chains(in likeness: SentenceLikeness, areRelated: Bool) -> [SentenceChain] {
    guard !likeness.a.isEmpty, !likeness.b.isEmpty else { return [] }
    var aligner = SentenceAligner(likeness)
    var found: [SentenceChain] = []
    while found.count < Self.mostChains {
      let chain = aligner.next()
      let isFurther = areRelated || !found.isEmpty
      guard isFurther ? chain.follows(areRelated: areRelated) : chain.standsAlone else { break }
      found.append(chain)
    }
    return found
  }

  /// The links of a chain that are likelier rewritten than not; neighbors in both make one.
  ///
  /// Of a chain that does not stand by itself leads and weak links are left out.
  private func runs(of chain: SentenceChain, _ likeness: SentenceLikeness) -> [Rewriting] {
    var runs: [Rewriting] = []
    var last: SentenceLink?
    let standsAlone = chain.standsAlone
    for link in chain.links
    where standsAlone ? link.score >= 0 : link.score >= Self.plainLink && !link.isLead {
      let a = likeness.a[link.a]
      let b = likeness.b[link.b]
      var run = Rewriting(a, b, link)
      if let last, let before = runs.last,
        likeness.a[last.a.upperBound - 1].index + 1 == likeness.a[link.a.lowerBound].index,
        likeness.b[last.b.upperBound - 1].index + 1 == likeness.b[link.b.lowerBound].index
      {
        run = before.joined(with: run)
        runs.removeLast()
      }
      runs.append(run)
      last = link
    }
    return runs
  }

  /// Two reports of one outlet that share most of the smaller are versions.
  private func kind(
    of runs: [Rewriting], _ a: Int, _ b: Int, _ exact: [SharedPassage]
  ) -> Passage.Kind {
    guard reports[a].sharesOutlet(with: reports[b]) else { return .copy }
    let smaller = reports[a].size <= reports[b].size ? a : b
    let isFirst = (smaller == a) != reports[b].precedes(reports[a])
    let rewritten = runs.reduce(0) {
      $0 + reports[smaller].stream.size(isFirst ? $1.a : $1.b)
    }
    let copied = exact.reduce(0) { $0 + ($1.isTaken ? $1.matchedWords : 0) }
    let share = Double(rewritten + copied) / Double(max(1, reports[smaller].size))
    return share >= PassageKinds.versionShare ? .version : .copy
  }
}

extension SentenceChain {
  /// Whether the chain shows by itself that its text was rewritten.
  fileprivate var standsAlone: Bool {
    score >= RewritingFinder.leastScore
      && links.count { $0.score >= RewritingFinder.plainLink } >= RewritingFinder.fewestLinks
      && links.contains { $0.score >= RewritingFinder.plainLink && !$0.isAttributed }
  }

  /// Whether it does between reports of which one took other text from the other.
  fileprivate func follows(areRelated: Bool) -> Bool {
    if areRelated && score >= RewritingFinder.besideCopies {
      return links.contains { $0.score >= RewritingFinder.strongLink && !$0.isLead }
    }
    return score >= RewritingFinder.furtherScore
      && links.count { $0.score >= RewritingFinder.plainLink } >= RewritingFinder.furtherLinks
  }
}

/// Neighbouring sentences of one report, and those of another that tell the same in other words.
private struct Rewriting {
  /// The words of the one report.
  let a: Range<Int>
  /// The words of the other.
  let b: Range<Int>
  /// How many words that say something are in both.
  let matchedWords: Int
  private let cosines: [Float]

  /// The mean cosine of its links.
  var similarity: Float { cosines.reduce(0, +) / Float(cosines.count) }

  private init(_ a: Range<Int>, _ b: Range<Int>, _ matchedWords: Int, _ cosines: [Float]) {
    self.a = a
    self.b = b
    self.matchedWords = matchedWords
    self.cosines = cosines
  }

  init(
    _ a: ArraySlice<RewritableSentence>, _ b: ArraySlice<RewritableSentence>, _ link: SentenceLink
  ) {
    let first = a.dropFirst().reduce(a[a.startIndex], +)
    let second = b.dropFirst().reduce(b[b.startIndex], +)
    self.init(first.words, second.words, first.sharedTerms(with: second), [link.cosine])
  }

  func joined(with next: Rewriting) -> Rewriting {
    Rewriting(
      a.lowerBound..<next.a.upperBound, b.lowerBound..<next.b.upperBound,
      matchedWords + next.matchedWords, cosines + next.cosines)
  }
}
