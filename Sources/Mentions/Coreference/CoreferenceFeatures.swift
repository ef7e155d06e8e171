import Linguistics
import Texts

/// What speaks for two noun phrases meaning one thing, or for a phrase bringing in a new one.
///
/// Each feature is the number of a weight. The templates are those that carry most in mention
/// ranking (Durrett and Klein 2013), without words: forms, distance, agreement, shared words,
/// place in the clause, quotations.
struct CoreferenceFeatures {
  /// A family of features: its name in the table of weights and how many values it has beside
  /// each form.
  enum Template: Int, CaseIterable {
    case form, sentences, phrases, match, gender, count, kind, role, structure, quotation
    case modifiers, repeated, topic
    case new, newSeen, newRole, newKind, newLength, newOpening

    var values: Int {
      switch self {
      case .form: NounPhrase.Form.allCases.count
      case .sentences, .phrases: 7
      case .match: 10
      case .gender, .kind, .repeated: 4
      case .count, .modifiers: 3
      case .role, .newRole: NounPhrase.Role.allCases.count * 2
      case .structure: 5
      case .quotation: 6
      case .topic, .newOpening: 2
      case .new: 1
      case .newSeen, .newLength: 5
      case .newKind: Name.Kind.allCases.count + 1
      }
    }
  }

  /// The name of each weight: template, form, value.
  static let names: [String] = Template.allCases.flatMap { template in
    NounPhrase.Form.allCases.flatMap { form in
      (0..<template.values).map { "\(template).\(form).\($0)" }
    }
  }

  /// The first number of each template, and how many values it has.
  private let layout: [(start: Int, values: Int)] = {
    var start = 0
    return Template.allCases.map { template in
      defer { start += template.values * NounPhrase.Form.allCases.count }
      return (start, template.values)
    }
  }()

  private func number(_ template: Template, _ form: NounPhrase.Form, _ value: Int) -> Int {
    let (start, values) = layout[template.rawValue]
    return start + form.rawValue * values + value
  }

  let phrases: [NounPhrase]
  /// What comparing needs of each phrase.
  private let sketches: [PhraseSketch]
  /// The phrase that says each quotation, as far as it is known.
  let speakers: [Int: Int]
  /// For each phrase, the phrase that it is said to be: an apposition, a predicate.
  let equals: [Int: Int]
  /// For each phrase, how many before have its head's lemma.
  private let seen: [Int]
  /// For each phrase, whether it is the first subject of its sentence.
  private let isTopic: [Bool]

  init(phrases: [NounPhrase], speakers: [Int: Int], equals: [Int: Int]) {
    self.phrases = phrases
    sketches = phrases.map(PhraseSketch.init)
    self.speakers = speakers
    self.equals = equals
    var counts: [Word: Int] = [:]
    seen = phrases.map { phrase in
      defer { counts[phrase.headWord, default: 0] += 1 }
      return counts[phrase.headWord] ?? 0
    }
    var last = -1
    isTopic = phrases.map { phrase in
      guard phrase.role == .subject, phrase.sentence != last else { return false }
      last = phrase.sentence
      return true
    }
  }

  /// Phrases before `mention` that it may take up, the nearest first.
  func candidates(of mention: Int) -> [Int] {
    let phrase = sketches[mention]
    var found: [Int] = []
    for index in stride(from: mention - 1, through: 0, by: -1) {
      let other = sketches[index]
      if phrase.form.isPronoun {
        let reach = phrase.form == .first || phrase.form == .second ? 12 : 4
        if phrase.sentence - other.sentence > reach || found.count >= 60 { break }
      } else if found.count >= 40 {
        if mention - index > 500 { break }
        guard !other.form.isPronoun, sharesWord(mention, index) else { continue }
      }
      found.append(index)
    }
    return found
  }

  private func sharesWord(_ mention: Int, _ antecedent: Int) -> Bool {
    let (a, b) = (sketches[mention], sketches[antecedent])
    if a.headWord == b.headWord { return true }
    guard a.form == .name, b.form == .name, a.mask & b.mask != 0 else { return false }
    return phrases[mention].words.contains { phrases[antecedent].words.contains($0) }
  }

