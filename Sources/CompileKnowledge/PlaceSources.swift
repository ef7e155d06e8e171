import Knowledge
import Platform
import Texts

/// Outlines of countries or of their first-order divisions in GeoJSON.
struct AreaShapes: Decodable {
  struct Shape {
    var latitude: Double
    var longitude: Double
    /// Metres: of a circle of the same size as the largest landmass.
    var radius: Double
  }

  private struct Feature: Decodable {
    struct Properties: Decodable {
      var iso_a2: String?
      var name: String?
      var woe_name: String?
      var gn_name: String?
    }
    struct Geometry: Decodable { var coordinates: Coordinates }
    var properties: Properties
    var geometry: Geometry?
  }

  /// Polygons of rings of points, however deep the file nests them.
  private struct Coordinates: Decodable {
    var polygons: [[[[Double]]]]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let polygons = try? container.decode([[[[Double]]]].self) {
        self.polygons = polygons
      } else {
        polygons = [try container.decode([[[Double]]].self)]
      }
    }
  }

  /// One area.
  struct Outline {
    let country: String
    let names: [String]
    let polygons: [[[[Double]]]]

    /// Whether one of its names is among some keys.
    func isNamed(_ keys: Set<PlaceKey>) -> Bool { names.contains { keys.contains(PlaceKey($0)) } }

    /// Whether a point lies in it: rays to the east cross its rings an odd number of times.
    func contains(_ latitude: Double, _ longitude: Double) -> Bool {
      polygons.contains { polygon in
        var isInside = false
        for ring in polygon {
          for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1))
          where (a[1] > latitude) != (b[1] > latitude) {
            let east = a[0] + (latitude - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
            if longitude < east { isInside.toggle() }
          }
        }
        return isInside
      }
    }

    /// The middle of its largest landmass.
    var shape: Shape? {
      var largest: (area: Double, shape: Shape)?
      for polygon in polygons {
        guard let ring = polygon.first, let found = AreaShapes.middle(of: ring) else { continue }
        if found.area > largest?.area ?? 0 { largest = found }
      }
      return largest?.shape
    }
  }

  /// All areas of the file; those of one name in a country are one.
  let outlines: [Outline]

  init(from decoder: any Decoder) throws {
    enum Key: String, CodingKey { case features }
    let features = try decoder.container(keyedBy: Key.self).decode(
      [Feature].self, forKey: .features)
    var outlines: [Outline] = []
    var known: [String: Int] = [:]
    for feature in features {
      let properties = feature.properties
      let country = properties.iso_a2 ?? ""
      var names: [String] = []
      for name in [properties.name, properties.woe_name, properties.gn_name].compactMap({ $0 }) {
        names += AreaNames.variants(name).filter { !names.contains($0) }
      }
      let polygons = feature.geometry?.coordinates.polygons ?? []
      let key = "\(country)|\(names.first ?? "")"
      if let index = known[key] {
        outlines[index] = Outline(
          country: country, names: names, polygons: outlines[index].polygons + polygons)
      } else {
        known[key] = outlines.count
        outlines.append(Outline(country: country, names: names, polygons: polygons))
      }
    }
    self.outlines = outlines
  }

  /// The centre of gravity of a ring and its size, in square degrees of the equator.
  fileprivate static func middle(of ring: [[Double]]) -> (area: Double, shape: Shape)? {
    var (doubled, east, north) = (0.0, 0.0, 0.0)
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let cross = a[0] * b[1] - b[0] * a[1]
      doubled += cross
      east += (a[0] + b[0]) * cross
      north += (a[1] + b[1]) * cross
    }
    guard doubled != 0 else { return nil }
    let latitude = north / (3 * doubled)
    let x = min(85, abs(latitude)) * .pi / 180
    let cosine = 1 - x * x / 2 * (1 - x * x / 12 * (1 - x * x / 30))
    let area = abs(doubled / 2) * cosine
    return (
      area,
      Shape(
        latitude: latitude, longitude: east / (3 * doubled),
        radius: (area / .pi).squareRoot() * 111_195)
    )
  }
}

