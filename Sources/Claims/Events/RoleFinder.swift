import Knowledge
import Linguistics
import Mentions
import Texts

/// Finds who did a thing and whom it was done to, from the words around its triggers.
struct RoleFinder {
  let reading: Reading
  let units: Units
  let mentions: ReportMentions
  let claims: [Claim]
  let triggers: [Trigger]
  let supports: [SupportVerb]
  let weights: EventWeights
  /// What the trees say; nil when no model read the report.
  let arguments: ReportArguments?

  /// The report's actors, then those that only events know.
  var actors: [ActorEntity] { arguments?.actors ?? mentions.actors }

  /// Actors by how much speaks for each role.
  struct Votes {
    var perpetrators: [Double]
    var targets: [Double]

    /// No votes yet, for so many actors.
    init(count: Int) {
      perpetrators = [Double](repeating: 0, count: count)
      targets = perpetrators
    }
  }

  /// An actor's words in one sentence.
  struct Party {
    let actor: Int
    let units: Range<Int>
    let isSpeaker: Bool
  }

  /// Who did it and to whom, the likeliest first.
  ///
  /// Claims of responsibility anywhere in the report are for the main event.
  func roles(of event: [Trigger], isMain: Bool) -> (perpetrators: [Int], targets: [Int]) {
    var votes = Votes(count: actors.count)
    var parties: [Int: [Party]] = [:]
    for trigger in event {
      let present = parties[trigger.sentence] ?? self.parties(in: trigger.sentence)
      parties[trigger.sentence] = present
      vote(trigger, present, in: &votes)
    }
    for sentence in isMain ? Array(reading.sentences.indices) : Set(event.map(\.sentence)).sorted()
    {
      let present = parties[sentence] ?? self.parties(in: sentence)
      vote(blameIn: sentence, present, isTold: parties[sentence] != nil, in: &votes)
    }
    if isMain {
      voteForClaimants(in: &votes)
      if event.first?.type == "RETREAT" { voteForCaptors(in: &votes) }
    }
    return chosen(votes)
  }

  /// Lets the trees say who did what a trigger tells of, else the order of the words.
  func vote(_ trigger: Trigger, _ present: [Party], in votes: inout Votes) {
    guard let arguments else {
      if trigger.isVerb {
        vote(verb: trigger, present, in: &votes)
      } else {
        vote(noun: trigger, present, in: &votes)
      }
      return
    }
    let weight = max(trigger.weight, 0.05)
    for item in arguments[trigger.index] {
      guard let actor = item.actor else { continue }
      let count = weight * item.filler.certainty
      // `the group's fighters` are the group's; one of them is first of all himself.
      let body = actors[actor].kind == .unnamed ? item.body ?? actors[actor].memberOf : nil
      let share = item.isOne ? 0.4 : 0.9
      switch item.filler.role {
      case .perpetrator:
        votes.perpetrators[actor] += count
        if let body { votes.perpetrators[body] += count * share }
      case .target:
        votes.targets[actor] += count
        if let body { votes.targets[body] += count * share }
      case .weapon, .place, .time: break
      }
    }
  }

  func chosen(_ votes: Votes) -> (perpetrators: [Int], targets: [Int]) {
    func ranked(
      _ own: [Double], against other: [Double], share: Double, limit: Int, weigh: (Int) -> Double
    ) -> [Int] {
      let own = own.indices.map { own[$0] > 0 ? own[$0] * weigh($0) : 0 }
      let top = own.max() ?? 0
      guard top > 0 else { return [] }
      return own.indices.filter {
        own[$0] > 0 && own[$0] >= top * (actors[$0].kind == .unnamed ? share : share * 0.6)
          && own[$0] >= other[$0] * (actors[$0].kind == .unnamed ? 0.5 : 1) && canAct($0)
      }
      .sorted { (own[$1], $0) < (own[$0], $1) }
      .prefix(limit).map(\.self)
    }
    return (
      ranked(votes.perpetrators, against: votes.targets, share: 0.34, limit: 3) {
        actors[$0].kind == .unnamed ? 0.5 : 1
      },
      ranked(votes.targets, against: votes.perpetrators, share: 0.2, limit: 5, weigh: telling)
    )
  }

