public import Texts

/// A table of places that cannot be read.
public struct GazetteerError: Error, Hashable, Sendable {
  /// What is wrong, with the next step.
  public let message: String
}

/// Places, countries, their divisions and districts, and regions, read from a mapped table.
///
/// Made by `CompileKnowledge places`, most of it from GeoNames; nothing is copied to the heap.
/// The table is a header of 64 bytes and then, little-endian: places of 20 bytes, areas of 24,
/// country codes of 2, a directory of 65,537 counts, name entries of 6 bytes (24 bits of the
/// name's hash below the 16 that the directory is indexed by, then 24 bits of reference),
/// and names, each a length byte and UTF-8.
public struct Gazetteer: Sendable {
  static let magic: [UInt8] = Array("SYNPLACE".utf8)
  static let version: UInt32 = 2
  static let headerSize = 64
  static let placeSize = 20
  static let areaSize = 24

  private let file: FileBytes
  private let header: Header

  struct Header {
    var placeCount = 0
    var areaCount = 0
    var countryCount = 0
    var entryCount = 0
    var checksum: UInt64 = 0
    var stringsSize = 0

    var places: Int { Gazetteer.headerSize }
    var areas: Int { places + placeCount * Gazetteer.placeSize }
    var countries: Int { areas + areaCount * Gazetteer.areaSize }
    var directory: Int { countries + countryCount * 2 }
    var entries: Int { directory + 65_537 * 4 }
    var strings: Int { entries + entryCount * 6 }
    var size: Int { strings + stringsSize }
  }

