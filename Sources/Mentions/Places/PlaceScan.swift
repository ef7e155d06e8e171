import Knowledge
import Linguistics
import Texts

/// Goes through a report's tokens for place names and for evidence of countries.
struct PlaceScan {
  private let reading: Reading
  private let knowledge: KnowledgeBase
  /// How often each country is in evidence, by ISO code: names count 3, adjectives 1.
  private(set) var evidence: [String: Double] = [:]

  /// Names of people and organizations, which are no places, by their first byte.
  private let taken: [TextRange]

  init(reading: Reading, knowledge: KnowledgeBase, taken: [TextRange]) {
    self.reading = reading
    self.knowledge = knowledge
    self.taken = taken.sorted()
  }

  /// Whether a range lies in the name of a person or organization.
  private func isTaken(_ range: TextRange) -> Bool {
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < taken.count && taken[low].contains(range)
  }

  mutating func names() -> [PlaceName] {
    var names: [PlaceName] = []
    for sentence in reading.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard let (name, next) = name(at: index, in: sentence.tokens) else {
          index += 1
          continue
        }
        if let name { names.append(name) }
        index = next
      }
    }
    return names
  }

  /// The name that begins at a token, nil inside where the words are no place after all, and
  /// the token after it; nil when no name begins here.
  private mutating func name(at index: Int, in sentence: Range<Int>) -> (PlaceName?, Int)? {
    guard isStart(index, in: sentence) else { return nil }
    var end = min(sentence.upperBound, index + 9)
    for limit in index..<end where limit > index && isBreak(limit) {
      end = limit
      break
    }
    while end > index {
      defer { end -= 1 }
      guard isEnd(end - 1, start: index) else { continue }
      let range = reading.range(ofTokens: index..<end)
      let key = PlaceKey(reading.text.bytes, in: range)
      if let nation = knowledge.nations.nation(ofAdjective: key),
        knowledge.nations.nation(named: key) == nil
      {
        evidence[nation.code, default: 0] += 1
        return (nil, end)
      }
      if let nation = knowledge.nations.nation(named: key) {
        evidence[nation.code, default: 0] += 3
        guard isWhole(index..<end, in: sentence), !isSpeaking(end, in: sentence) else {
          return (nil, end)
        }
        return (
          PlaceName(
            range: range, meaning: .country(nation), hint: .none, isLocated: true, country: nil),
          end
        )
      }
      if let name = gazetteerName(index..<end, range, key, in: sentence) { return (name, end) }
    }
    return nil
  }

  private func gazetteerName(
    _ tokens: Range<Int>, _ range: TextRange, _ key: PlaceKey, in sentence: Range<Int>
  ) -> PlaceName? {
    let candidates = candidates(tokens, range, key)
    guard !candidates.isEmpty, !isOrdinaryWord(tokens, in: sentence),
      isWhole(tokens, in: sentence), !isTaken(range)
    else { return nil }
    let entries = candidates.compactMap { knowledge.gazetteer?.entry($0) }
    let capital = knowledge.nations.nation(ofCapital: key)
    if capital != nil && isSpeaking(tokens.upperBound, in: sentence) { return nil }
    return PlaceName(
      range: range,
      meaning: .candidates(entries, areMain: candidates.map(\.isMainName)),
      hint: hint(around: tokens, in: sentence), isLocated: isLocated(tokens, in: sentence),
      country: countryAfter(tokens.upperBound, in: sentence))
  }

  /// What the gazetteer has under the name, with and without an Arabic article.
  private func candidates(
    _ tokens: Range<Int>, _ range: TextRange, _ key: PlaceKey
  ) -> [Gazetteer.Candidate] {
    guard let gazetteer = knowledge.gazetteer else { return [] }
    var found = gazetteer.candidates(key)
    let first = reading.tokens[tokens.lowerBound]
    var keys: [PlaceKey] = []
    if PlaceWords.articles.contains(first.word), tokens.count > 1 {
      let start = reading.tokens[tokens.lowerBound + 1].word == "-" ? 2 : 1
      if tokens.count > start {
        let bare = reading.range(ofTokens: tokens.lowerBound + start..<tokens.upperBound)
        keys = [PlaceKey(reading.text.bytes, in: bare), PlaceKey("al " + reading.text[bare])]
      }
    } else if tokens.count == 1 {
      keys = [PlaceKey("al " + reading.text[range]), PlaceKey("el " + reading.text[range])]
    }
    for key in keys {
      for candidate in gazetteer.candidates(key)
      where !found.contains(where: { $0.kind == candidate.kind && $0.index == candidate.index }) {
        found.append(candidate)
      }
    }
    return found
  }

  // MARK: Shape

  private func isStart(_ index: Int, in sentence: Range<Int>) -> Bool {
    let token = reading.tokens[index]
    guard token.shape.contains(.letters) else { return false }
    if token.isCapitalized {
      return !(index == sentence.lowerBound && PlaceWords.openers.contains(token.word))
    }
    // "al-Hasakah", "el-Fasher": the article may be a token of its own.
    return PlaceWords.articles.contains(token.word) && index + 1 < sentence.upperBound
      && !reading.tokens[index + 1].shape.contains(.spaceBefore)
  }

  private func isEnd(_ index: Int, start: Int) -> Bool {
    let token = reading.tokens[index]
    return token.isCapitalized || (index > start && token.shape.contains(.digits))
      || (index > start && token.shape.contains(.letters)
        && !token.shape.contains(.spaceBefore))
  }

  /// A token that no name runs over.
  private func isBreak(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.isPunctuation else { return false }
    // Hyphens and apostrophes inside a name have no white space around them.
    return token.shape.contains(.spaceBefore) || token.range.count > 3
      || !(token.word == "-" || token.word == "'" || token.word == ".")
  }

  /// Whether the name stands alone: no capitalized neighbour makes it part of a longer name.
  private func isWhole(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    if tokens.upperBound < sentence.upperBound {
      let next = reading.tokens[tokens.upperBound]
      if next.isCapitalized && next.shape.contains(.letters)
        && !PlaceWords.kinds.contains(next.word) && !isAdjective(next)
        && !PlaceWords.openers.contains(next.word)
      {
        return false
      }
      // "Goma-based" is no longer name, "Congo-Brazzaville" would be.
      if next.word == "-", tokens.upperBound + 1 < sentence.upperBound,
        !next.shape.contains(.spaceBefore), reading.tokens[tokens.upperBound + 1].isCapitalized,
        !reading.tokens[tokens.upperBound + 1].shape.contains(.spaceBefore),
        knowledge.nations.nation(
          named: PlaceKey(
            reading.text.bytes, in: reading.tokens[tokens.upperBound + 1].range)) == nil
      {
        return false
      }
    }
    guard tokens.lowerBound > sentence.lowerBound else { return true }
    let previous = reading.tokens[tokens.lowerBound - 1]
    if PlaceWords.titles.contains(previous.word) && previous.isCapitalized { return false }
    guard previous.isCapitalized, previous.shape.contains(.letters) else { return true }
    return PlaceWords.kinds.contains(previous.word) || isAdjective(previous)
      || (tokens.lowerBound - 1 == sentence.lowerBound
        && PlaceWords.openers.contains(previous.word))
      || PlaceWords.locators.contains(previous.word) || previous.shape.contains(.allCapitals)
  }

  private func isAdjective(_ token: Token) -> Bool {
    knowledge.nations.nation(ofAdjective: PlaceKey(reading.text.bytes, in: token.range)) != nil
  }

  /// A word that begins a sentence, or a month, weekday or title, is no place by itself.
  private func isOrdinaryWord(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard tokens.count == 1 else { return false }
    let token = reading.tokens[tokens.lowerBound]
    if PlaceWords.ordinary.contains(token.word) || PlaceWords.titles.contains(token.word)
      || PlaceWords.kinds.contains(token.word) || PlaceWords.openers.contains(token.word)
    {
      return true
    }
    return isAdjective(token)
  }

  // MARK: Surroundings

  /// The word before the name, articles and directions passed over.
  private func wordBefore(_ index: Int, in sentence: Range<Int>) -> Word {
    var before = index - 1
    while before >= sentence.lowerBound {
      let word = reading.tokens[before].word
      guard PlaceWords.passedOver.contains(word) || isAdjective(reading.tokens[before]) else {
        return word
      }
      before -= 1
    }
    return .none
  }

  private func isLocated(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    let before = wordBefore(tokens.lowerBound, in: sentence)
    if PlaceWords.locators.contains(before) || PlaceWords.kinds.contains(before) { return true }
    guard tokens.upperBound < sentence.upperBound else { return false }
    return PlaceWords.kinds.contains(reading.tokens[tokens.upperBound].word)
      || countryAfter(tokens.upperBound, in: sentence) != nil
  }

  private func hint(around tokens: Range<Int>, in sentence: Range<Int>) -> PlaceName.Hint {
    var words: [Word] = []
    if tokens.upperBound < sentence.upperBound {
      words.append(reading.tokens[tokens.upperBound].word)
    }
    if tokens.lowerBound - 2 >= sentence.lowerBound,
      reading.tokens[tokens.lowerBound - 1].word == "of"
    {
      words.append(reading.tokens[tokens.lowerBound - 2].word)
    }
    if words.contains(where: PlaceWords.divisions.contains) { return .division }
    let before =
      tokens.lowerBound > sentence.lowerBound
      ? reading.tokens[tokens.lowerBound - 1].word : .none
    if words.contains(where: PlaceWords.towns.contains) || PlaceWords.towns.contains(before) {
      return .town
    }
    return .none
  }

  /// The country in `Sake, Congo` or `Sake, in eastern Congo`.
  private func countryAfter(_ index: Int, in sentence: Range<Int>) -> String? {
    guard index + 1 < sentence.upperBound, reading.tokens[index].word == "," else { return nil }
    var next = index + 1
    let limit = min(sentence.upperBound, index + 5)
    while next < limit, !reading.tokens[next].isCapitalized {
      guard
        PlaceWords.passedOver.contains(reading.tokens[next].word)
          || PlaceWords.locators.contains(reading.tokens[next].word)
      else { return nil }
      next += 1
    }
    for end in stride(from: min(limit, next + 4), to: next, by: -1) {
      let key = PlaceKey(reading.text.bytes, in: reading.range(ofTokens: next..<end))
      if let nation = knowledge.nations.nation(named: key) { return nation.code }
    }
    return nil
  }

  /// Whether a verb of saying or acting follows at once: the government is meant.
  private func isSpeaking(_ index: Int, in sentence: Range<Int>) -> Bool {
    var next = index
    while next < sentence.upperBound, PlaceWords.auxiliaries.contains(reading.tokens[next].word) {
      next += 1
    }
    return next < sentence.upperBound && PlaceWords.acts.contains(reading.tokens[next].word)
  }
}
