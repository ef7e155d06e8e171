import Knowledge
import Linguistics
import Mentions
import Texts

/// Judges whether an event that words tell of happened, and whether it is background.
struct RealisJudge {
  let reading: Reading
  let units: Units
  let times: [TimeMention]
  let published: CalendarDate?

  /// How many days before publication an event is no longer news.
  static let newsDays = 8

  /// Sets the time and the realis of every trigger.
  func judge(_ triggers: inout [Trigger]) {
    for index in triggers.indices {
      if let (cost, time) = time(of: triggers[index], among: triggers) {
        triggers[index].time = time
        triggers[index].timeCost = cost
      }
      triggers[index].realis = realis(of: triggers[index])
      if triggers[index].realis == .actual, isCause(triggers[index]) {
        triggers[index].isCause = true
        triggers[index].realis = .past
      }
    }
  }

  /// The time expression of the sentence that stands nearest to the trigger.
  ///
  /// A clause mark between them counts as six words, another verb as three.
  private func time(of trigger: Trigger, among triggers: [Trigger]) -> (cost: Int, index: Int)? {
    let sentence = reading.sentences[trigger.sentence]
    var best: (cost: Int, index: Int)?
    for (index, time) in times.enumerated()
    where sentence.range.contains(time.range) && time.kind == .date && time.interval != nil {
      let span = units.units(ofTokens: reading.tokens(in: time.range))
      let between =
        span.lowerBound >= trigger.units.upperBound
        ? trigger.units.upperBound..<span.lowerBound
        : span.upperBound <= trigger.units.lowerBound
          ? span.upperBound..<trigger.units.lowerBound : 0..<0
      var cost = between.count + (dates(speechBefore: span.lowerBound) ? 10 : 0)
      for unit in between {
        let word = units.words[unit]
        if Grammar.isClauseMark(word) || Grammar.isConjunction(word) { cost += 6 }
        if Grammar.isSpeechVerb(word) { cost += 6 }
      }
      for other in triggers
      where other.isVerb && !other.isAttributive && between.contains(other.units.lowerBound) {
        cost += 3
      }
      if cost < (best?.cost ?? Int.max) { best = (cost, index) }
    }
    return best.flatMap { $0.cost <= Self.reach ? $0 : nil }
  }

  /// How far a time may stand from what it dates, in words.
  private static let reach = 28

  /// Whether a time says when something was said: `said on Monday`, `a statement late Friday`.
  private func dates(speechBefore unit: Int) -> Bool {
    var position = unit - 1
    while position >= 0, position >= unit - 3 {
      let word = units.words[position]
      switch word {
      case "on", "late", "early", "earlier", "in", "a": break
      case "statement", "interview", "conference", "briefing", "tweet", "reporters", "post":
        return true
      default: return Grammar.isSpeechVerb(word)
      }
      position -= 1
    }
    return false
  }

  private func realis(of trigger: Trigger) -> Realis {
    let bounds = units.units(ofTokens: reading.sentences[trigger.sentence].tokens)
    if isNegated(trigger, bounds) { return .negated }
    if let modal = modality(of: trigger, bounds) { return modal }
    if isCumulative(trigger, bounds) { return .cumulative }
    if isPast(trigger, bounds) { return .past }
    return .actual
  }

  /// The words before the trigger in its clause, nearest first, at most `limit`.
  private func before(_ trigger: Trigger, _ bounds: Range<Int>, limit: Int) -> [Word] {
    var words: [Word] = []
    var position = trigger.units.lowerBound - 1
    while position >= bounds.lowerBound, words.count < limit {
      let word = units.words[position]
      if Grammar.isClauseMark(word) { break }
      words.append(word)
      position -= 1
    }
    return words
  }

  /// Whether the words before name it as a reason: `in response to`, `revenge for`, `days after`.
  private func isCause(_ trigger: Trigger) -> Bool {
    let bounds = units.units(ofTokens: reading.sentences[trigger.sentence].tokens)
    let words = before(trigger, bounds, limit: 12)
    for (distance, word) in words.enumerated() {
      let earlier = distance + 1 < words.count ? words[distance + 1] : .none
      switch word {
      case "for", "to", "against":
        if words.dropFirst(distance + 1).prefix(2).contains(where: Grammar.isRetaliation) {
          return true
        }
      case "avenge", "avenging", "avenged": return true
      case "after":
        switch earlier {
        case "days", "day", "weeks", "week", "months", "month", "year", "years": return true
        default: break
        }
      default: break
      }
    }
    return false
  }

  private func isNegated(_ trigger: Trigger, _ bounds: Range<Int>) -> Bool {
    if trigger.isVerb {
      for word in before(trigger, bounds, limit: 4) {
        if word == "only" || word == "that" || word == "who" || word == "group" { return false }
        if Grammar.isNegation(word) { return true }
      }
      return false
    }
    for word in before(trigger, bounds, limit: 3) {
      if Grammar.isPreposition(word), word != "without" { return false }
      if Grammar.isNegation(word), word != "not" { return true }
    }
    return false
  }

