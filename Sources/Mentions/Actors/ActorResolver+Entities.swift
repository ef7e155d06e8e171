import Knowledge
import Texts

extension ActorResolver {
  /// The actor that a spot means, made when it is new; nil when nothing says that it is one.
  mutating func entity(for spot: ActorSpot, isSource: Bool) -> Int? {
    switch spot.sort {
    case .known(let row): return known(row)
    case .nation(let nation):
      return table.government(of: nation).map { known($0) }
    case .institution(let institution, let nation):
      return self.institution(institution, nation: nation, spot: spot)
    case .person: return person(spot.core, spot: spot)
    case .organization(let kind): return organization(spot.core, kind: kind)
    case .unknown: return unknown(spot, isSource: isSource)
    case .role: return role(spot, isSource: isSource)
    case .people: return people(spot, isSource: isSource)
    case .group(let kinds): return group(spot, kinds: kinds, isSource: isSource)
    }
  }

  mutating func known(_ row: Int) -> Int {
    if let found = drafts.firstIndex(where: { $0.knownActor == row }) { return found }
    var draft = ActorDraft(kind: ActorKind(rawValue: table[row].kind) ?? .organization)
    draft.knownActor = row
    draft.country = table[row].country
    draft.nameWords = Set(
      NameWord.words(of: table[row].name).filter { !$0.isParticle }.map(\.word))
    return add(draft)
  }

  private mutating func institution(
    _ institution: Int, nation: Int?, spot: ActorSpot
  ) -> Int? {
    if let nation, let row = table.institution(institution, of: nation) { return known(row) }
    let recent = latest { draft in
      if draft.institution == institution { return true }
      guard let row = draft.knownActor, let found = table.institution(ofActor: row) else {
        return false
      }
      return found.institution == institution
    }
    if let recent { return recent }
    if table.institution(institution).id != "embassy", let home,
      let row = table.institution(institution, of: home)
    {
      return known(row)
    }
    var draft = ActorDraft(
      kind: ActorKind(rawValue: table.institution(institution).kind) ?? .organization)
    draft.institution = institution
    draft.name = spot.core
    return add(draft)
  }

  mutating func person(_ core: Range<Int>, spot: ActorSpot) -> Int {
    let key = nameKey(core)
    if let found = drafts.firstIndex(where: { $0.kind == .person && $0.key == key }) {
      return found
    }
    if let last = key.last {
      let found = latest { draft in
        guard draft.kind == .person, !draft.key.isEmpty else { return false }
        return key.count == 1
          ? draft.nameWords.contains(last)
          : matches(key, draft.key)
      }
      if let found { return found }
      if key.count == 1,
        let organization = latest({ $0.knownActor != nil && $0.nameWords.contains(last) }),
        spot.roles == nil
      {
        return organization
      }
    }
    let draft = ActorDraft(kind: .person)
    return add(draft)
  }

  /// Whether a longer name and another are one person's: the same last name, and given names
  /// that do not contradict.
  private func matches(_ key: [Word], _ other: [Word]) -> Bool {
    guard key.last == other.last else { return false }
    if other.count == 1 { return true }
    let shorter = key.count <= other.count ? key : other
    let longer = Set(key.count <= other.count ? other : key)
    return shorter.allSatisfy { longer.contains($0) }
  }

  mutating func organization(_ core: Range<Int>, kind: ActorKind) -> Int {
    let key = nameKey(core)
    if let found = drafts.firstIndex(where: { $0.key == key && $0.kind != .person }) {
      return found
    }
    if key.count == 1, words[core.lowerBound].isAcronym,
      let found = latest({ $0.kind != .person && $0.nameWords.contains(key[0]) })
    {
      return found
    }
    if key.count == 1, !words[core.lowerBound].isAcronym,
      let bearer = latest({ $0.kind == .person && $0.key.count > 1 && $0.key.last == key[0] })
    {
      return bearer
    }
    return add(ActorDraft(kind: kind))
  }

  /// Capitalized words: a short form of someone named before, or an actor when they speak.
  private mutating func unknown(_ spot: ActorSpot, isSource: Bool) -> Int? {
    let key = nameKey(spot.core)
    if let found = drafts.firstIndex(where: { !$0.key.isEmpty && $0.key == key }) { return found }
    if key.count == 1, let word = key.first {
      if let found = latest({ $0.kind == .person && $0.key.last == word }) { return found }
      if let found = latest({ isShortForm(word, of: $0) }) { return found }
      if words[spot.core.lowerBound].isAcronym,
        let found = latest({ $0.kind != .person && $0.nameWords.contains(word) })
      {
        return found
      }
    } else if let found = latest({ $0.kind == .person && matches(key, $0.key) }) {
      return found
    }
    guard spot.isRead || isSource && (!spot.isInitial || spot.core.count > 1 || spot.isHead) else {
      return nil
    }
    let isAcronym = spot.core.count == 1 && words[spot.core.lowerBound].isAcronym
    let hasArticle = words[spot.whole.lowerBound].word == "the"
    return add(ActorDraft(kind: isAcronym || hasArticle ? .organization : .person))
  }

