/// How much each thing counts that speaks for two phrases meaning one, from
/// `Data/lexicon/coreference-weights.tsv`, which `Training/fit_coreference.py` writes.
public struct CoreferenceWeights: Sendable {
  /// The rows by name.
  public let rows: [String: Float]

  /// Reads a table with the columns name and weight.
  public init(_ table: TSV) {
    var rows: [String: Float] = [:]
    for row in table.rows where row.count >= 2 { rows[row[0]] = Float(row[1]) ?? 0 }
    self.rows = rows
  }

  /// The weights in the order of `names`; one that the table lacks is 0.
  public func values(of names: [String]) -> [Float] { names.map { rows[$0] ?? 0 } }
}
