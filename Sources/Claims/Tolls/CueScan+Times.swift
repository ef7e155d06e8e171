import Mentions
import Texts

/// Times that are not the main event's: `in 2014`, `last year`, `hours earlier`.
extension CueScan {
  func otherTime(at index: Int) -> Int? {
    let word = word(index)
    switch word {
    case "last", "previous":
      switch self.word(index + 1) {
      case "year", "month", "summer", "spring", "autumn", "fall", "winter", "decade", "century",
        "season", "ramadan", "christmas", "easter":
        return index + 2
      case "time", "round", "war", "conflict", "outbreak", "election", "elections", "intifada":
        // `the last time they shelled us`
        return self.word(index - 1) == "the" ? index + 2 : nil
      default: break
      }
      if NumberMonths.contains(self.word(index + 1)), atoms[index + 1].isCapitalized {
        return index + 2
      }
      return nil
    case "earlier":
      guard self.word(index + 1) == "this" || self.word(index + 1) == "in" else { return nil }
      switch self.word(index + 2) {
      case "year", "month": return index + 3
      default: return nil
      }
    case "years", "months", "weeks", "decades", "year", "month", "decade", "week":
      guard
        self.word(index + 1) == "ago" || self.word(index + 1) == "earlier"
          || self.word(index + 1) == "before" || self.word(index + 1) == "previously"
      else { return nil }
      return index + 2
    case "in", "during", "on", "of", "late", "early", "mid", "between":
      return datedElsewhere(index)
    case "the", "a", "an", "'s", "that", "its", "their", "his", "her":
      return datedEvent(after: index)
    case "hours", "days", "day", "night", "moments":
      return shortlyBefore(index)
    case "september" where self.word(index + 1) == "11" && !isPublished(month: 9):
      return index + 2
    default: return nil
    }
  }

  private func isPublished(month: Int) -> Bool { published?.components.month == month }

  /// `in 2014`, `in February`, `on 3 June 2012`: a month or year that publication is not near.
  private func datedElsewhere(_ index: Int) -> Int? {
    var month: Int?
    var end = index + 1
    for position in index + 1..<index + 6 where position < atoms.count {
      let atom = atoms[position]
      if let named = NumberMonths.number(atom.word), atom.isCapitalized {
        month = named
        end = position + 1
      } else if atom.looksLikeYear, let value = atom.value, value >= 1800, value <= 2100 {
        guard let published else { return position + 1 }
        let year = published.components.year
        if Int(value) < year, !(Int(value) == year - 1 && published.components.month == 1) {
          return position + 1
        }
        if Int(value) > year { return nil }
        end = position + 1
        break
      } else if atom.kind == .number || atom.isMark(",") || atom.isMark(".")
        || atom.word == "early" || atom.word == "late" || atom.word == "mid" || atom.word == "-"
        || atom.word == "the" || atom.word == "of" || atom.word == "summer" || atom.word == "spring"
      {
        continue
      } else {
        break
      }
    }
    guard let month, let published else { return nil }
    let here = published.components
    if month == here.month { return nil }
    // The month before counts as near in the first days of a month.
    if (month % 12) + 1 == here.month, here.day <= 6 { return nil }
    return end
  }

  /// `the 2015 siege`, `a January attack`: an event by its year or month.
  private func datedEvent(after index: Int) -> Int? {
    guard atoms.indices.contains(index + 1) else { return nil }
    let next = atoms[index + 1]
    if next.looksLikeYear { return datedElsewhere(index) }
    guard next.isCapitalized, NumberMonths.contains(next.word) else { return nil }
    for position in index + 2..<index + 6 {
      if Self.events.contains(word(position)) { return datedElsewhere(index) }
      guard atoms.indices.contains(position), atoms[position].kind == .word,
        !FunctionWords.endsPhrase(word(position))
      else { return nil }
    }
    return nil
  }

  /// One past a time shortly before the event told above: `Hours earlier, four were shot`.
  ///
  /// After its clause, as in `were killed a day earlier`, it is most often the main event's own.
  private func shortlyBefore(_ index: Int) -> Int? {
    guard index < 3 else { return nil }
    switch word(index + 1) {
    case "earlier", "before", "previously": break
    default: return nil
    }
    return word(index + 2) == "," || index < 2 ? index + 2 : nil
  }
}
