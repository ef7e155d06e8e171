// Who says what, who copied whom, and what people and places are called.
extension PageBuilder {
  func claimSection() -> Page.Section? {
    var speakers: [String?] = []
    for claim in dossier.claims where !speakers.contains(claim.speaker) {
      speakers.append(claim.speaker)
    }
    // Those whom nobody names come last.
    speakers = speakers.filter { $0 != nil } + speakers.filter { $0 == nil }
    var blocks: [Page.Block] = []
    for speaker in speakers {
      var heading: Page.Line = [.strong(speaker.map(actorName) ?? "Nobody named")]
      if let actor = speaker.flatMap({ actor($0) }) {
        let home = actor.memberOf.map(actorName)
        let of = home.isEmpty ? "" : ", of \(home.joined(separator: ", "))"
        heading.append(.faint("  \(actor.kind)\(of)"))
      }
      blocks.append(.heading(heading, item: nil))
      blocks.append(
        .table(
          Page.Table(
            caption: "Claims of \(speaker.map(actorName) ?? "nobody named")",
            columns: ["Claim", "Does", "In", "Through", "Speaks of"],
            rows: dossier.claims.filter { $0.speaker == speaker }.map(row))))
    }
    guard !blocks.isEmpty else { return nil }
    return Page.Section(
      name: "claims", title: "Claims by speaker",
      intro: "Who says what, in the words of the reports.", blocks: blocks)
  }

  private func row(_ claim: Dossier.Claim) -> Page.Row {
    var about: Page.Line = []
    for (index, id) in claim.about.enumerated() {
      if index > 0 { about.append(", ") }
      about.append(.item(id, id))
    }
    var evidence = claim.content.map { [Page.Inline.words(words($0, in: claim.report))] }
    var frame: Page.Line = []
    for (name, span) in [("source", claim.source), ("cue", claim.cue), ("hedge", claim.hedge)] {
      guard let span else { continue }
      frame += [
        .faint(frame.isEmpty ? "\(name) " : "; \(name) "), .words(words(span, in: claim.report)),
      ]
    }
    if !frame.isEmpty { evidence.append(frame) }
    evidence += answered(by: claim)
    return Page.Row(
      item: claim.id,
      cells: [
        [.strong(claim.id)],
        Page.Line(Glossary.stance(claim.stance, isNegated: claim.negated)),
        Page.Line(reportName(claim.report)),
        Page.Line(list(claim.chain.map(actorName), none: "–")),
        about.isEmpty ? ["–"] : about,
      ],
      evidence: evidence)
  }

  /// What a denial denies or a confirmation confirms, in its words: claims, else figures, else
  /// events.
  private func answered(by claim: Dossier.Claim) -> [Page.Line] {
    guard claim.stance == "denies" || claim.stance == "confirms" else { return [] }
    let verb = Page.Inline.faint("\(claim.stance) ")
    let said = claim.about.compactMap { self.claim($0) }.map { other -> Page.Line in
      let speaker = other.speaker.map(actorName) ?? "nobody named"
      let words = other.content.prefix(1).map { self.words($0, in: other.report) }
      return [verb, .item(other.id, other.id), .text(" of \(speaker) ")] + words.map { .words($0) }
    }
    if !said.isEmpty { return said }
    let figures = claim.about.compactMap { toll($0) }.map { toll -> Page.Line in
      [verb, .item(toll.id, toll.id), " ", .words(words(toll.span, in: toll.report))]
    }
    if !figures.isEmpty { return figures }
    return claim.about.compactMap { events[$0] }.map { index in
      let event = dossier.events[index]
      let told = event.mentions.first { $0.report == claim.report } ?? event.mentions.first
      return [verb, .item(event.id, event.id), " "] + (told.map { [.words(words($0))] } ?? [])
    }
  }

