import Knowledge
import Mentions
import Texts

/// What the words around a verb of harm make of it.
extension SentenceTolls {
  /// Whether a noun phrase begins that can only be a verb's object: `the last one killed the game`.
  func startsObject(_ index: Int) -> Bool {
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
  func countsThings(_ index: Int) -> Bool {
    let group = groups[index]
    guard group.isAdditional, !group.hasNoun, !group.isPartitive, group.harmNoun == nil else {
      return false
    }
    return groups[..<index].last { $0.form == .counted && !$0.isZero }?.isThing ?? false
  }

  /// Whether a number without a noun goes on with the people named just before it: `captured a
  /// rebel and two others`.
  func goesOnWithPeople(_ index: Int) -> Bool {
    guard groups[index].isAdditional, index > 0 else { return false }
    let before = groups[index - 1]
    return before.hasNoun && !before.isThing
      && groups[index].atoms.lowerBound - before.atoms.upperBound < 4
  }

  /// The people that a passive names behind its verb: `was killed along with two guards`.
  func companions(after end: Int) -> [Int] {
    guard word(end) == "along" || word(end) == "together", word(end + 1) == "with" else {
      return []
    }
    return objects(after: end + 2)
  }

  /// Where the verb group of a passive begins that the verb at `index` goes on with: `was chased
  /// and killed`.
  func passive(joinedAt index: Int) -> Int? {
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
  func pronouns(_ subjects: [Int], _ sense: HarmLexicon.Verb) -> [Int] {
    guard sense.kind == .killed || sense.kind == .abducted else { return [] }
    return subjects.filter { groups[$0].form == .pronoun && groups[$0].high == 1 }
  }

  /// `are killed every year`: no deed of a day.
  func isGeneric(_ deed: Deed, _ chain: Chain) -> Bool {
    (chain.start..<deed.index).contains { word($0) == "are" || word($0) == "is" }
      && !(chain.start..<deed.index).contains { word($0) == "being" || word($0) == "feared" }
  }

  /// Whether a form in `-ed` before a noun has a subject, so that it is no adjective.
  func isFinite(_ chain: Chain, _ kind: HarmLexicon.Kind) -> Bool {
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

  func isAfterComma(_ index: Int) -> Bool { index > 0 && atoms[index - 1].isMark(",") }

  /// The counted group that a participle without auxiliary belongs to: `seven people killed in`.
  func reducedSubject(before start: Int) -> [Int]? {
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
}
