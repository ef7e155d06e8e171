import Linguistics
import Texts

/// Reads who does what in a clause from dependencies: subjects, objects and obliques of a verb,
/// those included that it shares with another verb.
struct ClauseReader {
  let reading: Reading
  let dependents: Dependents
  /// How many clauses up a shared subject is looked for.
  private static let reach = 5

  init(_ reading: Reading) {
    self.reading = reading
    dependents = Dependents(reading.dependencies)
  }

  func relation(_ token: Int) -> Relation { reading.dependencies[token].relation }
  func head(_ token: Int) -> Int? { reading.dependencies[token].head }
  func lemma(_ token: Int) -> Word { reading.lemmas.word(token) }
  func word(_ token: Int) -> Word { reading.tokens[token].word }
  func tag(_ token: Int) -> PartOfSpeech { reading.tags[token] }

  /// The first dependent that stands in a relation, subtypes included.
  func child(_ token: Int, _ relation: Relation) -> Int? {
    dependents[token].first { self.relation($0).universal == relation }
  }

  /// Whether a verb is in the passive: `was attacked`, `people killed in the raid`.
  func isPassive(_ verb: Int, depth: Int = 0) -> Bool {
    var hasSubject = false
    var hasObject = false
    for child in dependents[verb] {
      switch relation(child) {
      case .nsubjPass, .csubjPass, .auxPass, .oblAgent: return true
      case .nsubj, .csubj: hasSubject = true
      case .obj: hasObject = true
      default: break
      }
    }
    guard mayBeParticiple(verb), !hasSubject, !hasObject else { return false }
    switch relation(verb) {
    case .acl, .amod, .advcl, .xcomp: return true
    case .conj:
      guard let first = head(verb), depth < Self.reach else { return false }
      return isPassive(first, depth: depth + 1)
    default: return false
    }
  }

  /// Whether a verb's form may be a past participle.
  private func mayBeParticiple(_ verb: Int) -> Bool {
    let word = word(verb)
    guard tag(verb) == .verb || tag(verb) == .adjective else { return false }
    if ends(verb, in: "ing") { return false }
    if word != lemma(verb) { return !ends(verb, in: "s") }
    // `hit`, `shot`: base and participle are written alike.
    return relation(verb) == .acl && child(verb, .mark) == nil
  }

  /// Whether a verb is a gerund: `killing five`.
  func isGerund(_ verb: Int) -> Bool { ends(verb, in: "ing") }

  private func ends(_ token: Int, in suffix: StaticString) -> Bool {
    let range = reading.tokens[token].range
    let count = suffix.utf8CodeUnitCount
    guard range.count > count + 1 else { return false }
    return suffix.withUTF8Buffer { bytes in
      (0..<count).allSatisfy { reading.text.bytes[range.end - count + $0] | 0x20 == bytes[$0] }
    }
  }

  /// Heads of the grammatical subjects of a verb, coordinated ones included.
  ///
  /// A verb without one takes that of the clause it hangs on: `rebels attacked the town, killing
  /// five`, `troops tried to retake it`, `the men who shot at the bus`.
  func subjects(of verb: Int, depth: Int = 0) -> [Int] {
    if let own = dependents[verb].first(where: { relation($0).universal == .nsubj }) {
      return coordinated(resolved(own))
    }
    guard depth < Self.reach, let above = head(verb) else { return [] }
    switch relation(verb) {
    case .conj:
      return isPredicate(above) ? subjects(of: above, depth: depth + 1) : []
    case .xcomp:
      if let object = child(above, .obj) { return coordinated(resolved(object)) }
      return subjects(of: above, depth: depth + 1)
    case .advcl:
      return subjects(of: above, depth: depth + 1)
    case .acl:
      return child(verb, .mark) == nil ? coordinated(above) : []
    default: return []
    }
  }

