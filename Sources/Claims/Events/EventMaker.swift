import Knowledge
import Linguistics
import Mentions
import Texts

/// Makes events of triggers: joins those that tell of one event and fills in the rest.
struct EventMaker {
  let reading: Reading
  let units: Units
  let mentions: ReportMentions
  let claims: [Claim]
  let found: TriggerFinder.Found
  let weights: EventWeights
  let judge: RealisJudge
  let arguments: ReportArguments?

  /// All events in order of their first words, and the index of the main one, whose triggers
  /// are those at the indexes `main`.
  func events(main: [Int]) -> (events: [ReportedEvent], mainEvent: Int?) {
    var groups = otherGroups(without: Set(main))
    if !main.isEmpty { groups.append(main) }
    groups.sort { ($0.first ?? 0) < ($1.first ?? 0) }
    let events = groups.map { group in
      event(of: group.map { found.triggers[$0] }, isMain: group == main)
    }
    return (events, main.isEmpty ? nil : groups.firstIndex(of: main))
  }

  private func event(of triggers: [Trigger], isMain: Bool) -> ReportedEvent {
    let told = Set(triggers.map(\.sentence))
    let elsewhere = Set(found.triggers.map(\.sentence)).subtracting(told)
    let nearby = isMain ? elsewhere.filter(isBackground) : elsewhere
    let roles = RoleFinder(
      reading: reading, units: units, mentions: mentions, claims: isMain ? claims : [],
      triggers: found.triggers, supports: found.supports, weights: weights, arguments: arguments
    ).roles(of: triggers, isMain: isMain)
    let date = EventTimes(times: mentions.times, triggers: found.triggers, judge: judge)
      .date(of: triggers, isNews: isMain && triggers[0].realis == .actual)
    return ReportedEvent(
      type: triggers[0].type,
      mode: EventModes(weights: weights, weapons: found.weapons)
        .mode(of: triggers, barred: nearby, isMain: isMain),
      date: date,
      places: EventPlaces(
        reading: reading, units: units, mentions: mentions, weights: weights,
        triggers: found.triggers
      ).places(of: triggers, isMain: isMain),
      perpetrators: roles.perpetrators, targets: roles.targets,
      weapons: found.weapons.filter { told.contains($0.sentence) }.map(\.range),
      realis: triggers[0].realis, mentions: triggers.map(\.range),
      isCause: triggers.contains(where: \.isCause),
      arguments: arguments?.arguments(of: triggers.map(\.index)) ?? [])
  }

  /// A sentence all of whose triggers tell of what did not happen now.
  private func isBackground(_ sentence: Int) -> Bool {
    found.triggers.allSatisfy { $0.sentence != sentence || $0.realis != .actual }
  }

  /// Joins the triggers that are not the main event's: one type and realis, dates that agree.
  private func otherGroups(without main: Set<Int>) -> [[Int]] {
    var groups: [(date: DateInterval?, indexes: [Int])] = []
    for (index, trigger) in found.triggers.enumerated() where !main.contains(index) {
      let date = trigger.time.flatMap { mentions.times[$0].interval }
      let fitting = groups.firstIndex { group in
        let first = found.triggers[group.indexes[0]]
        guard first.type == trigger.type, first.realis == trigger.realis,
          first.isCause == trigger.isCause
        else { return false }
        if trigger.isCause { return true }
        switch trigger.realis {
        case .hypothetical, .negated, .planned: return true
        case .actual, .past, .cumulative: break
        }
        guard let date, let other = group.date else {
          // Undated words join what is told in the same or the last sentence, or all
          // words about words.
          return !EventWeights.isMaterial(trigger.type) || trigger.realis == .actual
            || group.indexes.contains { trigger.sentence - found.triggers[$0].sentence <= 1 }
        }
        return date.overlaps(other)
      }
      if let fitting {
        groups[fitting].indexes.append(index)
        if groups[fitting].date == nil { groups[fitting].date = date }
      } else {
        groups.append((date, [index]))
      }
    }
    // A lone ambiguous word is no event.
    return groups.map(\.indexes).filter { group in
      group.contains { found.triggers[$0].entry.strength > 1 }
    }
  }
}
