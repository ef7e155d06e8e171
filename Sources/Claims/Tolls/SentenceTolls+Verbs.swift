import Knowledge
import Mentions
import Texts

/// Verbs of harm: active, passive and participial.
extension SentenceTolls {
  /// What stands before a verb: its auxiliaries and what they make of it.
  struct Chain {
    var start: Int
    var isPassive = false
    var isPerfect = false
    var isNegated = false
    var isUnreal = false
  }

  /// A verb of harm, with the sense that its complement shows.
  struct Deed {
    var index: Int
    var end: Int
    var sense: HarmLexicon.Verb
  }

  mutating func readVerbs() {
    var index = 0
    while index < atoms.count {
      let deeds = deeds(from: index)
      guard let last = deeds.last else {
        index += 1
        continue
      }
      read(deeds)
      index = last.index + 1
    }
  }

  /// The verbs joined from `index` on that share their arguments: `killed or wounded`.
  private func deeds(from index: Int) -> [Deed] {
    guard let first = deed(at: index) else { return [] }
    var deeds = [first]
    var next = index + 1
    while word(next) == "and" || word(next) == "or" || word(next) == "/" || word(next) == "and/or" {
      var following = next + 1
      if isAdverb(following) || word(following) == "later" || word(following) == "then" {
        following += 1
      }
      guard let joined = deed(at: following), joined.sense.frame != .intransitive,
        !joined.sense.forms.isDisjoint(with: first.sense.forms)
      else { break }
      deeds.append(joined)
      next = following + 1
    }
    return deeds
  }

  /// The verb of harm at `index`, in the sense with the longest complement that is there.
  func deed(at index: Int) -> Deed? {
    guard atoms.indices.contains(index), groupAt[index] == nil || isOwnGroupDeed(index) else {
      return nil
    }
    for sense in harm.verbs(word(index)) {
      if sense.complement.isEmpty { return Deed(index: index, end: index + 1, sense: sense) }
      if let end = complementEnd(sense, after: index) {
        return Deed(index: index, end: end, sense: sense)
      }
    }
    return nil
  }

  private func isOwnGroupDeed(_ index: Int) -> Bool { false }

  private func complementEnd(_ sense: HarmLexicon.Verb, after index: Int) -> Int? {
    let complement = sense.complement
    // Only an object may part verb and complement: `took 15 people hostage`, not `reported hurt
    // and 12 missing`.
    let isClose =
      complement.count == 1 && (sense.frame == .passive || sense.frame == .intransitive)
    var start = index + 1
    while start + complement.count <= atoms.count, start - index < (isClose ? 4 : 11) {
      if atoms[start].isMark(";") || atoms[start].isMark(",") && start - index > 6 { return nil }
      if complement.indices.allSatisfy({ word(start + $0) == complement[$0] }) {
        return start + complement.count
      }
      if isClose, word(start) == "and" || groupAt[start] != nil { return nil }
      start += 1
    }
    return nil
  }

  func chain(before index: Int) -> Chain {
    var chain = Chain(start: chainStart(before: index))
    var hasModal: Word?
    var hasTo: Int?
    for position in chain.start..<index {
      let word = word(position)
      if isBe(position) { chain.isPassive = true }
      if FunctionWords.have.contains(word) { chain.isPerfect = true }
      if FunctionWords.negations.contains(word) { chain.isNegated = true }
      if FunctionWords.modals.contains(word) { hasModal = word }
      if word == "to" { hasTo = position }
    }
    if let hasModal {
      let isGuess = hasModal == "may" || hasModal == "might" || hasModal == "must"
      chain.isUnreal = !(isGuess && chain.isPerfect)
    }
    if let hasTo {
      let isPast = (hasTo + 1..<index).contains { FunctionWords.have.contains(word($0)) }
      chain.isUnreal = !isPast && !Self.achieving.contains(word(hasTo - 1))
    }
    for position in max(0, chain.start - 9)..<chain.start
    where word(position) == "if" || word(position) == "unless" || word(position) == "whether"
      || word(position) == "lest"
    {
      chain.isUnreal = true
    }
    return chain
  }