  /// Features of a phrase that takes up nothing before.
  func new(_ mention: Int) -> [Int] {
    let phrase = phrases[mention]
    let length = min(4, max(0, phrase.tokens.count - 1).bitWidthOfValue)
    return [
      number(.new, phrase.form, 0),
      number(.newSeen, phrase.form, min(4, seen[mention])),
      number(.newRole, phrase.form, roleValue(phrase)),
      number(
        .newKind, phrase.form,
        phrase.kind.flatMap { Name.Kind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0),
      number(.newLength, phrase.form, length),
      number(.newOpening, phrase.form, phrase.sentence < 2 ? 1 : 0),
    ]
  }

  private func roleValue(_ phrase: NounPhrase) -> Int {
    phrase.role.rawValue * 2 + (phrase.words.count > 1 ? 1 : 0)
  }

  /// Features of `mention` taking up `antecedent`.
  func pair(_ mention: Int, _ antecedent: Int) -> [Int] {
    var features: [Int] = []
    forEach(mention, antecedent) { features.append($0) }
    return features
  }

  /// What the features of `mention` taking up `antecedent` add up to.
  func score(_ mention: Int, _ antecedent: Int, _ weights: [Float]) -> Float {
    var sum: Float = 0
    forEach(mention, antecedent) { sum += weights[$0] }
    return sum
  }

  @inline(__always)
  private func forEach(_ mention: Int, _ antecedent: Int, _ body: (Int) -> Void) {
    let m = sketches[mention]
    let a = sketches[antecedent]
    body(number(.form, m.form, a.form.rawValue))
    body(number(.sentences, m.form, Self.bucket(m.sentence - a.sentence)))
    body(number(.phrases, m.form, Self.bucket(mention - antecedent - 1)))
    body(number(.match, m.form, match(mention, antecedent)))
    body(number(.gender, m.form, Self.gender(m, a)))
    body(number(.count, m.form, Self.agreement(m.count.rawValue, a.count.rawValue)))
    body(number(.kind, m.form, Self.kinds(m, a)))
    body(number(.role, m.form, a.role.rawValue * 2 + (m.role == a.role ? 1 : 0)))
    body(number(.structure, m.form, structure(mention, antecedent)))
    body(number(.quotation, m.form, quotation(mention, antecedent)))
    body(number(.modifiers, m.form, modifiers(mention, antecedent)))
    body(number(.repeated, m.form, min(3, seen[antecedent])))
    body(number(.topic, m.form, isTopic[antecedent] ? 1 : 0))
  }

  /// 0, 1, 2-3, 4-7, 8-15, 16-31, more.
  private static func bucket(_ distance: Int) -> Int { min(6, distance.bitWidthOfValue) }

  private func match(_ mention: Int, _ antecedent: Int) -> Int {
    let (m, a) = (sketches[mention], sketches[antecedent])
    if m.spelling == a.spelling { return 1 }
    if m.form.isPronoun || a.form.isPronoun { return m.headWord == a.headWord ? 2 : 0 }
    if m.mask & a.mask == 0 { return 0 }
    return Self.match(phrases[mention], phrases[antecedent])
  }

  private static func match(_ m: NounPhrase, _ a: NounPhrase) -> Int {
    if m.words == a.words { return 2 }
    let areNames = m.form == .name && a.form == .name
    if m.headWord == a.headWord {
      if m.words.allSatisfy({ a.words.contains($0) }) { return 3 }
      return a.words.allSatisfy { m.words.contains($0) } ? 4 : 5
    }
    if m.words.allSatisfy({ a.words.contains($0) }) { return areNames ? 6 : 7 }
    if a.words.allSatisfy({ m.words.contains($0) }) { return areNames ? 8 : 7 }
    return m.words.contains { a.words.contains($0) } ? 9 : 0
  }

  private static func gender(_ m: PhraseSketch, _ a: PhraseSketch) -> Int {
    let (x, y) = (m.gender, a.gender)
    if x == .unknown || y == .unknown { return 0 }
    if x == y { return 1 }
    if x == .thing || y == .thing { return 3 }
    return x == .person || y == .person ? 1 : 2
  }

  private static func agreement(_ x: Int, _ y: Int) -> Int {
    x == 0 || y == 0 ? 0 : x == y ? 1 : 2
  }

  private static func kinds(_ m: PhraseSketch, _ a: PhraseSketch) -> Int {
    guard let x = m.kind, let y = a.kind else { return m.kind == nil && a.kind == nil ? 0 : 1 }
    return x == y ? 2 : 3
  }

  private func modifiers(_ mention: Int, _ antecedent: Int) -> Int {
    let (m, a) = (sketches[mention], sketches[antecedent])
    guard m.hasModifiers else { return 0 }
    if m.mask & a.mask == 0 { return a.hasModifiers ? 2 : 1 }
    return Self.modifiers(phrases[mention], phrases[antecedent])
  }

  private static func modifiers(_ m: NounPhrase, _ a: NounPhrase) -> Int {
    let extra = m.words.contains { $0 != m.headWord && !a.words.contains($0) }
    let missing = a.words.contains { $0 != a.headWord && !m.words.contains($0) }
    return extra ? (missing ? 2 : 1) : 0
  }

  private func structure(_ mention: Int, _ antecedent: Int) -> Int {
    if equals[mention] == antecedent { return 1 }
    var outer = sketches[mention].outer
    while let next = outer, next >= antecedent {
      if next == antecedent { return 2 }
      outer = sketches[next].outer
    }
    let isSame = sketches[mention].sentence == sketches[antecedent].sentence
    guard isSame else { return 0 }
    let isPair =
      sketches[antecedent].role == .subject && sketches[mention].role == .object
    return isPair ? 3 : 4
  }

  private func quotation(_ mention: Int, _ antecedent: Int) -> Int {
    switch (sketches[mention].quotation, sketches[antecedent].quotation) {
    case (nil, nil): return 0
    case (nil, _?): return 1
    case (let inside?, nil): return speakers[inside] == antecedent ? 5 : 2
    case (let x?, let y?):
      if x == y { return 3 }
      return speakers[x] != nil && speakers[x] == speakers[y] ? 3 : 4
    }
  }
}

extension Int {
  /// How many bits it takes to write a number that is not negative.
  fileprivate var bitWidthOfValue: Int { Int.bitWidth - self.leadingZeroBitCount }
}
