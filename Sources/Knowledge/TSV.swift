/// Rows of a tab-separated table: UTF-8, `#` begins a comment line, no quoting.
public struct TSV: Sendable {
  /// The rows, each split at tabs; empty lines and comments left out.
  public let rows: [[String]]

  /// Splits the bytes of a table.
  ///
  /// - Complexity: O(n).
  public init(_ bytes: [UInt8]) {
    var rows: [[String]] = []
    var row: [String] = []
    var start = 0
    var index = 0
    // Tables are read at every start: one pass, and no slices of lines.
    while start < bytes.count {
      if bytes[start] == 0x23 {
        while start < bytes.count, bytes[start] != 0x0A { start += 1 }
        start += 1
        continue
      }
      index = start
      row.removeAll(keepingCapacity: true)
      while index < bytes.count, bytes[index] != 0x0A {
        if bytes[index] == 0x09 {
          row.append(String(decoding: bytes[start..<index], as: UTF8.self))
          start = index + 1
        }
        index += 1
      }
      let end = index > start && bytes[index - 1] == 0x0D ? index - 1 : index
      if end > start || !row.isEmpty {
        row.append(String(decoding: bytes[start..<end], as: UTF8.self))
        rows.append(row)
      }
      start = index + 1
    }
    self.rows = rows
  }
}
