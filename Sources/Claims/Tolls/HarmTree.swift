import Linguistics
import Mentions
import Texts

/// The dependencies of one sentence between its atoms: a second opinion on whom a verb of harm
/// harms, for subjects and objects that stand too far from it for a scan of the words.
struct HarmTree {
  private let heads: [Int?]
  private let relations: [Relation?]

  /// Takes the tree of a sentence; nil when the reading has none.
  ///
  /// - Complexity: O(n) in the sentence's atoms.
  init?(_ reading: Reading, sentence: Int, atoms: [Atom]) {
    guard !reading.dependencies.isEmpty else { return nil }
    let tokens = reading.sentences[sentence].tokens
    var atomOf = [Int?](repeating: nil, count: tokens.count)
    var atom = 0
    for token in tokens {
      while atom < atoms.count, atoms[atom].range.end <= reading.tokens[token].start { atom += 1 }
      guard atom < atoms.count else { break }
      if atoms[atom].range.overlaps(reading.tokens[token].range) {
        atomOf[token - tokens.lowerBound] = atom
      }
    }
    var heads = [Int?](repeating: nil, count: atoms.count)
    var relations = [Relation?](repeating: nil, count: atoms.count)
    for token in tokens {
      guard let atom = atomOf[token - tokens.lowerBound], relations[atom] == nil else { continue }
      let dependency = reading.dependencies[token]
      relations[atom] = dependency.relation
      guard let head = dependency.head, tokens.contains(head) else { continue }
      heads[atom] = atomOf[head - tokens.lowerBound]
    }
    self.heads = heads
    self.relations = relations
  }

  /// The atoms that head the noun phrases harmed by a verb, the first with those joined to it.
  ///
  /// An intransitive verb (`died`) harms its subject; a passive one has a form of `be` before it.
  func harmed(by verb: Int, isIntransitive: Bool, isPassive: Bool) -> [Int] {
    if isIntransitive { return joined(to: child(of: verb, [.nsubj, .nsubjPass])) }
    if let subject = child(of: verb, [.nsubjPass]) { return joined(to: subject) }
    if isPassive { return joined(to: child(of: verb, [.nsubj])) }
    if let object = child(of: verb, [.obj]) { return joined(to: object) }
    switch relations[verb] {
    case .acl?:
      // `the seven people, most of them women, killed in`
      return joined(to: heads[verb])
    case .conj?:
      // `was chased through the streets and killed`
      guard child(of: verb, [.nsubj]) == nil, let first = heads[verb] else { return [] }
      return joined(to: child(of: first, [.nsubjPass]))
    default: return []
    }
  }

  private func child(of head: Int, _ wanted: Set<Relation>) -> Int? {
    heads.indices.first { index in
      heads[index] == head && relations[index].map { wanted.contains($0) } ?? false
    }
  }

  private func joined(to noun: Int?) -> [Int] {
    guard let noun else { return [] }
    return [noun]
      + heads.indices.filter { heads[$0] == noun && relations[$0] == .conj && $0 > noun }
  }
}
