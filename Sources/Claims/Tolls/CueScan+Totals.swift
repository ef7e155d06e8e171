import Mentions
import Texts

/// Running totals: `this year`, `since 2011`, `over the past decade`, `the war has killed`.
extension CueScan {
  static let longEvents: Set<Word> = [
    "war", "wars", "conflict", "insurgency", "uprising", "revolution", "revolt", "rebellion",
    "crisis", "occupation", "intifada", "genocide", "unrest", "invasion", "offensive",
    "campaign", "crackdown", "violence", "hostilities", "fighting", "bloodshed", "pandemic",
    "coup", "independence", "ceasefire", "truce", "takeover", "outbreak", "start", "beginning",
    "onset", "beginnings", "overthrow", "ouster", "ousting", "fall", "launch", "intervention",
    "withdrawal", "protests", "operation", "siege", "power", "office", "control", "election",
    "elections", "partition", "reunification", "rule",
  ]
  static let wars: Set<Word> = [
    "war", "wars", "conflict", "insurgency", "uprising", "rebellion", "revolt", "occupation",
    "crisis", "siege", "campaign", "intifada", "unrest", "fighting", "violence", "bloodshed",
    "hostilities",
  ]
  static let spans: Set<Word> = [
    "years", "year", "months", "month", "weeks", "decade", "decades", "century", "days", "week",
    "generation",
  ]

  func runningTotal(at index: Int) -> Int? {
    switch word(index) {
    case "since": return since(index)
    case "this":
      guard word(index + 1) == "year" || word(index + 1) == "month" else { return nil }
      return word(index - 1) == "earlier" ? nil : index + 2
    case "past", "last":
      // `over the past three years`
      guard word(index - 1) == "the" || word(index - 1) == "in" else { return nil }
      let end = NumberParser(atoms: atoms).number(atOrPast: index + 1)
      guard Self.spans.contains(word(end)), end > index + 1 || word(end) != "night" else {
        return nil
      }
      if word(end) == "week" || word(end) == "days" { return nil }
      return end + 1
    case "recent":
      guard word(index - 1) == "in" || word(index - 1) == "over" else { return nil }
      switch word(index + 1) {
      case "weeks", "months", "years", "decades", "times", "memory": return index + 2
      default: return nil
      }
    case "long" where word(index - 1) == "-":
      // `the decades-long conflict`
      guard Self.spans.contains(word(index - 2)) else { return nil }
      return war(in: index + 1..<index + 4)
    case "average" where word(index - 1) == "on": return index + 1
    case "so" where word(index + 1) == "far":
      // `so far in 2023`; `so far` alone is the main event's toll as it stands
      guard word(index + 2) == "in" || word(index + 2) == "this", index + 3 < atoms.count,
        atoms[index + 3].looksLikeYear || word(index + 3) == "year" || word(index + 3) == "season"
      else { return nil }
      return index + 4
    case "first", "second", "third", "final", "early", "course", "rest":
      if let end = partOfYear(at: index) { return end }
    default: break
    }
    return span(at: index) ?? longRun(at: index)
  }

  /// One past a part of a year: `first half of the year`, `first three months of 2023`.
  private func partOfYear(at index: Int) -> Int? {
    var end = word(index) == "course" || word(index) == "rest" ? index : index + 1
    end = NumberParser(atoms: atoms).number(atOrPast: end)
    switch word(end) {
    case "half", "months", "quarter", "weeks", "part", "third", "course", "rest": break
    default: return nil
    }
    guard word(end + 1) == "of" else { return nil }
    if word(end + 3) == "year", word(end + 2) == "the" || word(end + 2) == "this" { return end + 4 }
    return end + 2 < atoms.count && atoms[end + 2].looksLikeYear ? end + 3 : nil
  }

  /// Stretches of time that single events do not last.
  private func span(at index: Int) -> Int? {
    switch word(index) {
    case "years", "months", "decades":
      guard word(index + 1) == "of",
        (index + 2..<index + 5).contains(where: { Self.wars.contains(word($0)) })
      else { return nil }
      return index + 3
    case "year" where word(index - 1) == "-" || word(index + 1) == "-":
      // `the nine-year war`
      let end = index + 1
      for next in end..<end + 4 where Self.wars.contains(word(next)) { return next + 1 }
      return nil
    case "annually", "yearly": return index + 1
    case "every", "each":
      switch word(index + 1) {
      case "year", "month", "week", "day", "winter", "summer", "spring", "autumn", "season",
        "decade", "monsoon":
        return index + 2
      default: return nil
      }
    default: return nil
    }
  }

