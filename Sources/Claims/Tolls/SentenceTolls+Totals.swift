import Knowledge
import Mentions
import Texts

/// Totals: `the death toll rose to 7 from 5`, `the number of people killed has reached 40`.
extension SentenceTolls {
  mutating func readTotals() {
    for index in atoms.indices {
      if word(index) == "toll", let kind = tollKind(at: index) {
        readTotal(kind, from: index > 0 ? index - 1 : index, after: index + 1)
      } else if word(index) == "number" || word(index) == "total", word(index + 1) == "of",
        let deed = numberedDeed(after: index + 2)
      {
        if !readBrought(deed.kind, number: index) {
          readTotal(deed.kind, from: index, after: deed.end)
        }
      }
    }
  }

  private func tollKind(at index: Int) -> Toll.Kind? {
    switch word(index - 1) {
    case "death", "fatality", "fatalities": return .killed
    case "injury", "injured", "wounded": return .wounded
    case "casualty", "heavy", "a", "its", "their": return nil
    default: break
    }
    // `the toll rose to 7`
    switch word(index + 1) {
    case "rose", "climbed", "stood", "stands", "reached", "rises", "has", "was", "at", "could":
      return .killed
    default: return nil
    }
  }

  private func numberedDeed(after start: Int) -> (kind: Toll.Kind, end: Int)? {
    for index in start..<min(start + 6, atoms.count) {
      if FunctionWords.be.contains(word(index)) || FunctionWords.have.contains(word(index)) {
        return nil
      }
      let kind =
        harm.adjective(word(index)).map(\.kind) ?? harm.count(word(index)).map(\.kind)
        ?? harm.verbs(word(index)).first {
          $0.complement.isEmpty && $0.forms.contains(.participle)
        }.map(\.kind)
      if let kind, let toll = Toll.Kind(rawValue: kind.rawValue) { return (toll, index + 1) }
    }
    return nil
  }

  /// Whether a number before which `from` stands is a rise to a second one.
  private func isRise(_ count: CountedAtoms?) -> Bool {
    guard let count, let high = count.quantity.high, high > count.quantity.low else { return false }
    return count.atoms.contains { word($0) == "to" }
  }

  /// Reads `bringing to 81 the number of people killed`.
  private mutating func readBrought(_ kind: Toll.Kind, number index: Int) -> Bool {
    guard word(index - 1) == "the",
      let count = QuantityFinder().counts(in: atoms).first(where: {
        $0.atoms.upperBound == index - 1
      }), !count.quantity.isArticle, word(count.atoms.lowerBound - 1) == "to"
    else { return false }
    append(
      TollDraft(
        kind: kind, low: count.quantity.low, high: count.quantity.high,
        isApproximate: count.quantity.isApproximate, category: .unstated,
        atoms: count.atoms.lowerBound..<index + 1, group: groupAt[count.atoms.lowerBound],
        deed: index, partOf: nil, key: .none, owner: nil, hasNoun: false))
    return true
  }

  private mutating func readTotal(_ kind: Toll.Kind, from start: Int, after end: Int) {
    let counts = Dictionary(
      QuantityFinder().counts(in: atoms).map { ($0.atoms.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first })
    var index = end
    var isDirected = false
    while index < atoms.count, index - end < 26 {
      let atom = atoms[index]
      if atom.isMark(";") || atom.word == "but" || atom.word == "while" { return }
      switch atom.word {
      case "to", "at", "reached", "reaches", "reach", "hit", "hits", "topped", "tops", "topping",
        "surpassed", "exceeded", "exceeds", "was", "is", "stood", "stands", "passed", "of", "as",
        "reaching", "now", "toward", "towards", "standing", "were", "above", "over", "past",
        "near", "between", "around":
        isDirected = true
      case "from", "by", "in", "on", "since", "after":
        isDirected = false
      default: break
      }
      let isRise = word(index - 1) == "from" && isRise(counts[index])
      if let count = counts[index], !count.quantity.isArticle, isDirected || isRise {
        var quantity = (low: count.quantity.low, high: count.quantity.high)
        // `climbed from 5 to 7`
        if isRise, let now = quantity.high { quantity.low = now }
        switch word(index - 1) {
        case "topped", "tops", "topping", "surpassed", "exceeded", "exceeds", "passed", "past":
          quantity = (quantity.low + 1, nil)
        default: break
        }
        if let group = groupAt[index], groups[group].isThing || isUsed(group, kind) { return }
        let group = groupAt[index].map { groups[$0] }
        append(
          TollDraft(
            kind: kind, low: quantity.low, high: quantity.high,
            isApproximate: count.quantity.isApproximate, category: group?.category ?? .unstated,
            atoms: start..<count.atoms.upperBound, group: groupAt[index], deed: start,
            partOf: nil, key: group?.key ?? .none, owner: nil, hasNoun: group?.hasNoun ?? false))
        return
      }
      index += counts[index].map { max(1, $0.atoms.count) } ?? 1
    }
  }
}
