// Who took words from whom: a graph where a form can draw, and a table.
extension PageBuilder {
  func lineageSection() -> Page.Section? {
    let edges = dossier.lineage ?? []
    guard !edges.isEmpty else { return nil }
    var blocks: [Page.Block] = [.graph(lineageGraph())]
    blocks.append(
      .table(
        Page.Table(
          caption: "Words taken, from where, and what shows it",
          columns: ["Report", "Words", "From", "Shown by", "Passages"], rows: edges.map(row))))
    let named = Set(edges.flatMap { [$0.from, $0.to] })
    let alone = dossier.reports.map(\.id).filter { !named.contains($0) }
    if !alone.isEmpty {
      let names = alone.map(reportName).joined(separator: ", ")
      blocks.append(.lines([[.faint("No words taken from or by the others: \(names).")]]))
    }
    return Page.Section(
      name: "lineage", title: "Lineage",
      intro: "Who took words from whom, as far as the reports show; what they do not tell is said.",
      blocks: blocks)
  }

  private func row(_ edge: Dossier.LineageEdge) -> Page.Row {
    var passages: Page.Line = []
    for (index, id) in edge.passages.enumerated() {
      if index > 0 { passages.append(", ") }
      passages.append(.item(id, id))
    }
    let isTold = isDirected(edge)
    var shown = evidence(of: edge)
    if !edge.others.isEmpty {
      shown += "; or from \(edge.others.map(reportName).joined(separator: ", "))"
    }
    let takers =
      isTold ? reportName(edge.to) : "\(reportName(edge.from)), \(reportName(edge.to))"
    return Page.Row(
      item: nil,
      cells: [
        [.strong(takers)], Page.Line("\(edge.words)"),
        Page.Line(
          isTold ? sourceName(edge.from) + version(edge) : "cannot tell" + version(edge)),
        Page.Line(isTold ? shown : "nothing"), passages.isEmpty ? ["–"] : passages,
      ],
      evidence: [])
  }

  private func version(_ edge: Dossier.LineageEdge) -> String {
    edge.kind == "version" ? " (a version)" : ""
  }

  /// Whether an edge says who took the words: from a source that is no report, or with evidence.
  func isDirected(_ edge: Dossier.LineageEdge) -> Bool {
    edge.evidence != "unknown" || !isReport(edge.from)
  }

  func isReport(_ id: String) -> Bool { dossier.reports.contains { $0.id == id } }

  /// What a source is called: a report, an agency, or a source that nobody names.
  func sourceName(_ id: String) -> String { isReport(id) ? reportName(id) : originName(id) }

  /// What shows an edge, in words.
  private func evidence(of edge: Dossier.LineageEdge) -> String {
    edge.evidence == "unknown" && isDirected(edge)
      ? "others name it for the same words; which way they came, nothing tells"
      : Glossary.evidence(edge.evidence)
  }

  /// An edge as a sentence.
  func sentence(_ edge: Dossier.LineageEdge) -> String {
    let words = counted(edge.words, "word")
    guard isDirected(edge) else {
      return "\(reportName(edge.from)) and \(reportName(edge.to)) share \(words); "
        + "which took them, nothing tells."
    }
    return "\(reportName(edge.to)) took \(words) from \(sourceName(edge.from)) "
      + "(\(evidence(of: edge)))."
  }

  private func lineageGraph() -> LineageGraph {
    let edges = dossier.lineage ?? []
    var nodes: [LineageGraph.Node] = []
    let ids = Set(edges.flatMap { [$0.from, $0.to] })
    for report in dossier.reports where ids.contains(report.id) {
      let published = report.published.map { ", \($0)" } ?? ""
      nodes.append(
        LineageGraph.Node(
          id: report.id, name: reportName(report.id), detail: report.id + published,
          isReport: true))
    }
    for id in ids.sorted() where !isReport(id) {
      nodes.append(
        LineageGraph.Node(
          id: id, name: originName(id), detail: "none of the reports", isReport: false))
    }
    return LineageGraph(
      nodes: nodes,
      links: edges.map { edge in
        let evidence = isDirected(edge) ? Glossary.shortEvidence(edge.evidence) : "cannot tell"
        return LineageGraph.Link(
          from: edge.from, to: edge.to, isDirected: isDirected(edge),
          isSure: edge.evidence != "unknown",
          label: "\(counted(edge.words, "word")), \(evidence)")
      },
      sentences: edges.map(sentence))
  }
}
