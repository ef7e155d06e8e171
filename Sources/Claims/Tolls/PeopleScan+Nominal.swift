import Knowledge
import Mentions
import Texts

/// The noun part of a phrase for people.
struct Nominal {
  var end: Int
  var category: Toll.Category = .unstated
  var isPlural = false
  var isUnknown = false
  var isThing = false
  var isNamed = false
  var harmNoun: Int?
  var premodifier: Int?
  var key: Word = .none
  var owner: TextRange?
}

extension PeopleScan {
  private static let reach = 9
  /// Words that break off a phrase as verbs but stand before its noun as well.
  private static let attributes: Set<Word> = [
    "targeted", "attacked", "raided", "escaped", "surrendered", "late", "outside", "only",
  ]

  /// The noun phrase that begins at `start`, after number and determiner; nil when no noun
  /// stands there.
  func nominal(from start: Int) -> Nominal? {
    var found: (index: Int, role: RoleLexicon.Role)?
    var modifier: RoleLexicon.Category?
    var premodifier: Int?
    var unknown: Int?
    var age: Int?
    var owner: TextRange?
    var index = start
    scan: while index < atoms.count, index - start < Self.reach {
      let atom = atoms[index]
      if let stated = ageModifier(at: index) {
        guard found == nil else { break }
        age = stated.age
        index = stated.end
        if !isNounAhead(index) {
          return Nominal(
            end: index, category: stated.age < 18 ? .child : .unstated,
            premodifier: premodifier, key: "old", owner: owner)
        }
        continue
      }
      switch atom.kind {
      case .number: break scan
      case .mark:
        let isJoin =
          atom.isJoiningHyphen && index + 1 < atoms.count && !atoms[index + 1].hasSpaceBefore
        let isQuote =
          atom.isMark("\"") || atom.isMark("“") || atom.isMark("”") || atom.isMark("'")
        let isTitlePoint =
          atom.isMark(".") && index > start && atoms[index - 1].isCapitalized && found != nil
        guard isJoin || (isQuote && found == nil) || isTitlePoint else { break scan }
        index += 1
        continue
      case .word: break
      }
      if index > start, counts[index] != nil, !isHyphened(index) { break }
      if atom.word == "'s" {
        guard index > start, found == nil || !isActAhead(index + 1) else { break }
        owner = atoms[start].range.union(atoms[index - 1].range)
        found = nil
        unknown = nil
        index += 1
        continue
      }
      if names[index] != nil, found != nil { break }
      if found == nil, Self.attributes.contains(atom.word), isNounAhead(index + 1) {
        // `the targeted individual`
        index += 1
        continue
      }
      if found == nil, index > start, let end = nameGoingOn(at: index) {
        index = end
        continue
      }
      if FunctionWords.endsPhrase(atom.word), !isHyphened(index) { break }
      if harm.count(atom.word) != nil,
        found == nil || found?.role.isPlural == false || found?.role.kind == .people,
        harm.act(atom.word) == nil || word(index + 1) != "of" || index > start
      {
        guard !isNounAhead(index + 1) else {
          index += 1
          continue
        }
        return Nominal(
          end: index + 1, category: category(found?.role, modifier, start..<index), isPlural: true,
          harmNoun: index, premodifier: premodifier, key: atom.word, owner: owner)
      }
      if isDeed(index) {
        // `The shelling killed civilians` is no `killed civilians`.
        guard found == nil, isNounAhead(index + 1), unknown.map({ atoms[$0].endsInLy }) ?? true
        else { break }
        premodifier = premodifier ?? index
      } else if let role = roles.role(atom.word), role.kind != .thing {
        found = (index, role)
        if role.isPlural, role.kind == .person || !isNounAhead(index + 1) { break }
        modifier = roles.modifier(atom.word) ?? modifier
      } else if roles.role(atom.word) != nil, found == nil || !isNounAhead(index + 1) {
        if found == nil, isNounAhead(index + 1) {
          index += 1
          continue
        }
        guard found == nil else { break }
        return Nominal(end: index + 1, isPlural: true, isThing: true, key: atom.word)
      } else if let lent = roles.modifier(atom.word) {
        if found != nil, !isNounAhead(index + 1) { break }
        modifier = lent
      } else if found != nil {
        guard isNounAhead(index + 1) else { break }
      } else if unknown == nil || !(atoms[unknown ?? 0].endsInS) {
        unknown = index
      }
      index += 1
    }
    if let found { return known(found, modifier, premodifier, age, owner, from: start) }
    guard let unknown else { return nil }
    let noun = atoms[unknown]
    if noun.endsInS, !noun.isCapitalized, !noun.isAgentPlural {
      // `four amendments`: of plurals that no table has, only those formed as people's are people.
      return Nominal(end: unknown + 1, isPlural: true, isThing: true, key: noun.word)
    }
    return Nominal(
      end: unknown + 1, category: category(nil, modifier, start..<unknown), isPlural: true,
      isUnknown: true, premodifier: premodifier, key: atoms[unknown].word, owner: owner)
  }

  private func isHyphened(_ index: Int) -> Bool {
    index > 0 && atoms[index - 1].isJoiningHyphen && !atoms[index].hasSpaceBefore
  }

