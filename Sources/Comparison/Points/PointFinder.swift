import Claims
import Mentions
import Reports
import Texts

/// Finds where accounts meet, slot by slot.
struct PointFinder {
  let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// All points, in the order of the slots, the strongest relation first within a slot.
  func points() -> [Point] {
    var points: [Point] = []
    for kind in Toll.Kind.allCases {
      points += figurePoints(of: kind, ledger.figures(of: kind), suffix: "")
    }
    points += places()
    points += distances()
    points += dates()
    points += actors(.perpetrator, subject: "who did it") { $0.perpetrators }
    points += actors(.target, subject: "whom it was done to") { $0.targets }
    points += weapons()
    points += speakers()
    points += denials()
    for event in ledger.events.events.indices where event != ledger.events.mainEvent {
      for kind in Toll.Kind.allCases {
        let figures = ledger.figures(of: kind, event: event)
        guard Set(figures.map(\.item.report)).count > 1 else { continue }
        points += figurePoints(of: kind, figures, suffix: " in another event")
      }
    }
    return points
  }

  // MARK: Figures

  private func figurePoints(of kind: Toll.Kind, _ figures: [Figure], suffix: String) -> [Point] {
    let slot = Point.Slot(rawValue: kind.rawValue) ?? .other
    var points: [Point] = []
    let classes = Toll.Category.allCases.map { category in
      figures.filter { $0.toll.category == category }
    }.filter { !$0.isEmpty }
    for group in classes where Set(group.map(\.item.report)).count > 1 || distinct(group) > 1 {
      points.append(
        figurePoint(
          group, slot: slot,
          subject: "\(group[0].toll.category.people) \(kind.rawValue)\(suffix)"))
    }
    // Across categories only parts and wholes can be compared; soldiers and civilians cannot.
    for (position, first) in classes.enumerated() {
      for second in classes[(position + 1)...]
      where first[0].toll.category.isPart(of: second[0].toll.category)
        || second[0].toll.category.isPart(of: first[0].toll.category)
      {
        guard Set((first + second).map(\.item.report)).count > 1 else { continue }
        let subject =
          "\(first[0].toll.category.people) and \(second[0].toll.category.people) \(kind.rawValue)"
          + suffix
        points.append(
          figurePoint(first + second, slot: slot, subject: subject, across: first.count))
      }
    }
    return points.enumerated().sorted {
      ($1.element.relation.strength, $0.offset) < ($0.element.relation.strength, $1.offset)
    }.map(\.element)
  }

  private func distinct(_ figures: [Figure]) -> Int {
    Set(figures.map { [$0.low, $0.high ?? -1] }).count
  }

  /// The point of some figures; with `split`, only pairs across it count.
  private func figurePoint(
    _ figures: [Figure], slot: Point.Slot, subject: String, across split: Int? = nil
  ) -> Point {
    var strongest: FigureRelation?
    for a in figures.indices {
      for b in figures.indices where b > a {
        if let split, (a < split) == (b < split) { continue }
        let pair = FigureRelation(figures[a], figures[b])
        if pair.relation.strength > (strongest?.relation.strength ?? -1) { strongest = pair }
      }
    }
    var values: [Point.Value] = []
    for figure in figures {
      let side = figure.side.map { " of \(ledger.actors.actors[$0].name)" } ?? ""
      let words =
        wording(low: figure.low, high: figure.high, isApproximate: figure.toll.isApproximate)
        + " \(figure.toll.category.people(figure.low == 1 && figure.high == 1))\(side)"
      let place = values.firstIndex { $0.value == words }
      var value = place.map { values[$0] } ?? Point.Value(value: words)
      value.low = figure.low
      value.high = figure.high
      value.add(
        report: figure.item.report, claimant: figure.claimant,
        claim: figure.toll.claim.map { ReportItem(report: figure.item.report, index: $0) },
        toll: figure.item, origin: figure.origin)
      if let place { values[place] = value } else { values.append(value) }
    }
    return Point(
      slot: slot, relation: strongest?.relation ?? .agree, subject: subject, values: values,
      reason: strongest?.reason ?? "one figure")
  }

  // MARK: Slots of the main event

  /// The main event of each report that has one.
  var mainEvents: [(report: Int, event: ReportedEvent)] {
    ledger.accounts.indices.compactMap { report in
      let claims = ledger.accounts[report].claims
      return claims.mainEvent.map { (report, claims.events[$0]) }
    }
  }

