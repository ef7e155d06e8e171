import Knowledge
import Texts

/// Decides which spots mean the same actor, in the order of the text.
struct ActorResolver {
  let table: ActorTable
  let source: ActorWords
  /// Phrases that mean one thing.
  let chains: ActorChains
  /// The country that the report is mostly about; `the army` is its army.
  let home: Int?
  var drafts: [ActorDraft] = []
  private(set) var mentions: [(whole: Range<Int>, entity: Int, isName: Bool)] = []
  private(set) var pronouns: [(range: TextRange, entity: Int)] = []
  /// For each spot, its actor.
  private(set) var entities: [Int?]

  init(
    table: ActorTable, source: ActorWords, spotCount: Int, home: Int?, chains: ActorChains = .none
  ) {
    self.chains = chains
    self.table = table
    self.source = source
    self.home = home ?? Self.home(table: table, source: source)
    entities = Array(repeating: nil, count: spotCount)
  }

  var words: [NameWord] { source.words }

  /// The country that the report plays in, as far as names tell: a name after a preposition of
  /// place counts three times, and double in the first sentences; nil unless one stands out.
  private static func home(table: ActorTable, source: ActorWords) -> Int? {
    var counts: [Int: Int] = [:]
    for (number, sentence) in source.sentences.enumerated() {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard source.words[index].isCapitalized,
          let match = table.nation(in: source.words, at: index, end: sentence.upperBound)
        else {
          index += 1
          continue
        }
        var weight = match.value.form == .name ? 1 : 0
        let before = match.words.lowerBound - 1
        if match.value.form != .adjective, before >= sentence.lowerBound,
          ActorGrammar.placePrepositions.contains(source.words[before].word)
        {
          weight = 3
        }
        if match.value.form == .adjective { weight = 1 }
        counts[match.value.nation, default: 0] += number < 4 ? weight * 2 : weight
        index = match.words.upperBound
      }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = sorted.first, first.value >= 4 else { return nil }
    if sorted.count > 1, sorted[1].value * 2 > first.value { return nil }
    return first.key
  }

  /// Resolves one spot; `same` and `owner` spots must be resolved by the caller's order.
  mutating func resolve(_ index: Int, spots: [ActorSpot], isSource: Bool) {
    guard entities[index] == nil else { return }
    let spot = spots[index]
    if let same = spot.same, same != index {
      if entities[same] == nil, spots[same].same != index {
        resolve(same, spots: spots, isSource: isSource)
      }
      if let entity = entities[same] {
        attach(spot, index, to: entity)
        return
      }
    }
    guard
      let entity = isSource
        ? entity(for: spot, isSource: true)
        : chained(spot, spots) ?? entity(for: spot, isSource: false)
    else { return }
    attach(spot, index, to: entity)
    if let owner = spot.owner, owner != index {
      if entities[owner] == nil, spots[owner].owner != index, spots[owner].same != index {
        resolve(owner, spots: spots, isSource: false)
      }
      if let parent = entities[owner], parent != entity, drafts[entity].memberOf == nil {
        drafts[entity].memberOf = parent
        if drafts[entity].country == nil { drafts[entity].country = drafts[parent].country }
      }
    }
  }

  /// The actor that a nominal takes up by its chain, if one of its kind is resolved there; whoever
  /// speaks is more often the last that was named.
  private func chained(_ spot: ActorSpot, _ spots: [ActorSpot]) -> Int? {
    guard spot.isDefinite, !spot.isPlural,
      let entity = actor(before: words[spot.head].range.start, spots)
    else { return nil }
    let draft = drafts[entity]
    if let nation = spot.nation, let country = draft.country,
      country != table.nations[nation].code
    {
      return nil
    }
    switch spot.sort {
    case .role: return draft.kind == .person && spot.owner == nil ? entity : nil
    case .group(let kinds): return kinds.contains(draft.kind) ? entity : nil
    default: return nil
    }
  }

  /// The actor of the nearest phrase before, in the chain of the one whose head begins at `start`.
  func actor(before start: Int, _ spots: [ActorSpot]) -> Int? {
    for head in chains.heads(before: start) {
      for (index, spot) in spots.enumerated() where spot.isHead {
        if let entity = entities[index], source.range(spot.core).contains(head) { return entity }
      }
    }
    return nil
  }

  /// Adds a mention that is not a spot's: a source span, a pronoun.
  mutating func addMention(_ whole: Range<Int>, _ entity: Int, isName: Bool) {
    mentions.append((whole, entity, isName))
    drafts[entity].lastMention = max(drafts[entity].lastMention, whole.lowerBound)
  }

  /// Adds a pronoun.
  mutating func addPronoun(_ range: TextRange, _ entity: Int, at word: Int) {
    pronouns.append((range, entity))
    drafts[entity].lastMention = max(drafts[entity].lastMention, word)
  }

