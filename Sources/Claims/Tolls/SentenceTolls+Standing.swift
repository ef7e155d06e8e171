import Knowledge
import Mentions
import Texts

/// How a figure stands in its sentence: told in passing, or counted by somebody.
extension SentenceTolls {
  func isRelative(_ draft: TollDraft) -> Bool {
    for index in max(0, draft.atoms.lowerBound - 3)..<draft.atoms.upperBound {
      switch word(index) {
      case "which", "who", "whom": return true
      case "that":
        // `the raid that killed`, not `said that seven were killed`
        var next = index + 1
        while isAdverb(next) { next += 1 }
        if next < atoms.count, groupAt[next] == nil,
          FunctionWords.be.contains(word(next)) || FunctionWords.have.contains(word(next))
            || !harm.verbs(word(next)).isEmpty || word(next) == "left" || word(next) == "claimed"
        {
          return true
        }
      default: break
      }
    }
    guard let group = draft.groupAtoms, draft.deed == group.upperBound,
      harm.adjective(word(draft.deed)) == nil
    else { return false }
    // `the schoolgirls kidnapped in April`
    return word(group.lowerBound - 1) == "the" || word(group.lowerBound - 1) == "of"
  }

  /// Whether `have` or `has` stands in a figure's verb group.
  func isPerfect(_ draft: TollDraft) -> Bool {
    let near = max(0, draft.deed - 3)..<min(atoms.count, draft.deed + 2)
    return near.contains { word($0) == "have" || word($0) == "has" }
  }

  /// Whether a figure comes on top of others: `two more`, `also killed a guard`.
  func isAdditional(_ draft: TollDraft) -> Bool {
    if let group = draft.group, groups[group].isAdditional { return true }
    let near = max(0, draft.deed - 3)..<min(atoms.count, draft.deed + 3)
    return near.contains { word($0) == "also" }
  }

  private static let counting: Set<Word> = [
    "put", "puts", "counted", "recorded", "documented", "registered", "tallied", "logged",
    "estimated", "estimates", "reported", "reports", "confirmed", "announced", "listed",
  ]

  /// Who counts, where a verb of counting has the figure as its object.
  func giver(of draft: TollDraft) -> TextRange? {
    var index = draft.atoms.lowerBound - 1
    while index >= 0, FunctionWords.determiners.contains(word(index)) || word(index) == "death" {
      index -= 1
    }
    guard index > 0, Self.counting.contains(word(index)) else { return nil }
    var end = index - 1
    while end > 0,
      FunctionWords.have.contains(word(end)) || isAdverb(end)
        || FunctionWords.adverbs.contains(word(end))
    { end -= 1 }
    guard atoms[end].kind == .word else { return nil }
    return atoms[max(0, end - 1)].range.union(atoms[end].range)
  }
}
