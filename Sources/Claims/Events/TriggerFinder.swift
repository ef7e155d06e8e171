import Knowledge
import Linguistics
import Mentions
import Texts

/// Finds the words of a report that tell of events and of means.
struct TriggerFinder {
  private let reading: Reading
  private let units: Units
  private let lexicon: EventLexicon

  init(reading: Reading, units: Units, lexicon: EventLexicon) {
    self.reading = reading
    self.units = units
    self.lexicon = lexicon
  }

  /// What was found, each in order.
  struct Found {
    var triggers: [Trigger] = []
    var weapons: [WeaponMention] = []
    var supports: [SupportVerb] = []
  }

  /// Every trigger, weapon word and support verb outside of `names`, which are in order; they
  /// do not overlap.
  func found(except names: [TextRange]) -> Found {
    var found = Found()
    var name = 0
    for (index, sentence) in reading.sentences.enumerated() {
      let bounds = units.units(ofTokens: sentence.tokens)
      var position = bounds.lowerBound
      while position < bounds.upperBound {
        let matches = lexicon.matches(at: position, in: units.words).filter {
          position + $0.count <= bounds.upperBound
        }
        guard let first = matches.first else {
          position += 1
          continue
        }
        let range = position..<position + first.count
        let words = bytes(of: range)
        while name < names.count, names[name].end <= words.start { name += 1 }
        if name < names.count, names[name].contains(words),
          reading.tokens[units.tokens[position]].isCapitalized
        {
          position += 1
          continue
        }
        record(matches, units: range, sentence: index, bounds: bounds, in: &found)
        position = range.upperBound
      }
    }
    addFirings(to: &found)
    return found
  }

  /// `fired more than a dozen missiles`: a verb of firing and its weapon are a trigger too.
  private func addFirings(to found: inout Found) {
    var added: [Trigger] = []
    for weapon in found.weapons where weapon.entry.mode != "abduction" {
      let bounds = units.units(ofTokens: reading.sentences[weapon.sentence].tokens)
      var position = weapon.units.lowerBound - 1
      var steps = 0
      while position >= bounds.lowerBound, steps < 7, !Grammar.isFiring(units.words[position]) {
        let word = units.words[position]
        let isBarrier =
          Grammar.isClauseMark(word) || Grammar.isConjunction(word)
          || Grammar.isPreposition(word) && word != "of" && word != "about" && word != "around"
        steps = isBarrier ? 7 : steps + 1
        position -= 1
      }
      guard position >= bounds.lowerBound, steps < 7 else { continue }
      let range = position..<weapon.units.upperBound
      if (found.triggers + added).contains(where: { $0.isVerb && $0.units.overlaps(range) }) {
        continue
      }
      let word = units.words[position]
      let form: EventLexicon.Form =
        switch word {
        case "fire", "launch": .base
        case "fires", "launches", "drops", "hurls": .third
        case "firing", "launching", "dropping", "hurling", "lobbing", "throwing", "detonating":
          .gerund
        default: .past
        }
      let entry = EventLexicon.Entry(
        words: "fire weapons", kind: .verb, type: "ASSAULT", mode: weapon.entry.mode, strength: 3)
      var trigger = Trigger(
        entries: [entry], form: form, units: range, range: bytes(of: range),
        sentence: weapon.sentence)
      describe(&trigger, in: bounds)
      trigger.isAttributive = false
      found.triggers.removeAll { $0.units.overlaps(range) }
      added.append(trigger)
    }
    if added.isEmpty { return }
    found.triggers = (found.triggers + added).sorted {
      $0.units.lowerBound < $1.units.lowerBound
    }
  }

  private func record(
    _ matches: [EventLexicon.Match], units range: Range<Int>, sentence: Int, bounds: Range<Int>,
    in found: inout Found
  ) {
    let bytes = self.bytes(of: range)
    if let weapon = matches.first(where: { $0.entry.kind == .weapon }) {
      found.weapons.append(
        WeaponMention(entry: weapon.entry, range: bytes, sentence: sentence, units: range))
    }
    if let support = matches.first(where: { $0.entry.kind == .support }) {
      found.supports.append(SupportVerb(form: support.form, units: range, sentence: sentence))
    }
    let candidates = matches.filter { $0.entry.isTrigger && !isName($0, range, bounds) }
    guard !candidates.isEmpty else { return }
    let prefersVerb = standsAsVerb(range, in: bounds, candidates)
    let fitting = candidates.filter { $0.entry.isVerb == prefersVerb }
    let ranked = (fitting.isEmpty ? candidates : fitting).sorted {
      $0.entry.strength > $1.entry.strength
    }
    guard let best = ranked.first else { return }
    var trigger = Trigger(
      entries: ranked.map(\.entry), form: best.form, units: range, range: bytes,
      sentence: sentence)
    describe(&trigger, in: bounds)
    found.triggers.append(trigger)
  }

  /// The bytes from the first unit's token through the last's.
  private func bytes(of range: Range<Int>) -> TextRange {
    TextRange(
      reading.tokens[units.tokens[range.lowerBound]].start,
      reading.tokens[units.tokens[range.upperBound - 1]].end)
  }

