import Foundation
import TestSupport
import Testing
import Texts

@testable import Knowledge

private func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
  GeoPoint(latitude: latitude, longitude: longitude)
}

/// Two square countries side by side, one of which claims a strip of the other; an island beyond
/// the seam of the map.
private func bytes() -> [UInt8] {
  func line(_ kind: BorderTable.Kind, _ countries: [String], _ points: [(Double, Double)])
    -> BorderWriter.Line
  {
    BorderWriter.Line(
      kind: kind, countries: countries, points: points.map { point($0.0, $0.1) })
  }
  return BorderWriter().table([
    line(.border, ["AA", "BB"], [(0, 10), (5, 10), (10, 10)]),
    line(.coast, ["AA"], [(10, 10), (10, 0), (0, 0), (0, 10)]),
    line(.coast, ["BB"], [(0, 10), (0, 20), (10, 20), (10, 10)]),
    line(.claim, ["AA", "BB"], [(0, 12), (10, 12)]),
    line(.claim, ["AA", "CC"], [(10, 0), (0, 0)]),
    line(.coast, ["CC"], [(-5, 180), (-5, 178), (-4, 178), (-4, 180)]),
    line(.seam, ["CC"], [(-4, 180), (-5, 180)]),
    line(.coast, ["CC"], [(-5, -180), (-5, -179), (-4, -179), (-4, -180)]),
    line(.seam, ["CC"], [(-4, -180), (-5, -180)]),
  ])
}

private func table() throws -> BorderTable { try BorderTable(FileBytes(bytes())) }

private func greatCircle(_ a: GeoPoint, _ b: GeoPoint) -> Double {
  let degree = Double.pi / 180
  let x = sin((b.latitude - a.latitude) * degree / 2)
  let y = sin((b.longitude - a.longitude) * degree / 2)
  return 12_742
    * asin(
      (x * x + cos(a.latitude * degree) * cos(b.latitude * degree) * y * y).squareRoot())
}

@Suite struct BorderTableTests {
  @Test func aPointLiesInOneCountryOrAtSea() throws {
    let table = try table()
    #expect(table.country(at: point(5, 9.999)) == "AA")
    #expect(table.country(at: point(5, 10.001)) == "BB")
    #expect(table.country(at: point(10.001, 5)) == nil && table.country(at: point(5, 21)) == nil)
    #expect(table.country(at: point(-4.5, 179.9)) == "CC")
    #expect(table.country(at: point(-4.5, -179.9)) == "CC")
    #expect(table.contains(point(5, 11), in: "BB") && !table.contains(point(5, 11), in: "AA"))
    #expect(!table.contains(point(5, 11), in: "XX"))
  }

  @Test func theNearestPointOfABorder() throws {
    let table = try table()
    let near = try #require(table.nearestBorder(between: "BB", and: "AA", to: point(5, 9)))
    #expect(near.point == point(5, 10) && near.countries == ["AA", "BB"])
    #expect(abs(near.kilometers - greatCircle(point(5, 9), point(5, 10))) < 0.5)
    // Past its end, its end.
    #expect(table.nearestBorder(of: "AA", to: point(11, 10))?.point == point(10, 10))
    #expect(table.nearestBorder(of: "CC", to: point(0, 0)) == nil)
    #expect(table.nearestBorder(between: "AA", and: "AA", to: point(0, 0)) == nil)
    #expect(table.nearestCoast(of: "AA", to: point(5, 1))?.point == point(5, 0))
    #expect(table.neighbors(of: "AA") == ["BB"] && table.neighbors(of: "CC") == [])
  }

  @Test func aClaimCountsOnlyWhereNoBorderIsDrawn() throws {
    let table = try table()
    let drawn = try #require(table.nearestBorder(between: "AA", and: "BB", to: point(5, 12)))
    #expect(drawn.point.longitude == 10)
    let claimed = try #require(table.nearestBorder(between: "AA", and: "CC", to: point(5, 1)))
    #expect(claimed.point == point(5, 0))
  }

  @Test func theSeamOfTheMapIsNoCoast() throws {
    let near = try #require(try table().nearestCoast(of: "CC", to: point(-4.9, 180)))
    #expect(near.kilometers < 11.2 && abs(near.point.latitude + 5) < 0.001)
    // A point on the other side of the seam is near.
    let across = try #require(try table().nearestCoast(of: "CC", to: point(-3, -179.9)))
    #expect(abs(across.kilometers - 111.2) < 0.5)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func noPointOfALineIsNearer(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    let from = point(draw(-60...60), draw(-180...180))
    let a = point(from.latitude + draw(-2...2), from.longitude + draw(-3...3))
    let b = point(from.latitude + draw(-2...2), from.longitude + draw(-3...3))
    let near = BorderTable.nearest(to: from, between: a, and: b)
    let distance = greatCircle(from, near)
    let steps = (0...400).map { step in
      let share = Double(step) / 400
      return greatCircle(
        from,
        point(
          a.latitude + (b.latitude - a.latitude) * share,
          a.longitude + (b.longitude - a.longitude) * share))
    }
    let least = try #require(steps.min())
    #expect(distance <= least * 1.005 + 0.05)
    #expect(abs(Globe.kilometers(from: from, to: near) - distance) <= distance * 0.005 + 0.01)
  }

  @Test func sameLinesGiveTheSameBytes() throws {
    #expect(bytes() == bytes())
    #expect(try table().isIntact)
  }

