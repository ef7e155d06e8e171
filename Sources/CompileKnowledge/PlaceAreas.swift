import Knowledge
import Texts

/// The areas of the table of places, in the order regions, countries, divisions, districts.
struct PlaceAreas {
  private var areas: [GazetteerWriter.Row] = []
  private var spreads: [Int: Spread] = [:]
  private var divisions: [String: Int] = [:]
  private var districts: [String: Int] = [:]
  private var codes: [Int: String] = [:]
  private var outlined: [Int: AreaShapes.Shape] = [:]

  /// Rows `region`, name, other names, country, latitude, longitude, kilometres, GeoNames id.
  mutating func addRegions(_ rows: [[String]]) {
    for row in rows where row.count >= 8 && row[0] == "region" {
      areas.append(
        GazetteerWriter.Row(
          kind: .region, name: row[1], alternates: names(row[2]), country: row[3],
          latitude: Double(row[4]) ?? 0, longitude: Double(row[5]) ?? 0, population: 0,
          geonames: Int(row[7]) ?? 0, radius: (Double(row[6]) ?? 0) * 1000))
    }
  }

  /// Countries with the names of `nations.tsv`: where rows `country`, code, latitude, longitude
  /// say, else where the factbook says, else in the middle of their largest landmass.
  mutating func addCountries(
    nations: [[String]], ids: [[String]], extra: [[String]], points: FactbookPoints,
    shapes: AreaShapes
  ) {
    var own: [String: (latitude: Double, longitude: Double)] = [:]
    for row in extra where row.count >= 4 && row[0] == "country" {
      own[row[1]] = (Double(row[2]) ?? 0, Double(row[3]) ?? 0)
    }
    let numbers = Dictionary(
      ids.compactMap { $0.count >= 2 ? ($0[0], Int($0[1]) ?? 0) : nil },
      uniquingKeysWith: { first, _ in first })
    for row in nations where row.count >= 5 {
      let shape = shapes.outlines.first { $0.country == row[0] }?.shape
      let point = own[row[0]] ?? points[row[0]]
      areas.append(
        GazetteerWriter.Row(
          kind: .country, name: row[1], alternates: names(row[2]), country: row[0],
          latitude: point?.latitude ?? shape?.latitude ?? 0,
          longitude: point?.longitude ?? shape?.longitude ?? 0, population: 0,
          geonames: numbers[row[0]] ?? 0, radius: shape?.radius ?? 0))
    }
  }

  /// Rows of admin1CodesASCII.txt; further names by code from rows `division`, code, names.
  ///
  /// The code (`US.LA`) is a name too, by which `AreaForms` finds a division.
  mutating func addDivisions(_ rows: [[String]], extra: [[String]]) {
    var more: [String: [String]] = [:]
    for row in extra where row.count >= 3 && row[0] == "division" { more[row[1]] = names(row[2]) }
    for row in rows where row.count >= 4 {
      divisions[row[0]] = areas.count
      codes[areas.count] = row[0]
      areas.append(
        GazetteerWriter.Row(
          kind: .division, name: row[1],
          alternates: AreaNames.variants(row[1]) + AreaNames.variants(row[2])
            + (more[row[0]] ?? []) + [row[0]],
          country: String(row[0].prefix(2)), division: areas.count, latitude: 0, longitude: 0,
          population: 0, geonames: Int(row[3]) ?? 0))
    }
  }

  /// The number of a division by its code: `US.LA`.
  func division(ofCode code: String) -> Int? { divisions[code] }

  /// The number of a district, which is entered when it is new; nil for a city that is its own.
  mutating func district(
    _ name: String, country: String, division: Int?, codes counties: CountyCodes
  ) -> Int? {
    guard !name.isEmpty, !name.hasPrefix("City of ") else { return nil }
    let key = "\(country)|\(division ?? -1)|\(name)"
    if let known = districts[key] { return known }
    let number = areas.count
    districts[key] = number
    areas.append(
      GazetteerWriter.Row(
        kind: .district, name: name, alternates: AreaNames.variants(name), country: country,
        division: division, latitude: 0, longitude: 0, population: 0,
        geonames: division.flatMap { codes[$0] }.flatMap { counties.id(of: name, in: $0) } ?? 0))
    return number
  }

  /// Counts a place towards the middle and spread of the areas that it lies in.
  mutating func spread(
    _ latitude: Double, _ longitude: Double, population: Int, over numbers: [Int]
  ) {
    for number in numbers {
      spreads[number, default: Spread()].add(
        latitude, longitude, weight: Double(population + 500))
      areas[number].population += population
    }
  }

  /// Gives divisions their outlines' middle, once all places are counted; an outline without one
  /// becomes a district: a county of England, a department of France.
  ///
  /// An outline is a division's by its name. Where a country has about as many outlines as
  /// divisions, it is also the division's whose people's middle alone lies in it, and its names are
  /// that division's too.
  mutating func addOutlines(_ shapes: AreaShapes) {
    var divisions: [String: [Int]] = [:]
    for (index, row) in areas.enumerated() where row.kind == .division {
      divisions[row.country, default: []].append(index)
    }
    var outlines: [String: [AreaShapes.Outline]] = [:]
    for outline in shapes.outlines { outlines[outline.country, default: []].append(outline) }
    for country in outlines.keys.sorted() {
      let own = divisions[country] ?? []
      var rest = outlines[country] ?? []
      let isAlike = rest.count * 2 <= own.count * 3
      for index in own {
        let keys = Set(([areas[index].name] + areas[index].alternates).map { PlaceKey($0) })
        // Islands may be listed under the division they belong to.
        let matches = rest.indices.filter { rest[$0].isNamed(keys) }
        guard let match = matches.max(by: { size(rest[$0]) < size(rest[$1]) }) else { continue }
        outlined[index] = rest.remove(at: match).shape
      }
      for outline in rest {
        let inside = own.filter { index in
          outlined[index] == nil
            && spreads[index].map { outline.contains($0.latitude, $0.longitude) } == true
        }
        if isAlike, inside.count == 1 {
          outlined[inside[0]] = outline.shape
          areas[inside[0]].alternates += outline.names
        } else {
          addDistrict(outline, country: country)
        }
      }
    }
  }

