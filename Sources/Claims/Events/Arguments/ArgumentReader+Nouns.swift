import Knowledge
import Linguistics
import Mentions
import Texts

// Who did what a noun tells of: `US air strikes`, `the killing of two guards by X`.
extension ArgumentReader {
  func ofNoun(_ trigger: Trigger, _ noun: Int) -> [Filler] {
    let isSuffered = trigger.entry.kind == .loss || ArgumentWords.isSuffered(clauses.lemma(noun))
    var fillers = modifiers(of: noun, trigger, isSuffered: isSuffered)
    fillers += complements(of: noun, trigger, isSuffered: isSuffered)
    if trigger.entry.kind == .loss {
      fillers += predicated(noun)
    } else {
      fillers += supported(noun, trigger)
    }
    return fillers
  }

  /// What stands before: `the army's raid`, `rebel attack`, `the embassy bombing`.
  private func modifiers(of noun: Int, _ trigger: Trigger, isSuffered: Bool) -> [Filler] {
    var fillers: [Filler] = []
    for child in clauses.dependents[noun] where child < noun {
      switch clauses.relation(child) {
      case .nmodPoss:
        for owner in clauses.coordinated(child) {
          fillers.append(
            Filler(role: isSuffered ? .target : .perpetrator, head: owner, certainty: 0.9))
        }
      case .compound, .amod, .nmod, .nmodUnmarked:
        if isMeans(child) {
          fillers.append(Filler(role: .weapon, head: child, certainty: 0.9))
        } else if isThing(child) {
          fillers.append(Filler(role: .target, head: child, certainty: 0.8))
        } else if isActor(child) {
          fillers.append(
            Filler(role: isSuffered ? .target : .perpetrator, head: child, certainty: 0.8))
        }
      default: break
      }
    }
    return fillers
  }

  private func isThing(_ token: Int) -> Bool {
    sites.kind(clauses.lemma(token)) != nil && !isPerson(token)
  }

  private func isActor(_ token: Int) -> Bool {
    guard clauses.tag(token) != .adjective || reading.tokens[token].isCapitalized else {
      return false
    }
    return isActorName(token) || isPerson(token)
  }

  /// What prepositions bring in behind it.
  private func complements(of noun: Int, _ trigger: Trigger, isSuffered: Bool) -> [Filler] {
    var fillers: [Filler] = []
    let lemma = clauses.lemma(noun)
    let isMutual = ArgumentWords.isMutual(lemma)
    let isObjective = isSuffered || isDeedOfVerb(noun)
    for child in joined(to: noun) {
      guard let preposition = clauses.preposition(of: child) else { continue }
      for head in clauses.coordinated(clauses.resolved(child)) where !isTime(head) {
        switch preposition {
        case "of":
          if isMeans(head) { continue }
          if isObjective {
            fillers += target(head, certainty: 0.9)
          } else if isActor(head) {
            fillers.append(Filler(role: .perpetrator, head: head, certainty: 0.5))
          }
        case "by":
          fillers += doers([head], certainty: 1, of: trigger)
        case "with":
          if isMutual {
            fillers += target(head, certainty: 0.8)
          } else if isMeans(head) {
            fillers.append(Filler(role: .weapon, head: head, certainty: 0.9))
          }
        case "between":
          fillers.append(Filler(role: .perpetrator, head: head, certainty: 0.8))
          fillers.append(Filler(role: .target, head: head, certainty: 0.8))
        case "among" where trigger.entry.kind == .loss:
          fillers.append(Filler(role: .target, head: head, certainty: 0.7))
        default:
          guard ArgumentWords.isAim(preposition) else { continue }
          fillers += target(head, certainty: isPlaceName(head) ? 0.5 : 1)
        }
      }
    }
    return fillers
  }

  /// The heads of the prepositional phrases behind a noun; the one that begins right after it is
  /// the noun's even where the tree hangs it on the verb: `condemned the strikes against X`.
  private func joined(to noun: Int) -> [Int] {
    var heads = clauses.dependents[noun].filter { child in
      child > noun
        && (clauses.relation(child).universal == .nmod
          || clauses.relation(child).universal == .obl)
    }
    let next = noun + 1
    if next < reading.tokens.count, clauses.relation(next) == .case,
      ArgumentWords.isAim(clauses.word(next)) || clauses.word(next) == "by",
      let head = clauses.head(next), head > next, !heads.contains(head)
    {
      heads.insert(head, at: 0)
    }
    return heads
  }

  /// Whether `of` after it brings in whom it was done to: `the shelling of`, `destruction of`.
  private func isDeedOfVerb(_ noun: Int) -> Bool {
    let word = reading.lemmas[noun].utf8
    for suffix in ["ing", "ion", "ment", "ure", "age", "al", "siege", "murder", "rescue"]
    where word.count > suffix.utf8.count + 2 {
      if word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) { return true }
    }
    return false
  }

  /// `X was found dead`, `left five dead`, `the dead soldiers`.
  private func predicated(_ noun: Int) -> [Filler] {
    var heads: [Int] = []
    if clauses.child(noun, .cop) != nil {
      heads += clauses.subjects(of: noun)
    } else if clauses.relation(noun) == .amod, let head = clauses.head(noun) {
      heads.append(head)
    } else if clauses.relation(noun) == .xcomp, let verb = clauses.head(noun) {
      let objects = clauses.objects(of: verb)
      heads += objects.isEmpty ? clauses.subjects(of: verb) : objects
    }
    return heads.filter { triggerAt[$0] == nil }.map {
      Filler(role: .target, head: $0, certainty: 0.9)
    }
  }

  /// Whoever the verb says made it: `the army launched an offensive`, `an attack carried out by X`.
  private func supported(_ noun: Int, _ trigger: Trigger) -> [Filler] {
    var fillers: [Filler] = []
    if let verb = clauses.head(noun), supportTokens.contains(verb) {
      let lemma = clauses.lemma(verb)
      let relation = clauses.relation(noun)
      if ArgumentWords.isTelling(lemma) { return [] }
      if ArgumentWords.isSufferingSupport(lemma) {
        if relation == .obj {
          for subject in clauses.subjects(of: verb) {
            fillers.append(Filler(role: .target, head: subject, certainty: 0.9))
          }
        }
      } else if relation == .obj, !clauses.isPassive(verb) {
        fillers += doers(clauses.subjects(of: verb), certainty: 0.9, of: trigger)
      } else if relation == .nsubjPass || clauses.isPassive(verb) {
        fillers += doers(agents(of: verb), certainty: 1, of: trigger)
      }
    }
    for child in clauses.dependents[noun]
    where clauses.relation(child) == .acl && supportTokens.contains(child)
      && clauses.isPassive(child)
    {
      fillers += doers(agents(of: child), certainty: 1, of: trigger)
    }
    return fillers
  }
}