  /// Heads of the objects of a verb, those included that it shares with the next verb.
  func objects(of verb: Int) -> [Int] {
    if let own = dependents[verb].first(where: { relation($0) == .obj }) {
      return coordinated(resolved(own))
    }
    // `the town that they bombed`, `the man they killed`
    if relation(verb) == .aclRelcl, let noun = head(verb),
      let subject = dependents[verb].first(where: { relation($0).universal == .nsubj }),
      resolved(subject) == subject, !isPassive(verb),
      !dependents[verb].contains(where: { relation($0).universal == .obl && isRelative($0) })
    {
      return coordinated(noun)
    }
    // `shot and wounded two men`
    if let next = dependents[verb].first(where: { relation($0) == .conj && tag($0) == .verb }),
      !dependents[next].contains(where: { relation($0).universal == .nsubj }), next - verb <= 4,
      let shared = dependents[next].first(where: { relation($0) == .obj })
    {
      return coordinated(resolved(shared))
    }
    return []
  }

  /// Heads of what prepositions join to a token, by preposition.
  func obliques(of token: Int, where isWanted: (Word) -> Bool) -> [Int] {
    var found: [Int] = []
    for child in dependents[token] {
      let kind = relation(child).universal
      guard kind == .obl || kind == .nmod, relation(child) != .nmodPoss else { continue }
      guard let preposition = preposition(of: child), isWanted(preposition) else { continue }
      found += coordinated(resolved(child))
    }
    return found
  }

  /// The preposition before a noun, in `because of` the first word.
  func preposition(of token: Int) -> Word? { child(token, .case).map(word) }

  /// A head and what `and` and `or` join to it.
  func coordinated(_ head: Int) -> [Int] {
    [head]
      + dependents[head].filter { relation($0) == .conj && isNominal($0) }
  }

  private func isNominal(_ token: Int) -> Bool {
    switch tag(token) {
    case .noun, .properNoun, .pronoun, .numeral, .adjective, .determiner, .symbol: true
    default: false
    }
  }

  private func isPredicate(_ token: Int) -> Bool {
    tag(token) == .verb || tag(token) == .auxiliary || child(token, .cop) != nil
  }

  /// What a relative pronoun stands for: the noun that its clause belongs to.
  func resolved(_ token: Int) -> Int {
    guard isRelative(token) else { return token }
    var next = head(token)
    for _ in 0..<Self.reach {
      guard let verb = next else { return token }
      if relation(verb) == .aclRelcl { return head(verb) ?? token }
      next = head(verb)
    }
    return token
  }

  private func isRelative(_ token: Int) -> Bool {
    guard tag(token) == .pronoun || tag(token) == .determiner || tag(token) == .subordinator
    else { return false }
    switch word(token) {
    case "who", "which", "that", "whom": return true
    default: return false
    }
  }

  /// The noun that a number or measure counts: `fighters` of `four of its fighters`.
  func core(of head: Int, depth: Int = 0) -> Int {
    guard depth < 3,
      tag(head) == .numeral || tag(head) == .determiner
        || ArgumentWords.isPartitive(lemma(head)),
      let inner = obliques(of: head, where: { $0 == "of" || $0 == "from" }).first
    else { return head }
    return core(of: inner, depth: depth + 1)
  }

  /// The words of a noun phrase: the head with what modifies it, without relative clauses,
  /// coordinated and apposed phrases.
  func phrase(of head: Int) -> Range<Int> {
    var first = head
    var last = head
    for child in dependents[head].reversed() where child < head {
      guard belongs(child) else { break }
      first = min(first, dependents.extent(of: child).lowerBound)
    }
    for child in dependents[head] where child > head {
      guard belongs(child) else { break }
      last = max(last, end(of: child))
    }
    while first < head, reading.tokens[first].isPunctuation { first += 1 }
    while last > head, reading.tokens[last].isPunctuation { last -= 1 }
    return first..<last + 1
  }

  /// The last token of a modifier behind its head, without coordinated phrases and clauses of its own.
  private func end(of token: Int) -> Int {
    var last = token
    for child in dependents[token] where child > token {
      guard belongs(child) else { break }
      last = max(last, end(of: child))
    }
    return last
  }

  private func belongs(_ child: Int) -> Bool {
    switch relation(child).universal {
    case .det, .amod, .compound, .nummod, .flat, .fixed, .goeswith, .advmod: true
    case .nmod:
      // `including a child` counts some of them and says nothing of the rest.
      switch preposition(of: child) {
      case "including", "excluding", "like", "amid", "after", "during", "before", "since": false
      default: true
      }
    default: false
    }
  }
}
