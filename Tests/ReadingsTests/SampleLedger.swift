import Claims
import Dossiers
import Knowledge
import Linguistics
import Mentions
import Readings
import Reports
import TestSupport
import Texts

/// An invented report and its ledger, written down by hand: a chain, a hedged denial, a claim that
/// nobody made, open and soft figures, a part of a figure, a running total, a reason.
enum SampleLedger {
  static let marked: MarkedText = """
    Mortars hit barracks at [Macomia](place1)

    [[The district hospital](actor1)](source1) [told](cue1) [Lúrio News](actor2) [that [at least \
    seven [soldiers](actor3) [died](event1)](toll1), [including two officers](toll2),](content1) \
    [when [mortars](weapon1) [struck](event1) [the old [barracks](head1)](target1) in \
    [Macomia](place1)](content1) on Sunday, in answer to a [raid](event3). [[The Coast \
    Front](actor4)](source2) [reportedly](hedge2) [denied](cue2) [that [its men](actor4) \
    [fired](event1) <any> shell](content2). [No group](source3) [has claimed](cue3) [the \
    [attack](event1)](content3).

    [About 40 people were [wounded](event2)](toll3) near [Macomia](place1) [since March](since3). \
    [[Officials](actor5)](source4) [confirmed](cue4) [[two](toll4) [deaths](event1)](content4).

    """

  /// The report with its mentions and its ledger.
  static let item: ReportReading = {
    let text = marked.text
    let title = TextRange(0, text.bytes.firstIndex(of: 0x0A) ?? 0)
    let body = text.trimmed(TextRange(title.end, text.count))
    let reading = Reader(cues: CueLexicon([])).reading(
      of: text, title: title, paragraphs: [title, body])
    let published = CalendarDate(iso: "2024-09-10")
    let report = Report(
      id: "r1", path: "reports/barracks.txt", sha256: String(repeating: "0", count: 64),
      outlet: "Estuary Daily", published: published, language: "en", title: title, body: body,
      paragraphs: [body], credits: [], text: text, notes: [])
    return ReportReading(
      report: report, reading: reading,
      tool: Dossier.Tool(name: "synoptic", version: "0", model: "rules"),
      mentions: KnownMentions(mentions, actors: SampleMentions.table, published: published),
      claims: ledger)
  }()

  private static func ranges(_ label: String) -> [TextRange] { marked.ranges(label) }

  private static func range(_ label: String, _ place: Int = 0) -> TextRange {
    marked.ranges(label)[place]
  }

  private static let mentions = ReportMentions(
    actors: [
      ActorEntity(name: "district hospital", aliases: [], kind: .organization),
      ActorEntity(name: "Lúrio News", aliases: [], kind: .agency),
      ActorEntity(name: "soldiers", aliases: [], kind: .military),
      ActorEntity(name: "Coast Front", aliases: [], kind: .armedGroup),
      ActorEntity(name: "officials", aliases: [], kind: .unnamed),
    ],
    actorMentions: (1...5).flatMap { number in
      ranges("actor\(number)").map {
        ActorMention(range: $0, entity: number - 1, form: .nominal)
      }
    }.sorted { $0.range < $1.range },
    places: [
      PlaceEntity(
        name: "Macomia", country: "MZ", latitude: -12.2464, longitude: 40.1306, precision: .town,
        radiusMeters: 5_000)
    ],
    placeMentions: ranges("place1").map { PlaceMention(range: $0, entity: 0) })

  private static let ledger = ReportClaims(
    claims: [
      Claim(
        source: range("source1"), cue: range("cue1"), content: ranges("content1"), speaker: 0,
        chain: [1], stance: .asserts, aboutTolls: [0, 1], aboutEvents: [0]),
      Claim(
        source: range("source2"), cue: range("cue2"), content: ranges("content2"), speaker: 3,
        stance: .denies, hedge: range("hedge2"), aboutClaims: [0], aboutEvents: [0]),
      Claim(
        source: range("source3"), cue: range("cue3"), content: ranges("content3"), speaker: nil,
        stance: .claimsResponsibility, isNegated: true, aboutEvents: [0]),
      Claim(
        source: range("source4"), cue: range("cue4"), content: ranges("content4"), speaker: 4,
        stance: .confirms, aboutTolls: [3], aboutEvents: [0]),
    ],
    tolls: [
      Toll(
        kind: .killed, low: 7, high: nil, isApproximate: false, category: .military,
        scope: Toll.Scope(place: 0), claimant: 0, claim: 0, span: range("toll1"), event: 0),
      Toll(
        kind: .killed, low: 2, high: 2, isApproximate: false, category: .military,
        scope: Toll.Scope(side: 2, partOf: 0), claimant: 0, claim: 0, span: range("toll2"),
        event: 0),
      Toll(
        kind: .wounded, low: 40, high: 40, isApproximate: true, category: .unstated,
        scope: Toll.Scope(since: range("since3")), claimant: nil, claim: nil,
        span: range("toll3"), event: 1),
      Toll(
        kind: .killed, low: 2, high: 2, isApproximate: false, category: .unstated,
        scope: Toll.Scope(), claimant: 4, claim: 3, span: range("toll4"), event: 0),
    ],
    events: [
      ReportedEvent(
        type: "ASSAULT", mode: "heavy-weapons",
        date: CalendarDate(iso: "2024-09-08").map {
          DateInterval(earliest: $0, latest: $0, precision: .day)
        },
        places: [0], perpetrators: [3], targets: [2], weapons: ranges("weapon1"),
        realis: .actual, mentions: ranges("event1"),
        arguments: [
          EventArgument(
            role: .weapon, range: range("weapon1"), head: range("weapon1"), actor: nil, mention: 1),
          EventArgument(
            role: .target, range: range("target1"), head: range("head1"), actor: nil, mention: 1),
          EventArgument(
            role: .perpetrator, range: range("actor4", 1), head: range("actor4", 1), actor: 3,
            mention: 2),
        ]),
      ReportedEvent(
        type: "ASSAULT", mode: nil, date: nil, places: [], perpetrators: [], targets: [],
        weapons: [], realis: .cumulative, mentions: ranges("event2")),
      ReportedEvent(
        type: "ASSAULT", mode: nil, date: nil, places: [], perpetrators: [], targets: [],
        weapons: [], realis: .past, mentions: ranges("event3"), isCause: true),
    ], mainEvent: 0)
}
