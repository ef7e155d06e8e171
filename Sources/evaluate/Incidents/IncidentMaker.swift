import Claims
import Knowledge
import Linguistics
import Mentions
import Texts

/// Turns what was read of a message into templates, one for each incident worth one.
///
/// Triggers are joined by kind, day and place; who did it, to whom, with what comes from the
/// arguments of their events or, where there are none, from the actors of the events.
struct IncidentMaker {
  let reading: Reading
  let mentions: ReportMentions
  let claims: ReportClaims
  let phrases: IncidentPhraseReader
  let triggers: [IncidentTrigger]
  let knowledge: KnowledgeBase

  /// Takes what was read; `original` is the text in capitals, `published` its day.
  init(
    reading: Reading, mentions: ReportMentions, claims: ReportClaims, original: SourceText,
    knowledge: KnowledgeBase, published: CalendarDate?
  ) {
    self.reading = reading
    self.mentions = mentions
    self.claims = claims
    self.knowledge = knowledge
    phrases = IncidentPhraseReader(
      reading: reading, mentions: mentions, knowledge: knowledge, original: original)
    triggers = IncidentTriggerFinder(
      reading: reading, claims: claims, knowledge: knowledge, published: published
    ).triggers()
  }

  /// The templates, in order of their first words.
  func templates() -> [IncidentTemplate] {
    incidents().compactMap(template)
  }

  /// Triggers that tell of one incident.
  struct Incident {
    var type: IncidentType
    var triggers: [IncidentTrigger]
    var days: DateInterval?
    var towns: Set<Int>
    /// People that it was done to, by name or description.
    var victims: Set<String>
    /// Those of them with names.
    var names: Set<String>
    var lastSentence: Int
  }

  private func incidents() -> [Incident] {
    var incidents: [Incident] = []
    for trigger in triggers where !trigger.isVague {
      let type = type(of: trigger)
      let days = days(of: trigger)
      let towns = towns(of: trigger)
      let people = people(of: trigger)
      let names = Set(people.compactMap(\.name))
      let victims = names.union(people.compactMap { $0.name == nil ? $0.description : nil })
      let fitting = incidents.indices.last { index in
        let incident = incidents[index]
        if let days, let other = incident.days, !days.overlaps(other) { return false }
        if !towns.isEmpty, !incident.towns.isEmpty, towns.isDisjoint(with: incident.towns) {
          return false
        }
        if !names.isEmpty, !incident.names.isEmpty, names.isDisjoint(with: incident.names),
          trigger.sentence != incident.lastSentence
        {
          return false
        }
        if incident.type == type { return true }
        guard trigger.sentence - incident.lastSentence <= 1 else { return false }
        let isSame =
          victims.isEmpty || incident.victims.isEmpty || !victims.isDisjoint(with: incident.victims)
        return isSame && (type == .attack || incident.type == .attack)
      }
      if let fitting {
        incidents[fitting].triggers.append(trigger)
        if incidents[fitting].type == .attack { incidents[fitting].type = type }
        incidents[fitting].days = incidents[fitting].days ?? days
        incidents[fitting].towns.formUnion(towns)
        incidents[fitting].victims.formUnion(victims)
        incidents[fitting].names.formUnion(names)
        incidents[fitting].lastSentence = trigger.sentence
      } else {
        incidents.append(
          Incident(
            type: type, triggers: [trigger], days: days, towns: towns, victims: victims,
            names: names, lastSentence: trigger.sentence))
      }
    }
    return incidents
  }

  /// What a trigger tells of with its means: an attack with a bomb is a bombing.
  ///
  /// For words of harm only what they themselves are done with counts, for others their sentence.
  private func type(of trigger: IncidentTrigger) -> IncidentType {
    guard trigger.type == .attack, trigger.entry?.mode == nil else { return trigger.type }
    let means =
      trigger.harm == nil
      ? weapons(of: trigger) : trigger.arguments.filter { $0.role == .weapon }.map(\.head)
    let isBombing = means.contains { weapon in
      IncidentWeapon(weapon, in: reading, lexicon: knowledge.events)?.isBomb == true
    }
    return isBombing ? .bombing : .attack
  }

  func weapons(of trigger: IncidentTrigger) -> [TextRange] {
    let sentence = reading.sentences[trigger.sentence].range
    let told = claims.events[trigger.event].weapons.filter { sentence.contains($0) }
    let given = trigger.arguments.filter { $0.role == .weapon }.map(\.head)
    return told + given.filter { head in !told.contains { $0.overlaps(head) } }
  }

  /// The days that the trigger's sentence gives, when it gives one stretch only.
  private func days(of trigger: IncidentTrigger) -> DateInterval? {
    let sentence = reading.sentences[trigger.sentence].range
    let days = mentions.times.filter { sentence.contains($0.range) && $0.kind == .date }
      .compactMap(\.interval)
      .filter { [.day, .night, .time].contains($0.precision) }
    guard let first = days.first, days.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The people whom the trigger's words say it was done to.
  private func people(of trigger: IncidentTrigger) -> [IncidentPhrase] {
    trigger.arguments.filter { $0.role == .target }
      .compactMap { phrases.phrase($0.range, head: $0.head) }.filter { $0.kind == .person }
  }

  /// Towns and sites that the trigger's sentence names.
  private func towns(of trigger: IncidentTrigger) -> Set<Int> {
    let sentence = reading.sentences[trigger.sentence].range
    return Set(
      mentions.placeMentions.filter { mention in
        guard sentence.contains(mention.range), !mention.isDateline else { return false }
        let precision = mentions.places[mention.entity].precision
        return precision == .town || precision == .site
      }.map(\.entity))
  }
}
