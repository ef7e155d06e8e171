import Claims
import Comparison
import Mentions
import Reports
import TextReuse
import Texts

// What single reports say: reports, claims, tolls, passages, notes.
extension DossierBuilder {
  func reports() -> [Dossier.ReportEntry] {
    synopsis.accounts.indices.map { index in
      let report = synopsis.accounts[index].report
      return Dossier.ReportEntry(
        id: report.id, path: report.path, sha256: report.sha256, outlet: report.outlet,
        published: report.published?.description, language: report.language,
        title: report.title.map { span($0, in: index) },
        agencies: report.credits.map {
          Dossier.Agency(
            name: $0.agency, subject: $0.subject.rawValue, span: span($0.range, in: index))
        },
        origin: originID(synopsis.origins.ofReport[index]))
    }
  }

  func claims() -> [Dossier.Claim] {
    synopsis.accounts.indices.flatMap { report in
      synopsis.accounts[report].claims.claims.enumerated().map { index, claim in
        let item = ReportItem(report: report, index: index)
        let about =
          claim.aboutTolls.map { tollID(ReportItem(report: report, index: $0)) }
          + synopsis.answered.claims(answeredBy: item).map(claimID)
          + claim.aboutEvents.map { eventID($0, in: report) }
        return Dossier.Claim(
          id: claimID(item), report: reportID(report),
          source: claim.source.map { span($0, in: report) },
          cue: claim.cue.map { span($0, in: report) },
          content: claim.content.map { span($0, in: report) },
          speaker: claim.speaker.map { actorID($0, in: report) },
          chain: claim.chain.map { actorID($0, in: report) }, stance: claim.stance.rawValue,
          hedge: claim.hedge.map { span($0, in: report) }, negated: claim.isNegated,
          about: unique(about), origin: originID(synopsis.origins.ofClaim[report][index]))
      }
    }
  }

  func tolls() -> [Dossier.Toll] {
    synopsis.accounts.indices.flatMap { report in
      synopsis.accounts[report].claims.tolls.enumerated().map { index, toll in
        let scope = Dossier.Scope(
          side: toll.scope.side.map { actorID($0, in: report) },
          place: toll.scope.place.map { placeID(synopsis.places.index[report][$0]) },
          since: toll.scope.since.map { synopsis.accounts[report].report.text[$0] },
          partOf: toll.scope.partOf.map { tollID(ReportItem(report: report, index: $0)) })
        return Dossier.Toll(
          id: tollID(ReportItem(report: report, index: index)), report: reportID(report),
          event: eventID(toll.event, in: report), kind: toll.kind.rawValue, low: toll.low,
          high: toll.high, approximate: toll.isApproximate, category: toll.category.rawValue,
          scope: scope, claimant: toll.claimant.map { actorID($0, in: report) },
          claim: toll.claim.map { claimID(ReportItem(report: report, index: $0)) },
          span: span(toll.span, in: report))
      }
    }
  }

  func passages() -> [Dossier.Passage] {
    synopsis.reuse.passages.enumerated().map { index, passage in
      Dossier.Passage(
        id: passageID(index), a: citation(passage.a.range, in: passage.a.report),
        b: citation(passage.b.range, in: passage.b.report), kind: passage.kind.rawValue,
        origin: originID(passage.origin))
    }
  }

  func rewritings() -> [Dossier.Rewriting]? {
    guard !synopsis.reuse.rewritings.isEmpty else { return nil }
    return synopsis.reuse.rewritings.enumerated().map { index, passage in
      Dossier.Rewriting(
        id: "w\(index + 1)", a: citation(passage.a.range, in: passage.a.report),
        b: citation(passage.b.range, in: passage.b.report), kind: passage.kind.rawValue,
        similarity: rounded(passage.similarity.map { Double($0) }) ?? 0,
        origin: originID(passage.origin))
    }
  }

  func lineage() -> [Dossier.LineageEdge] {
    synopsis.reuse.lineage.edges.map { edge in
      let from =
        switch edge.from {
        case .report(let index): reportID(index)
        case .wire(let index): originID(synopsis.reuse.lineage.wires[index].origin)
        }
      return Dossier.LineageEdge(
        from: from, to: reportID(edge.to), kind: edge.kind.rawValue, words: edge.words,
        evidence: edge.evidence.rawValue, passages: edge.passages.map(passageID),
        others: edge.others.map(reportID))
    }
  }

  func notes(_ more: [Note]) -> [Dossier.NoteEntry] {
    var entries: [Dossier.NoteEntry] = []
    for (index, account) in synopsis.accounts.enumerated() {
      for note in account.report.notes {
        let place = note.range.map { span($0, in: index) }
        entries.append(
          Dossier.NoteEntry(
            report: account.report.id, code: note.code, message: note.message,
            start: place?.start, end: place?.end))
      }
    }
    for note in more {
      entries.append(
        Dossier.NoteEntry(
          report: nil, code: note.code, message: note.message, start: nil, end: nil))
    }
    return entries
  }

  func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
