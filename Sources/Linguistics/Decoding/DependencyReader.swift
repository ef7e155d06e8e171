import Encoder

/// Finds the tree of each sentence, then the relation of each arc.
struct DependencyReader {
  let model: ReaderModel
  let states: HiddenStates
  let windows: Windows

  /// Words whose arcs are scored at once: few enough to stay in the second cache.
  private static let wordsAtOnce = 256

  /// What each token depends on, when no sentence crosses the end of a core.
  ///
  /// - Complexity: O(n) in tokens, times the length of a sentence.
  func dependencies(of sentences: [Sentence]) -> [Dependency] {
    var dependencies: [Dependency] = []
    dependencies.reserveCapacity(windows.rowsOfTokens.count)
    var window = 0
    var first = 0
    while first < sentences.count {
      var end = first + 1
      let start = sentences[first].tokens.lowerBound
      while end < sentences.count,
        sentences[end].tokens.upperBound - start <= Self.wordsAtOnce
      {
        end += 1
      }
      dependencies += self.dependencies(of: sentences[first..<end], from: &window)
      first = end
    }
    return dependencies
  }

  /// What the tokens of some sentences depend on; the first lies in `window` or behind it.
  private func dependencies(
    of sentences: ArraySlice<Sentence>, from window: inout Int
  ) -> [Dependency] {
    guard let first = sentences.first, let last = sentences.last else { return [] }
    let words = first.tokens.lowerBound..<last.tokens.upperBound
    // The words, then the root of each sentence.
    var indexes = Array(windows.rowsOfTokens[words])
    for sentence in sentences {
      while windows.windows[window].core.upperBound <= sentence.tokens.lowerBound { window += 1 }
      indexes.append(windows.rowOfRoot(window))
    }
    let rows = StateRows(indexes, of: states)
    let scorer = model.encoder.pairs(model.arcs, dependents: rows, heads: rows)
    var heads: [Int?] = []
    heads.reserveCapacity(words.count)
    for (index, sentence) in sentences.enumerated() {
      let start = sentence.tokens.lowerBound - words.lowerBound
      let places = start..<start + sentence.tokens.count
      heads += tree(of: places, root: words.count + index, scorer)
        .map { head in head.map { start + $0 } }
    }
    return related(heads, among: rows, first: words.lowerBound)
  }

  /// The best tree over the words at `places`, as heads counted from the first of them.
  private func tree(of places: Range<Int>, root: Int, _ scorer: PairScorer) -> [Int?] {
    let fromRoot = scorer.scores(dependents: places, heads: root..<root + 1, shift: nil).values
    let among = scorer.scores(dependents: places, heads: places, shift: 0).values
    let count = places.count
    var scores: [Float] = []
    scores.reserveCapacity(count * (count + 1))
    for word in 0..<count {
      scores.append(fromRoot[word])
      scores += among[word * count..<(word + 1) * count]
    }
    return SpanningTree(count: count, scores: scores).heads()
  }

  /// The best relation of each arc; `root` for roots and for no other.
  private func related(_ heads: [Int?], among rows: StateRows, first: Int) -> [Dependency] {
    var pairs: [(dependent: Int, head: Int)] = []
    pairs.reserveCapacity(heads.count)
    for (word, head) in heads.enumerated() {
      if let head { pairs.append((word, head)) }
    }
    let scores = model.encoder.scores(model.relations, pairs: pairs, among: rows).values
    let labels = model.relationsOfLabels
    // The model has one that is not root.
    let allowed = labels.indices.filter { labels[$0] != .root }
    var pair = 0
    return heads.map { head in
      guard let head else { return Dependency(head: nil, relation: .root) }
      let base = pair * labels.count
      var best = allowed[0]
      for label in allowed where scores[base + label] > scores[base + best] { best = label }
      pair += 1
      return Dependency(head: first + head, relation: labels[best])
    }
  }
}
