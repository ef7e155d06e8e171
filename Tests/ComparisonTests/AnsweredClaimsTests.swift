import Claims
import Mentions
import Reports
import TestSupport
import Testing
import Texts

@testable import Comparison

/// Denials beside what other reports have somebody say.
@Suite struct AnsweredClaimsTests {
  /// An account of a marked report: labels are `Speaker/stance`.
  private func account(_ report: Int, _ marked: MarkedText) -> ReportAccount {
    var mentions = ReportMentions()
    var claims = ReportClaims()
    for mark in marked.marks {
      let parts = mark.label.split(separator: "/").map(String.init)
      let known = mentions.actors.firstIndex { $0.name == parts[0] }
      if known == nil {
        mentions.actors.append(
          ActorEntity(name: parts[0], aliases: [parts[0]], kind: .organization))
      }
      claims.claims.append(
        Claim(
          source: nil, cue: nil, content: [mark.range],
          speaker: known ?? mentions.actors.count - 1,
          stance: Stance(rawValue: parts[1]) ?? .asserts))
    }
    let text = marked.text
    return ReportAccount(
      report: Report(
        id: "r\(report + 1)", path: "\(report).txt", sha256: "", outlet: nil, published: nil,
        language: "en", title: nil, body: text.range, paragraphs: [text.range], credits: [],
        text: text, notes: []),
      mentions: mentions, claims: claims)
  }

  private func answers(_ reports: [MarkedText]) throws -> [String] {
    let accounts = reports.enumerated().map { account($0.offset, $0.element) }
    let actors = ActorJoin(
      actors: [],
      index: accounts.enumerated().map { report, account in
        account.mentions.actors.map { $0.name.utf8.reduce(0) { $0 &* 31 &+ Int($1) } }
      })
    let answered = AnsweredClaims(accounts, actors: actors)
    var found: [String] = []
    for (report, account) in accounts.enumerated() {
      for index in account.claims.claims.indices {
        for item in answered.claims(answeredBy: ReportItem(report: report, index: index)) {
          let claim = accounts[item.report].claims.claims[item.index]
          found.append(accounts[item.report].report.text[claim.content[0]])
        }
      }
    }
    return found
  }

  @Test func aDenialAnswersWhatAnotherReportHasSomebodySay() throws {
    let found = try answers([
      MarkedText("The union denied [that rockets were stored in the granary](Union/denies)."),
      MarkedText(
        """
        The ministry said [the granary stored dozens of rockets](Ministry/asserts). It said
        [the harvest had begun](Ministry/asserts).
        """),
    ])
    #expect(found == ["the granary stored dozens of rockets"])
  }

  @Test func nobodyAnswersHimself() throws {
    let found = try answers([
      MarkedText("The union denied [that rockets were stored in the granary](Union/denies)."),
      MarkedText("The union said [no rockets were stored in the granary](Union/asserts)."),
    ])
    #expect(found.isEmpty)
  }

  @Test func oneWordInCommonIsNoAnswer() throws {
    let found = try answers([
      MarkedText("The union denied [that rockets were stored in the granary](Union/denies)."),
      MarkedText("The ministry said [rockets fell on the harbor at dawn](Ministry/asserts)."),
    ])
    #expect(found.isEmpty)
  }
}
