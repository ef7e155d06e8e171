import Kernels

extension Encoder {
  /// The scores of labels for rows of states, by a head of kind `tokens`.
  ///
  /// - Parameters:
  ///   - head: a head of this encoder's model.
  ///   - rows: pieces, as indexes into the states; a word is told by its first piece.
  ///   - states: what this encoder made of the sequences.
  /// - Returns: the scores of each row.
  /// - Complexity: O(n) in rows.
  public func scores(_ head: Head, rows: [Int], of states: HiddenStates) -> Scores {
    guard case .single(let hidden, let output) = head.layers, head.kind == .tokens else {
      preconditionFailure("head \(head.name) scores no tokens")
    }
    var values = gathered(rows, of: states)
    if let hidden {
      values = product(values, hidden, rows: rows.count, activation: KERNELS_GELU)
    }
    return Scores(labels: head.labels.count, values: product(values, output, rows: rows.count))
  }

  /// Another vector for a vector, by a head of kind `projection`; not made to length 1.
  public func projection(_ head: Head, of vector: [Float]) -> [Float] {
    guard case .single(_, let output) = head.layers, head.kind == .projection else {
      preconditionFailure("head \(head.name) projects nothing")
    }
    precondition(vector.count == output.inputs, "a vector of another width")
    return product(vector, output, rows: 1)
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
    let biaffine = biaffine(head, .pairs)
    return allPairs(
      biaffine, gathered(dependents, of: states), gathered(heads, of: states),
      counts: (dependents.count, heads.count), places: places)
  }

  /// The scores of chosen pairs, by a head of kind `pairs`: thing `i` is the pair `i`.
  ///
  /// - Complexity: O(n) in pairs, times labels and the width of the head.
  public func scores(
    _ head: Head, pairs: [(dependent: Int, head: Int)], of states: HiddenStates,
    distances: [Int?]? = nil
  ) -> Scores {
    let biaffine = biaffine(head, .pairs)
    return chosenPairs(
      biaffine, gathered(pairs.map(\.dependent), of: states),
      gathered(pairs.map(\.head), of: states), count: pairs.count, distances: distances)
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
    let biaffine = biaffine(head, .spans)
    return allPairs(
      biaffine, gathered(dependents, of: states), gathered(heads, of: states),
      counts: (dependents.count, heads.count), places: places)
  }

  private func biaffine(_ head: Head, _ kind: Head.Kind) -> Biaffine {
    guard case .biaffine(let biaffine) = head.layers, head.kind == kind else {
      preconditionFailure("head \(head.name) scores no \(kind)")
    }
    return biaffine
  }

  private func allPairs(
    _ biaffine: Biaffine, _ dependents: [Float], _ heads: [Float],
    counts: (dependents: Int, heads: Int), places: (dependents: [Int], heads: [Int?])?
  ) -> Scores {
    let (rows, columns) = counts
    let labels = biaffine.labels
    let (left, right) = projected(biaffine, dependents, heads, rows: rows, columns: columns)
    let width = biaffine.heads.outputs
    var values = [Float](repeating: 0, count: rows * columns * labels)
    for row in 0..<rows {
      for column in 0..<columns {
        let distance: Int?? = places.map { places in
          places.heads[column].map { $0 - places.dependents[row] }
        }
        for label in 0..<labels {
          values[(row * columns + column) * labels + label] =
            dot(
              left.bilinear, (row * labels + label) * width, right.projected, column * width, width)
            + left.terms[row * labels + label] + right.terms[column * labels + label]
            + biaffine.distance(distance ?? nil, label)
        }
      }
    }
    return Scores(labels: labels, values: values)
  }

  private func chosenPairs(
    _ biaffine: Biaffine, _ dependents: [Float], _ heads: [Float], count: Int, distances: [Int?]?
  ) -> Scores {
    let labels = biaffine.labels
    let (left, right) = projected(biaffine, dependents, heads, rows: count, columns: count)
    let width = biaffine.heads.outputs
    var values = [Float](repeating: 0, count: count * labels)
    for pair in 0..<count {
      for label in 0..<labels {
        values[pair * labels + label] =
          dot(left.bilinear, (pair * labels + label) * width, right.projected, pair * width, width)
          + left.terms[pair * labels + label] + right.terms[pair * labels + label]
          + biaffine.distance(distances?[pair], label)
      }
    }
    return Scores(labels: labels, values: values)
  }

