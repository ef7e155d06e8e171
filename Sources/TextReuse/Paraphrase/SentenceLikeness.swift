import Texts

/// How much more two sentences of two reports have in common than any two of these reports.
///
/// Reports of one event are alike in every sentence, so a cosine alone says little. From it is
/// taken what either sentence shares with its nearest others on the other side (the margin of
/// Artetxe and Schwenk 2019), which is the pair's own background.
struct SentenceLikeness: Sendable {
  /// What a link is worth at most: one sentence that both took from a statement makes no chain.
  static let most: Float = 0.5
  /// What two sentences have in common by chance, and a little more.
  private static let expected: Float = 0.25
  /// What it is worth that all words of the shorter sentence are in the other.
  private static let worthOfWords: Float = 0.5
  /// What a number that differs costs, and how many at most count: forms filled in anew.
  private static let costOfNumber: Float = 0.1
  private static let mostNumbers = 3

  let a: [RewritableSentence]
  let b: [RewritableSentence]
  /// The links of one sentence with one, `[sentence of a][sentence of b]`.
  private var links: [SentenceLink] = []
  /// Those of one with two that follow each other, by the first; nil where that is no likelier.
  private var splits: [SentenceLink?] = []
  /// Those of two that follow each other with one, by the first.
  private var joins: [SentenceLink?] = []

  /// Compares sentences `a` of one report with sentences `b` of another.
  ///
  /// - Complexity: O(a · b · width).
  init(
    _ a: [RewritableSentence], _ vectorsA: ReportSentences, _ b: [RewritableSentence],
    _ vectorsB: ReportSentences
  ) {
    self.a = a
    self.b = b
    let table = CosineTable(a.map(\.index), vectorsA, b.map(\.index), vectorsB)
    let flipped = table.flipped
    let nextA = zip(a, a.dropFirst()).map(+)
    let nextB = zip(b, b.dropFirst()).map(+)
    for x in a.indices {
      for y in b.indices {
        links.append(
          link(x..<x + 1, y..<y + 1, a[x], b[y], table.cosine(x, y), table.background(x, y)))
        splits.append(
          table.split(x, y).map {
            link(x..<x + 1, y..<y + 2, a[x], nextB[y], $0.cosine, $0.background)
          })
        joins.append(
          flipped.split(y, x).map {
            link(x..<x + 2, y..<y + 1, nextA[x], b[y], $0.cosine, $0.background)
          })
      }
    }
  }

  /// The link of a sentence of each; its score is above 0 when they are likelier rewritten than not.
  func link(_ x: Int, _ y: Int) -> SentenceLink { links[x * b.count + y] }

  /// The link of one sentence of `a` with two of `b` that follow each other.
  func link(_ x: Int, andNext y: Int) -> SentenceLink? { splits[x * b.count + y] }

  /// The link of two sentences of `a` that follow each other with one of `b`.
  func link(next x: Int, with y: Int) -> SentenceLink? { joins[x * b.count + y] }

  private func link(
    _ x: Range<Int>, _ y: Range<Int>, _ first: RewritableSentence, _ second: RewritableSentence,
    _ cosine: Float, _ background: Float
  ) -> SentenceLink {
    let least = max(RewritableSentence.leastEvidence, min(first.evidence, second.evidence))
    let words = Float(first.sharedEvidence(with: second)) / Float(least)
    let numbers = Float(min(first.differingNumbers(from: second), Self.mostNumbers))
    var score =
      cosine - background + Self.worthOfWords * words - Self.expected - Self.costOfNumber * numbers
    score = min(score, Self.most)
    let isLead = first.isLead && second.isLead
    if score > 0 && isLead { score /= 2 }
    return SentenceLink(
      a: x, b: y, score: score, cosine: cosine,
      isAttributed: first.isAttributed && second.isAttributed, isLead: isLead)
  }
}
