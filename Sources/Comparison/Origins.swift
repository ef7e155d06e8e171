import Claims
import Reports
public import TextReuse
import Texts

/// Who first said a thing, as far as the texts show.
public struct Origin: Hashable, Sendable {
  /// What an origin is.
  public enum Kind: String, Sendable {
    /// A report's own account.
    case outlet
    /// An agency that the texts credit.
    case agency
    /// A source that several reports share and none of them is.
    case unseen
    /// Someone whom reports quote or cite.
    case speaker
  }

  /// Its name, when known.
  public let name: String?
  /// What it is.
  public let kind: Kind
  /// What the judgment rests on.
  public let basis: ReuseOrigin.Basis
  /// Indexes of reports that go back to it, in order.
  public var reports: [Int]
  /// Claims that go back to it, in order.
  public var claims: [ReportItem]
}

/// The independent origins, and which claim goes back to which (rule R2).
///
/// A claim with a named speaker goes back to the speaker, however many reports carry it;
/// any other goes back to the origin of the words it stands in. Two reporters who quote one
/// ministry are two accounts of the event and one origin of the claim.
public struct ClaimOrigins: Sendable {
  /// Origins of accounts first, in the order of `ReuseResult.origins`, then speakers in order
  /// of first claim.
  public let origins: [Origin]
  /// For each report, the origin of each of its claims.
  public let ofClaim: [[Int]]
  /// For each report, the origin of its account as a whole.
  public let ofReport: [Int]

  init(accounts: [ReportAccount], reuse: ReuseResult, actors: ActorJoin) {
    var origins = reuse.origins.map { origin in
      Origin(
        name: origin.name, kind: Origin.Kind(rawValue: origin.kind.rawValue) ?? .unseen,
        basis: origin.basis, reports: origin.reports, claims: [])
    }
    var ofClaim: [[Int]] = []
    var ofSpeaker: [Int: Int] = [:]
    for (report, account) in accounts.enumerated() {
      var row: [Int] = []
      for (position, claim) in account.claims.claims.enumerated() {
        let item = ReportItem(report: report, index: position)
        let origin: Int
        if let speaker = claim.speaker {
          let actor = actors.index[report][speaker]
          if let known = ofSpeaker[actor] {
            origin = known
          } else {
            origin = origins.count
            ofSpeaker[actor] = origin
            origins.append(
              Origin(
                name: actors.actors[actor].name, kind: .speaker, basis: .credited, reports: [],
                claims: []))
          }
          if origins[origin].reports.last != report { origins[origin].reports.append(report) }
        } else {
          origin = Self.origin(ofWords: claim.content, report: report, reuse: reuse)
        }
        origins[origin].claims.append(item)
        row.append(origin)
      }
      ofClaim.append(row)
    }
    self.origins = origins
    self.ofClaim = ofClaim
    ofReport = reuse.reportOrigin
  }

  /// The origin of some words: that of the passage that most of them stand in, else the report's.
  ///
  /// Of passages that hold as many of them the first counts; a quotation that others have too is
  /// no copy and leaves the words with the report.
  static func origin(ofWords ranges: [TextRange], report: Int, reuse: ReuseResult) -> Int {
    let all = ranges.reduce(0) { $0 + $1.count }
    var best: (bytes: Int, origin: Int)?
    for passage in reuse.passages + reuse.rewritings where passage.kind != .quote {
      for side in [passage.a, passage.b] where side.report == report {
        let bytes = ranges.reduce(0) { $0 + (side.range.intersection($1)?.count ?? 0) }
        if bytes * 2 > all, bytes > best?.bytes ?? 0 { best = (bytes, passage.origin) }
      }
    }
    return best?.origin ?? reuse.reportOrigin[report]
  }
}
