import Texts

/// How much of each report others do not hold, in words.
struct Coverage: Sendable {
  /// Per report the words in no passage shared with another; other versions of it do not count.
  let novel: [Int]

  /// Two report indexes, the lower first.
  struct Pair: Hashable, Sendable {
    let a: Int
    let b: Int
  }

  init(_ reports: [ComparedReport], _ passages: [SharedPassage]) {
    var shared: [[TextRange]] = reports.map { _ in [] }
    for passage in passages where passage.kind != .version {
      shared[passage.a.report].append(passage.a.range)
      shared[passage.b.report].append(passage.b.range)
    }
    novel = reports.indices.map { reports[$0].size - reports[$0].stream.size(within: shared[$0]) }
  }

  /// Whether a report has enough words of its own to be an account.
  func hasOwnAccount(_ report: Int, of reports: [ComparedReport]) -> Bool {
    novel[report] >= OriginFinder.accountWords
      && Double(novel[report]) >= OriginFinder.accountShare * Double(reports[report].size)
  }
}

extension WordStream {
  /// The number of words that lie within any of some byte ranges.
  func size(within covering: [TextRange]) -> Int {
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
