import Knowledge
import Linguistics
import Texts

extension ActorSpotter {
  /// What the stretches read so far say of those to come.
  private struct Context {
    var nation: Int?
    var owner: Int?
    var roles: Range<Int>?
    var isPossessed = false
    var phraseSpots: [Int] = []
  }

  /// Adds the spots of one phrase.
  mutating func spot(
    _ elements: [Element], start: Int, isDefinite: Bool, sentence: Range<Int>
  ) {
    var context = Context()
    var coreStart = elements[0].words.lowerBound
    for (position, element) in elements.enumerated() {
      let next = position + 1 < elements.count ? elements[position + 1] : nil
      if isCompound(after: element, next) {
        coreStart = min(coreStart, element.words.lowerBound)
        continue
      }
      switch element.piece {
      case .modifier: break
      case .title:
        context.roles =
          (context.roles?.lowerBound ?? element.words.lowerBound)..<element.words.upperBound
      case .nation(let form):
        addNation(form, element, isLast: next == nil, sentence: sentence, to: &context)
      case .known(let row):
        addName(.known(row), element, coreStart: coreStart, to: &context)
      case .institution(let institution):
        addInstitution(
          institution, element, start: start, coreStart: coreStart, isDefinite: isDefinite,
          sentence: sentence, to: &context)
      case .noun(let noun):
        addNoun(
          noun, element, next: next, start: start, coreStart: coreStart, isDefinite: isDefinite,
          sentence: sentence, to: &context)
      case .name:
        addName(
          nameSort(element.words, roles: context.roles), element, coreStart: coreStart, to: &context
        )
      }
    }
    for spot in context.phraseSpots.dropLast() { spots[spot].isHead = false }
    if let last = context.phraseSpots.last {
      let isAlone = context.phraseSpots.count == 1 || !spots[last].isName
      if isAlone {
        spots[last].whole = min(start, spots[last].whole.lowerBound)..<spots[last].whole.upperBound
      }
      spots[last].isInitial = elements[0].words.lowerBound == sentence.lowerBound
    }
  }

  private func isCompound(after element: Element, _ next: Element?) -> Bool {
    guard let next, case .modifier = next.piece, next.words.count >= 1 else { return false }
    let word = words[next.words.lowerBound]
    return word.gap == .hyphen && ActorGrammar.compound.contains(word.word)
  }

  private func nameSort(_ run: Range<Int>, roles: Range<Int>?) -> ActorSpot.Sort {
    if let name = source.names[run.lowerBound], name.words == run {
      switch name.kind {
      // One word may be a group's: what stands beside it tells.
      case .person where run.count == 1 && roles == nil: return .unknown
      case .person where !isOrganization(run) || roles != nil: return .person
      case .person, .organization: return .organization(organizationKind(run) ?? .organization)
      case .location, .facility, .group, .product, .miscellaneous, .date, .money: break
      }
    }
    if isPlace(run) { return .unknown }
    if let kind = organizationKind(run), roles == nil { return .organization(kind) }
    if roles != nil { return .person }
    return isPersonLike(run) ? .person : .unknown
  }

  private mutating func addNation(
    _ form: ActorTable.NationForm, _ element: Element, isLast: Bool, sentence: Range<Int>,
    to context: inout Context
  ) {
    context.nation = form.nation
    if words[element.words.upperBound - 1].isPossessive { context.isPossessed = true }
    guard isLast, acts(form, element.words, sentence: sentence) else { return }
    var spot = ActorSpot(
      sort: .nation(form.nation), core: element.words, whole: element.words)
    spot.nation = form.nation
    spots.append(spot)
    context.phraseSpots.append(spots.count - 1)
  }

