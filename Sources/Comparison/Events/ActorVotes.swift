import Claims
import Mentions
import Texts

/// Who did a thing and to whom, by vote of the reports.
struct ActorVotes {
  let accounts: [ReportAccount]
  let actors: ActorJoin?

  /// What candidates are joined by: people without a name by what they are called.
  private struct Key: Hashable, Comparable {
    let item: ReportItem
    let name: Word

    static func < (a: Key, b: Key) -> Bool { (a.item, a.name.hash) < (b.item, b.name.hash) }
  }

  private struct Candidate {
    let item: ReportItem
    var score: Double
  }

  /// One actor of a report for each joined actor: those of many reports and of high rank in
  /// them first, those that few reports name far behind left out.
  ///
  /// An actor that the reports rather give the other role is left out. `share` is the least score, of
  /// the highest.
  func actors(
    of group: [ReportItem], _ role: KeyPath<ReportedEvent, [Int]>,
    against other: KeyPath<ReportedEvent, [Int]>, share: Double
  ) -> [ReportItem] {
    let own = candidates(of: group, role)
    let others = candidates(of: group, other)
    let ranked = own.filter { key, candidate in (others[key]?.score ?? 0) <= candidate.score }
      .sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }
    let top = ranked.first?.value.score ?? 0
    return ranked.filter { $0.value.score >= top * share }.prefix(5).map(\.value.item)
  }

  /// Candidates by joined actor, or by report and actor where nothing is joined.
  private func candidates(of group: [ReportItem], _ role: KeyPath<ReportedEvent, [Int]>)
    -> [Key: Candidate]
  {
    var candidates: [Key: Candidate] = [:]
    for member in group {
      let list = accounts[member.report].claims.events[member.index][keyPath: role]
      for (rank, actor) in list.enumerated() {
        let item = ReportItem(report: member.report, index: actor)
        let entity = accounts[member.report].mentions.actors[actor]
        let isUnnamed = entity.kind == .unnamed
        let joined = actors.map { ReportItem(report: 0, index: $0.index[member.report][actor]) }
        let key = Key(
          item: isUnnamed ? ReportItem(report: 0, index: 0) : joined ?? item,
          name: isUnnamed ? entity.headWord : .none)
        let share = !isUnnamed ? 1 : entity.isAnyone ? 0.15 : 0.3
        let score = share / (1 + Double(rank))
        if candidates[key] == nil {
          candidates[key] = Candidate(item: item, score: score)
        } else {
          candidates[key]?.score += score
        }
      }
    }
    return candidates
  }
}
