import Knowledge
import Mentions
import Texts

/// Where a verb's subject and objects stand.
extension SentenceTolls {
  /// The first atom of the verb group that ends just before `index`: auxiliaries and adverbs.
  func chainStart(before index: Int) -> Int {
    var start = index
    while start > 0, groupAt[start - 1] == nil {
      let previous = atoms[start - 1]
      guard previous.kind == .word,
        isBe(start - 1) || FunctionWords.have.contains(previous.word)
          || FunctionWords.modals.contains(previous.word)
          || FunctionWords.negations.contains(previous.word)
          || FunctionWords.adverbs.contains(previous.word) || previous.word == "to"
          || isAdverb(start - 1)
      else { break }
      start -= 1
    }
    return start
  }

  /// Whether a form of `be` stands there; `'s` is one only after a pronoun.
  func isBe(_ index: Int) -> Bool {
    guard FunctionWords.be.contains(word(index)) else { return false }
    return word(index) != "'s" || FunctionWords.pronouns.contains(word(index - 1))
  }

  /// Whether a word looks like an adverb in `-ly`.
  func isAdverb(_ index: Int) -> Bool {
    atoms.indices.contains(index) && atoms[index].endsInLy
  }

  /// The groups that are the subject of the verb group beginning at `start`.
  func subjects(before start: Int) -> [Int] {
    var index = start - 1
    var steps = 0
    var fallback: Int?
    while index >= 0, steps < 24 {
      steps += 1
      if let found = groupAt[index] {
        if groups[found].form == .pronoun {
          guard Self.objectForms.contains(groups[found].key) else { return [found] }
          index = groups[found].atoms.lowerBound - 2
          continue
        }
        var first = groups[found].atoms.lowerBound
        if FunctionWords.determiners.contains(word(first - 1)) { first -= 1 }
        let previous = word(first - 1)
        if groups[found].form == .counted || groups[found].form == .single,
          previous == "including"
        {
          index = first - 2
          continue
        }
        if previous == "among", groups[found].form == .counted { return [found] }
        if first > 0, FunctionWords.prepositions.contains(previous),
          !Self.clauseOpeners.contains(previous)
        {
          if fallback == nil, isCountable(groups[found]) { fallback = found }
          index = first - 2
          continue
        }
        return coordinated(leftOf: found)
      }
      let atom = atoms[index]
      if atom.kind == .mark {
        if atom.isMark(",") {
          guard index == start - 1, let opening = openingComma(before: index) else { break }
          // `The latest, a radio host, was shot dead`
          if let beside = groupAt[opening + 1],
            groups[beside].form == .single || groups[beside].form == .counted,
            groups[beside].atoms.lowerBound == opening + 1
          {
            fallback = beside
          }
          index = opening - 1
          continue
        }
        if atom.isMark(";") || atom.isMark(":") || atom.isMark("(") { break }
        if atom.isMark(")") {
          while index > 0, word(index) != "(" { index -= 1 }
        }
        if atom.isMark("-"), atom.hasSpaceBefore { break }
      } else if FunctionWords.subordinators.contains(atom.word), atom.word != "before" {
        if index == start - 1, atom.word == "that" {
          index -= 1
          continue
        }
        break
      } else if FunctionWords.reports.contains(atom.word) {
        break
      }
      index -= 1
    }
    return fallback.map { [$0] } ?? []
  }

  /// Prepositions that open clauses as well, and `about` before numbers.
  private static let clauseOpeners: Set<Word> = ["about", "after", "before", "since", "until"]

  private static let selves: Set<Word> = ["himself", "herself", "themselves", "itself"]
  /// Whether `himself` or its like stands there.
  func isSelf(_ index: Int) -> Bool { Self.selves.contains(word(index)) }

  private static let objectForms: Set<Word> = ["him", "her", "them"]

  private func openingComma(before index: Int) -> Int? {
    var start = index - 1
    while start >= 0, index - start < 25 {
      if atoms[start].isMark(",") { return start }
      if atoms[start].isMark(";") || FunctionWords.reports.contains(word(start)) { return nil }
      start -= 1
    }
    return nil
  }

  /// The group with those joined to it on the left: `three soldiers and two policemen`.
  func coordinated(leftOf group: Int, acrossObjects: Bool = false) -> [Int] {
    var all = [group]
    var current = group
    while current > 0 {
      var end = groups[current].atoms.lowerBound
      // `a mother and her three children`, `two pilots and all 40 passengers`
      if end > 0, word(end - 1) == "all" || FunctionWords.determiners.contains(word(end - 1)) {
        end -= 1
      }
      guard end > 0, word(end - 1) == "and" || word(end - 1) == "," else { break }
      end -= 1
      if end > 0, word(end - 1) == "," { end -= 1 }
      guard end > 0, let left = groupAt[end - 1] ?? groupBefore(phraseEndingAt: end),
        groups[left].form == .counted || groups[left].form == .single,
        !groups[left].isThing, acrossObjects || !isObject(left)
      else { break }
      all.append(left)
      current = left
    }
    return all.reversed()
  }

  /// The group that a phrase of place belongs to: `a commander of Kunduz Province and`.
  private func groupBefore(phraseEndingAt end: Int) -> Int? {
    var index = end - 1
    while index > 0, end - index < 6, atoms[index].isCapitalized || atoms[index].isJoiningHyphen {
      index -= 1
    }
    guard index > 0, index < end - 1 else { return nil }
    switch word(index) {
    case "of", "in", "from", "near", "at": return groupAt[index - 1]
    default: return nil
    }
  }

