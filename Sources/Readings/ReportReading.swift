public import Claims
public import Dossiers
public import Linguistics
public import Reports
import Texts

/// A report and what one pass over its text gave, to be shown.
public struct ReportReading: Sendable {
  /// The report.
  public let report: Report
  /// Its layers.
  public let reading: Reading
  /// What read it: this build, and the model or `rules`.
  public let tool: Dossier.Tool
  /// What the report speaks of; nil when it was not asked for.
  public let mentions: KnownMentions?
  /// Who says what, every figure and every event, by the mentions; nil when it was not asked for.
  public let claims: ReportClaims?

  /// Creates what is shown of a report; `claims` are of its `mentions`.
  public init(
    report: Report, reading: Reading, tool: Dossier.Tool, mentions: KnownMentions? = nil,
    claims: ReportClaims? = nil
  ) {
    self.report = report
    self.reading = reading
    self.tool = tool
    self.mentions = mentions
    self.claims = claims
  }
}

/// What one attribution's words do.
enum AttributionRole: String, CaseIterable {
  case content, source, cue
}

extension Attribution {
  /// The stretches of a role, in order.
  func ranges(_ role: AttributionRole) -> [TextRange] {
    switch role {
    case .content: content
    case .source: source.map { [$0] } ?? []
    case .cue: cue.map { [$0] } ?? []
    }
  }
}

extension Reading {
  /// The sentence to which each attribution belongs: that of its cue, else of its source, else of
  /// its content; nil where it has no token.
  func sentencesOfAttributions() -> [Int?] {
    attributions.map { attribution in
      guard let range = attribution.cue ?? attribution.source ?? attribution.content.first,
        let token = tokens(in: range).first
      else { return nil }
      return sentence(ofToken: token)
    }
  }

  /// The id by which an attribution is referred to: `a1` for the first.
  static func attributionID(_ index: Int) -> String { "a\(index + 1)" }
}