  /// How much a target's words tell: a name more than `worshippers`, that more than `people`.
  private func telling(_ actor: Int) -> Double {
    guard actors[actor].kind == .unnamed else { return 1 }
    guard arguments != nil else { return 0.5 }
    return actors[actor].isAnyone ? 0.35 : 0.8
  }

  func canAct(_ actor: Int) -> Bool {
    switch actors[actor].kind {
    case .outlet, .agency, .monitor: false
    default: true
    }
  }

  /// The actors named in a sentence, in order; of words inside each other the outer only.
  func parties(in sentence: Int) -> [Party] {
    let range = reading.sentences[sentence].range
    var parties: [Party] = []
    let present = mentions.actorMentions.filter { range.contains($0.range) }
    for mention in present {
      let isInner = present.contains {
        $0.range != mention.range && $0.range.contains(mention.range)
      }
      if isInner { continue }
      let span = units.units(ofTokens: reading.tokens(in: mention.range))
      guard !span.isEmpty, !isBacker(span) else { continue }
      let isSpeaker = claims.contains { claim in
        claim.stance != .claimsResponsibility
          && (claim.source.map { $0.overlaps(mention.range) } ?? false)
      }
      parties.append(
        Party(
          actor: mention.entity, units: span,
          isSpeaker: isSpeaker || speaks(span, in: sentence)))
    }
    return parties
  }

  /// Whether the name only says whose side others are on: `Iran-backed`, `army-held`.
  func isBacker(_ span: Range<Int>) -> Bool {
    guard span.upperBound < units.words.count else { return false }
    switch units.words[span.upperBound] {
    case "backed", "led", "run", "aligned", "allied", "linked", "affiliated", "controlled", "held",
      "supported", "funded", "trained", "sponsored", "occupied", "inspired", "brokered",
      "mediated", "supplied", "armed":
      return reading.tokens[units.tokens[span.upperBound]].shape.contains(.spaceBefore) == false
    default: return false
    }
  }

  /// Whether a verb of saying follows at once, or `according to` stands before.
  func speaks(_ span: Range<Int>, in sentence: Int) -> Bool {
    let bounds = units.units(ofTokens: reading.sentences[sentence].tokens)
    if span.upperBound < bounds.upperBound, Grammar.isSpeechVerb(units.words[span.upperBound]) {
      return true
    }
    for step in 1...3 where span.lowerBound - step >= bounds.lowerBound {
      if units.words[span.lowerBound - step] == "according" { return true }
    }
    if span.lowerBound > bounds.lowerBound { return units.words[span.lowerBound - 1] == "said" }
    return false
  }

  func vote(verb trigger: Trigger, _ parties: [Party], in votes: inout Votes) {
    let weight = max(trigger.weight, 0.05)
    let left = subject(before: trigger.units.lowerBound, sentence: trigger.sentence, parties)
    if trigger.isPassive || trigger.isAttributive {
      if let left, trigger.isPassive { votes.targets[left.actor] += weight }
      if let agent = agent(after: trigger.units.upperBound, trigger.sentence, parties) {
        votes.perpetrators[agent.actor] += weight * 1.3
      }
      // `the kidnapped girls`: the noun that follows is who it was done to.
      if trigger.isAttributive,
        let right = object(after: trigger.units.upperBound, sentence: trigger.sentence, parties)
      {
        votes.targets[right.actor] += weight
      }
      return
    }
    let right = object(after: trigger.units.upperBound, sentence: trigger.sentence, parties)
    // In headlines a past form without object is a passive: `Seven soldiers killed in raid`.
    let isReduced =
      trigger.form == .past && trigger.entry.kind == .harm && right == nil
      && !isFollowedByPeople(trigger)
    if let left {
      if isReduced || trigger.entry.words == "die" {
        votes.targets[left.actor] += weight
      } else {
        votes.perpetrators[left.actor] += weight
      }
    }
    if let right { votes.targets[right.actor] += weight }
    if trigger.entry.kind == .harm, left == nil,
      let agent = agent(after: trigger.units.upperBound, trigger.sentence, parties)
    {
      votes.perpetrators[agent.actor] += weight
    }
  }

