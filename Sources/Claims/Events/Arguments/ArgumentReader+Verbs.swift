import Knowledge
import Linguistics
import Mentions
import Texts

// Who did what a verb tells of.
extension ArgumentReader {
  func ofVerb(_ trigger: Trigger, _ verb: Int) -> [Filler] {
    if trigger.isAttributive || clauses.relation(verb) == .amod {
      return ofParticiple(trigger, verb)
    }
    var fillers: [Filler] = []
    let isPassive = isPassive(trigger, verb)
    let lemma = clauses.lemma(verb)
    let objects = clauses.objects(of: verb).filter { !tokens(of: trigger).contains($0) }
    let subjects = clauses.subjects(of: verb)
    if isPassive {
      fillers += targets(subjects, of: trigger)
      for agent in agents(of: verb) { fillers += doers([agent], certainty: 1, of: trigger) }
    } else if ArgumentWords.isUndergone(lemma), trigger.entry.kind == .harm {
      fillers += targets(subjects, of: trigger)
    } else if ArgumentWords.isGoingOff(lemma), objects.isEmpty, trigger.units.count <= 2 {
      for subject in subjects {
        if isPerson(subject) {
          fillers += doers([subject], certainty: 0.9, of: trigger)
        } else {
          fillers.append(Filler(role: .weapon, head: subject, certainty: 0.8))
        }
      }
    } else {
      fillers += doers(subjects, certainty: certainty(ofSubject: verb), of: trigger)
      fillers += targets(objects, of: trigger)
    }
    fillers += obliques(of: trigger, verb, hasTarget: !objects.isEmpty)
    fillers += means(of: verb)
    return fillers
  }

  /// Whether the subject is the one harmed; in headlines also `Seven dockers killed in blast`.
  private func isPassive(_ trigger: Trigger, _ verb: Int) -> Bool {
    if clauses.isPassive(verb) { return true }
    guard trigger.entry.kind == .harm, trigger.form == .past,
      !ArgumentWords.isUndergone(clauses.lemma(verb))
    else { return false }
    return clauses.objects(of: verb).isEmpty
      && !clauses.dependents[verb].contains { clauses.relation($0).universal == .aux }
  }

  /// A subject of the verb's own says more than one of the clause above.
  private func certainty(ofSubject verb: Int) -> Double {
    let isOwn = clauses.dependents[verb].contains {
      clauses.relation($0).universal == .nsubj
    }
    return isOwn ? 1 : 0.8
  }

  /// `by the rebels`.
  func agents(of verb: Int) -> [Int] {
    let own = clauses.dependents[verb].filter { clauses.relation($0) == .oblAgent }
    if let first = own.first { return clauses.coordinated(clauses.resolved(first)) }
    return clauses.obliques(of: verb) { $0 == "by" }
  }

  /// `the kidnapped girls`: the noun is the one it was done to.
  private func ofParticiple(_ trigger: Trigger, _ verb: Int) -> [Filler] {
    guard let noun = clauses.head(verb) else { return [] }
    if clauses.isGerund(verb) { return doers([noun], certainty: 0.6, of: trigger) }
    return targets([noun], of: trigger)
  }

  /// Doers; a means stands for whoever owns it.
  func doers(_ heads: [Int], certainty: Double, of trigger: Trigger) -> [Filler] {
    var fillers: [Filler] = []
    for head in heads {
      if isMeans(head) {
        fillers.append(Filler(role: .weapon, head: head, certainty: certainty))
        for owner in owners(of: head) {
          fillers.append(Filler(role: .perpetrator, head: owner, certainty: certainty * 0.9))
        }
        continue
      }
      if let other = triggerAt[head], !triggers[other].isVerb { continue }
      fillers.append(Filler(role: .perpetrator, head: head, certainty: certainty))
    }
    return fillers
  }

  /// Those it was done to; what is launched is the means.
  func targets(_ heads: [Int], of trigger: Trigger) -> [Filler] {
    heads.flatMap { head in
      let isLaunched =
        isMeans(head) && (trigger.entry.words == "fire weapons" || launches(trigger))
      return isLaunched
        ? [Filler(role: .weapon, head: head, certainty: 1)] : target(head, certainty: 1)
    }
  }

  /// One it was done to, and less surely whose people or things they are: `two of its fighters`.
  func target(_ head: Int, certainty: Double) -> [Filler] {
    var fillers = [Filler(role: .target, head: head, certainty: certainty)]
    let core = clauses.core(of: head)
    // Who strikes a group's fighters strikes the group; who kills its driver kills the driver.
    let share = isPerson(core) && isOne(core) ? 0.4 : 0.9
    for owner in owners(of: core) + holders(of: core) where !isTime(owner) {
      fillers.append(Filler(role: .target, head: owner, certainty: certainty * share))
    }
    for child in clauses.dependents[head] where clauses.relation(child) == .appos {
      fillers.append(Filler(role: .target, head: child, certainty: certainty * 0.8))
    }
    return fillers
  }

