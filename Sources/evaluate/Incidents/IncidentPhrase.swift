import Claims
import Knowledge
import Linguistics
import Mentions
import Texts

/// What a phrase that fills a role stands for, and how a template words it.
struct IncidentPhrase {
  /// What it stands for.
  enum Kind {
    case person, organization, thing, unclear
  }

  /// What it stands for.
  let kind: Kind
  /// The name of the person; nil when none is named.
  var name: String?
  /// What a person is called beside the name, or what someone or something is.
  var description: String?
  /// Names of organizations in it, or the one it is.
  var organizations: [String] = []
  /// How many people; nil when the words leave it open.
  var number: Int?
  /// Whether everybody in it is armed by trade: soldiers, police, fighters.
  var isArmed = false
  /// Whether everybody in it serves a state.
  var isOfficial = false
}

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

  private func made(tokens: Range<Int>, head: Int) -> IncidentPhrase? {
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
  private func withOwner(_ kept: Range<Int>, in tokens: Range<Int>) -> Range<Int> {
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

  private func isMilitarySite(_ token: Int) -> Bool {
    switch reading.tokens[token].word {
    case "garrison", "garrisons", "barracks", "base", "bases", "position", "positions", "outpost",
      "outposts", "checkpoint", "checkpoints", "battalion", "battalions", "brigade", "brigades",
      "regiment", "patrol", "patrols", "trench", "trenches", "fortress":
      true
    default: false
    }
  }

  private func site(_ token: Int) -> SiteLexicon.Kind? {
    knowledge.sites.kind(
      reading.lemmas.isEmpty ? reading.tokens[token].word : reading.lemmas.word(token))
  }

  /// A noun, a name, a number, or `the dead` and `the wounded`.
  private func isNominal(_ token: Int) -> Bool {
    if reading.tags.isEmpty { return true }
    switch reading.tags[token] {
    case .noun, .properNoun, .numeral, .symbol: return true
    case .adjective: return knowledge.harm.adjective(reading.tokens[token].word) != nil
    default: return false
    }
  }

  /// The name of the person that a head is, is followed by, or is said to be.
  private func personName(
    of head: Int, in tokens: Range<Int>, role: RoleLexicon.Role?
  ) -> Range<Int>? {
    let people = reading.names.filter { $0.kind == .person }
    if let own = people.first(where: { $0.tokens.contains(head) }) { return own.tokens }
    guard let role, role.kind == .person, !role.isPlural else { return nil }
    if let next = people.first(where: { $0.tokens.lowerBound == head + 1 }) { return next.tokens }
    return people.first { name in name.tokens.contains { isApposition($0, of: head) } }?.tokens
  }

  private func isApposition(_ token: Int, of head: Int) -> Bool {
    guard !reading.dependencies.isEmpty else { return false }
    let dependency = reading.dependencies[token]
    return dependency.head == head && dependency.relation == .appos
  }

  private func person(_ tokens: Range<Int>, named: Range<Int>, head: Int) -> IncidentPhrase {
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
  private func apposition(to name: Range<Int>, head: Int) -> Range<Int>? {
    let sentence = reading.sentences[reading.sentence(ofToken: head)].tokens
    let noun = (name.upperBound..<min(sentence.upperBound, name.upperBound + 12)).first {
      isApposition($0, of: head) && knowledge.roles.role(reading.tokens[$0].word)?.kind == .person
    }
    return noun.map { core(of: sentence, head: $0) }
  }

  private func isOrganization(
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
  private func names(of tokens: Range<Int>) -> [String] {
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
  private func organization(at range: TextRange) -> String? {
    guard let actor = mentions.actor(at: range),
      let first = mentions.actorMentions.first(where: { $0.entity == actor && $0.form == .name })
    else { return nil }
    return words(trimmed(reading.tokens(in: first.range)))
  }

  /// The longest name that the report has for the person at a range.
  private func fullestName(at range: TextRange) -> Range<Int>? {
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
  private func bare(_ name: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    while start < name.upperBound - 1 {
      let word = NameWord.words(of: reading.text, in: reading.tokens[start].range).first
      let uses = word.flatMap { knowledge.actors.nouns.noun($0)?.uses } ?? []
      if uses.isDisjoint(with: [.title, .role]), !reading.tokens[start].isPunctuation { break }
      start += 1
    }
    return start..<name.upperBound
  }

  /// The head with what describes it before, and the rest of a name behind; behind offices and
  /// nouns that say little alone also what they are of.
  private func core(of tokens: Range<Int>, head: Int) -> Range<Int> {
    var start = head
    while start > tokens.lowerBound, describes(start - 1, before: head) { start -= 1 }
    var end = head + 1
    while end < tokens.upperBound, continues(end, head) { end += 1 }
    if let name = reading.names.first(where: { $0.tokens.contains(head) }) {
      start = min(start, name.tokens.lowerBound)
      end = max(end, name.tokens.upperBound)
    }
    if takesOf(reading.tokens[head].word) {
      while end + 1 < tokens.upperBound, reading.tokens[end].word == "of" {
        var next = end + 1
        while next < tokens.upperBound, describes(next, before: head) { next += 1 }
        if next == end + 1 { break }
        end = next
      }
    }
    return trimmed(start..<end)
  }

  /// Whether a word can stand in a noun phrase before its head.
  private func describes(_ token: Int, before head: Int) -> Bool {
    let word = reading.tokens[token].word
    if reading.tokens[token].isPunctuation { return word == "-" || word == "\"" || word == "'" }
    if reading.tags.isEmpty { return !isPreposition(word) }
    switch reading.tags[token] {
    case .noun, .properNoun, .adjective, .numeral, .determiner, .particle, .symbol, .adverb:
      return true
    case .pronoun: return reading.dependencies[token].relation.universal == .nmod
    case .verb: return reading.dependencies[token].relation.universal == .amod
    default: return false
    }
  }

  /// Whether a word behind a head belongs to its name: `Highway 5`.
  private func continues(_ token: Int, _ head: Int) -> Bool {
    if reading.tokens[token].word == "-" { return true }
    if reading.dependencies.isEmpty {
      return !reading.tokens[token].isPunctuation && reading.tokens[token].isCapitalized
        && reading.tokens[head].isCapitalized
    }
    switch reading.dependencies[token].relation.universal {
    case .flat, .compound, .fixed, .goeswith: return reading.dependencies[token].head == head
    default: return false
    }
  }

  private func isPreposition(_ word: Word) -> Bool {
    switch word {
    case "of", "in", "on", "at", "by", "from", "with", "for", "to", "and", "or", "who", "that":
      true
    default: false
    }
  }

  private func takesOf(_ word: Word) -> Bool {
    if isPart(word) { return true }
    guard let role = knowledge.roles.role(word), role.kind == .person, !role.isPlural else {
      return false
    }
    switch word {
    case "leader", "president", "chief", "head", "director", "secretary", "mayor", "governor",
      "commander", "chairman", "minister", "judge", "founder", "manager", "ambassador",
      "coordinator", "representative", "delegate", "bishop", "archbishop", "rector", "owner":
      return true
    default: return false
    }
  }

  /// Nouns that say little without what they are of: `members of the X`.
  private func isPart(_ word: Word) -> Bool {
    switch word {
    case "member", "members", "group", "groups", "band", "bands", "unit", "units", "squad",
      "squads", "team", "teams", "cell", "cells", "column", "columns", "part", "parts":
      true
    default: false
    }
  }

  /// Without articles, numbers and words for an unknown number at the start.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start < tokens.upperBound - 1 {
      let token = reading.tokens[start]
      let isNumber =
        token.shape.contains(.digits) || (!reading.tags.isEmpty && reading.tags[start] == .numeral)
      let isHarm =
        !knowledge.harm.verbs(token.word).isEmpty || knowledge.harm.adjective(token.word) != nil
      if !isNumber, !isDeterminer(token.word), !isHarm,
        !(token.isPunctuation && token.word != "\"")
      {
        break
      }
      start += 1
    }
    var end = tokens.upperBound
    while end > start + 1, reading.tokens[end - 1].isPunctuation, reading.tokens[end - 1].word != "\""
    {
      end -= 1
    }
    return start..<max(start, end)
  }

  private func isDeterminer(_ word: Word) -> Bool {
    switch word {
    case "the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "other",
      "another", "various", "at", "least", "about", "around", "approximately", "more", "than",
      "nearly", "almost", "over", "of", "all", "both", "his", "her", "their", "its", "our", "my",
      "few", "any", "each", "alleged", "suspected", "presumed", "so-called", "same", "own", "no", "dozens", "scores",
      "hundreds", "thousands", "dozen", "number", "group's", "such", "also", "up", "to":
      true
    default: false
    }
  }

  private func isPronoun(_ token: Int) -> Bool {
    if !reading.tags.isEmpty { return reading.tags[token] == .pronoun }
    switch reading.tokens[token].word {
    case "he", "she", "they", "it", "him", "her", "them", "who", "which", "that": return true
    default: return false
    }
  }

  private func isPlace(_ token: Int) -> Bool {
    let range = reading.tokens[token].range
    return mentions.placeMentions.contains { $0.range.overlaps(range) }
  }

  private func number(in tokens: Range<Int>, head: Int, isPlural: Bool) -> Int? {
    let range = reading.range(ofTokens: tokens.lowerBound..<min(head + 1, tokens.upperBound))
    if let quantity = mentions.quantities.first(where: {
      range.contains($0.range) && !$0.isArticle && $0.measure == nil
    }) {
      return quantity.low
    }
    return isPlural ? nil : 1
  }

  private func mark(_ phrase: inout IncidentPhrase, tokens: Range<Int>, head: Int) {
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

  /// Words without a nationality at their start, which MUC-4 leaves out of descriptions.
  func withoutNation(_ words: String) -> String {
    guard let space = words.firstIndex(of: " "),
      knowledge.nations.nation(ofAdjective: PlaceKey(words[..<space])) != nil
    else { return words }
    return String(words[words.index(after: space)...])
  }

  /// The words of some tokens as the message has them, on one line.
  func words(_ tokens: Range<Int>) -> String { words(in: reading.range(ofTokens: tokens)) }

  /// The words of a range as the message has them, on one line.
  func words(in range: TextRange) -> String {
    let words = original[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A quotation mark without its other half goes.
    return words.count { $0 == "\"" } == 1 ? words.filter { $0 != "\"" } : words
  }
}
