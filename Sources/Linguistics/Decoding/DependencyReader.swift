import Encoder

/// Finds the tree of each sentence, then the relation of each arc.
struct DependencyReader {
  let model: ReaderModel
  let states: HiddenStates
  let windows: Windows

  /// Words whose arcs are scored at once: few enough to stay in the second cache.
  private static let wordsAtOnce = 256

  /// What each token depends on.
  ///
  /// - Parameter sentences: sentences in order, of which none crosses the end of a core.
  /// - Complexity: O(n) in tokens, times the length of a sentence.
  func dependencies(of sentences: [Sentence]) -> [Dependency] {
    var heads = [Int?](repeating: nil, count: windows.rowsOfTokens.count)
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
      addHeads(sentences[first..<end], from: &window, to: &heads)
      first = end
    }
    return related(heads)
  }

  private func addHeads(
    _ sentences: ArraySlice<Sentence>, from window: inout Int, to heads: inout [Int?]
  ) {
    guard let first = sentences.first, let last = sentences.last else { return }
    let words = first.tokens.lowerBound..<last.tokens.upperBound
    var rows = Array(windows.rowsOfTokens[words])
    var roots: [Int] = []
    for sentence in sentences {
      while windows.windows[window].core.upperBound <= sentence.tokens.lowerBound { window += 1 }
      roots.append(windows.rowOfRoot(window))
    }
    let dependents = StateRows(rows, of: states)
    rows += roots
    let scorer = model.encoder.pairs(
      model.arcs, dependents: dependents, heads: StateRows(rows, of: states))
    for (index, sentence) in sentences.enumerated() {
      let places =
        sentence.tokens.lowerBound - words.lowerBound..<sentence.tokens.upperBound
        - words.lowerBound
      let root = words.count + index
      let fromRoot = scorer.scores(dependents: places, heads: root..<root + 1, shift: nil)
      let among = scorer.scores(dependents: places, heads: places, shift: 0)
      var scores: [Float] = []
      scores.reserveCapacity(places.count * (places.count + 1))
      for word in 0..<places.count {
        scores.append(fromRoot.values[word])
        scores += among.values[word * places.count..<(word + 1) * places.count]
      }
      var tree = SpanningTree(count: places.count, scores: scores)
      for (word, head) in tree.heads().enumerated() {
        heads[sentence.tokens.lowerBound + word] = head.map { sentence.tokens.lowerBound + $0 }
      }
    }
  }

  /// The best relation of each arc; `root` for roots and for no other.
  private func related(_ heads: [Int?]) -> [Dependency] {
    let rows = windows.rowsOfTokens
    var pairs: [(dependent: Int, head: Int)] = []
    pairs.reserveCapacity(heads.count)
    for (token, head) in heads.enumerated() {
      if let head { pairs.append((rows[token], rows[head])) }
    }
    let scores = model.encoder.scores(model.relations, pairs: pairs, of: states).values
    let labels = model.relationsOfLabels
    // The model has one that is not root.
    let allowed = labels.indices.filter { labels[$0] != .root }
    var dependencies: [Dependency] = []
    dependencies.reserveCapacity(heads.count)
    var pair = 0
    for head in heads {
      guard let head else {
        dependencies.append(Dependency(head: nil, relation: .root))
        continue
      }
      let base = pair * labels.count
      var best = allowed[0]
      for label in allowed where scores[base + label] > scores[base + best] { best = label }
      dependencies.append(Dependency(head: head, relation: labels[best]))
      pair += 1
    }
    return dependencies
  }
}
