import Knowledge
import Linguistics
import Mentions
import Texts

/// What fills the roles of every trigger of a report, and for whom the words stand.
struct ReportArguments {
  /// A filler with the actor that it stands for.
  struct Filled {
    let filler: ArgumentReader.Filler
    /// Index into `actors`.
    let actor: Int?
    /// Whether its noun is a singular: `the pilot`, not `its fighters`.
    let isOne: Bool
  }

  /// The report's actors, then those that only events know.
  let actors: [ActorEntity]
  /// The words of those that only events know.
  let newMentions: [[TextRange]]
  private let filled: [[Filled]]
  private let clauses: ClauseReader

  /// Reads the arguments of all triggers; nil when no model read the dependencies.
  ///
  /// - Complexity: O(n) in the words around triggers.
  init?(
    reading: Reading, units: Units, mentions: ReportMentions, knowledge: EventKnowledge,
    found: TriggerFinder.Found
  ) {
    guard !reading.dependencies.isEmpty else { return nil }
    let reader = ArgumentReader(
      reading: reading, units: units, mentions: mentions, knowledge: knowledge, found: found)
    var participants = Participants(reader: reader)
    filled = found.triggers.indices.map { index in
      let isDeed = EventWeights.isMaterial(found.triggers[index].type)
      return reader.fillers(of: index).map { filler in
        let takesPart = filler.role == .perpetrator || filler.role == .target
        return Filled(
          filler: filler,
          actor: takesPart && isDeed
            ? participants.actor(of: filler.head, isTarget: filler.role == .target)
            : mentions.actor(at: reading.tokens[filler.head].range),
          isOne: reader.isOne(filler.head))
      }
    }
    actors = mentions.actors + participants.actors
    newMentions = participants.mentions
    clauses = reader.clauses
  }

  /// The fillers of a trigger, in order of their words.
  subscript(trigger: Int) -> [Filled] { filled[trigger] }

  /// The arguments of an event whose triggers are these, in order.
  func arguments(of triggers: [Int]) -> [EventArgument] {
    var arguments: [EventArgument] = []
    for (mention, trigger) in triggers.enumerated() {
      for item in filled[trigger] {
        let head = clauses.reading.tokens[item.filler.head].range
        arguments.append(
          EventArgument(
            role: item.filler.role,
            range: clauses.reading.range(ofTokens: clauses.phrase(of: item.filler.head)),
            head: head, actor: item.actor, mention: mention))
      }
    }
    return arguments
  }
}
