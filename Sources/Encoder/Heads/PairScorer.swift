import Kernels

/// Dependents and heads made ready for a head of kind `pairs` or `spans`: each row is projected
/// once, however many pairs it then stands in.
public struct PairScorer: Sendable {
  private let biaffine: Biaffine
  private let instructions: Instructions
  /// `U[l]' d'`, `[dependent][label][width]`.
  private let turned: StateRows
  /// `a[l] d'`, `[dependent][label]`.
  private let dependentTerms: StateRows
  /// `h'`, `[head][width]`.
  private let heads: StateRows
  /// `b[l] h'`, `[head][label]`.
  private let headTerms: StateRows

  init(
    _ biaffine: Biaffine, dependents: StateRows, heads: StateRows, instructions: Instructions
  ) {
    self.biaffine = biaffine
    self.instructions = instructions
    let left = instructions.product(dependents, biaffine.dependents, activation: KERNELS_GELU)
    turned = instructions.product(left, biaffine.bilinear)
    dependentTerms = instructions.product(left, biaffine.dependentTerms)
    self.heads = instructions.product(heads, biaffine.heads, activation: KERNELS_GELU)
    headTerms = instructions.product(self.heads, biaffine.headTerms)
  }

  /// The scores of all pairs of some dependents with some heads, dependent by dependent: thing
  /// `d * heads.count + h` is the pair of the dependent and the head that come as `d` and `h`.
  ///
  /// - Parameters:
  ///   - dependents: places among the dependents.
  ///   - heads: places among the heads.
  ///   - shift: what is added to the place of a head less the place of its dependent to have their
  ///     distance; nil leaves distance out, as for a root.
  /// - Returns: the scores of all pairs, dependent by dependent.
  /// - Complexity: O(d h) in dependents and heads, times labels and the width of the head.
  public func scores(dependents: Range<Int>, heads: Range<Int>, shift: Int?) -> Scores {
    let first = (dependents.lowerBound, heads.lowerBound)
    return scores(dependents, heads) { dependent, head in
      shift.map { first.1 + head - (first.0 + dependent) + $0 }
    }
  }

  /// As above; `distance` is asked with places counted from the first of each range.
  func scores(
    _ dependents: Range<Int>, _ heads: Range<Int>, distance: (Int, Int) -> Int?
  ) -> Scores {
    precondition(
      dependents.lowerBound >= 0 && dependents.upperBound <= turned.count
        && heads.lowerBound >= 0 && heads.upperBound <= self.heads.count, "no such rows")
    let labels = biaffine.labels
    let columns = heads.count
    // Products lie `[dependent][label][head]`, scores `[dependent][head][label]`.
    let products = instructions.dots(
      turned, dependents.lowerBound..<dependents.upperBound, labels: labels, self.heads, heads)
    let (own, other) = (dependentTerms.values, headTerms.values)
    var values: [Float] = []
    values.reserveCapacity(products.count)
    for row in 0..<dependents.count {
      let ownTerms = (dependents.lowerBound + row) * labels
      for column in 0..<columns {
        let otherTerms = (heads.lowerBound + column) * labels
        let bucket = distance(row, column).map { Biaffine.bucket($0) }
        for label in 0..<labels {
          values.append(
            products[(row * labels + label) * columns + column] + own[ownTerms + label]
              + other[otherTerms + label] + biaffine.term(ofBucket: bucket, label))
        }
      }
    }
    return Scores(labels: labels, values: values)
  }
}

extension Biaffine {
  /// The scores of chosen pairs, some at once, so that what a dependent becomes for all labels
  /// stays in the second cache.
  func scores(
    _ pairs: [(dependent: Int, head: Int)], dependents: StateRows, heads: StateRows,
    distances: [Int?]?, by instructions: Instructions
  ) -> Scores {
    let left = instructions.product(dependents, self.dependents, activation: KERNELS_GELU)
    let right = instructions.product(heads, self.heads, activation: KERNELS_GELU)
    let own = instructions.product(left, dependentTerms).values
    let other = instructions.product(right, headTerms).values
    var values: [Float] = []
    values.reserveCapacity(pairs.count * labels)
    for first in stride(from: 0, to: pairs.count, by: Self.pairsAtOnce) {
      let some = pairs[first..<min(first + Self.pairsAtOnce, pairs.count)]
      let turned = instructions.product(left.rows(some.map(\.dependent)), bilinear)
      let products = instructions.dotsInStep(turned, labels: labels, right, some.map(\.head))
      for (place, pair) in some.enumerated() {
        let bucket = distances?[first + place].map { Self.bucket($0) }
        for label in 0..<labels {
          values.append(
            products[place * labels + label] + own[pair.dependent * labels + label]
              + other[pair.head * labels + label] + term(ofBucket: bucket, label))
        }
      }
    }
    return Scores(labels: labels, values: values)
  }

  private static let pairsAtOnce = 16

  /// What a distance adds; nothing for none.
  fileprivate func term(ofBucket bucket: Int?, _ label: Int) -> Float {
    guard let bucket, let table = unsafe distances else { return 0 }
    return unsafe table[bucket * labels + label]
  }
}

extension Instructions {
  /// The products of what dependents became for each label with heads, `[dependent][label][head]`.
  fileprivate func dots(
    _ turned: StateRows, _ dependents: Range<Int>, labels: Int, _ heads: StateRows,
    _ some: Range<Int>
  ) -> [Float] {
    let width = heads.width
    let rows = dependents.count * labels
    precondition(
      turned.width == labels * width && dependents.upperBound <= turned.count
        && some.upperBound <= heads.count, "beyond the rows")
    guard rows > 0, !some.isEmpty else { return [] }
    return unsafe [Float](unsafeUninitializedCapacity: rows * some.count) { room, filled in
      unsafe turned.values.withUnsafeBufferPointer { a in
        unsafe heads.values.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress, let out = room.baseAddress
          else { return }
          unsafe kernels.pointee.dot_rows(
            a + dependents.lowerBound * turned.width, rows, b + some.lowerBound * width,
            some.count, width, out, some.count)
        }
      }
      filled = rows * some.count
    }
  }

  /// The products of what each dependent became for each label with its head,
  /// `[dependent][label]`.
  fileprivate func dotsInStep(
    _ turned: StateRows, labels: Int, _ heads: StateRows, _ chosen: [Int]
  ) -> [Float] {
    let width = heads.width
    precondition(
      turned.width == labels * width && chosen.count == turned.count
        && chosen.allSatisfy { $0 >= 0 && $0 < heads.count }, "beyond the rows")
    return unsafe [Float](unsafeUninitializedCapacity: chosen.count * labels) { room, filled in
      unsafe turned.values.withUnsafeBufferPointer { a in
        unsafe heads.values.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress, let out = room.baseAddress
          else { return }
          for (place, head) in chosen.enumerated() {
            unsafe kernels.pointee.dot_rows(
              a + place * turned.width, labels, b + head * width, 1, width, out + place * labels, 1)
          }
        }
      }
      filled = chosen.count * labels
    }
  }
}
