import Texts

/// Reads one quantity with its qualifiers, and knows which numbers count nothing.
struct QuantityScan {
  enum Effect { case atLeast, moreThan, upTo, fewerThan, about, nearly, additional }

  let atoms: [Atom]
  private let parser: NumberParser

  init(atoms: [Atom]) {
    self.atoms = atoms
    parser = NumberParser(atoms: atoms)
  }

  private func word(_ index: Int) -> Word { parser.word(index) }

  /// The quantity that begins at `start`, and the first atom of its number.
  func quantity(at start: Int) -> (number: ParsedNumber, core: Int)? {
    if let none = none(at: start) { return (none, start) }
    var index = start
    var effects: [Effect] = []
    while let (effect, count) = qualifier(at: index) {
      effects.append(effect)
      index += count
    }
    if var number = parser.number(at: index) {
      for effect in effects.reversed() { apply(effect, to: &number) }
      applySuffix(to: &number)
      return (number, index)
    }
    if effects == [.additional], index > start + 1 || word(start) == "another" {
      // `another soldier`, `an additional suspect`
      return (ParsedNumber(low: 1, high: 1, isAdditional: true, isArticle: true, end: index), start)
    }
    if word(start) == "a" || word(start) == "an" {
      return (ParsedNumber(low: 1, high: 1, isArticle: true, end: start + 1), start)
    }
    return nil
  }

  /// `No reports of casualties` says what is not known, not that there are none.
  private func isAboutKnowledge(_ index: Int) -> Bool {
    var next = index
    while NumberWords.knowledgeModifiers.contains(word(next)) { next += 1 }
    return NumberWords.knowledge.contains(word(next))
  }

  private func none(at index: Int) -> ParsedNumber? {
    switch word(index) {
    case "nobody": return ParsedNumber(low: 0, high: 0, end: index + 1)
    case "none": return ParsedNumber(low: 0, high: 0, end: index + 1)
    case "zero": return ParsedNumber(low: 0, high: 0, end: index + 1)
    case "no":
      switch word(index + 1) {
      case "one": return ParsedNumber(low: 0, high: 0, end: index + 2)
      case "-":
        return word(index + 2) == "one" ? ParsedNumber(low: 0, high: 0, end: index + 3) : nil
      case "more", "fewer", "less", "longer", "doubt", "matter", "sign", "signs", "evidence",
        "idea", "way", "comment", "stranger", ".", ",":
        return nil
      default:
        if isAboutKnowledge(index + 1) { return nil }
        return index + 1 < atoms.count && atoms[index + 1].kind == .word
          ? ParsedNumber(low: 0, high: 0, end: index + 1) : nil
      }
    default: return nil
    }
  }

  private static let qualifiers: [(words: [Word], effect: Effect)] = [
    (["at", "the", "very", "least"], .atLeast), (["at", "least"], .atLeast),
    (["no", "fewer", "than"], .atLeast), (["no", "less", "than"], .atLeast),
    (["not", "fewer", "than"], .atLeast), (["not", "less", "than"], .atLeast),
    (["a", "minimum", "of"], .atLeast), (["minimum"], .atLeast),
    (["more", "than"], .moreThan), (["many", "more", "than"], .moreThan),
    (["well", "over"], .moreThan), (["just", "over"], .moreThan), (["far", "over"], .moreThan),
    (["well", "above"], .moreThan), (["over"], .moreThan), (["upwards", "of"], .moreThan),
    (["upward", "of"], .moreThan), (["in", "excess", "of"], .moreThan), (["above"], .moreThan),
    (["exceeding"], .moreThan), (["north", "of"], .moreThan), (["greater", "than"], .moreThan),
    (["as", "many", "as"], .upTo), (["up", "to"], .upTo), (["no", "more", "than"], .upTo),
    (["not", "more", "than"], .upTo), (["at", "most"], .upTo), (["a", "maximum", "of"], .upTo),
    (["fewer", "than"], .fewerThan), (["less", "than"], .fewerThan), (["under"], .fewerThan),
    (["below"], .fewerThan), (["well", "under"], .fewerThan),
    (["just", "under"], .nearly), (["just", "below"], .nearly),
    (["just", "short", "of"], .nearly), (["close", "to"], .nearly), (["about"], .about),
    (["around"], .about), (["some"], .about),
    (["nearly"], .nearly), (["almost"], .nearly), (["roughly"], .about),
    (["approximately"], .about), (["approx"], .about), (["an", "estimated"], .about),
    (["estimated"], .about), (["perhaps"], .about), (["possibly"], .about), (["maybe"], .about),
    (["circa"], .about), (["nearing"], .nearly), (["approaching"], .nearly), (["~"], .about),
    (["somewhere", "around"], .about), (["in", "the", "region", "of"], .about),
    (["an", "additional"], .additional), (["additional"], .additional),
    (["a", "further"], .additional), (["further"], .additional), (["another"], .additional),
    (["an", "extra"], .additional), (["yet", "another"], .additional),
    (["an", "unprecedented"], .about),
  ]
  private static let qualifiersByWord = Dictionary(grouping: qualifiers, by: { $0.words[0] })

  func qualifier(at index: Int) -> (Effect, Int)? {
    var best: (Effect, Int)?
    for (words, effect) in Self.qualifiersByWord[word(index)] ?? []
    where words.indices.allSatisfy({ word(index + $0) == words[$0] }) {
      if words.count > (best?.1 ?? 0) { best = (effect, words.count) }
    }
    return best
  }