  @Test func longLinesAreCutIntoPieces() throws {
    let points = (0...500).map { point(Double($0) / 100, $0.isMultiple(of: 2) ? 1 : 1.01) }
    let table = try BorderTable(
      FileBytes(
        BorderWriter().table([
          BorderWriter.Line(kind: .border, countries: ["AA", "BB"], points: points)
        ])))
    for index in stride(from: 0, through: 500, by: 7) {
      let near = try #require(table.nearestBorder(of: "AA", to: points[index]))
      #expect(near.kilometers < 0.02)
    }
  }

  @Test func aTruncatedForeignOrNewerFileIsNamedAsSuch() {
    let whole = bytes()
    for length in stride(from: 0, to: whole.count, by: 37) {
      #expect(throws: BorderTableError.self) {
        try BorderTable(FileBytes(Array(whole.prefix(length))))
      }
    }
    var newer = whole
    newer[8] = 99
    let error = #expect(throws: BorderTableError.self) { try BorderTable(FileBytes(newer)) }
    #expect(error?.message.contains("99") == true)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func damageNeverTraps(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var damaged = bytes()
    for _ in 0..<60 {
      damaged[Int.random(in: 64..<damaged.count, using: &random)] =
        UInt8.random(in: 0...255, using: &random)
    }
    let table = try BorderTable(FileBytes(damaged))
    #expect(!table.isIntact)
    for latitude in stride(from: -10.0, through: 12, by: 2.5) {
      _ = table.country(at: point(latitude, 9))
      for country in table.countries + ["AA", "BB", "CC"] {
        _ = table.contains(point(latitude, 179), in: country)
        _ = table.nearestBorder(of: country, to: point(latitude, 9))
        _ = table.neighbors(of: country)
      }
    }
  }
}

/// The committed table against what is known of the world.
@Suite struct WorldBorderTests {
  private let table = try? BorderTable(FileBytes(contents(of: "Data/borders.table")))

  @Test func isIntactAndSmall() throws {
    let table = try #require(table)
    #expect(table.isIntact && table.countries.count > 230)
    #expect(contents(of: "Data/borders.table").count < 3_000_000)
  }

  @Test func countriesHaveTheirNeighbors() throws {
    let table = try #require(table)
    #expect(table.neighbors(of: "LA") == ["CN", "KH", "MM", "TH", "VN"])
    #expect(table.neighbors(of: "TD") == ["CF", "CM", "LY", "NE", "NG", "SD"])
    #expect(table.neighbors(of: "PY") == ["AR", "BO", "BR"])
    #expect(table.neighbors(of: "JP") == [])
    for country in table.countries {
      for neighbor in table.neighbors(of: country) {
        #expect(table.neighbors(of: neighbor).contains(country))
      }
    }
  }

  @Test(arguments: [
    // A city and its country, another, and about how many kilometres the border is away.
    (48.573, 7.752, "FR", "DE", 3.5, 2.0),  // Strasbourg
    (45.502, -73.567, "CA", "US", 55, 4.0),  // Montreal
    (17.967, 102.6, "LA", "TH", 1.5, 2.0),  // Vientiane
    (12.113, 15.049, "TD", "CM", 1.5, 2.5),  // N'Djamena
    (48.149, 17.107, "SK", "AT", 4, 3.0),  // Bratislava
    (31.558, 74.351, "PK", "IN", 23, 4.0),  // Lahore
    (32.515, -117.038, "MX", "US", 2.5, 2.0),  // Tijuana
    (-25.3, -57.635, "PY", "AR", 3, 4.0),  // Asunción
    (37.567, 126.978, "KR", "KP", 39, 5.0),  // Seoul
  ])
  func citiesLieAsFarFromBordersAsIsKnown(
    latitude: Double, longitude: Double, country: String, other: String, kilometers: Double,
    within: Double
  ) throws {
    let table = try #require(table)
    let city = point(latitude, longitude)
    #expect(table.country(at: city) == country)
    let near = try #require(table.nearestBorder(between: country, and: other, to: city))
    #expect(abs(near.kilometers - kilometers) <= within, "\(near.kilometers) km")
    #expect(near.countries == [country, other].sorted())
  }

  @Test(arguments: [
    ("US", "MX", 3_145.0), ("AR", "CL", 5_308), ("RU", "KZ", 7_600), ("NG", "NE", 1_600),
  ])
  func bordersAreAboutAsLongAsIsKnown(a: String, b: String, kilometers: Double) throws {
    let length = try #require(table?.middle(between: a, and: b)).length
    #expect(length > kilometers * 0.8 && length < kilometers * 1.1, "\(length) km")
  }

  /// Both tables say the same of towns, but for some within the rounding of the lines.
  @Test func townsLieInTheirCountries() throws {
    let table = try #require(table)
    let gazetteer = try Gazetteer(FileBytes(contents(of: "Data/places.table")))
    var (same, asked) = (0, 0)
    for index in stride(from: 0, to: gazetteer.placeCount, by: 397) {
      let town = gazetteer.place(index)
      asked += 1
      if table.contains(town.point, in: town.country) {
        same += 1
      } else if table.countries.contains(town.country) {
        let lines = [
          table.nearestBorder(of: town.country, to: town.point),
          table.nearestCoast(of: town.country, to: town.point),
        ]
        #expect(lines.compactMap { $0?.kilometers }.min() ?? 0 < 25, "\(town.name) \(town.country)")
      }
    }
    #expect(Double(same) > Double(asked) * 0.97, "\(same) of \(asked)")
  }
}
