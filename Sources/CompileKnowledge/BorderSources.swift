import Knowledge
import Texts

/// Borders that somebody disputes, in GeoJSON.
struct DisputedBorders: Decodable {
  struct Feature: Decodable {
    struct Properties: Decodable {
      var name: String?
      /// Three-letter code of who holds the land to the left.
      var adm0_a3_l: String
    }
    struct Geometry: Decodable {
      var lines: [[[Double]]]

      init(from decoder: any Decoder) throws {
        enum Key: String, CodingKey { case coordinates }
        let container = try decoder.container(keyedBy: Key.self)
        if let lines = try? container.decode([[[Double]]].self, forKey: .coordinates) {
          self.lines = lines
        } else {
          lines = [try container.decode([[Double]].self, forKey: .coordinates)]
        }
      }
    }
    var properties: Properties
    var geometry: Geometry

    /// The country whose claim it is: `Sudanese claim`.
    func claimant(among nations: NationTable) -> String? {
      guard let name = properties.name, name.hasSuffix(" claim") else { return nil }
      let who = PlaceKey(name.dropLast(" claim".count))
      return (nations.nation(ofAdjective: who) ?? nations.nation(named: who))?.code
    }
  }
  var features: [Feature]
}

/// Two-letter codes of countries by their three-letter codes.
struct CountryCodes {
  struct Features: Decodable {
    struct Feature: Decodable {
      struct Properties: Decodable {
        var iso_a2: String?
        var ISO_A3: String?
      }
      var properties: Properties
    }
    var features: [Feature]
  }

  private var codes: [String: String] = [:]

  init(_ outlines: Features) {
    for feature in outlines.features {
      guard let short = feature.properties.iso_a2, let long = feature.properties.ISO_A3 else {
        continue
      }
      codes[long] = short
    }
  }

  subscript(code: String) -> String? { codes[code] }
}

/// Which country has the towns of a landmass.
struct TownOwners {
  private struct Town {
    let point: GeoPoint
    let country: String
  }

  /// Towns by whole degrees north, so that a landmass looks only at its own latitudes.
  private var rows: [Int: [Town]] = [:]

  init(_ gazetteer: Gazetteer) {
    for index in 0..<gazetteer.placeCount {
      let entry = gazetteer.place(index)
      rows[Int(entry.latitude.rounded(.down)), default: []].append(
        Town(point: entry.point, country: entry.country))
    }
  }

  /// The country of most towns in a polygon; nil without any, and for a mainland, which is its
  /// outline's country without counting.
  func owner(of polygon: [[[Double]]]) -> String? {
    guard let ring = polygon.first else { return nil }
    let (longitudes, latitudes) = (ring.map { $0[0] }, ring.map { $0[1] })
    guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
      let east = longitudes.max()
    else { return nil }
    guard max(north - south, east - west) <= Self.mainland else { return nil }
    let outline = AreaShapes.Outline(country: "", names: [], polygons: [polygon])
    var counts: [String: Int] = [:]
    for row in Int(south.rounded(.down))...Int(north.rounded(.down)) {
      for town in rows[row] ?? [] {
        let point = town.point
        guard point.latitude >= south, point.latitude <= north, point.longitude >= west,
          point.longitude <= east, outline.contains(point.latitude, point.longitude)
        else { continue }
        counts[town.country, default: 0] += 1
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Degrees that a mainland spans.
  private static let mainland = 12.0
}
