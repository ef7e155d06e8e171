import Claims
import Reports
import TextReuse
import Texts

extension PointFinder {
  /// The same words under different speakers: a shared passage whose claims differ in who says
  /// them.
  func speakers() -> [Point] {
    var points: [Point] = []
    var seen: Set<[ReportItem]> = []
    for passage in ledger.reuse.passages {
      for a in claims(of: passage.a.report, in: passage.a.range) {
        for b in claims(of: passage.b.report, in: passage.b.range) {
          guard let x = speaker(a), let y = speaker(b), x != y, isSameWords(a, b),
            !ledger.actors.actors[x].memberOf.contains(y),
            !ledger.actors.actors[y].memberOf.contains(x), seen.insert([a, b]).inserted
          else { continue }
          var values: [Point.Value] = []
          for (item, actor) in [(a, x), (b, y)] {
            var value = Point.Value(value: ledger.actors.actors[actor].name)
            value.add(
              report: item.report, claimant: actor, claim: item,
              origin: ledger.origins.ofClaim[item.report][item.index])
            values.append(value)
          }
          points.append(
            Point(
              slot: .speaker, relation: .contradict, subject: "who says the same words",
              values: values, reason: "one wording, two speakers"))
        }
      }
    }
    return points
  }

  /// Each denial beside what it denies.
  func denials() -> [Point] {
    var points: [Point] = []
    for (report, account) in ledger.accounts.enumerated() {
      for (index, claim) in account.claims.claims.enumerated() {
        guard claim.stance == .denies, !claim.isNegated else { continue }
        let item = ReportItem(report: report, index: index)
        var values = [value(of: item)]
        for denied in ledger.answered.claims(answeredBy: item) { values.append(value(of: denied)) }
        let slot: Point.Slot =
          claim.aboutTolls.first.flatMap { toll in
            Point.Slot(rawValue: account.claims.tolls[toll].kind.rawValue)
          } ?? .other
        points.append(
          Point(
            slot: slot, relation: .denied, subject: "a denial", values: values,
            reason: "someone denies it; both sides stand (R4)"))
      }
    }
    return points
  }

  private func value(of item: ReportItem) -> Point.Value {
    let claim = ledger.accounts[item.report].claims.claims[item.index]
    let words = claim.content.map { ledger.accounts[item.report].report.text[$0] }
      .joined(separator: " … ")
    let actor = speaker(item)
    let name = actor.map { ledger.actors.actors[$0].name } ?? "the report"
    var value = Point.Value(value: "\(name) \(verb(claim.stance)): \(words)")
    value.add(
      report: item.report, claimant: actor, claim: item,
      origin: ledger.origins.ofClaim[item.report][item.index])
    return value
  }

  private func verb(_ stance: Stance) -> String {
    switch stance {
    case .denies: "denied"
    default: "said"
    }
  }

  private func claims(of report: Int, in range: TextRange) -> [ReportItem] {
    let claims = ledger.accounts[report].claims.claims
    return claims.indices.filter { index in
      claims[index].content.contains { piece in
        (piece.intersection(range)?.count ?? 0) * 2 > piece.count
      }
    }.map { ReportItem(report: report, index: $0) }
  }

  private func speaker(_ item: ReportItem) -> Int? {
    ledger.accounts[item.report].claims.claims[item.index].speaker
      .map { ledger.actors.index[item.report][$0] }
  }

  /// Whether two claims' contents share most of their words.
  private func isSameWords(_ a: ReportItem, _ b: ReportItem) -> Bool {
    func words(_ item: ReportItem) -> Set<Word> {
      let account = ledger.accounts[item.report]
      var words: Set<Word> = []
      for piece in account.claims.claims[item.index].content {
        for word in account.report.text[piece].utf8.split(whereSeparator: { $0 <= 0x40 }) {
          words.insert(Word(folding: String(decoding: word, as: UTF8.self)))
        }
      }
      return words
    }
    let (x, y) = (words(a), words(b))
    return x.intersection(y).count * 10 >= min(x.count, y.count) * 7 && min(x.count, y.count) >= 4
  }
}
