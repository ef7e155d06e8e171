/// Writes the table that `BorderTable` reads; the same lines give the same bytes.
public struct BorderWriter {
  /// A line between two countries, or of one: along its coast or where it claims its border.
  public struct Line {
    /// What it is.
    public var kind: BorderTable.Kind
    /// One or two codes, ISO 3166-1 alpha-2.
    public var countries: [String]
    /// Its points, two or more.
    public var points: [GeoPoint]

    /// Creates a line.
    public init(kind: BorderTable.Kind, countries: [String], points: [GeoPoint]) {
      self.kind = kind
      self.countries = countries
      self.points = points
    }
  }

  /// Points of a piece: few, so that a search passes over most pieces by their bounds.
  private static let pieceLength = 48

  /// Creates a writer.
  public init() {}

  /// The bytes of the table of some lines, of at most 254 countries.
  public func table(_ lines: [Line]) -> [UInt8] {
    let codes = Set(lines.flatMap(\.countries)).sorted()
    precondition(codes.count < BorderTable.noCountry, "countries are numbered in one byte")
    var pieces: [UInt8] = []
    var points: [UInt8] = []
    for line in lines {
      for start in stride(from: 0, to: max(1, line.points.count - 1), by: Self.pieceLength - 1) {
        let end = min(line.points.count, start + Self.pieceLength)
        let run = line.points[start..<end]
        pieces += piece(line, codes, run, first: points.count / BorderTable.pointSize)
        for point in run { points += degrees(point.latitude) + degrees(point.longitude) }
      }
    }
    let body = codes.flatMap { (Array($0.utf8) + [0, 0]).prefix(2) } + pieces + points
    let checksum = Gazetteer.checksum(of: body)
    var table = BorderTable.magic + bytes(BorderTable.version, 4)
    table += bytes(UInt32(codes.count), 4)
    table += bytes(UInt32(pieces.count / BorderTable.pieceSize), 4)
    table += bytes(UInt32(points.count / BorderTable.pointSize), 4)
    table += bytes(UInt32(truncatingIfNeeded: checksum), 4) + bytes(UInt32(checksum >> 32), 4)
    table += [UInt8](repeating: 0, count: BorderTable.headerSize - table.count)
    return table + body
  }

  private func piece(
    _ line: Line, _ codes: [String], _ run: ArraySlice<GeoPoint>, first: Int
  ) -> [UInt8] {
    let sides = line.countries.compactMap { codes.firstIndex(of: $0) }
    var piece = bytes(UInt32(first), 4) + bytes(UInt32(run.count), 2)
    piece.append(line.kind.rawValue)
    for side in 0..<2 {
      piece.append(UInt8(side < sides.count ? sides[side] : BorderTable.noCountry))
    }
    piece.append(0)
    let latitudes = run.map(\.latitude)
    let longitudes = run.map(\.longitude)
    for bound in [latitudes.min(), longitudes.min(), latitudes.max(), longitudes.max()] {
      piece += degrees(bound ?? 0)
    }
    return piece + [0, 0]
  }

  private func degrees(_ value: Double) -> [UInt8] {
    bytes(UInt32(((value + 180) * 10_000).rounded()), 3)
  }
}

/// An integer's low bytes, little-endian.
func bytes(_ value: UInt32, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
}
