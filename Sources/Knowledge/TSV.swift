/// Rows of a tab-separated table: UTF-8, `#` begins a comment line, no quoting.
public struct TSV: Sendable {
  /// The rows, each split at tabs; empty lines and comments left out.
  public let rows: [[String]]

  /// Splits the bytes of a table.
  ///
  /// - Complexity: O(n).
  public init(_ bytes: [UInt8]) {
    var rows: [[String]] = []
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      let trimmed = line.last == 0x0D ? line.dropLast() : line
      if trimmed.isEmpty { continue }
      rows.append(
        trimmed.split(separator: 0x09, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) })
    }
    self.rows = rows
  }
}
