import Foundation
import Linguistics
import Texts

/// Counts of what a model says of attributions before they are put together: its layers, and the
/// sources that its roles give to gold contents.
struct EvidenceTally {
  private var layers = [AttributionTally.Count](repeating: AttributionTally.Count(), count: 3)
  /// By roles, and by nearness.
  private var links = [AttributionTally.Count](repeating: AttributionTally.Count(), count: 2)
  private var isEmpty = true

  mutating func add(
    _ article: PolnearArticle, _ reading: Reading, _ evidence: AttributionEvidence
  ) {
    isEmpty = false
    let counted = CountedSpans(article, reading)
    let found = evidence.layers
    for (layer, runs) in [found[0], found[1], found[2] + found[3]].enumerated() {
      let gold = article.gold.flatMap { item in
        [item.source, item.cue, item.content][layer].map { reading.tokens(in: $0) }
      }
      let goldSpans = Set(counted.trimmed(gold))
      let foundSpans = Set(counted.trimmed(runs))
      let common = goldSpans.intersection(foundSpans).count
      layers[layer].add(right: common, rightFound: common, found: foundSpans, gold: goldSpans)
    }
    addLinks(article, reading) { evidence.roles(ofCueAt: $0) }
  }

  /// A gold attribution in tokens.
  private struct Link {
    var cue: Range<Int>
    var sources: Set<Range<Int>>
    var contents: [Range<Int>]
  }

  /// Adds the links of an article; `roles` gives those for the cue that begins with a token.
  mutating func addLinks(
    _ article: PolnearArticle, _ reading: Reading, roles: (Int) -> AttributionEvidence.Roles?
  ) {
    isEmpty = false
    let counted = CountedSpans(article, reading)
    let gold = article.gold.compactMap { item -> Link? in
      let cues = item.cue.map { reading.tokens(in: $0) }.filter { !$0.isEmpty }
      guard let cue = cues.min(by: { $0.lowerBound < $1.lowerBound }), counted.isKept(cue) else {
        return nil
      }
      func runs(_ ranges: [TextRange]) -> [Range<Int>] {
        ranges.map { reading.tokens(in: $0) }.filter { !$0.isEmpty }
      }
      return Link(cue: cue, sources: Set(runs(item.source)), contents: runs(item.content))
    }
    let logs = gold.compactMap { roles($0.cue.lowerBound).map(RoleLogs.init) }
    let sources = Set(gold.flatMap(\.sources)).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    for link in gold where !link.sources.isEmpty {
      for content in link.contents {
        let cue = Self.best(logs) { $0.mean(of: content, labels: [3, 4]) }
        let source = cue.flatMap { cue in
          Self.best(sources) { cue.mean(of: $0, labels: [1, 2]) }
        }
        let nearest = Self.best(sources) { -Double(Self.distance($0, content)) }
        for (index, chosen) in [source, nearest].enumerated() {
          links[index].gold += 1
          guard let chosen else { continue }
          links[index].found += 1
          guard link.sources.contains(chosen) else { continue }
          links[index].right += 1
          links[index].rightFound += 1
        }
      }
    }
  }

  /// The first of the items with the highest score; those without one do not count.
  private static func best<Item>(_ items: [Item], _ score: (Item) -> Double?) -> Item? {
    var best: (score: Double, item: Item)?
    for item in items {
      guard let value = score(item) else { continue }
      if best.map({ value > $0.score }) ?? true { best = (value, item) }
    }
    return best?.item
  }

  /// The tokens between two runs; one inside the other is far.
  private static func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    if a.upperBound <= b.lowerBound { return b.lowerBound - a.upperBound }
    if b.upperBound <= a.lowerBound { return a.lowerBound - b.upperBound }
    return 50
  }

  /// The figures, one row a layer; none when no model read.
  var rows: [AttributionTally.Row] {
    if isEmpty { return [] }
    return zip(["source", "cue", "content"], layers).map { $1.row($0, "layers") }
      + [links[0].row("link", "roles"), links[1].row("link", "nearest")]
  }
}

/// The logarithms of the probabilities that tokens play roles for a cue.
private struct RoleLogs {
  let tokens: Range<Int>
  private var logs: [Double] = []

  init(_ roles: AttributionEvidence.Roles) {
    tokens = roles.tokens
    for first in stride(from: 0, to: roles.scores.count, by: 5) {
      let scores = roles.scores[first..<first + 5].map(Double.init)
      let most = scores.max() ?? 0
      let sum = scores.reduce(0) { $0 + exp($1 - most) }
      logs += scores.map { $0 - most - log(sum) }
    }
  }

  /// The mean, over the tokens of a run near the cue, of the log-probability of some labels; nil
  /// when none is near.
  func mean(of run: Range<Int>, labels: [Int]) -> Double? {
    let near = run.clamped(to: tokens)
    guard !near.isEmpty, run.overlaps(tokens) else { return nil }
    let sum = near.reduce(0.0) { sum, token in
      let base = 5 * (token - tokens.lowerBound)
      return sum + log(labels.reduce(0) { $0 + exp(logs[base + $1]) })
    }
    return sum / Double(near.count)
  }
}
