import Texts

/// An actor of a Phoenix dictionary: its names, and what it was coded as when.
struct PhoenixEntry {
  /// A code in square brackets: `[SDNGOVPTY 20050109-20071011]`.
  struct Code {
    let code: String
    let isDated: Bool
    let from: CalendarDate?
    let until: CalendarDate?

    /// The short name of the body of which an international organisation is an organ.
    var body: String? {
      let bodies = ["IGOUNO": "UN", "IGOWSTNAT": "NATO", "IGOEUREEC": "EU"]
      return bodies.first { code.hasPrefix($0.key) && code != $0.key }?.value
    }

    /// The government or armed forces that the code says it serves.
    func served(in countries: ActorCountries) -> String? {
      guard let country = countries.code(alpha3: String(code.prefix(3))) else { return nil }
      switch code.dropFirst(3).prefix(3) {
      case "GOV": return country + "/government"
      case "MIL": return country + "/military"
      default: return nil
      }
    }
  }

  var names: [String] = []
  var codes: [Code] = []

  /// The entries of a dictionary: a name begins one, `+` goes on with another name, and lines
  /// with brackets have its codes.
  static func entries(in bytes: [UInt8]) -> [PhoenixEntry] {
    var entries: [PhoenixEntry] = []
    for line in bytes.split(separator: 0x0A) {
      let text = Table.trimmed(String(decoding: line, as: UTF8.self))
      guard let first = text.utf8.first, first != 0x23 else { continue }
      if first == 0x5B {
        guard !entries.isEmpty else { continue }
        entries[entries.count - 1].codes += codes(in: text)
      } else {
        if first != 0x2B { entries.append(PhoenixEntry()) }
        guard !entries.isEmpty else { continue }
        entries[entries.count - 1].names.append(text)
      }
    }
    return entries
  }

  private static func codes(in line: String) -> [Code] {
    line.utf8.split(separator: 0x5B).compactMap { piece in
      guard let close = piece.firstIndex(of: 0x5D) else { return nil }
      let inside = piece[..<close].split(separator: 0x20)
      guard let code = inside.first.flatMap({ String($0) }) else { return nil }
      guard inside.count > 1 else {
        return Code(code: code, isDated: false, from: nil, until: nil)
      }
      return dated(code, Array(inside.dropFirst().joined()))
    }
  }

  /// `>20110711`, `<920101`, `19830516-20050109`; nil when the dates make no sense.
  private static func dated(_ code: String, _ dates: [UInt8]) -> Code? {
    let parts = dates.split(separator: 0x2D).map(Array.init)
    switch dates.first {
    case 0x3E:
      guard let from = date(Array(dates.dropFirst())) else { return nil }
      return Code(code: code, isDated: true, from: from, until: nil)
    case 0x3C:
      guard let until = date(Array(dates.dropFirst())) else { return nil }
      return Code(code: code, isDated: true, from: nil, until: until)
    default:
      guard parts.count == 2, let from = date(parts[0]), let until = date(parts[1]),
        from <= until
      else { return nil }
      return Code(code: code, isDated: true, from: from, until: until)
    }
  }

  /// A day as `YYYYMMDD`, or as `YYMMDD` of the years 1931 to 2030.
  private static func date(_ digits: [UInt8]) -> CalendarDate? {
    guard digits.count == 8 || digits.count == 6,
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    var year = number / 10_000
    if digits.count == 6 { year += year > 30 ? 1900 : 2000 }
    return CalendarDate(year: year, month: number / 100 % 100, day: number % 100)
  }
}
