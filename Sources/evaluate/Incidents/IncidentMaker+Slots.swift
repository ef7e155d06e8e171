import Claims
import Knowledge
import Linguistics
import Mentions
import Texts

// The slots of one incident.
extension IncidentMaker {
  /// The template of an incident; nil when MUC-4 leaves such incidents out: nobody and nothing is
  /// named that it was done to, or it was a fight of armed people alone.
  func template(of incident: Incident) -> IncidentTemplate? {
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
