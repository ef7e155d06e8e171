import ArgumentParser
import Dossiers
import Knowledge
import Pipeline
import Platform
import Texts

/// Main events of annotated cases: how far their place is off, and whether the day is right.
struct CaseEventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case-events",
    abstract: "Where and when main events are: folders of cases, each with a gold.json.",
    discussion: """
      A place is right when one of the first three lies within 50 km of an annotated one; \
      annotated provinces and countries count only where nothing narrower is annotated. A day is \
      right when the two stretches of days overlap.
      """)

  @Argument(help: "Folders of annotated cases.") var folders: [String]
  @OptionGroup var reader: EvaluatedReader
  @Flag(help: "Print JSON.") var json = false

  struct Gold: Decodable {
    struct Report: Decodable { let file: String }
    struct Place: Decodable {
      let lat: Double
      let lon: Double
      let role: String
    }
    struct Days: Decodable {
      let earliest: String
      let latest: String
    }
    struct Event: Decodable {
      let date: Days
      let places: [Place]
    }
    let reports: [Report]
    let main_event: Event
  }

  struct Row: Encodable {
    var folder: String
    /// Kilometres from the nearest of the first three places to an annotated one; nil for none.
    var kilometers: Double?
    /// The same of the first place alone.
    var firstKilometers: Double?
    var place: String?
    var days: String?
    var isDateRight = false
    var isPlaceRight: Bool { kilometers.map { $0 <= 50 } ?? false }
  }

  func run() async throws {
    let pipeline = try reader.pipeline()
    var rows: [Row] = []
    for path in folders {
      let file = try FileBytes.mapping(path: path + "/gold.json")
      let gold = try valueFromJSON(Gold.self, file.bytes(0, file.count))
      let outcome = await pipeline.outcome(
        of: gold.reports.map { Pipeline.Request(path: "\(path)/\($0.file)") }, threads: 2)
      rows.append(row(path, gold.main_event, outcome.dossier))
    }
    if json { return Output.write(try jsonText(rows)) }
    var table = filled("case", 30) + "     km  first  days                     place\n"
    for row in rows {
      let name = row.folder.split(separator: "/").last.map(String.init) ?? row.folder
      table += filled(name, 30) + padded(row.kilometers.map(tenths) ?? "-", 7)
      table += padded(row.firstKilometers.map(tenths) ?? "-", 7) + "  "
      table += (row.isDateRight ? "right " : "wrong ") + filled(row.days ?? "-", 24)
      table += (row.place ?? "-") + "\n"
    }
    table += "within 50 km: \(rows.count(where: \.isPlaceRight)) of \(rows.count), "
    table += "days right: \(rows.count(where: \.isDateRight)) of \(rows.count)\n"
    Output.write(table)
  }

  private func row(_ path: String, _ gold: Gold.Event, _ dossier: Dossier) -> Row {
    var row = Row(folder: path)
    guard let event = dossier.events.first(where: { $0.id == dossier.mainEvent }) else {
      return row
    }
    if let date = event.date {
      row.days = date.earliest + "/" + date.latest
      row.isDateRight = date.earliest <= gold.date.latest && date.latest >= gold.date.earliest
    }
    let narrow = gold.places.filter { $0.role != "admin" }
    let goals = (narrow.isEmpty ? gold.places : narrow).map {
      GeoPoint(latitude: $0.lat, longitude: $0.lon)
    }
    let distances = event.places.compactMap { place -> Double? in
      guard let latitude = place.latitude, let longitude = place.longitude else { return nil }
      let point = GeoPoint(latitude: latitude, longitude: longitude)
      return goals.map { Globe.kilometers(from: point, to: $0) }.min()
    }
    row.kilometers = distances.prefix(3).min()
    row.firstKilometers = distances.first
    row.place = event.places.prefix(3).map(\.name).joined(separator: "; ")
    return row
  }

  private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
