import Dossiers
import TestSupport
import Texts

/// A small dossier with something in every array and every optional cell, written by hand.
enum Sample {
  static let texts: [String: SourceText] = [
    "r1": SourceText(
      """
      date 2023-05-09 Bomb kills two at Quetta bus station

      QUETTA (AFP) – A bomb in a parked rickshaw went off at the Liaquat Bazar bus station on \
      Tuesday, killing at least two people and wounding 11, police said.

      “We reject these lies & rumours,” said Mir Jan of the Red Hills Front (RHF). The group denied \
      planting the bomb.

      In March, a mine killed three miners near Mach. <Reporting by our staff>
      """),
    "r2": SourceText(
      """
      A bomb in a parked rickshaw went off at the Liaquat Bazar bus station on Tuesday. The death \
      toll rose to four, including a child, hospital officials reportedly said.
      The station lies 3 km south of the railway line. Residents called it “the worst day”.
      """),
    "r3": SourceText("爆弾がクエッタのバス停で爆発した。\u{1B}[31m No one, it seems, was arrested.\r\n"),
  ]

  /// The words' place in a report: the first, or a later one of the same words.
  static func span(_ words: String, in report: String, occurrence: Int = 1) -> Dossier.Span {
    let bytes = texts[report]?.bytes ?? []
    let sought = Array(words.utf8)
    let points = CodePoints(texts[report] ?? SourceText(""))
    var left = occurrence
    for start in 0..<max(0, bytes.count - sought.count + 1)
    where bytes[start..<start + sought.count].elementsEqual(sought) {
      left -= 1
      if left == 0 {
        return Dossier.Span(
          start: points.codePoint(atByte: start),
          end: points.codePoint(atByte: start + sought.count), text: words)
      }
    }
    preconditionFailure("\(words) does not stand in \(report)")
  }

  static func cite(_ words: String, in report: String, occurrence: Int = 1) -> Dossier.Citation {
    let span = span(words, in: report, occurrence: occurrence)
    return Dossier.Citation(report: report, start: span.start, end: span.end, text: span.text)
  }

  static let dossier: Dossier = {
    var dossier = Dossier(
      tool: Dossier.Tool(name: "synoptic", version: "0.1.0", model: "rules"))
    dossier.reports = reports
    dossier.mainEvent = "e1"
    dossier.events = events
    dossier.claims = claims
    dossier.tolls = tolls
    dossier.passages = [
      Dossier.Passage(
        id: "p1", a: cite(copied, in: "r1"), b: cite(copied, in: "r2"), kind: "copy", origin: "o1")
    ]
    dossier.origins = [
      Dossier.Origin(
        id: "o1", name: "AFP", kind: "agency", reports: ["r1", "r2"], claims: [],
        basis: "credited"),
      Dossier.Origin(
        id: "o2", name: nil, kind: "unseen", reports: ["r3"], claims: [], basis: "unmeasured"),
      Dossier.Origin(
        id: "o3", name: "police", kind: "speaker", reports: ["r1"], claims: ["r1.c1"],
        basis: "credited"),
    ]
    dossier.lineage = [
      Dossier.LineageEdge(
        from: "o1", to: "r1", kind: "copy", words: 16, evidence: "credit", passages: ["p1"]),
      Dossier.LineageEdge(
        from: "r1", to: "r2", kind: "copy", words: 16, evidence: "time", passages: ["p1"],
        others: ["r3"]),
      Dossier.LineageEdge(
        from: "r2", to: "r3", kind: "version", words: 1, evidence: "unknown", passages: []),
    ]
    dossier.effectiveOrigins = 1.75
    dossier.points = points
    dossier.ranges = [
      Dossier.DerivedRange(
        slot: "killed", category: "unstated", scope: "at the bus station", standard: "ucdp",
        low: 2, best: 4, high: 4,
        derivation: [
          Dossier.Step(
            rule: "R12", from: ["r1.t1", "r2.t1"], what: "lowest, best supported, highest")
        ])
    ]
    dossier.actors = actors
    dossier.places = places
    dossier.timeline = [
      Dossier.Moment(
        date: Dossier.DateRange(earliest: "2023-03-01", latest: "2023-03-31", precision: "month"),
        what: "a mine near Mach", event: "e2", claim: nil, reports: ["r1"],
        evidence: [cite("In March", in: "r1")]),
      Dossier.Moment(
        date: day, what: "the bomb", event: "e1", claim: "r1.c1", reports: ["r1", "r2"],
        evidence: [cite("went off", in: "r1"), cite("went off", in: "r2")]),
    ]
    dossier.notes = [
      Dossier.NoteEntry(
        report: "r3", code: "control-character", message: "an escape stands in the text",
        start: 17, end: 18),
      Dossier.NoteEntry(
        report: nil, code: "given-twice", message: "a.txt was named more than once and read once",
        start: nil, end: nil),
    ]
    return dossier
  }()

