import Claims
import Knowledge
import Linguistics
import Mentions
import Texts

/// Reads phrases of a report as templates want them.
struct IncidentPhraseReader {
  let reading: Reading
  let mentions: ReportMentions
  let knowledge: KnowledgeBase
  /// The text in capitals, from which words are taken.
  let original: SourceText

  /// What a phrase with its head says; nil for pronouns that stand for nobody known.
  func phrase(_ range: TextRange, head: TextRange) -> IncidentPhrase? {
    guard let token = reading.tokens(in: head).last else { return nil }
    if isPronoun(token) {
      guard let actor = mentions.actor(at: head),
        let mention = mentions.actorMentions.first(where: {
          $0.entity == actor && $0.form != .pronoun
        }), let last = reading.tokens(in: mention.range).last
      else { return nil }
      return made(tokens: reading.tokens(in: mention.range), head: last)
    }
    return made(tokens: reading.tokens(in: range), head: token)
  }

  func made(tokens: Range<Int>, head: Int) -> IncidentPhrase? {
    guard isNominal(head) else { return nil }
    let kept = core(of: tokens, head: head)
    let role = knowledge.roles.role(reading.tokens[head].word)
    let actor = mentions.actor(at: reading.tokens[head].range).map { mentions.actors[$0] }
    let name = reading.names.first { $0.tokens.contains(head) }
    if let person = personName(of: head, in: tokens, role: role) {
      return self.person(kept, named: person, head: head)
    }
    if name == nil, role == nil, actor?.kind == .person, reading.tokens[head].isCapitalized {
      return person(kept, named: head..<head + 1, head: head)
    }
    var phrase: IncidentPhrase
    if isPlace(head), actor?.kind == .government || actor == nil {
      phrase = IncidentPhrase(kind: .unclear)
    } else if isOrganization(head, name: name, role: role, actor: actor) {
      phrase = IncidentPhrase(kind: .organization)
      phrase.organizations = [
        organization(at: reading.tokens[head].range) ?? words(trimmed(name?.tokens ?? kept))
      ]
    } else if let role, role.kind != .thing {
      phrase = IncidentPhrase(kind: .person)
      phrase.number = number(in: tokens, head: head, isPlural: role.isPlural)
      phrase.organizations = names(of: tokens)
      if phrase.organizations.isEmpty, actor.map(Self.isForce) == true,
        let organization = organization(at: reading.tokens[head].range)
      {
        phrase.organizations = [organization]
      }
    } else if knowledge.actors.nouns.isNoun(reading.tokens[head].word), actor?.kind == .unnamed,
      site(head) == nil
    {
      phrase = IncidentPhrase(kind: .person)
      phrase.number = number(in: tokens, head: head, isPlural: false)
    } else {
      let isNumber = reading.tokens[head].shape.contains(.digits)
      let isThing = name?.kind == .facility || (site(head) ?? .settlement) != .settlement
      phrase = IncidentPhrase(kind: isThing && !isNumber ? .thing : .unclear)
      if isNumber { phrase.number = number(in: tokens, head: head, isPlural: true) }
    }
    phrase.description = words(phrase.kind == .thing ? withOwner(kept, in: tokens) : kept)
    mark(&phrase, tokens: kept, head: head)
    if phrase.kind == .organization, actor.map(Self.isForce) == true { phrase.isArmed = true }
    if isMilitarySite(head) { phrase.isArmed = true }
    return phrase
  }

  /// A thing with the name of what it is of: `offices of the X`.
  func withOwner(_ kept: Range<Int>, in tokens: Range<Int>) -> Range<Int> {
    guard kept.upperBound + 1 < tokens.upperBound, !reading.tags.isEmpty,
      reading.tokens[kept.upperBound].word == "of"
    else { return kept }
    var end = kept.upperBound + 1
    if reading.tags[end] == .determiner { end += 1 }
    let start = end
    while end < tokens.upperBound,
      reading.tags[end] == .properNoun || reading.tokens[end].isCapitalized
        || end > start && reading.tags[end] == .noun
    {
      end += 1
    }
    return end > start ? kept.lowerBound..<end : kept
  }

  func isMilitarySite(_ token: Int) -> Bool {
    switch reading.tokens[token].word {
    case "garrison", "garrisons", "barracks", "base", "bases", "position", "positions", "outpost",
      "outposts", "checkpoint", "checkpoints", "battalion", "battalions", "brigade", "brigades",
      "regiment", "patrol", "patrols", "trench", "trenches", "fortress":
      true
    default: false
    }
  }

