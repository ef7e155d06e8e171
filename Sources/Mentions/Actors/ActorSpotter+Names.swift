import Knowledge
import Texts

extension ActorSpotter {
  /// The capitalized run that begins at `index`; nil when there is none.
  func nameRun(at index: Int, sentence: Range<Int>) -> Range<Int>? {
    let words = source.words
    let end = sentence.upperBound
    var position = index
    while position < end, ActorGrammar.opening.contains(words[position].word),
      !words[position].isCapitalized, position - index < 2
    {
      position += 1
    }
    guard position < end, words[position].isCapitalized,
      position == index || words[position].isAdjacent,
      !ActorGrammar.notNames.contains(words[position].word) || words[position].isAcronym
    else { return nil }
    if ActorGrammar.functionWords.contains(words[position].word), !words[position].isAcronym {
      return nil
    }
    var hasOrgan = isOrgan(words[position])
    var last = position
    position += 1
    while position < end, words[position].isAdjacent || isInitial(at: position - 1),
      !words[last].isPossessive || (!isNation(last) && possesses(last, position, end: end))
    {
      let word = words[position]
      if word.isCapitalized {
        if ActorGrammar.notNames.contains(word.word), !hasOrgan { break }
        if stopsRun(at: position, end: end) { break }
        if ActorGrammar.functionWords.contains(word.word), !word.isAcronym, !word.isParticle {
          break
        }
        hasOrgan = hasOrgan || isOrgan(word)
        last = position
        position += 1
        continue
      }
      guard let next = bridge(at: position, end: end, hasOrgan: hasOrgan) else { break }
      last = next
      position = next + 1
    }
    return index..<last + 1
  }

  /// A single capital before a stop: `John F. Kerry`.
  private func isInitial(at index: Int) -> Bool {
    let words = source.words
    guard index + 1 < words.count, words[index].range.count == 1, words[index].isCapitalized
    else { return false }
    return words[index + 1].gap == [.stop, .space]
  }

  /// Whether a possessive is part of an organization's name: `Herders' Defence Union`.
  private func possesses(_ owner: Int, _ position: Int, end: Int) -> Bool {
    if isOrgan(source.words[position]) { return true }
    guard source.text.bytes[source.words[owner].range.end - 1] == 0x73 else { return false }
    for index in position..<min(position + 4, end) {
      let word = source.words[index]
      guard word.isCapitalized, word.isAdjacent else { return false }
      if isOrgan(word) { return true }
    }
    return false
  }

  private func isNation(_ index: Int) -> Bool {
    table.nation(in: source.words, at: index, end: index + 1) != nil
  }

  private func isOrgan(_ word: NameWord) -> Bool {
    table.nouns.noun(word)?.uses.contains(.organ) == true
  }

  /// Whether a capitalized word begins something else: a title, a role.
  private func stopsRun(at index: Int, end: Int) -> Bool {
    guard let match = table.nouns.match(source.words, at: index, end: end) else { return false }
    let uses = match.value.uses
    if uses.contains(.organ) { return false }
    return !uses.isDisjoint(with: [.role, .speaker]) && !match.value.isPlural
  }

  /// The capitalized word that small words at `index` lead on to, inside one name.
  private func bridge(at index: Int, end: Int, hasOrgan: Bool) -> Int? {
    let words = source.words
    var position = index
    let first = words[position].word
    if ActorGrammar.particles.contains(first) {
      position += 1
      if position < end, ActorGrammar.particles.contains(words[position].word),
        !words[position].isCapitalized
      {
        position += 1
      }
    } else if hasOrgan, first == "of" || first == "for" || first == "on" || first == "against" {
      position += 1
      if position < end, words[position].word == "the" { position += 1 }
    } else if hasOrgan, first == "and" {
      position += 1
      guard position < end,
        table.name(in: words, at: position, end: end) == nil,
        table.nation(in: words, at: position, end: end) == nil,
        position + 1 < end, isOrgan(words[position]) == false,
        source.words[index - 1].isCapitalized, isInsideOf(index)
      else { return nil }
    } else {
      return nil
    }
    guard position < end, words[position].isCapitalized else { return nil }
    for between in index...position where !words[between].isAdjacent { return nil }
    return position
  }

  /// Whether `of` or `for` stands among the few words before `index`.
  private func isInsideOf(_ index: Int) -> Bool {
    for back in 1...4 where index - back >= 0 {
      let word = source.words[index - back].word
      if word == "of" || word == "for" { return true }
    }
    return false
  }

  /// Whether a run is the name of an organization by its words.
  func isOrganization(_ run: Range<Int>) -> Bool { organizationKind(run) != nil }

  /// The kind of organization that a run names; nil when its words do not say one.
  func organizationKind(_ run: Range<Int>) -> ActorKind? {
    let words = source.words
    guard run.count > 1, let last = run.last else { return nil }
    let lastNoun = table.nouns.noun(words[last])
    if let kind = lastNoun?.organKind, lastNoun?.uses.contains(.organ) == true {
      return ActorKind(rawValue: kind)
    }
    for index in run.dropLast() {
      guard let noun = table.nouns.noun(words[index]), noun.uses.contains(.organ),
        let kind = noun.organKind
      else { continue }
      let next = words[index + 1]
      let isOpen =
        next.word == "of" || next.word == "for" || next.word == "against" || next.word == "on"
      if isOpen || (index == run.lowerBound && next.isParticle) {
        return ActorKind(rawValue: kind)
      }
      if index == run.lowerBound, !Self.isEnglish(words[index].word) {
        return ActorKind(rawValue: kind)
      }
    }
    return nil
  }

  /// Organ words that open names in English only before `of`.
  private static func isEnglish(_ word: Word) -> Bool {
    switch word {
    case "kataib", "kataeb", "katibat", "katiba", "liwa", "saraya", "ansar", "jund", "jabhat",
      "tehrik", "tehreek", "lashkar", "jaish", "jaysh", "harakat", "hizb", "jamaat":
      false
    default: true
    }
  }

  /// Whether a run ends as names of places do.
  func isPlace(_ run: Range<Int>) -> Bool {
    guard run.count > 1, let last = run.last,
      let noun = table.nouns.noun(source.words[last])
    else { return false }
    return noun.uses.contains(.place) && !noun.uses.contains(.organ)
  }

  /// Whether a run looks like a person's name: it begins with a given name.
  func isPersonLike(_ run: Range<Int>) -> Bool {
    let words = source.words
    guard run.count >= 2, !isPlace(run), !isOrganization(run) else { return false }
    let first = words[run.lowerBound]
    guard !first.isAcronym else { return false }
    if table.forenames.gender(first.word) != nil { return true }
    return run.dropFirst().contains { index in
      switch words[index].word {
      case "bin", "ibn", "bint", "abdel", "abdul", "abd", "ould", "van", "von", "ag": true
      default: false
      }
    }
  }
}
