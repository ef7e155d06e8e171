import Knowledge

/// Given names with the gender of those who bear them.
struct ForenameList {
  private var genders: [String: Set<String>] = [:]

  init(_ bytes: [UInt8], extra: [UInt8]) {
    for row in TSV(extra).rows where row.count >= 2 {
      genders[row[0], default: []].formUnion(row[1] == "E" ? ["F", "M"] : [row[1]])
    }
    let (header, rows) = Table.csv(bytes)
    guard let name = header["Romanized Name"], let gender = header["Gender"] else { return }
    for row in rows where row.count > max(name, gender) {
      let words = NameWord.words(of: row[name])
      guard words.count == 1, row[name].utf8.count >= 2 else { continue }
      genders[Table.trimmed(row[name]), default: []].insert(row[gender])
    }
  }

  /// The names in their order.
  var sorted: [(name: String, gender: Forenames.Gender)] {
    genders.sorted { $0.key < $1.key }.map { name, found in
      (name, found == ["F"] ? .female : found == ["M"] ? .male : .either)
    }
  }
}
