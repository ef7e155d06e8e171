/// One or two neighbouring sentences of one report, and the one or two of another that they match.
struct SentenceLink: Hashable, Sendable {
  /// Places among the sentences of the one report that take part.
  let a: Range<Int>
  /// Places among those of the other.
  let b: Range<Int>
  /// How much likelier rewritten than not (`SentenceLikeness`).
  let score: Float
  /// The cosine of the two sides.
  let cosine: Float
  /// Whether a verb of saying stands on both sides.
  let isAttributed: Bool
  /// Whether both sides are where every report begins with the same.
  let isLead: Bool
}

/// Links that follow each other in both reports: text that one may have rewritten from the other.
struct SentenceChain: Hashable, Sendable {
  /// In order in both.
  var links: [SentenceLink]
  /// The sum of the links' scores less the cost of sentences passed over.
  let score: Float
}

/// Finds the best chain of links between the sentences of two reports.
///
/// A local alignment (Smith and Waterman 1981) over sentences: a sentence matches one sentence or
/// two neighbouring ones, and sentences passed over on either side cost a little.
struct SentenceAligner: Sendable {
  /// What a sentence passed over costs.
  private static let gap: Float = 0.1

  private enum Step: UInt8 { case end, one, two, joined, passA, passB }

  private let likeness: SentenceLikeness
  private var usedA: [Bool]
  private var usedB: [Bool]

  init(_ likeness: SentenceLikeness) {
    self.likeness = likeness
    usedA = Array(repeating: false, count: likeness.a.count)
    usedB = Array(repeating: false, count: likeness.b.count)
  }

  /// The best chain of sentences that no chain before it holds; its score is 0 when there is none.
  ///
  /// - Complexity: O(a · b).
  mutating func next() -> SentenceChain {
    let (rows, columns) = (likeness.a.count, likeness.b.count)
    let width = columns + 1
    var best = [Float](repeating: 0, count: (rows + 1) * width)
    var steps = [Step](repeating: .end, count: (rows + 1) * width)
    var end = (row: 0, column: 0, score: Float(0))
    for row in 1..<rows + 1 {
      for column in 1..<columns + 1 {
        let cell = row * width + column
        func take(_ score: Float, _ step: Step) {
          if score > best[cell] { (best[cell], steps[cell]) = (score, step) }
        }
        take(best[cell - width] - Self.gap, .passA)
        take(best[cell - 1] - Self.gap, .passB)
        if let link = link(.one, row, column) {
          take(best[cell - width - 1] + link.score, .one)
        }
        if column > 1, let link = link(.two, row, column) {
          take(best[cell - width - 2] + link.score, .two)
        }
        if row > 1, let link = link(.joined, row, column) {
          take(best[cell - 2 * width - 1] + link.score, .joined)
        }
        if best[cell] > end.score { end = (row, column, best[cell]) }
      }
    }
    return chain(endingAt: end, steps, width)
  }

  /// The link that a step to this row and column makes, of sentences not used before.
  private func link(_ step: Step, _ row: Int, _ column: Int) -> SentenceLink? {
    let (rows, columns) =
      switch step {
      case .one: (1, 1)
      case .two: (1, 2)
      case .joined: (2, 1)
      case .end, .passA, .passB: (0, 0)
      }
    guard rows > 0, !usedA[(row - rows)..<row].contains(true),
      !usedB[(column - columns)..<column].contains(true)
    else { return nil }
    switch step {
    case .one: return likeness.link(row - 1, column - 1)
    case .two: return likeness.link(row - 1, andNext: column - 2)
    default: return likeness.link(next: row - 2, with: column - 1)
    }
  }

  private mutating func chain(
    endingAt end: (row: Int, column: Int, score: Float), _ steps: [Step], _ width: Int
  ) -> SentenceChain {
    var links: [SentenceLink] = []
    var (row, column) = (end.row, end.column)
    while true {
      let step = steps[row * width + column]
      if let link = link(step, row, column) { links.append(link) }
      switch step {
      case .end:
        for link in links {
          for index in link.a { usedA[index] = true }
          for index in link.b { usedB[index] = true }
        }
        return SentenceChain(links: links.reversed(), score: end.score)
      case .one: (row, column) = (row - 1, column - 1)
      case .two: (row, column) = (row - 1, column - 2)
      case .joined: (row, column) = (row - 2, column - 1)
      case .passA: row -= 1
      case .passB: column -= 1
      }
    }
  }
}
