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
    let width = self.heads.width
    let columns = heads.count
    var values = [Float](repeating: 0, count: dependents.count * columns * labels)
    guard !values.isEmpty else { return Scores(labels: labels, values: []) }
    // A dependent's products lie `[label][head]`, its scores `[head][label]`.
    var products = [Float](repeating: 0, count: labels * columns)
    for row in 0..<dependents.count {
      let dependent = dependents.lowerBound + row
      dots(
        turned.values, from: dependent * labels * width, rows: labels,
        self.heads.values, from: heads.lowerBound * width, columns: columns, width: width,
        into: &products)
      for column in 0..<columns {
        let bucket = distance(row, column)
        for label in 0..<labels {
          values[(row * columns + column) * labels + label] =
            products[label * columns + column]
            + dependentTerms.values[dependent * labels + label]
            + headTerms.values[(heads.lowerBound + column) * labels + label]
            + biaffine.distance(bucket, label)
        }
      }
    }
    return Scores(labels: labels, values: values)
  }

  /// The scores of dependent `i` with head `i`, for all of them.
  func scoresInStep(distance: (Int) -> Int?) -> Scores {
    precondition(turned.count == heads.count, "a head for each dependent")
    let labels = biaffine.labels
    let width = heads.width
    var values: [Float] = []
    values.reserveCapacity(turned.count * labels)
    var products = [Float](repeating: 0, count: labels)
    for pair in 0..<turned.count {
      dots(
        turned.values, from: pair * labels * width, rows: labels,
        heads.values, from: pair * width, columns: 1, width: width, into: &products)
      let bucket = distance(pair)
      for label in 0..<labels {
        values.append(
          products[label] + dependentTerms.values[pair * labels + label]
            + headTerms.values[pair * labels + label] + biaffine.distance(bucket, label))
      }
    }
    return Scores(labels: labels, values: values)
  }

  /// The products of `rows` runs of `width` numbers with `columns` others, `[row][column]`.
  private func dots(
    _ a: [Float], from first: Int, rows: Int, _ b: [Float], from second: Int, columns: Int,
    width: Int, into out: inout [Float]
  ) {
    precondition(
      first + rows * width <= a.count && second + columns * width <= b.count
        && rows * columns <= out.count, "beyond the numbers")
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe out.withUnsafeMutableBufferPointer { out in
          guard let a = a.baseAddress, let b = b.baseAddress, let out = out.baseAddress
          else { return }
          unsafe instructions.kernels.pointee.dot_rows(
            a + first, rows, b + second, columns, width, out, columns)
        }
      }
    }
  }
}

extension Biaffine {
  /// What a distance adds; nothing for none.
  func distance(_ distance: Int?, _ label: Int) -> Float {
    guard let distance, let table = unsafe distances else { return 0 }
    return unsafe table[Self.bucket(distance) * labels + label]
  }
}
