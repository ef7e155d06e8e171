import Knowledge
import Texts

/// The countries: codes (PDDL), the factbook (CC0) and the project's own list, which wins.
struct ActorCountries {
  static let factbookFolders = [
    "africa", "australia-oceania", "central-america-n-caribbean", "central-asia",
    "east-n-southeast-asia", "europe", "middle-east", "north-america", "south-america",
    "south-asia",
  ]

  struct Country {
    var code: String
    var name: String
    var others: [String]
    var adjectives: [String]
    var capitals: [String]
    var origin: String
  }

  private(set) var countries: [Country] = []
  /// The factbook's code of each country that has one, in the order of their ISO codes.
  private(set) var pages: [(country: String, page: String)] = []
  private var byName: [String: String] = [:]
  private var byAlpha3: [String: String] = [:]

  init(codes: [UInt8], extra: [UInt8], factbook: (String) -> [UInt8]?) {
    let (header, rows) = Table.csv(codes)
    var own: [String: [String]] = [:]
    for row in TSV(extra).rows where row.count >= 5 { own[row[0]] = row }
    func field(_ row: [String], _ name: String) -> String {
      guard let column = header[name], column < row.count else { return "" }
      return Table.trimmed(row[column])
    }
    for row in rows {
      let code = field(row, "ISO3166-1-Alpha-2")
      byAlpha3[field(row, "ISO3166-1-Alpha-3")] = code
      if code.utf8.count == 2 { pages.append((code, Self.lowered(field(row, "FIPS")))) }
      guard code.utf8.count == 2, own[code] == nil else { continue }
      let name = field(row, "CLDR display name")
      let page = factbook(Self.lowered(field(row, "FIPS"))) ?? []
      var adjectives: [String] = []
      if let text = Self.text(in: page, after: ["\"Nationality\"", "\"adjective\"", "\"text\""]) {
        adjectives = Self.words(text)
      }
      countries.append(
        Country(
          code: code, name: name, others: [], adjectives: adjectives,
          capitals: [field(row, "Capital")].filter { !$0.isEmpty && $0 != name },
          origin: "factbook"))
    }
    for code in own.keys.sorted() {
      guard let row = own[code] else { continue }
      func parts(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }
      countries.append(
        Country(
          code: code, name: row[1], others: parts(row[2]), adjectives: parts(row[3]),
          capitals: parts(row[4]), origin: "own"))
    }
    countries.sort { $0.code < $1.code }
    pages.sort { $0.country < $1.country }
    for country in countries {
      for name in [country.name] + country.others { byName[name] = country.code }
    }
    for (name, code) in [
      ("Russia (Soviet Union)", "RU"), ("DR Congo (Zaire)", "CD"), ("Myanmar (Burma)", "MM"),
      ("Yemen (North Yemen)", "YE"), ("Zimbabwe (Rhodesia)", "ZW"), ("Bosnia-Herzegovina", "BA"),
      ("United States of America", "US"), ("Serbia (Yugoslavia)", "RS"),
      ("Cambodia (Kampuchea)", "KH"), ("Vietnam (North Vietnam)", "VN"),
      ("Madagascar (Malagasy)", "MG"), ("Macedonia, FYR", "MK"),
    ] { byName[name] = code }
  }

  /// The code of the only country named in a UCDP location; nil for several or none.
  func code(location: String) -> String? {
    byName[Table.trimmed(location)]
  }

  /// The code of a country by its three-letter code.
  func code(alpha3: String) -> String? { byAlpha3[alpha3] }

  /// The code of the country in a Phoenix code: `FRAREB`, `NGOUSA`, `MNCJPN`.
  func code(inPhoenix code: String) -> String? {
    let isOrganization = code.hasPrefix("NGO") || code.hasPrefix("MNC")
    return byAlpha3[String(code.dropFirst(isOrganization ? 3 : 0).prefix(3))]
  }

  /// Whether words are the name of a country.
  func isNation(_ name: String) -> Bool { byName[name] != nil }

  var table: String {
    var text = """
      # Countries and how they are named; written by `CompileKnowledge actors`, do not edit.
      # Columns: ISO 3166-1 alpha-2, name, other names (|), adjectives and people (|), capitals (|), origin.
      # Origin: own = nations-extra.tsv; factbook = The World Factbook (CC0) with
      # datasets/country-codes (PDDL 1.0).

      """
    for country in countries {
      text +=
        [
          country.code, country.name, country.others.joined(separator: "|"),
          country.adjectives.joined(separator: "|"), country.capitals.joined(separator: "|"),
          country.origin,
        ].joined(separator: "\t") + "\n"
    }
    return text
  }

  private static func lowered(_ string: String) -> String { Folding.folded(string) }

  /// The string that follows the quoted keys, each after the one before.
  private static func text(in bytes: [UInt8], after keys: [String]) -> String? {
    var offset = 0
    for key in keys {
      let pattern = Array(key.utf8)
      guard bytes.count > pattern.count else { return nil }
      while offset + pattern.count <= bytes.count,
        !bytes[offset..<offset + pattern.count].elementsEqual(pattern)
      {
        offset += 1
      }
      guard offset + pattern.count <= bytes.count else { return nil }
      offset += pattern.count
    }
    guard let open = bytes[offset...].firstIndex(of: 0x22),
      let close = bytes[(open + 1)...].firstIndex(of: 0x22)
    else { return nil }
    return String(decoding: bytes[open + 1..<close], as: UTF8.self)
  }

  /// The adjectives in a factbook entry: `Saudi or Saudi Arabian`, `Czech`.
  private static func words(_ text: String) -> [String] {
    var result: [String] = []
    for part in text.split(whereSeparator: { ",;/()".contains($0) }) {
      for piece in Table.trimmed(part).split(separator: " or ", omittingEmptySubsequences: true) {
        let word = Table.trimmed(piece)
        guard let first = word.unicodeScalars.first, first.properties.isUppercase,
          word.utf8.count < 30, word != "NA"
        else { continue }
        result.append(word)
      }
    }
    return result
  }
}
