import Texts

// The graph of the lineage as a drawing, and marks in the columns that say where words are from.
extension HTMLWriter {
  /// The graph as inline SVG; its title and description say what it shows.
  func svg(_ graph: LineageGraph) -> String {
    let lines = graph.lines.map(svg).joined()
    let boxes = graph.boxes.map(svg).joined()
    let description = graph.sentences.map { Plain.line($0) }.joined(separator: " ")
    return """
      <div class="scroll"><svg class="lineage" role="img" aria-labelledby="lineage-title \
      lineage-description" width="\(graph.width)" height="\(graph.height)" \
      viewBox="0 0 \(graph.width) \(graph.height)">
      <title id="lineage-title">Who took words from whom</title>
      <desc id="lineage-description">\(Markup.attribute(description))</desc>
      <defs><marker id="lineage-head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" \
      markerHeight="8" orient="auto"><path class="head" d="M0 0L8 4L0 8z"></path></marker></defs>
      \(lines)\(boxes)</svg></div>

      """
  }

  private func svg(_ line: LineageGraph.Line) -> String {
    let to = line.to
    var from = line.from
    var path = "M\(from.x) \(from.y)"
    func bend(to x: Int, _ y: Int) -> String {
      let middle = (from.x + x) / 2
      return "C\(middle) \(from.y) \(middle) \(y) \(x) \(y)"
    }
    for lane in line.lanes {
      path += bend(to: lane.x - LineageGraph.labelWidth, lane.y)
      from = (lane.x + LineageGraph.boxWidth, lane.y)
      path += "L\(from.x) \(from.y)"
    }
    path += bend(to: to.x - LineageGraph.labelWidth, to.y) + "L\(to.x) \(to.y)"
    let head = line.link.isDirected ? " marker-end=\"url(#lineage-head)\"" : ""
    let label = Markup.attribute(line.link.label)
    return """
      <g class="\(line.link.isSure ? "link" : "link unsure")"><path d="\(path)"\(head)></path>\
      <text class="label" x="\(to.x - 12)" y="\(to.y - 5)" text-anchor="end">\(label)</text></g>

      """
  }

  private func svg(_ box: LineageGraph.Box) -> String {
    let middle = box.y + box.height / 2
    let x = box.x + 10
    let name = Markup.attribute(Plain.beginning(of: box.node.name, to: 25))
    let detail = Markup.attribute(Plain.beginning(of: box.node.detail, to: 28))
    return """
      <g class="\(box.node.isReport ? "node" : "node wire")"><rect x="\(box.x)" y="\(box.y)" \
      width="\(LineageGraph.boxWidth)" height="\(box.height)" rx="\(box.node.isReport ? 4 : 20)">\
      </rect><text x="\(x)" y="\(middle - 3)">\(name)</text>\
      <text class="detail" x="\(x)" y="\(middle + 14)">\(detail)</text></g>

      """
  }

  // MARK: Marks

  /// What is marked in a report's column: passages, then cited words.
  func stretches(in report: String, cited: [Page.Words]) -> [MarkedStretch] {
    var stretches: [MarkedStretch] = []
    let linked = linkedPassages()
    for passage in dossier.passages {
      for isA in [true, false] {
        let (side, other) = isA ? (passage.a, passage.b) : (passage.b, passage.a)
        guard side.report == report, let range = builder.words(side).range else { continue }
        let isLinked = linked.contains(passage.id)
        let title =
          "\(passage.id): \(Glossary.passage(passage.kind)), also in "
          + "\(builder.reportName(other.report)); from \(builder.originName(passage.origin))"
        stretches.append(
          MarkedStretch(
            range: range, cssClass: "shared \(passageClass(passage))",
            id: isLinked ? sideID(passage, isA: isA) : nil, title: title,
            mark: isLinked ? mark(passage, isA: isA) : nil))
      }
    }
    for rewriting in dossier.rewritings ?? [] {
      for (side, other) in [(rewriting.a, rewriting.b), (rewriting.b, rewriting.a)]
      where side.report == report {
        guard let range = builder.words(side).range else { continue }
        let title =
          "\(rewriting.id): \(Glossary.rewriting(rewriting.kind)), as in "
          + "\(builder.reportName(other.report)); from \(builder.originName(rewriting.origin))"
        stretches.append(
          MarkedStretch(range: range, cssClass: "rewritten", id: nil, title: title))
      }
    }
    for words in cited where words.report == report {
      guard let range = words.range else { continue }
      stretches.append(
        MarkedStretch(range: range, cssClass: "cited", id: anchor(words), title: nil))
    }
    return stretches
  }

  /// The id of one side of a passage in the columns.
  func sideID(_ passage: Dossier.Passage, isA: Bool) -> String {
    Markup.identifier("p", "\(passage.id).\(isA ? "a" : "b")")
  }

  /// Passages whose two sides both stand in a column and whose id is theirs alone.
  func linkedPassages() -> Set<String> {
    var counts: [String: Int] = [:]
    for passage in dossier.passages { counts[passage.id, default: 0] += 1 }
    return Set(
      dossier.passages.filter { passage in
        counts[passage.id] == 1
          && [passage.a, passage.b].allSatisfy {
            builder.isReport($0.report) && builder.words($0).range != nil
          }
      }.map(\.id))
  }

  /// What a mark at one side of a passage says; nil where the lineage says nothing of it there.
  func mark(_ passage: Dossier.Passage, isA: Bool) -> MarkedStretch.Mark? {
    let (side, other) = isA ? (passage.a, passage.b) : (passage.b, passage.a)
    let edges = (dossier.lineage ?? []).filter { $0.passages.contains(passage.id) }
    // Where the words are from goes before who took them.
    for edge in edges.filter({ $0.to == side.report }) + edges.filter({ $0.to != side.report }) {
      let label: String
      if !builder.isReport(edge.from) {
        guard edge.to == side.report else { continue }
        label = "←\(builder.agencyName(edge.from) ?? "unseen")"
      } else if ![edge.from, edge.to].contains(side.report)
        || ![edge.from, edge.to].contains(other.report)
      {
        continue
      } else if !builder.isDirected(edge) {
        label = "↔\(other.report)"
      } else {
        label = edge.to == side.report ? "←\(other.report)" : "→\(other.report)"
      }
      return MarkedStretch.Mark(
        target: sideID(passage, isA: !isA), label: Plain.line(label),
        sentence: "\(passage.id): \(builder.sentence(edge)) Go to \(other.report).")
    }
    return nil
  }
}

extension PageBuilder {
  /// The name of an origin that has one.
  func agencyName(_ id: String) -> String? {
    dossier.origins.first { $0.id == id }?.name
  }
}
