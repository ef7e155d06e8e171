import Knowledge
import Texts

// Names and places in a sentence.
extension TrueCaser {
  /// Capitals for names of countries, known actors and places of several words.
  func capitalizeNames(
    in words: [NameWord], of text: SourceText, _ forms: inout [CaseCounts.Form]
  ) {
    var index = 0
    while index < words.count {
      let actor = knowledge.actors.name(in: words, at: index, end: words.count)?.words
      let nation = knowledge.actors.nation(in: words, at: index, end: words.count)?.words
      let place = placeEnd(in: words, at: index, of: text, forms).map { index..<$0 }
      let isCommon = forms[index] == .lower
      let best = [
        actor.flatMap { $0.count > 1 ? $0 : nil },
        nation.flatMap { $0.count > 1 || !isCommon ? $0 : nil }, place,
      ]
      .compactMap(\.self).max { $0.count < $1.count }
      guard let best, !best.isEmpty else {
        index += 1
        continue
      }
      capitalize(best, in: words, &forms)
      index = best.upperBound
    }
  }

  /// Where a place's name of two to four words ends, one of them no common word.
  func placeEnd(
    in words: [NameWord], at index: Int, of text: SourceText, _ forms: [CaseCounts.Form]
  ) -> Int? {
    guard let gazetteer = knowledge.gazetteer, forms[index] != .lower else { return nil }
    for count in [4, 3, 2] where index + count <= words.count {
      let range = index..<index + count
      guard words[range].dropFirst().allSatisfy({ $0.gap == .space }),
        !Self.isSmall(words[range.upperBound - 1].word)
      else { continue }
      let bytes = TextRange(words[index].range.start, words[range.upperBound - 1].range.end)
      if gazetteer.candidates(PlaceKey(text.bytes, in: bytes)).contains(where: \.isMainName) {
        return range.upperBound
      }
    }
    return nil
  }

  /// `de la` and `y` between names, in lower case.
  func lowerParticles(in words: [NameWord], _ forms: inout [CaseCounts.Form]) {
    for index in words.indices.dropFirst() where words[index].gap == .space {
      switch words[index].word {
      case "la", "las", "los", "el":
        if words[index - 1].word == "de" { forms[index] = .lower }
      case "y", "e", "da", "do", "dos", "das":
        if forms[index - 1] == .capitalized { forms[index] = .lower }
      default: break
      }
    }
  }

  /// `4 May`, `March 1990`: names of months that are common words too.
  func capitalizeMonths(in words: [NameWord], _ forms: inout [CaseCounts.Form]) {
    for index in words.indices where words[index].word == "may" || words[index].word == "march" {
      let isDated =
        index > 0 && words[index].gap == .space && words[index - 1].hasDigits
        || index + 1 < words.count && words[index + 1].gap == .space && words[index + 1].hasDigits
      if isDated { forms[index] = .capitalized }
    }
  }

  /// Capitals where a sentence or a quotation begins.
  func capitalizeStarts(
    in words: [NameWord], of text: SourceText, _ forms: inout [CaseCounts.Form]
  ) {
    for index in words.indices where forms[index] == .lower {
      guard index > 0 else {
        forms[index] = .capitalized
        continue
      }
      let between = text.bytes[words[index - 1].range.end..<words[index].range.start]
      guard let stop = between.firstIndex(where: { $0 == 0x2E || $0 == 0x3F || $0 == 0x21 }),
        between[stop...].contains(where: { $0 == 0x20 || $0 == 0x0A })
      else { continue }
      let isShort = between[stop] == 0x2E && isAbbreviation(index - 1, in: words, forms)
      if !isShort { forms[index] = .capitalized }
    }
  }

  func isAbbreviation(
    _ index: Int, in words: [NameWord], _ forms: [CaseCounts.Form]
  ) -> Bool {
    words[index].range.count == 1
      || knowledge.actors.nouns.noun(words[index])?.uses == .title
        && words[index].range.count < 5
  }
}
