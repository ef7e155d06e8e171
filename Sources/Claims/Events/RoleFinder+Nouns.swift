import Knowledge
import Linguistics
import Mentions
import Texts

// Who did what a noun tells of: `US air strikes`, `an attack by X on Y`.
extension RoleFinder {
  func vote(noun trigger: Trigger, _ parties: [Party], in votes: inout Votes) {
    let weight = max(trigger.weight, 0.05)
    let start = trigger.units.lowerBound
    let end = trigger.units.upperBound
    if trigger.entry.kind == .loss {
      // `the deaths of X`, `X were found dead`; who did it is said elsewhere.
      let next = end < units.words.count ? units.words[end] : .none
      let isPredicate = (max(0, start - 3)..<start).contains { Grammar.isBe(units.words[$0]) }
      if next == "of" || next == "among",
        let of = object(after: end, sentence: trigger.sentence, parties)
      {
        votes.targets[of.actor] += weight
      } else if let whose = modifier(before: start, parties)
        ?? (isPredicate ? subject(before: start, sentence: trigger.sentence, parties) : nil)
      {
        votes.targets[whose.actor] += weight
      }
      return
    }
    if let modifier = modifier(before: start, parties) {
      if isStruck(modifier.actor) {
        votes.targets[modifier.actor] += weight
      } else {
        votes.perpetrators[modifier.actor] += weight * 1.2
      }
    }
    // `blamed the bombing on X` aims at nobody.
    let isBlamed = (max(0, start - 4)..<start).contains {
      switch units.words[$0] {
      case "blame", "blamed", "blames", "blaming", "pinned": true
      default: false
      }
    }
    if !isBlamed, let aimed = aim(after: end, sentence: trigger.sentence, parties) {
      votes.targets[aimed.actor] += weight * 1.2
    }
    if let agent = agent(after: end, trigger.sentence, parties) {
      votes.perpetrators[agent.actor] += weight
    }
    // `the army launched an attack`: the subject of the verb that lends one.
    if let support = supports.last(where: {
      $0.sentence == trigger.sentence && $0.units.upperBound <= start
        && start - $0.units.upperBound <= 6
    }), support.form != .past || !isPassive(support) {
      if let left = subject(
        before: support.units.lowerBound, sentence: trigger.sentence, parties)
      {
        votes.perpetrators[left.actor] += weight
      }
    }
  }

  func isPassive(_ support: SupportVerb) -> Bool {
    support.units.lowerBound > 0 && Grammar.isBe(units.words[support.units.lowerBound - 1])
  }

  /// An actor right before a noun: `US air strikes`, `the group's latest attack`.
  func modifier(before unit: Int, _ parties: [Party]) -> Party? {
    guard let party = parties.last(where: { $0.units.upperBound <= unit }) else { return nil }
    let between = party.units.upperBound..<unit
    guard between.count <= 4 else { return nil }
    for position in between {
      let word = units.words[position]
      if word == "'s" || word == "'" || word == "s" { continue }
      if Grammar.isPreposition(word) || Grammar.isClauseMark(word) || Grammar.isConjunction(word)
        || Grammar.isBe(word) || Grammar.isHave(word) || Grammar.isDeterminer(word)
        || Grammar.isSpeechVerb(word)
      {
        return nil
      }
      if triggers.contains(where: { $0.isVerb && $0.units.contains(position) }) { return nil }
      if supports.contains(where: { $0.units.contains(position) }) { return nil }
    }
    return party
  }

  /// Kinds that stand before `attack` as what was attacked: `the embassy bombing`.
  func isStruck(_ actor: Int) -> Bool {
    switch mentions.actors[actor].kind {
    case .company, .organization, .ministry, .unnamed: true
    default: false
    }
  }

  /// The actor in `on X`, `against X`, `targeting X`.
  func aim(after unit: Int, sentence: Int, _ parties: [Party]) -> Party? {
    let bounds = units.units(ofTokens: reading.sentences[sentence].tokens)
    var position = unit
    while position < bounds.upperBound, position < unit + 10 {
      let word = units.words[position]
      switch word {
      case "on", "against", "at", "targeting", "targeted", "target", "hit", "hitting", "struck",
        "killed", "wounded", "of":
        if let party = parties.first(where: { $0.units.lowerBound > position }),
          party.units.lowerBound <= position + 6,
          !(position + 1..<party.units.lowerBound).contains(where: {
            Grammar.isClauseMark(units.words[$0])
              || Grammar.isPreposition(units.words[$0])
                && units.words[$0] != "of"
          })
        {
          return party
        }
      default: break
      }
      if Grammar.isClauseMark(word) { return nil }
      position += 1
    }
    return nil
  }
}