  private static let achieving: Set<Word> = [
    "managed", "went", "helped", "proceeded", "continued", "believed", "thought", "continues",
  ]
  private static let intending: Set<Word> = [
    "threatened", "threatening", "threatens", "vowed", "vowing", "capable", "avoid", "avoiding",
    "avoided", "prevent", "preventing", "prevented", "intent", "aimed", "meant", "risk",
    "risking", "without", "plotting", "plotted", "planning", "planned", "conspiring", "plan",
    "attempting", "attempted", "considered", "denied", "denies", "denying", "stop", "stopped",
    "justify", "advocating", "condone", "instead", "rather",
  ]

  private mutating func read(_ deeds: [Deed]) {
    guard let first = deeds.first, let last = deeds.last else { return }
    let chain = chain(before: first.index)
    guard !isMetaphor(last) else { return }
    let kinds = Set(deeds.map(\.sense.kind))
    let isHedged = kinds.contains(.killed) && kinds.contains(.wounded) && !isShot(first)
    let senses = isShot(first) && deeds.count > 1 ? Array(deeds.dropFirst()) : deeds
    let extent = (chain.isPassive ? chain.start : first.index)..<last.end
    for deed in senses {
      var found = harmed(by: deed, chain: chain, first: first, last: last)
      if found.groups.isEmpty { found.groups = harmedInTree(by: deed, chain: chain) }
      for group in found.groups {
        emit(
          isFatal(deed) ? .killed : deed.sense.kind, group: group,
          deed: hullOfVerb(extent, last, found.isObject),
          isHedged: isHedged, negated: found.isDenied)
      }
    }
  }

  /// Whether a wound was a fatal one: `fatally shot`.
  private func isFatal(_ deed: Deed) -> Bool {
    deed.sense.kind == .wounded
      && (word(deed.index - 1) == "fatally" || word(deed.index - 1) == "mortally")
  }

  /// `shot and killed` is one deed.
  private func isShot(_ deed: Deed) -> Bool { word(deed.index) == "shot" }

  private func hullOfVerb(_ extent: Range<Int>, _ last: Deed, _ isObject: Bool) -> Range<Int> {
    isObject ? extent.lowerBound..<last.index + 1 : extent.lowerBound..<last.end
  }

