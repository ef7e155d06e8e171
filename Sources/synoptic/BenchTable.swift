/// Speeds by engine and load, gathered over rounds.
struct BenchTable {
  /// One engine on one load.
  struct Row: Encodable {
    var engine: String
    var load: String
    var piecesPerSecond: Double
    var least: Double
    var most: Double
    var rounds: Int
  }

  struct Listing: Encodable {
    var unit = "word pieces a CPU-second; rows named \"wall\": a second of wall time"
    var loadMilliseconds: Double
    var peakBytesBeyondModel: Int
    var rows: [Row]
  }

  /// The least time a load took.
  var milliseconds = 0.0
  /// The most memory beyond the mapped model, in bytes.
  var memory = 0
  private var order: [(engine: String, load: String)] = []
  private var speeds: [[Double]] = []

  /// Adds a round's figure.
  mutating func add(_ engine: String, _ load: String, _ speed: Double) {
    if let index = order.firstIndex(where: { $0 == (engine, load) }) {
      speeds[index].append(speed)
    } else {
      order.append((engine, load))
      speeds.append([speed])
    }
  }

  var listing: Listing {
    Listing(loadMilliseconds: milliseconds, peakBytesBeyondModel: memory, rows: rows)
  }

  private var rows: [Row] {
    zip(order, speeds).map { name, speeds in
      let sorted = speeds.sorted()
      return Row(
        engine: name.engine, load: name.load, piecesPerSecond: sorted[sorted.count / 2],
        least: sorted[0], most: sorted[sorted.count - 1], rounds: sorted.count)
    }
  }

  /// The rows by load, fastest first.
  var text: String {
    var loads: [String] = []
    for (_, load) in order where !loads.contains(load) { loads.append(load) }
    let width = (order.map(\.engine.count).max() ?? 0) + 2
    var text = ""
    for load in loads {
      let title = load.padded(width) + "pieces/CPU-s".leftPadded(14)
      text += title + "least".leftPadded(10) + "most".leftPadded(10) + "\n"
      for row in rows.filter({ $0.load == load }).sorted(by: {
        $0.piecesPerSecond > $1.piecesPerSecond
      }) {
        text += row.engine.padded(width) + "\(Int(row.piecesPerSecond))".leftPadded(14)
        text += "\(Int(row.least))".leftPadded(10) + "\(Int(row.most))".leftPadded(10) + "\n"
      }
    }
    let tenths = Int(milliseconds * 10)
    text += "load \(tenths / 10).\(tenths % 10) ms; "
    text += "peak memory beyond the model's file \(memory / 1_000_000) MB\n"
    return text
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }

  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - utf8.count)) + self
  }
}
