import Claims
import Knowledge
import Linguistics
import Mentions
import Texts

/// Words that tell of an incident: a trigger of an event, with what is known of it alone.
struct IncidentTrigger {
  /// The words.
  let range: TextRange
  /// The sentence they stand in.
  let sentence: Int
  /// The lexicon entry that they match best; nil when the reader composed it.
  let entry: EventLexicon.Entry?
  /// Index into the report's events.
  let event: Int
  /// What fills the trigger's own roles.
  let arguments: [EventArgument]
  /// What it tells by itself.
  let type: IncidentType
  /// What it does to people; nil when it does not say.
  let harm: HarmLexicon.Kind?
  /// Whether the words tell of a fight of two sides, or of anything bad.
  let isVague: Bool
}

/// Finds the triggers of a report that may tell of incidents.
struct IncidentTriggerFinder {
  let reading: Reading
  let claims: ReportClaims
  let knowledge: KnowledgeBase
  let published: CalendarDate?

  /// How long before the message an incident is still news, in days: two months.
  static let recentDays = 62

  /// The triggers of assaults that happened, in order.
  func triggers() -> [IncidentTrigger] {
    var triggers: [IncidentTrigger] = []
    for (index, event) in claims.events.enumerated() where isRecent(event) {
      for (number, mention) in event.mentions.enumerated() {
        let tokens = reading.tokens(in: mention)
        guard let first = tokens.first else { continue }
        let entry = entry(of: tokens)
        triggers.append(
          IncidentTrigger(
            range: mention, sentence: reading.sentence(ofToken: first), entry: entry,
            event: index, arguments: event.arguments.filter { $0.mention == number },
            type: Self.type(of: entry, mode: entry?.mode),
            harm: harm(of: tokens), isVague: entry.map(Self.isVague) ?? false))
      }
    }
    return triggers.sorted { $0.range < $1.range }
  }

  private func isRecent(_ event: ReportedEvent) -> Bool {
    guard event.type == "ASSAULT" else { return false }
    switch event.realis {
    case .actual: return true
    case .past:
      guard let date = event.date, let published else { return false }
      return date.latest.days >= published.days - Self.recentDays
    case .cumulative, .planned, .hypothetical, .negated: return false
    }
  }

  private func entry(of tokens: Range<Int>) -> EventLexicon.Entry? {
    var words: [Word] = []
    for token in tokens {
      let range = reading.tokens[token].range
      let parts = reading.text.bytes[range.start..<range.end].split(separator: 0x2D)
      words += parts.map {
        Word(folding: reading.text.bytes, in: TextRange($0.startIndex, $0.endIndex))
      }
    }
    guard !words.isEmpty else { return nil }
    return knowledge.events.matches(at: 0, in: words).map(\.entry)
      .filter { $0.isTrigger && $0.type == "ASSAULT" }
      .max { $0.strength < $1.strength }
  }

  private func harm(of tokens: Range<Int>) -> HarmLexicon.Kind? {
    for token in tokens {
      let word = reading.tokens[token].word
      if let verb = knowledge.harm.verbs(word).first(where: { $0.complement.isEmpty }) {
        return verb.kind
      }
      if let noun = knowledge.harm.act(word) ?? knowledge.harm.count(word) { return noun.kind }
      if let adjective = knowledge.harm.adjective(word), !adjective.denies { return adjective.kind }
      for verb in knowledge.harm.verbs(word) where tokens.count > 1 {
        if tokens.contains(where: { verb.complement.contains(reading.tokens[$0].word) }) {
          return verb.kind
        }
      }
    }
    return nil
  }

  static func type(of entry: EventLexicon.Entry?, mode: String?) -> IncidentType {
    let words = entry?.words ?? ""
    if words.contains("hijack") { return .hijacking }
    if mode == "abduction" { return .kidnapping }
    if mode == "explosives" || mode == "suicide" { return .bombing }
    for stem in ["burn", "torch", "set fire", "set on fire", "set alight", "arson", "set ablaze"]
    where words.hasPrefix(stem) {
      return .arson
    }
    for stem in ["loot", "pillage", "plunder", "ransack"] where words.hasPrefix(stem) {
      return .robbery
    }
    return .attack
  }

  /// Whether an entry tells of a fight in which both sides act, or of anything that happens.
  static func isVague(_ entry: EventLexicon.Entry) -> Bool {
    if entry.strength == 1 && entry.kind == .noun { return true }
    switch entry.words {
    case "clash", "fight", "battle", "engage", "skirmish", "retaliate", "exchange fire",
      "trade fire", "exchange gunfire", "trade gunfire", "return fire", "gunfight", "gun battle",
      "gunbattle", "shootout", "shoot-out", "firefight", "fire fight", "exchange of fire",
      "exchange of gunfire", "armed clash", "fighting", "combat", "hostilities", "offensive",
      "counteroffensive", "counter-offensive", "repel", "repulse", "fend off", "advance on",
      "intercept", "capture", "violence", "unrest", "incident", "operation", "fire", "bloodshed":
      return true
    default: return false
    }
  }
}
