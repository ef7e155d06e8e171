import Knowledge
import Mentions
import Texts

/// Verbs of harm: active, passive and participial.
extension SentenceTolls {
  /// What stands before a verb: its auxiliaries and what they make of it.
  struct Chain {
    var start: Int
    var isPassive = false
    var isPerfect = false
    var isNegated = false
    var isUnreal = false
  }

  /// A verb of harm, with the sense that its complement shows.
  struct Deed {
    var index: Int
    var end: Int
    var sense: HarmLexicon.Verb
  }

  mutating func readVerbs() {
    var index = 0
    while index < atoms.count {
      let deeds = deeds(from: index)
      guard let last = deeds.last else {
        index += 1
        continue
      }
      read(deeds)
      index = last.index + 1
    }
  }

  /// The verbs joined from `index` on that share their arguments: `killed or wounded`.
  private func deeds(from index: Int) -> [Deed] {
    guard let first = deed(at: index) else { return [] }
    var deeds = [first]
    var next = index + 1
    while word(next) == "and" || word(next) == "or" || word(next) == "/" || word(next) == "and/or" {
      var following = next + 1
      if isAdverb(following) || word(following) == "later" || word(following) == "then" {
        following += 1
      }
      guard let joined = deed(at: following), joined.sense.frame != .intransitive,
        !joined.sense.forms.isDisjoint(with: first.sense.forms)
      else { break }
      deeds.append(joined)
      next = following + 1
    }
    return deeds
  }

  /// The verb of harm at `index`, in the sense with the longest complement that is there.
  func deed(at index: Int) -> Deed? {
    guard atoms.indices.contains(index), groupAt[index] == nil else {
      return nil
    }
    for sense in harm.verbs(word(index)) {
      if sense.complement.isEmpty { return Deed(index: index, end: index + 1, sense: sense) }
      if let end = complementEnd(sense, after: index) {
        return Deed(index: index, end: end, sense: sense)
      }
    }
    return nil
  }

  private func complementEnd(_ sense: HarmLexicon.Verb, after index: Int) -> Int? {
    let complement = sense.complement
    // Only an object may part verb and complement: `took 15 people hostage`, not `reported hurt
    // and 12 missing`.
    let isClose =
      complement.count == 1 && (sense.frame == .passive || sense.frame == .intransitive)
    var start = index + 1
    while start + complement.count <= atoms.count, start - index < (isClose ? 4 : 11) {
      if atoms[start].isMark(";") || atoms[start].isMark(",") && start - index > 6 { return nil }
      if complement.indices.allSatisfy({ word(start + $0) == complement[$0] }) {
        return start + complement.count
      }
      if isClose, word(start) == "and" || groupAt[start] != nil { return nil }
      start += 1
    }
    return nil
  }

  func chain(before index: Int) -> Chain {
    var chain = Chain(start: chainStart(before: index))
    var hasModal: Word?
    var hasTo: Int?
    for position in chain.start..<index {
      let word = word(position)
      if isBe(position) { chain.isPassive = true }
      if FunctionWords.have.contains(word) { chain.isPerfect = true }
      if FunctionWords.negations.contains(word) { chain.isNegated = true }
      if FunctionWords.modals.contains(word) { hasModal = word }
      if word == "to" { hasTo = position }
    }
    if let hasModal {
      let isGuess = hasModal == "may" || hasModal == "might" || hasModal == "must"
      chain.isUnreal = !(isGuess && chain.isPerfect)
    }
    if let hasTo {
      let isPast = (hasTo + 1..<index).contains { FunctionWords.have.contains(word($0)) }
      chain.isUnreal = !isPast && !Self.achieving.contains(word(hasTo - 1))
    }
    for position in max(0, chain.start - 9)..<chain.start
    where word(position) == "if" || word(position) == "unless" || word(position) == "whether"
      || word(position) == "lest"
    {
      chain.isUnreal = true
    }
    return chain
  }

  private static let achieving: Set<Word> = [
    "managed", "went", "helped", "proceeded", "continued", "believed", "thought", "continues",
  ]
  static let intending: Set<Word> = [
    "threatened", "threatening", "threatens", "vowed", "vowing", "capable", "avoid", "avoiding",
    "avoided", "prevent", "preventing", "prevented", "intent", "aimed", "meant", "risk",
    "risking", "without", "plotting", "plotted", "planning", "planned", "conspiring", "plan",
    "attempting", "attempted", "considered", "denied", "denies", "denying", "stop", "stopped",
    "justify", "advocating", "condone", "instead", "rather",
  ]

  private mutating func read(_ deeds: [Deed]) {
    guard let first = deeds.first, let last = deeds.last else { return }
    let chain = chain(before: first.index)
    guard !isMetaphor(last) else { return }
    let kinds = Set(deeds.map(\.sense.kind))
    let isHedged = kinds.contains(.killed) && kinds.contains(.wounded) && !isShot(first)
    let senses = isShot(first) && deeds.count > 1 ? Array(deeds.dropFirst()) : deeds
    let extent = (chain.isPassive ? chain.start : first.index)..<last.end
    for deed in senses {
      var found = harmed(by: deed, chain: chain, first: first, last: last)
      if found.groups.isEmpty { found.groups = harmedInTree(by: deed, chain: chain) }
      for group in found.groups {
        emit(
          isFatal(deed) ? .killed : deed.sense.kind, group: group,
          deed: hullOfVerb(extent, last, found.isObject),
          isHedged: isHedged, negated: found.isDenied)
      }
    }
  }

  /// Whether a wound was a fatal one: `fatally shot`.
  func isFatal(_ deed: Deed) -> Bool {
    deed.sense.kind == .wounded
      && (word(deed.index - 1) == "fatally" || word(deed.index - 1) == "mortally")
  }

  /// `shot and killed` is one deed.
  func isShot(_ deed: Deed) -> Bool { word(deed.index) == "shot" }

  func hullOfVerb(_ extent: Range<Int>, _ last: Deed, _ isObject: Bool) -> Range<Int> {
    isObject ? extent.lowerBound..<last.index + 1 : extent.lowerBound..<last.end
  }

  private func isMetaphor(_ deed: Deed) -> Bool {
    // `were shot at`
    if word(deed.index) == "shot", word(deed.index + 1) == "at" { return true }
    switch word(deed.index + 1) {
    case "down", "out", "off", "away":
      // `the applause died down`
      return deed.sense.complement.isEmpty && deed.sense.kind == .killed
        && deed.sense.frame == .intransitive
    default: return false
    }
  }
}