  /// Wars, and what has gone on for long.
  private func longRun(at index: Int) -> Int? {
    switch word(index) {
    case "war", "conflict", "insurgency", "uprising", "rebellion", "violence", "campaign",
      "intifada", "genocide", "unrest", "crisis", "offensive", "crackdown", "occupation",
      "epidemic", "pandemic", "famine", "siege":
      return longEvent(index)
    case "during":
      let next = word(index + 1) == "the" ? index + 2 : index + 1
      for position in next..<next + 3
      where ["war", "conflict", "insurgency", "uprising", "genocide", "occupation"]
        .contains(word(position))
      { return position + 1 }
      return nil
    case "over", "within":
      return stretch(after: index)
    case "in":
      // `in a decade`, `now in its third month`, `in the war`
      if let end = stretch(after: index) ?? thisYear(after: index) { return end }
      guard word(index + 1) == "the" else { return nil }
      for position in index + 2..<index + 5
      where word(position) == "war" || word(position) == "conflict"
        || word(position) == "insurgency"
      { return position + 1 }
      return nil
    default: return nil
    }
  }

  /// `since 2011`, `since last March`, `since the war began`; a weekday is no such start.
  private func since(_ index: Int) -> Int? {
    for position in index + 1..<index + 7 where position < atoms.count {
      let atom = atoms[position]
      if atom.isMark(",") || atom.isMark(".") && position > index + 2 { return nil }
      if atom.looksLikeYear { return position + 1 }
      if NumberMonths.contains(atom.word), atom.isCapitalized {
        if let published, let month = NumberMonths.number(atom.word),
          month == published.components.month, position + 1 < atoms.count,
          atoms[position + 1].kind == .number
        {
          return nil
        }
        return position + 1
      }
      if Self.longEvents.contains(atom.word) { return position + 1 }
      // `since this began`
      if word(index + 1) == "this" || word(index + 1) == "it",
        atom.word == "began" || atom.word == "started"
      {
        return position + 1
      }
      if atom.word == "year" || atom.word == "month" || atom.word == "then"
        || atom.word == "years" || atom.word == "decade"
      {
        return position + 1
      }
    }
    return nil
  }

  /// One past a long event that has cost lives: `the war has killed`.
  private func longEvent(_ index: Int) -> Int? {
    var next = index + 1
    while next < index + 4,
      word(next) == "that" || word(next) == "which" || word(next) == "," || word(next) == "in"
        || atoms.indices.contains(next) && atoms[next].isCapitalized
    { next += 1 }
    guard word(next) == "has" || word(next) == "had" || word(next) == "have" else { return nil }
    return next + 1
  }

  /// One past a length of time that only totals have: `in a decade`, `over ten years`, `in its
  /// third month`.
  private func stretch(after index: Int) -> Int? {
    if word(index + 1) == "its" || word(index + 1) == "their" {
      switch word(index + 3) {
      case "year", "month", "decade", "week": return index + 4
      default: return nil
      }
    }
    var end = index + 1
    if word(end) == "just" || word(end) == "only" || word(end) == "under" { end += 1 }
    let number = NumberParser(atoms: atoms).number(atOrPast: end)
    if number > end {
      end = number
    } else if word(end) == "a" || word(end) == "an" {
      end += 1
    } else {
      return nil
    }
    switch word(end) {
    case "years", "year", "decade", "decades", "months", "century", "generation":
      switch word(end + 1) {
      case "ago", "earlier", "before", "later", "after", "old", "time", "'s", "-", "'": return nil
      default: return end + 1
      }
    default: return nil
    }
  }

  /// One past the year of publication, told without a month: a report of today says `this year` or
  /// names the day.
  private func thisYear(after index: Int) -> Int? {
    guard index + 1 < atoms.count, atoms[index + 1].looksLikeYear, let published,
      let year = atoms[index + 1].value, Int(year) == published.components.year
    else { return nil }
    return index + 2
  }

  private func war(in range: Range<Int>) -> Int? {
    range.first { Self.wars.contains(word($0)) }.map { $0 + 1 }
  }
}
