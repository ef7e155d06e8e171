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
    /// Whose they are by the words around: of `its fighters` the one who says it.
    let body: Int?
  }

  /// The report's actors, then those that only events know.
  let actors: [ActorEntity]
  /// The words of those that only events know.
  let newMentions: [[TextRange]]
  private let filled: [[Filled]]
  private let clauses: ClauseReader

  /// Reads the arguments of all triggers; nil when no model read the dependencies.
  ///
  /// - Complexity: O(n) in the words around triggers, times the claims that hold them.
  init?(
    reading: Reading, units: Units, mentions: ReportMentions, claims: [Claim],
    knowledge: EventKnowledge, found: TriggerFinder.Found
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
          isOne: reader.isOne(filler.head),
          body: takesPart ? Self.speaker(owning: filler.head, reader, claims) : nil)
      }
    }
    actors = mentions.actors + participants.actors
    newMentions = participants.mentions
    clauses = reader.clauses
  }

  /// The party whose claim has the words, where they begin with `its` or `our`: `the union said
  /// police had shot two of its members`.
  private static func speaker(
    owning head: Int, _ reader: ArgumentReader, _ claims: [Claim]
  ) -> Int? {
    let core = reader.clauses.core(of: head)
    let isOwn = reader.clauses.dependents[core].contains { child in
      guard reader.clauses.relation(child) == .nmodPoss else { return false }
      switch reader.clauses.word(child) {
      case "its", "their", "our", "his", "her": return true
      default: return false
      }
    }
    guard isOwn else { return nil }
    let range = reader.reading.tokens[core].range
    let holding = claims.filter { claim in
      claim.speaker != nil && claim.content.contains { $0.contains(range) }
    }
    guard
      let speaker = holding.min(by: { ($0.content[0].count) < ($1.content[0].count) })?.speaker
    else { return nil }
    switch reader.mentions.actors[speaker].kind {
    case .government, .military, .police, .armedGroup, .party, .organization: return speaker
    default: return nil
    }
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
