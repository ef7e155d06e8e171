public import Claims
public import Mentions
public import Reports
public import TextReuse
public import Texts

/// One report with everything that was read from it.
public struct ReportAccount: Sendable {
  /// The report.
  public let report: Report
  /// What it speaks of.
  public let mentions: ReportMentions
  /// Who says what in it.
  public let claims: ReportClaims

  /// Creates an account.
  public init(report: Report, mentions: ReportMentions, claims: ReportClaims) {
    self.report = report
    self.mentions = mentions
    self.claims = claims
  }
}

/// Words in one of the reports compared.
public struct Evidence: Hashable, Comparable, Sendable {
  /// Index of the report.
  public let report: Int
  /// The words.
  public let range: TextRange

  /// Creates evidence.
  public init(report: Int, range: TextRange) {
    self.report = report
    self.range = range
  }

  /// Orders by report, then by place in it.
  public static func < (a: Evidence, b: Evidence) -> Bool {
    (a.report, a.range) < (b.report, b.range)
  }
}

/// Accounts of one event laid side by side.
public struct Synopsis: Sendable {
  /// The reports with what was read from them, in the order given.
  public let accounts: [ReportAccount]
  /// Who copied from whom.
  public let reuse: ReuseResult
  /// Actors joined.
  public let actors: ActorJoin
  /// Places joined.
  public let places: PlaceJoin
  /// Events joined.
  public let events: EventJoin
  /// The independent origins, and which claim goes back to which.
  public let origins: ClaimOrigins
  /// What denials and confirmations answer.
  public let answered: AnsweredClaims
  /// Where accounts agree, differ, or only seem to.
  public let points: [Point]
  /// Derived figures.
  public let ranges: [DerivedRange]
}
