import Claims
import Dossiers
import Texts

extension ReadingTextForm {
  /// Claims, figures and events of a report, each with the words it rests on beneath.
  func writeLedger(of item: ReportReading, to out: inout String) {
    guard layers.contains(.claims), let facts = LedgerFacts(item) else { return }
    for kind in LedgerKind.allCases {
      let count = facts.ledger.count(of: kind)
      guard count > 0 else { continue }
      out += "\n"
      put(kind.heading, code: "36", to: &out)
      let margin = kind.id(count - 1).utf8.count + 2
      for index in 0..<count {
        for (number, line) in lines(kind, index, facts).enumerated() {
          let label = number == 0 ? kind.id(index) : ""
          put(line, label: padded(label, margin), code: "33", to: &out)
        }
      }
    }
  }

  /// What is told of one entry, first what it says, then its words.
  private func lines(_ kind: LedgerKind, _ index: Int, _ facts: LedgerFacts) -> [String] {
    switch kind {
    case .claim: lines(facts.ledger.claims[index], facts)
    case .toll: lines(facts.ledger.tolls[index], facts)
    case .event: eventLines(index, facts)
    }
  }

  private func lines(_ claim: Claim, _ facts: LedgerFacts) -> [String] {
    let through = facts.chain(claim).map { ", through \($0)" } ?? ""
    let about = claim.about.joined(separator: ", ")
    let subject = about.isEmpty ? "" : "; about \(about)"
    var lines = ["\(facts.speaker(claim))\(through): \(facts.deed(claim))\(subject)"]
    let frame = [("source", claim.source), ("cue", claim.cue), ("hedge", claim.hedge)]
    let framed = frame.compactMap { name, range in range.map { "\(name) \(facts.words($0))" } }
    if !framed.isEmpty { lines.append(framed.joined(separator: "; ")) }
    lines += claim.content.map { "content \(facts.words($0))" }
    lines += facts.answered(by: claim).map { "\(claim.stance.rawValue) \($0)" }
    return lines
  }

  private func lines(_ toll: Toll, _ facts: LedgerFacts) -> [String] {
    let head = ([facts.figure(toll)] + facts.scope(toll)).joined(separator: ", ")
    let claim = toll.claim.map { " in \(LedgerKind.claim.id($0))" } ?? ""
    let event = LedgerKind.event.id(toll.event)
    return ["\(head); says \(facts.claimant(toll))\(claim); of \(event)", facts.words(toll.span)]
  }

  private func eventLines(_ index: Int, _ facts: LedgerFacts) -> [String] {
    let event = facts.ledger.events[index]
    var lines = [facts.kind(index).joined(separator: "; ")]
    let circumstances = facts.circumstances(event)
    if !circumstances.isEmpty { lines.append(circumstances.joined(separator: "; ")) }
    lines.append("told by \(event.mentions.map(facts.words).joined(separator: ", "))")
    return lines + event.arguments.map { facts.argument($0, of: event) }
  }
}
