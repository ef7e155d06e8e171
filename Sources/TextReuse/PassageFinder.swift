import Texts

/// Finds the passages that the reports of one story share, and the origins that follow.
///
/// Every pair of reports is compared word by word, so that one shared sentence is found. Where
/// sentences come with vectors, those that share no passage are compared by what they say.
/// The order of the reports decides indexes, never which passages are found.
public struct PassageFinder: Sendable {
  /// Creates a finder.
  public init() {}

  /// All passages among `inputs`.
  ///
  /// - Complexity: O(n² · words) for n reports; about 10 µs a pair of short reports.
  public func result(for inputs: [ReuseInput]) -> ReuseResult {
    let streams = inputs.map { WordStream($0.text, in: $0.range) }
    let values = WordValues(streams)
    let reports = zip(inputs, streams).map { ComparedReport($0, $1, values) }
    let tables = streams.map { GramTable($0, in: 0..<$0.count) }
    var shared: [MatchedPassage] = []
    for a in reports.indices {
      for b in reports.indices where b > a {
        shared += Self.passages(reports, tables, a, b)
      }
    }
    shared.sort { $0.passage < $1.passage }
    let rewritten = RewritingFinder(reports).passages(beside: shared.map(\.passage))
    return OriginFinder(reports: reports, passages: shared, rewritings: rewritten).result()
  }

  /// The passages of one pair, found from the side that does not depend on their order.
  private static func passages(
    _ reports: [ComparedReport], _ tables: [GramTable], _ a: Int, _ b: Int
  ) -> [MatchedPassage] {
    let isSwapped = reports[b].precedes(reports[a])
    let (first, second) = isSwapped ? (b, a) : (a, b)
    let report = reports[first]
    var stretches = PairAligner.shared(
      report.stream, in: 0..<report.stream.count, values: report.values,
      reports[second].stream, tables[second])
    stretches = Furniture.parted(stretches, report, reports[second])
    if isSwapped { stretches = stretches.map(\.swapped) }
    let kinds = PassageKinds(a: reports[a], b: reports[b]).kinds(of: stretches)
    return zip(stretches, kinds).map { stretch, kind in
      MatchedPassage(
        passage: SharedPassage(
          a: Passage.Side(report: a, range: reports[a].stream.range(stretch.a)),
          b: Passage.Side(report: b, range: reports[b].stream.range(stretch.b)),
          kind: kind, matchedWords: stretch.matchedWords),
        stretch: stretch)
    }
  }
}

extension ComparedReport {
  /// A fixed order of reports that does not depend on how they were given.
  func precedes(_ other: ComparedReport) -> Bool {
    if stream.count != other.stream.count { return stream.count < other.stream.count }
    if input.publishedDay != other.input.publishedDay {
      return (input.publishedDay ?? .max) < (other.input.publishedDay ?? .max)
    }
    if input.outlet != other.input.outlet {
      return (input.outlet ?? "") < (other.input.outlet ?? "")
    }
    return input.text.bytes.lexicographicallyPrecedes(other.input.text.bytes)
  }
}
