import Foundation
import Texts

/// Which reports of a stream are nearest to some in their words.
///
/// Each report is the 60 words that tell it best from the others (frequency in it by rarity among
/// all, at length 1); near is a great sum of products. Words of every tenth report and more count
/// for nothing.
struct NearestReports {
  private struct Posting {
    let report: Int
    let weight: Double
  }

  private static let words = 60

  private let roots: [Set<String>]
  private var vectors: [[(word: Word, weight: Double)]] = []
  private var postings: [Word: [Posting]] = [:]

  init(_ reports: [StoryReport], roots: [Set<String>]) {
    self.roots = roots
    let counts = reports.map { Self.counts(SourceText($0.text)) }
    var holders: [Word: Int] = [:]
    for report in counts { for word in report.keys { holders[word, default: 0] += 1 } }
    for (index, report) in counts.enumerated() {
      let weights = report.map { word, count in
        let rarity = log(Double(reports.count) / Double(holders[word] ?? 1))
        return (word: word, weight: (1 + log(Double(count))) * rarity)
      }
      let best = weights.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }.prefix(Self.words)
      let length = best.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      let vector = best.filter { 10 * (holders[$0.word] ?? 0) <= reports.count }
        .map { (word: $0.word, weight: $0.weight / max(length, 1e-9)) }
      vectors.append(vector)
      for entry in vector {
        postings[entry.word, default: []].append(Posting(report: index, weight: entry.weight))
      }
    }
  }

  /// The `count` reports nearest to some, of other articles than they and than each other.
  func nearest(to targets: [Int], count: Int) -> [Int] {
    var scores: [Int: Double] = [:]
    for target in targets {
      for entry in vectors[target] {
        for posting in postings[entry.word] ?? [] {
          scores[posting.report, default: 0] += entry.weight * posting.weight
        }
      }
    }
    var known = targets.reduce(into: Set<String>()) { $0.formUnion(roots[$1]) }
    var found: [Int] = []
    for (report, _) in scores.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      guard found.count < count else { break }
      if !targets.contains(report), roots[report].isDisjoint(with: known) {
        found.append(report)
        known.formUnion(roots[report])
      }
    }
    return found
  }

  private static func counts(_ text: SourceText) -> [Word: Int] {
    var counts: [Word: Int] = [:]
    var start: Int?
    var offset = 0
    while offset <= text.count {
      let (isWord, length) = text.wordScalar(at: offset)
      if isWord {
        start = start ?? offset
      } else if let first = start {
        counts[Word(folding: text.bytes, in: TextRange(first, offset)), default: 0] += 1
        start = nil
      }
      offset += length
    }
    return counts
  }
}

extension SourceText {
  /// Whether a letter or digit stands at a scalar's first byte, and its length; no at the end.
  fileprivate func wordScalar(at offset: Int) -> (isWord: Bool, length: Int) {
    guard offset < count else { return (false, 1) }
    let (scalar, length) = scalar(at: offset)
    let kind = CharacterClass(scalar)
    return (kind == .letter || kind == .digit, length)
  }
}
