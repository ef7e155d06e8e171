import Knowledge
import Mentions
import Texts

/// Nouns of harm: `12 deaths`, `the killing of a general`, `his brother's death`, `the lives of`.
extension SentenceTolls {
  mutating func readNouns() {
    for (index, group) in groups.enumerated() {
      if let noun = group.harmNoun { readCount(index, noun) }
      if group.form == .counted, group.key == "lives" { readLives(index) }
    }
    for index in atoms.indices {
      if word(index) == "lives" || word(index) == "life", word(index + 1) == "of" {
        readLivesOf(index)
      }
      readBodies(at: index)
      guard groupAt[index] == nil, let act = harm.act(word(index)) else { continue }
      readAct(act, at: index)
    }
  }

  private mutating func readCount(_ index: Int, _ noun: Int) {
    let group = groups[index]
    guard let harmNoun = harm.count(word(noun)), group.form == .counted else { return }
    if group.isArticle, word(group.atoms.lowerBound) != "one" { return }
    if word(noun + 1) == "of", harm.act(word(noun)) != nil { return }
    if !harmNoun.isPlural, noun + 1 < atoms.count, atoms[noun + 1].kind == .word,
      !FunctionWords.endsPhrase(word(noun + 1))
    {
      return
    }
    if group.atoms.lowerBound > 0, isUnreal(before: group.atoms.lowerBound) { return }
    emit(harmNoun.kind, group: index, deed: noun..<noun + 1)
  }

  private func isUnreal(before index: Int) -> Bool {
    for position in max(0, index - 4)..<index {
      switch word(position) {
      case "could", "would", "if", "can", "will", "avoid", "prevent", "risk", "potential":
        return true
      default: continue
      }
    }
    return false
  }

  private mutating func readLives(_ index: Int) {
    let group = groups[index]
    var before = group.atoms.lowerBound - 1
    while before >= 0, isAdverb(before) || FunctionWords.adverbs.contains(word(before)) {
      before -= 1
    }
    let end = group.atoms.upperBound
    if word(before) == "of", word(before - 1) == "loss" {
      emit(.killed, group: index, deed: before - 1..<before)
      return
    }
    switch word(before) {
    case "claim", "claims", "claimed", "claiming", "cost", "costs", "costing", "take", "takes",
      "taken", "took", "taking":
      if isUnreal(before: before) { return }
      emit(.killed, group: index, deed: before..<before + 1)
    default:
      var next = end
      while FunctionWords.be.contains(word(next)) || FunctionWords.have.contains(word(next)) {
        next += 1
      }
      if word(next) == "lost" { emit(.killed, group: index, deed: next..<next + 1) }
    }
  }

  /// Reads `the bodies of nine sailors`.
  private mutating func readBodies(at index: Int) {
    switch word(index) {
    case "bodies", "body", "corpses", "corpse": break
    default: return
    }
    guard word(index + 1) == "of", groupAt[index] == nil else { return }
    for group in objects(after: index + 2)
    where groups[group].form == .counted || groups[group].form == .single {
      guard isCountable(groups[group]), groups[group].hasNoun else { continue }
      emit(.killed, group: group, deed: index..<index + 1)
    }
  }

  private mutating func readLivesOf(_ index: Int) {
    guard word(index - 1) == "the" else { return }
    switch word(index - 2) {
    case "claimed", "took", "taken", "cost", "claiming", "taking", "claims", "costing":
      for group in objects(after: index + 2) where isCountable(groups[group]) {
        emit(.killed, group: group, deed: index - 2..<index + 1)
      }
    default: break
    }
  }

  private mutating func readAct(_ act: HarmLexicon.Noun, at index: Int) {
    let lead = chainWord(before: index)
    switch lead {
    case "attempted", "threat", "threatened", "planned", "alleged", "plot", "possible",
      "potential", "future", "further", "prevent", "demand", "plotted", "plotting",
      "planning", "plan", "ordered", "ordering", "seek", "seeking", "sought", "demanded",
      "demanding", "advocated":
      if lead != "alleged" { return }
    default: break
    }
    // `would avenge the killing of` speaks of a killing that was.
    if word(index - 1) != "the", word(index - 1) != "'s", isUnreal(before: index) { return }
    if word(index + 1) == "of" {
      for group in objects(after: index + 2) where isNameable(groups[group]) {
        emit(act.kind, group: group, deed: index..<index + 1, isNominal: true)
      }
      return
    }
    guard !act.isPlural else { return }
    // `the hostage's death`, over an adjective or two.
    var position = index - 1
    while position >= 0, index - position < 4, word(position) != "'s",
      atoms[position].kind == .word, !FunctionWords.endsPhrase(word(position))
    { position -= 1 }
    guard position >= 0 else { return }
    let next = index + 1 < atoms.count ? atoms[index + 1] : nil
    if let next, next.kind == .word, !FunctionWords.endsPhrase(next.word), !next.isCapitalized {
      return
    }
    if word(position) == "'s", position > 0, let group = groupAt[position - 1],
      groups[group].form == .single || groups[group].form == .named, !groups[group].isThing
    {
      emit(act.kind, group: group, deed: position..<index + 1, isNominal: true)
    } else if word(position) == "his" || word(position) == "her", act.kind != .detained {
      append(
        TollDraft(
          kind: act.kind == .abducted ? .abducted : act.kind == .missing ? .missing : .killed,
          low: 1, high: 1, isApproximate: false, category: .unstated,
          atoms: position..<index + 1, group: nil, deed: index, partOf: nil, isNominal: true,
          key: word(position), owner: nil, hasNoun: false))
    }
  }

  /// The word that leads a noun for a deed, over articles: `planned the assassination`.
  private func chainWord(before index: Int) -> Word {
    var position = index - 1
    while position >= 0, word(position) == "the" || word(position) == "an" || word(position) == "a"
    { position -= 1 }
    return word(position)
  }

  private func isNameable(_ group: PeopleGroup) -> Bool {
    switch group.form {
    case .counted, .single, .named: !group.isThing && group.harmNoun == nil
    default: false
    }
  }
}
