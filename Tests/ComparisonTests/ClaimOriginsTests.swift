import Claims
import Mentions
import Reports
import TestSupport
import Testing
import TextReuse
import Texts

@testable import Comparison

@Suite struct ClaimOriginsTests {
  /// An account whose claims are the stretches marked `claim`; `said` ones have a speaker.
  private func account(_ report: Int, _ marked: MarkedText) -> ReportAccount {
    var mentions = ReportMentions()
    var claims = ReportClaims()
    for mark in marked.marks {
      if mark.label == "said", mentions.actors.isEmpty {
        mentions.actors.append(ActorEntity(name: "ministry", aliases: [], kind: .ministry))
      }
      claims.claims.append(
        Claim(
          source: nil, cue: nil, content: [mark.range], speaker: mark.label == "said" ? 0 : nil,
          stance: .asserts))
    }
    return ReportAccount(
      report: Report(
        id: "r\(report + 1)", path: "\(report).txt", sha256: "", outlet: "Outlet \(report)",
        published: CalendarDate(year: 2022, month: 5, day: report + 1), language: "en",
        title: nil, body: marked.text.range, paragraphs: [marked.text.range], credits: [],
        text: marked.text, notes: []),
      mentions: mentions, claims: claims)
  }

  private func origins(_ reports: MarkedText...) -> ClaimOrigins {
    let accounts = reports.enumerated().map { account($0, $1) }
    let reuse = PassageFinder().result(
      for: accounts.map {
        ReuseInput(
          text: $0.report.text, range: $0.report.body, outlet: $0.report.outlet,
          publishedDay: $0.report.published?.days, credits: [])
      })
    // Every ministry is one.
    let items = accounts.indices.filter { !accounts[$0].mentions.actors.isEmpty }
      .map { ReportItem(report: $0, index: 0) }
    let joined = ActorJoin(
      actors: [
        JoinedActor(
          name: "ministry", aliases: [], kind: .ministry, country: nil, memberOf: [],
          members: items)
      ], index: accounts.map { $0.mentions.actors.isEmpty ? [] : [0] })
    return ClaimOrigins(accounts: accounts, reuse: reuse, actors: joined)
  }

  private static let own = (0..<60).map { "kelp\($0) drifted\($0)" }.joined(separator: " ") + ". "
  private static let other =
    (0..<60).map { "basalt\($0) cooled\($0)" }.joined(separator: " ") + ". "

  @Test func aClaimGoesBackToThePassageThatItStandsIn() {
    let taken = """
      [Divers from the harbour patrol pulled nineteen crates of copper cable out of a sunken lighter \
      off Batumi](claim)
      """
    let origins = origins(
      MarkedText(stringLiteral: Self.own + taken + ". [A gale is forecast](claim)."),
      MarkedText(stringLiteral: Self.other + taken + ". [The quay stays shut](claim)."))
    let names = origins.ofClaim.map { $0.map { origins.origins[$0].name } }
    #expect(names == [["Outlet 0", "Outlet 0"], ["Outlet 0", "Outlet 1"]])
    #expect(origins.ofReport[0] != origins.ofReport[1])
  }

  @Test func aStatementQuotedByTwoIsOneOriginOfTwoAccounts() {
    let statement = """
      "[No vessel of the coast guard fired across the bow of the trawler, and its captain was given \
      water and charts](said)," the ministry said. 
      """
    let origins = origins(
      MarkedText(stringLiteral: Self.own + statement),
      MarkedText(stringLiteral: Self.other + statement))
    #expect(origins.ofReport[0] != origins.ofReport[1])
    #expect(origins.ofClaim[0] == origins.ofClaim[1])
    let origin = origins.origins[origins.ofClaim[0][0]]
    #expect(origin.kind == .speaker && origin.reports == [0, 1] && origin.basis == .credited)
  }
}
