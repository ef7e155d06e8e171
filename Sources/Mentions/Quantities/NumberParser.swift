import Texts

/// An interval of counts with the atoms it was read from.
struct ParsedNumber {
  var low: Int
  var high: Int?
  var isApproximate = false
  var isAdditional = false
  var isArticle = false
  /// It is told in dozens or scores.
  var isRound = false
  var qualifier: Quantity.Qualifier?
  /// One past the last atom.
  var end: Int
}

/// Reads numbers, ranges and vague number words from atoms, without their qualifiers.
package struct NumberParser {
  package let atoms: [Atom]

  /// A parser of the atoms of one sentence.
  package init(atoms: [Atom]) { self.atoms = atoms }

  func word(_ index: Int) -> Word {
    atoms.indices.contains(index) ? atoms[index].word : .none
  }

  /// A number, a range or vague number words that begin at `index`.
  func number(at index: Int) -> ParsedNumber? {
    if let between = interval(afterBetween: index) { return between }
    if let vague = vague(at: index) { return vague }
    guard let first = cardinal(at: index) else { return nil }
    if let range = range(from: first) { return range }
    return ParsedNumber(
      low: first.value, high: first.value,
      isArticle: first.end == index + 1 && word(index) == "one", isRound: first.scale == 12,
      end: first.end)
  }

  /// A whole number in figures, words or both (`1.2 million`); decimals without a scale are
  /// none.
  package func cardinal(at start: Int) -> (value: Int, end: Int, scale: Int)? {
    guard atoms.indices.contains(start) else { return nil }
    var index = start
    var total = 0.0
    var current = 0.0
    var isSeen = false
    var scaleSeen = 1
    var lastSmall = 0
    if word(index) == "a" || word(index) == "an" {
      guard NumberWords.scales[word(index + 1)] != nil else { return nil }
      index += 1
    }
    if word(index) == "half" {
      var next = index + 1
      if atoms.indices.contains(next), atoms[next].isJoiningHyphen { next += 1 }
      if word(next) == "a" { next += 1 }
      if atoms.indices.contains(next), atoms[next].isJoiningHyphen { next += 1 }
      guard let scale = NumberWords.scales[word(next)], scale < 1_000_000_000 else { return nil }
      return (scale / 2, next + 1, scale)
    }
    while atoms.indices.contains(index) {
      let atom = atoms[index]
      if let value = atom.value {
        if isSeen { break }
        current = value
        isSeen = true
        lastSmall = 100
      } else if atom.kind == .word, let small = NumberWords.small[atom.word] {
        // `twenty one`, `hundred five`, but not `one two`.
        let fits = !isSeen || lastSmall == 0 || (lastSmall >= 20 && lastSmall < 100 && small < 10)
        guard fits, !(isSeen && small == 0) else { break }
        current += Double(small)
        isSeen = true
        lastSmall = max(1, small)
      } else if atom.kind == .word, let scale = NumberWords.scales[atom.word] {
        guard isSeen || index > start || index + 1 < atoms.count else { break }
        if scale == 12 && isSeen && lastSmall == 0 { break }
        let base = isSeen && current > 0 ? current : 1
        if scale > 100 {
          total += base * Double(scale)
          current = 0
        } else {
          current = base * Double(scale)
        }
        scaleSeen = max(scaleSeen, scale)
        isSeen = true
        lastSmall = 0
      } else if isSeen, atom.isJoiningHyphen, lastSmall >= 20 || lastSmall == 0 || lastSmall < 10,
        atoms.indices.contains(index + 1), !atoms[index + 1].hasSpaceBefore,
        joins(after: lastSmall, index + 1)
      {
        // The hyphen of `twenty-one`.
      } else if isSeen, atom.word == "and", lastSmall == 0, scaleSeen != 12,
        NumberWords.small[word(index + 1)] != nil
      {
        // The `and` of `a hundred and five`.
      } else {
        break
      }
      index += 1
    }
    let value = total + current
    guard isSeen, value == value.rounded(), value < 1e12 else { return nil }
    return (Int(value), index, scaleSeen)
  }

  private func joins(after lastSmall: Int, _ next: Int) -> Bool {
    if let small = NumberWords.small[word(next)] { return lastSmall >= 20 && small < 10 }
    return NumberWords.scales[word(next)] != nil
  }

  /// `5-7`, `five to seven`, `five or six`, after the first number was read.
  private func range(from first: (value: Int, end: Int, scale: Int)) -> ParsedNumber? {
    let link = word(first.end)
    guard link == "-" || link == "to" || link == "or",
      let second = cardinal(at: first.end + 1), second.value > first.value || second.scale > 1
    else { return nil }
    var low = first.value
    if first.scale == 1, second.scale > 1, low < 1000, low * second.scale < second.value {
      low *= second.scale
    }
    guard low < second.value else { return nil }
    if link == "or", second.value > low + max(2, low / 2) { return nil }
    return ParsedNumber(low: low, high: second.value, end: second.end)
  }

  private func interval(afterBetween index: Int) -> ParsedNumber? {
    guard word(index) == "between", let low = cardinal(at: index + 1),
      word(low.end) == "and" || word(low.end) == "to" || word(low.end) == "-",
      let high = cardinal(at: low.end + 1), high.value > low.value
    else { return nil }
    if atoms[index + 1].looksLikeYear, atoms[low.end + 1].looksLikeYear,
      (1800...2100).contains(low.value), (1800...2100).contains(high.value)
    {
      return nil
    }
    var least = low.value
    if low.scale == 1, high.scale > 1, least * high.scale < high.value { least *= high.scale }
    return ParsedNumber(low: least, high: high.value, end: high.end)
  }

  /// `many`, but not `how many`, `as many as`, `many more`, `many times`.
  private func many(at index: Int) -> ParsedNumber? {
    switch word(index - 1) {
    case "as", "how", "so", "too", "not", "that", "the", "this", "these", "those", "very":
      return nil
    default: break
    }
    switch word(index + 1) {
    case "more", "times", "as", "a", "an", "of", "ways", "years", "days", "weeks", "months",
      "hours":
      return nil
    default: break
    }
    guard atoms.indices.contains(index + 1), atoms[index + 1].kind == .word else { return nil }
    return ParsedNumber(low: 3, high: nil, end: index + 1)
  }

  /// `dozens`, `tens of thousands`, `several hundred`, `a couple of dozen`, `a handful`, `both`.
  private func vague(at start: Int) -> ParsedNumber? {
    var index = start
    let hasArticle = word(index) == "a"
    if hasArticle {
      index += 1
      if word(index) == "good" || word(index) == "mere" || word(index) == "small" { index += 1 }
    }
    if let noun = NumberWords.vagueNouns[word(index)], hasArticle || word(index) == "couple" {
      var next = index + 1
      if word(index) == "score", word(next) != "of" { return nil }
      if word(index) == "pair" || word(index) == "trio", word(next) != "of" { return nil }
      if let scale = NumberWords.scales[word(next)] {
        return ParsedNumber(
          low: noun.low * scale, high: noun.high.map { $0 * scale }, end: next + 1)
      }
      if word(next) == "of", let scale = NumberWords.scales[word(next + 1)] {
        next += 2
        return ParsedNumber(low: noun.low * scale, high: noun.high.map { $0 * scale }, end: next)
      }
      return ParsedNumber(low: noun.low, high: noun.high, end: next)
    }
    if hasArticle, word(index) == "number", word(index + 1) == "of" {
      return ParsedNumber(low: 2, high: nil, end: index + 1)
    }
    guard !hasArticle else { return nil }
    if word(index) == "both" { return ParsedNumber(low: 2, high: 2, end: index + 1) }
    if word(index) == "many" { return many(at: index) }
    guard let low = NumberWords.vague[word(index)] else { return nil }
    if word(index) == "several" || word(index) == "multiple",
      let scale = NumberWords.scales[word(index + 1)]
    {
      return ParsedNumber(low: low * scale, high: nil, end: index + 2)
    }
    if word(index + 1) == "of", low >= 20,
      word(index + 2) == "thousands" || word(index + 2) == "millions"
    {
      let scale = word(index + 2) == "thousands" ? 1000 : 1_000_000
      return ParsedNumber(low: low * scale, high: nil, end: index + 3)
    }
    if word(index) == "tens", word(index + 1) != "of" { return nil }
    return ParsedNumber(low: low, high: nil, end: index + 1)
  }
}