  /// Whether a country or capital acts or speaks here, and is not just where something is.
  private func acts(
    _ form: ActorTable.NationForm, _ range: Range<Int>, sentence: Range<Int>
  ) -> Bool {
    let next = range.upperBound
    if form.form == .adjective {
      for index in next..<min(next + 3, sentence.upperBound) where words[index].isAdjacent {
        if ActorGrammar.deeds.contains(words[index].word) { return true }
      }
      return false
    }
    if form.form == .name, words[range.upperBound - 1].isPossessive {
      for index in next..<min(next + 3, sentence.upperBound) where words[index].isAdjacent {
        if ActorGrammar.deeds.contains(words[index].word) { return true }
      }
      return false
    }
    var before = range.lowerBound - 1
    if before >= sentence.lowerBound, words[before].word == "the" { before -= 1 }
    if before >= sentence.lowerBound, words[range.lowerBound].isAdjacent {
      let word = words[before].word
      if form.form == .name, ActorGrammar.actorPrepositions.contains(word) { return true }
      if ActorGrammar.placePrepositions.contains(word) { return false }
    }
    guard next < sentence.upperBound, words[next].isAdjacent, !words[next].isCapitalized else {
      return form.form == .name && next < sentence.upperBound && words[next].gap.contains(.comma)
        && range.lowerBound == sentence.lowerBound && isVerb(next + 1, sentence: sentence)
    }
    if form.form == .capital { return isSpeech(words[next].word) }
    if form.form == .name, deedFollows(next, sentence: sentence) { return true }
    return isVerb(next, sentence: sentence)
  }

  /// `US air strikes`, where the name stands for the adjective.
  private func deedFollows(_ next: Int, sentence: Range<Int>) -> Bool {
    for index in next..<min(next + 3, sentence.upperBound) {
      guard words[index].isAdjacent else { return false }
      if ActorGrammar.deeds.contains(words[index].word) { return true }
      if table.nouns.noun(words[index])?.uses.contains(.modifier) != true { return false }
    }
    return false
  }

  private func isVerb(_ index: Int, sentence: Range<Int>) -> Bool {
    guard index < sentence.upperBound else { return false }
    let word = words[index]
    guard !word.isCapitalized, !word.hasDigits else { return false }
    if ActorGrammar.verbs.contains(word.word) { return true }
    let bytes = source.text.bytes
    let end = word.range.end
    guard word.range.count >= 4 else { return false }
    if bytes[end - 1] == 0x64, bytes[end - 2] == 0x65 { return true }
    return bytes[end - 1] == 0x73 && bytes[end - 2] != 0x73 && !word.isPossessive
  }

  private func isSpeech(_ word: Word) -> Bool {
    switch word {
    case "said", "says", "has", "had", "have", "will", "would", "denied", "denies", "accused",
      "accuses", "blamed", "blames", "warned", "warns", "condemned", "condemns", "vowed", "vows",
      "insisted", "insists", "claimed", "claims", "rejected", "rejects", "confirmed", "announced",
      "responded", "urged", "urges", "called", "maintains", "wants", "demanded", "demands",
      "considers", "regards", "sees", "views", "hopes", "fears", "supports", "backs", "summoned",
      "expelled", "pledged", "threatened", "threatens", "deployed", "launched", "also", "did",
      "does", "refused", "refuses", "ordered", "imposed", "sent", "retaliated":
      true
    default: false
    }
  }

  private mutating func addName(
    _ sort: ActorSpot.Sort, _ element: Element, coreStart: Int, to context: inout Context
  ) {
    var spot = ActorSpot(sort: sort, core: element.words, whole: element.words)
    spot.nation = context.nation
    spot.isRead = source.names[element.words.lowerBound]?.isActor == true
    if let roles = context.roles {
      spot.roles = roles
      spot.description = description(roles, coreStart: coreStart)
      spot.whole = min(roles.lowerBound, element.words.lowerBound)..<element.words.upperBound
      spot.owner = context.owner
    }
    if let before = context.phraseSpots.last, case .group = spots[before].sort,
      context.roles == nil
    {
      spots[before].same = spots.count
    }
    spots.append(spot)
    context.phraseSpots.append(spots.count - 1)
    context.owner = spots.count - 1
    context.roles = nil
  }

  /// `army spokesman` of `the army spokesman Colonel Ana Ruiz`; nil for an office or title alone.
  private func description(_ roles: Range<Int>, coreStart: Int) -> Range<Int>? {
    let start = min(coreStart, roles.lowerBound)
    var office: Range<Int>?
    var index = roles.lowerBound
    while index < roles.upperBound {
      guard let match = table.nouns.match(words, at: index, end: roles.upperBound) else {
        index += 1
        continue
      }
      if !match.value.uses.isDisjoint(with: [.role, .speaker]) { office = office ?? match.words }
      index = match.words.upperBound
    }
    guard let office, start < office.lowerBound else { return nil }
    return start..<office.upperBound
  }

