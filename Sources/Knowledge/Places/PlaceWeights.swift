/// How much each thing that speaks for a candidate place counts, from
/// `Data/lexicon/place-weights.tsv`, which `Training/fit_places.py` writes.
public struct PlaceWeights: Sendable {
  /// Names of what counts, in the order of the weights.
  public let names: [String]
  /// Weights while nothing is resolved yet.
  public let first: [Double]
  /// Weights once the other names have been resolved.
  public let later: [Double]

  /// Reads a table with the columns name, first weight, later weight.
  public init(_ table: TSV) {
    let rows = table.rows.filter { $0.count >= 3 }
    names = rows.map { $0[0] }
    first = rows.map { Double($0[1]) ?? 0 }
    later = rows.map { Double($0[2]) ?? 0 }
  }
}
