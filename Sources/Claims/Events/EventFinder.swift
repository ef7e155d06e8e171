import Knowledge
public import Linguistics
public import Mentions
public import Texts

/// Finds the events that a report tells of, and the one that it is about.
///
/// Words of the event lexicon are triggers. The main event is chosen by how reports are
/// built: headline and lead count most, deeds more than words about them, what happened
/// more than what may; see `EventWeights`.
public struct EventFinder: Sendable {
  private let knowledge: EventKnowledge

  /// Creates a finder that knows words for events, people and things.
  public init(knowledge: EventKnowledge) { self.knowledge = knowledge }

  /// What a report tells of.
  public struct Found: Sendable {
    /// The events, in order of their first words.
    public var events: [ReportedEvent]
    /// The index of the main one.
    public var mainEvent: Int?
    /// People and things that take part in events and are no actors of the report: their indexes
    /// in `events` go on after those of its actors.
    public var participants: [ActorEntity]
    /// The words of each of them.
    public var participantMentions: [[TextRange]]
  }

  /// The events of a report, in order of their first words, and the main one.
  ///
  /// Every date comes from words in the report; the publication date alone gives none.
  ///
  /// - Complexity: O(n) in the words, and O(m²) in the triggers of one sentence.
  public func events(
    in reading: Reading, mentions: ReportMentions, claims: [Claim], published: CalendarDate?
  ) -> Found {
    let units = Units(reading)
    var found = TriggerFinder(reading: reading, units: units, lexicon: knowledge.events)
      .found(except: Self.names(in: mentions))
    for index in found.triggers.indices { found.triggers[index].index = index }
    let judge = RealisJudge(
      reading: reading, units: units, times: mentions.times, published: published)
    judge.judge(&found.triggers)
    let weights = EventWeights(reading)
    Self.markSubordinate(&found.triggers, units: units)
    let arguments = ReportArguments(
      reading: reading, units: units, mentions: mentions, claims: claims, knowledge: knowledge,
      found: found)
    Self.spreadCauses(
      &found,
      by: RoleFinder(
        reading: reading, units: units, mentions: mentions, claims: [],
        triggers: found.triggers, supports: found.supports, weights: weights,
        arguments: arguments))
    for index in found.triggers.indices {
      found.triggers[index].weight = weights.weight(of: found.triggers[index])
    }
    let maker = EventMaker(
      reading: reading, units: units, mentions: mentions, claims: claims, found: found,
      weights: weights, judge: judge, arguments: arguments)
    let main = MainEventChooser(triggers: found.triggers, judge: judge, times: mentions.times)
      .mainTriggers()
    let (events, mainEvent) = maker.events(main: main)
    return Found(
      events: events, mainEvent: mainEvent,
      participants: arguments.map { Array($0.actors.dropFirst(mentions.actors.count)) } ?? [],
      participantMentions: arguments?.newMentions ?? [])
  }

  /// Names of actors and places, in which no word tells of an event.
  private static func names(in mentions: ReportMentions) -> [TextRange] {
    (mentions.actorMentions.filter { $0.form == .name }.map(\.range)
      + mentions.placeMentions.map(\.range)).sorted()
  }

  /// What was done to the one whose death is a reason is that reason wherever it is told.
  private static func spreadCauses(_ found: inout TriggerFinder.Found, by roles: RoleFinder) {
    func victims(_ trigger: Trigger) -> [Int] {
      roles.roles(of: [trigger], isMain: false).targets.filter {
        roles.actors[$0].kind == .person
      }
    }
    let avenged = Set(found.triggers.filter(\.isCause).flatMap(victims))
    guard !avenged.isEmpty else { return }
    for index in found.triggers.indices where found.triggers[index].realis == .actual {
      let trigger = found.triggers[index]
      guard trigger.type == "ASSAULT", trigger.entry.kind == .harm || trigger.entry.kind == .loss,
        victims(trigger).contains(where: avenged.contains)
      else { continue }
      found.triggers[index].isCause = true
      found.triggers[index].realis = .past
    }
  }

  /// Marks what is told only as the background of another deed of its sentence.
  private static func markSubordinate(_ triggers: inout [Trigger], units: Units) {
    for index in triggers.indices {
      let trigger = triggers[index]
      var previous = index - 1
      while previous >= 0, triggers[previous].sentence == trigger.sentence {
        let other = triggers[previous]
        previous -= 1
        guard other.isVerb, !other.isAttributive, other.type != trigger.type,
          EventWeights.isMaterial(other.type), other.realis == .actual
        else { continue }
        let between = other.units.upperBound..<trigger.units.lowerBound
        if between.contains(where: { Grammar.isSubordinating(units.words[$0]) }) {
          triggers[index].isSubordinate = true
        }
      }
    }
  }
}
