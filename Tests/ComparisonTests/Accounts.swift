import Claims
import Mentions
import Reports
import Texts

@testable import Comparison

/// A report of one sentence, `dead` of them said by `by`, told on a day of March 2024.
struct Told {
  var low: Int
  var high: Int?
  var category: Toll.Category = .unstated
  var claimant: String?
  var side: String?
  var isApproximate = false
  var kind: Toll.Kind = .killed
}

/// An account with some figures of its main event; the words are the same in all of them.
func account(_ report: Int, day: Int = 5, outlet: String? = nil, _ tolls: [Told]) -> ReportAccount {
  let text = SourceText("Figures were given after the raid.")
  var mentions = ReportMentions()
  func actor(_ name: String?) -> Int? {
    guard let name else { return nil }
    if let known = mentions.actors.firstIndex(where: { $0.name == name }) { return known }
    mentions.actors.append(ActorEntity(name: name, aliases: [], kind: .organization))
    return mentions.actors.count - 1
  }
  var claims = ReportClaims()
  claims.events = [
    ReportedEvent(
      type: "ASSAULT", mode: nil, date: nil, places: [], perpetrators: [], targets: [],
      weapons: [], realis: .actual, mentions: [TextRange(29, 33)])
  ]
  claims.mainEvent = 0
  for told in tolls {
    let speaker = actor(told.claimant)
    var claim: Int?
    if let speaker {
      claims.claims.append(
        Claim(source: nil, cue: nil, content: [TextRange(0, 7)], speaker: speaker, stance: .asserts)
      )
      claim = claims.claims.count - 1
    }
    claims.tolls.append(
      Toll(
        kind: told.kind, low: told.low, high: told.high, isApproximate: told.isApproximate,
        category: told.category, scope: Toll.Scope(side: actor(told.side)), claimant: speaker,
        claim: claim, span: TextRange(0, 7), event: 0))
  }
  return ReportAccount(
    report: Report(
      id: "r\(report + 1)", path: "\(report).txt", sha256: "", outlet: outlet,
      published: CalendarDate(year: 2024, month: 3, day: day), language: "en", title: nil,
      body: text.range, paragraphs: [text.range], credits: [], text: text, notes: []),
    mentions: mentions, claims: claims)
}