  private static let copied =
    "A bomb in a parked rickshaw went off at the Liaquat Bazar bus station on Tuesday"
  private static let day = Dossier.DateRange(
    earliest: "2023-05-09", latest: "2023-05-09", precision: "day")

  private static let reports = [
    Dossier.ReportEntry(
      id: "r1", path: "01-hill-post.txt", sha256: String(repeating: "1", count: 64),
      outlet: "Hill Post", published: "2023-05-09", language: "en",
      title: span("Bomb kills two at Quetta bus station", in: "r1"),
      agencies: [Dossier.Agency(name: "AFP", subject: "text", span: span("(AFP)", in: "r1"))],
      origin: "o1"),
    Dossier.ReportEntry(
      id: "r2", path: "02-valley.txt", sha256: String(repeating: "2", count: 64), outlet: "Valley",
      published: nil, language: "en", title: nil, agencies: [], origin: "o1"),
    Dossier.ReportEntry(
      id: "r3", path: "03.txt", sha256: String(repeating: "3", count: 64), outlet: nil,
      published: "2023-05-10", language: "ja", title: nil, agencies: [], origin: "o2"),
  ]

  private static let events = [
    Dossier.Event(
      id: "e1", type: "ASSAULT", mode: "explosives", date: day,
      places: [
        Dossier.EventPlace(
          place: "l1", name: "Liaquat Bazar", country: "PK", latitude: 30.194_444,
          longitude: 67.002_5, role: "target", precision: "site")
      ], perpetrators: ["a2"], targets: ["a4"], weapons: [cite("bomb", in: "r1")],
      realis: "actual", relation: "main",
      mentions: [cite("went off", in: "r1"), cite("went off", in: "r2")]),
    Dossier.Event(
      id: "e2", type: "ASSAULT", mode: nil,
      date: Dossier.DateRange(earliest: "2023-03-01", latest: "2023-03-31", precision: "month"),
      places: [], perpetrators: [], targets: [], weapons: [], realis: "past",
      relation: "earlier-same-kind", mentions: [cite("a mine killed three miners", in: "r1")]),
  ]

  private static let claims = [
    Dossier.Claim(
      id: "r1.c1", report: "r1", source: span("police", in: "r1"), cue: span("said", in: "r1"),
      content: [span("killing at least two people", in: "r1"), span("wounding 11", in: "r1")],
      speaker: "a1", chain: ["a5"], stance: "asserts", hedge: nil, negated: false,
      about: ["r1.t1", "r1.t2"], origin: "o3"),
    Dossier.Claim(
      id: "r1.c2", report: "r1", source: span("The group", in: "r1"),
      cue: span("denied", in: "r1"), content: [span("planting the bomb", in: "r1")],
      speaker: "a2", chain: [], stance: "denies", hedge: nil, negated: false,
      about: ["e1", "r1.c1"], origin: nil),
    Dossier.Claim(
      id: "r2.c1", report: "r2", source: span("hospital officials", in: "r2"),
      cue: span("said", in: "r2"),
      content: [span("The death toll rose to four, including a child", in: "r2")],
      speaker: "a3", chain: [], stance: "asserts", hedge: span("reportedly", in: "r2"),
      negated: false, about: ["r2.t1"], origin: "o1"),
    Dossier.Claim(
      id: "r3.c1", report: "r3", source: nil, cue: span("it seems", in: "r3"),
      content: [span("No one", in: "r3"), span("was arrested", in: "r3")], speaker: nil,
      chain: [], stance: "asserts", hedge: nil, negated: true, about: [], origin: "o2"),
  ]

