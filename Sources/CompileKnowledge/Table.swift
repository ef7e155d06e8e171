/// Reading the comma-separated files that tables are made from.
enum Table {
  /// The rows of a CSV file with quoted fields; the first row is the header.
  static func csv(_ bytes: [UInt8]) -> (header: [String: Int], rows: [[String]]) {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22 {
          if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
            field.append(0x22)
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          field.append(byte)
        }
      } else {
        switch byte {
        case 0x22: isQuoted = true
        case 0x2C:
          row.append(text())
          field = []
        case 0x0A:
          row.append(text())
          field = []
          rows.append(row)
          row = []
        case 0x0D: break
        default: field.append(byte)
        }
      }
      index += 1
    }
    if !field.isEmpty || !row.isEmpty { rows.append(row + [text()]) }
    let header = rows.first ?? []
    return (
      Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }),
      Array(rows.dropFirst())
    )
  }

  /// A string without white space at its ends.
  static func trimmed(_ string: some StringProtocol) -> String {
    var scalars = Substring(string).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
