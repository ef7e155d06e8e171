import Texts

/// Counts the words of a story for each origin, each word once.
struct OriginWords {
  let trace: OriginTrace
  let passages: [SharedPassage]
  let accounts: [OriginLedger.Key]
  /// The origin of each passage.
  let origins: [OriginLedger.Key]

  /// How many words each origin gave: copies left out, quotations and furniture too.
  ///
  /// What several took from a source that is none of the reports counts once, by the report
  /// that has most of it. In no order.
  func counts() -> [Int] {
    var counts: [OriginLedger.Key: Int] = [:]
    var left = trace.story.reports.indices.map(ownWords)
    var ofWire = [Int](repeating: 0, count: trace.lineage.wires.count)
    for found in trace.lineage.edges.sorted(by: { rank($0.edge) < rank($1.edge) }) {
      let taker = found.edge.to
      let words = found.words.intersection(left[taker])
      switch found.edge.from {
      case .wire(let number):
        ofWire[number] = max(ofWire[number], trace.story.size(words, of: taker))
      case .report(let source) where !found.edge.isDirected:
        let there = trace.story.words(of: source, in: taker).intersection(left[source])
        let sizes = [
          trace.story.size(words, of: taker), trace.story.size(there, of: source),
        ]
        if let passage = found.edge.passages.first {
          counts[origins[passage], default: 0] += sizes.max() ?? 0
        }
        left[source] = left[source].subtracting(there)
      case .report: break
      }
      left[taker] = left[taker].subtracting(found.words)
    }
    for (number, words) in ofWire.enumerated() {
      counts[trace.key(ofWire: number), default: 0] += words
    }
    for (report, words) in left.enumerated() {
      counts[accounts[report], default: 0] += trace.story.size(words, of: report)
    }
    return counts.values.filter { $0 > 0 }.sorted()
  }

  /// Puts edges into an order that does not depend on that of the reports.
  private func rank(_ edge: Lineage.Edge) -> (Int, Int, Int) {
    let taker = trace.story.rank[edge.to]
    switch edge.from {
    case .wire(let number): return (1, number, taker)
    case .report(let source):
      let rank = trace.story.rank[source]
      return edge.isDirected
        ? (0, taker, rank) : (2, min(rank, taker), max(rank, taker))
    }
  }

  /// The words of a report that are neither quoted by another too nor furniture.
  private func ownWords(of report: Int) -> WordSet {
    let stream = trace.story.reports[report].stream
    var words = WordSet(count: stream.count)
    words.insert(0..<stream.count)
    var dropped = WordSet(count: stream.count)
    for passage in passages where !passage.isTaken {
      for side in [passage.a, passage.b] where side.report == report {
        for index in stream.words.indices
        where side.range.start <= stream.ranges[index].start
          && stream.ranges[index].end <= side.range.end
        {
          dropped.insert(index..<index + 1)
        }
      }
    }
    return words.subtracting(dropped)
  }
}

/// The effective number of things of unequal size: e to the entropy of their shares
/// (Hill 1973, order 1).
enum EffectiveNumber {
  /// The number for some sizes, 0 or more each; nil when there is none.
  ///
  /// As many as there are when all are equal, near 1 when one is nearly all.
  static func of(_ sizes: [Int]) -> Double? {
    let total = Double(sizes.reduce(0, +))
    guard total > 0 else { return nil }
    var entropy = 0.0
    for size in sizes where size > 0 {
      let share = Double(size) / total
      entropy -= share * logarithm(share)
    }
    return exponential(entropy)
  }

  /// The natural logarithm of a number above 0: 2 artanh((m - 1) / (m + 1)) by its series.
  ///
  /// The core links no mathematics library; the error is below 1e-15.
  static func logarithm(_ value: Double) -> Double {
    let ratio = (value.significand - 1) / (value.significand + 1)
    var power = ratio
    var sum = 0.0
    for term in 0..<24 {
      sum += power / Double(2 * term + 1)
      power *= ratio * ratio
    }
    return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
  }

  /// e to a power from 0 to 700.
  static func exponential(_ value: Double) -> Double {
    var result = 1.0
    var term = 1.0
    for index in 1..<24 {
      term *= value / 16 / Double(index)
      result += term
    }
    for _ in 0..<4 { result *= result }
    return result
  }
}
