import Knowledge
import Mentions
import Texts

/// Finds when an event happened from the times said of its triggers.
struct EventTimes {
  let times: [TimeMention]
  let triggers: [Trigger]
  let judge: RealisJudge

  /// The interval that most of the words support; nil when nothing is said.
  ///
  /// The publication date is no evidence by itself. With `isNews`, times too far back to be
  /// the news are left out.
  func date(of event: [Trigger], isNews: Bool) -> DateInterval? {
    var votes: [(interval: DateInterval, weight: Double)] = []
    for trigger in event {
      guard let time = trigger.time, let interval = times[time].interval else { continue }
      if isNews, !judge.isNews(interval) { continue }
      if trigger.realis != .planned, let published = judge.published,
        interval.earliest.days > published.days + 1
      {
        continue
      }
      var weight = max(trigger.weight, 0.05) / (1 + Double(trigger.timeCost) / 12)
      if hasNearerOwner(trigger, type: event[0].type) { weight *= 0.35 }
      if interval.precision == .year || interval.precision == .season { weight *= 0.2 }
      if interval.precision == .month || interval.precision == .week { weight *= 0.5 }
      votes.append((interval, weight))
    }
    var best: (interval: DateInterval, support: Double)?
    for vote in votes {
      var support = 0.0
      for other in votes where other.interval.overlaps(vote.interval) { support += other.weight }
      // Of equal support the narrower interval says more.
      let length = vote.interval.latest.days - vote.interval.earliest.days
      support -= 0.01 * Double(min(length, 50))
      if support > (best?.support ?? -1) { best = (vote.interval, support) }
    }
    return best?.interval
  }

  /// Whether another kind of event stands nearer to the trigger's time.
  private func hasNearerOwner(_ trigger: Trigger, type: String) -> Bool {
    triggers.contains {
      $0.sentence == trigger.sentence && $0.time == trigger.time && $0.type != type
        && $0.timeCost < trigger.timeCost && $0.isVerb
    }
  }
}