  private func known(
    _ found: (index: Int, role: RoleLexicon.Role), _ modifier: RoleLexicon.Category?,
    _ premodifier: Int?, _ age: Int?, _ owner: TextRange?, from start: Int
  ) -> Nominal {
    var noun = Nominal(
      end: found.index + 1, category: category(found.role, modifier, start..<found.index),
      isPlural: found.role.isPlural, premodifier: premodifier, key: word(found.index),
      owner: owner)
    if let age, age < 18, noun.category == .unstated || noun.category == .civilian {
      noun.category = .child
    }
    if noun.isPlural {
      // `men, women and children`, `girls and women`
      while word(noun.end) == "and" || word(noun.end) == "or" || word(noun.end) == ",",
        counts[noun.end + 1] == nil
      {
        var next = noun.end + 1
        if word(noun.end) == "," && word(next) == "and" { next += 1 }
        if roles.modifier(word(next)) != nil, roles.role(word(next + 1)) != nil { next += 1 }
        guard let role = roles.role(word(next)), role.isPlural, role.kind == .person,
          word(noun.end) != "," || isListGoingOn(next + 1)
        else { break }
        noun.category = Self.merged(noun.category, Toll.Category(role.category))
        noun.end = next + 1
      }
    } else {
      var end = noun.end
      if word(end) == ".", end < atoms.count, !atoms[end].hasSpaceBefore { end += 1 }
      if let stop = names[end] {
        end = stop
      } else {
        while end < atoms.count, atoms[end].isCapitalized || atoms[end].isJoiningHyphen,
          roles.role(word(end))?.kind != .thing, !FunctionWords.endsPhrase(word(end))
        { end += 1 }
      }
      if end > noun.end + (word(noun.end) == "." ? 1 : 0), atoms[end - 1].isCapitalized {
        noun.end = end
        noun.isNamed = true
        noun.key = atoms[end - 1].word
      }
    }
    return noun
  }

  /// Whether a list of nouns comes to its `and` after one at a comma.
  private func isListGoingOn(_ index: Int) -> Bool {
    if word(index) == "and" { return roles.role(word(index + 1))?.isPlural == true }
    return word(index) == "," && word(index + 1) == "and"
      && roles.role(word(index + 2))?.isPlural == true
  }

  static func merged(_ a: Toll.Category, _ b: Toll.Category) -> Toll.Category {
    if a == b { return a }
    let pair: Set<Toll.Category> = [a, b]
    if pair == [.civilian, .child] || pair == [.civilian, .unstated] { return .civilian }
    if pair.contains(.unstated) { return .unstated }
    return .mixed
  }

  /// The status that noun, modifiers and the group named before it give.
  private func category(
    _ role: RoleLexicon.Role?, _ modifier: RoleLexicon.Category?, _ before: Range<Int>
  ) -> Toll.Category {
    if let role, role.decides { return Toll.Category(role.category) }
    if let modifier, modifier != .unstated { return Toll.Category(modifier) }
    if role?.kind != .people, let first = before.first, let last = before.last {
      let range = atoms[first].range.union(atoms[last].range)
      for mention in mentions.actorMentions where mention.range.overlaps(range) {
        switch mentions.actors[mention.entity].kind {
        case .armedGroup: return .combatant
        case .military: return .military
        case .police: return .police
        default: continue
        }
      }
    }
    return role.map { Toll.Category($0.category) } ?? .unstated
  }

  /// Whether a noun for people follows within a few words of the same phrase.
  func isNounAhead(_ start: Int) -> Bool {
    for index in start..<min(start + 4, atoms.count) {
      let atom = atoms[index]
      if atom.isJoiningHyphen { continue }
      guard atom.kind == .word, !FunctionWords.endsPhrase(atom.word), names[index] == nil,
        index > start || !atom.endsInLy, !isDeed(index)
      else { return false }
      if let role = roles.role(atom.word) {
        if role.kind == .person || role.kind == .group { return true }
        if role.kind == .people { return role.isPlural || isNounAhead(index + 1) }
        return false
      }
      if harm.count(atom.word)?.isPlural == true { return true }
    }
    return false
  }

  /// Whether a noun for a deed follows: `the hostage's death`.
  private func isActAhead(_ start: Int) -> Bool {
    for index in start..<min(start + 3, atoms.count) {
      if let act = harm.act(word(index)), !act.isPlural { return true }
      if FunctionWords.endsPhrase(word(index)) || atoms[index].kind != .word { return false }
    }
    return false
  }

  /// Whether the word is a verb or adjective of harm.
  func isDeed(_ index: Int) -> Bool {
    if harm.adjective(word(index)) != nil { return true }
    return harm.verbs(word(index)).contains { verb in
      verb.complement.isEmpty
        || (index + 1..<min(index + 3, atoms.count)).contains { word($0) == verb.complement[0] }
    }
  }

  /// `12-year-old`, `twelve year old`.
  private func ageModifier(at index: Int) -> (age: Int, end: Int)? {
    var next = index
    let age: Int
    if let value = atoms[index].value {
      age = Int(value)
      next += 1
    } else if let number = NumberParser(atoms: atoms).cardinal(at: index) {
      age = number.value
      next = number.end
    } else {
      return nil
    }
    func skipHyphen() { if next < atoms.count, atoms[next].word == "-" { next += 1 } }
    skipHyphen()
    guard
      word(next) == "year" || word(next) == "month" || word(next) == "week"
        || word(next) == "day"
    else { return nil }
    let isYears = word(next) == "year"
    next += 1
    skipHyphen()
    guard word(next) == "old" else { return nil }
    return (isYears ? age : 0, next + 1)
  }
}

extension Toll.Category {
  /// The category of a noun for people.
  init(_ category: RoleLexicon.Category) {
    switch category {
    case .civilian: self = .civilian
    case .child: self = .child
    case .combatant: self = .combatant
    case .police: self = .police
    case .military: self = .military
    case .unstated: self = .unstated
    }
  }
}
