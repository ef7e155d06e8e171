import Knowledge
import Mentions
import Texts

/// Parts of a total: `including four nurses`, `two medics were among the dead`.
extension SentenceTolls {
  mutating func readParts() {
    for index in atoms.indices {
      switch word(index) {
      case "including", "includes", "include", "included": readIncluded(after: index)
      case "among", "amongst": readAmong(at: index)
      case "of" where word(index + 1) == "whom" || word(index + 1) == "them":
        readIncluded(after: index + 1)
      default: break
      }
    }
    for index in groups.indices {
      if groups[index].isPartitive { readPartitive(index) } else { readElsewhere(index) }
    }
  }

  /// The last figure of the sentence that ends before atom `index`.
  private func whole(before index: Int) -> Int? {
    drafts.indices.filter { drafts[$0].atoms.lowerBound < index && drafts[$0].partOf == nil }
      .max { (drafts[$0].atoms.upperBound, $0) < (drafts[$1].atoms.upperBound, $1) }
  }

  /// The kind that `the dead`, `those killed` at or after `index` means, and where it ends.
  private func affected(at index: Int) -> (kind: HarmLexicon.Kind, end: Int)? {
    for position in index..<min(index + 4, atoms.count) {
      let word = word(position)
      if word == "victims" { return (.killed, position + 1) }
      if let adjective = harm.adjective(word), !adjective.denies {
        return (adjective.kind, position + 1)
      }
      if let noun = harm.count(word), noun.isPlural { return (noun.kind, position + 1) }
      if let verb = harm.verbs(word).first(where: {
        $0.complement.isEmpty && $0.forms.contains(.participle)
      }) {
        return (verb.kind, position + 1)
      }
      guard
        FunctionWords.determiners.contains(word) || groupAt[position] != nil || word == "who"
          || FunctionWords.be.contains(word) || FunctionWords.have.contains(word)
      else { return nil }
    }
    return nil
  }

  private mutating func readIncluded(after index: Int) {
    // `not including the attacker`
    if word(index - 1) == "not" || word(index - 1) == "without" { return }
    let included = objects(after: skipBe(index + 1)).filter { isPart($0) }
    guard !included.isEmpty else { return }
    // `the dead included two medics`
    var kind: HarmLexicon.Kind?
    if word(index) == "included" || word(index) == "include" {
      for position in max(0, index - 3)..<index {
        if let found = affected(at: position) { kind = found.kind }
      }
      if kind == nil { return }
    }
    let anchor = whole(before: index)
    // A sentence that goes on with the one before: `Among them were two children.`
    let continues = kind == nil && anchor == nil && index < 3
    let whole = anchor.map { drafts[$0].kind } ?? (continues ? earlier : nil)
    guard let harm = kind ?? whole.flatMap({ HarmLexicon.Kind(rawValue: $0.rawValue) }) else {
      return
    }
    for group in included {
      let place = emit(
        harm, group: group, deed: index..<index + 1, partOf: kind == nil ? anchor : nil)
      if continues, let place { setPartOfEarlier(at: place) }
    }
  }

  private func skipBe(_ index: Int) -> Int {
    var next = index
    while FunctionWords.be.contains(word(next)) || FunctionWords.adverbs.contains(word(next)) {
      next += 1
    }
    return next
  }

  private func isPart(_ group: Int) -> Bool {
    let part = groups[group]
    guard part.form == .counted || part.form == .single || part.form == .named else { return false }
    return !part.isThing && part.harmNoun == nil && !part.isZero && !part.isUnknown
  }

  private mutating func readAmong(at index: Int) {
    if word(index + 1) == "them" || word(index + 1) == "whom" {
      readIncluded(after: index + 1)
      return
    }
    guard let affected = affectedAfterNumber(index + 1) else { return }
    // `two medics were among the dead`, `with four nurses among the dead`
    let start = chainStart(before: index)
    let hasVerb = (start..<index).contains { FunctionWords.be.contains(word($0)) }
    if hasVerb {
      for group in subjects(before: start) where isPart(group) {
        emit(
          affected.kind, group: group, deed: start..<index + 1,
          partOf: whole(before: affected.end + 1))
      }
    } else if start > 0, let group = groupAt[start - 1], isPart(group) {
      emit(
        affected.kind, group: group, deed: index..<affected.end,
        partOf: whole(before: groups[group].atoms.lowerBound))
    }
    // `among the dead were two medics`
    if FunctionWords.be.contains(word(affected.end)) {
      for group in objects(after: affected.end + 1) where isPart(group) {
        emit(affected.kind, group: group, deed: index..<affected.end)
      }
    }
  }

