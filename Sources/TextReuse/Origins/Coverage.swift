import Texts

/// How much of each report other reports hold too, in words.
struct Coverage: Sendable {
  /// Per report the words that are in no passage of any kind.
  let novel: [Int]
  /// For two reports that share taken words, how many words of each those cover.
  private(set) var taken: [Pair: (a: Int, b: Int)] = [:]
  /// Per report the words covered by taken passages with any other.
  let takenWords: [Int]

  /// Two report indexes, the lower first.
  struct Pair: Hashable, Sendable {
    let a: Int
    let b: Int
  }

  init(_ reports: [ComparedReport], _ passages: [SharedPassage]) {
    var any: [[TextRange]] = reports.map { _ in [] }
    var takenRanges = any
    var pairs: [Pair: (a: [TextRange], b: [TextRange])] = [:]
    for passage in passages {
      any[passage.a.report].append(passage.a.range)
      any[passage.b.report].append(passage.b.range)
      guard passage.isTaken else { continue }
      takenRanges[passage.a.report].append(passage.a.range)
      takenRanges[passage.b.report].append(passage.b.range)
      let pair = Pair(a: passage.a.report, b: passage.b.report)
      pairs[pair, default: ([], [])].a.append(passage.a.range)
      pairs[pair, default: ([], [])].b.append(passage.b.range)
    }
    novel = reports.indices.map { reports[$0].size - reports[$0].stream.size(within: any[$0]) }
    takenWords = reports.indices.map { reports[$0].stream.size(within: takenRanges[$0]) }
    for (pair, ranges) in pairs {
      taken[pair] = (
        reports[pair.a].stream.size(within: ranges.a),
        reports[pair.b].stream.size(within: ranges.b)
      )
    }
  }

  /// The words of `report` that it shares, taken, with `other`.
  func taken(of report: Int, with other: Int) -> Int {
    let pair = Pair(a: min(report, other), b: max(report, other))
    guard let sides = taken[pair] else { return 0 }
    return report < other ? sides.a : sides.b
  }
}

extension WordStream {
  /// The number of words that lie within any of some byte ranges.
  fileprivate func size(within covering: [TextRange]) -> Int {
    var sum = 0
    var index = 0
    var reached = 0
    for range in covering.sorted() where range.end > reached {
      while index < count && ranges[index].start < range.start { index += 1 }
      let first = index
      while index < count && ranges[index].end <= range.end { index += 1 }
      sum += size(first..<index)
      reached = range.end
    }
    return sum
  }
}