  /// The people whom the tree gives a verb where the words around it name none.
  private func harmedInTree(by deed: Deed, chain: Chain) -> [Int] {
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

  private struct Harmed {
    var groups: [Int] = []
    var isObject = false
    var isDenied = false
  }

  /// The people whom a deed was done to.
  private func harmed(by deed: Deed, chain: Chain, first: Deed, last: Deed) -> Harmed {
    let sense = deed.sense
    let isParticiple = !sense.forms.isDisjoint(with: [.past, .participle])
    if chain.isUnreal { return Harmed() }
    func accepted(_ groups: [Int], _ test: (PeopleGroup) -> Bool) -> [Int] {
      groups.filter { index in
        let group = self.groups[index]
        return !countsThings(index) && isCountable(group) && test(group)
          && (!sense.needsPeople || group.hasNoun)
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

  /// Whether a noun phrase begins that can only be a verb's object: `the last one killed the game`.
  private func startsObject(_ index: Int) -> Bool {
    // `killed the day before`
    if Self.timeNouns.contains(word(index + 1)) { return false }
    if FunctionWords.determiners.contains(word(index)) || word(index) == "a" || word(index) == "an"
    {
      return true
    }
    // `four wounded prides`
    guard atoms.indices.contains(index) else { return false }
    let next = atoms[index]
    return next.kind == .word && next.endsInS && !next.isCapitalized
      && !FunctionWords.endsPhrase(next.word) && !FunctionWords.adverbs.contains(next.word)
      && roles.role(next.word) == nil
  }

  private static let timeNouns: Set<Word> = [
    "day", "night", "week", "month", "year", "morning", "afternoon", "evening", "weekend", "same",
    "previous", "next", "following", "moment", "decade", "summer", "winter", "spring", "autumn",
  ]

  /// Whether a number without a noun goes on with things: `four bills died and two more were`.
  private func countsThings(_ index: Int) -> Bool {
    let group = groups[index]
    guard group.isAdditional, !group.hasNoun, !group.isPartitive, group.harmNoun == nil else {
      return false
    }
    return groups[..<index].last { $0.form == .counted && !$0.isZero }?.isThing ?? false
  }

  /// The people that a passive names behind its verb: `was killed along with two guards`.
  private func companions(after end: Int) -> [Int] {
    guard word(end) == "along" || word(end) == "together", word(end + 1) == "with" else {
      return []
    }
    return objects(after: end + 2)
  }

  /// Where the verb group of a passive begins that the verb at `index` goes on with: `was chased
  /// and killed`.
  private func passive(joinedAt index: Int) -> Int? {
    var joint = index - 1
    while isAdverb(joint) || word(joint) == "then" || word(joint) == "later" { joint -= 1 }
    guard word(joint) == "and", joint > 1 else { return nil }
    var start = joint - 1
    while start > 0, joint - start < 8 {
      let atom = atoms[start]
      if FunctionWords.be.contains(atom.word), atom.word != "'s" {
        return word(start + 1) == "not" ? nil : chainStart(before: start + 1)
      }
      guard groupAt[start] == nil, atom.kind == .word,
        !FunctionWords.subordinators.contains(atom.word)
      else { return nil }
      start -= 1
    }
    return nil
  }

  /// `he was killed`: the person just named.
  private func pronouns(_ subjects: [Int], _ sense: HarmLexicon.Verb) -> [Int] {
    guard sense.kind == .killed || sense.kind == .abducted else { return [] }
    return subjects.filter { groups[$0].form == .pronoun && groups[$0].high == 1 }
  }

  /// `are killed every year`: no deed of a day.
  private func isGeneric(_ deed: Deed, _ chain: Chain) -> Bool {
    (chain.start..<deed.index).contains { word($0) == "are" || word($0) == "is" }
      && !(chain.start..<deed.index).contains { word($0) == "being" || word($0) == "feared" }
  }

  /// Whether a form in `-ed` before a noun has a subject, so that it is no adjective.
  private func isFinite(_ chain: Chain, _ kind: HarmLexicon.Kind) -> Bool {
    guard chain.start > 0 else { return false }
    let before = atoms[chain.start - 1]
    if chain.isPerfect { return true }
    // `treated many injured villagers`: more often an adjective than `killed` is.
    guard kind == .killed || kind == .abducted || groupAt[chain.start - 1] != nil else {
      return false
    }
    return before.kind == .word && !FunctionWords.prepositions.contains(before.word)
      && !FunctionWords.determiners.contains(before.word)
      && !FunctionWords.conjunctions.contains(before.word) && roles.modifier(before.word) == nil
      && !FunctionWords.breaks.contains(before.word)
  }

  private func isAfterComma(_ index: Int) -> Bool { index > 0 && atoms[index - 1].isMark(",") }

  /// The counted group that a participle without auxiliary belongs to: `seven people killed in`.
  private func reducedSubject(before start: Int) -> [Int]? {
    var index = start - 1
    var steps = 0
    while index >= 0, steps < 7 {
      if let group = groupAt[index] {
        if groups[group].form == .counted || groups[group].isArticle {
          if index == start - 1 || steps <= 6 { return joined(leftOf: group) }
        }
        let first = groups[group].atoms.lowerBound
        guard first > 0, FunctionWords.prepositions.contains(word(first - 1)) else { return nil }
        index = first - 2
        steps += 2
        continue
      }
      let atom = atoms[index]
      let isPlace =
        atom.isCapitalized || FunctionWords.prepositions.contains(atom.word)
        || atom.word == "the" || atom.word == "also" || atom.word == "who"
      guard atom.kind == .word, isPlace else { return nil }
      index -= 1
      steps += 1
    }
    return nil
  }

  private func joined(leftOf group: Int) -> [Int] {
    let first = groups[group].atoms.lowerBound
    guard first > 1, word(first - 1) == "and", let left = groupAt[first - 2],
      groups[left].form == .counted, groups[left].hasNoun, !groups[left].isThing
    else { return [group] }
    // Both belong to the participle unless the left one has a verb before it.
    var before = groups[left].atoms.lowerBound - 1
    while before >= 0, isAdverb(before) { before -= 1 }
    let hasVerb = before >= 0 && !harm.verbs(word(before)).isEmpty
    return hasVerb ? [group] : [left, group]
  }

  private func isMetaphor(_ deed: Deed) -> Bool {
    // `were shot at`
    if word(deed.index) == "shot", word(deed.index + 1) == "at" { return true }
    switch word(deed.index + 1) {
    case "down", "out", "off", "away":
      // `the applause died down`
      return deed.sense.complement.isEmpty && deed.sense.kind == .killed
        && deed.sense.frame == .intransitive
    default: return false
    }
  }
}
