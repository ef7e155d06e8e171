public import Knowledge
public import Linguistics
import Texts

/// Finds which noun phrases of a report mean one thing.
///
/// Every phrase takes up the likeliest phrase before it, or none (mention ranking, Denis and
/// Baldridge 2008; log-linear in the features, Durrett and Klein 2013); the weights are fitted on
/// the ten genres of GUM that may be used freely. A pronoun or name that contradicts what a chain already has in
/// gender or in the name of its bearer does not join it.
public struct CoreferenceFinder: Sendable {
  /// A chain: phrases that mean one thing, in order.
  public struct Chain: Hashable, Sendable {
    /// The phrases, as runs of tokens.
    public let phrases: [Range<Int>]
    /// For each phrase, the token that it hangs on.
    public let heads: [Int]
  }

  private let table: ActorTable
  private let weights: [Float]

  /// Creates a finder with the tables to look words up in.
  public init(knowledge: KnowledgeBase) {
    table = knowledge.actors
    weights = knowledge.coreferenceWeights.values(of: CoreferenceFeatures.names)
  }

  /// The chains of a reading with dependencies, by their first phrase, phrases alone among them.
  ///
  /// - Complexity: O(n) in the phrases; each is compared with 40 to 60 before it, and with up to
  ///   500 that share its head.
  public func chains(in reading: Reading) -> [Chain] {
    guard !reading.dependencies.isEmpty else { return [] }
    let features = Self.features(of: reading, table: table)
    return chains(features)
  }

  /// The candidates of every phrase with their features, and those of taking up none: what the
  /// weights are fitted from.
  public func candidates(in reading: Reading) -> [Candidates] {
    let features = Self.features(of: reading, table: table)
    return features.phrases.indices.map { index in
      let phrase = features.phrases[index]
      return Candidates(
        tokens: phrase.tokens, head: phrase.head, new: features.new(index),
        antecedents: features.candidates(of: index).map { other in
          (phrase: other, features: features.pair(index, other))
        })
    }
  }

  /// What one phrase may take up.
  public struct Candidates: Sendable {
    /// The tokens of the phrase.
    public let tokens: Range<Int>
    /// The token that the others hang on.
    public let head: Int
    /// Features of its bringing in something new.
    public let new: [Int]
    /// Phrases before it, as indexes of the phrases of the reading, with their features.
    public let antecedents: [(phrase: Int, features: [Int])]
  }

  /// The names of the features, in the order of their numbers.
  public static var featureNames: [String] { CoreferenceFeatures.names }

  private static func features(of reading: Reading, table: ActorTable) -> CoreferenceFeatures {
    let phrases = NounPhraseScan(reading: reading, table: table).phrases()
    var byHead: [Int: Int] = [:]
    for (index, phrase) in phrases.enumerated() { byHead[phrase.head] = index }
    return CoreferenceFeatures(
      phrases: phrases, speakers: speakers(in: reading, phrases),
      equals: equals(in: reading, phrases, byHead))
  }

  /// The phrase that says each quotation.
  private static func speakers(in reading: Reading, _ phrases: [NounPhrase]) -> [Int: Int] {
    var speakers: [Int: Int] = [:]
    for (index, quotation) in reading.quotations.enumerated() {
      let saying = reading.attributions.first { attribution in
        attribution.source != nil
          && attribution.content.contains { $0.intersection(quotation.inner) != nil }
      }
      guard let source = saying?.source else { continue }
      speakers[index] = phrases.indices.first { phrase in
        let head = reading.tokens[phrases[phrase].head].range
        return source.contains(head)
      }
    }
    return speakers
  }

  /// What each phrase is said to be: `Ruiz, the mayor`, `Ruiz is the mayor`.
  private static func equals(
    in reading: Reading, _ phrases: [NounPhrase], _ byHead: [Int: Int]
  ) -> [Int: Int] {
    var equals: [Int: Int] = [:]
    for (index, phrase) in phrases.enumerated() {
      let dependency = reading.dependencies[phrase.head]
      if dependency.relation == .appos, let head = dependency.head, let other = byHead[head] {
        equals[max(index, other)] = min(index, other)
      }
      if phrase.role == .subject, let head = dependency.head, let other = byHead[head],
        phrases[other].role == .predicate
      {
        equals[max(index, other)] = min(index, other)
      }
    }
    return equals
  }

  private func sum(_ features: [Int]) -> Float {
    var sum: Float = 0
    for feature in features { sum += weights[feature] }
    return sum
  }

  private func chains(_ features: CoreferenceFeatures) -> [Chain] {
    let phrases = features.phrases
    var chainOf: [Int] = []
    var chains: [PhraseChain] = []
    for index in phrases.indices {
      let base = sum(features.new(index))
      var best: (chain: Int, score: Float)?
      for other in features.candidates(of: index) {
        let score = features.score(index, other, weights)
        guard score > base, score > (best?.score ?? -.infinity),
          chains[chainOf[other]].admits(phrases[index])
        else { continue }
        best = (chainOf[other], score)
      }
      if let best {
        chains[best.chain].add(index, phrases[index])
        chainOf.append(best.chain)
      } else {
        chainOf.append(chains.count)
        chains.append(PhraseChain(index, phrases[index]))
      }
    }
    return chains.map { chain in
      Chain(
        phrases: chain.members.map { phrases[$0].tokens },
        heads: chain.members.map { phrases[$0].head })
    }
  }
}

/// A chain while it grows.
private struct PhraseChain {
  private(set) var members: [Int]
  private var gender: NounPhrase.Gender
  /// The words of the fullest person's name.
  private var name: [Word] = []

  init(_ index: Int, _ phrase: NounPhrase) {
    members = [index]
    gender = phrase.gender
    if phrase.kind == .person { name = phrase.words }
  }

  /// Whether nothing in the chain contradicts a phrase.
  func admits(_ phrase: NounPhrase) -> Bool {
    switch (gender, phrase.gender) {
    case (.male, .female), (.female, .male), (.thing, .male), (.thing, .female), (.male, .thing),
      (.female, .thing):
      return false
    default: break
    }
    guard phrase.kind == .person, !name.isEmpty else { return true }
    return phrase.words.contains { name.contains($0) }
  }

  mutating func add(_ index: Int, _ phrase: NounPhrase) {
    members.append(index)
    if gender == .unknown || (gender == .person && phrase.gender != .unknown) {
      gender = phrase.gender
    }
    if phrase.kind == .person, phrase.words.count > name.count { name = phrase.words }
  }
}
