import Mentions
import Texts

/// The words of one sentence that set a figure apart from the main event.
struct SentenceCues {
  /// A cue, by the atoms it takes.
  struct Cue {
    var atoms: Range<Int>
    /// Nil for a time that is the main event's.
    var setting: Setting?
    var since: TextRange?
    /// It only reaches what follows: `in revenge for …`.
    var isForward = false
    /// It measures the main event and only reaches over a relative word: `the worst since 2015,
    /// when …`.
    var needsRelative = false
    /// The atom where its reach ends; nil when the sentence does.
    var limit: Int?
  }

  let atoms: [Atom]
  let cues: [Cue]
  /// Whether nothing in the sentence says when.
  let isWithoutTime: Bool
  /// Whether the sentence names a day of the main event.
  let isNow: Bool

  init(
    atoms: [Atom], times: [TimeMention], window: MainWindow?, published: CalendarDate?,
    isLead: Bool = false
  ) {
    self.atoms = atoms
    var cues = CueScan(atoms: atoms, published: published, isLead: isLead).cues()
    for index in cues.indices
    where cues[index].setting == .cumulative
      && Self.isComparison(before: cues[index].atoms, in: atoms)
    {
      cues[index].isForward = true
      cues[index].needsRelative = true
    }
    var isNow = false
    for time in times {
      let covered = atoms.indices.filter { atoms[$0].range.overlaps(time.range) }
      guard let first = covered.first, let last = covered.last, let interval = time.interval,
        let window
      else { continue }
      let range = first..<last + 1
      let days = window.days
      let isSince = first > 0 && atoms[first - 1].word == "since" || atoms[first].word == "since"
      if isSince {
        if interval.earliest < days.earliest,
          !cues.contains(where: { $0.atoms.overlaps(range) })
        {
          let start = atoms[first].word == "since" ? first : first - 1
          cues.append(
            Cue(
              atoms: start..<last + 1, setting: .cumulative,
              since: atoms[start].range.union(atoms[last].range)))
        }
      } else if interval.latest < days.earliest || window.isBefore(interval) {
        cues.removeAll {
          $0.atoms.overlaps(range) && ($0.setting == .other(nil) || $0.setting == nil)
        }
        if !cues.contains(where: { $0.atoms.overlaps(range) }) {
          cues.append(Cue(atoms: range, setting: .other(interval)))
        }
      } else if interval.latest.days - interval.earliest.days < 8, interval.overlaps(days) {
        isNow = true
        if !cues.contains(where: { $0.atoms.overlaps(range) }) {
          cues.append(Cue(atoms: range, setting: nil))
        }
      }
    }
    for (index, cue) in cues.enumerated() where cue.setting != nil && !cue.isForward {
      // `the deadliest day since the 2014 war`
      let lead = max(0, cue.atoms.lowerBound - 4)..<cue.atoms.upperBound
      guard lead.contains(where: { atoms[$0].word == "since" }),
        Self.isComparison(before: cue.atoms, in: atoms)
      else { continue }
      cues[index].isForward = true
      cues[index].needsRelative = true
    }
    self.cues = cues.sorted {
      ($0.atoms.lowerBound, $0.atoms.upperBound) < ($1.atoms.lowerBound, $1.atoms.upperBound)
    }
    self.isNow = isNow
    isWithoutTime = cues.isEmpty
  }

  /// Whether a cue only measures the main event: `the deadliest attack since 2015`.
  private static func isComparison(before cue: Range<Int>, in atoms: [Atom]) -> Bool {
    var index = cue.lowerBound - 1
    while index >= 0, cue.lowerBound - index < 10 {
      switch atoms[index].word {
      case "deadliest", "worst", "bloodiest", "biggest", "largest", "heaviest", "first", "most",
        "highest", "fiercest", "gravest", "latest", "strongest", "greatest", "longest",
        "costliest", "rare", "one", "second", "third", "fourth", "fifth", "sixth", "seventh",
        "eighth", "ninth", "tenth":
        return true
      case ",", ";", "killed", "died": return false
      default: index -= 1
      }
    }
    return false
  }

