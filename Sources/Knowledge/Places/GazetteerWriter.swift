/// Writes the table that `Gazetteer` reads; the same rows give the same bytes.
public struct GazetteerWriter {
  /// A place or area to be written.
  public struct Row {
    /// What it is.
    public var kind: Gazetteer.Kind
    /// The usual name.
    public var name: String
    /// Other names.
    public var alternates: [String]
    /// ISO 3166-1 alpha-2 code.
    public var country: String
    /// Number of its division among the areas given, itself for a division; nil when unknown.
    public var division: Int?
    /// Number of its district among the areas given; places only, nil when unknown.
    public var district: Int?
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
    /// People, 0 when unknown.
    public var population: Int
    /// GeoNames id, 0 when unknown.
    public var geonames: Int
    /// Metres; areas only.
    public var radius: Double

    /// Creates a row.
    public init(
      kind: Gazetteer.Kind, name: String, alternates: [String], country: String,
      division: Int? = nil, district: Int? = nil, latitude: Double, longitude: Double,
      population: Int, geonames: Int, radius: Double = 0
    ) {
      self.kind = kind
      self.name = name
      self.alternates = alternates
      self.country = country
      self.division = division
      self.district = district
      self.latitude = latitude
      self.longitude = longitude
      self.population = population
      self.geonames = geonames
      self.radius = radius
    }
  }

  private struct NameEntry {
    let hash: UInt64
    let reference: UInt32
    let population: Int
  }

  private var strings: [UInt8] = []
  private var stringOffsets: [String: Int] = [:]
  private var countries: [String] = []
  private var entries: [NameEntry] = []

  /// Creates a writer.
  public init() {}

  /// The bytes of the table of some places and areas, at most 65,535 of the latter.
  public mutating func table(places: [Row], areas: [Row]) -> [UInt8] {
    precondition(areas.count < 0xFFFF, "areas are numbered in two bytes")
    countries = Set(places.map(\.country) + areas.map(\.country)).sorted()
    var body: [UInt8] = []
    for (index, row) in places.enumerated() {
      body += record(row) + bytes(UInt32(row.district ?? 0xFFFF), 2)
      addNames(of: row, reference: UInt32(index))
    }
    for (index, row) in areas.enumerated() {
      body += record(row)
      body += bytes(UInt32(max(0, row.radius)), 4) + [row.kind.rawValue, 0]
      addNames(of: row, reference: UInt32(index) | 0x80_0000)
    }
    for country in countries { body += (Array(country.utf8) + [0, 0]).prefix(2) }
    body += directoryAndEntries()
    body += strings
    var table = Gazetteer.magic + bytes(Gazetteer.version, 4)
    table += bytes(UInt32(places.count), 4) + bytes(UInt32(areas.count), 4)
    table += bytes(UInt32(countries.count), 4) + bytes(UInt32(entries.count), 4)
    table += bytes(UInt32(strings.count), 4)
    let checksum = Gazetteer.checksum(of: body)
    table += bytes(UInt32(truncatingIfNeeded: checksum), 4) + bytes(UInt32(checksum >> 32), 4)
    table += [UInt8](repeating: 0, count: Gazetteer.headerSize - table.count)
    return table + body
  }

  /// Eighteen bytes: name, country, population, division, latitude, longitude, id.
  private mutating func record(_ row: Row) -> [UInt8] {
    let step = Gazetteer.populations.lastIndex { $0 <= row.population } ?? 0
    var record = bytes(UInt32(offset(ofName: row.name)), 4)
    record.append(UInt8(countries.firstIndex(of: row.country) ?? 255))
    record.append(row.population == 0 ? 0 : UInt8(step))
    record += bytes(UInt32(row.division ?? 0xFFFF), 2)
    record += bytes(UInt32(((row.latitude + 180) * 10_000).rounded()), 3)
    record += bytes(UInt32(((row.longitude + 180) * 10_000).rounded()), 3)
    record += bytes(UInt32(row.geonames), 4)
    return record
  }

  private mutating func addNames(of row: Row, reference: UInt32) {
    var seen: Set<UInt64> = []
    for (index, name) in ([row.name] + row.alternates).enumerated() {
      let hash = PlaceKey(name).hash >> 24
      guard seen.insert(hash).inserted else { continue }
      entries.append(
        NameEntry(
          hash: hash, reference: reference | (index == 0 ? 0x40_0000 : 0),
          population: row.population))
    }
  }

  private mutating func directoryAndEntries() -> [UInt8] {
    entries.sort { a, b in
      (a.hash, b.reference & 0x40_0000, b.population, a.reference)
        < (b.hash, a.reference & 0x40_0000, a.population, b.reference)
    }
    var starts = [UInt32](repeating: 0, count: 65_537)
    for entry in entries { starts[Int(entry.hash >> 24) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var out = starts.flatMap { bytes($0, 4) }
    for entry in entries {
      out += bytes(UInt32(entry.hash & 0xFF_FFFF), 3) + bytes(entry.reference, 3)
    }
    return out
  }

  private mutating func offset(ofName name: String) -> Int {
    if let known = stringOffsets[name] { return known }
    let offset = strings.count
    stringOffsets[name] = offset
    let utf8 = Array(name.utf8.prefix(255))
    strings.append(UInt8(utf8.count))
    strings += utf8
    return offset
  }
}
