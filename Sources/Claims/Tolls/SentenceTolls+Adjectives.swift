import Knowledge
import Mentions
import Texts

/// Adjectives (`20 dead`, `were unharmed`) and deeds before a noun (`two abducted girls`).
extension SentenceTolls {
  mutating func readAdjectives() {
    for index in atoms.indices {
      guard groupAt[index] == nil, let adjective = harm.adjective(word(index)) else { continue }
      let previous = word(index - 1)
      if previous == "the" || previous == "their" { continue }
      if adjective.denies {
        readUnharmed(at: index, adjective)
        continue
      }
      if let next = index + 1 < atoms.count ? groupAt[index + 1] : nil,
        groups[next].form == .barePlural
      {
        continue
      }
      let start = chainStart(before: index)
      let chain = chain(before: index)
      if chain.isUnreal || chain.isNegated { continue }
      let isPredicate = chain.isPassive || (start..<index).contains { isStateVerb($0) }
      if adjective.kind == .missing, isOut(at: index) { continue }
      if isPredicate {
        for group in subjects(before: start) where isCountable(groups[group]) {
          guard groups[group].form != .barePlural else { continue }
          emit(adjective.kind, group: group, deed: start..<index + 1)
        }
      } else if start > 0, let group = groupAt[start - 1],
        groups[group].form == .counted || isLeft(dead: index, group),
        isCountable(groups[group]), !isVerbObjectOnly(adjective, index)
      {
        let isLeft = isLeft(dead: index, group)
        for member in isLeft ? coordinated(leftOf: group, acrossObjects: true) : [group] {
          emit(adjective.kind, group: member, deed: index..<index + 1)
        }
      }
    }
    for (index, group) in groups.enumerated() where group.form == .counted && !group.isThing {
      guard let deed = group.premodifier, !group.isZero else { continue }
      if let adjective = harm.adjective(word(deed)), !adjective.denies {
        emit(adjective.kind, group: index, deed: deed..<deed + 1)
      } else if let sense = harm.verbs(word(deed)).first(where: {
        $0.complement.isEmpty && $0.forms.contains(.participle)
      }) {
        emit(sense.kind, group: index, deed: deed..<deed + 1)
      }
    }
  }

  private func isStateVerb(_ index: Int) -> Bool {
    switch word(index) {
    case "remain", "remains", "remained": true
    default: false
    }
  }

  /// Whether people are left dead: `left a child dead`.
  private func isLeft(dead index: Int, _ group: Int) -> Bool {
    guard groups[group].form == .single || groups[group].form == .named else { return false }
    let first = coordinated(leftOf: group, acrossObjects: true).first ?? group
    switch word(groups[first].atoms.lowerBound - 1) {
    case "left", "leaving", "leaves", "leave": return true
    default: return false
    }
  }

  private func isVerbObjectOnly(_ adjective: HarmLexicon.Adjective, _ index: Int) -> Bool {
    // `missing the point`
    adjective.kind == .missing
      && (word(index + 1) == "the" || word(index + 1) == "a" || isOut(at: index))
  }

  /// `missing from the squad`: away from what is no place to live or travel in.
  private func isOut(at index: Int) -> Bool {
    guard word(index + 1) == "from", FunctionWords.determiners.contains(word(index + 2)) else {
      return false
    }
    switch word(index + 2) {
    case "his", "her", "their": break
    default:
      return !(index + 3..<min(index + 7, atoms.count)).contains {
        Self.whereabouts.contains(word($0)) || atoms[$0].isCapitalized
      }
    }
    return false
  }

  private static let whereabouts: Set<Word> = [
    "home", "homes", "house", "houses", "village", "villages", "town", "city", "area", "region",
    "district", "camp", "school", "hospital", "ship", "boat", "vessel", "ferry", "crew", "base",
    "island", "neighborhood", "neighbourhood", "hotel", "orphanage", "prison", "capital", "scene",
    "wreck", "wreckage", "shelter", "convoy", "patrol", "unit", "community",
  ]

  private mutating func readUnharmed(at index: Int, _ adjective: HarmLexicon.Adjective) {
    var start = chainStart(before: index)
    switch word(start - 1) {
    case "escaped", "emerged", "survived", "returned", "left", "fled":
      start = chainStart(before: start - 1)
    default: break
    }
    guard start < index else { return }
    for group in subjects(before: start)
    where !groups[group].isThing && groups[group].harmNoun == nil && !groups[group].isZero
      && groups[group].form != .pronoun
    {
      emit(adjective.kind, group: group, deed: start..<index + 1, negated: true)
    }
  }
}
