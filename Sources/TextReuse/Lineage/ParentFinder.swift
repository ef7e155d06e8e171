/// Finds which reports one report took its words from.
struct ParentFinder: Sendable {
  /// A report that another took words from.
  struct Parent: Sendable {
    let report: Int
    let pair: Int
    let evidence: Lineage.Evidence
    /// The words of the taker that came this way.
    let words: WordSet
    /// Positions in the pair's passages.
    let passages: [Int]
    let others: [Int]
  }

  /// Words that a report named as the source is preferred by.
  private static let creditWords = 12
  /// Edits of one report found in another, from which on it was taken from there.
  private static let variantWords = 8

  let story: SharedStory
  let wires: [FoundWire]

  private struct Candidate {
    let report: Int
    let pair: Int
    let evidence: Lineage.Evidence
    let words: WordSet
    /// The words that only reports before it lack: its own edits.
    var variants: WordSet
    /// How many of the other candidates it took from.
    var depth = 0
  }

  /// The parents of `taker` for the words `left`, the likeliest first, among those that
  /// `isAllowed` with what shows them.
  ///
  /// The likeliest has most of the taker's words, its own edits counted three times; the next
  /// has most of what is left. Of equals the one the others took from comes first.
  func parents(
    of taker: Int, words free: WordSet, isAllowed: (Int, Lineage.Evidence) -> Bool
  ) -> [Parent] {
    let all = candidates(for: taker).filter { isAllowed($0.report, $0.evidence) }
    var left = free
    var open = all.filter { !passages(of: $0.pair, taker: taker, mostlyIn: left).isEmpty }
    var parents: [Parent] = []
    while let best = likeliest(of: open, taker, left) {
      let words = best.words.intersection(left)
      parents.append(
        Parent(
          report: best.report, pair: best.pair, evidence: best.evidence, words: words,
          passages: passages(of: best.pair, taker: taker, mostlyIn: left),
          others: others(like: best, words, all, taker)))
      left = left.subtracting(best.words)
      open = open.filter {
        $0.report != best.report
          && !passages(of: $0.pair, taker: taker, mostlyIn: left).isEmpty
      }
    }
    return parents
  }

  /// Positions of a pair's passages of which `words` hold half of the matching words or enough
  /// of them in a row.
  func passages(of pair: Int, taker: Int, mostlyIn words: WordSet) -> [Int] {
    let item = story.pairs[pair]
    return item.passages.indices.filter { item.isHeld($0, of: taker, by: words) }
  }

  private func candidates(for taker: Int) -> [Candidate] {
    var found = story.pairsOf[taker].compactMap { pair -> Candidate? in
      guard let source = story.source(of: taker, pair: pair),
        !isCarrier(source.report, taker, pair, source.evidence)
      else { return nil }
      let words = story.words(of: taker, pair: pair)
      return Candidate(
        report: source.report, pair: pair, evidence: source.evidence, words: words,
        variants: WordSet(count: story.reports[taker].stream.count))
    }
    for index in found.indices {
      for other in found where isSource(other.report, of: found[index].report) {
        found[index].depth += 1
        found[index].variants.formUnion(
          story.variants(of: taker, from: found[index].report, besides: other.report))
      }
    }
    return found
  }

  private func isSource(_ report: Int, of other: Int) -> Bool {
    guard let pair = story.pair(report, other) else { return false }
    return story.source(of: other, pair: pair)?.report == report
  }

  private func likeliest(
    of candidates: [Candidate], _ taker: Int, _ left: WordSet
  ) -> Candidate? {
    let keyed = candidates.map { candidate in
      let words = story.size(candidate.words.intersection(left), of: taker)
      let variants = story.size(candidate.variants.intersection(left), of: taker)
      let isVersion = story.pairs[candidate.pair].isVersion
      let key = [
        isVersion ? 1 : 0,
        words + 2 * variants + (candidate.evidence == .credit ? Self.creditWords : 0),
        isVersion ? candidate.depth : -candidate.depth, -story.rank[candidate.report],
      ]
      return (candidate, key)
    }
    return keyed.max { $0.1.lexicographicallyPrecedes($1.1) }?.0
  }

  /// Whether two reports carry the words of one wire, so that neither gave them to the other.
  ///
  /// A report named as the source gave them; so did one whose own edits the taker has, when
  /// two others of the wire have none of them.
  private func isCarrier(
    _ source: Int, _ taker: Int, _ pair: Int, _ evidence: Lineage.Evidence
  ) -> Bool {
    guard evidence != .credit, !story.reports[source].sharesOutlet(with: story.reports[taker])
    else { return false }
    let words = story.words(of: taker, pair: pair)
    let size = story.size(words, of: taker)
    return wires.contains { wire in
      guard let own = wire.words[taker], wire.words[source] != nil, wire.words.count > 1,
        2 * story.size(words.intersection(own), of: taker) >= size
      else { return false }
      guard evidence == .time else { return true }
      let edits = wire.words.keys.filter { $0 != source && $0 != taker }.sorted()
        .filter { story.pair($0, taker) != nil && story.pair($0, source) != nil }
        .map { story.size(story.variants(of: taker, from: source, besides: $0), of: taker) }
      return edits.count < 2 || (edits.min() ?? 0) < Self.variantWords
    }
  }

  /// Reports that have all of some words as well, where no edit tells them apart.
  private func others(
    like candidate: Candidate, _ words: WordSet, _ all: [Candidate], _ taker: Int
  ) -> [Int] {
    let size = story.size(words, of: taker)
    return all.filter { other in
      other.report != candidate.report
        && !story.reports[other.report].sharesOutlet(with: story.reports[taker])
        && 20 * story.size(words.intersection(other.words), of: taker) >= 19 * size
    }.map(\.report).sorted()
  }
}
