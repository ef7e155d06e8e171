import Knowledge
import Linguistics
import Texts

/// Finds the noun phrases of a reading that has dependencies.
///
/// A phrase is a head with all that hangs on it, but for prepositions, conjunctions, coordinated
/// and apposed phrases, and, where the phrase is a predicate, the rest of its clause.
struct NounPhraseScan {
  let reading: Reading
  let table: ActorTable
  private let children: Dependents
  private let nameOfToken: [Int?]
  private let quotationOfToken: [Int?]

  init(reading: Reading, table: ActorTable) {
    self.reading = reading
    self.table = table
    children = Dependents(reading.dependencies)
    var names: [Int?] = Array(repeating: nil, count: reading.tokens.count)
    for (index, name) in reading.names.enumerated() {
      for token in name.tokens { names[token] = index }
    }
    nameOfToken = names
    var quotations: [Int?] = Array(repeating: nil, count: reading.tokens.count)
    for (index, quotation) in reading.quotations.enumerated() where quotation.level == 0 {
      let first = Self.token(at: quotation.inner.start, in: reading.tokens)
      for token in first..<reading.tokens.count {
        guard reading.tokens[token].start < quotation.inner.end else { break }
        quotations[token] = index
      }
    }
    quotationOfToken = quotations
  }

  private static func token(at offset: Int, in tokens: [Token]) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The phrases, by their first token, longer ones first.
  func phrases() -> [NounPhrase] {
    var phrases: [NounPhrase] = []
    for (index, sentence) in reading.sentences.enumerated() {
      for token in sentence.tokens where isHead(token) {
        phrases.append(phrase(token, sentence: index, bounds: sentence.tokens))
      }
    }
    phrases.sort { a, b in
      (a.tokens.lowerBound, b.tokens.upperBound, a.head)
        < (b.tokens.lowerBound, a.tokens.upperBound, b.head)
    }
    var open: [Int] = []
    for index in phrases.indices {
      while let last = open.last,
        phrases[last].tokens.upperBound <= phrases[index].tokens.lowerBound
      {
        open.removeLast()
      }
      phrases[index].outer = open.last
      open.append(index)
    }
    return phrases
  }

  private func relation(_ token: Int) -> Relation { reading.dependencies[token].relation }

  private func isHead(_ token: Int) -> Bool {
    let relation = relation(token).universal
    switch relation {
    case .flat, .fixed, .goeswith, .expl, .discourse, .reparandum, .dep, .punct: return false
    case .compound: return isModifier(token)
    default: break
    }
    // `President` in `President Ruiz` is part of a name.
    if self.relation(token) == .nmodDesc { return false }
    switch reading.tags[token] {
    case .noun, .properNoun: return relation != .det && relation != .advmod
    case .pronoun:
      return !isRelativizer(token)
    case .numeral, .adjective, .determiner:
      switch relation {
      case .nsubj, .obj, .obl, .nmod, .iobj: return true
      default: return false
      }
    default: return false
    }
  }

  /// `US` in `US troops`, `visa` in `visa office`: a noun before a noun that is no part of its name.
  private func isModifier(_ token: Int) -> Bool {
    guard let head = reading.dependencies[token].head else { return false }
    switch reading.tags[token] {
    case .noun: return nameOfToken[token] == nil || nameOfToken[token] != nameOfToken[head]
    case .properNoun: break
    default: return false
    }
    guard let name = nameOfToken[token], nameOfToken[head] != name else { return false }
    switch reading.names[name].kind {
    case .person, .organization, .location, .facility: return true
    case .group, .date, .miscellaneous, .money, .product: return false
    }
  }

  /// A relative or interrogative pronoun.
  private func isRelativizer(_ token: Int) -> Bool {
    switch reading.lemmas.word(token) {
    case "who", "which", "whom", "whose", "what", "whoever", "whatever", "whichever": return true
    case "that":
      var next = reading.dependencies[token].head
      for _ in 0..<3 {
        guard let head = next else { return false }
        if relation(head) == .aclRelcl { return head > token }
        next = reading.dependencies[head].head
      }
      return false
    case "there": return true
    default: return false
    }
  }

