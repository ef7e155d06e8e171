public import Comparison
import Reports
import TextReuse
public import Texts

/// Turns a synopsis into a dossier: ids for indexes, code points for bytes.
public struct DossierBuilder {
  let synopsis: Synopsis
  /// Code-point conversion, one a report.
  let codePoints: [CodePoints]
  private let tool: Dossier.Tool

  /// Prepares the dossier of `synopsis`, made by `tool`.
  public init(_ synopsis: Synopsis, tool: Dossier.Tool) {
    self.synopsis = synopsis
    self.tool = tool
    codePoints = synopsis.accounts.map { CodePoints($0.report.text) }
  }

  /// The dossier, without its seal.
  ///
  /// `notes` tells what was odd in files that gave no report.
  public func dossier(notes: [Note] = []) -> Dossier {
    var dossier = Dossier(tool: tool)
    dossier.reports = reports()
    dossier.mainEvent = synopsis.events.mainEvent.map(eventID)
    dossier.events = events()
    dossier.claims = claims()
    dossier.tolls = tolls()
    dossier.passages = passages()
    dossier.rewritings = rewritings()
    dossier.origins = origins()
    dossier.lineage = lineage()
    dossier.effectiveOrigins = rounded(synopsis.reuse.effectiveOrigins)
    dossier.points = points()
    dossier.ranges = ranges()
    dossier.actors = actors()
    dossier.places = places()
    dossier.timeline = timeline()
    dossier.notes = self.notes(notes)
    return dossier
  }

  // MARK: Ids

  func reportID(_ index: Int) -> String { synopsis.accounts[index].report.id }
  func eventID(_ index: Int) -> String { "e\(index + 1)" }
  func actorID(_ index: Int) -> String { "a\(index + 1)" }
  func placeID(_ index: Int) -> String { "l\(index + 1)" }
  func originID(_ index: Int) -> String { "o\(index + 1)" }
  func passageID(_ index: Int) -> String { "p\(index + 1)" }
  func claimID(_ item: ReportItem) -> String { "\(reportID(item.report)).c\(item.index + 1)" }
  func tollID(_ item: ReportItem) -> String { "\(reportID(item.report)).t\(item.index + 1)" }

  /// The joined actor of a report's actor.
  func actorID(_ local: Int, in report: Int) -> String {
    actorID(synopsis.actors.index[report][local])
  }

  /// The joined event of a report's event.
  func eventID(_ local: Int, in report: Int) -> String {
    eventID(synopsis.events.index[report][local])
  }

  // MARK: Words

  func span(_ range: TextRange, in report: Int) -> Dossier.Span {
    Dossier.Span(
      start: codePoints[report].codePoint(atByte: range.start),
      end: codePoints[report].codePoint(atByte: range.end),
      text: synopsis.accounts[report].report.text[range])
  }

  func citation(_ range: TextRange, in report: Int) -> Dossier.Citation {
    let span = span(range, in: report)
    return Dossier.Citation(
      report: reportID(report), start: span.start, end: span.end, text: span.text)
  }

  func citation(_ evidence: Evidence) -> Dossier.Citation {
    citation(evidence.range, in: evidence.report)
  }
}

/// Rounds to the six places that dossiers keep.
func rounded(_ value: Double?) -> Double? {
  value.map { ($0 * 1_000_000).rounded() / 1_000_000 }
}