  private func size(_ outline: AreaShapes.Outline) -> Double { outline.shape?.radius ?? 0 }

  private mutating func addDistrict(_ outline: AreaShapes.Outline, country: String) {
    guard let name = outline.names.first, let shape = outline.shape else { return }
    let keys = Set(outline.names.map { PlaceKey($0) })
    let isKnown = areas.contains { row in
      row.kind == .district && row.country == country && keys.contains(PlaceKey(row.name))
    }
    if isKnown { return }
    outlined[areas.count] = shape
    areas.append(
      GazetteerWriter.Row(
        kind: .district, name: name, alternates: Array(outline.names.dropFirst()),
        country: country, latitude: 0, longitude: 0, population: 0, geonames: 0))
  }

  /// All areas: divisions with an outline in its middle, others in the middle of their people.
  func rows() -> [GazetteerWriter.Row] {
    var rows = areas
    for (number, spread) in spreads where outlined[number] == nil {
      rows[number].latitude = spread.latitude
      rows[number].longitude = spread.longitude
      rows[number].radius = max(rows[number].kind == .division ? 10_000 : 5_000, spread.radius)
    }
    for (number, shape) in outlined {
      rows[number].latitude = shape.latitude
      rows[number].longitude = shape.longitude
      rows[number].radius = max(10_000, shape.radius)
    }
    for (index, row) in rows.enumerated() where row.kind == .division {
      guard
        let country = rows.firstIndex(where: { $0.kind == .country && $0.country == row.country })
      else { continue }
      rows[country].population += rows[index].population
    }
    return rows
  }

  private func names(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }
}

/// Names of areas with and without the word for their kind.
enum AreaNames {
  static func variants(_ name: String) -> [String] {
    var names = [name]
    for kind in after where name.hasSuffix(kind) {
      names.append(String(name.dropLast(kind.count)))
    }
    for kind in before where name.hasPrefix(kind) {
      names.append(String(name.dropFirst(kind.count)))
    }
    return names + names.compactMap(english)
  }

  /// `North Kivu` for `Nord Kivu`, with the direction in front.
  private static func english(_ name: String) -> String? {
    let words = name.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
    guard words.count > 1 else { return nil }
    for (index, word) in [(0, words[0]), (words.count - 1, words[words.count - 1])] {
      guard let direction = directions[word] else { continue }
      var others = words
      others.remove(at: index)
      if ["du", "de", "del"].contains(others[0]) { others.removeFirst() }
      return ([direction] + others).joined(separator: " ")
    }
    return nil
  }

  private static let directions = [
    "Nord": "North", "Norte": "North", "Sud": "South", "Sur": "South", "Sul": "South",
    "Est": "East", "Este": "East", "Ouest": "West", "Oeste": "West", "Haut": "Upper",
    "Haute": "Upper", "Bas": "Lower", "Basse": "Lower", "Central": "Central",
    "Centre": "Central", "Utara": "North", "Selatan": "South", "Timur": "East", "Barat": "West",
    "Tengah": "Central",
  ]

  private static let after = [
    " Province", " Governorate", " Region", " State", " Oblast", " District", " Department",
    " County", " Prefecture", " Territory", " Municipality", " Emirate", " Canton", " Republic",
    " Krai", " Oblast’", " Parish", " Division", " Wilayah", " Muhafazah", " Voivodeship",
    " Federal District", " Autonomous Region", " Borough", " Raion", " Rayon", " Shire",
    " Census Area", " Regency", " Zone", " Woreda", " Subcounty", " Circle", " Governate",
  ]

  private static let before = [
    "Muḩāfaz̧at ", "Wilāyat ", "Province of ", "State of ", "Région ", "Provincia de ",
    "Provincia di ", "Departement de ", "Kabupaten ", "Kota ", "Landkreis ", "Kreis ",
    "Powiat ", "Arrondissement de ", "Distrito de ", "Departamento de ", "District of ",
    "County of ", "Huyen ", "Muhafazat ", "Wilaya de ", "Shahrestan-e ", "Qada' ", "Cercle de ",
  ]
}

/// The middle and the spread of the people of an area.
private struct Spread {
  private var weight = 0.0
  private var sums = (0.0, 0.0, 0.0, 0.0)

  mutating func add(_ latitude: Double, _ longitude: Double, weight: Double) {
    self.weight += weight
    sums.0 += latitude * weight
    sums.1 += longitude * weight
    sums.2 += latitude * latitude * weight
    sums.3 += longitude * longitude * weight
  }

  var latitude: Double { weight == 0 ? 0 : sums.0 / weight }
  var longitude: Double { weight == 0 ? 0 : sums.1 / weight }

  /// Twice the standard distance, in metres.
  var radius: Double {
    guard weight > 0 else { return 0 }
    let north = sums.2 / weight - latitude * latitude
    let east = (sums.3 / weight - longitude * longitude) * 0.6
    return 2 * max(0, north + east).squareRoot() * 111_195
  }
}
