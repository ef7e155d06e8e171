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
  }

  let atoms: [Atom]
  let cues: [Cue]
  /// Whether nothing in the sentence says when.
  let isWithoutTime: Bool
  /// Whether the sentence names a day of the main event.
  let isNow: Bool

  init(
    atoms: [Atom], times: [TimeMention], window: DateInterval?, published: CalendarDate?
  ) {
    self.atoms = atoms
    var cues = CueScan(atoms: atoms, published: published).cues()
    cues.removeAll { $0.setting == .cumulative && Self.isComparison(before: $0.atoms, in: atoms) }
    var isNow = false
    for time in times {
      let covered = atoms.indices.filter { atoms[$0].range.overlaps(time.range) }
      guard let first = covered.first, let last = covered.last, let interval = time.interval,
        let window
      else { continue }
      let range = first..<last + 1
      let isSince = first > 0 && atoms[first - 1].word == "since" || atoms[first].word == "since"
      if isSince {
        if interval.earliest < window.earliest,
          !cues.contains(where: { $0.atoms.overlaps(range) })
        {
          let start = atoms[first].word == "since" ? first : first - 1
          cues.append(
            Cue(
              atoms: start..<last + 1, setting: .cumulative,
              since: atoms[start].range.union(atoms[last].range)))
        }
      } else if interval.latest < window.earliest {
        cues.removeAll {
          $0.atoms.overlaps(range) && ($0.setting == .other(nil) || $0.setting == nil)
        }
        if !cues.contains(where: { $0.atoms.overlaps(range) }) {
          cues.append(Cue(atoms: range, setting: .other(interval)))
        }
      } else if interval.latest.days - interval.earliest.days < 8, interval.overlaps(window) {
        isNow = true
        if !cues.contains(where: { $0.atoms.overlaps(range) }) {
          cues.append(Cue(atoms: range, setting: nil))
        }
      }
    }
    cues.removeAll { cue in
      guard cue.setting != nil, !cue.isForward else { return false }
      // `the deadliest day since the 2014 war`
      let lead = max(0, cue.atoms.lowerBound - 4)..<cue.atoms.upperBound
      guard lead.contains(where: { atoms[$0].word == "since" }) else { return false }
      return Self.isComparison(before: cue.atoms, in: atoms)
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
        "costliest", "rare", "one":
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
      var cost = cost(from: draft.deed..<draft.deed + 1, to: cue.atoms)
      if let group = draft.groupAtoms { cost = min(cost, self.cost(from: group, to: cue.atoms)) }
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

  /// What the sentence's opening sets for the sentence after it: `In March, …`.
  var opening: Setting? {
    guard let first = cues.first, first.atoms.lowerBound < 3, let setting = first.setting,
      !cues.contains(where: { $0.setting == nil })
    else { return nil }
    return setting
  }

  /// Distance in atoms, longer over clause boundaries.
  private func cost(from a: Range<Int>, to b: Range<Int>) -> Int {
    if a.overlaps(b) { return 0 }
    let gap =
      a.upperBound <= b.lowerBound ? a.upperBound..<b.lowerBound : b.upperBound..<a.lowerBound
    // An adverbial that opens the sentence holds for all of it.
    let isOpening = b.upperBound <= a.lowerBound && b.lowerBound < 3
    var cost = gap.count / (isOpening ? 6 : 2)
    for index in gap {
      switch atoms[index].word {
      case ";", ":": cost += 40
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
        "retaliating", "retaliatory", "reprisal", "response", "responding", "aftermath",
        "anniversary", "wake", "following", "vengeance", "mourn", "mourning", "funeral",
        "ordered", "over", "since", "amid", "triggered", "sparked":
        return true
      case "after": return true
      case ".", ";", "but", "while": return false
      default: index -= 1
      }
    }
    return false
  }
}
