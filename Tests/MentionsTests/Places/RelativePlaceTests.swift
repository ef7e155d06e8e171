import Knowledge
import Linguistics
import TestSupport
import Testing
import Texts

@testable import Mentions

private let knowledge: KnowledgeBase? = KnowledgeBase { name in
  FileBytes(contents(of: "Data/\(name)"))
}

private func found(_ text: SourceText) throws -> (places: [PlaceEntity], mentions: [PlaceMention]) {
  let reading = Reader(cues: CueLexicon([])).reading(
    of: text, title: nil, paragraphs: [text.range])
  return PlaceFinder(knowledge: try #require(knowledge)).places(in: reading)
}

/// The relative places of a text as marks: precision, distance and direction.
private func marked(_ text: SourceText) throws -> MarkedText {
  let found = try found(text)
  let marks = found.mentions.compactMap { mention -> MarkedText.Mark? in
    let place = found.places[mention.entity]
    guard let relation = place.relation else { return nil }
    var label = place.precision.rawValue
    if let distance = relation.distanceKm { label += " \(Int(distance.rounded()))" }
    if let direction = relation.direction { label += " \(direction)" }
    return MarkedText.Mark(mention.range, label)
  }
  return MarkedText(marks, in: text)
}

/// The one relative place of a text, and a town of it.
private func relative(
  _ text: String, beside town: String? = nil
) throws -> (place: PlaceEntity, center: GeoPoint, town: PlaceEntity?) {
  let found = try found(SourceText(text))
  let places = found.places.filter { $0.relation != nil }
  #expect(places.count == 1)
  let place = try #require(places.first)
  return (
    place, try #require(place.point, "no point for \(place.name)"),
    found.places.first { $0.name == town }
  )
}

private func borders() throws -> BorderTable { try #require(knowledge?.borders) }

@Suite struct RelativePhraseTests {
  @Test(
    arguments: [
      "The camp is [40 kilometres (25 miles) southwest of Tahoua](relative 40 southwest).",
      "A well was poisoned [a few kilometers from the border with Chad](relative 3).",
      "It fell [twenty-five miles north-northwest of Agadez](relative 40 northwest), in Niger.",
      "Herders were ambushed [near Tahoua](vicinity) and [outside the town of Zinder](vicinity).",
      "Smoke rose [east of Maradi](relative east), but not in the east of Niger.",
      "Floods cut the [Maradi area](vicinity) and the [outskirts of Zinder](vicinity) off.",
      "A bus burned on the [road from Zinder to Diffa](relative).",
      "Trucks queued on the [Zinder-Diffa highway](relative) in Niger.",
      "Mines lie [between Zinder and Diffa](relative) in Niger.",
      "Talks between Nairobi and Kampala broke down.",
      "A trawler sank [off the coast of Mombasa](relative) in Kenya.",
      "Soldiers went [10 km inside Chad](relative 10), officials in Niger said.",
      "Traders wait [along the border between Paraguay and Bolivia](vicinity).",
      "Traders in Paraguay wait by the Bolivian border guards.",
      "Traders wait [near the Bolivian border](vicinity) in Paraguay.",
    ] as [MarkedText])
  func readsTheWords(text: MarkedText) throws {
    #expect(try marked(text.text) == text)
  }

  @Test(arguments: [
    (13.0, 1.0, 0.805), (8, 1.609, 0.805), (15, 1, 2.5), (20, 1, 5), (60, 1, 5), (100, 1, 25),
    (300, 1, 50), (0.5, 1, 0.05), (5, 1, 1.25), (12.5, 1, 0.805),
  ])
  func roundNumbersAreLessExact(number: Double, unit: Double, rounding: Double) {
    let distance = SpokenDistance(number, unit: unit)
    #expect(abs(distance.rounding - rounding) < 0.001)
    #expect(distance.rounding <= max(0.805, distance.kilometers / 4))
  }
}

@Suite struct RelativeGeometryTests {
  @Test func aBorderIsMeasuredOnTheSideOfTheTown() throws {
    let (place, center, _) = try relative(
      "Gunmen attacked a post at Diffa in Niger, some 12 km from the border with Nigeria.")
    let near = try #require(try borders().nearestBorder(between: "NE", and: "NG", to: center))
    #expect(abs(near.kilometers - 12) <= 0.9)
    #expect(try borders().contains(center, in: "NE") && place.country == "NE")
    #expect(place.precision == .relative && place.isNarrow)
  }

  @Test func theOtherSideIsMeasuredFromThere() throws {
    let (place, center, _) = try relative(
      "The post at Mongonu in Nigeria lies 60 km from the border with Chad.")
    #expect(try borders().contains(center, in: "NG") && place.country == "NG")
  }

  @Test func theBorderAloneIsThatOfTheTownsCountry() throws {
    let (place, center, _) = try relative(
      "A bomb went off in Arua in Uganda, 9 kilometres away from the border.")
    let near = try #require(try borders().nearestBorder(of: "UG", to: center))
    #expect(abs(near.kilometers - 9) <= 0.9 && place.country == "UG")
  }

  @Test func theBorderIsTheOneNamedBefore() throws {
    // N'Djamena lies beside Cameroon.
    let (_, center, _) = try relative(
      "In N'Djamena, officials of Chad spoke of its border with Sudan. Nigeria and Cameroon were "
        + "told. Trucks now wait at the border.")
    let near = try #require(try borders().nearestBorder(between: "TD", and: "SD", to: center))
    #expect(near.kilometers < 0.1)
  }

  @Test func inlandIsBeyondTheBorder() throws {
    let (place, center, _) = try relative(
      "Rockets fired from Vinnytsia in Ukraine landed 20 km inside Moldova, it said.")
    let near = try #require(try borders().nearestBorder(between: "MD", and: "UA", to: center))
    #expect(try borders().contains(center, in: "MD") && place.country == "MD")
    #expect(abs(near.kilometers - 20) <= 5)
  }

  @Test func nearABorderLiesOnItBesideTheTown() throws {
    let (place, center, town) = try relative(
      "Shells fell near the Cambodian border, and people fled to Surin in Thailand.",
      beside: "Surin")
    let near = try #require(try borders().nearestBorder(between: "TH", and: "KH", to: center))
    #expect(near.kilometers < 0.1 && place.precision == .vicinity)
    let away = Globe.kilometers(from: center, to: try #require(town?.point))
    #expect(abs((place.radiusMeters ?? 0) / 1000 - 10 - away) < 0.1)
  }

  @Test func withoutATownTheWholeBorderIsMeant() throws {
    let (place, center, _) = try relative("Armies met along the border between Mali and Niger.")
    let line = try #require(try borders().middle(between: "ML", and: "NE"))
    #expect(abs((place.radiusMeters ?? 0) / 1000 - line.length / 2) < 1 && !place.isNarrow)
    let near = try #require(try borders().nearestBorder(between: "ML", and: "NE", to: center))
    #expect(near.kilometers < 0.1)
  }

  @Test func nearnessGrowsWithTheWords() throws {
    var radii: [Double] = []
    for words in ["outside Tahoua", "near Tahoua", "in the area around Tahoua"] {
      let (place, center, town) = try relative(
        "Thieves took cattle in Tahoua and \(words) in Niger.", beside: "Tahoua")
      #expect(center == town?.point && place.country == "NE" && place.admin1 == town?.admin1)
      radii.append(((place.radiusMeters ?? 0) - (town?.radiusMeters ?? 0)) / 1000)
    }
    #expect(radii == [5, 10, 20])
  }

  @Test func aDirectionWithoutADistanceLiesBesideTheTown() throws {
    let (place, center, town) = try relative(
      "A patrol from Tahoua was lost south of Tahoua in Niger.", beside: "Tahoua")
    let from = try #require(town?.point)
    #expect(center.longitude == from.longitude && center.latitude < from.latitude)
    let away = Globe.kilometers(from: from, to: center)
    // The circle reaches from the middle of the town as far again beyond its own middle.
    #expect(abs(away - (place.radiusMeters ?? 0) / 1000) < 0.01)
  }

  @Test func betweenIsHalfway() throws {
    for words in ["between Zinder and Maradi", "on the road from Zinder to Maradi"] {
      let (place, center, town) = try relative(
        "In Zinder a driver said he was robbed \(words) in Niger.", beside: "Zinder")
      let away = Globe.kilometers(from: center, to: try #require(town?.point))
      #expect(abs(away - (place.radiusMeters ?? 0) / 1000) < 0.5 && place.country == "NE")
    }
  }

  @Test func offTheCoastIsAtSea() throws {
    let (place, center, town) = try relative(
      "A ferry from Mombasa in Kenya sank 12 miles off the coast of Mombasa.", beside: "Mombasa")
    #expect(try borders().country(at: center) == nil && place.country == "KE")
    let coast = try #require(try borders().nearestCoast(of: "KE", to: center))
    #expect(abs(coast.kilometers - 19.3) < 4)
    #expect(Globe.kilometers(from: center, to: try #require(town?.point)) < 40)
  }

  @Test func whatNobodyKnowsKeepsItsDistanceAndEmptiesNothing() throws {
    let found = try found(SourceText("In Niger a mine was found 7 km from Xqzzt, near Tahoua."))
    #expect(found.places.contains { $0.name == "Tahoua" && $0.relation == nil })
    let unknown = try #require(found.places.first { $0.relation?.distanceKm == 7 })
    #expect(unknown.latitude == nil && unknown.relation?.from == "Xqzzt")
  }

  @Test func withoutBordersTheRestIsStillFound() throws {
    let text = SourceText("A well near Tahoua in Niger, 12 km from the border with Nigeria.")
    let reading = Reader(cues: CueLexicon([])).reading(
      of: text, title: nil, paragraphs: [text.range])
    let town = PlaceEntity(
      name: "Tahoua", country: "NE", latitude: 14.9, longitude: 5.26, precision: .town,
      radiusMeters: 3_000)
    let anchor = ResolvedPlace(
      range: TextRange(12, 18), place: town, isEvidence: false, isCapital: false,
      isDateline: false)
    let places = RelativePlaces(reading: reading, borders: nil).relativePlaces(to: [anchor])
      .map(\.place)
    #expect(places.map(\.precision) == [.vicinity, .relative])
    #expect(places.map { $0.latitude == nil } == [false, true])
  }
}

@Suite struct DatelineTests {
  private func datelines(_ text: String) -> [String] {
    let source = SourceText(text)
    var paragraphs: [TextRange] = []
    var start = 0
    for end in source.bytes.indices where source.bytes[end] == 0x0A {
      paragraphs.append(TextRange(start, end))
      start = end + 1
    }
    paragraphs.append(TextRange(start, source.count))
    let reading = Reader(cues: CueLexicon([])).reading(
      of: source, title: paragraphs.count > 1 ? paragraphs[0] : nil, paragraphs: paragraphs)
    return Datelines(in: reading).ranges().map { source[$0] }
  }

  @Test(arguments: [
    ("NIAMEY, March 3 (Agency) - Rebels took a town.", "NIAMEY, March 3 (Agency) -"),
    ("ASUNCIÓN — A bridge fell.", "ASUNCIÓN —"),
    ("Asunción, Paraguay – A bridge fell.", "Asunción, Paraguay –"),
    ("KAMPALA (Agency) Police closed the road.", "KAMPALA (Agency)"),
    ("LIMA: Miners blocked a road.", "LIMA:"),
    // A headline that has lost its line break.
    ("Bridge falls in storm ASUNCIÓN (Agency) - A bridge fell.", "ASUNCIÓN (Agency) -"),
    (
      "Bridge falls\nASUNCIÓN, Paraguay (Agency of State) — It fell.",
      "ASUNCIÓN, Paraguay (Agency of State) —"
    ),
  ])
  func areFound(text: String, expected: String) { #expect(datelines(text) == [expected]) }

  @Test(arguments: [
    "A bridge near Asunción - the longest there - fell.",
    "The NGO said on Monday that Lima (Peru) was quiet.",
    "Police in Lima, who had waited – in vain – went home.",
  ])
  func areNotFoundInProse(text: String) { #expect(datelines(text) == []) }

  @Test func markTheirTown() throws {
    let found = try found(
      SourceText("NIAMEY, March 3 (Agency) - Raiders burned a market in Tahoua, Niger said."))
    let lines = found.mentions.filter(\.isDateline).map { found.places[$0.entity].name }
    #expect(lines == ["Niamey"])
    #expect(found.mentions.contains { !$0.isDateline && found.places[$0.entity].name == "Tahoua" })
  }
}
