import Encoder
import EncoderTestSupport

extension Oracle {
  /// What a head of kind `tokens` or `projection` makes of rows.
  func scores(_ name: String, of rows: Rows) -> Rows {
    var rows = rows
    if model.layers["head.\(name).hidden"] != nil {
      rows = product(rows, "head.\(name).hidden").map { $0.map(gelu) }
    }
    return product(rows, "head.\(name).output")
  }

  /// What a head of kind `pairs` makes of one pair: `d' U[l] h' + a[l] d' + b[l] h' + distance[l]`.
  func scores(_ name: String, _ dependent: [Double], _ head: [Double], distance: Int?) -> [Double] {
    let prefix = "head.\(name)."
    let left = product([dependent], prefix + "dependents").map { $0.map(gelu) }
    let right = product([head], prefix + "heads").map { $0.map(gelu) }
    let bilinear = product(left, prefix + "bilinear")[0]
    let leftTerms = product(left, prefix + "dependents.terms")[0]
    let rightTerms = product(right, prefix + "heads.terms")[0]
    let width = right[0].count
    return leftTerms.indices.map { label in
      let turned = Array(bilinear[label * width..<(label + 1) * width])
      return dot(turned, right[0]) + leftTerms[label] + rightTerms[label]
        + distanceTerm(name, distance, label)
    }
  }

  /// As `scores`, of two spans, each told by its first and its last row.
  func scores(
    _ name: String, _ dependent: Range<Int>, _ head: Range<Int>, of rows: Rows, distance: Int?
  ) -> [Double] {
    scores(
      name, rows[dependent.lowerBound] + rows[dependent.upperBound - 1],
      rows[head.lowerBound] + rows[head.upperBound - 1], distance: distance)
  }

  private func distanceTerm(_ name: String, _ distance: Int?, _ label: Int) -> Double {
    guard let head = model.heads[name], let distance, !head.distances.isEmpty else { return 0 }
    // The first bucket that reaches this far.
    let far = [0, 1, 3, 7, 15, 31, 63, 127].firstIndex { distance.magnitude <= $0 } ?? 8
    let bucket = distance < 0 ? 8 - far : 8 + far
    return Double(head.distances[bucket * head.labels.count + label])
  }
}
