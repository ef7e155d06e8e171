/// How divisions are written after a town: `Calif.`, `NSW`, in these very letters.
public struct AreaForms: Sendable {
  private let codes: [String: String]

  /// Reads the rows `abbreviation`, code, forms separated by `|`; others are passed over.
  public init(_ table: TSV) {
    var codes: [String: String] = [:]
    for row in table.rows where row.count >= 3 && row[0] == "abbreviation" {
      for form in fields(row[2]) where codes[form] == nil {
        codes[form] = row[1]
      }
    }
    self.codes = codes
  }

  /// The code of the division that a form stands for (`US.CA`), which is one of its names in the
  /// gazetteer; nil for another word.
  public func code(of form: String) -> String? { codes[form] }
}