  /// Whether an active verb of harm stands right before the group.
  private func isObject(_ group: Int) -> Bool {
    var index = groups[group].atoms.lowerBound - 1
    while index >= 0, isAdverb(index) { index -= 1 }
    guard index >= 0 else { return false }
    return harm.verbs(word(index)).contains { $0.frame != .intransitive }
      || FunctionWords.prepositions.contains(word(index))
  }

  /// The groups that are the object of a verb group ending at `end`.
  func objects(after end: Int) -> [Int] {
    var index = end
    while index < atoms.count, groupAt[index] == nil, index - end < 3,
      isAdverb(index) || FunctionWords.adverbs.contains(word(index)) || word(index) == "off"
        || isQuoteMark(index)
        || (FunctionWords.determiners.contains(word(index)) && startsCounted(index + 1))
    { index += 1 }
    if isSelf(index), word(index + 1) == "and" {
      // `killed himself and 12 others`
      index += 2
    }
    index = skipModifiers(index)
    guard index < atoms.count, let first = groupAt[index],
      groups[first].atoms.lowerBound == index
    else { return [] }
    var all = [first]
    var current = first
    while true {
      var next = groups[current].atoms.upperBound
      if groups[current].form == .named || groups[current].form == .single
        || groups[current].isArticle
      {
        next = skipAge(next)
        if word(next) == ",", next + 1 < atoms.count, let beside = groupAt[next + 1],
          groups[beside].form == .single || groups[beside].form == .named || isOne(beside),
          groups[beside].atoms.lowerBound == next + 1
        {
          next = groups[beside].atoms.upperBound
          if word(next) == ",", word(next + 1) == "and" || word(next + 1) == "as" { next += 1 }
          guard word(next) != "," else { break }
        }
      }
      guard let afterJoint = joint(at: next) else { break }
      next = afterJoint
      if FunctionWords.determiners.contains(word(next)), startsCounted(next + 1) { next += 1 }
      guard next < atoms.count, let joined = groupAt[next],
        groups[joined].atoms.lowerBound == next, !isSubject(joined), !isOfThem(joined),
        groups[joined].form != .definitePlural, groups[joined].form != .pronoun
      else { break }
      all.append(joined)
      current = joined
    }
    return all
  }

  /// Whether a group says who someone is: `one of the leaders`.
  private func isOne(_ group: Int) -> Bool {
    groups[group].isPartitive && groups[group].low == 1 && groups[group].high == 1
  }

  /// Whether a group is `two of whom`.
  private func isOfThem(_ group: Int) -> Bool {
    let last = word(groups[group].atoms.upperBound - 1)
    return groups[group].isPartitive && (last == "whom" || last == "them")
  }

  /// Over adjectives before a noun without number: `killed long-time leader Omar Haddad`.
  private func skipModifiers(_ start: Int) -> Int {
    var index = start
    while index < atoms.count, groupAt[index] == nil, index - start < 5 {
      let atom = atoms[index]
      guard atom.kind == .word || atom.isJoiningHyphen, !FunctionWords.endsPhrase(atom.word),
        harm.verbs(atom.word).isEmpty, harm.adjective(atom.word) == nil,
        roles.role(atom.word)?.kind != .thing || atoms[max(0, index - 1)].isJoiningHyphen
      else { return start }
      index += 1
    }
    guard index < atoms.count, let group = groupAt[index],
      groups[group].atoms.lowerBound == index,
      groups[group].form == .named || groups[group].form == .barePlural
    else { return start }
    return index
  }

  private func startsCounted(_ index: Int) -> Bool {
    guard index < atoms.count, let group = groupAt[index] else { return false }
    return groups[group].form == .counted && groups[group].atoms.lowerBound == index
  }

  /// One past the words that join a further object: `and`, `, and`, `but also`, `along with`.
  private func joint(at index: Int) -> Int? {
    var next = index
    if word(next) == "," { next += 1 }
    switch (word(next), word(next + 1)) {
    case ("as", "well"): return word(next + 2) == "as" ? next + 3 : nil
    case ("along", "with"), ("together", "with"), ("but", "also"): return next + 2
    case ("and", "also"): return next + 2
    case ("and", _), ("or", _), ("plus", _): return next + 1
    default: return next > index ? next : nil
    }
  }

  private func skipAge(_ index: Int) -> Int {
    guard word(index) == ",", index + 2 < atoms.count, atoms[index + 1].kind == .number,
      word(index + 2) == ","
    else { return index }
    return index + 2
  }

  func isQuoteMark(_ index: Int) -> Bool {
    guard atoms.indices.contains(index) else { return false }
    return atoms[index].isMark("\"") || atoms[index].isMark("“") || atoms[index].isMark("”")
  }

  /// Whether the group has a verb of its own to its right.
  func isSubject(_ group: Int) -> Bool {
    var index = groups[group].atoms.upperBound
    let limit = index + 6
    // Over a phrase of place: `two others in the village were hurt`.
    while index < atoms.count, index < limit {
      let atom = atoms[index]
      guard atom.kind == .word else { return false }
      if FunctionWords.be.contains(atom.word) && atom.word != "'s"
        || FunctionWords.have.contains(atom.word) || FunctionWords.modals.contains(atom.word)
      {
        return true
      }
      if harm.adjective(atom.word) != nil { return true }
      if let verb = harm.verbs(atom.word).first,
        verb.complement.isEmpty || !verb.forms.isDisjoint(with: [.past, .participle])
      {
        return verb.forms.contains(.gerund) ? false : true
      }
      if isAdverb(index) || FunctionWords.adverbs.contains(atom.word)
        || FunctionWords.prepositions.contains(atom.word) || index > groups[group].atoms.upperBound
      {
        if groupAt[index] != nil, index > groups[group].atoms.upperBound { return false }
        index += 1
        continue
      }
      return false
    }
    return false
  }
}
