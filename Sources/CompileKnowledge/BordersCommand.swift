import ArgumentParser
import Knowledge
import Platform
import Texts

/// Writes `borders.table`.
struct BordersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "borders",
    abstract: "Write the table of borders and coasts of countries.",
    discussion: """
      A landmass belongs to the country that the table of places gives most of its towns, so that \
      both tables say the same of every town; one without towns belongs to the country of the \
      outline. Lines are straightened: none of their points moves by more than 50 metres on a \
      border and 500 on a coast.
      """)

  @Option(help: "Folder with countries.geojson and disputed_borders.geojson (Natural Earth).")
  var outlines: String

  @Option(help: "places.table, for the towns on each landmass.")
  var places: String

  @Option(help: "Folder with nations.tsv.")
  var lexicon: String

  @Option(help: "The table to write.")
  var output: String

  func run() throws {
    let shapes = try valueFromJSON(AreaShapes.self, bytes(outlines + "/countries.geojson"))
    let towns = TownOwners(try Gazetteer(FileBytes.mapping(path: places)))
    var network = BorderNetwork()
    for outline in shapes.outlines {
      for polygon in outline.polygons {
        let own = outline.country.utf8.count == 2 ? outline.country : ""
        guard let country = towns.owner(of: polygon) ?? (own == "-1" ? nil : own) else { continue }
        network.add(polygon, country: country)
      }
    }
    let lines = network.lines() + (try claims())
    let table = BorderWriter().table(lines.map(Straightening.straightened))
    try writeAtomically(table, to: output)
    let points = lines.reduce(0) { $0 + $1.points.count }
    print("\(lines.count) lines of \(points) points, \(table.count) bytes")
  }

  /// Lines that one country claims inside another: `Sudanese claim`.
  private func claims() throws -> [BorderWriter.Line] {
    let nations = NationTable(TSV(try bytes(lexicon + "/nations.tsv")))
    let codes = try CountryCodes(
      valueFromJSON(
        CountryCodes.Features.self, bytes(outlines + "/countries.geojson")))
    let found = try valueFromJSON(
      DisputedBorders.self, bytes(outlines + "/disputed_borders.geojson"))
    return found.features.flatMap { feature -> [BorderWriter.Line] in
      guard let claimant = feature.claimant(among: nations),
        let holder = codes[feature.properties.adm0_a3_l], holder != claimant
      else { return [] }
      return feature.geometry.lines.map { line in
        BorderWriter.Line(
          kind: .claim, countries: [claimant, holder].sorted(),
          points: line.map { GeoPoint(latitude: $0[1], longitude: $0[0]) })
      }
    }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    let file = try FileBytes.mapping(path: path)
    return file.bytes(0, file.count)
  }
}
