import Mentions
import Texts

extension ReportClaims {
  /// Takes over the events; those who act or are acted upon in one become actors of the report.
  mutating func take(_ found: EventFinder.Found, into mentions: inout ReportMentions) {
    events = found.events
    mainEvent = found.mainEvent
    let firstNew = mentions.actors.count
    var index = [Int?](repeating: nil, count: found.participants.count)
    for actor in events.flatMap({ $0.perpetrators + $0.targets })
    where actor >= firstNew && index[actor - firstNew] == nil {
      let participant = actor - firstNew
      index[participant] = mentions.actors.count
      mentions.actors.append(found.participants[participant])
      for range in found.participantMentions[participant] {
        mentions.actorMentions.append(
          ActorMention(range: range, entity: mentions.actors.count - 1, form: .nominal))
      }
    }
    mentions.actorMentions.sort { a, b in
      (a.range.start, b.range.end, a.entity) < (b.range.start, a.range.end, b.entity)
    }
    func renumbered(_ actor: Int) -> Int? { actor < firstNew ? actor : index[actor - firstNew] }
    for event in events.indices {
      events[event].perpetrators = events[event].perpetrators.compactMap(renumbered)
      events[event].targets = events[event].targets.compactMap(renumbered)
      events[event].arguments = events[event].arguments.map { argument in
        EventArgument(
          role: argument.role, range: argument.range, head: argument.head,
          actor: argument.actor.flatMap(renumbered), mention: argument.mention)
      }
    }
  }
}
