/// The best dependency tree over scored arcs: the maximum spanning arborescence with one root.
///
/// Heads are first chosen one by one; mostly they form a tree already. Otherwise cycles are
/// contracted (Chu and Liu 1965, Edmonds 1967) along growing paths, as Gabow and others (1986) do.
/// That exactly one word depends on the root is had by lowering all arcs from the root by more than
/// a tree can gain (Stanojević and Cohen 2021).
struct SpanningTree {
  private let count: Int
  /// `[word][head]`: head 0 is the root, head `i + 1` is word `i`.
  private let scores: [Float]
  private var size: Int { count + 1 }

  /// Takes scores, `[word][head]` with `count + 1` heads each; head 0 is the root, head `i + 1` is
  /// word `i`.
  ///
  /// What stands for a word as its own head is not read. Numbers that are none count as the lowest.
  init(count: Int, scores: [Float]) {
    precondition(scores.count == count * (count + 1), "a score for each arc")
    self.count = count
    self.scores = scores
  }

  /// The head of each word, nil for the root; empty for no words.
  ///
  /// - Complexity: O(n^2).
  func heads() -> [Int?] {
    guard count > 0 else { return [] }
    let greedy = greedyHeads()
    if isTree(greedy) { return greedy.map(Self.word) }
    var contraction = Contraction(size: size, weights: weightsOfOneRoot())
    return contraction.heads().map(Self.word)
  }

  private static func word(_ head: Int) -> Int? { head == 0 ? nil : head - 1 }

  private func greedyHeads() -> [Int] {
    (0..<count).map { word in
      var best = 0
      let base = word * size
      for head in 0..<size where scores[base + head] > scores[base + best] {
        if head != word + 1 { best = head }
      }
      return best
    }
  }

  /// Whether heads form a tree in which one word depends on the root.
  private func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    // 0 unseen, 1 on the way, 2 leads to the root.
    var states = [UInt8](repeating: 0, count: size)
    states[0] = 2
    for word in 0..<count {
      var way: [Int] = []
      var node = word + 1
      while states[node] == 0 {
        states[node] = 1
        way.append(node)
        node = heads[node - 1]
      }
      if states[node] == 1 { return false }
      for node in way { states[node] = 2 }
    }
    return true
  }

  /// The scores with those of arcs from the root lowered, so that no tree has two of them.
  private func weightsOfOneRoot() -> [Double] {
    let limit: Float = 1e6
    var weights = scores.map { $0 > -limit ? Double(min($0, limit)) : -Double(limit) }
    let most = weights.max() ?? 0
    let least = weights.min() ?? 0
    let loss = (most - least) * Double(count) + 1
    for word in 0..<count { weights[word * size] -= loss }
    return weights
  }
}

/// Contracts cycles until the best arcs into all nodes form a tree, and takes them apart again.
private struct Contraction {
  private struct Arc {
    var source = 0
    var target = 0
    var weight = -Double.infinity
  }

  private let size: Int
  /// `[row][source]`: the best arc from a node into a node that may stand for several.
  private var weights: [Double]
  private var targets: [Int32]
  /// The row of each node, those that stand for several behind the others.
  private var rows: [Int]
  private var arcs: [Arc]
  private var parents: [Int]
  private var isDone: [Bool]
  private var isOnPath: [Bool]
  /// The outermost node in which each of the first nodes stands.
  private var owners: [Int]

  /// Takes weights, `[word][source]` with `size` sources; word `i` is node `i + 1`.
  init(size: Int, weights: [Double]) {
    self.size = size
    self.weights = [Double](repeating: 0, count: size) + weights
    targets = (0..<size).flatMap { node in [Int32](repeating: Int32(node), count: size) }
    rows = Array(0..<size)
    arcs = [Arc](repeating: Arc(), count: size)
    parents = [Int](repeating: -1, count: size)
    isDone = [Bool](repeating: false, count: size)
    isOnPath = isDone
    owners = Array(0..<size)
    isDone[0] = true
  }

  /// The source of the arc into each word.
  mutating func heads() -> [Int] {
    for start in 1..<size {
      var path: [Int] = []
      var node = owners[start]
      while !isDone[node] {
        arcs[node] = bestArc(into: node)
        path.append(node)
        isOnPath[node] = true
        let source = owners[arcs[node].source]
        guard isOnPath[source] else {
          node = source
          continue
        }
        var cycle: [Int] = []
        while let last = path.popLast() {
          cycle.append(last)
          isOnPath[last] = false
          if last == source { break }
        }
        node = contract(cycle)
      }
      for node in path {
        isDone[node] = true
        isOnPath[node] = false
      }
    }
    // Whoever stands for others hands its arc to the one that the arc enters.
    for node in stride(from: arcs.count - 1, through: size, by: -1) {
      let arc = arcs[node]
      var inner = arc.target
      while parents[inner] != node { inner = parents[inner] }
      arcs[inner] = arc
    }
    return (1..<size).map { arcs[$0].source }
  }

  private func bestArc(into node: Int) -> Arc {
    var best: Arc?
    let base = rows[node] * size
    for source in 0..<size where owners[source] != node {
      if let best, !(weights[base + source] > best.weight) { continue }
      best = Arc(
        source: source, target: Int(targets[base + source]), weight: weights[base + source])
    }
    // The root is never part of a cycle, so there is always an arc.
    return best ?? Arc()
  }

  /// Makes one node of a cycle: an arc into it replaces the arc into the node that it enters.
  private mutating func contract(_ cycle: [Int]) -> Int {
    let node = arcs.count
    let row = rows[cycle[0]] * size
    for (index, inner) in cycle.enumerated() {
      let other = rows[inner] * size
      for source in 0..<size {
        let gain = weights[other + source] - arcs[inner].weight
        if index == 0 {
          weights[row + source] = gain
        } else if gain > weights[row + source] {
          weights[row + source] = gain
          targets[row + source] = targets[other + source]
        }
      }
      parents[inner] = node
    }
    for first in 0..<size where parents[owners[first]] == node { owners[first] = node }
    rows.append(rows[cycle[0]])
    arcs.append(Arc())
    parents.append(-1)
    isDone.append(false)
    isOnPath.append(false)
    return node
  }
}