  /// The setting that the cue nearest to a figure gives it; nil when none is near.
  func decision(for draft: TollDraft) -> SettingReader.Decision? {
    var best: (cue: Cue, cost: Int)?
    for cue in cues {
      if cue.isForward, cue.atoms.lowerBound > draft.atoms.lowerBound { continue }
      if let limit = cue.limit, draft.atoms.lowerBound >= limit { continue }
      if cue.needsRelative, !hasRelative(between: cue.atoms, and: draft.atoms) { continue }
      var cost = cost(
        from: draft.deed..<draft.deed + 1, to: cue.atoms, isAnaphoric: !draft.hasNoun)
      if let group = draft.groupAtoms {
        cost = min(cost, self.cost(from: group, to: cue.atoms, isAnaphoric: !draft.hasNoun))
        if isInsertion(cue.atoms, from: group, to: draft.deed) { cost += 60 }
      }
      if cue.needsRelative { cost = min(cost, 8) }
      // A day of the main event does not reach over a clause boundary: `on Monday after rebels …`.
      let reach =
        switch cue.setting {
        case nil: 12
        case .cumulative: 24
        default: cue.isForward ? 60 : 40
        }
      if cost < reach, cost < (best?.cost ?? 60) { best = (cue, cost) }
    }
    guard let best else { return nil }
    guard let setting = best.cue.setting else {
      return SettingReader.Decision(setting: .main, since: nil)
    }
    return SettingReader.Decision(setting: setting, since: best.cue.since)
  }

  /// Whether a clause that says more of a cue's event comes before the figure: `since 2015, when`.
  private func hasRelative(between cue: Range<Int>, and figure: Range<Int>) -> Bool {
    guard cue.upperBound <= figure.lowerBound + 2 else { return false }
    let words = cue.upperBound..<max(cue.upperBound, min(figure.upperBound, figure.lowerBound + 3))
    return words.contains { index in
      switch atoms[index].word {
      case "that", "which", "when", "who", "where", "whose": true
      default: false
      }
    } && !words.contains { atoms[$0].isMark(";") }
  }

  /// Whether a cue lies in words set in commas between a figure's people and its verb, which say
  /// more than when: `a hostage, a teacher abducted in May, was killed`.
  private func isInsertion(_ cue: Range<Int>, from group: Range<Int>, to deed: Int) -> Bool {
    guard group.upperBound <= cue.lowerBound, cue.upperBound <= deed else { return false }
    guard let comma = (group.upperBound..<cue.lowerBound).first(where: { atoms[$0].isMark(",") }),
      cue.lowerBound - comma > 3
    else { return false }
    return (cue.upperBound..<deed).contains { atoms[$0].isMark(",") }
  }

  /// What the sentence's opening sets for the sentence after it: `In March, …`.
  var opening: Setting? {
    guard let first = cues.first, first.atoms.lowerBound < 3, let setting = first.setting,
      !cues.contains(where: { $0.setting == nil })
    else { return nil }
    return setting
  }

  /// Distance in atoms, longer over clause boundaries.
  ///
  /// A bare number, as in `four were killed`, belongs with the clause before it.
  private func cost(from a: Range<Int>, to b: Range<Int>, isAnaphoric: Bool) -> Int {
    if a.overlaps(b) { return 0 }
    let gap =
      a.upperBound <= b.lowerBound ? a.upperBound..<b.lowerBound : b.upperBound..<a.lowerBound
    // An adverbial that opens the sentence holds for all of it.
    let isOpening = b.upperBound <= a.lowerBound && b.lowerBound < 3
    var cost = isOpening ? 1 + gap.count / 6 : gap.count / 2
    for index in gap {
      switch atoms[index].word {
      case ";", ":": cost += isAnaphoric ? 6 : 40
      case "but", "while", "whereas": cost += 30
      case "when", "after", "before", "as", "because", "that", "who", "which":
        cost += isOpening ? 4 : 12
      case "said", "says", "told": cost += 4
      case ",": cost += isOpening ? 2 : 9
      case "and": cost += 3
      default: break
      }
    }
    return cost
  }

  /// Whether a figure of one person is told as the cause of something else: `in revenge for the
  /// killing of`, `days after rebels shot a pilot`.
  func isCause(of draft: TollDraft) -> Bool {
    let start = draft.atoms.lowerBound
    var index = start - 1
    while index >= 0, start - index < 14 {
      let word = atoms[index].word
      switch word {
      case "retaliation", "revenge", "avenge", "avenging", "avenged", "retaliate", "retaliated",
        "retaliating", "retaliatory", "reprisal", "response", "responding", "followed", "follows",
        "following":
        return true
      case "aftermath", "anniversary", "wake", "vengeance", "mourn", "mourning", "funeral",
        "ordered", "over", "since", "amid", "triggered", "sparked":
        // Of a crowd such words tell of the main event's dead as often as of others.
        if draft.low == 1, draft.high == 1 { return true }
        index -= 1
      case "after": return true
      case ".", ";", "but", "while": return false
      default: index -= 1
      }
    }
    return false
  }
}
