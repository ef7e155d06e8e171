import Mentions
import Texts

/// Other events: `a separate attack`, `in revenge for`, `three weeks after`.
extension CueScan {
  /// `in retaliation for`, `to avenge`: what follows is the reason, not the event.
  func cause(at index: Int) -> Int? {
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

  static let events: Set<Word> = [
    "attack", "attacks", "bombing", "bombings", "strike", "strikes", "airstrike", "airstrikes",
    "raid", "raids", "assault", "assaults", "incident", "incidents", "shooting", "shootings",
    "clash", "clashes", "ambush", "ambushes", "explosion", "explosions", "blast", "blasts",
    "operation", "operations", "massacre", "massacres", "bombardment", "offensive", "siege",
    "crash", "crashes", "protest", "protests", "riot", "riots", "killings", "abduction",
    "kidnapping", "hijacking", "wars", "war", "conflict", "episode", "outbreak", "disaster",
    "accident", "violence", "case", "cases", "battle", "battles", "intifada", "uprising",
  ]

  func otherEvent(at index: Int) -> Int? {
    switch word(index) {
    case "neighboring", "neighbouring":
      // `In neighboring White Nile state, eight were killed.`
      guard index < 3, word(0) == "in" else { return nil }
      for position in index + 1..<index + 5 where Self.areas.contains(word(position)) {
        return position + 1
      }
      return nil
    case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest":
      // `In the east, a bomber killed 32.`
      guard index == 2, !isLead, word(0) == "in", word(1) == "the", word(3) == "," else {
        return nil
      }
      return index + 1
    case "similar" where Self.manyEvents.contains(word(index + 1)):
      return index + 2
    case "separate", "similar":
      // `two separate operations` may both be tonight's; `a separate attack` is another.
      guard word(index - 1) == "a" || word(index - 1) == "another" else { return nil }
      return eventNoun(after: index)
    case "previous", "earlier", "another", "prior", "past", "unrelated":
      return eventNoun(after: index)
    case "separately": return eventNoun(after: index) ?? index + 1
    case "elsewhere": return index < 2 ? index + 1 : nil
    case "9": return word(index + 1) == "/" && word(index + 2) == "11" ? index + 3 : nil
    case "world": return word(index + 1) == "war" ? index + 2 : nil
    case "anniversary": return index + 1
    default: return nil
    }
  }

  /// One past a noun for an event in the same phrase.
  private func eventNoun(after index: Int) -> Int? {
    for position in index + 1..<min(index + 5, atoms.count) {
      let atom = atoms[position]
      if Self.events.contains(atom.word), !atom.isCapitalized { return position + 1 }
      if FunctionWords.endsPhrase(atom.word) || atom.kind == .mark && !atom.isJoiningHyphen {
        return nil
      }
    }
    return nil
  }

  private static let areas: Set<Word> = [
    "state", "province", "country", "governorate", "region", "county", "prefecture", "department",
  ]
  private static let manyEvents: Set<Word> = [
    "attacks", "bombings", "strikes", "airstrikes", "raids", "assaults", "incidents", "shootings",
    "clashes", "ambushes", "explosions", "blasts", "massacres", "crashes", "protests", "riots",
    "killings", "abductions", "kidnappings", "accidents", "disasters", "collapses", "fires",
    "floods", "stampedes", "wrecks", "sinkings",
  ]

  /// `three weeks after`, `a year to the day after`: what follows happened before.
  func sequel(at index: Int) -> Int? {
    switch word(index) {
    case "hours", "day", "days":
      // The main event itself may be told so: `protests spread a day after troops killed 12`.
      guard word(index + 1) == "after", index < 6 || isTold(before: index) else { return nil }
      return index + 2
    case "week", "weeks", "month", "months", "year", "years", "decade", "decades", "century":
      if word(index + 1) == "after" { return index + 2 }
      guard word(index + 1) == "to", word(index + 2) == "the", word(index + 4) == "after" else {
        return nil
      }
      return index + 5
    default: return nil
    }
  }

  /// Whether the words before a time say when something else happened: `came two days after`,
  /// `on Monday, a day after`.
  private func isTold(before index: Int) -> Bool {
    (max(0, index - 6)..<index).contains { position in
      switch word(position) {
      case "came", "comes", "come", "coming", "happened", "happens", "occurred", "occurs",
        "followed":
        return true
      case ",": return position > index - 4
      default: return false
      }
    }
  }

  /// Where the brackets end that begin with another year: `(2014, 301 dead)`.
  func bracket(at index: Int) -> Int? {
    guard word(index) == "(", index + 1 < atoms.count, atoms[index + 1].looksLikeYear,
      let year = atoms[index + 1].value, (1800...2100).contains(year),
      published.map({ $0.components.year > Int(year) }) ?? true
    else { return nil }
    var end = index + 2
    while end < atoms.count, word(end) != ")" { end += 1 }
    return end
  }
}
