import Knowledge
import Linguistics
import Texts

/// Areas named beside a place, which hold it.
extension PlaceScan {
  /// What `Sake, North Kivu, Congo`, `Kano in northern Nigeria`, `the Syrian town of Afrin` and
  /// `Nigeria's Kano` say of where a name lies; each with all that its words may mean.
  func containers(of tokens: Range<Int>, in sentence: Range<Int>) -> [[Gazetteer.Entry]] {
    var found: [[Gazetteer.Entry]] = []
    var next = tokens.upperBound
    while found.count < 3, let (areas, end) = areasAfter(next, in: sentence) {
      found.append(areas)
      next = end
    }
    if let areas = countryBefore(tokens.lowerBound, in: sentence) { found.append(areas) }
    return found
  }

  /// The areas in `, Congo`, `(Texas)`, `in eastern Congo`, and the token after them.
  private func areasAfter(
    _ index: Int, in sentence: Range<Int>
  ) -> (areas: [Gazetteer.Entry], next: Int)? {
    guard index + 1 < sentence.upperBound else { return nil }
    let opening = reading.tokens[index].word
    guard opening == "," || opening == "(" || opening == "in" else { return nil }
    var start = index + 1
    let limit = min(sentence.upperBound, index + 5)
    while start < limit, !reading.tokens[start].isCapitalized {
      let word = reading.tokens[start].word
      guard PlaceWords.passedOver.contains(word) || word == "in" else { return nil }
      start += 1
    }
    guard start < limit else { return nil }
    for end in stride(from: min(sentence.upperBound, start + 5), to: start, by: -1) {
      let areas = areas(in: start..<end)
      if !areas.isEmpty { return (areas, end) }
    }
    return nil
  }

  private func areas(in tokens: Range<Int>) -> [Gazetteer.Entry] {
    guard let gazetteer = knowledge.gazetteer else { return [] }
    let range = reading.range(ofTokens: tokens)
    var found = gazetteer.candidates(PlaceKey(reading.text.bytes, in: range))
    for form in [reading.text[range], reading.text[range] + "."] {
      guard let code = knowledge.areaForms.code(of: form) else { continue }
      found += gazetteer.candidates(PlaceKey(code))
      break
    }
    return found.filter(\.isArea).map { gazetteer.entry($0) }
  }

  /// The country of an adjective or possessive before a name, with only words for kinds between.
  private func countryBefore(_ index: Int, in sentence: Range<Int>) -> [Gazetteer.Entry]? {
    var before = index - 1
    while before >= sentence.lowerBound, before >= index - 6 {
      let token = reading.tokens[before]
      let key = PlaceKey(reading.text.bytes, in: token.range)
      if let nation = knowledge.nations.nation(ofAdjective: key) { return areas(of: nation) }
      if before + 1 < index, reading.tokens[before + 1].word == "'s",
        let nation = knowledge.nations.nation(named: key)
      {
        return areas(of: nation)
      }
      guard
        PlaceWords.kinds.contains(token.word) || PlaceWords.passedOver.contains(token.word)
          || token.word == "of" || token.word == "'s"
      else { return nil }
      before -= 1
    }
    return nil
  }

  private func areas(of nation: NationTable.Nation) -> [Gazetteer.Entry]? {
    let entries = country(nation).map(\.entry)
    return entries.isEmpty ? nil : entries
  }
}
