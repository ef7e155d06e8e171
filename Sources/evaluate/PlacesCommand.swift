import ArgumentParser
import Foundation
import Knowledge
import Linguistics
import Mentions
import Pipeline
import Platform
import Texts

/// Places against LGL and GeoVirus.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "What place names mean, given them, and place names found in raw text.",
    discussion: """
      Takes files of the form of LGL or GeoVirus. Given the gold names: the share whose GeoNames id \
      is right (where the corpus has ids), the share within 161 km, and the median distance; names \
      that are not resolved count as wrong. From raw text: names with the same words, and names \
      that overlap.
      """)

  @Argument(help: "Files in XML.") var files: [String]
  @OptionGroup var reader: EvaluatedReader
  @Option(help: "Write what is counted of each candidate here, for Training/fit_places.py.")
  var candidates: String?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print names that are wrong instead of figures.") var misses = false
  @Flag(help: "Leave out the names of raw text.") var given = false

  struct Row: Encodable {
    var corpus: String
    var articles = 0
    var names = 0
    var withID = 0
    var exact = 0
    var within161 = 0
    var towns = 0
    var townsWithin161 = 0
    var middles = 0
    var medianKm = 0.0
    var sameWords = Agreement()
    var overlap = Agreement()
  }

  func run() throws {
    let reader = try reader.loaded()
    let knowledge = try self.reader.knowledge()
    let finder = PlaceFinder(knowledge: knowledge)
    var rows: [Row] = []
    var lines = candidates == nil ? "" : "corpus\tarticle\tname\tround\tright\t"
    lines += candidates == nil ? "" : PlaceFinder.counted.joined(separator: "\t") + "\n"
    for path in files {
      let file = try FileBytes.mapping(path: path)
      let corpus = path.split(separator: "/").last.map(String.init) ?? path
      var row = Row(corpus: corpus)
      var distances: [Double] = []
      for article in GeoArticle.articles(file.bytes(0, file.count)) {
        let reading = reader.reading(
          of: article.text, title: nil, paragraphs: [article.text.range])
        let ranges = article.toponyms.map(\.range)
        let places = finder.places(at: ranges, in: reading) { round, name, entries, counts in
          guard candidates != nil else { return }
          let toponym = article.toponyms[name]
          guard let right = Self.right(toponym, entries) else { return }
          for (index, numbers) in counts.enumerated() {
            lines += "\(corpus)\t\(row.articles)\t\(name)\t\(round)\t\(index == right ? 1 : 0)"
            for number in numbers { lines += "\t\((number * 1e5).rounded() / 1e5)" }
            lines += "\n"
          }
        }
        for (toponym, place) in zip(article.toponyms, places) {
          count(toponym, place, article.text, knowledge.borders, &row, &distances)
        }
        if !given {
          let found = finder.places(in: reading)
          let mentions = found.mentions.filter { found.places[$0.entity].relation == nil }
            .map(\.range)
          row.sameWords.add(gold: ranges, found: mentions)
          row.overlap.add(
            gold: ranges.count, found: mentions.count,
            same: ranges.count { range in mentions.contains { $0.overlaps(range) } })
        }
        row.articles += 1
      }
      distances.sort()
      row.medianKm = distances.isEmpty ? 0 : distances[distances.count / 2]
      rows.append(row)
    }
    if let candidates { try writeAtomically(Array(lines.utf8), to: candidates) }
    if misses { return }
    if json { return Output.write(try jsonText(rows)) }
    var table = filled("corpus", 14) + "   names   exact  161 km   towns middles  median"
    table += given ? "\n" : "   words overlap\n"
    for row in rows {
      table += filled(row.corpus, 14) + padded("\(row.names)", 8)
      table += percent(Self.share(row.exact, row.withID)) + " "
      table += percent(Self.share(row.within161, row.names)) + " "
      table += percent(Self.share(row.townsWithin161, row.towns)) + " "
      table += percent(Self.share(row.middles, row.names)) + " "
      table += padded("\((row.medianKm * 10).rounded() / 10)", 7)
      if !given { table += " " + percent(row.sameWords.f1) + " " + percent(row.overlap.f1) }
      table += "\n"
    }
    Output.write(table)
  }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  private func count(
    _ toponym: GeoArticle.Toponym, _ place: PlaceEntity?, _ text: SourceText,
    _ borders: BorderTable?, _ row: inout Row, _ distances: inout [Double]
  ) {
    row.names += 1
    var distance = 20_000.0
    if let latitude = place?.latitude, let longitude = place?.longitude {
      distance = Self.kilometers(
        latitude, longitude, toponym.latitude, toponym.longitude)
    }
    distances.append(distance)
    let isNear = distance <= 161
    let isExact = toponym.geonames != nil && place?.geonames == toponym.geonames
    row.within161 += isNear ? 1 : 0
    if place?.precision == .country || place?.precision == .province {
      let gold = GeoPoint(latitude: toponym.latitude, longitude: toponym.longitude)
      let isInside =
        place?.country.flatMap { borders?.contains(gold, in: $0) } == true
        && place?.precision == .country || distance * 1000 <= place?.radiusMeters ?? 0
      row.middles += !isNear && isInside ? 1 : 0
    } else {
      row.towns += 1
      row.townsWithin161 += isNear ? 1 : 0
    }
    row.withID += toponym.geonames == nil ? 0 : 1
    row.exact += isExact ? 1 : 0
    guard misses, toponym.geonames == nil ? !isNear : !isExact else { return }
    let name = place.map { "\($0.name)\t\($0.country ?? "")\t\($0.admin1 ?? "")\t\($0.precision)" }
    Output.write(
      "\(text[toponym.range])\t\(toponym.kind)\t\(toponym.latitude),\(toponym.longitude)\t"
        + "\(name ?? "-\t\t\t")\t\(Int(distance)) km\n")
  }

  /// The candidate that is meant: of the same id, else the nearest within 50 km.
  private static func right(_ toponym: GeoArticle.Toponym, _ entries: [Gazetteer.Entry]) -> Int? {
    if let id = toponym.geonames { return entries.firstIndex { $0.geonames == id } }
    let distances = entries.map {
      kilometers($0.latitude, $0.longitude, toponym.latitude, toponym.longitude)
    }
    guard let least = distances.min(), least <= 50 else { return nil }
    return distances.firstIndex(of: least)
  }

  /// Along the great circle.
  private static func kilometers(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    let degree = Double.pi / 180
    let x = sin((c - a) * degree / 2)
    let y = sin((d - b) * degree / 2)
    let square = x * x + cos(a * degree) * cos(c * degree) * y * y
    return 12_742 * asin(min(1, square.squareRoot()))
  }
}