  private mutating func attach(_ spot: ActorSpot, _ index: Int, to entity: Int) {
    entities[index] = entity
    mentions.append((spot.isName ? spot.core : spot.whole, entity, spot.isName))
    drafts[entity].lastMention = spot.core.lowerBound
    drafts[entity].forms.append(spot.core)
    if let nation = spot.nation, drafts[entity].country == nil {
      drafts[entity].country = table.nations[nation].code
    }
    if let roles = spot.roles {
      drafts[entity].titles.formUnion(words[roles].map(\.word))
      takeTitle(roles, before: spot.core, of: entity)
      takeDescription(spot.description, of: entity)
      takeOffices(in: roles, of: entity)
    }
    switch spot.sort {
    case .known(let row):
      if drafts[entity].knownActor == nil { setKnown(row, of: entity) }
      takeName(spot.core, of: entity)
    case .person, .organization, .unknown: takeName(spot.core, of: entity)
    case .role:
      drafts[entity].titles.formUnion(words[spot.core].map(\.word))
      if !isOneOfSeveral(spot) { takeOffices(in: spot.core, of: entity) }
    case .people, .group: drafts[entity].titles.formUnion(words[spot.core].map(\.word))
    case .nation, .institution: break
    }
  }

  /// Keeps `President Ruiz` beside `Ruiz`.
  private mutating func takeTitle(_ roles: Range<Int>, before core: Range<Int>, of entity: Int) {
    guard drafts[entity].kind == .person, words[roles.lowerBound].isCapitalized,
      roles.upperBound == core.lowerBound
    else { return }
    drafts[entity].forms.append(roles.lowerBound..<core.upperBound)
  }

  /// Keeps `Union spokeswoman` beside `Ana Ruiz`.
  private mutating func takeDescription(_ range: Range<Int>?, of entity: Int) {
    guard drafts[entity].kind == .person, let range else { return }
    drafts[entity].forms.append(range)
  }

  /// The offices that a title or a role names: `foreign minister`.
  private mutating func takeOffices(in range: Range<Int>, of entity: Int) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard let match = table.nouns.match(words, at: index, end: range.upperBound),
        !match.value.isPlural, !match.value.uses.isDisjoint(with: [.role, .speaker])
      else {
        index += 1
        continue
      }
      let isSpeaker = match.value.uses.contains(.speaker)
      drafts[entity].offices.insert(isSpeaker ? ["spokesperson"] : office(match.words))
      index = match.words.upperBound
    }
  }

  private func office(_ range: Range<Int>) -> [Word] {
    let name = words[range].map(\.word)
    return name == ["premier"] ? ["prime", "minister"] : name
  }

  /// `a commander` is one among others; whoever speaks for someone is one voice all the same.
  private func isOneOfSeveral(_ spot: ActorSpot) -> Bool {
    guard case .role(let isSpeaker) = spot.sort, !isSpeaker else { return false }
    return ActorGrammar.indefinite.contains(words[spot.whole.lowerBound].word)
  }

  mutating func setKnown(_ row: Int, of entity: Int) {
    let actor = table[row]
    drafts[entity].knownActor = row
    if let kind = ActorKind(rawValue: actor.kind) { drafts[entity].kind = kind }
    if let country = actor.country { drafts[entity].country = country }
  }

  private mutating func takeName(_ core: Range<Int>, of entity: Int) {
    let key = nameKey(core)
    drafts[entity].nameWords.formUnion(key)
    if key.count > drafts[entity].key.count || drafts[entity].name == nil {
      drafts[entity].key = key
      drafts[entity].name = core
    }
    if drafts[entity].kind == .person, drafts[entity].gender == nil {
      drafts[entity].gender = gender(core, titles: drafts[entity].titles)
    }
  }

  func nameKey(_ core: Range<Int>) -> [Word] {
    let key = core.filter { !words[$0].isParticle }.map { words[$0].word }
    return key.isEmpty ? core.map { words[$0].word } : key
  }

  private func gender(_ core: Range<Int>, titles: Set<Word>) -> Forenames.Gender? {
    if titles.contains("mr") || titles.contains("spokesman") || titles.contains("sir") {
      return .male
    }
    if titles.contains("mrs") || titles.contains("ms") || titles.contains("spokeswoman")
      || titles.contains("chairwoman") || titles.contains("congresswoman")
    {
      return .female
    }
    guard core.count > 1, let first = core.first else { return nil }
    return table.forenames.gender(words[first].word)
  }

  mutating func add(_ draft: ActorDraft) -> Int {
    drafts.append(draft)
    return drafts.count - 1
  }

  /// The most recent actor that fits; the first later one never exists yet.
  func latest(_ fits: (ActorDraft) -> Bool) -> Int? {
    var best: Int?
    for (index, draft) in drafts.enumerated() where fits(draft) {
      if draft.lastMention >= (best.map { drafts[$0].lastMention } ?? -1) { best = index }
    }
    return best
  }
}
