// Figures and points: who gives which number, and how the accounts stand to each other.
extension PageBuilder {
  static let differing: Set<String> = ["contradict", "denied", "supersede"]
  private static let seeming: Set<String> = ["part-of", "disjoint", "refine"]

  /// Points by what a reader should look at first, with a heading for each group.
  private var pointGroups: [(title: String, points: [Dossier.Point])] {
    let points = dossier.points
    func members(_ isMember: (String) -> Bool) -> [Dossier.Point] {
      points.filter { isMember($0.relation) }
    }
    return [
      ("Accounts differ", members(Self.differing.contains)),
      ("Whether accounts differ cannot be told", members { $0 == "unknown-scope" }),
      ("Accounts only seem to differ", members(Self.seeming.contains)),
      (
        "Accounts agree",
        members {
          $0 != "unknown-scope" && !Self.differing.contains($0) && !Self.seeming.contains($0)
        }
      ),
    ]
  }

  /// One line a point: the values with those who give them; a few points of each group.
  func digestSection() -> Page.Section? {
    let shown = pointGroups.enumerated().flatMap { $1.points.prefix($0 == 0 ? 8 : 3) }
    let rows = shown.map { point in
      let given = point.values.prefix(7).map { value in
        let claimants = value.claimants.isEmpty ? value.reports.map(reportName) : []
        let who = (value.claimants.map(actorName) + claimants).joined(separator: ", ")
        let words = Plain.beginning(of: value.value, to: 60)
        // A denial begins with its speaker.
        return value.value.hasPrefix(who) ? words : "\(words) (\(who))"
      }
      let left = point.values.count - given.count
      let values = given + (left > 0 ? ["and \(left) more"] : [])
      return Page.Row(
        item: nil,
        cells: [
          [.item(point.id, point.id)], [.text(point.subject)],
          [.text(values.joined(separator: " · "))], [.relation(point.relation)],
        ],
        evidence: [])
    }
    guard !rows.isEmpty else { return nil }
    let left = dossier.points.count - rows.count
    return Page.Section(
      name: "digest", title: "In short",
      intro: "The words behind each line stand under its number.",
      blocks: [
        .table(
          Page.Table(
            caption: "Points of agreement and difference",
            columns: ["Point", "About", "Values and who gives them", "Accounts"], rows: rows)),
        .lines(
          left > 0
            ? [[.faint("\(counted(left, "more point")) under Agreement and difference.")]] : []),
      ])
  }

  func pointSection() -> Page.Section? {
    var blocks: [Page.Block] = []
    for (name, members) in pointGroups where !members.isEmpty {
      blocks.append(.heading([.strong(name)], item: nil))
      for point in members {
        blocks.append(
          .heading(
            [
              .text("\(point.id)  \(point.subject): "), .relation(point.relation),
            ], item: point.id))
        blocks.append(
          .lines([
            [
              .text(gloss(of: point)),
              .faint(" (why: \(point.reason))"),
            ]
          ]))
        blocks.append(
          .table(
            Page.Table(
              caption: "\(point.id): \(point.subject)",
              columns: ["Value", "Who says so", "In", "Origins"],
              rows: point.values.map(value))))
      }
    }
    guard !blocks.isEmpty else { return nil }
    return Page.Section(
      name: "points", title: "Agreement and difference",
      intro: "Scope is compared before a conflict is declared. No account is ranked above another.",
      blocks: blocks)
  }

  private func gloss(of point: Dossier.Point) -> String {
    let isFigure = Contract.figures.contains(point.slot)
    return sentenceCase(Glossary.relation(point.relation, isFigure: isFigure))
  }

  private func value(_ value: Dossier.PointValue) -> Page.Row {
    let claimants = value.claimants.map(actorName)
    let origins = value.origins.map(originName)
    return Page.Row(
      item: nil,
      cells: [
        [.strong(value.value)],
        Page.Line(list(claimants, none: "the report itself")),
        Page.Line(list(value.reports.map(reportName), none: "none")),
        Page.Line("\(origins.count): \(list(origins, none: "none"))"),
      ],
      evidence: evidence(citations(of: value), atMost: 6))
  }

  private func citations(of value: Dossier.PointValue) -> [Dossier.Citation] {
    var citations = value.tolls.compactMap { toll($0) }.map { citation($0.span, in: $0.report) }
    if citations.isEmpty {
      citations = value.claims.compactMap { claim($0) }.flatMap { claim in
        claim.content.map { citation($0, in: claim.report) }
      }
    }
    return citations + value.evidence.filter { !citations.contains($0) }
  }

  private func citation(_ span: Dossier.Span, in report: String) -> Dossier.Citation {
    Dossier.Citation(report: report, start: span.start, end: span.end, text: span.text)
  }