  /// A single word that is part of a name, not at the start of a sentence: `Strike Brigade`.
  private func isName(
    _ match: EventLexicon.Match, _ range: Range<Int>, _ bounds: Range<Int>
  ) -> Bool {
    guard match.count == 1, range.lowerBound > bounds.lowerBound + 1 else { return false }
    let index = units.tokens[range.lowerBound]
    let token = reading.tokens[index]
    guard token.isCapitalized, !isHeadline(bounds) else { return false }
    let before = reading.tokens[index - 1]
    let after = index + 1 < reading.tokens.count ? reading.tokens[index + 1] : nil
    return before.isCapitalized && !before.shape.contains(.punctuation)
      || (after?.isCapitalized ?? false)
  }

  /// Most words begin with a capital letter.
  private func isHeadline(_ bounds: Range<Int>) -> Bool {
    var capitals = 0
    var words = 0
    for unit in bounds {
      let token = reading.tokens[units.tokens[unit]]
      if token.shape.contains(.letters) {
        words += 1
        if token.isCapitalized { capitals += 1 }
      }
    }
    return capitals * 5 >= words * 3
  }

  /// Whether words that may be a verb or a noun are a verb here, by what stands before.
  private func standsAsVerb(
    _ range: Range<Int>, in bounds: Range<Int>, _ candidates: [EventLexicon.Match]
  ) -> Bool {
    let verbs = candidates.filter { $0.entry.isVerb }
    let nouns = candidates.filter { !$0.entry.isVerb }
    if nouns.isEmpty || verbs.isEmpty { return nouns.isEmpty }
    if !reading.tags.isEmpty {
      switch reading.tags[units.tokens[range.lowerBound]] {
      case .verb, .auxiliary: return true
      case .noun, .properNoun: return false
      default: break
      }
    }
    guard range.lowerBound > bounds.lowerBound else { return false }
    let before = units.words[range.lowerBound - 1]
    if before == "to" || Grammar.isModal(before) || Grammar.isFuture(before) { return true }
    if Grammar.isDeterminer(before) || Grammar.isPreposition(before) { return false }
    switch before {
    case "he", "she", "they", "it", "who", "which", "we", "i", "did", "not", "n't": return true
    default: break
    }
    // `jets strike the town`: a determiner or a name after a bare form speaks for a verb.
    guard range.upperBound < bounds.upperBound else { return false }
    let after = units.words[range.upperBound]
    switch after {
    case "the", "a", "an", "its", "their", "his", "several", "some": return true
    default: return false
    }
  }

  private func describe(_ trigger: inout Trigger, in bounds: Range<Int>) {
    let words = units.words
    let start = trigger.units.lowerBound
    let next = trigger.units.upperBound < bounds.upperBound ? words[trigger.units.upperBound] : nil
    if trigger.isVerb, trigger.form == .past {
      var position = start - 1
      var steps = 0
      while position >= bounds.lowerBound, steps < 4 {
        if Grammar.isBe(words[position]) {
          trigger.isPassive = true
          break
        }
        if Grammar.isClauseMark(words[position]) || Grammar.isConjunction(words[position]) { break }
        position -= 1
        steps += 1
      }
      if next == "by" { trigger.isPassive = true }
      trigger.isAttributive = !trigger.isPassive && isAttributive(start, next, bounds)
    }
    if !trigger.isVerb {
      for step in 1...3 where start - step >= bounds.lowerBound {
        let word = words[start - step]
        if word == "the" || word == "this" || word == "that" || word == "these" || word == "those"
          || word == "'s"
        {
          trigger.isDefinite = true
          break
        }
        if Grammar.isPreposition(word) || Grammar.isClauseMark(word) { break }
      }
    }
  }

  /// `the kidnapped girls`, `21 abducted students`: a participle between a determiner,
  /// number or preposition and a noun.
  private func isAttributive(_ start: Int, _ next: Word?, _ bounds: Range<Int>) -> Bool {
    guard start > bounds.lowerBound, let next, !Grammar.isPreposition(next),
      !Grammar.isDeterminer(next), !Grammar.isClauseMark(next), !Grammar.isConjunction(next)
    else { return false }
    let index = units.tokens[start - 1]
    let before = reading.tokens[index]
    guard units.tokens[start] + 1 < reading.tokens.count else { return false }
    let following = reading.tokens[units.tokens[start] + 1]
    if following.shape.contains(.digits) || following.isCapitalized { return false }
    switch next {
    case "at", "least", "more", "dozens", "scores", "hundreds", "thousands", "nearly", "about",
      "himself", "herself", "themselves", "one", "two", "three", "four", "five", "six", "seven",
      "eight", "nine", "ten", "people", "dead", "him", "her", "them", "many":
      return false
    default: break
    }
    return Grammar.isDeterminer(before.word) || before.shape.contains(.digits)
      || Grammar.isPreposition(before.word)
  }
}
