import Mentions
import Texts

/// Finds the wording of running totals and of other events in one sentence.
struct CueScan {
  let atoms: [Atom]
  let published: CalendarDate?

  private func word(_ index: Int) -> Word {
    atoms.indices.contains(index) ? atoms[index].word : .none
  }

  func cues() -> [SentenceCues.Cue] {
    var cues: [SentenceCues.Cue] = []
    var index = 0
    while index < atoms.count {
      if let (end, setting) = cue(at: index) {
        let range = index..<min(end, atoms.count)
        cues.append(
          SentenceCues.Cue(
            atoms: range, setting: setting,
            since: setting == .cumulative
              ? atoms[range.lowerBound].range.union(atoms[range.upperBound - 1].range) : nil))
        index = max(index + 1, end)
      } else if Self.nearDays.contains(word(index)), word(index - 1) != "last" {
        cues.append(SentenceCues.Cue(atoms: index..<index + 1, setting: nil))
        index += 1
      } else if let end = cause(at: index) {
        cues.append(SentenceCues.Cue(atoms: index..<end, setting: .other(nil), isForward: true))
        index = end
      } else {
        index += 1
      }
    }
    return cues
  }

  private func cue(at index: Int) -> (end: Int, setting: Setting)? {
    if let total = runningTotal(at: index) { return (total, .cumulative) }
    if let other = otherTime(at: index) { return (other, .other(nil)) }
    if let other = otherEvent(at: index) { return (other, .other(nil)) }
    return nil
  }

  private static let nearDays: Set<Word> = [
    "today", "yesterday", "tonight", "overnight", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
  ]

  // MARK: Running totals

  private static let longEvents: Set<Word> = [
    "war", "wars", "conflict", "insurgency", "uprising", "revolution", "revolt", "rebellion",
    "crisis", "occupation", "intifada", "genocide", "unrest", "invasion", "offensive",
    "campaign", "crackdown", "violence", "hostilities", "fighting", "bloodshed", "pandemic",
    "coup", "independence", "ceasefire", "truce", "takeover", "outbreak", "start", "beginning",
    "onset", "beginnings", "overthrow", "ouster", "ousting", "fall", "launch", "intervention",
    "withdrawal", "protests", "operation", "siege",
  ]
  private static let wars: Set<Word> = [
    "war", "wars", "conflict", "insurgency", "uprising", "rebellion", "revolt", "occupation",
    "crisis", "siege", "campaign", "intifada", "unrest", "fighting", "violence", "bloodshed",
    "hostilities",
  ]
  private static let spans: Set<Word> = [
    "years", "year", "months", "month", "weeks", "decade", "decades", "century", "days", "week",
    "generation",
  ]

  private func runningTotal(at index: Int) -> Int? {
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
      guard
        word(index + 1) == "year" || word(index + 1) == "month" || word(index + 1) == "week"
          || word(index + 1) == "day"
      else { return nil }
      return index + 2
    case "war", "conflict", "insurgency", "uprising", "rebellion", "violence", "campaign",
      "intifada", "genocide", "unrest", "crisis":
      return longEvent(index)
    case "during":
      let next = word(index + 1) == "the" ? index + 2 : index + 1
      for position in next..<next + 3
      where ["war", "conflict", "insurgency", "uprising", "genocide", "occupation"]
        .contains(word(position))
      { return position + 1 }
      return nil
    case "in":
      // `in 2013 alone`, `in total since` are other cues; `in the war`
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

  // MARK: Other times

  private func otherTime(at index: Int) -> Int? {
    let word = word(index)
    switch word {
    case "last", "previous":
      switch self.word(index + 1) {
      case "year", "month", "summer", "spring", "autumn", "fall", "winter", "decade", "century":
        return index + 2
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
    case "the" where atoms.indices.contains(index + 1) && atoms[index + 1].looksLikeYear:
      // `the 2015 siege`
      return datedElsewhere(index)
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

  // MARK: Other events

  /// `in retaliation for`, `to avenge`: what follows is the reason, not the event.
  private func cause(at index: Int) -> Int? {
    switch word(index) {
    case "retaliation", "revenge", "reprisal", "vengeance", "response", "retaliate", "retaliates",
      "retaliating",
      "retaliated":
      let next = word(index + 1)
      return next == "for" || next == "to" || next == "against" ? index + 2 : nil
    case "avenge", "avenging", "avenged": return index + 1
    default: return nil
    }
  }

  private static let events: Set<Word> = [
    "attack", "attacks", "bombing", "bombings", "strike", "strikes", "airstrike", "airstrikes",
    "raid", "raids", "assault", "assaults", "incident", "incidents", "shooting", "shootings",
    "clash", "clashes", "ambush", "ambushes", "explosion", "explosions", "blast", "blasts",
    "operation", "operations", "massacre", "massacres", "bombardment", "offensive", "siege",
    "crash", "crashes", "protest", "protests", "riot", "riots", "killings", "abduction",
    "kidnapping", "hijacking", "wars", "war", "conflict", "episode", "outbreak", "disaster",
    "accident", "violence", "case", "cases", "battle", "battles", "intifada", "uprising",
  ]

  private func otherEvent(at index: Int) -> Int? {
    switch word(index) {
    case "separate", "similar":
      // `two separate operations` may both be tonight's; `a separate attack` is another.
      guard word(index - 1) == "a" || word(index - 1) == "another" else { return nil }
      for position in index + 1..<index + 5 where Self.events.contains(word(position)) {
        return position + 1
      }
      return nil
    case "previous", "earlier", "another", "prior", "past", "unrelated", "separately":
      for position in index + 1..<index + 5 where Self.events.contains(word(position)) {
        return position + 1
      }
      return word(index) == "separately" ? index + 1 : nil
    case "elsewhere": return index < 2 ? index + 1 : nil
    case "9": return word(index + 1) == "/" && word(index + 2) == "11" ? index + 3 : nil
    case "world": return word(index + 1) == "war" ? index + 2 : nil
    case "anniversary": return index + 1
    default: return nil
    }
  }
}

/// The months by name.
enum NumberMonths {
  private static let numbers: [Word: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12,
  ]

  /// 1 to 12, nil for any other word.
  static func number(_ word: Word) -> Int? { numbers[word] }

  static func contains(_ word: Word) -> Bool { numbers[word] != nil }
}

extension NumberParser {
  /// One past the number at `index`, or `index` where there is none.
  func number(atOrPast index: Int) -> Int { cardinal(at: index)?.end ?? vagueEnd(index) }

  private func vagueEnd(_ index: Int) -> Int {
    guard atoms.indices.contains(index) else { return index }
    switch atoms[index].word {
    case "several", "few", "couple", "many": return index + 1
    default: return index
    }
  }
}
