import Texts

// The reports, the event they are about, and other events they tell of.
extension PageBuilder {
  func reportSection() -> Page.Section? {
    let rows = dossier.reports.map { report in
      let origin = dossier.origins.filter { $0.id == report.origin }
      let account = origin.map { "\(originName($0.id)) (\(Glossary.basis($0.basis)))" }
      var evidence: [Page.Line] = []
      if let title = report.title {
        evidence.append(["headline ", .words(words(title, in: report.id))])
      }
      for agency in report.agencies {
        evidence.append([
          .text("\(agency.subject) credited to \(agency.name) "),
          .words(words(agency.span, in: report.id)),
        ])
      }
      return Page.Row(
        item: report.id,
        cells: [
          [.strong(report.id)], Page.Line(report.outlet ?? "unknown"),
          Page.Line(report.published ?? "unknown"), Page.Line(report.language ?? "unknown"),
          Page.Line(list(account, none: "unknown")),
        ],
        evidence: evidence)
    }
    return Page.Section(
      name: "reports", title: "Reports", intro: nil,
      blocks: [
        .table(
          Page.Table(
            caption: "The reports compared",
            columns: ["Report", "Outlet", "Published", "Language", "Its account goes back to"],
            rows: rows))
      ])
  }

  func eventSection() -> Page.Section? {
    var blocks: [Page.Block] = []
    if let main = mainEvent {
      blocks.append(
        .table(
          Page.Table(
            caption: "The event that the reports are about", columns: ["Asked", "Answer"],
            rows: aspects(of: main))))
    } else if !dossier.reports.isEmpty {
      blocks.append(.lines([["No event was found that the reports are about."]]))
    }
    let others = dossier.events.filter { $0.id != dossier.mainEvent }
    if !others.isEmpty {
      blocks.append(.heading([.strong("Other events told")], item: nil))
      blocks.append(
        .table(
          Page.Table(
            caption: "Other events that the reports tell of",
            columns: ["Event", "What", "When", "Where", "To the event above"],
            rows: others.map(otherEvent))))
    }
    return Page.Section(name: "event", title: "The event", intro: nil, blocks: blocks)
  }

  private func kind(of event: Dossier.Event) -> String {
    let type = Glossary.type(event.type)
    return event.mode.map { "\(type), \($0)" } ?? type
  }

  private func names(_ ids: [String]) -> String { list(ids.map(actorName), none: "unknown") }

  private func mentions(of ids: [String]) -> [Page.Line] {
    let citations = ids.flatMap { id in firstOfEach(actor(id)?.mentions ?? []) }
    return evidence(citations, atMost: 4)
  }

  private func aspects(of event: Dossier.Event) -> [Page.Row] {
    func row(_ name: String, _ value: String, _ evidence: [Page.Line]) -> Page.Row {
      Page.Row(item: nil, cells: [[.strong(name)], Page.Line(value)], evidence: evidence)
    }
    let date = event.date.map { "\(day($0)) (exact to: \($0.precision))" }
    let places = event.places.map { place in
      let parts = [place.name, place.country, coordinates(place.latitude, place.longitude)]
      return parts.compactMap(\.self).joined(separator: ", ") + " [\(place.role)]"
    }
    let placeWords = event.places.flatMap { place in
      firstOfEach(dossier.places.first { $0.id == place.place }?.mentions ?? [])
    }
    var rows = [
      Page.Row(
        item: event.id,
        cells: [[.strong("what")], Page.Line("\(kind(of: event)) (\(event.type))")],
        evidence: evidence(firstOfEach(event.mentions), atMost: 6)),
      row("when", date ?? "unknown", []),
      row("where", list(places, none: "unknown"), evidence(placeWords, atMost: 4)),
      row("by whom", names(event.perpetrators), mentions(of: event.perpetrators)),
      row("against whom", names(event.targets), mentions(of: event.targets)),
    ]
    let weapons = firstOfEach(event.weapons)
    rows.append(
      row(
        "with what", list(distinct(event.weapons.map(\.text)), none: "unknown"),
        evidence(weapons, atMost: 4)))
    rows.append(row("told as", Glossary.realis(event.realis), []))
    return rows
  }

  /// Each form of words once, case aside.
  private func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.map(Folding.folded).filter { seen.insert($0).inserted }
  }

  func coordinates(_ latitude: Double?, _ longitude: Double?) -> String? {
    guard let latitude, let longitude else { return nil }
    return "\(Plain.decimal(latitude, places: 4)) \(Plain.decimal(longitude, places: 4))"
  }

  private func otherEvent(_ event: Dossier.Event) -> Page.Row {
    Page.Row(
      item: event.id,
      cells: [
        [.strong(event.id)], Page.Line(kind(of: event)),
        Page.Line(event.date.map(day) ?? "unknown"),
        Page.Line(event.places.first?.name ?? "unknown"),
        Page.Line("\(Glossary.eventRelation(event.relation)); \(Glossary.realis(event.realis))"),
      ],
      evidence: evidence(firstOfEach(event.mentions)))
  }

  func timelineSection() -> Page.Section? {
    let rows = dossier.timeline.map { moment in
      Page.Row(
        item: nil,
        cells: [
          [.strong(day(moment.date))], Page.Line(moment.what),
          Page.Line(list(moment.reports.map(reportName), none: "none")),
          (moment.event ?? moment.claim).map { [.item($0, $0)] } ?? ["–"],
        ],
        evidence: evidence(moment.evidence))
    }
    guard !rows.isEmpty else { return nil }
    return Page.Section(
      name: "timeline", title: "Timeline", intro: nil,
      blocks: [
        .table(
          Page.Table(
            caption: "What happened when", columns: ["When", "What", "Told by", "Item"],
            rows: rows))
      ])
  }

  func noteSection() -> Page.Section? {
    let rows = dossier.notes.map { note in
      var place: Page.Line = note.report.map { Page.Line(reportName($0)) } ?? ["the input"]
      if let report = note.report, let start = note.start, let end = note.end {
        place.append(.faint(" \(report):\(start)-\(end)"))
      }
      return Page.Row(
        item: nil, cells: [[.strong(note.code)], place, Page.Line(note.message)], evidence: [])
    }
    guard !rows.isEmpty else { return nil }
    return Page.Section(
      name: "notes", title: "Notes on the input", intro: nil,
      blocks: [
        .table(
          Page.Table(
            caption: "What was odd in the input", columns: ["Note", "Where", "What"], rows: rows))
      ])
  }
}
