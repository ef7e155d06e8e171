import TestSupport
import Testing
import Texts

@testable import Knowledge

private func row(
  _ name: String, _ alternates: [String] = [], _ country: String, kind: Gazetteer.Kind = .place,
  division: Int? = nil, district: Int? = nil, at place: (Double, Double) = (0, 0),
  population: Int = 0, id: Int = 1,
  radius: Double = 0
) -> GazetteerWriter.Row {
  GazetteerWriter.Row(
    kind: kind, name: name, alternates: alternates, country: country, division: division,
    district: district, latitude: place.0, longitude: place.1, population: population,
    geonames: id, radius: radius)
}

/// A table of a few places, one of which has a namesake.
private func bytes() -> [UInt8] {
  var writer = GazetteerWriter()
  return writer.table(
    places: [
      row(
        "Łódź", ["Lodz"], "PL", division: 2, district: 3, at: (51.77, 19.4547), population: 768_755,
        id: 3_093_133),
      row(
        "Tripoli", ["Tarabulus"], "LY", at: (32.8875, 13.1873), population: 1_150_989, id: 2_210_247
      ),
      row("Tripoli", ["Trablous"], "LB", at: (34.4335, 35.8441), population: 229_398, id: 266_826),
      row("Goma", [], "CD", at: (-1.6792, 29.2228), population: 144_124, id: 216_281),
      row("Sake", ["Goma"], "CD", at: (-1.5744, 29.0433), population: 9_000_000, id: 7),
    ],
    areas: [
      row("Central Europe", [], "", kind: .region, at: (49, 16), id: 0, radius: 700_000),
      row("Poland", [], "PL", kind: .country, at: (52, 20), id: 798_544, radius: 315_000),
      row(
        "Łódź Voivodeship", ["Łódź"], "PL", kind: .division, division: 2, at: (51.6, 19.5),
        population: 2_000_000, id: 3_337_493, radius: 60_000),
      row(
        "Powiat Łódź", ["Łódź"], "PL", kind: .district, division: 2, at: (51.7, 19.4), id: 0),
    ])
}

private func table() throws -> Gazetteer { try Gazetteer(FileBytes(bytes())) }

@Suite struct GazetteerTests {
  @Test(arguments: ["Łódź", "LODZ", "łódź", "Lodz"])
  func findsANameInAnySpelling(name: String) throws {
    let table = try table()
    let entries = table.candidates(PlaceKey(name)).map { table.entry($0) }
    #expect(entries.contains { $0.geonames == 3_093_133 })
  }

  @Test func keepsWhatIsKnownOfAPlace() throws {
    let table = try table()
    let candidate = try #require(table.candidates(PlaceKey("Goma")).first)
    let goma = table.entry(candidate)
    #expect(candidate.isMainName && goma.kind == .place)
    #expect(goma.name == "Goma" && goma.country == "CD" && goma.division == nil)
    #expect(abs(goma.latitude + 1.6792) < 0.0001 && abs(goma.longitude - 29.2228) < 0.0001)
    #expect(abs(goma.population - 144_124) < 14_500)
  }

  @Test func usualNamesComeBeforeOthersAndLargePlacesBeforeSmall() throws {
    let table = try table()
    #expect(table.candidates(PlaceKey("Tripoli")).map { table.entry($0).country } == ["LY", "LB"])
    #expect(table.candidates(PlaceKey("Goma")).map { table.entry($0).name } == ["Goma", "Sake"])
  }

  @Test func knowsDivisions() throws {
    let table = try table()
    let entries = table.candidates(PlaceKey("Lodz")).map { table.entry($0) }
    let division = try #require(entries.first { $0.kind == .division })
    #expect(division.name == "Łódź Voivodeship" && division.radius == 60_000)
    #expect(table.area(2) == division && division.division == 2 && division.district == nil)
  }

  @Test func knowsWhatAPlaceLiesIn() throws {
    let table = try table()
    let entries = table.candidates(PlaceKey("Lodz")).map { table.entry($0) }
    #expect(entries.map(\.kind) == [.place, .division, .district])
    #expect(entries.map(\.division) == [2, 2, 2])
    #expect(entries.map(\.district) == [3, nil, 3])
    let wide = ["Poland", "Central Europe"].flatMap { table.candidates(PlaceKey($0)) }
      .map { table.entry($0) }
    #expect(wide.map(\.kind) == [.country, .region])
    #expect(wide.map(\.country) == ["PL", ""] && wide.map(\.division) == [nil, nil])
  }

