import Texts

/// A fingerprint that a new report has in common with an earlier one.
struct Hit: Hashable, Sendable {
  /// The number of the earlier report.
  let report: Int
  /// Where it stands in the new report, in words.
  let new: Int
  /// Where it stands in the earlier one.
  let old: Int
}

/// An earlier report worth comparing word by word.
struct Candidate: Sendable {
  /// How far hits may lie apart, and shift against each other, to speak for one passage.
  static let reach = 60
  static let shift = 12
  /// How far beyond the hits words are compared.
  static let margin = 80
  /// The fewest hits that speak for a passage.
  static let fewestHits = 2

  /// The number of the report.
  let report: Int
  /// The hits, in order of the new report.
  let hits: ArraySlice<Hit>

  /// The words of the new report to compare.
  var newWords: Range<Int> { Self.stretch(hits.map(\.new)) }
  /// The words of the earlier report to compare.
  var oldWords: Range<Int> { Self.stretch(hits.map(\.old)) }

  private static func stretch(_ positions: [Int]) -> Range<Int> {
    let first = positions.min() ?? 0
    let last = positions.max() ?? 0
    return max(0, first - margin)..<last + margin
  }

  /// The candidates among the reports that hits speak for; most hits first, then the latest.
  ///
  /// - Complexity: O(n log n) in the number of hits.
  static func candidates(from hits: [Hit]) -> [Candidate] {
    let sorted = hits.sorted { ($0.report, $0.new, $0.old) < ($1.report, $1.new, $1.old) }
    var found: [Candidate] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count && sorted[end].report == sorted[start].report { end += 1 }
      if isConsistent(sorted[start..<end]) {
        found.append(Candidate(report: sorted[start].report, hits: sorted[start..<end]))
      }
      start = end
    }
    return found.sorted { ($1.hits.count, $1.report) < ($0.hits.count, $0.report) }
  }

  /// Whether enough hits follow each other at the same distance in both reports.
  private static func isConsistent(_ hits: ArraySlice<Hit>) -> Bool {
    for (index, first) in zip(hits.indices, hits) {
      var agreeing = 1
      for next in hits[(index + 1)...] {
        if next.new - first.new > reach { break }
        let shifted = abs((next.new - first.new) - (next.old - first.old))
        if next.new > first.new && shifted <= shift { agreeing += 1 }
        if agreeing >= fewestHits { return true }
      }
    }
    return false
  }
}
