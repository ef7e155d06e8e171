/// Speeds of reading, gathered over rounds.
struct ReaderSpeeds {
  /// One thing measured, in one unit.
  struct Row: Encodable {
    var engine: String
    var unit: String
    var median: Double
    var least: Double
    var most: Double
    var rounds: Int
  }

  struct Listing: Encodable {
    var reports: Int
    var words: Int
    var pieces: Int
    var rows: [Row]
  }

  let reports: Int
  let words: Int
  /// Word pieces, markers and context included.
  let pieces: Int
  private var order: [(engine: String, unit: String)] = []
  private var values: [[Double]] = []

  init(reports: Int, words: Int, pieces: Int) {
    self.reports = reports
    self.words = words
    self.pieces = pieces
  }

  /// Adds a round's figure.
  mutating func add(_ engine: String, _ unit: String, _ value: Double) {
    if let index = order.firstIndex(where: { $0 == (engine, unit) }) {
      values[index].append(value)
    } else {
      order.append((engine, unit))
      values.append([value])
    }
  }

  var listing: Listing { Listing(reports: reports, words: words, pieces: pieces, rows: rows) }

  private var rows: [Row] {
    zip(order, values).map { name, values in
      let sorted = values.sorted()
      return Row(
        engine: name.engine, unit: name.unit, median: sorted[sorted.count / 2], least: sorted[0],
        most: sorted[sorted.count - 1], rounds: sorted.count)
    }
  }

  var text: String {
    var text = "\(reports) reports, \(words) words, \(pieces) word pieces in windows\n"
    text += column("", 30) + column("unit", 14) + right("median") + right("least") + right("most")
    text += "\n"
    for row in rows {
      text += column(row.engine, 30)
      text += column(row.unit == "ratio" ? "ratio" : "\(row.unit)/CPU-s", 14)
      for value in [row.median, row.least, row.most] {
        text += right(row.unit == "ratio" ? hundredths(value) : "\(Int(value.rounded()))")
      }
      text += "\n"
    }
    return text
  }

  private func hundredths(_ value: Double) -> String {
    let scaled = Int((value * 100).rounded())
    return "\(scaled / 100).\(scaled % 100 < 10 ? "0" : "")\(scaled % 100)"
  }

  private func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }

  private func right(_ text: String) -> String {
    String(repeating: " ", count: max(1, 10 - text.utf8.count)) + text
  }
}