  /// Whether a noun is a singular.
  func isOne(_ noun: Int) -> Bool {
    clauses.tag(noun) == .noun && clauses.word(noun) == clauses.lemma(noun)
  }

  /// Those in whose hands a thing is: `a depot used by X`, `posts belonging to Y`.
  private func holders(of head: Int) -> [Int] {
    clauses.dependents[head].filter {
      clauses.relation($0) == .acl && ArgumentWords.isHolding(clauses.lemma($0))
    }.flatMap { verb in
      clauses.isPassive(verb)
        ? agents(of: verb) : clauses.obliques(of: verb) { $0 == "to" }
    }
  }

  private func launches(_ trigger: Trigger) -> Bool {
    tokens(of: trigger).contains { ArgumentWords.isLaunching(clauses.lemma($0)) }
  }

  /// Whose a thing is: `Iranian missiles`, `missiles of the army`.
  func owners(of head: Int) -> [Int] {
    clauses.dependents[head].filter { child in
      switch clauses.relation(child) {
      case .nmodPoss: return true
      case .compound, .amod: return isActorName(child, apartFrom: head)
      case .nmod:
        guard let preposition = clauses.preposition(of: child) else { return false }
        return (preposition == "of" || preposition == "from" || preposition == "in")
          && isActorName(child)
      default: return false
      }
    }
  }

  /// Whether words that the report has as an actor's hold a token.
  func isActorName(_ token: Int) -> Bool {
    let range = reading.tokens[token].range
    return mentions.actorMentions.contains { $0.range.contains(range) }
  }

  /// Whether words hold a token that the report has as an actor's, another than a noun's own:
  /// `Afghan` but not `several` of `several Afghan villagers`.
  private func isActorName(_ token: Int, apartFrom noun: Int) -> Bool {
    let (range, own) = (reading.tokens[token].range, reading.tokens[noun].range)
    return mentions.actorMentions.contains { $0.range.contains(range) && !$0.range.contains(own) }
  }

  /// What prepositions after any word of the trigger bring in.
  private func obliques(of trigger: Trigger, _ verb: Int, hasTarget: Bool) -> [Filler] {
    var fillers: [Filler] = []
    let isMutual = ArgumentWords.isMutual(clauses.lemma(verb))
    for token in tokens(of: trigger) {
      let aims = clauses.obliques(of: token, where: ArgumentWords.isAim)
      for aim in aims where !isTime(aim) && (!hasTarget || !isPlaceName(aim)) {
        fillers += target(aim, certainty: hasTarget ? 0.6 : 0.9)
      }
      for other in clauses.obliques(of: token, where: { $0 == "with" }) {
        if isMutual {
          fillers += target(other, certainty: 0.9)
        } else if isMeans(other) {
          fillers.append(Filler(role: .weapon, head: other, certainty: 1))
        }
      }
      for between in clauses.obliques(of: token, where: { $0 == "between" }) where isMutual {
        fillers.append(Filler(role: .perpetrator, head: between, certainty: 0.8))
        fillers.append(Filler(role: .target, head: between, certainty: 0.8))
      }
    }
    return fillers
  }

  func isPlaceName(_ token: Int) -> Bool {
    let range = reading.tokens[token].range
    return mentions.placeMentions.contains { $0.range.overlaps(range) }
      && mentions.actor(at: range) == nil
  }

  /// `using drones`, `by means of a car bomb`, `in a drone strike`.
  private func means(of verb: Int) -> [Filler] {
    var fillers: [Filler] = []
    for child in clauses.dependents[verb] {
      switch clauses.relation(child).universal {
      case .advcl, .acl:
        guard clauses.lemma(child) == "use" else { continue }
        for object in clauses.objects(of: child) {
          fillers.append(Filler(role: .weapon, head: object, certainty: 0.9))
        }
      case .obl:
        guard isMeans(child), let preposition = clauses.preposition(of: child),
          preposition == "by" || preposition == "in" || preposition == "from"
            || preposition == "using"
        else { continue }
        fillers.append(Filler(role: .weapon, head: child, certainty: 0.7))
        if preposition == "by" {
          for owner in owners(of: child) {
            fillers.append(Filler(role: .perpetrator, head: owner, certainty: 0.8))
          }
        }
      default: continue
      }
    }
    return fillers
  }
}