  private static let tolls = [
    Dossier.Toll(
      id: "r1.t1", report: "r1", event: "e1", kind: "killed", low: 2, high: nil,
      approximate: false, category: "unstated",
      scope: Dossier.Scope(side: "a4", place: "l1", since: nil, partOf: nil), claimant: "a1",
      claim: "r1.c1", span: span("killing at least two people", in: "r1")),
    Dossier.Toll(
      id: "r1.t2", report: "r1", event: "e1", kind: "wounded", low: 11, high: 11,
      approximate: true, category: "unstated", scope: Dossier.Scope(), claimant: "a1",
      claim: "r1.c1", span: span("wounding 11", in: "r1")),
    Dossier.Toll(
      id: "r1.t3", report: "r1", event: "e2", kind: "killed", low: 3, high: 3, approximate: false,
      category: "civilian", scope: Dossier.Scope(since: "In March"), claimant: nil, claim: nil,
      span: span("killed three miners", in: "r1")),
    Dossier.Toll(
      id: "r2.t1", report: "r2", event: "e1", kind: "killed", low: 4, high: 4, approximate: false,
      category: "unstated", scope: Dossier.Scope(), claimant: "a3", claim: "r2.c1",
      span: span("The death toll rose to four", in: "r2")),
    Dossier.Toll(
      id: "r2.t2", report: "r2", event: "e1", kind: "killed", low: 1, high: 1, approximate: false,
      category: "child", scope: Dossier.Scope(partOf: "r2.t1"), claimant: "a3", claim: "r2.c1",
      span: span("including a child", in: "r2")),
  ]

  private static let points = [
    Dossier.Point(
      id: "q1", slot: "killed", relation: "refine", subject: "people killed",
      values: [
        Dossier.PointValue(
          value: "at least 2", low: 2, high: nil, reports: ["r1"], claimants: ["a1"],
          claims: ["r1.c1"], tolls: ["r1.t1"], origins: ["o3"], evidence: []),
        Dossier.PointValue(
          value: "4", low: 4, high: 4, reports: ["r2"], claimants: ["a3"], claims: ["r2.c1"],
          tolls: ["r2.t1"], origins: ["o1"], evidence: []),
      ], reason: "one interval inside the other (R4)"),
    Dossier.Point(
      id: "q2", slot: "other", relation: "denied", subject: "a denial",
      values: [
        Dossier.PointValue(
          value: "Red Hills Front | denies *planting*", reports: ["r1"], claimants: ["a2"],
          claims: ["r1.c2"], tolls: [], origins: [],
          evidence: [cite("The group denied planting the bomb", in: "r1")])
      ], reason: "someone denies it; both sides stand (R4)"),
    Dossier.Point(
      id: "q3", slot: "date", relation: "agree", subject: "when it happened",
      values: [
        Dossier.PointValue(
          value: "2023-05-09", reports: ["r1", "r2"], claimants: [], claims: [], tolls: [],
          origins: ["o1"], evidence: [cite("Tuesday", in: "r1"), cite("Tuesday", in: "r2")])
      ], reason: "all give the same"),
  ]

  private static let actors = [
    Dossier.Actor(
      id: "a1", name: "police", aliases: [], kind: "police", country: "PK", memberOf: [],
      wikidata: nil, mentions: [cite("police", in: "r1")]),
    Dossier.Actor(
      id: "a2", name: "Red Hills Front", aliases: ["RHF", "the group"], kind: "armed-group",
      country: nil, memberOf: [], wikidata: nil,
      mentions: [cite("Red Hills Front", in: "r1"), cite("RHF", in: "r1")]),
    Dossier.Actor(
      id: "a3", name: "hospital officials", aliases: [], kind: "unnamed", country: nil,
      memberOf: [], wikidata: nil, mentions: [cite("hospital officials", in: "r2")]),
    Dossier.Actor(
      id: "a4", name: "Mir Jan", aliases: ["Jan"], kind: "person", country: nil,
      memberOf: ["a2"], wikidata: nil, mentions: [cite("Mir Jan", in: "r1")]),
    Dossier.Actor(
      id: "a5", name: "AFP", aliases: ["Agence France-Presse"], kind: "agency", country: "FR",
      memberOf: [], wikidata: "Q40464", mentions: [cite("AFP", in: "r1")]),
  ]

  private static let places = [
    Dossier.Place(
      id: "l1", name: "Liaquat Bazar", country: "PK", admin1: "Balochistan",
      latitude: 30.194_444, longitude: 67.002_5, geonames: 1_167_528, precision: "site",
      radiusMeters: 500.5, relation: nil,
      mentions: [cite("Liaquat Bazar", in: "r1"), cite("Liaquat Bazar", in: "r2")]),
    Dossier.Place(
      id: "l2", name: "3 km south of the railway line", country: nil, admin1: nil, latitude: nil,
      longitude: nil, geonames: nil, precision: "relative", radiusMeters: nil,
      relation: Dossier.PlaceRelation(
        distanceKm: 3, direction: "south", from: "the railway line"),
      mentions: [cite("3 km south of the railway line", in: "r2")]),
  ]
}