  func isFollowedByPeople(_ trigger: Trigger) -> Bool {
    guard trigger.units.upperBound < units.words.count else { return false }
    let word = units.words[trigger.units.upperBound]
    return
      !(Grammar.isPreposition(word) || Grammar.isClauseMark(word)
      || Grammar.isConjunction(word))
  }

  /// The nearest actor before `unit` that is no speaker and stands behind no preposition.
  func subject(before unit: Int, sentence: Int, _ parties: [Party]) -> Party? {
    let bounds = units.units(ofTokens: reading.sentences[sentence].tokens)
    for party in parties.reversed()
    where party.units.upperBound <= unit && unit - party.units.upperBound <= 16 {
      let between = party.units.upperBound..<unit
      if between.contains(where: { isBarrier($0) }) { return nil }
      if triggers.contains(where: {
        $0.isVerb && !$0.isAttributive && between.contains($0.units.lowerBound)
          && unit - $0.units.upperBound > 3
      }) {
        return nil
      }
      if party.isSpeaker || owns(party, before: unit) { continue }
      if isGoverned(party, from: bounds.lowerBound) {
        continue
      }
      return party
    }
    return nil
  }

  /// Whether the name only says whose the next thing is: `the group's fighters attacked`.
  func owns(_ party: Party, before unit: Int) -> Bool {
    let next = party.units.upperBound
    guard next + 1 < unit else { return false }
    return units.words[next] == "'s" || units.words[next] == "'"
  }

  /// Whether a preposition governs the actor's words: `in Kabul`, `of the group`.
  func isGoverned(_ party: Party, from start: Int) -> Bool {
    var position = party.units.lowerBound - 1
    var steps = 0
    while position >= start, steps < 3 {
      let word = units.words[position]
      if word == "after" || word == "before" || word == "since" { return false }
      if Grammar.isPreposition(word) { return true }
      if !Grammar.isDeterminer(word) { return false }
      position -= 1
      steps += 1
    }
    return false
  }

  func isBarrier(_ unit: Int) -> Bool {
    switch units.words[unit] {
    case ";", ":", "when", "after", "because", "if", "said", "says", "saying", "while": true
    default: false
    }
  }

  /// The first actor after a verb with only its own modifiers between.
  func object(after unit: Int, sentence: Int, _ parties: [Party]) -> Party? {
    for party in parties where party.units.lowerBound >= unit {
      let between = unit..<party.units.lowerBound
      guard between.count <= 8 else { return nil }
      for position in between {
        let word = units.words[position]
        if Grammar.isClauseMark(word) || Grammar.isSpeechVerb(word) || word == "by" { return nil }
        if Grammar.isPreposition(word), !isAim(word), word != "of" { return nil }
        if Grammar.isConjunction(word), word != "and", word != "or" { return nil }
      }
      return party
    }
    return nil
  }

  func isAim(_ word: Word) -> Bool {
    switch word {
    case "on", "against", "at", "into", "upon", "targeting", "with", "among", "about", "around":
      true
    default: false
    }
  }

  /// The actor in `by X`, within a few words.
  func agent(after unit: Int, _ sentence: Int, _ parties: [Party]) -> Party? {
    let bounds = units.units(ofTokens: reading.sentences[sentence].tokens)
    var position = unit
    while position < bounds.upperBound, position < unit + 9 {
      let word = units.words[position]
      if word == "by" {
        return parties.first {
          $0.units.lowerBound > position && $0.units.lowerBound <= position + 5
            && !(position..<$0.units.lowerBound).contains { Grammar.isClauseMark(units.words[$0]) }
        }
      }
      if Grammar.isClauseMark(word), word != "," { return nil }
      position += 1
    }
    return nil
  }
}
