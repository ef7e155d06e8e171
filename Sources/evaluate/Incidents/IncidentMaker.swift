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
  private let reading: Reading
  private let mentions: ReportMentions
  private let claims: ReportClaims
  private let phrases: IncidentPhraseReader
  private let triggers: [IncidentTrigger]
  private let knowledge: KnowledgeBase

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

  private func weapons(of trigger: IncidentTrigger) -> [TextRange] {
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

// The slots of one incident.
extension IncidentMaker {
  /// The template of an incident; nil when MUC-4 leaves such incidents out: nobody and nothing is
  /// named that it was done to, or it was a fight of armed people alone.
  private func template(of incident: Incident) -> IncidentTemplate? {
    var template = IncidentTemplate(type: incident.type)
    var tally = IncidentVictims()
    for trigger in incident.triggers {
      for argument in arguments(of: trigger) {
        guard let phrase = phrases.phrase(argument.range, head: argument.head) else { continue }
        switch argument.role {
        case .perpetrator: addPerpetrator(phrase, to: &template, &tally)
        case .target: addTarget(phrase, trigger: trigger, to: &template, &tally)
        case .weapon, .place, .time: break
        }
      }
      for weapon in weapons(of: trigger) {
        if let weapon = IncidentWeapon(weapon, in: reading, lexicon: knowledge.events),
          weapon.isInstrument, incident.type != .kidnapping, incident.type != .arson
        {
          template.add(phrases.words(in: weapon.range), as: .instrument)
        }
      }
    }
    addResponsible(for: incident, to: &template)
    let isPlaced = incident.days != nil || !incident.towns.isEmpty
    guard tally.isRelevant(template, isPlaced: isPlaced) else { return nil }
    template.tidy()
    (template.deaths, template.injuries) = counts(of: incident, tally)
    return template
  }

  /// The trigger's own arguments, else the actors of its event that its sentence mentions.
  private func arguments(of trigger: IncidentTrigger) -> [EventArgument] {
    let event = claims.events[trigger.event]
    if !event.arguments.isEmpty { return trigger.arguments }
    let sentence = reading.sentences[trigger.sentence].range
    func arguments(_ actors: [Int], _ role: EventArgument.Role) -> [EventArgument] {
      mentions.actorMentions.filter { actors.contains($0.entity) && sentence.contains($0.range) }
        .compactMap { mention in
          guard let head = reading.tokens(in: mention.range).last else { return nil }
          return EventArgument(
            role: role, range: mention.range, head: reading.tokens[head].range,
            actor: mention.entity, mention: 0)
        }
    }
    return arguments(event.perpetrators, .perpetrator) + arguments(event.targets, .target)
  }

  /// Forces that the report as a whole says did it, where the incident's own words name none.
  private func addResponsible(for incident: Incident, to template: inout IncidentTemplate) {
    guard template[.organization].isEmpty, let main = claims.mainEvent,
      incident.triggers.contains(where: { $0.event == main })
    else { return }
    for actor in claims.events[main].perpetrators {
      if let name = phrases.force(actor) { template.add(name, as: .organization) }
    }
  }

  private func addPerpetrator(
    _ phrase: IncidentPhrase, to template: inout IncidentTemplate, _ tally: inout IncidentVictims
  ) {
    switch phrase.kind {
    case .person:
      if let words = phrase.name ?? phrase.description { template.add(words, as: .perpetrator) }
      for organization in phrase.organizations { template.add(organization, as: .organization) }
      if phrase.isOfficial { tally.isByState = true }
    case .organization:
      for organization in phrase.organizations { template.add(organization, as: .organization) }
      if phrase.isOfficial { tally.isByState = true }
    case .thing, .unclear: break
    }
  }

  private func addTarget(
    _ phrase: IncidentPhrase, trigger: IncidentTrigger, to template: inout IncidentTemplate,
    _ tally: inout IncidentVictims
  ) {
    let isHarmed = trigger.harm != nil || trigger.type == .kidnapping
    switch phrase.kind {
    case .person:
      if let name = phrase.name { template.add(name, as: .name) }
      if let description = phrase.description {
        template.add(phrases.withoutNation(description), as: .description)
      }
      tally.add(phrase, harm: trigger.harm)
    case .organization:
      guard let words = phrase.description else { break }
      template.add(words, as: isHarmed ? .description : .target)
      tally.add(phrase, harm: trigger.harm)
    case .thing:
      guard let words = phrase.description, template.type != .kidnapping else { break }
      template.add(words, as: .target)
      tally.add(phrase, harm: trigger.harm)
    case .unclear: tally.add(phrase, harm: trigger.harm)
    }
  }

  /// Deaths and injuries: what the figures of its words say, else its victims added up.
  private func counts(
    of incident: Incident, _ tally: IncidentVictims
  ) -> (deaths: Int?, injuries: Int?) {
    func count(_ kind: Toll.Kind, named: Int, added: Int?) -> Int? {
      let told = claims.tolls.filter { toll in
        toll.kind == kind && toll.scope.partOf == nil && toll.low > 0
          && incident.triggers.contains { $0.range.overlaps(toll.span) }
      }.map(\.low).max()
      guard let told else { return added }
      return max(told, named)
    }
    return (
      count(.killed, named: tally.namedDead, added: tally.deaths),
      count(.wounded, named: tally.namedInjured, added: tally.injuries)
    )
  }
}