  private mutating func addInstitution(
    _ institution: Int, _ element: Element, start: Int, coreStart: Int, isDefinite: Bool,
    sentence: Range<Int>, to context: inout Context
  ) {
    var range = element.words
    var nation = context.nation
    var index = range.upperBound
    if nation == nil, index + 1 < sentence.upperBound, words[index].isAdjacent,
      words[index].word == "of" || words[index].word == "in"
    {
      index += 1
      if words[index].word == "the", index + 1 < sentence.upperBound { index += 1 }
      if let match = table.nation(in: words, at: index, end: sentence.upperBound),
        match.value.form == .name
      {
        nation = match.value.nation
        range = range.lowerBound..<match.words.upperBound
      }
    }
    if isThing(at: range.upperBound, sentence: sentence) { return }
    var spot = ActorSpot(
      sort: .institution(institution, nation: nation),
      core: min(coreStart, range.lowerBound)..<range.upperBound,
      whole: min(start, range.lowerBound)..<range.upperBound)
    spot.nation = nation
    spot.isDefinite = isDefinite
    spot.owner = context.owner
    spots.append(spot)
    context.phraseSpots.append(spots.count - 1)
    context.owner = spots.count - 1
  }

  /// Whether a singular noun stands before another noun: `a rebel stronghold`.
  private func isAdjective(before index: Int, sentence: Range<Int>) -> Bool {
    guard index < sentence.upperBound, words[index].isAdjacent,
      !words[index - 1].isPossessive
    else { return false }
    let next = words[index]
    return !next.isCapitalized && !next.hasDigits
      && !ActorGrammar.functionWords.contains(next.word) && !isVerb(index, sentence: sentence)
  }

  /// Whether what comes next makes the words before it a mere adjective: `army base`.
  private func isThing(at index: Int, sentence: Range<Int>) -> Bool {
    index < sentence.upperBound && words[index].isAdjacent && !words[index - 1].isPossessive
      && ActorGrammar.things.contains(words[index].word)
  }

  private mutating func addNoun(
    _ noun: ActorNouns.Noun, _ element: Element, next: Element?, start: Int, coreStart: Int,
    isDefinite: Bool, sentence: Range<Int>, to context: inout Context
  ) {
    if next == nil, words[element.words.lowerBound].word == "major" { return }
    if let next {
      switch next.piece {
      case .noun, .modifier, .institution: return
      case .name where noun.uses.contains(.role) && !noun.isPlural,
        .title where noun.uses.contains(.role):
        context.roles = (context.roles?.lowerBound ?? coreStart)..<element.words.upperBound
        return
      default: break
      }
    }
    if noun.uses.contains(.group), let owner = context.owner, context.phraseSpots.last == owner,
      spots[owner].core.upperBound == element.words.lowerBound || noun.uses.contains(.group),
      takesApposition(spots[owner])
    {
      spots[owner].whole = spots[owner].whole.lowerBound..<element.words.upperBound
      return
    }
    if isThing(at: element.words.upperBound, sentence: sentence) { return }
    if !noun.isPlural, isAdjective(before: element.words.upperBound, sentence: sentence) { return }
    let isPerson = !noun.isPlural && noun.uses.contains(.role)
    var sort: ActorSpot.Sort = .people
    if noun.uses.contains(.group), !isPerson || noun.groupKinds.isEmpty == false {
      sort = .group(noun.groupKinds.compactMap { ActorKind(rawValue: $0) })
    } else if isPerson {
      sort = .role(isSpeaker: noun.uses.contains(.speaker))
    }
    if noun.uses.contains(.people), noun.isPlural, !isDefinite || context.nation != nil {
      sort = .people
    }
    var spot = ActorSpot(
      sort: sort, core: min(coreStart, element.words.lowerBound)..<element.words.upperBound,
      whole: start..<element.words.upperBound)
    spot.nation = context.nation
    spot.owner = context.owner
    spot.isDefinite = isDefinite || context.isPossessed
    spot.isPlural = noun.isPlural
    spot.head = element.words.upperBound - 1
    spots.append(spot)
    context.phraseSpots.append(spots.count - 1)
  }

  /// Whether a group noun right after this spot only says what it is: `SANA news agency`.
  private func takesApposition(_ spot: ActorSpot) -> Bool {
    switch spot.sort {
    case .known, .organization, .unknown: true
    default: false
    }
  }
}