  private func phrase(_ head: Int, sentence: Int, bounds: Range<Int>) -> NounPhrase {
    let kept = keptChildren(of: head)
    var first = head
    var last = head
    for child in kept {
      let run = children.extent(of: child)
      first = min(first, run.lowerBound)
      last = max(last, run.upperBound - 1)
    }
    for child in children[head] where first <= child && child < head && introduces(child) {
      first = child + 1
    }
    while first < head, reading.tokens[first].isPunctuation { first += 1 }
    while last > head, reading.tokens[last].isPunctuation { last -= 1 }
    let form = form(head, kept)
    let lemma = reading.lemmas.word(head)
    var result = NounPhrase(
      tokens: first..<last + 1, head: head, form: form, role: role(head), sentence: sentence,
      headWord: lemma, words: words(head, kept), spelling: spelling(first..<last + 1))
    result.kind = nameOfToken[head].map { reading.names[$0].kind }
    result.quotation = quotationOfToken[head]
    result.gender = gender(head, form, lemma, result.kind)
    result.count = count(head, form, lemma)
    return result
  }

  /// A preposition or conjunction before the phrase.
  private func introduces(_ child: Int) -> Bool {
    switch relation(child) {
    case .case, .cc, .mark: true
    default: false
    }
  }

  /// What hangs on a head and belongs to its phrase.
  private func keptChildren(of head: Int) -> [Int] {
    let isPredicate = children[head].contains { relation($0) == .cop }
    return children[head].filter { child in
      switch relation(child).universal {
      case .det, .amod, .nmod, .compound, .flat, .nummod, .acl, .fixed, .goeswith: return true
      case .case: return child > head
      case .appos: return isPlaceOfPlace(child, head)
      case .advmod, .advcl: return !isPredicate && child < head || relation(child) == .advclRelcl
      case .obl, .ccomp, .xcomp: return !isPredicate
      default: return false
      }
    }
  }

  /// `Aceh, Indonesia`.
  private func isPlaceOfPlace(_ child: Int, _ head: Int) -> Bool {
    guard let inner = nameOfToken[child], let outer = nameOfToken[head] else { return false }
    return reading.names[inner].kind == .location && reading.names[outer].kind == .location
      && children[child].allSatisfy { reading.tokens[$0].isPunctuation }
  }

  private func form(_ head: Int, _ kept: [Int]) -> NounPhrase.Form {
    if reading.tags[head] == .pronoun || reading.tags[head] == .determiner {
      return pronounForm(reading.tokens[head].word)
    }
    var hasDeterminer = false
    for child in kept {
      switch relation(child) {
      case .det, .detPredet:
        hasDeterminer = true
        switch reading.tokens[child].word {
        case "the": return reading.tags[head] == .properNoun ? .name : .definite
        case "this", "that", "these", "those": return .demonstrative
        case "a", "an", "another": return .indefinite
        default: break
        }
      case .nmodPoss: return .possessed
      default: break
      }
    }
    if reading.tags[head] == .properNoun { return .name }
    if hasDeterminer || reading.tags[head] == .numeral { return .quantified }
    return kept.contains { relation($0) == .nummod } ? .quantified : .bare
  }

  private func pronounForm(_ word: Word) -> NounPhrase.Form {
    switch word {
    case "he", "him", "his", "she", "her", "hers": return .heOrShe
    case "it", "its": return .it
    case "they", "them", "their", "theirs", "'em": return .they
    case "i", "me", "my", "mine", "we", "us", "our", "ours": return .first
    case "you", "your", "yours": return .second
    case "himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself":
      return .reflexive
    case "this", "that", "these", "those": return .demonstrative
    default: return .otherPronoun
    }
  }

  private func role(_ head: Int) -> NounPhrase.Role {
    var token = head
    while relation(token) == .conj, let next = reading.dependencies[token].head { token = next }
    if children[head].contains(where: { relation($0) == .cop }) { return .predicate }
    switch relation(token) {
    case .nsubj, .nsubjPass, .nsubjOuter, .csubj: return .subject
    case .obj, .iobj: return .object
    case .nmodPoss: return .possessor
    case .obl, .oblAgent, .oblTmod, .oblNpmod, .oblUnmarked: return .oblique
    case .nmod, .nmodDesc, .nmodTmod, .nmodNpmod, .nmodUnmarked, .compound, .appos:
      return .modifier
    default: return .other
    }
  }

