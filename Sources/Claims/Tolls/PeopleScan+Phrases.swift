import Mentions
import Texts

/// Phrases for people that hold others: pronouns, collectives, names set in commas.
extension PeopleScan {
  /// `he`, `killed him`, `detained them`; `her` only where no noun follows.
  func pronoun(at index: Int) -> PeopleGroup? {
    let word = atoms[index].word
    switch word {
    case "he", "she", "him":
      return PeopleGroup(atoms: index..<index + 1, form: .pronoun, low: 1, high: 1, key: word)
    case "them" where index > 0 && self.word(index - 1) != "of":
      return PeopleGroup(atoms: index..<index + 1, form: .pronoun, low: 2, high: nil, key: word)
    case "her":
      guard index + 1 < atoms.count else { break }
      let next = atoms[index + 1]
      guard next.kind == .mark || FunctionWords.endsPhrase(next.word) else { break }
      return PeopleGroup(atoms: index..<index + 1, form: .pronoun, low: 1, high: 1, key: word)
    default: break
    }
    return nil
  }

  private static let collectives: Set<Word> = [
    "family", "household", "group", "crew", "team", "gang", "band", "squad", "patrol", "party",
  ]

  /// The people of a collective that says how many they are: `a family of five`.
  func collective(_ article: PeopleGroup) -> PeopleGroup? {
    var index = article.atoms.upperBound
    while index < article.atoms.upperBound + 3, index < atoms.count,
      atoms[index].kind == .word, !Self.collectives.contains(word(index)),
      !FunctionWords.endsPhrase(word(index))
    { index += 1 }
    guard Self.collectives.contains(word(index)), word(index + 1) == "of",
      let count = counts[index + 2], !count.quantity.isArticle, count.quantity.low > 0
    else { return nil }
    var group = PeopleGroup(
      atoms: article.atoms.lowerBound..<count.atoms.upperBound, form: .counted,
      low: count.quantity.low, high: count.quantity.high,
      isApproximate: count.quantity.isApproximate, isAdditional: article.isAdditional)
    if let noun = nominal(from: count.atoms.upperBound) {
      guard !noun.isThing, noun.harmNoun == nil else { return nil }
      guard !noun.isUnknown else { return group }
      group.atoms = group.atoms.lowerBound..<noun.end
      group.category = noun.category
      group.hasNoun = true
      group.key = noun.key
    } else {
      group.key = word(index)
    }
    return group
  }

  /// One past a name between commas right after a noun: `, Omar Haddad,`.
  func nameInCommas(after end: Int) -> Int? {
    guard word(end) == "," else { return nil }
    if let stop = names[end + 1] { return stop }
    var index = end + 1
    while index < atoms.count, index - end < 5, atoms[index].isCapitalized || isHyphen(index) {
      index += 1
    }
    guard index > end + 1, index < atoms.count, word(index) == ",", index - end < 5 else {
      return nil
    }
    return index
  }

  private func isHyphen(_ index: Int) -> Bool { atoms[index].isJoiningHyphen }

  /// One past the rest of a name that runs over `of` or `for`, where a noun for people follows:
  /// `of Uzbekistan` in `an Islamic Movement of Uzbekistan leader`.
  func nameGoingOn(at index: Int) -> Int? {
    guard word(index) == "of" || word(index) == "for", index > 0, atoms[index - 1].isCapitalized
    else { return nil }
    var next = index + 1
    if word(next) == "the" { next += 1 }
    guard next < atoms.count, atoms[next].isCapitalized else { return nil }
    while next < atoms.count, atoms[next].isCapitalized || isHyphen(next) { next += 1 }
    if let further = nameGoingOn(at: next) { return further }
    return isNounAhead(next) ? next : nil
  }
}
