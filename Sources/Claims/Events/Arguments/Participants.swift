import Knowledge
import Linguistics
import Mentions
import Texts

/// Who the words in the roles of events stand for: actors of the report, and people and things that
/// become actors by taking part (`worshippers`, `a border post`).
struct Participants {
  private let reader: ArgumentReader
  private let index: MentionIndex
  private let firstNew: Int
  /// Those that the report's actors lack, in order; their indexes go on after the report's.
  private(set) var actors: [ActorEntity] = []
  /// The words of each of them.
  private(set) var mentions: [[TextRange]] = []
  private var byHead: [Word: Int] = [:]

  init(reader: ArgumentReader) {
    self.reader = reader
    index = MentionIndex(reader.mentions)
    firstNew = reader.mentions.actors.count
  }

  private var clauses: ClauseReader { reader.clauses }

  /// The actor that a head stands for; nil when it is nothing that acts or is acted upon.
  ///
  /// A town can be what is attacked, and attacks nobody.
  mutating func actor(of head: Int, isTarget: Bool) -> Int? {
    if let known = known(head) { return known }
    let core = clauses.core(of: head)
    if core != head { return actor(of: core, isTarget: isTarget) }
    guard let key = key(of: head, isTarget: isTarget) else { return nil }
    let range = reader.reading.range(ofTokens: clauses.phrase(of: head))
    if let known = byHead[key] {
      if !mentions[known].contains(range) { mentions[known].append(range) }
      let name = name(of: head)
      if !actors[known].aliases.contains(name) { actors[known].aliases.append(name) }
      return firstNew + known
    }
    let name = name(of: head)
    guard !name.isEmpty else { return nil }
    byHead[key] = actors.count
    actors.append(ActorEntity(name: name, aliases: [name], kind: .unnamed))
    mentions.append([range])
    return firstNew + actors.count - 1
  }

  /// The actor of the narrowest words that hold the head; one that is only a pronoun is none.
  private func known(_ head: Int) -> Int? {
    let token = reader.reading.tokens[head].range
    let holding = index.overlapping(token).filter { mention in
      mention.range.contains(token) && !reader.mentions.actors[mention.entity].aliases.isEmpty
        && !owns(head, in: mention.range)
    }
    return holding.min { ($0.range.count, $0.entity) < ($1.range.count, $1.entity) }?.entity
  }

  /// Whether a word only says whose the rest of some words is: `group` in `the group's fighters`.
  private func owns(_ token: Int, in range: TextRange) -> Bool {
    guard clauses.relation(token) == .nmodPoss, let owned = clauses.head(token) else {
      return false
    }
    return range.contains(reader.reading.tokens[owned].range)
  }

  /// What heads of one kind are joined by; nil for what takes no part in events.
  private func key(of head: Int, isTarget: Bool) -> Word? {
    let lemma = clauses.lemma(head)
    switch clauses.tag(head) {
    case .noun: return reader.isPerson(head) || isThing(head) ? lemma : nil
    case .properNoun:
      guard let name = reader.reading.names.first(where: { $0.tokens.contains(head) }) else {
        return reader.isPerson(head) ? lemma : nil
      }
      switch name.kind {
      case .person, .organization, .facility, .group, .product:
        return Word(folding: reader.reading.text[name.range])
      case .location: return isTarget ? Word(folding: reader.reading.text[name.range]) : nil
      case .date, .money, .miscellaneous: return nil
      }
    default: return nil
    }
  }

  private func isThing(_ head: Int) -> Bool {
    guard let kind = reader.sites.kind(clauses.lemma(head)) else { return false }
    return kind != .settlement
  }

  /// The head with what says which: `border guards`, `villagers in the valley`.
  private func name(of head: Int) -> String {
    var tokens = clauses.phrase(of: head)
    // `at least 30` and whatever else comes before a number goes with it.
    if let number = (tokens.lowerBound..<head).last(where: { clauses.tag($0) == .numeral }) {
      tokens = number + 1..<tokens.upperBound
    }
    while tokens.lowerBound < head, isCount(tokens.lowerBound) {
      tokens = tokens.lowerBound + 1..<tokens.upperBound
    }
    if let other = (head + 1..<max(head + 1, tokens.upperBound)).first(where: { token in
      clauses.tag(token) == .punctuation || clauses.tag(token) == .verb
    }) {
      tokens = tokens.lowerBound..<other
    }
    let range = reader.reading.range(ofTokens: tokens)
    let words = reader.reading.text.bytes[range.start..<range.end].split { $0 <= 0x20 }
    return String(decoding: Array(words.prefix(8).joined(separator: [0x20])), as: UTF8.self)
  }

  /// Whether a word before a head only counts or points: `at least 30`, `the`.
  private func isCount(_ token: Int) -> Bool {
    switch clauses.relation(token).universal {
    case .det, .nummod, .advmod, .case, .punct: return true
    default: break
    }
    switch clauses.lemma(token) {
    case "more", "many", "other", "several", "few", "another", "additional", "further", "such":
      return true
    default: break
    }
    switch clauses.tag(token) {
    case .numeral, .adverb, .adposition, .determiner, .punctuation: return true
    default: return false
    }
  }
}