/// Where The World Factbook says that countries lie.
struct FactbookPoints {
  private struct Page: Decodable {
    struct Geography: Decodable {
      var coordinates: Entry?
      enum CodingKeys: String, CodingKey { case coordinates = "Geographic coordinates" }
    }
    struct Entry: Decodable { var text: String? }
    var geography: Geography?
    enum CodingKeys: String, CodingKey { case geography = "Geography" }
  }

  private var points: [String: (latitude: Double, longitude: Double)] = [:]

  /// `countries` are rows of countryInfo.txt: code first, the factbook's code fourth; `page` gives
  /// the file of a factbook's code.
  init(countries: [[String]], page: (String) -> [UInt8]?) {
    for row in countries where row.count >= 4 && row[0].utf8.count == 2 {
      let code = String(decoding: row[3].utf8.map { $0 | 0x20 }, as: UTF8.self)
      guard let bytes = page(code), let page = try? valueFromJSON(Page.self, bytes),
        let text = page.geography?.coordinates?.text, let point = Self.point(text)
      else { continue }
      points[row[0]] = point
    }
  }

  /// The point of a country by its ISO code.
  subscript(country: String) -> (latitude: Double, longitude: Double)? { points[country] }

  /// `38 00 N, 97 00 W`.
  private static func point(_ text: String) -> (latitude: Double, longitude: Double)? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" })
    guard words.count >= 6, let north = Double(words[0]), let east = Double(words[3]),
      let northMinutes = Double(words[1]), let eastMinutes = Double(words[4])
    else { return nil }
    return (
      (north + northMinutes / 60) * (words[2] == "S" ? -1 : 1),
      (east + eastMinutes / 60) * (words[5] == "W" ? -1 : 1)
    )
  }
}

/// Towns with the names of their districts, found by where they lie.
struct DistrictTowns {
  private struct Town {
    var latitude: Double
    var longitude: Double
    var district: String
  }

  private var cells: [String: [Town]] = [:]

  /// Rows with the columns lat, lon, name, admin1, admin2, cc.
  init(_ table: (header: [String: Int], rows: [[String]])) throws {
    for row in table.rows where row.count >= 6 {
      guard let latitude = Double(row[0]), let longitude = Double(row[1]) else { continue }
      cells[Self.key(row[5], Self.cell(latitude), Self.cell(longitude)), default: []].append(
        Town(latitude: latitude, longitude: longitude, district: row[4]))
    }
  }

  /// The district of the nearest town of a country; nil where none is near.
  func district(_ latitude: Double, _ longitude: Double, country: String) -> String? {
    var best: (distance: Double, district: String)?
    for north in -1...1 {
      for east in -1...1 {
        let key = Self.key(country, Self.cell(latitude) + north, Self.cell(longitude) + east)
        for town in cells[key] ?? [] {
          let up = town.latitude - latitude
          let right = (town.longitude - longitude) * 0.75
          let distance = up * up + right * right
          if distance < best?.distance ?? Self.limit { best = (distance, town.district) }
        }
      }
    }
    return best?.district
  }

  /// Square degrees: some ten kilometres.
  private static let limit = 0.01

  private static func cell(_ degrees: Double) -> Int { Int((degrees * 10).rounded(.down)) }
  private static func key(_ country: String, _ north: Int, _ east: Int) -> String {
    "\(country) \(north) \(east)"
  }
}

/// GeoNames ids of the counties of the United States.
struct CountyCodes {
  struct County: Decodable {
    var fips: String
    var name: String
    var state: String
  }

  private var ids: [String: Int] = [:]

  /// `ids` are rows of a code (`US.LA.079`) and an id.
  init(counties: [County], ids rows: [[String]]) {
    let numbers = Dictionary(
      rows.compactMap { $0.count >= 2 ? ($0[0], Int($0[1]) ?? 0) : nil },
      uniquingKeysWith: { first, _ in first })
    for county in counties {
      ids["US.\(county.state)|\(county.name)"] =
        numbers["US.\(county.state).\(county.fips.suffix(3))"]
    }
  }

  /// The id of a county by its name and the code of its state (`US.LA`).
  func id(of name: String, in state: String) -> Int? { ids["\(state)|\(name)"] }
}
