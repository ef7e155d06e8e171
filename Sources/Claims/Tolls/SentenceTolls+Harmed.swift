import Knowledge
import Mentions
import Texts

/// Whom a verb of harm harms: its object, its subject or the noun before its participle.
extension SentenceTolls {
  /// The people whom the tree gives a verb where the words around it name none.
  func harmedInTree(by deed: Deed, chain: Chain) -> [Int] {
    guard let tree, !chain.isUnreal, !chain.isNegated,
      !deed.sense.forms.isDisjoint(with: [.past, .participle])
    else { return [] }
    let isPassive = chain.isPassive && deed.sense.frame != .intransitive
    guard isPassive || deed.sense.frame != .passive else { return [] }
    return tree.harmed(
      by: deed.index, isIntransitive: deed.sense.frame == .intransitive, isPassive: isPassive
    ).compactMap { groupAt[$0] }.filter { index in
      let group = groups[index]
      return isCountable(group) && group.form != .barePlural && !group.isZero
        && group.hasNoun && (group.form == .counted || isPassive)
        && (!group.isPartitive || deed.sense.kind == .killed)
    }
  }

  struct Harmed {
    var groups: [Int] = []
    var isObject = false
    var isDenied = false
  }

  /// The people whom a deed was done to.
  func harmed(by deed: Deed, chain: Chain, first: Deed, last: Deed) -> Harmed {
    let sense = deed.sense
    let isParticiple = !sense.forms.isDisjoint(with: [.past, .participle])
    if chain.isUnreal { return Harmed() }
    func accepted(_ groups: [Int], _ test: (PeopleGroup) -> Bool) -> [Int] {
      groups.filter { index in
        let group = self.groups[index]
        return !countsThings(index) && isCountable(group) && test(group)
          && (!sense.needsPeople || group.hasNoun || goesOnWithPeople(index))
      }
    }
    if isParticiple, chain.isPassive, sense.frame != .intransitive {
      let subjects = subjects(before: chain.start)
      if chain.isNegated {
        guard sense.kind == .killed || sense.kind == .wounded else { return Harmed() }
        return Harmed(
          groups: subjects.filter { !groups[$0].isThing && groups[$0].harmNoun == nil },
          isDenied: true)
      }
      return Harmed(
        groups: accepted(subjects) { $0.form != .barePlural || !isGeneric(deed, chain) }
          + pronouns(subjects, sense) + accepted(companions(after: last.end)) { _ in true })
    }
    if chain.isPassive, sense.frame == .passive { return Harmed() }
    if !chain.isPassive, !chain.isNegated, isParticiple, isFatal(deed) {
      let objects = accepted(self.objects(after: last.index + 1)) { _ in true }
      if !objects.isEmpty { return Harmed(groups: objects, isObject: true) }
    }
    if !chain.isPassive, !chain.isNegated, sense.frame != .intransitive, isParticiple,
      isSelf(last.index + 1)
    {
      // `killed himself and 12 others`: the attacker's own death stands apart.
      let others = accepted(objects(after: last.index + 1)) { _ in true }
      let own = accepted(subjects(before: chain.start)) { $0.form != .barePlural }
      return Harmed(groups: others + own, isObject: true)
    }
    if sense.frame == .transitive || sense.frame == .both {
      var objects = objects(after: last.index + 1)
      if objects.isEmpty, last.end == last.index + 1 + last.sense.complement.count {
        // `shot dead four policemen`
        objects = self.objects(after: last.end)
      }
      if sense.needsPeople, let head = objects.first, groups[head].isThing { return Harmed() }
      if let complement = sense.complement.last, last.end > last.index + 1 {
        // `held its data hostage`: the complement is no one's name.
        objects.removeAll {
          groups[$0].atoms.contains(last.end - 1) && complement == word(last.end - 1)
        }
      }
      if !objects.isEmpty {
        if sense.forms.contains(.gerund) {
          for position in max(0, chain.start - 3)..<first.index
          where Self.intending.contains(word(position)) {
            return Harmed()
          }
        }
        let isBare = sense.forms.contains(.base) && !isParticiple
        if isBare, !isTitle, word(first.index - 1) != "did" { return Harmed() }
        if chain.isNegated { return Harmed() }
        let harmed = Harmed(
          groups: accepted(objects) { group in
            group.form != .barePlural
              || (!isBare && sense.kind != .displaced
                && (isParticiple
                  ? group.key == .none || word(group.atoms.lowerBound) == "all"
                    || isFinite(chain, sense.kind)
                  : isAfterComma(first.index)))
          }, isObject: true)
        let him = isBare ? [] : pronouns(objects, sense)
        if !him.isEmpty { return Harmed(groups: him + harmed.groups, isObject: true) }
        if !harmed.groups.isEmpty || !isParticiple { return harmed }
      }
    }
    guard !chain.isNegated else { return Harmed() }
    if sense.frame == .intransitive || sense.frame == .both, !chain.isPassive {
      if sense.forms.contains(.base), !isParticiple, !isTitle {
        return Harmed(groups: accepted(subjects(before: chain.start)) { $0.form == .counted })
      }
      if sense.forms.contains(.gerund) { return Harmed() }
      let subjects = subjects(before: chain.start)
      if !subjects.isEmpty {
        return Harmed(
          groups: accepted(subjects) { _ in true } + pronouns(subjects, sense))
      }
    }
    if isParticiple, sense.frame != .intransitive, let start = passive(joinedAt: first.index) {
      let subjects = subjects(before: start)
      return Harmed(
        groups: accepted(subjects) { $0.form != .barePlural } + pronouns(subjects, sense))
    }
    if isParticiple, sense.frame != .intransitive, !startsObject(last.end),
      chain.start == first.index || !chain.isPerfect,
      let reduced = reducedSubject(before: chain.start)
    {
      // `nine of the drivers abducted` were freed, found or whatever the sentence goes on to say.
      return Harmed(
        groups: accepted(reduced) {
          ($0.form == .counted || $0.isArticle) && (!$0.isPartitive || sense.kind == .killed)
        })
    }
    return Harmed()
  }
}
