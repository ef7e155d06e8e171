/// What each cell of a dossier may hold (`DOSSIER.md`): one rule for a path of names, array
/// positions left out.
enum Contract {
  /// A kind of thing that has an id.
  enum Kind: String, Sendable {
    case report, event, actor, claim, toll, origin, place, point, passage
  }

  /// What a string may be.
  enum Rule: Sendable {
    /// An id of its own.
    case identity(Kind?)
    /// The id of something else.
    case reference([Kind])
    /// One of these words.
    case word([String])
    /// `YYYY-MM-DD`, or a full time that begins with it.
    case day
    /// Two capital letters.
    case country
    /// Sixty-four hexadecimal digits.
    case hash
    /// `Q` and digits.
    case wikidata
    /// Two or three lower-case letters.
    case language
    /// A rule's id, `R1` to `R19`.
    case ruleID
    /// Words for people, which may not be empty.
    case words
    /// Words cited from a report, checked against it.
    case cited
  }

  static func rule(at path: String) -> Rule? { rules[path] ?? citationRules(path) }

  private static func citationRules(_ path: String) -> Rule? {
    if path.hasSuffix(".text") { return .cited }
    if path.hasSuffix(".report") { return .reference([.report]) }
    return nil
  }

  static let figures = ["killed", "wounded", "missing", "detained", "abducted", "displaced"]
  static let categories = [
    "civilian", "child", "combatant", "police", "military", "mixed", "unstated",
  ]
  static let types = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]
  static let modes = [
    "aerial", "suicide", "firearms", "explosives", "heavy-weapons", "vehicle", "abduction",
    "unconventional", "release", "riot", "demo",
    // PLOVER's own words for the rest.
    "visit", "third-party", "multilateral", "phone", "withdraw", "disarm", "ceasefire", "access",
    "resign", "assist", "change", "yield", "meet", "disapprove", "investigate", "allege",
    "restrict", "arrest", "relations", "expel", "territory", "violence", "strike", "hunger",
    "boycott", "obstruct", "vandalize", "convict", "discontinue", "troops", "weapons", "police",
    "militia", "seize", "censor", "curfew", "martial-law", "deport", "withhold",
    "misinformation", "cyber", "abduct", "beat", "torture", "sexual", "targeted", "destroy",
    "primitive", "suicide-attack", "drone", "crowd-control",
  ]
  static let stances = [
    "asserts", "denies", "confirms", "condemns", "threatens", "calls-for", "promises", "accuses",
    "claims-responsibility", "questions", "no-comment",
  ]
  static let relations = [
    "agree", "refine", "part-of", "disjoint", "supersede", "contradict", "denied",
    "unknown-scope",
  ]
  static let slots =
    figures + [
      "place", "date", "perpetrator", "target", "weapon", "distance", "speaker", "wording",
      "other",
    ]
  static let eventRelations = [
    "main", "part", "cause", "response", "earlier-same-kind", "context",
  ]
  static let realis = ["actual", "past", "cumulative", "planned", "hypothetical", "negated"]
  static let placePrecisions = [
    "site", "town", "vicinity", "district", "province", "country", "relative", "unresolved",
  ]
  static let datePrecisions = [
    "time", "day", "night", "days", "week", "month", "season", "year", "unknown",
  ]
  static let actorKinds = [
    "person", "government", "ministry", "military", "police", "armed-group", "international",
    "monitor", "agency", "outlet", "company", "party", "organization", "unnamed",
  ]
  static let passageKinds = ["copy", "quote", "boilerplate", "version"]
  static let originKinds = ["outlet", "agency", "unseen", "speaker"]
  static let evidence = ["time", "credit", "containment", "additions", "unknown"]
  static let bases = ["measured", "credited", "judged", "unmeasured"]
  static let standards = ["all", "acled", "ucdp", "airwars"]
  static let directions = [
    "north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest",
    "north-east", "south-east", "south-west", "north-west",
  ]

  private static let rules: [String: Rule] = [
    "schema": .word([Dossier.currentSchema]),
    "tool.name": .words, "tool.version": .words, "tool.model": .words,
    "mainEvent": .reference([.event]),
    "seal": .hash,
    "reports.id": .identity(.report), "reports.path": .words, "reports.sha256": .hash,
    "reports.outlet": .words, "reports.published": .day, "reports.language": .language,
    "reports.origin": .reference([.origin]),
    "reports.agencies.name": .words, "reports.agencies.subject": .word(["text", "picture"]),
    "events.id": .identity(.event), "events.type": .word(types), "events.mode": .word(modes),
    "events.date.earliest": .day, "events.date.latest": .day,
    "events.date.precision": .word(datePrecisions),
    "events.places.place": .reference([.place]), "events.places.name": .words,
    "events.places.country": .country,
    "events.places.role": .word(["target", "vicinity", "admin"]),
    "events.places.precision": .word(placePrecisions),
    "events.perpetrators": .reference([.actor]), "events.targets": .reference([.actor]),
    "events.realis": .word(realis), "events.relation": .word(eventRelations),
    "claims.id": .identity(.claim), "claims.report": .reference([.report]),
    "claims.speaker": .reference([.actor]), "claims.chain": .reference([.actor]),
    "claims.stance": .word(stances), "claims.about": .reference([.toll, .event, .claim]),
    "claims.origin": .reference([.origin]),
    "tolls.id": .identity(.toll), "tolls.report": .reference([.report]),
    "tolls.event": .reference([.event]), "tolls.kind": .word(figures),
    "tolls.category": .word(categories), "tolls.scope.side": .reference([.actor]),
    "tolls.scope.place": .reference([.place]), "tolls.scope.since": .words,
    "tolls.scope.partOf": .reference([.toll]), "tolls.claimant": .reference([.actor]),
    "tolls.claim": .reference([.claim]),
    "passages.id": .identity(.passage), "passages.kind": .word(passageKinds),
    "passages.origin": .reference([.origin]),
    "rewritings.id": .identity(nil), "rewritings.kind": .word(["copy", "version"]),
    "rewritings.origin": .reference([.origin]),
    "origins.id": .identity(.origin), "origins.name": .words, "origins.kind": .word(originKinds),
    "origins.reports": .reference([.report]), "origins.claims": .reference([.claim]),
    "origins.basis": .word(bases),
    "lineage.from": .reference([.report, .origin]), "lineage.to": .reference([.report]),
    "lineage.kind": .word(["copy", "version"]), "lineage.evidence": .word(evidence),
    "lineage.passages": .reference([.passage]), "lineage.others": .reference([.report]),
    "points.id": .identity(.point), "points.slot": .word(slots),
    "points.relation": .word(relations), "points.subject": .words, "points.reason": .words,
    "points.values.value": .words, "points.values.reports": .reference([.report]),
    "points.values.claimants": .reference([.actor]), "points.values.claims": .reference([.claim]),
    "points.values.tolls": .reference([.toll]), "points.values.origins": .reference([.origin]),
    "ranges.slot": .word(slots), "ranges.category": .word(categories), "ranges.scope": .words,
    "ranges.standard": .word(standards), "ranges.derivation.rule": .ruleID,
    "ranges.derivation.from": .reference([.toll, .claim]), "ranges.derivation.what": .words,
    "actors.id": .identity(.actor), "actors.name": .words, "actors.aliases": .words,
    "actors.kind": .word(actorKinds), "actors.country": .country,
    "actors.memberOf": .reference([.actor]), "actors.wikidata": .wikidata,
    "places.id": .identity(.place), "places.name": .words, "places.country": .country,
    "places.admin1": .words, "places.precision": .word(placePrecisions),
    "places.relation.direction": .word(directions), "places.relation.from": .words,
    "timeline.date.earliest": .day, "timeline.date.latest": .day,
    "timeline.date.precision": .word(datePrecisions), "timeline.what": .words,
    "timeline.event": .reference([.event]), "timeline.claim": .reference([.claim]),
    "timeline.reports": .reference([.report]),
    "notes.report": .reference([.report]), "notes.code": .words, "notes.message": .words,
  ]
}
