import Dossiers
import Knowledge
import Linguistics
import Mentions
import Readings
import Reports
import TestSupport
import Texts

/// An invented report of several regions, and what it speaks of, written down by hand.
enum SampleMentions {
  private static let marked: MarkedText = """
    Ferry fire off [Palawan](place1)

    [Ana Keïta](actor1) of [the [Sahel](place2) Watch](actor2) said [at least 12](quantity1) \
    people, [some 40](quantity2) families and [a](quantity3) guard left [Dori](place3) \
    [on Tuesday](time1). “[We](actor2) saw [13 km north of [Dori](place3)](place4) <smoke>,” \
    [she](actor1) said. [The Peruvian navy](actor3) had \
    [two more](quantity4) boats [for three days](time2) there, \
    [every Friday](time3) [between 5 and 9](quantity5).

    [The River Valley Front](actor4), once with [the navy](actor3), denied it \
    [recently](time4) near [Nowhere](place5).

    """

  /// A table that knows three of the actors.
  static let table: ActorTable = {
    func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }
    var writer = ActorTableWriter()
    let bytes = writer.table(
      rows: [
        .init(key: "watch", name: "Sahel Watch", kind: "monitor"),
        .init(key: "front", name: "River Valley Front", kind: "armed-group", country: "PE"),
        .init(key: "navy", name: "Peruvian Navy", kind: "military", country: "PE"),
        .init(key: "forces", name: "Peruvian Armed Forces", kind: "military", country: "PE"),
        .init(key: "league", name: "League of <Lakes>", kind: "international"),
      ],
      links: [
        .init(member: "front", owner: "navy", relation: .service, from: day("2004-02-29")),
        .init(
          member: "front", owner: "forces", relation: .service, from: day("1999-01-01"),
          until: day("2003-12-31")),
        .init(member: "front", owner: "watch", relation: .splinter, origin: .ucdp),
        .init(member: "navy", owner: "forces"),
        .init(member: "navy", owner: "league", relation: .member, origin: .factbook),
      ], forenames: [])
    do {
      return try ActorTable(FileBytes(bytes), lists: ActorLists())
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// The report as read with its mentions.
  static let item: ReportReading = item(published: CalendarDate(iso: "2024-08-15"))

  static func item(published: CalendarDate?) -> ReportReading {
    let text = marked.text
    let title = TextRange(0, text.bytes.firstIndex(of: 0x0A) ?? 0)
    let body = text.trimmed(TextRange(title.end, text.count))
    let reading = Reader(cues: CueLexicon([])).reading(
      of: text, title: title, paragraphs: [title, body])
    let report = Report(
      id: "r1", path: "reports/ferry.txt", sha256: String(repeating: "0", count: 64),
      outlet: "Lagoon Post", published: published, language: "en", title: title, body: body,
      paragraphs: [body], credits: [], text: text, notes: [])
    return ReportReading(
      report: report, reading: reading,
      tool: Dossier.Tool(name: "synoptic", version: "0", model: "rules"),
      mentions: KnownMentions(mentions, actors: table, published: published))
  }

  /// The stretches whose label is a kind and a number, with that number from 0.
  private static func marks(_ kind: String) -> [(range: TextRange, index: Int)] {
    marked.marks.compactMap { mark in
      guard mark.label.hasPrefix(kind), let number = Int(mark.label.dropFirst(kind.utf8.count))
      else { return nil }
      return (mark.range, number - 1)
    }
  }

  private static let mentions: ReportMentions = {
    func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? CalendarDate(days: 0) }
    let times = marks("time").map(\.range)
    let numbers = marks("quantity").map(\.range)
    return ReportMentions(
      actors: [
        ActorEntity(name: "Ana Keïta", aliases: ["Ana Keïta"], kind: .person, memberOf: 1),
        ActorEntity(
          name: "Sahel Watch", aliases: ["the Sahel Watch"], kind: .monitor,
          knownActor: table.actor(key: "watch")),
        ActorEntity(
          name: "Peruvian Navy", aliases: ["The Peruvian navy", "the navy"], kind: .military,
          country: "PE", knownActor: table.actor(key: "navy")),
        ActorEntity(
          name: "River Valley Front", aliases: ["The River Valley Front"], kind: .armedGroup,
          country: "PE", knownActor: table.actor(key: "front")),
      ],
      actorMentions: marks("actor").map { range, index in
        let words = marked.text[range]
        return ActorMention(
          range: range, entity: index,
          form: words == "We" || words == "she" ? .pronoun : words == "the navy" ? .nominal : .name)
      },
      places: [
        PlaceEntity(
          name: "Palawan", country: "PH", latitude: 9.83426, longitude: 118.73848,
          geonames: 1_696_177, precision: .province, radiusMeters: 95_040),
        PlaceEntity(
          name: "Sahel", latitude: 14, longitude: 0, precision: .country, radiusMeters: 900_000),
        PlaceEntity(
          name: "Dori", country: "BF", admin1: "Sahel", latitude: 14.0354, longitude: -0.0345,
          geonames: 2_361_082, precision: .town, radiusMeters: 5_000),
        PlaceEntity(
          name: "13 km north of Dori", country: "BF", latitude: 14.15231, longitude: -0.0345,
          precision: .relative, radiusMeters: 2_600,
          relation: .init(distanceKm: 13, direction: "north", from: "Dori")),
        PlaceEntity(name: "Nowhere", precision: .unresolved),
      ],
      placeMentions: marks("place").map { PlaceMention(range: $0.range, entity: $0.index) },
      times: [
        TimeMention(
          range: times[0],
          interval: DateInterval(
            earliest: day("2024-08-13"), latest: day("2024-08-13"), precision: .day),
          kind: .date, value: "2024-08-13"),
        TimeMention(range: times[1], interval: nil, kind: .duration, value: "P3D"),
        TimeMention(range: times[2], interval: nil, kind: .set, value: "XXXX-WXX-5"),
        TimeMention(
          range: times[3],
          interval: DateInterval(
            earliest: day("2024-07-01"), latest: day("2024-08-15"), precision: .unknown),
          kind: .reference, value: "PAST_REF"),
      ],
      quantities: [
        Quantity(range: numbers[0], low: 12, high: nil),
        Quantity(range: numbers[1], low: 40, high: 40, isApproximate: true),
        Quantity(range: numbers[2], low: 1, high: 1, isArticle: true),
        Quantity(range: numbers[3], low: 2, high: 2, isAdditional: true),
        Quantity(range: numbers[4], low: 5, high: 9),
      ])
  }()

  /// The marked-up text.
  static var source: MarkedText { marked }

  /// The marks that are shown to a person.
  static var shown: [MarkedText.Mark] { marked.marks.filter { marked.text[$0.range] != "a" } }
}
