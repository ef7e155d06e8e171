import Knowledge
import Mentions
import Texts

/// Chooses which of a report's triggers tell of the event that the report is about.
struct MainEventChooser {
  let triggers: [Trigger]
  let judge: RealisJudge
  let times: [TimeMention]

  /// Indexes of the main event's triggers, in order; empty when nothing tells of an event.
  func mainTriggers() -> [Int] {
    guard let type = mainType() else { return [] }
    let own = triggers.indices.filter { triggers[$0].type == type }
    // What happened, unless the report is about a plan or a thing of the past.
    let realis = leading(own)
    let alike = own.filter { triggers[$0].realis == realis }
    guard let seed = alike.max(by: { triggers[$0].weight < triggers[$1].weight }) else { return [] }
    let date = date(of: alike, seed: seed)
    return alike.filter { index in
      guard let date, let time = triggers[index].time, let interval = times[time].interval else {
        return true
      }
      return Self.isOne(date, interval) || index == seed
    }
  }

  /// Whether two intervals may be the same event's: they share a day, or lie a night apart.
  static func isOne(_ a: DateInterval, _ b: DateInterval) -> Bool {
    a.earliest.days <= b.latest.days + 1 && b.earliest.days <= a.latest.days + 1
  }

  private func mainType() -> String? {
    var scores: [String: Double] = [:]
    var first: [String: Int] = [:]
    var index = 0
    while index < triggers.count {
      // Repetition within a sentence adds little.
      var best: [String: Double] = [:]
      var rest: [String: Double] = [:]
      let sentence = triggers[index].sentence
      while index < triggers.count, triggers[index].sentence == sentence {
        let trigger = triggers[index]
        first[trigger.type] = first[trigger.type] ?? index
        rest[trigger.type, default: 0] += trigger.weight
        best[trigger.type] = max(best[trigger.type] ?? 0, trigger.weight)
        index += 1
      }
      for (type, top) in best {
        scores[type, default: 0] += top + 0.25 * ((rest[type] ?? top) - top)
      }
    }
    let ranked = scores.map { (type: $0.key, score: $0.value * EventWeights.prior(of: $0.key)) }
    return ranked.max {
      ($0.score, -(first[$0.type] ?? 0)) < ($1.score, -(first[$1.type] ?? 0))
    }?.type
  }

  /// The realis that most of the weight stands for.
  private func leading(_ own: [Int]) -> Realis {
    var sums: [Realis: Double] = [:]
    for index in own { sums[triggers[index].realis, default: 0] += triggers[index].weight }
    var best = (realis: Realis.actual, sum: sums[.actual] ?? 0)
    for realis in Realis.allCases {
      if let sum = sums[realis], sum > best.sum { best = (realis, sum) }
    }
    return best.realis
  }

  private func date(of own: [Int], seed: Int) -> DateInterval? {
    if let time = triggers[seed].time, triggers[seed].timeCost < 14,
      let interval = times[time].interval, judge.isNews(interval)
    {
      return interval
    }
    return EventTimes(times: times, triggers: triggers, judge: judge)
      .date(of: own.map { triggers[$0] }, isNews: triggers[seed].realis == .actual)
  }
}
