import Knowledge
import Linguistics
import Texts

/// Finds the phrases of a sentence that may stand for actors.
///
/// A phrase is a determiner, then in any order countries, known actors, institutions, nouns,
/// modifiers, titles and names that adjoin; what it means follows from that sequence.
struct ActorSpotter {
  let table: ActorTable
  let source: ActorWords
  var spots: [ActorSpot] = []

  init(table: ActorTable, source: ActorWords) {
    self.table = table
    self.source = source
  }

  var words: [NameWord] { source.words }

  /// What a stretch of a phrase is.
  enum Piece {
    case nation(ActorTable.NationForm)
    case known(Int)
    case institution(Int)
    case noun(ActorNouns.Noun)
    case title
    case name
    case modifier
  }

  /// A stretch of a phrase.
  struct Element {
    let piece: Piece
    let words: Range<Int>
  }

  /// All spots of the text, in order.
  mutating func spotAll() {
    for (index, sentence) in source.sentences.enumerated() {
      spotPhrases(in: sentence, isTitleCase: source.isTitleCase[index])
    }
    linkNeighbours()
  }

  private mutating func spotPhrases(in sentence: Range<Int>, isTitleCase: Bool) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let start = index
      var isDefinite = false
      var hasDeterminer = false
      while index < sentence.upperBound, index - start < 3,
        index == start || words[index].isAdjacent
      {
        let word = words[index]
        if ActorGrammar.definite.contains(word.word) {
          isDefinite = true
        } else if !ActorGrammar.indefinite.contains(word.word), !word.hasDigits {
          break
        }
        hasDeterminer = true
        index += 1
      }
      let elements = elements(
        from: index, sentence: sentence, hasDeterminer: hasDeterminer, isTitleCase: isTitleCase)
      guard let last = elements.last else {
        index = max(index, start + 1)
        continue
      }
      spot(
        elements, start: start, isDefinite: isDefinite, sentence: sentence)
      index = last.words.upperBound
    }
  }

  private func elements(
    from start: Int, sentence: Range<Int>, hasDeterminer: Bool, isTitleCase: Bool
  ) -> [Element] {
    var elements: [Element] = []
    var index = start
    let end = sentence.upperBound
    while index < end {
      if index > start {
        let word = words[index]
        let afterTitle: Bool
        if case .title? = elements.last?.piece {
          afterTitle = word.gap == [.stop, .space]
        } else {
          afterTitle = false
        }
        guard word.isAdjacent || afterTitle else { break }
      } else if index > sentence.lowerBound, hasDeterminer, !words[index].isAdjacent {
        break
      }
      guard
        let element = element(
          at: index, sentence: sentence, isTitleCase: isTitleCase, previous: elements.last)
      else {
        let isAllowed: Bool
        switch elements.last?.piece {
        case .nation, .known, .modifier: isAllowed = true
        case .institution, .noun, .title, .name: isAllowed = false
        case nil: isAllowed = hasDeterminer
        }
        let open = openModifiers(at: index, end: end, isAllowed: isAllowed)
        guard open > 0 else { break }
        elements.append(Element(piece: .modifier, words: index..<index + open))
        index += open
        continue
      }
      elements.append(element)
      index = element.words.upperBound
    }
    while case .modifier? = elements.last?.piece { elements.removeLast() }
    return elements
  }

  /// How many lower-case words at `index` may be modifiers of a noun that follows them.
  private func openModifiers(at index: Int, end: Int, isAllowed: Bool) -> Int {
    guard isAllowed else { return 0 }
    var count = 0
    while count < 3, index + count < end {
      let word = words[index + count]
      guard count == 0 || word.isAdjacent, !word.isCapitalized, !word.hasDigits,
        !ActorGrammar.functionWords.contains(word.word), !ActorGrammar.verbs.contains(word.word)
      else { break }
      let bytes = source.text.bytes
      let last = bytes[word.range.end - 1]
      let before = word.range.count > 2 ? bytes[word.range.end - 2] : 0
      let isHyphened = word.gap.contains(.hyphen)
      if last == 0x73 && before != 0x73 { break }
      if last == 0x64 && before == 0x65 && !isHyphened { break }
      if last == 0x79 && before == 0x6C { break }
      count += 1
      let next = index + count
      if next < end, words[next].isAdjacent,
        table.nouns.match(words, at: next, end: end) != nil
          || table.institution(in: words, at: next, end: end) != nil
      {
        return count
      }
    }
    return 0
  }

  private func element(
    at index: Int, sentence: Range<Int>, isTitleCase: Bool, previous: Element?
  ) -> Element? {
    let end = sentence.upperBound
    let word = words[index]
    let isInitial = index == sentence.lowerBound
    var best: Element?
    func offer(_ piece: Piece, _ range: Range<Int>) {
      if range.count > (best?.words.count ?? 0) { best = Element(piece: piece, words: range) }
    }
    if ActorGrammar.prefixes.contains(word.word), index + 1 < end,
      words[index + 1].gap == .hyphen
    {
      return Element(piece: .modifier, words: index..<min(end, index + 2))
    }
    let hasCapital =
      word.isCapitalized
      || (word.isParticle && index + 1 < end && words[index + 1].isCapitalized)
    if hasCapital {
      if let match = table.name(in: words, at: index, end: end),
        isNameLike(match.words, sentence: sentence, isTitleCase: isTitleCase)
      {
        offer(.known(match.value), match.words)
      }
      if let match = table.nation(in: words, at: index, end: end) {
        offer(.nation(match.value), match.words)
      }
    }
    if let match = table.institution(in: words, at: index, end: end) {
      offer(.institution(match.value), match.words)
    }
    if let match = table.nouns.match(words, at: index, end: end) {
      let uses = match.value.uses
      if uses.contains(.title), word.isCapitalized, !isTitleCase || match.words.count > 1,
        !uses.contains(.role) || isName(after: match.words.upperBound, end: end)
      {
        offer(.title, match.words)
      }
      if !uses.isDisjoint(with: [.role, .people, .group]) {
        if !(word.isCapitalized && !isInitial && isPartOfName(match.words, end: end)) {
          offer(.noun(match.value), match.words)
        }
      } else if uses.contains(.modifier), isModifier(match.words, sentence: sentence) {
        offer(.modifier, match.words)
      }
    }
    let isCompound =
      previous != nil && word.gap == .hyphen && ActorGrammar.compound.contains(word.word)
    if isCompound { return Element(piece: .modifier, words: index..<index + 1) }
    if let read = readElement(at: index, sentence: sentence, best: best) { return read }
    if hasCapital || ActorGrammar.opening.contains(word.word), !isTitleCase,
      let run = nameRun(at: index, sentence: sentence),
      run.count > (best?.words.count ?? 0)
    {
      if let name = source.actorName(inside: run) {
        if let best, best.words.upperBound <= name.words.lowerBound { return best }
        let before = index..<name.words.lowerBound
        return Element(piece: name.kind == .person ? .title : .modifier, words: before)
      }
      if let best, case .name = Piece.name {
        switch best.piece {
        case .known, .title: return best
        case .noun(let noun) where isInitial && noun.isPlural: return best
        case .institution where isPreposition(best.words.upperBound, end: end): return best
        case .nation where isInstitution(best.words.upperBound..<run.upperBound): return best
        case .nation, .institution, .noun:
          return isOrganization(run) && run.count > best.words.count ? named(run) : best
        default: break
        }
      }
      return named(run)
    }
    return best
  }

  /// What a name that a model read is, where the tables know no more of its words.
  private func readElement(at index: Int, sentence: Range<Int>, best: Element?) -> Element? {
    guard let name = source.names[index], name.isActor, name.words.upperBound <= sentence.upperBound
    else { return nil }
    guard let best else { return named(name.words) }
    if best.words.count >= name.words.count { return nil }
    switch best.piece {
    // `US Army`, `Defence Ministry of …`, `President Ruiz`: the tables read on from here.
    case .nation, .institution, .title, .known: return nil
    case .noun(let noun):
      return noun.uses.isDisjoint(with: [.role, .speaker]) ? named(name.words) : nil
    case .modifier, .name: return named(name.words)
    }
  }

  /// Whether words are those of an institution: `Army` of `Thai Army`.
  private func isInstitution(_ range: Range<Int>) -> Bool {
    !range.isEmpty
      && table.institution(in: words, at: range.lowerBound, end: range.upperBound)?.words == range
  }

  private func isPreposition(_ index: Int, end: Int) -> Bool {
    index < end && (words[index].word == "of" || words[index].word == "in")
  }

  private func named(_ run: Range<Int>) -> Element { Element(piece: .name, words: run) }

  private func isName(after index: Int, end: Int) -> Bool {
    guard index < end else { return false }
    let word = words[index]
    return (word.isAdjacent || word.gap == [.stop, .space]) && word.isCapitalized
  }

  /// Whether a listed name really stands here: a single word may be part of a longer name.
  private func isNameLike(_ match: Range<Int>, sentence: Range<Int>, isTitleCase: Bool) -> Bool {
    guard words[match].contains(where: { $0.isCapitalized }) else { return false }
    let core = match.filter { !words[$0].isParticle }
    guard core.count == 1, let only = core.first, !words[only].isAcronym else { return true }
    let next = match.upperBound
    if next < sentence.upperBound, words[next].isCapitalized, words[next].isAdjacent,
      !isTitleCase, !words[only].isPossessive
    {
      let noun = table.nouns.match(words, at: next, end: sentence.upperBound)?.value
      let uses = noun?.uses ?? []
      if uses.isDisjoint(with: [.role, .title, .people, .group]) || uses.contains(.place) {
        return table.institution(in: words, at: next, end: sentence.upperBound) != nil
      }
    }
    if match.lowerBound > sentence.lowerBound, words[match.lowerBound].isAdjacent {
      let before = words[match.lowerBound - 1]
      if before.isCapitalized, !before.isPossessive,
        table.forenames.gender(before.word) != nil
      {
        return false
      }
    }
    return true
  }

  /// Whether a capitalized noun goes on as a name (`People's Defence Front`).
  private func isPartOfName(_ match: Range<Int>, end: Int) -> Bool {
    guard words[match.lowerBound].isCapitalized, match.upperBound < end else { return false }
    guard let noun = table.nouns.match(words, at: match.lowerBound, end: end)?.value,
      noun.uses.isDisjoint(with: [.role, .title])
    else { return false }
    let next = words[match.upperBound]
    return next.isAdjacent && next.isCapitalized
      && table.nouns.noun(next)?.uses.contains(.organ) == true
  }

  private func isModifier(_ match: Range<Int>, sentence: Range<Int>) -> Bool {
    guard words[match.lowerBound].isCapitalized else { return true }
    let next = match.upperBound
    guard next < sentence.upperBound, words[next].isAdjacent else { return false }
    if !words[next].isCapitalized { return match.lowerBound == sentence.lowerBound }
    if table.nation(in: words, at: next, end: sentence.upperBound) != nil { return true }
    guard let noun = table.nouns.match(words, at: next, end: sentence.upperBound)?.value else {
      return false
    }
    return !noun.uses.isDisjoint(with: [.role, .title])
  }
}