  func tollSection() -> Page.Section? {
    let columns = ["Item", "Figure", "Who", "Who says so", "In", "Relation"]
    func table(_ caption: String, _ tolls: [Dossier.Toll]) -> Page.Block {
      .table(Page.Table(caption: caption, columns: columns, rows: ordered(tolls).map(row)))
    }
    var blocks: [Page.Block] = []
    let main = dossier.tolls.filter { $0.event == dossier.mainEvent }
    for kind in Contract.figures {
      let tolls = main.filter { $0.kind == kind }
      guard !tolls.isEmpty else { continue }
      blocks.append(.heading([.strong(sentenceCase(kind))], item: nil))
      blocks.append(table("\(kind) in the event", tolls))
    }
    let others = dossier.tolls.filter { $0.event != dossier.mainEvent }
    if !others.isEmpty {
      blocks.append(.heading([.strong("Of other events")], item: nil))
      blocks.append(.lines([["Not part of the event’s figures."]]))
      blocks.append(table("figures of other events", others))
    }
    if !dossier.ranges.isEmpty {
      blocks.append(.heading([.strong("Derived figures")], item: nil))
      blocks.append(
        .lines([["What each standard’s counting rules make of the figures of the event."]]))
      blocks.append(
        .table(
          Page.Table(
            caption: "derived figures", columns: ["Counted", "Standard", "Low", "Best", "High"],
            rows: dossier.ranges.map(derived))))
    }
    guard !blocks.isEmpty else { return nil }
    return Page.Section(
      name: "tolls", title: "Figures",
      intro: "Every figure that the reports give, and who gives it.",
      blocks: blocks)
  }

  /// Figures of one kind of people together, lower ones first.
  private func ordered(_ tolls: [Dossier.Toll]) -> [Dossier.Toll] {
    let order = ["military", "combatant", "police", "civilian", "child", "mixed", "unstated"]
    func rank(_ toll: Dossier.Toll) -> (Int, Int) {
      (order.firstIndex(of: toll.category) ?? order.count, toll.low)
    }
    return tolls.enumerated().sorted { a, b in
      let (x, y) = (rank(a.element), rank(b.element))
      return (x.0, x.1, a.offset) < (y.0, y.1, b.offset)
    }.map(\.element)
  }

  private func row(_ toll: Dossier.Toll) -> Page.Row {
    let number = figure(low: toll.low, high: toll.high, approximate: toll.approximate)
    var people = Glossary.people(toll.category, one: toll.low == 1 && toll.high == 1)
    if let side = toll.scope.side { people += " of \(actorName(side))" }
    if let place = toll.scope.place { people += ", at \(placeName(place))" }
    if let since = toll.scope.since { people += ", counted \(since)" }
    let isMain = toll.event == dossier.mainEvent
    var relation: Page.Line = []
    let points = pointGroups.flatMap(\.points).filter { point in
      point.values.contains { $0.tolls.contains(toll.id) }
    }
    // The first says most; the others are for those who want to know all.
    for (index, point) in points.enumerated() {
      relation += index == 0 ? [.relation(point.relation)] : index == 1 ? ["; also"] : []
      relation += [" ", .item(point.id, point.id)]
    }
    if let whole = toll.scope.partOf {
      if !relation.isEmpty { relation.append("; ") }
      relation += ["part of ", .item(whole, whole)]
    }
    if !isMain, let index = events[toll.event] {
      let event = dossier.events[index]
      let what = event.realis == "cumulative" ? "statistic" : Glossary.eventRelation(event.relation)
      relation = [.text("\(what) "), .item(event.id, event.id)]
    }
    if relation.isEmpty { relation = ["not compared"] }
    let kind = isMain ? number : "\(number) \(toll.kind)"
    return Page.Row(
      item: toll.id,
      cells: [
        [.text(toll.id)], [.strong(kind)], Page.Line(people),
        Page.Line(toll.claimant.map(actorName) ?? "the report itself"),
        Page.Line(reportName(toll.report)), relation,
      ],
      evidence: [[.words(words(toll.span, in: toll.report))]])
  }

  private func derived(_ range: Dossier.DerivedRange) -> Page.Row {
    var counted = "\(range.slot), \(Glossary.people(range.category, one: false))"
    if let scope = range.scope { counted += " \(scope)" }
    var evidence: [Page.Line] = []
    for step in range.derivation {
      var line: Page.Line = [.text("\(step.rule) \(step.what)")]
      if !step.from.isEmpty { line.append(": ") }
      for (index, id) in step.from.enumerated() {
        if index > 0 { line.append(", ") }
        line.append(.item(id, id))
      }
      evidence.append(line)
    }
    return Page.Row(
      item: nil,
      cells: [
        [.strong(counted)],
        Page.Line(Glossary.standard(range.standard)),
        Page.Line("\(range.low)"), Page.Line(range.best.map { "\($0)" } ?? "none"),
        Page.Line(range.high.map { "\($0)" } ?? "open"),
      ],
      evidence: evidence)
  }
}