  func site(_ token: Int) -> SiteLexicon.Kind? {
    knowledge.sites.kind(
      reading.lemmas.isEmpty ? reading.tokens[token].word : reading.lemmas.word(token))
  }

  /// A noun, a name, a number, or `the dead` and `the wounded`.
  func isNominal(_ token: Int) -> Bool {
    if reading.tags.isEmpty { return true }
    switch reading.tags[token] {
    case .noun, .properNoun, .numeral, .symbol: return true
    case .adjective: return knowledge.harm.adjective(reading.tokens[token].word) != nil
    default: return false
    }
  }

  /// The name of the person that a head is, is followed by, or is said to be.
  func personName(
    of head: Int, in tokens: Range<Int>, role: RoleLexicon.Role?
  ) -> Range<Int>? {
    let people = reading.names.filter { $0.kind == .person }
    if let own = people.first(where: { $0.tokens.contains(head) }) { return own.tokens }
    guard let role, role.kind == .person, !role.isPlural else { return nil }
    if let next = people.first(where: { $0.tokens.lowerBound == head + 1 }) { return next.tokens }
    return people.first { name in name.tokens.contains { isApposition($0, of: head) } }?.tokens
  }

  func isApposition(_ token: Int, of head: Int) -> Bool {
    guard !reading.dependencies.isEmpty else { return false }
    let dependency = reading.dependencies[token]
    return dependency.head == head && dependency.relation == .appos
  }

  func person(_ tokens: Range<Int>, named: Range<Int>, head: Int) -> IncidentPhrase {
    var phrase = IncidentPhrase(kind: .person)
    let named = bare(named)
    let fullest = fullestName(at: reading.tokens[named.upperBound - 1].range)
    phrase.name = words(fullest.map { $0.count > named.count ? $0 : named } ?? named)
    phrase.number = 1
    var title = tokens.lowerBound..<min(tokens.upperBound, max(tokens.lowerBound, named.lowerBound))
    if !named.contains(head), head > named.upperBound || head < tokens.lowerBound { title = tokens }
    if title.isEmpty, let said = apposition(to: named, head: head) { title = said }
    title = title.isEmpty ? title : trimmed(title)
    if !title.isEmpty { phrase.description = words(title) }
    mark(&phrase, tokens: title, head: max(title.lowerBound, title.upperBound - 1))
    return phrase
  }

  /// What a name is said to be behind it: `Ana Ruiz, the mayor of the town`.
  func apposition(to name: Range<Int>, head: Int) -> Range<Int>? {
    let sentence = reading.sentences[reading.sentence(ofToken: head)].tokens
    let noun = (name.upperBound..<min(sentence.upperBound, name.upperBound + 12)).first {
      isApposition($0, of: head) && knowledge.roles.role(reading.tokens[$0].word)?.kind == .person
    }
    return noun.map { core(of: sentence, head: $0) }
  }

  func isPronoun(_ token: Int) -> Bool {
    if !reading.tags.isEmpty { return reading.tags[token] == .pronoun }
    switch reading.tokens[token].word {
    case "he", "she", "they", "it", "him", "her", "them", "who", "which", "that": return true
    default: return false
    }
  }

  func isPlace(_ token: Int) -> Bool {
    let range = reading.tokens[token].range
    return mentions.placeMentions.contains { $0.range.overlaps(range) }
  }

  func number(in tokens: Range<Int>, head: Int, isPlural: Bool) -> Int? {
    let range = reading.range(ofTokens: tokens.lowerBound..<min(head + 1, tokens.upperBound))
    if let quantity = mentions.quantities.first(where: {
      range.contains($0.range) && !$0.isArticle && $0.measure == nil
    }) {
      return quantity.low
    }
    return isPlural ? nil : 1
  }

  func mark(_ phrase: inout IncidentPhrase, tokens: Range<Int>, head: Int) {
    var categories: [RoleLexicon.Category] = []
    let own = head < reading.tokens.count ? knowledge.roles.role(reading.tokens[head].word) : nil
    if let own, own.decides { categories.append(own.category) }
    if categories.isEmpty {
      for token in tokens {
        let word = reading.tokens[token].word
        if let lent = knowledge.roles.modifier(word) { categories.append(lent) }
        if let role = knowledge.roles.role(word), role.decides { categories.append(role.category) }
      }
    }
    phrase.isArmed = categories.contains { $0 == .combatant || $0 == .police || $0 == .military }
    phrase.isOfficial = categories.contains { $0 == .police || $0 == .military }
  }
}
