import Knowledge
import Linguistics
import Mentions
import Texts

/// Finds the phrases for people in one sentence.
struct PeopleScan {
  let atoms: [Atom]
  let counts: [Int: CountedAtoms]
  let roles: RoleLexicon
  let harm: HarmLexicon
  let mentions: ReportMentions
  let names: [Int: Int]

  /// Creates a scan; `names` gives, for the first atom of each person's name, one past its last.
  init(
    atoms: [Atom], roles: RoleLexicon, harm: HarmLexicon, mentions: ReportMentions,
    names: [Int: Int]
  ) {
    self.atoms = atoms
    self.roles = roles
    self.harm = harm
    self.mentions = mentions
    self.names = names
    counts = Dictionary(
      QuantityFinder().counts(in: atoms).map { ($0.atoms.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func word(_ index: Int) -> Word { atoms.indices.contains(index) ? atoms[index].word : .none }

  /// The phrases, in order, without overlap.
  func groups() -> [PeopleGroup] {
    var groups: [PeopleGroup] = []
    var index = 0
    while index < atoms.count {
      if var group = group(at: index) {
        // `the leader and suspected insurgents` is as definite as its first part.
        if group.form == .barePlural, let last = groups.last, last.form == .definitePlural,
          isList(last.atoms.upperBound..<index)
        {
          group.form = .definitePlural
        }
        groups.append(group)
        index = max(index + 1, group.atoms.upperBound)
      } else if let count = counts[index], !count.quantity.isArticle {
        index = max(index + 1, count.atoms.upperBound)
      } else {
        index += 1
      }
    }
    return groups
  }

  /// Whether only nouns of a list stand between two of its parts: `, facilitator and suspected`.
  private func isList(_ between: Range<Int>) -> Bool {
    guard between.count < 8, let last = between.last else { return false }
    let isJoined = word(last) == "and" || (between.count > 1 && word(last - 1) == "and")
    return isJoined
      && between.allSatisfy { index in
        let word = word(index)
        return word == "and" || word == "," || roles.role(word) != nil
          || roles.modifier(word) != nil
          || (atoms[index].kind == .word && !FunctionWords.endsPhrase(word) && !isDeed(index))
      }
  }

  private func group(at index: Int) -> PeopleGroup? {
    if let count = counts[index] { return counted(count) }
    let word = atoms[index].word
    if let pronoun = pronoun(at: index) { return pronoun }
    if word == "all", let group = all(at: index) { return group }
    if FunctionWords.determiners.contains(word), let group = determined(at: index) { return group }
    return bare(at: index)
  }

  // MARK: With a number

  private func counted(_ count: CountedAtoms) -> PeopleGroup? {
    let quantity = count.quantity
    var group = PeopleGroup(
      atoms: count.atoms, form: .counted, low: quantity.low, high: quantity.high,
      isApproximate: quantity.isApproximate, isAdditional: quantity.isAdditional,
      isArticle: quantity.isArticle)
    var start = count.atoms.upperBound
    if word(start) == "of" {
      start += 1
      switch word(start) {
      case "them", "whom", "us":
        group.atoms = count.atoms.lowerBound..<start + 1
        group.isPartitive = true
        return group
      default: break
      }
      if FunctionWords.determiners.contains(word(start)) {
        group.isPartitive = true
        group.owner = atoms[start].range
        start += 1
      } else if word(start) == "all" || counts[start] != nil {
        return nil
      }
      if group.isPartitive, counts[start] != nil {
        // `one of the three drivers`: the second number has a phrase of its own.
        return group
      }
    }
    while ["more", "other", "additional", "further", "fewer"].contains(word(start)) { start += 1 }
    if word(start) == "others" {
      group.atoms = count.atoms.lowerBound..<start + 1
      return group
    }
    if quantity.isArticle, let group = collective(group) { return group }
    let noun = nominal(from: start)
    if quantity.isArticle {
      if group.isPartitive, word(count.atoms.lowerBound) == "one" || quantity.isAdditional,
        let noun, noun.isPlural, !noun.isUnknown, !noun.isThing, noun.harmNoun == nil
      {
        // `one of his associates`
        take(noun, into: &group)
        group.isArticle = false
        return group
      }
      guard let noun, !noun.isUnknown, !noun.isThing, noun.harmNoun == nil, !noun.isPlural else {
        // `one` alone may stand for a person: `one was killed`.
        guard noun == nil, word(count.atoms.lowerBound) == "one" || quantity.isAdditional else {
          return nil
        }
        return group.isPartitive ? nil : group
      }
      group.form = group.isPartitive ? .counted : .single
      take(noun, into: &group)
      return group
    }
    if let noun {
      take(noun, into: &group)
    } else if group.isPartitive {
      return group
    }
    return group
  }

  private func take(_ noun: Nominal, into group: inout PeopleGroup) {
    group.atoms = group.atoms.lowerBound..<noun.end
    group.category = noun.category
    group.hasNoun = !noun.isUnknown && noun.harmNoun == nil
    group.isThing = noun.isThing
    group.isUnknown = noun.isUnknown
    group.harmNoun = noun.harmNoun
    group.premodifier = noun.premodifier
    group.key = noun.key
    group.owner = noun.owner ?? group.owner
  }

  // MARK: Without a number

  private func all(at index: Int) -> PeopleGroup? {
    var start = index + 1
    if word(start) == "of" { start += 1 }
    if FunctionWords.determiners.contains(word(start)) { start += 1 }
    guard counts[start] == nil, let noun = nominal(from: start), noun.isPlural, !noun.isUnknown,
      !noun.isThing, noun.harmNoun == nil
    else { return nil }
    var group = PeopleGroup(atoms: index..<noun.end, form: .barePlural, low: 2, high: nil)
    take(noun, into: &group)
    return group
  }

  private func determined(at index: Int) -> PeopleGroup? {
    // `the strike that killed soldiers`
    if word(index) == "that", index + 1 < atoms.count, isDeed(index + 1) { return nil }
    guard counts[index + 1] == nil, let noun = nominal(from: index + 1), !noun.isUnknown,
      !noun.isThing, noun.harmNoun == nil
    else { return nil }
    var group = PeopleGroup(
      atoms: index..<noun.end, form: noun.isPlural ? .definitePlural : .single,
      low: noun.isPlural ? 2 : 1, high: noun.isPlural ? nil : 1)
    take(noun, into: &group)
    return group
  }

  /// Someone named by whose he is: `Uganda's envoy`.
  private func owned(at index: Int) -> PeopleGroup? {
    guard atoms[index].isCapitalized else { return nil }
    var mark = index + 1
    while mark < min(index + 4, atoms.count), atoms[mark].isCapitalized { mark += 1 }
    guard mark < atoms.count, !atoms[mark].hasSpaceBefore,
      word(mark) == "'s" || (atoms[mark].word == "'" && atoms[mark - 1].endsInS),
      counts[mark + 1] == nil, let noun = nominal(from: mark + 1), !noun.isUnknown, !noun.isThing,
      noun.harmNoun == nil
    else { return nil }
    var group = PeopleGroup(
      atoms: index..<noun.end, form: noun.isPlural ? .definitePlural : .single,
      low: noun.isPlural ? 2 : 1, high: noun.isPlural ? nil : 1)
    take(noun, into: &group)
    group.owner = atoms[index].range.union(atoms[mark - 1].range)
    return group
  }

  private func bare(at index: Int) -> PeopleGroup? {
    if let end = names[index] {
      return PeopleGroup(
        atoms: index..<end, form: .named, low: 1, high: 1, key: atoms[end - 1].word)
    }
    guard atoms[index].kind == .word else { return nil }
    if let owned = owned(at: index) { return owned }
    if word(index) == "others" {
      return PeopleGroup(atoms: index..<index + 1, form: .barePlural, low: 2, high: nil)
    }
    guard let role = roles.role(word(index)), role.kind != .thing,
      let noun = nominal(from: index), !noun.isUnknown, !noun.isThing, noun.harmNoun == nil
    else { return nil }
    if noun.isNamed {
      var group = PeopleGroup(atoms: index..<noun.end, form: .named, low: 1, high: 1)
      take(noun, into: &group)
      return group
    }
    if !noun.isPlural, let end = nameInCommas(after: noun.end) {
      // `killed militia leader, Omar Haddad, in`
      var group = PeopleGroup(atoms: index..<end, form: .named, low: 1, high: 1)
      take(noun, into: &group)
      group.atoms = index..<end
      group.key = atoms[end - 1].word
      return group
    }
    guard noun.isPlural else { return nil }
    var group = PeopleGroup(
      atoms: index..<noun.end, form: role.kind == .group ? .definitePlural : .barePlural, low: 2,
      high: nil)
    take(noun, into: &group)
    let before = word(index - 1)
    if index > 0, before == "'s" || before == "many" || before == "few" || before == "most" {
      group.form = .definitePlural
    }
    return group
  }
}