  private func words(_ head: Int, _ kept: [Int]) -> [Word] {
    var tokens = [head]
    for child in kept {
      switch relation(child).universal {
      case .amod, .compound, .flat, .nummod: tokens.append(child)
      default: break
      }
    }
    for child in tokens.dropFirst() {
      tokens += children[child].filter { relation($0).universal == .compound }
    }
    if let name = nameOfToken[head] {
      for token in reading.names[name].tokens where !tokens.contains(token) { tokens.append(token) }
    }
    return tokens.sorted().filter { !reading.tokens[$0].isPunctuation && !isArticle($0) }
      .map { reading.lemmas.word($0) }
  }

  private func isArticle(_ token: Int) -> Bool {
    switch reading.tokens[token].word {
    case "the", "a", "an", "'s", "’s", "'", "’": true
    default: false
    }
  }

  private func spelling(_ tokens: Range<Int>) -> [Word] {
    tokens.filter { !reading.tokens[$0].isPunctuation && !isArticle($0) }
      .map { reading.tokens[$0].word }
  }
}

extension NounPhraseScan {
  private func gender(
    _ head: Int, _ form: NounPhrase.Form, _ lemma: Word, _ kind: Name.Kind?
  ) -> NounPhrase.Gender {
    let word = reading.tokens[head].word
    switch word {
    case "he", "him", "his", "himself": return .male
    case "she", "her", "hers", "herself": return .female
    case "it", "its", "itself": return .thing
    case "i", "me", "my", "mine", "you", "your", "we", "us", "our": return .person
    default: break
    }
    if form.isPronoun { return .unknown }
    if kind == .person { return nameGender(head) }
    if kind != nil { return .thing }
    if ActorGrammar.female.contains(lemma) { return .female }
    if ActorGrammar.male.contains(lemma) { return .male }
    guard let noun = table.nouns.noun(NounPhraseScan.word(reading, head)) else { return .unknown }
    if !noun.uses.isDisjoint(with: [.role, .speaker, .people]) { return .person }
    return noun.uses.isDisjoint(with: [.group, .organ, .object, .place]) ? .unknown : .thing
  }

  private static func word(_ reading: Reading, _ token: Int) -> NameWord {
    NameWord.words(of: reading.text, in: reading.tokens[token].range).first
      ?? NameWord.words(of: "x")[0]
  }

  /// The gender of a person by titles and given name.
  private func nameGender(_ head: Int) -> NounPhrase.Gender {
    guard let name = nameOfToken[head] else { return .person }
    let tokens = reading.names[name].tokens
    for token in max(0, tokens.lowerBound - 2)..<tokens.upperBound {
      switch reading.tokens[token].word {
      case "mr", "mr.", "sir", "lord", "king", "prince", "sheikh", "imam", "spokesman", "chairman":
        return .male
      case "mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "dame",
        "spokeswoman", "chairwoman":
        return .female
      default: break
      }
    }
    guard tokens.count > 1 else { return .person }
    switch table.forenames.gender(reading.tokens[tokens.lowerBound].word) {
    case .male: return .male
    case .female: return .female
    case .either, nil: return .person
    }
  }

  private func count(_ head: Int, _ form: NounPhrase.Form, _ lemma: Word) -> NounPhrase.Count {
    let word = reading.tokens[head].word
    switch word {
    case "they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "these",
      "those":
      return .several
    case "he", "him", "his", "she", "her", "hers", "it", "its", "himself", "herself", "itself",
      "i", "me", "my", "mine", "this", "that", "myself":
      return .one
    default: break
    }
    if form.isPronoun { return .unknown }
    if children[head].contains(where: { relation($0) == .conj }) { return .unknown }
    if reading.tags[head] == .properNoun { return .one }
    if reading.tags[head] == .noun { return word == lemma ? .one : .several }
    return .unknown
  }
}