  private struct Left {
    let bilinear: [Float]
    let terms: [Float]
  }

  private struct Right {
    let projected: [Float]
    let terms: [Float]
  }

  private func projected(
    _ biaffine: Biaffine, _ dependents: [Float], _ heads: [Float], rows: Int, columns: Int
  ) -> (Left, Right) {
    let left = product(dependents, biaffine.dependents, rows: rows, activation: KERNELS_GELU)
    let right = product(heads, biaffine.heads, rows: columns, activation: KERNELS_GELU)
    return (
      Left(
        bilinear: product(left, biaffine.bilinear, rows: rows),
        terms: product(left, biaffine.dependentTerms, rows: rows)),
      Right(projected: right, terms: product(right, biaffine.headTerms, rows: columns))
    )
  }

  private func gathered(_ rows: [Int], of states: HiddenStates) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(rows.count * states.width)
    for row in rows { values.append(contentsOf: states.row(row)) }
    return values
  }

  private func gathered(_ spans: [Range<Int>], of states: HiddenStates) -> [Float] {
    gathered(
      spans.flatMap { span in
        precondition(!span.isEmpty, "an empty span")
        return [span.lowerBound, span.upperBound - 1]
      }, of: states)
  }

  /// `activation(x W + b)` without the padding.
  private func product(
    _ x: [Float], _ matrix: Matrix, rows: Int, activation: KernelActivation = KERNELS_LINEAR
  ) -> [Float] {
    precondition(x.count == rows * matrix.inputs, "rows of another width")
    let stride = matrix.paddedOutputs
    var out = [Float](repeating: 0, count: rows * stride)
    var bytes = [UInt8](repeating: 0, count: rows * padded(matrix.inputs))
    var scales = [Float](repeating: 0, count: rows)
    unsafe x.withUnsafeBufferPointer { x in
      unsafe out.withUnsafeMutableBufferPointer { out in
        unsafe bytes.withUnsafeMutableBufferPointer { bytes in
          unsafe scales.withUnsafeMutableBufferPointer { scales in
            guard let x = x.baseAddress, let out = out.baseAddress, let bytes = bytes.baseAddress,
              let scales = scales.baseAddress
            else { return }
            unsafe matrix.multiply(
              x, rows: rows, into: out, stride: stride, activation: activation,
              rounded: Rounded(bytes: bytes, scales: scales), kernels: instructions.kernels.pointee)
          }
        }
      }
    }
    guard stride != matrix.outputs else { return out }
    var packed: [Float] = []
    packed.reserveCapacity(rows * matrix.outputs)
    for row in 0..<rows {
      packed.append(contentsOf: out[row * stride..<row * stride + matrix.outputs])
    }
    return packed
  }
}

extension Biaffine {
  /// What a distance adds; nothing for none.
  fileprivate func distance(_ distance: Int?, _ label: Int) -> Float {
    guard let distance, let table = unsafe distances else { return 0 }
    return unsafe table[Self.bucket(distance) * labels + label]
  }
}

/// The sum of products of two runs of `count` numbers, a multiple of 16, in a fixed order.
private func dot(_ a: [Float], _ aStart: Int, _ b: [Float], _ bStart: Int, _ count: Int) -> Float {
  precondition(aStart + count <= a.count && bStart + count <= b.count, "beyond the numbers")
  var sums = SIMD16<Float>(repeating: 0)
  unsafe a.withUnsafeBytes { a in
    unsafe b.withUnsafeBytes { b in
      for start in stride(from: 0, to: count, by: 16) {
        let x = unsafe a.loadUnaligned(
          fromByteOffset: (aStart + start) * 4, as: SIMD16<Float>.self)
        let y = unsafe b.loadUnaligned(
          fromByteOffset: (bStart + start) * 4, as: SIMD16<Float>.self)
        sums += x * y
      }
    }
  }
  let eight = sums.lowHalf + sums.highHalf
  let four = eight.lowHalf + eight.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}
