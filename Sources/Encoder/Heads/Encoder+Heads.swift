import Kernels

extension Encoder {
  /// The scores of labels for rows of states, by a head of kind `tokens`.
  ///
  /// - Complexity: O(n) in rows.
  public func scores(_ head: Head, of rows: StateRows) -> Scores {
    guard case .single(let hidden, let output) = head.layers, head.kind == .tokens else {
      preconditionFailure("head \(head.name) scores no tokens")
    }
    let inner = hidden.map { instructions.product(rows, $0, activation: KERNELS_GELU) }
    return Scores(
      labels: head.labels.count, values: instructions.product(inner ?? rows, output).values)
  }

  /// The scores of labels for rows of states, by a head of kind `tokens`.
  ///
  /// - Parameters:
  ///   - head: a head of this encoder's model.
  ///   - rows: pieces, as indexes into the states; a word is told by its first piece.
  ///   - states: what this encoder made of the sequences.
  /// - Returns: the scores of each row.
  /// - Complexity: O(n) in rows.
  public func scores(_ head: Head, rows: [Int], of states: HiddenStates) -> Scores {
    scores(head, of: StateRows(rows, of: states))
  }

  /// Another vector for a vector, by a head of kind `projection`; not made to length 1.
  public func projection(_ head: Head, of vector: [Float]) -> [Float] {
    let output = projection(head)
    precondition(vector.count == output.inputs, "a vector of another width")
    return instructions.product(
      StateRows(vector, count: 1, width: vector.count), output
    ).values
  }

  /// What a head of kind `projection` makes of the means of runs of rows, each of length 1.
  ///
  /// - Parameters:
  ///   - head: a head of this encoder's model.
  ///   - runs: rows, as indexes into the states; an empty run has the mean zero.
  ///   - states: what this encoder made of the sequences.
  /// - Returns: `[run][projected width]`; a vector of zeros stays one.
  /// - Complexity: O(n) in rows and runs.
  public func vectors(_ head: Head, meansOf runs: [Range<Int>], of states: HiddenStates) -> [Float]
  {
    let output = projection(head)
    var means: [Float] = []
    means.reserveCapacity(runs.count * states.width)
    for run in runs { means += states.mean(of: run) }
    let rows = instructions.product(
      StateRows(means, count: runs.count, width: states.width), output)
    var vectors: [Float] = []
    vectors.reserveCapacity(rows.values.count)
    for row in 0..<rows.count {
      let vector = rows.values[row * rows.width..<(row + 1) * rows.width]
      vectors += normalized(vector.map { Double($0) })
    }
    return vectors
  }

  /// The scores of all pairs of a dependent and a head, by a head of kind `pairs`: thing
  /// `d * heads.count + h` is the pair of dependent `d` and head `h`.
  ///
  /// - Parameters:
  ///   - head: a head of this encoder's model.
  ///   - dependents: pieces, as indexes into the states.
  ///   - heads: pieces too.
  ///   - states: what this encoder made of the sequences.
  ///   - places: where dependents and heads stand, for their distance (words counted in the
  ///     sentence, say); nil in a head's place leaves distance out, as for a root.
  /// - Returns: the scores of all pairs, dependent by dependent.
  /// - Complexity: O(d h) in dependents and heads, times labels and the width of the head.
  public func scores(
    _ head: Head, dependents: [Int], heads: [Int], of states: HiddenStates,
    places: (dependents: [Int], heads: [Int?])? = nil
  ) -> Scores {
    allPairs(
      biaffine(head, .pairs), StateRows(dependents, of: states), StateRows(heads, of: states),
      places: places)
  }

  /// Makes dependents and heads ready for a head of kind `pairs`, so that their pairs can be
  /// scored in several turns.
  ///
  /// - Complexity: O(n) in dependents and heads; it holds `labels` times the width of the head in
  ///   numbers for each dependent.
  public func pairs(_ head: Head, dependents: StateRows, heads: StateRows) -> PairScorer {
    PairScorer(
      biaffine(head, .pairs), dependents: dependents, heads: heads, instructions: instructions)
  }

  /// The scores of chosen pairs, by a head of kind `pairs`: thing `i` is the pair `i`.
  ///
  /// - Complexity: O(n) in pairs, times labels and the width of the head; a few pairs are held at
  ///   once.
  public func scores(
    _ head: Head, pairs: [(dependent: Int, head: Int)], of states: HiddenStates,
    distances: [Int?]? = nil
  ) -> Scores {
    biaffine(head, .pairs).scores(
      pairs.indices.map { ($0, $0) }, dependents: StateRows(pairs.map(\.dependent), of: states),
      heads: StateRows(pairs.map(\.head), of: states), distances: distances, by: instructions)
  }

  /// The scores of chosen pairs of rows that are gathered already, by a head of kind `pairs`: thing
  /// `i` is the pair `i`.
  ///
  /// - Parameters:
  ///   - head: a head of this encoder's model.
  ///   - pairs: places among the rows; a row that stands in many pairs is projected once.
  ///   - rows: rows of dependents and heads.
  /// - Returns: the scores of all pairs, without distances.
  /// - Complexity: O(n) in pairs and rows, times labels and the width of the head.
  public func scores(
    _ head: Head, pairs: [(dependent: Int, head: Int)], among rows: StateRows
  ) -> Scores {
    biaffine(head, .pairs).scores(
      pairs, dependents: rows, heads: rows, distances: nil, by: instructions)
  }

  /// The scores of all pairs of spans, by a head of kind `spans`: thing `d * heads.count + h`.
  ///
  /// - Parameters:
  ///   - head: a head of this encoder's model.
  ///   - dependents: runs of pieces, as indexes into the states; none is empty.
  ///   - heads: runs of pieces too.
  ///   - states: what this encoder made of the sequences.
  ///   - places: as for pairs of pieces.
  /// - Returns: the scores of all pairs, dependent by dependent.
  public func scores(
    _ head: Head, dependents: [Range<Int>], heads: [Range<Int>], of states: HiddenStates,
    places: (dependents: [Int], heads: [Int?])? = nil
  ) -> Scores {
    allPairs(
      biaffine(head, .spans), StateRows(ends: dependents, of: states),
      StateRows(ends: heads, of: states), places: places)
  }

  private func biaffine(_ head: Head, _ kind: Head.Kind) -> Biaffine {
    guard case .biaffine(let biaffine) = head.layers, head.kind == kind else {
      preconditionFailure("head \(head.name) scores no \(kind)")
    }
    return biaffine
  }

  private func projection(_ head: Head) -> Matrix {
    guard case .single(_, let output) = head.layers, head.kind == .projection else {
      preconditionFailure("head \(head.name) projects nothing")
    }
    return output
  }

  private func allPairs(
    _ biaffine: Biaffine, _ dependents: StateRows, _ heads: StateRows,
    places: (dependents: [Int], heads: [Int?])?
  ) -> Scores {
    let scorer = PairScorer(
      biaffine, dependents: dependents, heads: heads, instructions: instructions)
    return scorer.scores(0..<dependents.count, 0..<heads.count) { row, column in
      places.flatMap { places in places.heads[column].map { $0 - places.dependents[row] } }
    }
  }
}