  private func affectedAfterNumber(_ index: Int) -> (kind: HarmLexicon.Kind, end: Int)? {
    if index < atoms.count, let group = groupAt[index], groups[group].form == .counted {
      return affected(at: groups[group].atoms.upperBound)
    }
    return affected(at: index)
  }

  /// `nine of the dead`, `two of those killed`, `one of them`.
  private mutating func readPartitive(_ index: Int) {
    let group = groups[index]
    let last = group.atoms.upperBound
    if word(last - 1) == "them" || word(last - 1) == "whom" || word(last - 1) == "us" {
      guard let anchor = whole(before: group.atoms.lowerBound),
        let harm = HarmLexicon.Kind(rawValue: drafts[anchor].kind.rawValue),
        let stated = predicate(after: last) ?? placed(after: last, drafts[anchor].category)
      else { return }
      if let place = emit(harm, group: index, deed: last - 1..<stated.end, partOf: anchor) {
        setCategory(stated.category, at: place)
      }
      return
    }
    guard !group.hasNoun, let affected = affected(at: max(0, last - 1)), affected.end >= last else {
      return
    }
    if let place = emit(affected.kind, group: index, deed: last - 1..<affected.end),
      let stated = predicate(after: affected.end)
    {
      setCategory(stated.category, at: place)
    }
  }

  /// Reads a number that only says where more were: `seven died in Homs and three in Hama`.
  private mutating func readElsewhere(_ index: Int) {
    let group = groups[index]
    guard group.form == .counted, !group.hasNoun, !group.isArticle, !group.isZero,
      group.harmNoun == nil, !group.isThing, !group.isUnknown, group.atoms.lowerBound > 0,
      word(group.atoms.lowerBound - 1) == "and" || word(group.atoms.lowerBound - 1) == ",",
      placed(after: group.atoms.upperBound, .unstated) != nil,
      let anchor = whole(before: group.atoms.lowerBound), drafts[anchor].groupAtoms != nil,
      group.atoms.lowerBound - drafts[anchor].atoms.upperBound < 8,
      !drafts.contains(where: { $0.group == index }),
      let harm = HarmLexicon.Kind(rawValue: drafts[anchor].kind.rawValue)
    else { return }
    emit(harm, group: index, deed: group.atoms)
  }

  /// Whether a place by name follows: `in Hama`; with the status that the whole has.
  private func placed(
    after index: Int, _ category: Toll.Category
  ) -> (category: Toll.Category, end: Int)? {
    switch word(index) {
    case "in", "near", "at", "outside": break
    default: return nil
    }
    var next = index + 1
    if FunctionWords.determiners.contains(word(next)) { next += 1 }
    guard next < atoms.count, atoms[next].isCapitalized, !NumberMonths.contains(word(next)) else {
      return nil
    }
    return (category, next)
  }

  /// What is said of a part: `were children`, `, a child`.
  private func predicate(after index: Int) -> (category: Toll.Category, end: Int)? {
    for position in index..<min(index + 5, atoms.count) {
      if let group = groupAt[position], groups[group].hasNoun {
        return (groups[group].category, groups[group].atoms.upperBound)
      }
      let word = word(position)
      if position == index, FunctionWords.prepositions.contains(word) {
        // `two of the dead in Taiz were nurses`
        var next = position + 1
        while next < atoms.count, atoms[next].isCapitalized { next += 1 }
        return next > position + 1 ? predicate(after: next) : nil
      }
      guard
        FunctionWords.be.contains(word) || FunctionWords.adverbs.contains(word)
          || isAdverb(position) || word == "a"
      else { return nil }
    }
    return nil
  }
}