  private func modality(of trigger: Trigger, _ bounds: Range<Int>) -> Realis? {
    let words = before(trigger, bounds, limit: 5)
    if trigger.isVerb {
      var sawHave = false
      for (distance, word) in words.enumerated() {
        if Grammar.isConjunction(word), word != "and", word != "or" { break }
        if word == "have" { sawHave = true }
        // `may have killed` happened, as far as anyone can say; `would have` did not.
        if Grammar.isModal(word) { return sawHave && word != "would" ? nil : .hypothetical }
        if Grammar.isFuture(word) { return sawHave ? nil : .planned }
        if word == "to", distance == 0 || (distance == 1 && words[0] == "be") {
          return infinitive(after: Array(words.dropFirst(distance + 1)))
        }
        if word == "if" || word == "unless" || word == "whether" { return .hypothetical }
        if distance > 3 { break }
      }
    }
    for word in words.prefix(4) {
      switch word {
      case "planned", "upcoming", "scheduled", "forthcoming", "looming", "impending":
        return .planned
      case "potential", "possible", "imminent", "future", "threatened", "fear", "fears", "threat",
        "threats", "risk", "risks", "possibility", "prospect", "prevent", "avoid", "avert",
        "plotting", "plot", "plots", "anticipated", "further", "against", "any", "threaten",
        "threatens", "threatening", "foiled", "thwarted", "preventing", "if", "likely",
        "hypothetical":
        if word == "against" || word == "any" || word == "further", trigger.isVerb { continue }
        if word == "against", trigger.isDefinite || trigger.form == .singular { continue }
        if word == "likely", trigger.isVerb { continue }
        return .hypothetical
      default: continue
      }
    }
    return nil
  }

  /// What an infinitive is depends on what governs it: `managed to kill` happened.
  private func infinitive(after words: [Word]) -> Realis? {
    guard let governor = words.first else { return .planned }
    switch governor {
    case "managed", "began", "continued", "started", "forced", "failed", "able", "sent", "used",
      "believed", "reported", "known", "understood", "said", "appeared", "seems", "appears",
      "seem", "thought", "seemed", "agreed", "moved", "helped", "tried", "attempted", "went",
      "first", "last", "continues", "continue":
      return governor == "failed" ? .negated : nil
    case "plans", "plan", "planned", "planning", "intends", "vowed", "vows", "pledged",
      "promised", "set", "expected", "due", "going", "scheduled", "prepares", "preparing",
      "prepared", "decided", "about", "ready":
      return .planned
    default: return .hypothetical
    }
  }

  private func isCumulative(_ trigger: Trigger, _ bounds: Range<Int>) -> Bool {
    let words = units.words
    var sawSpan = false
    for unit in bounds {
      let word = words[unit]
      let next = unit + 1 < bounds.upperBound ? words[unit + 1] : .none
      let afterNext = unit + 2 < bounds.upperBound ? words[unit + 2] : .none
      let isNear = abs(unit - trigger.units.lowerBound) <= 14
      guard isNear else { continue }
      switch word {
      case "since":
        // `since the attack` points at one event; `since 2011`, `since January` count.
        if unit + 1 < trigger.units.lowerBound || unit > trigger.units.upperBound {
          if isTime(unit + 1) { sawSpan = true }
        }
      case "this":
        if next == "year",
          trigger.form == .plural || trigger.entry.kind == .harm
            || trigger.entry.kind == .loss
        {
          sawSpan = true
        }
      case "past", "last", "recent":
        switch next {
        case "years", "months", "decades": sawSpan = true
        case "few", "two", "three", "four", "five", "six", "seven", "ten", "several", "decade":
          if next == "decade" || afterNext == "years" || afterNext == "months"
            || afterNext == "decades"
          {
            sawSpan = true
          }
        default: break
        }
      case "year", "decade":
        if next == "war" || next == "conflict" || next == "insurgency" || next == "uprising"
          || next == "campaign" || next == "rebellion"
        {
          sawSpan = true
        }
      default: break
      }
    }
    guard sawSpan else { return false }
    // A single dated event may stand beside a span: `the deadliest attack since January`.
    if !trigger.isVerb, trigger.form == .singular { return false }
    if trigger.isVerb, let time = trigger.time, let interval = times[time].interval,
      isNews(interval)
    {
      return false
    }
    return true
  }

  private func isTime(_ unit: Int) -> Bool {
    guard unit < units.tokens.count else { return false }
    let token = reading.tokens[units.tokens[unit]]
    return times.contains { $0.range.overlaps(token.range) }
  }

  /// Whether days are near enough to publication to be the news.
  func isNews(_ interval: DateInterval) -> Bool {
    guard let published else { return true }
    switch interval.precision {
    case .year, .season: return false
    case .month:
      return interval.latest >= published && interval.latest.days - interval.earliest.days > 40
    case .week, .unknown:
      return interval.latest.days >= published.days - Self.newsDays
    case .time, .day, .night, .days:
      return interval.latest.days >= published.days - Self.newsDays
    }
  }

  private func isPast(_ trigger: Trigger, _ bounds: Range<Int>) -> Bool {
    if trigger.isAttributive, trigger.entry.mode == "abduction" || trigger.entry.kind == .harm {
      return true
    }
    let words = before(trigger, bounds, limit: 6)
    for (distance, word) in words.enumerated() {
      if Grammar.isPreposition(word), distance > 0 || trigger.isVerb { break }
      switch word {
      case "previous", "past", "former", "similar", "prior", "yesteryear", "anniversary":
        return true
      case "earlier" where !trigger.isVerb: return true
      case "last" where !trigger.isVerb && distance > 0: break
      default: break
      }
    }
    guard let time = trigger.time, let interval = times[time].interval, published != nil else {
      return false
    }
    return !isNews(interval) && interval.latest.days < (published?.days ?? 0)
  }
}
