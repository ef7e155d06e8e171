public import Texts

/// A table of borders that cannot be read.
public struct BorderTableError: Error, Hashable, Sendable {
  /// What is wrong, with the next step.
  public let message: String
}

/// Borders and coasts of countries as lines, read from a mapped table.
///
/// Made by `CompileKnowledge borders` from Natural Earth. A line that two countries share is kept
/// once and knows both, so a point lies in one country or the other and never in both. The table
/// is a header of 64 bytes and then, little-endian: country codes of 2 bytes, pieces of lines of 24,
/// and points of 6 (three bytes each for degrees north and east, in ten-thousandths from -180). A
/// piece is: number of its first point (4 bytes), how many (2), kind (1), the numbers of its two
/// countries (2), one byte left over, bounds to the south, west, north and east (3 each), and two
/// bytes left over.
public struct BorderTable: Sendable {
  static let magic: [UInt8] = Array("SYNBORDR".utf8)
  static let version: UInt32 = 1
  static let headerSize = 64
  static let pieceSize = 24
  static let pointSize = 6
  static let noCountry = 255

  /// What a line is.
  public enum Kind: UInt8, Sendable {
    /// Land of two countries meets, as the map draws it.
    case border
    /// Land ends.
    case coast
    /// Where one of two countries says that the border runs.
    case claim
    /// The edge of the map, at 180 degrees and at the poles: no line on the ground.
    case seam
  }

  /// A point of a line, as near as any to a given one.
  public struct NearestPoint: Hashable, Sendable {
    /// Where it is.
    public let point: GeoPoint
    /// Kilometres to it.
    public let kilometers: Double
    /// Codes of the countries on both sides, in the order of the alphabet; one for a coast.
    public let countries: [String]
  }

  struct Piece {
    let kind: Kind?
    let countries: (Int, Int)
    let first: Int
    let count: Int
    let south: Double
    let west: Double
    let north: Double
    let east: Double
  }

  private let file: FileBytes
  private let codes: [String]
  private let pieceCount: Int
  private let pointCount: Int
  private let checksum: UInt64
  private var pieces: Int { Self.headerSize + codes.count * 2 }
  private var points: Int { pieces + pieceCount * Self.pieceSize }

  /// Opens a table; checks that it is one and whole, not every byte.
  ///
  /// - Complexity: O(c) in the number of countries.
  public init(_ file: FileBytes) throws(BorderTableError) {
    guard file.count >= Self.headerSize, file.bytes(0, 8) == Self.magic else {
      throw BorderTableError(
        message: "this is no table of borders; rebuild it with Scripts/compile-knowledge")
    }
    let version = file.load(UInt32.self, at: 8)
    guard version == Self.version else {
      throw BorderTableError(
        message: "the table of borders has format \(version), this build reads \(Self.version)")
    }
    let countries = Int(file.load(UInt32.self, at: 12))
    pieceCount = Int(file.load(UInt32.self, at: 16))
    pointCount = Int(file.load(UInt32.self, at: 20))
    checksum = file.load(UInt64.self, at: 24)
    let size =
      Self.headerSize + countries * 2 + pieceCount * Self.pieceSize + pointCount * Self.pointSize
    guard size == file.count, countries < Self.noCountry else {
      throw BorderTableError(
        message: "the table of borders has \(file.count) bytes, its header says \(size); "
          + "it is truncated or damaged")
    }
    self.file = file
    codes = (0..<countries).map { number in
      let at = Self.headerSize + number * 2
      return String(decoding: file.bytes(at, at + 2), as: UTF8.self)
    }
  }

  /// Whether every byte is as it was written.
  ///
  /// - Complexity: O(n) in the size of the table.
  public var isIntact: Bool {
    Gazetteer.checksum(of: file.bytes(Self.headerSize, file.count)) == checksum
  }

  /// Codes (ISO 3166-1 alpha-2) of all countries, in order.
  public var countries: [String] { codes }

  /// Codes of the countries that share a border on land with one, in order.
  ///
  /// - Complexity: O(p) in the pieces of all lines.
  public func neighbors(of country: String) -> [String] {
    guard let number = codes.firstIndex(of: country) else { return [] }
    var found: Set<Int> = []
    for index in 0..<pieceCount where kind(ofPiece: index) == .border {
      let (a, b) = countries(ofPiece: index)
      if a == number { found.insert(b) } else if b == number { found.insert(a) }
    }
    return found.sorted().filter(codes.indices.contains).map { codes[$0] }
  }

  // MARK: Pieces

  func kind(ofPiece index: Int) -> Kind? {
    Kind(rawValue: file[pieces + index * Self.pieceSize + 6])
  }

  func countries(ofPiece index: Int) -> (Int, Int) {
    let at = pieces + index * Self.pieceSize + 7
    return (Int(file[at]), Int(file[at + 1]))
  }

  var pieceRange: Range<Int> { 0..<pieceCount }

  func number(of country: String) -> Int? { codes.firstIndex(of: country) }

  /// The code of a country's number; nil for none, and in a damaged table.
  func code(_ number: Int) -> String? { codes.indices.contains(number) ? codes[number] : nil }

  func piece(_ index: Int) -> Piece {
    let at = pieces + index * Self.pieceSize
    let first = Int(file.load(UInt32.self, at: at))
    let count = Int(file.load(UInt16.self, at: at + 4))
    return Piece(
      kind: kind(ofPiece: index), countries: countries(ofPiece: index),
      first: min(first, pointCount),
      count: max(0, min(count, pointCount - first)), south: degrees(at + 10),
      west: degrees(at + 13), north: degrees(at + 16), east: degrees(at + 19))
  }

  func point(_ index: Int) -> GeoPoint {
    let at = points + index * Self.pointSize
    return GeoPoint(latitude: degrees(at), longitude: degrees(at + 3))
  }

  private func degrees(_ at: Int) -> Double {
    let steps = UInt32(file[at]) | UInt32(file[at + 1]) << 8 | UInt32(file[at + 2]) << 16
    return Double(steps) / 10_000 - 180
  }
}
