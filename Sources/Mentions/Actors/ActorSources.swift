import Knowledge
import Linguistics
import Texts

/// Who the sources of attributions are.
struct ActorSources {
  let table: ActorTable
  let source: ActorWords
  let reading: Reading
  let spots: [ActorSpot]
  /// For each attribution, the words of its source.
  private let ranges: [Range<Int>?]
  /// For each attribution, the spot that its source means.
  private let heads: [Int?]
  /// The actor of each attribution resolved so far.
  private(set) var speakers: [Int: Int] = [:]

  init(table: ActorTable, source: ActorWords, reading: Reading, spots: [ActorSpot]) {
    self.table = table
    self.source = source
    self.reading = reading
    self.spots = spots
    let ranges = reading.attributions.map { attribution in
      attribution.source.map { source.words(in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    self.ranges = ranges
    heads = ranges.map { range in
      range.flatMap { Self.head(of: $0, table: table, words: source.words, spots: spots) }
    }
  }

  /// Spots that some source means.
  var headSpots: Set<Int> { Set(heads.compactMap { $0 }) }

  /// Attributions with a source, the body's before the headline's, in order.
  func order(titleEnd: Int) -> [Int] {
    reading.attributions.indices.filter { ranges[$0] != nil }.sorted { a, b in
      let first = reading.attributions[a].source?.start ?? 0
      let second = reading.attributions[b].source?.start ?? 0
      if (first < titleEnd) != (second < titleEnd) { return first >= titleEnd }
      return (first, a) < (second, b)
    }
  }

  /// The end of an attribution's source in bytes.
  func limit(of attribution: Int) -> Int { reading.attributions[attribution].source?.end ?? 0 }

  func isBefore(_ spot: ActorSpot, _ limit: Int, _ titleEnd: Int) -> Bool {
    let start = source.range(spot.core).start
    if (start < titleEnd) != (limit <= titleEnd) { return start >= titleEnd }
    return start < limit
  }

  /// The spot that a source means: its first head, or the one after `from`, `by`, `of` when the
  /// source begins with a thing that speaks for its maker.
  private static func head(
    of range: Range<Int>, table: ActorTable, words: [NameWord], spots: [ActorSpot]
  ) -> Int? {
    let inside = spots.indices.filter {
      spots[$0].isHead && range.lowerBound <= spots[$0].core.lowerBound
        && spots[$0].core.upperBound <= range.upperBound
        && !isOpener(spots[$0], words: words, end: range.upperBound)
    }.sorted { spots[$0].core.lowerBound < spots[$1].core.lowerBound }
    guard let first = inside.first else { return nil }
    if isPossessor(spots[first], words: words, end: range.upperBound) { return nil }
    if let named = apposed(to: first, inside: inside, words: words, spots: spots) { return named }
    var position = range.lowerBound
    var object: Int?
    while position < min(range.upperBound, range.lowerBound + 5) {
      if let match = table.nouns.match(words, at: position, end: range.upperBound),
        match.value.uses.contains(.object)
      {
        object = match.words.upperBound
        break
      }
      if spots[first].core.contains(position), !isBare(spots[first]) { break }
      position += 1
    }
    guard let object, object <= range.upperBound else { return first }
    var isOpen = isBare(spots[first]) || spots[first].core.lowerBound >= object
    // `the command of the army`: the group noun is the thing that speaks.
    if case .group = spots[first].sort, spots[first].same == nil,
      spots[first].core.upperBound == object
    {
      isOpen = true
    }
    guard isOpen else { return first }
    var index = object
    while index < min(range.upperBound, object + 4) {
      switch words[index].word {
      case "from", "by", "of", "in", "on", "for", "within", "inside", "at":
        if let next = inside.first(where: { spots[$0].core.lowerBound > index }),
          !isBare(spots[next]) || spots[first].core.lowerBound > index
        {
          return next
        }
      default: break
      }
      index += 1
    }
    return first
  }

  /// A capital that only opens a sentence: `Updated figures from …`.
  private static func isOpener(_ spot: ActorSpot, words: [NameWord], end: Int) -> Bool {
    guard case .unknown = spot.sort, spot.isInitial, spot.core.count == 1 else { return false }
    let next = spot.core.upperBound
    return next < end && words[next].isAdjacent && !words[next].isCapitalized
      && !ActorGrammar.functionWords.contains(words[next].word)
  }

  /// `Ruiz's captors` are not Ruiz.
  private static func isPossessor(_ spot: ActorSpot, words: [NameWord], end: Int) -> Bool {
    let next = spot.whole.upperBound
    return next < end && words[next].isAdjacent && words[next - 1].isPossessive
      && !words[next].isCapitalized
  }

  /// The name that a source gives after describing its bearer: `an umbrella group of …, the X`.
  private static func apposed(
    to first: Int, inside: [Int], words: [NameWord], spots: [ActorSpot]
  ) -> Int? {
    switch spots[first].sort {
    case .role, .group: break
    default: return nil
    }
    guard spots[first].same == nil, !spots[first].isPlural else { return nil }
    return inside.dropFirst().first { index in
      switch spots[index].sort {
      case .person, .known, .organization: words[spots[index].whole.lowerBound].gap.contains(.comma)
      case .unknown:
        words[spots[index].whole.lowerBound].gap.contains(.comma) && spots[index].core.count > 1
      default: false
      }
    }
  }

  /// A nominal that names nobody by itself.
  private static func isBare(_ spot: ActorSpot) -> Bool {
    switch spot.sort {
    case .people: spot.owner == nil && spot.nation == nil
    case .role, .group, .institution, .known, .nation, .person, .organization, .unknown: false
    }
  }

  /// Gives an attribution's source its actor.
  mutating func resolve(_ attribution: Int, _ resolver: inout ActorResolver) {
    guard let range = ranges[attribution], let span = reading.attributions[attribution].source
    else { return }
    let words = source.words
    if range.count <= 2, let form = ActorPronoun(words[range.lowerBound].word),
      range.count == 1 || form == .third(.either) || words[range.upperBound - 1].word == "all"
        || words[range.upperBound - 1].word == "both"
    {
      if let entity = antecedent(form, attribution, resolver) {
        resolver.addPronoun(span, entity, at: range.lowerBound)
        speakers[attribution] = entity
      }
      return
    }
    let entity: Int
    if let head = heads[attribution], let found = resolver.entities[head] {
      entity = found
    } else {
      entity = make(range, resolver: &resolver)
    }
    speakers[attribution] = entity
    resolver.addMention(range, entity, isName: false)
  }

  /// An actor for a source that no spot explains.
  private func make(_ range: Range<Int>, resolver: inout ActorResolver) -> Int {
    let words = source.words
    var end = range.lowerBound + 1
    while end < range.upperBound, words[end].isAdjacent || words[end].gap == [.stop, .space] {
      end += 1
    }
    var start = range.lowerBound
    while start < end - 1,
      ActorGrammar.definite.contains(words[start].word)
        || ActorGrammar.indefinite.contains(words[start].word)
    {
      start += 1
    }
    let capitals = (start..<end).filter { words[$0].isCapitalized }
    if let first = capitals.first, let last = capitals.last, capitals.count * 2 > end - start,
      !words[last].isPossessive || last == end - 1,
      first != range.lowerBound || capitals.count > 1
        || (end - start == 1 && !table.nouns.isNoun(words[start].word))
    {
      if first + 1 == last + 1,
        let match = table.nation(in: words, at: first, end: last + 1),
        let row = table.government(of: match.value.nation)
      {
        return resolver.known(row)
      }
      let hasArticle = words[range.lowerBound].word == "the"
      var draft = ActorDraft(kind: hasArticle ? .organization : .person)
      draft.name = first..<last + 1
      draft.key = resolver.nameKey(first..<last + 1)
      draft.nameWords = Set(draft.key)
      if let found = resolver.latest({ $0.key == draft.key }) { return found }
      return resolver.add(draft)
    }
    var spot = ActorSpot(sort: .people, core: start..<end, whole: range)
    spot.isDefinite =
      start > range.lowerBound && ActorGrammar.definite.contains(words[range.lowerBound].word)
    spot.isPlural = true
    spot.head = end - 1
    guard let entity = resolver.nominal(spot, kind: .unnamed) else { return 0 }
    resolver.drafts[entity].forms.append(start..<end)
    return entity
  }

  /// Whom a pronoun in a source means.
  private func antecedent(
    _ form: ActorPronoun, _ attribution: Int, _ resolver: ActorResolver
  ) -> Int? {
    if form != .first, let speaker = lastSpeaker(attribution, form, resolver) { return speaker }
    if form != .first, let range = ranges[attribution],
      let chained = resolver.actor(before: source.words[range.lowerBound].range.start, spots),
      form.agrees(with: resolver.drafts[chained])
    {
      return chained
    }
    switch form {
    case .first:
      guard let span = reading.attributions[attribution].source else { return nil }
      let outer = reading.attributions.indices.last { index in
        index != attribution && speakers[index] != nil
          && reading.attributions[index].content.contains { $0.contains(span) }
      }
      return (reading.attributions[attribution].parent ?? outer).flatMap { speakers[$0] }
    case .third(let gender):
      let sure = resolver.latest { $0.gender == gender && $0.agrees(with: gender) }
      let near = ranges[attribution].map { $0.lowerBound - 120 } ?? 0
      if let sure, gender != .either, resolver.drafts[sure].lastMention >= near { return sure }
      return resolver.latest { $0.agrees(with: gender) && $0.kind == .person }
        ?? resolver.latest { $0.agrees(with: gender) }
    case .it:
      let fits = { (draft: ActorDraft) in form.agrees(with: draft) }
      return resolver.latest(fits)
        ?? resolver.home.flatMap { table.government(of: $0) }.flatMap {
          row in resolver.drafts.firstIndex { $0.knownActor == row }
        }
    case .they:
      return resolver.latest { $0.kind == .unnamed && $0.isPlural }
        ?? resolver.latest { $0.kind != .person }
    }
  }

  /// Whoever spoke last, in the few sentences before, goes on speaking.
  private func lastSpeaker(
    _ attribution: Int, _ form: ActorPronoun, _ resolver: ActorResolver
  ) -> Int? {
    guard let recent = speakers.keys.filter({ $0 < attribution }).max(),
      let speaker = speakers[recent], isNear(recent, attribution)
    else { return nil }
    let draft = resolver.drafts[speaker]
    switch form {
    case .first: return nil
    case .third(let gender):
      let isSure = gender == .either || draft.gender != nil || draft.kind == .person
      return isSure && form.agrees(with: draft) ? speaker : nil
    case .it: return form.agrees(with: draft) ? speaker : nil
    case .they: return draft.kind != .person ? speaker : nil
    }
  }

  private func isNear(_ earlier: Int, _ later: Int) -> Bool {
    guard let first = ranges[earlier], let second = ranges[later] else { return false }
    let distance =
      source.sentence(of: second.lowerBound) - source.sentence(of: first.lowerBound)
    return distance >= 0 && distance <= 3
  }
}

/// Pronouns by whom they can mean.
enum ActorPronoun: Equatable {
  case first
  case third(Forenames.Gender)
  case it, they

  init?(_ word: Word) {
    switch word {
    case "i", "we", "our", "us", "me": self = .first
    case "he", "him": self = .third(.male)
    case "she", "her": self = .third(.female)
    case "it", "this": self = .it
    case "they", "them", "those", "both", "others", "these": self = .they
    default: return nil
    }
  }

  /// Whether it can take up an actor.
  func agrees(with draft: ActorDraft) -> Bool {
    switch self {
    case .first: draft.kind == .person
    case .third(let gender): draft.agrees(with: gender)
    case .it: draft.kind != .person && (draft.kind != .unnamed || !draft.isPlural)
    case .they: true
    }
  }
}