  @Test func unknownNamesHaveNoCandidates() throws {
    #expect(try table().candidates(PlaceKey("Nowhere at all")).isEmpty)
    #expect(try table().candidates(PlaceKey("")).isEmpty)
  }

  @Test func sameRowsGiveTheSameBytes() { #expect(bytes() == bytes()) }

  @Test func aTruncatedTableIsNamedAsSuch() {
    let whole = bytes()
    for length in stride(from: 0, to: whole.count, by: 4_099) {
      let error = #expect(throws: GazetteerError.self) {
        try Gazetteer(FileBytes(Array(whole.prefix(length))))
      }
      #expect(error?.message.isEmpty == false)
    }
  }

  @Test func aForeignOrNewerFileIsNamedAsSuch() {
    #expect(throws: GazetteerError.self) {
      try Gazetteer(FileBytes(Array(repeating: 65, count: 100_000)))
    }
    var newer = bytes()
    newer[8] = 99
    let error = #expect(throws: GazetteerError.self) { try Gazetteer(FileBytes(newer)) }
    #expect(error?.message.contains("99") == true)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func damageNeverTraps(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var damaged = bytes()
    for _ in 0..<200 {
      damaged[Int.random(in: 64..<damaged.count, using: &random)] =
        UInt8.random(in: 0...255, using: &random)
    }
    let table = try Gazetteer(FileBytes(damaged))
    #expect(!table.isIntact)
    for name in ["Łódź", "Tripoli", "Goma", "Sake", "Tarabulus"] {
      for candidate in table.candidates(PlaceKey(name)) {
        let entry = table.entry(candidate)
        for number in [entry.division, entry.district].compactMap({ $0 }) {
          #expect((0..<table.areaCount).contains(number))
          _ = table.area(number)
        }
      }
    }
  }

  @Test func theCommittedTableIsIntact() throws {
    let table = try Gazetteer(FileBytes(contents(of: "Data/places.table")))
    #expect(table.isIntact)
    #expect(table.placeCount > 200_000 && table.areaCount > 20_000)
    let areas = (0..<table.areaCount).map { table.area($0) }
    #expect(
      areas.count { $0.kind == .country } > 240 && areas.count { $0.kind == .division } > 3_000)
    for (name, country) in [
      ("Idlib", "SY"), ("Goma", "CD"), ("Kramatorsk", "UA"), ("Maiduguri", "NG"),
    ] {
      let countries = table.candidates(PlaceKey(name)).map { table.entry($0).country }
      #expect(countries.contains(country))
    }
  }
}

@Suite struct PlaceKeyTests {
  @Test(arguments: [
    ("al-Hasakah", "Al Hasakah"), ("Mazar-e Sharif", "mazar e sharif"), ("N’Djamena", "NDjamena"),
    ("São Paulo", "Sao  Paulo"), ("St. Louis", "st louis"),
  ])
  func equalSpellings(a: String, b: String) { #expect(PlaceKey(a) == PlaceKey(b)) }

  @Test func differentNamesDiffer() { #expect(PlaceKey("Goma") != PlaceKey("Gomba")) }
}

@Suite struct NationTableTests {
  private let table = NationTable(
    TSV(
      Array(
        """
        # comment
        CD\tCongo (Kinshasa)\tDR Congo|Democratic Republic of the Congo\tCongolese\tKinshasa\town
        CG\tCongo (Brazzaville)\tRepublic of the Congo\tCongolese\tBrazzaville\town
        """.utf8)))

  @Test func findsNamesAdjectivesAndCapitals() {
    #expect(table.nation(named: PlaceKey("DR Congo"))?.code == "CD")
    #expect(table.nation(ofCapital: PlaceKey("Brazzaville"))?.code == "CG")
    #expect(table.nation(ofAdjective: PlaceKey("Congolese"))?.code == "CD")
    #expect(table.nation(named: PlaceKey("Congolese")) == nil)
  }
}
