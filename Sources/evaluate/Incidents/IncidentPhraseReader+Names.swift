import Knowledge
import Linguistics
import Mentions
import Texts

// Names of people and organizations, as the whole report has them.
extension IncidentPhraseReader {
  func isOrganization(
    _ head: Int, name: Name?, role: RoleLexicon.Role?, actor: ActorEntity?
  ) -> Bool {
    switch reading.tokens[head].word {
    case "country", "countries", "nation", "nations", "state", "states": return false
    default: break
    }
    if name?.kind == .organization { return true }
    guard let actor else { return false }
    if role?.kind == .person || role?.kind == .people { return false }
    switch actor.kind {
    case .armedGroup, .military, .police, .government, .party, .ministry: return true
    case .organization, .company, .international: return reading.tokens[head].isCapitalized
    case .person, .monitor, .agency, .outlet, .unnamed: return false
    }
  }

  /// Names of armed groups, forces and parties in a phrase: `members of the X`.
  func names(of tokens: Range<Int>) -> [String] {
    let range = reading.range(ofTokens: tokens)
    return mentions.actorMentions.filter { mention in
      guard mention.form == .name, range.contains(mention.range) else { return false }
      return Self.isForce(mentions.actors[mention.entity])
    }.map { organization(at: $0.range) ?? words(trimmed(reading.tokens(in: $0.range))) }
  }

  /// Whether an actor is a body of people that can be behind an incident.
  static func isForce(_ actor: ActorEntity) -> Bool {
    switch actor.kind {
    case .armedGroup, .military, .police, .party: true
    default: false
    }
  }

  /// The first name that the report has for an actor, when it can be behind an incident.
  func force(_ actor: Int) -> String? {
    guard mentions.actors.indices.contains(actor), Self.isForce(mentions.actors[actor]),
      let first = mentions.actorMentions.first(where: { $0.entity == actor && $0.form == .name })
    else { return nil }
    return words(trimmed(reading.tokens(in: first.range)))
  }

  /// The first name that the report has for the actor at a range.
  func organization(at range: TextRange) -> String? {
    guard let actor = mentions.actor(at: range),
      let first = mentions.actorMentions.first(where: { $0.entity == actor && $0.form == .name })
    else { return nil }
    return words(trimmed(reading.tokens(in: first.range)))
  }

  /// The longest name that the report has for the person at a range.
  func fullestName(at range: TextRange) -> Range<Int>? {
    guard let actor = mentions.actor(at: range) else { return nil }
    var fullest: Range<Int>?
    for mention in mentions.actorMentions where mention.entity == actor && mention.form == .name {
      let name = reading.names.first { $0.kind == .person && $0.range.overlaps(mention.range) }
      guard let name else { continue }
      let tokens = bare(name.tokens)
      if tokens.count > fullest?.count ?? 0 { fullest = tokens }
    }
    return fullest
  }

  /// A name without titles before it.
  func bare(_ name: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    while start < name.upperBound - 1 {
      let word = NameWord.words(of: reading.text, in: reading.tokens[start].range).first
      let uses = word.flatMap { knowledge.actors.nouns.noun($0)?.uses } ?? []
      if uses.isDisjoint(with: [.title, .role]), !reading.tokens[start].isPunctuation { break }
      start += 1
    }
    return start..<name.upperBound
  }
}