  func passageSection() -> Page.Section? {
    var blocks: [Page.Block] = []
    if !dossier.passages.isEmpty {
      let rows = dossier.passages.map { passage in
        Page.Row(
          item: passage.id,
          cells: [
            [.strong(passage.id)], Page.Line(Glossary.passage(passage.kind)),
            Page.Line("\(reportName(passage.a.report)) and \(reportName(passage.b.report))"),
            Page.Line(originName(passage.origin)),
          ],
          evidence: [[.words(words(passage.a))], [.words(words(passage.b))]])
      }
      blocks.append(.heading([.strong("Shared words")], item: nil))
      blocks.append(
        .table(
          Page.Table(
            caption: "Words that two reports share",
            columns: ["Passage", "Kind", "In", "From"], rows: rows)))
    }
    if let rewritings = dossier.rewritings { blocks += rewritingBlocks(rewritings) }
    if !dossier.origins.isEmpty {
      let rows = dossier.origins.map { origin in
        Page.Row(
          item: origin.id,
          cells: [
            [.strong(originName(origin.id))], Page.Line(Glossary.originKind(origin.kind)),
            Page.Line(list(origin.reports.map(reportName), none: "none")),
            Page.Line("\(origin.claims.count)"), Page.Line(Glossary.basis(origin.basis)),
          ],
          evidence: [])
      }
      blocks.append(.heading([.strong("Independent origins")], item: nil))
      blocks.append(
        .table(
          Page.Table(
            caption: "Where accounts and claims go back to",
            columns: ["Origin", "Kind", "Reports", "Claims", "Judged by"], rows: rows)))
      if let number = dossier.effectiveOrigins {
        let figure = Plain.decimal(number, places: 1)
        blocks.append(
          .lines([
            [
              .faint(
                """
                Weighed by the words that each gave the story, copies counted once, the origins \
                come to an effective number of \(figure).
                """)
            ]
          ]))
      }
    }
    guard !blocks.isEmpty else { return nil }
    return Page.Section(
      name: "passages", title: "Who copied whom",
      intro: "Origins are counted, not outlets: a copy confirms nothing.", blocks: blocks)
  }

  func nameSection() -> Page.Section? {
    var blocks: [Page.Block] = []
    let shown = dossier.actors.filter { $0.kind != "unnamed" || isReferredTo($0.id) }
    let actors = shown.map { actor in
      Page.Row(
        item: actor.id,
        cells: [
          [.strong(actor.name)], Page.Line(list(actor.aliases, none: "–")),
          Page.Line(actor.kind), Page.Line(actor.country ?? "unknown"),
          Page.Line(list(actor.memberOf.map(actorName), none: "–")),
        ],
        evidence: evidence(firstOfEach(actor.mentions)))
    }
    if !actors.isEmpty {
      blocks.append(.heading([.strong("Actors")], item: nil))
      blocks.append(
        .table(
          Page.Table(
            caption: "Actors and the names that reports give them",
            columns: ["Actor", "Also called", "Kind", "Country", "Part of"], rows: actors)))
    }
    let left = dossier.actors.count - shown.count
    if left > 0 {
      blocks.append(
        .lines([[.faint("And \(left) more, unnamed, who neither speak nor act in the event.")]]))
    }
    let places = dossier.places.map { place in
      let home = [place.admin1, place.country].compactMap(\.self).filter { $0 != place.name }
      return Page.Row(
        item: place.id,
        cells: [
          [.strong(place.name)], Page.Line(list(home, none: "unknown")),
          Page.Line(coordinates(place.latitude, place.longitude) ?? "unknown"),
          Page.Line(place.precision), Page.Line(relation(place.relation)),
        ],
        evidence: evidence(firstOfEach(place.mentions)))
    }
    if !places.isEmpty {
      blocks.append(.heading([.strong("Places")], item: nil))
      blocks.append(
        .table(
          Page.Table(
            caption: "Places, and how exactly they are known",
            columns: ["Place", "In", "Latitude, longitude", "Exact to", "Described as"],
            rows: places)))
    }
    guard !blocks.isEmpty else { return nil }
    return Page.Section(
      name: "names", title: "Actors and places",
      intro: "One name for each; the other forms that the reports use stand beside it.",
      blocks: blocks)
  }

  /// Whether an actor speaks, gives a figure, is counted, or acts or suffers in the main event.
  private func isReferredTo(_ id: String) -> Bool {
    dossier.claims.contains { $0.speaker == id || $0.chain.contains(id) }
      || dossier.tolls.contains { $0.claimant == id || $0.scope.side == id }
      || mainEvent.map { $0.perpetrators.contains(id) || $0.targets.contains(id) } == true
  }

  private func relation(_ relation: Dossier.PlaceRelation?) -> String {
    guard let relation else { return "–" }
    var parts: [String] = []
    if let distance = relation.distanceKm {
      parts.append("\(Plain.decimal(distance, places: 1)) km")
    }
    if let direction = relation.direction { parts.append(direction) }
    parts.append(parts.isEmpty ? "near \(relation.from)" : "from \(relation.from)")
    return parts.joined(separator: " ")
  }
}
