import Claims
import Mentions
import Reports
import Texts

/// A figure with its scope in joined terms.
struct Figure {
  let item: ReportItem
  let toll: Toll
  /// Joined actor who gives it; nil when the outlet says it itself.
  let claimant: Int?
  /// Joined actor whose people are counted, where stated.
  let side: Int?
  /// Joined place where they were harmed, where stated.
  let place: Int?
  /// That place.
  let site: PlaceEntity?
  /// Origin that it goes back to.
  let origin: Int
  /// Day of publication as days since 1970-01-01.
  let published: Int?

  /// The highest number meant; nil when open.
  var high: Int? { toll.high }
  var low: Int { toll.low }

  /// Lowest and highest number, widened by a tenth where the words are approximate.
  var tolerated: (low: Int, high: Int) {
    let margin = toll.isApproximate ? max(1, toll.low / 10) : 0
    return (toll.low - margin, (toll.high ?? Int.max - margin) + margin)
  }
}

extension Ledger {
  /// Figures of the main event, by kind, in report order.
  func figures(of kind: Toll.Kind) -> [Figure] {
    events.mainEvent.map { figures(of: kind, event: $0) } ?? []
  }

  /// Figures of a joined event, by kind, in report order.
  func figures(of kind: Toll.Kind, event: Int) -> [Figure] {
    var figures: [Figure] = []
    for (report, account) in accounts.enumerated() {
      for (position, toll) in account.claims.tolls.enumerated() where toll.kind == kind {
        guard events.index[report][toll.event] == event else { continue }
        let origin: Int
        if let claim = toll.claim {
          origin = origins.ofClaim[report][claim]
        } else {
          origin = ClaimOrigins.origin(ofWords: [toll.span], report: report, reuse: reuse)
        }
        figures.append(
          Figure(
            item: ReportItem(report: report, index: position), toll: toll,
            claimant: toll.claimant.map { actors.index[report][$0] },
            side: toll.scope.side.map { actors.index[report][$0] },
            place: toll.scope.place.map { places.index[report][$0] },
            site: toll.scope.place.map { places.places[places.index[report][$0]].place },
            origin: origin,
            published: account.report.published?.days))
      }
    }
    return figures
  }
}

/// How two figures of one kind relate: scope first (rule R4), then supersession by the same
/// claimant (R3), then the intervals.
struct FigureRelation {
  let relation: Point.Relation
  let reason: String

  init(_ a: Figure, _ b: Figure) {
    if let scope = Self.scopeRelation(a, b) {
      self = scope
      return
    }
    let (x, y) = (a.tolerated, b.tolerated)
    if a.low == b.low && a.high == b.high {
      self.init(.agree, "the same figure")
    } else if x.low <= y.high && y.low <= x.high {
      self.init(.refine, "one figure lies within the other (R8)")
    } else if let claimant = a.claimant, claimant == b.claimant,
      let dayA = a.published, let dayB = b.published, dayA != dayB
    {
      self.init(.supersede, "the same claimant gives a later figure (R3)")
    } else {
      self.init(.contradict, "the same scope and no number fits both (R4)")
    }
  }

  private init(_ relation: Point.Relation, _ reason: String) {
    self.relation = relation
    self.reason = reason
  }

  private static func scopeRelation(_ a: Figure, _ b: Figure) -> FigureRelation? {
    if a.item.report == b.item.report
      && (a.toll.scope.partOf == b.item.index || b.toll.scope.partOf == a.item.index)
    {
      return FigureRelation(.partOf, "one figure is given as part of the other (R5)")
    }
    switch (a.toll.category, b.toll.category) {
    case let (x, y) where x == y || (x.isWhole && y.isWhole): break
    case let (x, y) where x.isWhole || y.isWhole:
      let (part, whole) = x.isWhole ? (b, a) : (a, b)
      return Self.part(part, of: whole, what: "one figure counts only some of the people")
    case (.child, .civilian), (.civilian, .child):
      let (part, whole) = a.toll.category == .child ? (a, b) : (b, a)
      return Self.part(part, of: whole, what: "children are civilians")
    case (.military, .combatant), (.combatant, .military), (.police, .combatant),
      (.combatant, .police):
      return FigureRelation(.unknownScope, "the words for the people differ in kind (R9)")
    default: return FigureRelation(.disjoint, "the figures count different people (R4)")
    }
    switch (a.side, b.side) {
    case (let x?, let y?) where x != y:
      return FigureRelation(.disjoint, "the figures count different groups' people (R4)")
    case (nil, _?): return Self.part(b, of: a, what: "one figure counts only one group's people")
    case (_?, nil): return Self.part(a, of: b, what: "one figure counts only one group's people")
    default: break
    }
    if let x = a.site, let y = b.site, a.place != b.place, !x.isInside(y), !y.isInside(x),
      x.isNarrow, y.isNarrow, let distance = distanceKm(x, y), distance > 25
    {
      return FigureRelation(.disjoint, "the figures count different places (R4)")
    }
    return nil
  }

  private static func part(_ part: Figure, of whole: Figure, what: String) -> FigureRelation {
    part.low <= whole.tolerated.high
      ? FigureRelation(.partOf, "\(what); never summed (R4, R5)")
      : FigureRelation(.unknownScope, "\(what), yet it is larger than the whole (R4)")
  }
}

extension Toll.Category {
  /// Counts people whatever they are.
  var isWhole: Bool { self == .unstated || self == .mixed }

  /// Whether all it counts is also counted by `whole`.
  func isPart(of whole: Toll.Category) -> Bool {
    self != whole && !isWhole && (whole.isWhole || (self == .child && whole == .civilian))
  }

  /// The people, in plain words.
  var people: String { people(false) }

  /// The people, or the one person, in plain words.
  func people(_ isOne: Bool) -> String {
    switch self {
    case .civilian: isOne ? "civilian" : "civilians"
    case .child: isOne ? "child" : "children"
    case .combatant: isOne ? "fighter" : "fighters"
    case .police: isOne ? "police officer" : "police"
    case .military: isOne ? "soldier" : "soldiers"
    case .mixed, .unstated: isOne ? "person" : "people"
    }
  }
}

/// A range of numbers in words: `at least 7`, `up to 5`, `5 to 7`, `about 20`.
func wording(low: Int, high: Int?, isApproximate: Bool = false) -> String {
  let number: String
  switch high {
  case nil: number = "at least \(low)"
  case low?: number = "\(low)"
  case let high? where low == 0: number = "up to \(high)"
  case let high?: number = "\(low) to \(high)"
  }
  return isApproximate ? "about \(number)" : number
}
