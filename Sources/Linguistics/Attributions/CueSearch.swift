import Texts

/// Words that may be a cue, before their surroundings are judged.
struct CueHit {
  /// Entries that fit the words, in the order of the lexicon.
  var entries: [Int]
  /// The lexicon's words.
  var words: Range<Int>
  /// With auxiliaries, negation and adverbs.
  var group: Range<Int>
  var inflection: CueLexicon.Inflection
  var part: CueLexicon.Part
  var isPassive = false
  var isProgressive = false
  var isInfinitive = false
  var hasAuxiliary = false
  var isNegated = false
  /// Entries of the same words as a noun, to be tried when they are no verb here.
  var nouns: [Int] = []

  /// The same words read as a noun.
  func asNoun(_ cues: CueLexicon) -> CueHit? {
    guard !nouns.isEmpty else { return nil }
    return CueHit(
      entries: nouns, words: words, group: words, inflection: .none, part: .noun)
  }
}

extension SentenceRules {
  /// The cues of a run of tokens, in order; of cues that begin together the longest.
  func hits(in range: Range<Int>) -> [CueHit] {
    var hits: [CueHit] = []
    var index = range.lowerBound
    let isTitle = isTitleCase(range)
    while index < range.upperBound {
      guard let hit = hit(at: index, in: range, isTitle: isTitle) else {
        index += 1
        continue
      }
      hits.append(hit)
      index = hit.words.upperBound
    }
    return hits
  }

  private func hit(at index: Int, in range: Range<Int>, isTitle: Bool) -> CueHit? {
    let starts = cues.starts(with: word(index))
    guard !starts.isEmpty else { return nil }
    let isCapital = tokens[index].isCapitalized && index > range.lowerBound && !isTitle
    if isCapital, opening(index - 1) == nil { return nil }
    var best = 0
    var entries: [Int] = []
    var inflection = CueLexicon.Inflection.none
    var part = CueLexicon.Part.verb
    for start in starts {
      let length = start.rest.count + 1
      guard length >= best, index + length <= range.upperBound,
        start.rest.indices.allSatisfy({ word(index + 1 + $0) == start.rest[$0] })
      else { continue }
      if length > best {
        best = length
        entries = []
      }
      if entries.isEmpty || (part == .noun && cues.entries[start.entry].part == .verb) {
        inflection = start.inflection
        part = cues.entries[start.entry].part
      }
      // `read` and `put` are their own past; prefer the past.
      if start.inflection == .past, inflection == .base { inflection = .past }
      entries.append(start.entry)
    }
    guard best > 0 else { return nil }
    let verbs = entries.filter { cues.entries[$0].part != .noun }
    let nouns = entries.filter { cues.entries[$0].part == .noun }
    if !verbs.isEmpty {
      entries = verbs
      if part == .noun { part = cues.entries[verbs[0]].part }
    }
    var hit = CueHit(
      entries: entries, words: index..<index + best, group: index..<index + best,
      inflection: inflection, part: part)
    if !verbs.isEmpty { hit.nouns = nouns }
    if part == .verb || cues.entries[entries[0]].part == .verb {
      widen(&hit, low: range.lowerBound)
    }
    return hit
  }

  /// Takes the auxiliaries and adverbs before the verb into its group.
  func widen(_ hit: inout CueHit, low: Int) {
    var index = hit.words.lowerBound
    var start = index
    var nearest: Word?
    while index > low, hit.words.lowerBound - index < 7 {
      let before = index - 1
      if isCue[before] { break }
      if isAuxiliary(before), word(before) != "'s" {
        if FunctionWords.negative.contains(word(before)) { hit.isNegated = true }
        if word(before) != "not", word(before) != "n't", nearest == nil { nearest = word(before) }
        if !FunctionWords.negative.contains(word(before)) || word(before) != "not" {
          hit.hasAuxiliary = true
        }
        start = before
      } else if isAdverb(before),
        !has(before, ["both", "all", "so", "far", "once", "only", "since"])
      {
        start = before
      } else if word(before) == "to", nearest == nil {
        hit.isInfinitive = true
        break
      } else {
        break
      }
      index = before
    }
    // An adverb after a comma belongs to the clause before.
    while start < hit.words.lowerBound, start > low, isComma(start - 1), isAdverb(start),
      !has(start, ["also", "then"])
    {
      start += 1
    }
    hit.group = start..<hit.words.upperBound
    if let nearest {
      let isBe = FunctionWords.be.contains(nearest)
      hit.isPassive = isBe && hit.inflection == .past
      hit.isProgressive = isBe && hit.inflection == .ing
      if hit.inflection == .ing, !isBe { hit.isProgressive = false }
    }
  }

  /// Whether most words of a run begin with a capital, as in a headline.
  func isTitleCase(_ range: Range<Int>) -> Bool {
    guard let title = reading.title, let first = range.first,
      title.contains(tokens[first].start)
    else { return false }
    return true
  }
}