  /// Whether one capitalized word is short for a group's or an organization's name: its first
  /// word, unless that is a country's or says only what kind it is.
  private func isShortForm(_ word: Word, of draft: ActorDraft) -> Bool {
    guard draft.kind != .person, draft.kind != .unnamed, let name = draft.name else {
      return false
    }
    let key = nameKey(name)
    guard key.count > 1, key.first == word,
      let first = name.first(where: { words[$0].word == word })
    else { return false }
    if table.nation(in: words, at: first, end: first + 1) != nil { return false }
    return table.nouns.noun(words[first])?.uses.contains(.modifier) != true
  }

  private mutating func role(_ spot: ActorSpot, isSource: Bool) -> Int? {
    let word = words[spot.head].word
    if spot.isDefinite, spot.owner == nil,
      let found = latest({ draft in
        draft.titles.contains(word) && !draft.isPlural
          && (draft.kind == .person || draft.kind == .unnamed)
          && agrees(draft, with: spot.nation)
      })
    {
      return found
    }
    return people(spot, isSource: isSource)
  }

  private func agrees(_ draft: ActorDraft, with nation: Int?) -> Bool {
    guard let nation, let country = draft.country else { return true }
    return country == table.nations[nation].code
  }

  /// People who are nobody in particular (`two men`) are actors only when they speak.
  private mutating func people(_ spot: ActorSpot, isSource: Bool) -> Int? {
    if !isSource, spot.owner == nil, spot.nation == nil,
      ActorGrammar.anyone.contains(words[spot.head].word)
    {
      return nil
    }
    return nominal(spot, kind: .unnamed)
  }

  private mutating func group(_ spot: ActorSpot, kinds: [ActorKind], isSource: Bool) -> Int? {
    let word = words[spot.head].word
    let isCapitalized = words[spot.head].isCapitalized && spot.core.count == 1
    if spot.isDefinite, !spot.isPlural {
      if let found = latest({ draft in
        draft.kind != .unnamed && draft.kind != .person && draft.nameWords.contains(word)
          && (isCapitalized || draft.titles.contains(word))
      }) {
        return found
      }
      let table = table
      let fits = { (draft: ActorDraft) -> Bool in
        guard draft.name != nil || draft.knownActor != nil || draft.titles.contains(word) else {
          return false
        }
        if let nation = spot.nation, let country = draft.country,
          country != table.nations[nation].code
        {
          return false
        }
        return true
      }
      if let found = latest({ kinds.contains($0.kind) && fits($0) }) { return found }
      if !kinds.contains(.company), let found = latest({ $0.kind == .organization && fits($0) }) {
        return found
      }
    }
    if !isSource, spot.nation == nil, ActorGrammar.anything.contains(word) { return nil }
    return nominal(spot, kind: .unnamed)
  }

  /// An unnamed actor: the same words again mean the same one when they are definite or plural.
  mutating func nominal(_ spot: ActorSpot, kind: ActorKind) -> Int? {
    let key = nominalKey(spot)
    if spot.isDefinite || spot.isPlural,
      let found = latest({ draft in
        guard draft.kind == kind, let head = draft.nominal.last, draft.isPlural == spot.isPlural
        else { return false }
        if draft.nominal == key { return true }
        return spot.core.count == 1 && head == key[0] && spot.isDefinite
      })
    {
      return found
    }
    var draft = ActorDraft(kind: kind)
    draft.nominal = key
    draft.isPlural = spot.isPlural
    let word = words[spot.head].word
    draft.gender =
      ActorGrammar.female.contains(word)
      ? .female : ActorGrammar.male.contains(word) ? .male : nil
    return add(draft)
  }

  /// The words of a nominal with a country's names all one, the head last.
  private func nominalKey(_ spot: ActorSpot) -> [Word] {
    var key: [Word] = []
    var index = spot.core.lowerBound
    while index < spot.core.upperBound {
      if words[index].isCapitalized,
        let match = table.nation(in: words, at: index, end: spot.core.upperBound)
      {
        key.append(Word(folding: table.nations[match.value.nation].code))
        index = match.words.upperBound
        continue
      }
      if index != spot.head { key.append(words[index].word) }
      index += 1
    }
    key.append(words[spot.head].word)
    return key
  }
}
