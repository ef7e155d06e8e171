import Knowledge
import Linguistics
import Mentions
import Texts

/// Reads who did what to whom from the dependencies around triggers.
///
/// Of a verb its subject and object count, in the passive the other way round; of a noun what owns
/// it, what stands before it and what prepositions join to it (`the raid by X on Y`).
struct ArgumentReader {
  /// A word that fills a role.
  struct Filler: Hashable {
    let role: EventArgument.Role
    /// Its token.
    let head: Int
    /// How plainly the words say so, 0...1.
    let certainty: Double
  }

  let reading: Reading
  let units: Units
  let mentions: ReportMentions
  let sites: SiteLexicon
  let roles: RoleLexicon
  let clauses: ClauseReader
  let triggers: [Trigger]
  /// The head of each trigger, and the trigger of each such token.
  let heads: [Int]
  let triggerAt: [Int: Int]
  let weaponTokens: Set<Int>
  let supportTokens: Set<Int>

  init(
    reading: Reading, units: Units, mentions: ReportMentions, knowledge: EventKnowledge,
    found: TriggerFinder.Found
  ) {
    self.reading = reading
    self.units = units
    self.mentions = mentions
    sites = knowledge.sites
    roles = knowledge.roles
    let clauses = ClauseReader(reading)
    self.clauses = clauses
    triggers = found.triggers
    heads = found.triggers.map { Self.head(of: $0, units: units, clauses: clauses) }
    triggerAt = Dictionary(
      zip(heads, heads.indices).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    weaponTokens = Set(found.weapons.map { units.tokens[$0.units.upperBound - 1] })
    supportTokens = Set(found.supports.map { units.tokens[$0.units.lowerBound] })
  }

  /// The token of a trigger on which its others hang.
  private static func head(of trigger: Trigger, units: Units, clauses: ClauseReader) -> Int {
    let first = units.tokens[trigger.units.lowerBound]
    let last = units.tokens[trigger.units.upperBound - 1]
    let outside = (first...last).filter { token in
      clauses.head(token).map { $0 < first || $0 > last } ?? true
    }
    if trigger.isVerb { return outside.first ?? first }
    return outside.last ?? last
  }

  /// The tokens of a trigger.
  func tokens(of trigger: Trigger) -> ClosedRange<Int> {
    units.tokens[trigger.units.lowerBound]...units.tokens[trigger.units.upperBound - 1]
  }

  /// What fills the roles of a trigger, in order of the words; each role and word once.
  ///
  /// - Complexity: O(n) in what hangs on the trigger.
  func fillers(of index: Int) -> [Filler] {
    let trigger = triggers[index]
    var fillers = trigger.isVerb ? ofVerb(trigger, heads[index]) : ofNoun(trigger, heads[index])
    fillers += places(of: trigger, heads[index]) + times(of: trigger)
    let own = tokens(of: trigger)
    var seen: Set<Int> = []
    return fillers.sorted { ($0.head, $1.certainty) < ($1.head, $0.certainty) }.filter { filler in
      guard !own.contains(filler.head), isFit(filler) else { return false }
      return seen.insert(filler.head * 8 + filler.role.index).inserted
    }
  }

  /// Whether a word can fill a role at all: no event did it, and nobody's self.
  private func isFit(_ filler: Filler) -> Bool {
    switch filler.role {
    case .place, .time, .weapon: return true
    case .perpetrator, .target: break
    }
    if let other = triggerAt[filler.head], !triggers[other].isVerb,
      triggers[other].entry.kind != .loss
    {
      return false
    }
    switch clauses.word(filler.head) {
    case "himself", "herself", "itself", "themselves", "myself", "ourselves", "what", "there",
      "this", "that", "these", "those", "which", "i", "you":
      return false
    default: return !isTime(filler.head)
    }
  }

  func isTime(_ token: Int) -> Bool {
    let range = reading.tokens[token].range
    return mentions.times.contains { $0.range.overlaps(range) }
  }

  /// Whether a word is a means that harms by itself, and no person.
  func isMeans(_ token: Int) -> Bool {
    weaponTokens.contains(token) && !isPerson(token)
  }

  func isPerson(_ token: Int) -> Bool {
    if let name = reading.names.first(where: { $0.tokens.contains(token) }) {
      return name.kind == .person || name.kind == .organization || name.kind == .group
    }
    guard let role = roles.role(clauses.word(token)) else { return false }
    return role.kind != .thing
  }

  // MARK: Where and when

  /// Where it happened: `in X` on the trigger, or on the verb that a noun hangs on (`a blast occurred
  /// in X`), unless that verb tells of something else.
  private func places(of trigger: Trigger, _ head: Int) -> [Filler] {
    var tokens = Array(tokens(of: trigger))
    if !trigger.isVerb, let verb = clauses.head(head), triggerAt[verb] == nil,
      clauses.tag(verb) == .verb, !Grammar.isSpeechVerb(clauses.word(verb))
    {
      switch clauses.relation(head).universal {
      case .nsubj, .obj: tokens.append(verb)
      default: break
      }
    }
    return tokens.flatMap { token in
      clauses.obliques(of: token, where: Grammar.isPlacePreposition).filter(isPlace).map {
        Filler(role: .place, head: $0, certainty: 1)
      }
    }
  }

  private func isPlace(_ token: Int) -> Bool {
    let range = reading.tokens[token].range
    if mentions.placeMentions.contains(where: { $0.range.overlaps(range) && !$0.isDateline }) {
      return true
    }
    return sites.kind(clauses.lemma(token)) != nil && !isPerson(token)
  }

  private func times(of trigger: Trigger) -> [Filler] {
    guard let time = trigger.time, trigger.timeCost < 12 else { return [] }
    let tokens = reading.tokens(in: mentions.times[time].range)
    guard let last = tokens.last else { return [] }
    let head = tokens.first { token in
      clauses.head(token).map { !tokens.contains($0) } ?? true
    }
    return [Filler(role: .time, head: head ?? last, certainty: 1)]
  }
}

extension EventArgument.Role {
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
