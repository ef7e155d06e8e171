import ArgumentParser
import Knowledge
import Platform
import Texts

/// Writes `places.table` from GeoNames.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Write the table of places from GeoNames.")

  @Option(help: "Folder with cities500.tsv and admin1CodesASCII.txt.")
  var geonames: String

  @Option(help: "The table to write.")
  var output: String

  func run() throws {
    let cities = TSV(try bytes("cities500.tsv")).rows.dropFirst()
    let codes = TSV(try bytes("admin1CodesASCII.txt")).rows
    var divisions: [GazetteerWriter.Row] = []
    var number: [String: Int] = [:]
    for row in codes where row.count >= 4 {
      number[row[0]] = divisions.count
      divisions.append(
        GazetteerWriter.Row(
          name: row[1], alternates: divisionNames(row[1]) + divisionNames(row[2]),
          country: String(row[0].prefix(2)), division: divisions.count, latitude: 0,
          longitude: 0, population: 0, geonames: Int(row[3]) ?? 0))
    }
    var spread = [Spread](repeating: Spread(), count: divisions.count)
    var places: [GazetteerWriter.Row] = []
    for row in cities where row.count >= 9 {
      guard let latitude = Double(row[2]), let longitude = Double(row[3]) else { continue }
      let division = number["\(row[4]).\(row[5])"]
      let population = Int(row[6]) ?? 0
      if let division {
        spread[division].add(latitude, longitude, weight: Double(population + 500))
        divisions[division].population += population
      }
      places.append(
        GazetteerWriter.Row(
          name: row[1],
          alternates: row[8].split(separator: "|").map(String.init)
            .filter { isUseful($0) },
          country: row[4], division: division, latitude: latitude, longitude: longitude,
          population: population, geonames: Int(row[0]) ?? 0))
    }
    for index in divisions.indices {
      let center = spread[index]
      divisions[index].latitude = center.latitude
      divisions[index].longitude = center.longitude
      divisions[index].radius = max(10_000, center.radius)
    }
    var writer = GazetteerWriter()
    let table = writer.table(places: places, divisions: divisions)
    try writeAtomically(table, to: output)
    print("\(places.count) places, \(divisions.count) divisions, \(table.count) bytes")
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    let file = try FileBytes.mapping(path: geonames + "/" + name)
    return file.bytes(0, file.count)
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

  /// A division's name, and the name without the word for its kind.
  private func divisionNames(_ name: String) -> [String] {
    var names = [name]
    let kinds = [
      " Province", " Governorate", " Region", " State", " Oblast", " District", " Department",
      " County", " Prefecture", " Territory", " Municipality", " Emirate", " Canton", " Republic",
      " Krai", " Oblast’", " Parish", " Division", " Wilayah", " Muhafazah", " Voivodeship",
      " Federal District", " Autonomous Region",
    ]
    for kind in kinds where name.hasSuffix(kind) { names.append(String(name.dropLast(kind.count))) }
    for kind in ["Muḩāfaz̧at ", "Wilāyat ", "Province of ", "State of ", "Région ", "Provincia de "]
    where name.hasPrefix(kind) {
      names.append(String(name.dropFirst(kind.count)))
    }
    return names
  }
}

/// The middle and the spread of the people of a division.
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
