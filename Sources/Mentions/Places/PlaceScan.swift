import Knowledge
import Linguistics
import Texts

/// Goes through a report's tokens for names that may be places.
struct PlaceScan {
  let reading: Reading
  let knowledge: KnowledgeBase
  /// Names of people and organizations, which are no places, in order.
  private let taken: [TextRange]

  /// At most so many meanings of a name are weighed, usual names and large places first.
  private static let mostOptions = 80

  init(reading: Reading, knowledge: KnowledgeBase, taken: [TextRange] = []) {
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

  /// The longest runs of capitalized tokens that the tables know.
  func names() -> [PlaceName] {
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

  /// The name that a given range is, whatever its words look like; nil when it is unknown or not
  /// within one sentence.
  func name(in range: TextRange) -> PlaceName? {
    guard
      let sentence = reading.sentences.first(where: {
        reading.range(ofTokens: $0.tokens).contains(range)
      }),
      let first = sentence.tokens.first(where: { reading.tokens[$0].end > range.start }),
      let last = sentence.tokens.last(where: { reading.tokens[$0].start < range.end }),
      first <= last
    else { return nil }
    let tokens = first..<last + 1
    let key = PlaceKey(reading.text.bytes, in: range)
    var options = options(tokens, range, key)
    if options.isEmpty, let nation = knowledge.nations.nation(ofAdjective: key) {
      options = country(nation)
    }
    guard !options.isEmpty else { return nil }
    return name(tokens, range, key, options, isPlace: true, in: sentence.tokens)
  }

  /// The name that begins at a token, nil inside where the words are no place after all, and
  /// the token after it; nil when no name begins here.
  private func name(at index: Int, in sentence: Range<Int>) -> (PlaceName?, Int)? {
    guard isStart(index, in: sentence) else { return nil }
    var end = min(sentence.upperBound, index + 9)
    for limit in index..<end where limit > index && isBreak(limit) {
      end = limit
      break
    }
    while end > index {
      defer { end -= 1 }
      guard isEnd(end - 1, start: index) else { continue }
      let tokens = index..<end
      let range = reading.range(ofTokens: tokens)
      let key = PlaceKey(reading.text.bytes, in: range)
      if let nation = knowledge.nations.nation(ofAdjective: key),
        knowledge.nations.nation(named: key) == nil
      {
        return (name(tokens, range, key, country(nation), isPlace: false, in: sentence), end)
      }
      let isNation = knowledge.nations.nation(named: key) != nil
      if !isNation && (isOrdinaryWord(tokens, in: sentence) || isTaken(range)) { continue }
      let options = options(tokens, range, key)
      guard !options.isEmpty, isNation || isWhole(tokens, in: sentence) else { continue }
      let speaks =
        (isNation || knowledge.nations.nation(ofCapital: key) != nil)
        && isSpeaking(end, in: sentence)
      let isPlace = isWhole(tokens, in: sentence) && !speaks
      return (name(tokens, range, key, options, isPlace: isPlace, in: sentence), end)
    }
    return nil
  }

  private func name(
    _ tokens: Range<Int>, _ range: TextRange, _ key: PlaceKey, _ options: [PlaceOption],
    isPlace: Bool, in sentence: Range<Int>
  ) -> PlaceName? {
    // What no meaning of the name lies in is no container but the next of a list.
    let containers = containers(of: tokens, in: sentence).filter { areas in
      options.contains { option in areas.contains { option.lies(in: $0) } }
    }
    return PlaceName(
      range: range, key: key, options: options, hint: hint(around: tokens, in: sentence),
      isLocated: isLocated(tokens, in: sentence) || !containers.isEmpty, containers: containers,
      isPlace: isPlace)
  }

  // MARK: Meanings

  /// The area of a country; none without a gazetteer.
  func country(_ nation: NationTable.Nation) -> [PlaceOption] {
    options(PlaceKey(nation.name)).filter {
      $0.entry.kind == .country && $0.entry.country == nation.code
    }
  }

  /// What the gazetteer has under a key.
  private func options(_ key: PlaceKey) -> [PlaceOption] {
    guard let gazetteer = knowledge.gazetteer else { return [] }
    let capital = knowledge.nations.nation(ofCapital: key)
    return gazetteer.candidates(key).prefix(Self.mostOptions).map { candidate in
      let entry = gazetteer.entry(candidate)
      return PlaceOption(
        entry: entry, isMainName: candidate.isMainName,
        isCapital: entry.kind == .place && capital?.code == entry.country)
    }
  }

  /// What the gazetteer has under a name, with and without an Arabic or Spanish article, and under
  /// the short form of a division.
  private func options(
    _ tokens: Range<Int>, _ range: TextRange, _ key: PlaceKey
  ) -> [PlaceOption] {
    var found = options(key)
    func add(_ more: [PlaceOption]) {
      for option in more where !found.contains(where: { $0.entry == option.entry }) {
        found.append(option)
      }
    }
    let first = reading.tokens[tokens.lowerBound]
    if PlaceWords.articles.contains(first.word), tokens.count > 1 {
      let start = reading.tokens[tokens.lowerBound + 1].word == "-" ? 2 : 1
      if tokens.count > start {
        let bare = reading.range(ofTokens: tokens.lowerBound + start..<tokens.upperBound)
        add(options(PlaceKey(reading.text.bytes, in: bare)))
        add(options(PlaceKey("al " + reading.text[bare])))
      }
    } else if tokens.count == 1 {
      add(options(PlaceKey("al " + reading.text[range])))
      add(options(PlaceKey("el " + reading.text[range])))
    }
    add(division(range))
    return found
  }

  /// The division that a short form stands for: `Calif.`, with or without its stop.
  private func division(_ range: TextRange) -> [PlaceOption] {
    var form = reading.text[range]
    if knowledge.areaForms.code(of: form) == nil { form += "." }
    guard let code = knowledge.areaForms.code(of: form) else { return [] }
    return options(PlaceKey(code)).filter { $0.entry.kind == .division }
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
            reading.text.bytes, in: reading.tokens[tokens.upperBound + 1].range)) == nil,
        !isRoad(tokens.upperBound + 2, in: sentence)
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

  /// Whether a road follows, which leads from one place to the next: `the Zinder-Diffa highway`.
  private func isRoad(_ index: Int, in sentence: Range<Int>) -> Bool {
    index < sentence.upperBound && RelativeWords.roads.contains(reading.tokens[index].word)
  }

  func isAdjective(_ token: Token) -> Bool {
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
    if words.contains(where: PlaceWords.divisions.contains) { return .area }
    let before =
      tokens.lowerBound > sentence.lowerBound
      ? reading.tokens[tokens.lowerBound - 1].word : .none
    if words.contains(where: PlaceWords.towns.contains) || PlaceWords.towns.contains(before) {
      return .place
    }
    return .none
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