  private func apply(_ effect: Effect, to number: inout ParsedNumber) {
    if effect != .additional { number.isArticle = false }
    switch effect {
    case .atLeast: number.high = nil
    case .moreThan:
      if let high = number.high { number.low = max(number.low, high) + 1 }
      number.high = nil
    case .upTo: number.low = 0
    case .fewerThan:
      number.high = number.high.map { max(0, $0 - 1) }
      number.low = 0
    case .about, .nearly: number.isApproximate = number.high != nil
    case .additional: number.isAdditional = true
    }
    if let qualifier = effect.qualifier { number.qualifier = qualifier }
  }

  private func applySuffix(to number: inout ParsedNumber) {
    let end = number.end
    if word(end) == "or", word(end + 1) == "more" {
      number.high = nil
      number.qualifier = .atLeast
      number.end += 2
    } else if word(end) == "or", word(end + 1) == "so" {
      number.isApproximate = true
      number.qualifier = .about
      number.end += 2
    } else if word(end) == "and", word(end + 1) == "counting" {
      number.high = nil
      number.end += 2
    } else if end < atoms.count, atoms[end].isMark("+"), !atoms[end].hasSpaceBefore {
      number.high = nil
      number.end += 1
    } else if word(end) == "plus", atoms[end - 1].kind == .number {
      number.high = nil
      number.end += 1
    }
    switch word(number.end) {
    case "more" where word(number.end + 1) != "than":
      number.isAdditional = true
      number.isArticle = false
      number.end += 1
    case "other", "others", "additional":
      number.isAdditional = true
    default: break
    }
  }

  /// Whether the number whose own words begin at `core` is a date, an age, a measure or a label.
  func isExcluded(_ number: ParsedNumber, from core: Int) -> Bool {
    let isFigure = atoms[core].kind == .number
    let next = number.end
    if atoms.indices.contains(next) {
      let after = atoms[next]
      let isJoined = !after.hasSpaceBefore
      if isJoined, after.isMark("%") || after.isMark("/") || after.isMark("°") { return true }
      if after.isMark("%") { return true }
      if isJoined, after.isMark(":") || after.isMark("."), joinsDigit(next) { return true }
      if isJoined, after.isMark("-"), next + 1 < atoms.count, !atoms[next + 1].hasSpaceBefore {
        return true
      }
      if NumberWords.units.contains(after.word) { return true }
      if after.word == "local", word(next + 1) == "time" { return true }
      if NumberWords.unitModifiers.contains(after.word), NumberWords.units.contains(word(next + 1)),
        after.word != "local"
      {
        return true
      }
      if number.high == number.low, number.low <= 31, NumberWords.months.contains(after.word),
        after.isCapitalized, isFigure
      {
        return true
      }
      if after.word == "in" || after.word == "out", atoms[next].kind == .word,
        after.word == "in" ? NumberWords.small[word(next + 1)] != nil : word(next + 1) == "of"
      {
        return true
      }
    }
    // `one` in `one another`, `one day`; `a` in `a lot`.
    if number.isArticle, word(next) == "another" || word(next) == "lot" { return true }
    guard core > 0 else { return isFigure && atoms[core].looksLikeYear && isYear(core) }
    let before = atoms[core - 1]
    let isJoined = !atoms[core].hasSpaceBefore
    if isJoined {
      if before.isMark("$") || before.isMark("€") || before.isMark("£") || before.isMark("#")
        || before.isMark("¥") || before.isMark("/") || before.isMark(":") || before.isMark("₹")
        || before.isMark(".") || before.isMark("@")
      {
        return true
      }
      if before.isMark("-"), core > 1, !before.hasSpaceBefore { return true }
    }
    guard isFigure else { return word(core - 1) == "aged" || word(core - 1) == "age" }
    if before.isMark("$") || before.isMark("€") || before.isMark("£") { return true }
    if NumberWords.months.contains(before.word), before.isCapitalized || number.low > 31 {
      return true
    }
    if before.isMark("."), core > 1, NumberWords.months.contains(word(core - 2)) { return true }
    if before.isMark("."), core > 1, word(core - 2) == "no" { return true }
    if NumberWords.labels.contains(before.word), before.word != "no" || before.isCapitalized {
      return true
    }
    if atoms[core].looksLikeYear, isYear(core) { return true }
    return isAgeInCommas(core, next)
  }

  private func joinsDigit(_ index: Int) -> Bool {
    index + 1 < atoms.count && !atoms[index + 1].hasSpaceBefore
      && atoms[index + 1].kind == .number
  }

  private func isYear(_ index: Int) -> Bool {
    guard let value = atoms[index].value, (1800...2100).contains(value) else { return false }
    if index > 0, NumberWords.yearLeads.contains(word(index - 1)) { return true }
    if index > 1, atoms[index - 1].isMark(","), atoms[index - 2].kind == .number { return true }
    if index > 1, word(index - 1) == "and" || word(index - 1) == "-", atoms[index - 2].looksLikeYear
    {
      return true
    }
    guard index + 1 < atoms.count else { return true }
    return atoms[index + 1].kind != .word
  }

  /// The age in `Ana Ruiz, 42, said`.
  private func isAgeInCommas(_ index: Int, _ next: Int) -> Bool {
    guard index > 1, atoms[index - 1].isMark(","), atoms[index - 2].kind == .word,
      let value = atoms[index].value, value < 120
    else { return false }
    guard next < atoms.count else { return atoms[index - 2].isCapitalized }
    return atoms[next].kind == .mark && !atoms[next].isMark("-")
  }
}

extension QuantityScan.Effect {
  /// What it says of the number; nil for `another`.
  var qualifier: Quantity.Qualifier? {
    switch self {
    case .atLeast: .atLeast
    case .moreThan: .moreThan
    case .upTo: .upTo
    case .fewerThan: .fewerThan
    case .about: .about
    case .nearly: .nearly
    case .additional: nil
    }
  }
}