  /// What an entry is, from the widest to the narrowest.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A continent, sea or part of the world or of a country that is no division.
    case region
    /// A country or territory.
    case country
    /// A first-order division: a state, province or governorate.
    case division
    /// A second-order division: a county or district.
    case district
    /// A city, town or village.
    case place
  }

  /// A place or area that a name may stand for.
  public struct Candidate: Hashable, Sendable {
    /// Whether it is an area and no place.
    public let isArea: Bool
    /// Its number among the places or areas of the table.
    public let index: Int
    /// Whether the name is its usual one.
    public let isMainName: Bool
  }

  /// A place or area.
  public struct Entry: Hashable, Sendable {
    /// What it is.
    public let kind: Kind
    /// The usual name.
    public let name: String
    /// ISO 3166-1 alpha-2 code.
    public let country: String
    /// Number of its first-order division among the areas; nil when unknown or wider itself.
    public let division: Int?
    /// Number of its district among the areas; nil when unknown or wider itself.
    public let district: Int?
    /// Degrees north.
    public let latitude: Double
    /// Degrees east.
    public let longitude: Double
    /// People, 0 when unknown.
    public let population: Int
    /// GeoNames id, 0 when unknown.
    public let geonames: Int
    /// Metres within which most of it lies; areas only.
    public let radius: Double

    /// Where it lies.
    public var point: GeoPoint { GeoPoint(latitude: latitude, longitude: longitude) }
  }

  /// Opens a table; checks that it is one and whole, not every byte.
  ///
  /// - Complexity: O(1).
  public init(_ file: FileBytes) throws(GazetteerError) {
    guard file.count >= Self.headerSize, file.bytes(0, 8) == Self.magic else {
      throw GazetteerError(
        message: "this is no table of places; rebuild it with Scripts/compile-knowledge")
    }
    let version = file.load(UInt32.self, at: 8)
    guard version == Self.version else {
      throw GazetteerError(
        message: "the table of places has format \(version), this build reads \(Self.version)")
    }
    var header = Header()
    header.placeCount = Int(file.load(UInt32.self, at: 12))
    header.areaCount = Int(file.load(UInt32.self, at: 16))
    header.countryCount = Int(file.load(UInt32.self, at: 20))
    header.entryCount = Int(file.load(UInt32.self, at: 24))
    header.stringsSize = Int(file.load(UInt32.self, at: 28))
    header.checksum = file.load(UInt64.self, at: 32)
    guard header.size == file.count else {
      throw GazetteerError(
        message: "the table of places has \(file.count) bytes, its header says \(header.size); "
          + "it is truncated or damaged")
    }
    self.file = file
    self.header = header
  }

  /// The number of places.
  public var placeCount: Int { header.placeCount }
  /// The number of areas.
  public var areaCount: Int { header.areaCount }

  /// Whether every byte is as it was written.
  ///
  /// - Complexity: O(n) in the size of the table.
  public var isIntact: Bool {
    Self.checksum(of: file.bytes(Self.headerSize, file.count)) == header.checksum
  }

  static func checksum(of bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// What a name may stand for, usual names and large places first; empty when unknown.
  ///
  /// - Complexity: O(log n).
  public func candidates(_ key: PlaceKey) -> [Candidate] {
    let bucket = Int(key.hash >> 48)
    let wanted = UInt32((key.hash >> 24) & 0xFF_FFFF)
    var low = Int(file.load(UInt32.self, at: header.directory + bucket * 4))
    let end = Int(file.load(UInt32.self, at: header.directory + bucket * 4 + 4))
    guard low <= end, end <= header.entryCount else { return [] }
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if hash(ofEntry: middle) < wanted { low = middle + 1 } else { high = middle }
    }
    var found: [Candidate] = []
    while low < end, hash(ofEntry: low) == wanted {
      let reference = triple(header.entries + low * 6 + 3)
      let isArea = reference & 0x80_0000 != 0
      let index = Int(reference & 0x3F_FFFF)
      if index < (isArea ? header.areaCount : header.placeCount) {
        found.append(
          Candidate(
            isArea: isArea, index: index, isMainName: reference & 0x40_0000 != 0))
      }
      low += 1
    }
    return found
  }

  /// The place or area behind a candidate.
  public func entry(_ candidate: Candidate) -> Entry {
    candidate.isArea ? area(candidate.index) : place(candidate.index)
  }

  /// The place of a number.
  public func place(_ index: Int) -> Entry {
    let at = header.places + index * Self.placeSize
    return Entry(
      kind: .place, name: name(Int(file.load(UInt32.self, at: at))),
      country: country(Int(file[at + 4])), division: areaNumber(at + 6),
      district: areaNumber(at + 18), latitude: degrees(at + 8), longitude: degrees(at + 11),
      population: population(file[at + 5]), geonames: Int(file.load(UInt32.self, at: at + 14)),
      radius: 0)
  }

  /// The area of a number.
  public func area(_ index: Int) -> Entry {
    let at = header.areas + index * Self.areaSize
    let kind = Kind(rawValue: file[at + 22]) ?? .division
    return Entry(
      kind: kind, name: name(Int(file.load(UInt32.self, at: at))),
      country: country(Int(file[at + 4])), division: areaNumber(at + 6),
      district: kind == .district ? index : nil, latitude: degrees(at + 8),
      longitude: degrees(at + 11), population: population(file[at + 5]),
      geonames: Int(file.load(UInt32.self, at: at + 14)),
      radius: Double(file.load(UInt32.self, at: at + 18)))
  }

  private func areaNumber(_ at: Int) -> Int? {
    let number = Int(file.load(UInt16.self, at: at))
    return number < header.areaCount ? number : nil
  }

  private func hash(ofEntry index: Int) -> UInt32 { triple(header.entries + index * 6) }

  private func triple(_ at: Int) -> UInt32 {
    UInt32(file[at]) | UInt32(file[at + 1]) << 8 | UInt32(file[at + 2]) << 16
  }

  /// Ten-thousandths of a degree from -180, in three bytes.
  private func degrees(_ at: Int) -> Double { Double(triple(at)) / 10_000 - 180 }

  private func country(_ index: Int) -> String {
    guard index < header.countryCount else { return "" }
    let at = header.countries + index * 2
    // A continent or sea has none.
    return file[at] == 0 ? "" : String(decoding: file.bytes(at, at + 2), as: UTF8.self)
  }

  private func name(_ offset: Int) -> String {
    let at = header.strings + offset
    guard at < header.size, at + 1 + Int(file[at]) <= header.size else { return "" }
    return String(decoding: file.bytes(at + 1, at + 1 + Int(file[at])), as: UTF8.self)
  }

  /// Populations are kept in steps of a tenth: 0, then 1.1ⁿ.
  private func population(_ step: UInt8) -> Int { Self.populations[Int(step)] }

  static let populations: [Int] = {
    var values = [0]
    var value = 1.0
    for _ in 1..<256 {
      values.append(Int(value))
      value *= 1.1
    }
    return values
  }()
}
