extension PageBuilder {
  /// What two reports tell in other words, apart from the words they share.
  func rewritingBlocks(_ rewritings: [Dossier.Rewriting]) -> [Page.Block] {
    let rows = rewritings.map { rewriting in
      Page.Row(
        item: rewriting.id,
        cells: [
          [.strong(rewriting.id)], Page.Line(Glossary.rewriting(rewriting.kind)),
          Page.Line("\(reportName(rewriting.a.report)) and \(reportName(rewriting.b.report))"),
          Page.Line(originName(rewriting.origin)),
        ],
        evidence: [[.words(words(rewriting.a))], [.words(words(rewriting.b))]])
    }
    return [
      .heading([.strong("Rewritten")], item: nil),
      .lines([
        Page.Line(
          "Sentences told in one order by both, in other words: judged by what they say, not "
            + "measured by shared words.")
      ]),
      .table(
        Page.Table(
          caption: "Text that two reports share in other words",
          columns: ["Passage", "Kind", "In", "From"], rows: rows)),
    ]
  }
}
