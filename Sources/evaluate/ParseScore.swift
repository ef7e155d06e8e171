import Linguistics
import Texts

/// What a reading gets right of a treebank's document, as the scorer of the CoNLL 2018 shared task
/// counts (Zeman and others 2018).
///
/// A word of the reading is the treebank's when it is written by the same bytes. An arc is right
/// when both its ends are the treebank's; subtypes of relations are left out, save in
/// `subtypes`. A lemma that the treebank does not give is right whatever it is.
struct ParseScore: Encodable {
  var words = Agreement()
  var sentences = Agreement()
  var tags = Agreement()
  /// Heads: UAS.
  var heads = Agreement()
  /// Heads and relations: LAS.
  var arcs = Agreement()
  /// Heads and relations with their subtypes.
  var subtypes = Agreement()
  var lemmas = Agreement()

  mutating func add(_ gold: Treebank.Document, _ reading: Reading) {
    let tokens = Dictionary(
      uniqueKeysWithValues: reading.tokens.enumerated().map { ($1.range, $0) })
    var same = (words: 0, tags: 0, heads: 0, arcs: 0, subtypes: 0, lemmas: 0)
    for word in gold.words {
      guard let token = tokens[word.range] else { continue }
      same.words += 1
      if !reading.tags.isEmpty, reading.tags[token].name == word.tag { same.tags += 1 }
      if !reading.lemmas.isEmpty, word.lemma == "_" || reading.lemmas[token] == word.lemma {
        same.lemmas += 1
      }
      guard !reading.dependencies.isEmpty else { continue }
      let dependency = reading.dependencies[token]
      let head = dependency.head.map { reading.tokens[$0].range }
      guard head == word.head.map({ gold.words[$0].range }) else { continue }
      same.heads += 1
      if dependency.relation.universal.name == Self.universal(word.relation) { same.arcs += 1 }
      if dependency.relation.name == word.relation { same.subtypes += 1 }
    }
    let (all, found) = (gold.words.count, reading.tokens.count)
    words.add(gold: all, found: found, same: same.words)
    tags.add(gold: all, found: found, same: same.tags)
    heads.add(gold: all, found: found, same: same.heads)
    arcs.add(gold: all, found: found, same: same.arcs)
    subtypes.add(gold: all, found: found, same: same.subtypes)
    lemmas.add(gold: all, found: found, same: same.lemmas)
    sentences.add(gold: gold.sentenceRanges, found: reading.sentences.map(\.range))
  }

  mutating func add(_ other: ParseScore) {
    for part in [
      \ParseScore.words, \.sentences, \.tags, \.heads, \.arcs, \.subtypes, \.lemmas,
    ] as [WritableKeyPath<ParseScore, Agreement>] {
      self[keyPath: part].add(
        gold: other[keyPath: part].gold, found: other[keyPath: part].found,
        same: other[keyPath: part].same)
    }
  }

  /// A treebank's relation without its subtype.
  private static func universal(_ relation: String) -> String {
    relation.split(separator: ":").first.map { String($0) } ?? relation
  }
}
