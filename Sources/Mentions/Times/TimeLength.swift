import Texts

/// A length of time: `three days`, `two and a half years`, `one hour and 20 minutes`.
struct TimeLength {
  /// So many of one unit.
  struct Part {
    /// How many; nil when it is not told: `several years`.
    var count: Double?
    let unit: TimeWords.Unit

    init(count: Double?, unit: TimeWords.Unit) {
      self.count = count
      self.unit = unit
    }
  }
  var parts: [Part]

  init(parts: [Part]) { self.parts = parts }

  init(count: Int?, unit: TimeWords.Unit) {
    parts = [Part(count: count.map(Double.init), unit: unit)]
  }

  /// The TIMEX3 value: `P2W`, `PT36H`, `P2Y6M`, `PXY`.
  var value: String {
    var days = ""
    var hours = ""
    for part in parts.sorted(by: { $0.unit.order < $1.unit.order }) {
      if part.unit.isOfTheClock { hours += part.value } else { days += part.value }
      // Halves of years and hours are told in the smaller unit.
      if let rest = part.rest { if part.unit.isOfTheClock { hours += rest } else { days += rest } }
    }
    return "P" + days + (hours.isEmpty ? "" : "T" + hours)
  }

  /// So many times as long.
  func multiplied(by factor: Double) -> TimeLength {
    TimeLength(
      parts: parts.map { Part(count: $0.count.map { $0 * factor }, unit: $0.unit) })
  }

  /// How many of its unit, where it has only one and the count is whole.
  var whole: Int? {
    guard parts.count == 1, let count = parts[0].count, count == count.rounded() else { return nil }
    return Int(count)
  }
}

extension TimeLength.Part {
  private var isSplit: Bool {
    guard let count, unit == .year || unit == .hour else { return false }
    let small = (count - count.rounded(.down)) * Double(unit == .year ? 12 : 60)
    return small > 0 && small == small.rounded()
  }

  fileprivate var rest: String? {
    guard isSplit, let count else { return nil }
    let small = Int((count - count.rounded(.down)) * Double(unit == .year ? 12 : 60))
    return "\(small)M"
  }

  fileprivate var value: String {
    guard let count else {
      return unit == .decade ? "XE" : unit == .century ? "XC" : "X\(unit.letter)"
    }
    if isSplit { return count < 1 ? "" : "\(Int(count))\(unit.letter)" }
    switch unit {
    case .decade: return "\(Self.text(count * 10))Y"
    case .century: return "\(Self.text(count * 100))Y"
    case .fortnight: return "\(Self.text(count * 2))W"
    default: return Self.text(count) + unit.letter
    }
  }

  private static func text(_ count: Double) -> String {
    count == count.rounded() ? "\(Int(count))" : "\(count)"
  }
}

extension TimeWords.Unit {
  fileprivate var letter: String {
    switch self {
    case .second: "S"
    case .minute, .month: "M"
    case .hour: "H"
    case .day, .night: "D"
    case .week, .fortnight: "W"
    case .quarter: "Q"
    case .year: "Y"
    case .decade, .century: "Y"
    }
  }

  /// Whether it is shorter than a day.
  var isOfTheClock: Bool { self == .second || self == .minute || self == .hour }

  fileprivate var order: Int {
    switch self {
    case .century: 0
    case .decade: 1
    case .year: 2
    case .quarter: 3
    case .month: 4
    case .fortnight, .week: 5
    case .day, .night: 6
    case .hour: 7
    case .minute: 8
    case .second: 9
    }
  }
}
