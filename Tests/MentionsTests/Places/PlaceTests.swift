import Knowledge
import Linguistics
import TestSupport
import Testing
import Texts

@testable import Mentions

private let knowledge: KnowledgeBase? = KnowledgeBase { name in
  FileBytes(contents(of: "Data/\(name)"))
}

private func read(_ text: SourceText) -> Reading {
  Reader(cues: CueLexicon([])).reading(of: text, title: nil, paragraphs: [text.range])
}

/// The places of a text as marks: the country, or what the place is relative to.
private func marked(_ text: SourceText) throws -> MarkedText {
  let knowledge = try #require(knowledge)
  let found = PlaceFinder(knowledge: knowledge).places(in: read(text))
  let marks = found.mentions.map { mention in
    let place = found.places[mention.entity]
    let label =
      place.relation.map { "\($0.distanceKm.map { "\(Int($0.rounded()))" } ?? "?") km" }
      ?? "\(place.country ?? "?") \(place.precision.rawValue)"
    return MarkedText.Mark(mention.range, label)
  }
  return MarkedText(marks, in: text)
}

@Suite struct PlaceFinderTests {
  @Test(
    arguments: [
      "Rockets hit [Goma](CD town), in eastern [Congo](CD country), before dawn.",
      "Villagers fled to [Maiduguri](NG town), the capital of [Borno](NG province) state in [Nigeria](NG country).",
      "The army shelled [Kramatorsk](UA town) in [Ukraine](UA country) on Monday.",
      "Protests spread from [Arauca](CO town) to [Bogotá](CO town), Colombian media said.",
      "Fighting went on [near [Marawi](PH town)](? km) in the southern [Philippines](PH country).",
    ] as [MarkedText])
  func findsAndResolves(expected: MarkedText) throws {
    #expect(try marked(expected.text) == expected)
  }

  @Test func namesakesGoWithTheirCountry() throws {
    let libya: MarkedText = "Militias in [Libya](LY country) fought in [Tripoli](LY town)."
    let lebanon: MarkedText = "Troops in [Lebanon](LB country) moved into [Tripoli](LB town)."
    #expect(try marked(libya.text) == libya)
    #expect(try marked(lebanon.text) == lebanon)
  }

  @Test(
    arguments: [
      // What stands beside a name says where it lies.
      "Police in [Paris](US town), [Texas](US province), closed the road.",
      "A fire broke out in [Cordoba](AR town), [Argentina](AR country).",
      "She was born in [Ontario](US town), [Calif.](US province), in 1990.",
      "The Georgian town of [Gori](GE town) was shelled.",
      // The other names do, where nothing stands beside it.
      "In [Tbilisi](GE town), [Batumi](GE town) and all of [Georgia](GE country) shops stayed shut.",
      "From [Atlanta](US town) to [Savannah](US town), [Georgia](US province) was under water.",
      // Areas that are no divisions.
      "Herders fled from [Darfur](SD country) to [N'Djamena](TD town) in [Chad](TD country).",
    ] as [MarkedText])
  func companyDecides(expected: MarkedText) throws {
    #expect(try marked(expected.text) == expected)
  }

  @Test func givenWordsAreResolvedWhateverTheyLookLike() throws {
    let knowledge = try #require(knowledge)
    let text: MarkedText =
      "[Kenyan](KE) police went to [Eldoret](KE) and to [the moon](?), [NSW](AU) said nothing."
    let places = PlaceFinder(knowledge: knowledge).places(
      at: text.marks.map(\.range), in: read(text.text))
    #expect(places.map { $0?.country ?? "?" } == text.marks.map(\.label))
  }

  @Test(arguments: [
    "Kigali denied the claim, and Rwanda said it had no troops there.",
    "Mr. Paris met Jordan Smith on Monday.",
    "The Congolese army said nothing more.",
  ])
  func leavesOutWhatIsNoPlace(text: String) throws {
    #expect(try marked(SourceText(text)).marks.isEmpty)
  }

  @Test func measuresFromAPlace() throws {
    let text: MarkedText =
      "The base lies [60 kilometres (37 miles) north of [Goma](CD town)](60 km) in [Congo](CD country)."
    #expect(try marked(text.text) == text)
    let knowledge = try #require(knowledge)
    let found = PlaceFinder(knowledge: knowledge).places(in: read(text.text))
    let relative = try #require(found.places.first { $0.relation != nil })
    let goma = try #require(found.places.first { $0.name == "Goma" })
    #expect(relative.relation?.direction == "north")
    let north = try #require(relative.latitude) - (try #require(goma.latitude))
    #expect(abs(north * 111.2 - 60) < 1)
  }

  @Test(arguments: [
    ("north-east of Goma", "northeast"), ("north-northeast of Goma", "northeast"),
    ("southwest of Goma", "southwest"), ("west of Goma", "west"),
  ])
  func readsTheCompass(words: String, direction: String) throws {
    let knowledge = try #require(knowledge)
    let text = SourceText("The camp lies 12 km \(words) in Congo.")
    let found = PlaceFinder(knowledge: knowledge).places(in: read(text))
    #expect(found.places.compactMap { $0.relation?.direction } == [direction])
  }

  @Test func turnsMilesIntoKilometres() throws {
    let text: MarkedText =
      "The convoy was hit [10 miles from the border with [Chad](TD country)](16 km)."
    #expect(try marked(text.text) == text)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func holdsItsPromisesOnRandomText(seed: UInt64) throws {
    let knowledge = try #require(knowledge)
    let text = randomReport(seed: seed)
    let found = PlaceFinder(knowledge: knowledge).places(in: read(text))
    for mention in found.mentions {
      #expect(found.places.indices.contains(mention.entity) && !mention.range.isEmpty)
      #expect(text.isScalarBoundary(mention.range.start))
      #expect(text.isScalarBoundary(mention.range.end))
    }
    #expect(
      found.mentions == found.mentions.sorted { ($0.range, $0.entity) < ($1.range, $1.entity) })
    let again = PlaceFinder(knowledge: knowledge).places(in: read(text))
    #expect(again.places == found.places && again.mentions == found.mentions)
  }
}