  /// A point over the values of several reports, nil unless two reports give one.
  func point(
    _ slot: Point.Slot, subject: String, values: [Point.Value],
    relation: (Int, Int) -> (Point.Relation, String)
  ) -> [Point] {
    guard Set(values.flatMap(\.reports)).count > 1 else { return [] }
    var strongest: (Point.Relation, String) = (.agree, "all give the same")
    for a in values.indices {
      for b in values.indices where b > a {
        let pair = relation(a, b)
        if pair.0.strength > strongest.0.strength { strongest = pair }
      }
    }
    return [
      Point(
        slot: slot, relation: strongest.0, subject: subject, values: values,
        reason: strongest.1)
    ]
  }

  private func dates() -> [Point] {
    var values: [Point.Value] = []
    var intervals: [DateInterval] = []
    for (report, event) in mainEvents {
      guard let date = event.date else { continue }
      let words =
        date.earliest == date.latest
        ? "\(date.earliest)" : "\(date.earliest) to \(date.latest)"
      let place = values.firstIndex { $0.value == words } ?? values.count
      if place == values.count {
        values.append(Point.Value(value: words))
        intervals.append(date)
      }
      let times = ledger.accounts[report].mentions.times.filter { $0.interval == date }
      values[place].add(
        report: report, origin: ledger.origins.ofReport[report],
        evidence: (times.first?.range ?? event.mentions.first).map {
          Evidence(report: report, range: $0)
        })
    }
    return point(.date, subject: "when it happened", values: values) { a, b in
      let (x, y) = (intervals[a], intervals[b])
      guard x.overlaps(y) else {
        return (.contradict, "no day fits both (R14: publication days are not used)")
      }
      return (.refine, "one time lies within the other")
    }
  }

  private func actors(
    _ slot: Point.Slot, subject: String, of role: (ReportedEvent) -> [Int]
  ) -> [Point] {
    var values: [Point.Value] = []
    var joined: [Int] = []
    for (report, event) in mainEvents {
      for local in role(event) {
        let actor = ledger.actors.index[report][local]
        let place = joined.firstIndex(of: actor) ?? values.count
        if place == values.count {
          values.append(Point.Value(value: ledger.actors.actors[actor].name))
          joined.append(actor)
        }
        let mention = ledger.accounts[report].mentions.actorMentions.first { $0.entity == local }
        values[place].add(
          report: report, origin: ledger.origins.ofReport[report],
          evidence: mention.map { Evidence(report: report, range: $0.range) })
      }
    }
    return point(slot, subject: subject, values: values) { a, b in
      let (x, y) = (ledger.actors.actors[joined[a]], ledger.actors.actors[joined[b]])
      if x.memberOf.contains(joined[b]) || y.memberOf.contains(joined[a]) {
        return (.refine, "one belongs to the other")
      }
      if let country = x.country, country == y.country, x.kind.isOfState, y.kind.isOfState {
        return (.refine, "both act for one state")
      }
      if !Set(values[a].reports).isDisjoint(with: values[b].reports) {
        return (.partOf, "a report names both")
      }
      return (.unknownScope, "different names; whether one actor is meant cannot be told")
    }
  }

  private func weapons() -> [Point] {
    var values: [Point.Value] = []
    var modes: [String?] = []
    for (report, event) in mainEvents {
      for range in event.weapons.prefix(3) {
        let words = Folding.folded(ledger.accounts[report].report.text[range])
        let place = values.firstIndex { $0.value == words } ?? values.count
        if place == values.count {
          values.append(Point.Value(value: words))
          modes.append(event.mode)
        }
        values[place].add(
          report: report, origin: ledger.origins.ofReport[report],
          evidence: Evidence(report: report, range: range))
      }
    }
    return point(.weapon, subject: "with what", values: values) { a, b in
      if !Set(values[a].reports).isDisjoint(with: values[b].reports) {
        return (.partOf, "a report names both")
      }
      return modes[a] == modes[b]
        ? (.refine, "different words for one kind of attack")
        : (.contradict, "the words name different kinds of attack")
    }
  }
}

extension ActorKind {
  /// Acts for a state.
  var isOfState: Bool { self == .government || self == .ministry || self == .military }
}
