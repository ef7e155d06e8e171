import Claims
import Reports
import Texts

/// Which claims denials and confirmations answer: in their own report, and in the others.
///
/// A denial answers the claim of somebody else, one a report, that has most of its content's words in
/// common, rare words counting most.
public struct AnsweredClaims: Sendable {
  private var answers: [ReportItem: [ReportItem]] = [:]
  /// The share of an answer's words, weighed by how rare they are, that a claim must have.
  private static let leastShare = 0.45

  init(_ accounts: [ReportAccount], actors: ActorJoin) {
    let contents = accounts.map { account in
      account.claims.claims.map { ContentWords($0, in: account.report.text) }
    }
    let weights = Self.weights(contents.joined())
    for (report, account) in accounts.enumerated() {
      for (index, claim) in account.claims.claims.enumerated() where Self.isAnswer(claim) {
        let item = ReportItem(report: report, index: index)
        answers[item] =
          claim.aboutClaims.map { ReportItem(report: report, index: $0) }
          + accounts.indices.compactMap { other in
            other == report
              ? nil
              : best(for: item, in: other, accounts, contents, weights: weights, actors: actors)
          }
      }
    }
  }

  /// The claims that a claim answers, its own report's first; none for what is no answer.
  public func claims(answeredBy item: ReportItem) -> [ReportItem] { answers[item] ?? [] }

  private static func isAnswer(_ claim: Claim) -> Bool {
    (claim.stance == .denies || claim.stance == .confirms) && !claim.isNegated
  }

  /// The claim of a report that an answer of another one most likely speaks of.
  private func best(
    for item: ReportItem, in other: Int, _ accounts: [ReportAccount], _ contents: [[ContentWords]],
    weights: [UInt64: Double], actors: ActorJoin
  ) -> ReportItem? {
    let words = contents[item.report][item.index].stems
    let speaker = accounts[item.report].claims.claims[item.index].speaker
      .map { actors.index[item.report][$0] }
    let whole = words.reduce(0) { $0 + (weights[$1] ?? 0) }
    guard words.count > 2, whole > 0 else { return nil }
    var best: (index: Int, share: Double)?
    for (index, claim) in accounts[other].claims.claims.enumerated() where !Self.isAnswer(claim) {
      if let speaker, claim.speaker.map({ actors.index[other][$0] }) == speaker { continue }
      let common = contents[other][index].stems.filter(words.contains)
      guard common.count > 1 else { continue }
      let share = common.reduce(0) { $0 + (weights[$1] ?? 0) } / whole
      if share >= Self.leastShare, share > (best?.share ?? 0) { best = (index, share) }
    }
    return best.map { ReportItem(report: other, index: $0.index) }
  }

  /// How much each stem says: stems of few claims most.
  private static func weights(_ contents: some Sequence<ContentWords>) -> [UInt64: Double] {
    var counts: [UInt64: Int] = [:]
    for content in contents { for stem in content.stems { counts[stem, default: 0] += 1 } }
    return counts.mapValues { 1 / Double(1 + $0) }
  }
}

/// The content words of a claim, cut so that inflections agree, each once and in order.
struct ContentWords {
  private(set) var stems: [UInt64] = []
  /// Shorter words say too little.
  private static let leastLength = 4

  init(_ claim: Claim, in text: SourceText) {
    var seen: Set<UInt64> = []
    for piece in claim.content {
      var start = piece.start
      while start < piece.end {
        var end = start
        while end < piece.end, Self.isLetter(text.bytes[end]) { end += 1 }
        if end - start >= Self.leastLength,
          !Self.common.contains(Word(folding: text.bytes, in: TextRange(start, end)))
        {
          let stem = ContentWord.stem(of: TextRange(start, end), in: text)
          if seen.insert(stem).inserted { stems.append(stem) }
        }
        start = end + 1
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static let common: Set<Word> = ContentWord.common.union([
    "against",
    "claims", "claim", "reports", "report", "allegations", "allegation", "accusations", "taken",
    "part", "took", "made", "make", "does", "done", "used", "using", "either", "neither", "never",
    "involved", "involvement", "responsible", "responsibility", "behind",
  ])
}
