public import Knowledge
import Mentions
import Texts

/// Joins the actors of several reports.
///
/// In order of certainty: the same known actor; the same name; spellings of one name; a person's
/// short name; an acronym and what it stands for; an institution whose country only some
/// reports name; the same description with a country. A single word that two different names
/// share never joins them, and what a report itself joins stays joined.
public struct ActorJoiner: Sendable {
  let table: ActorTable

  /// Creates a joiner with the tables to look names up in.
  public init(knowledge: KnowledgeBase) { table = knowledge.actors }

  /// Joins the actors of `accounts`; the result is in order of first mention.
  ///
  /// - Complexity: O(n²) in the actors of all reports.
  public func join(_ accounts: [ReportAccount]) -> ActorJoin {
    join(actors: accounts.map(\.mentions.actors))
  }

  /// Joins the actors of several reports, given report by report.
  func join(actors: [[ActorEntity]]) -> ActorJoin {
    var nodes: [ActorClusters.Node] = []
    for (report, actors) in actors.enumerated() {
      for (index, actor) in actors.enumerated() {
        nodes.append(
          ActorClusters.Node(
            item: ReportItem(report: report, index: index), actor: actor, names: names(of: actor)))
      }
    }
    var clusters = ActorClusters(nodes)
    joinKnown(&clusters)
    joinNames(&clusters)
    joinPersons(&clusters)
    joinAcronyms(&clusters)
    joinInstitutions(&clusters)
    joinShortNames(&clusters)
    joinUnnamed(&clusters)
    joinOffices(&clusters)
    return ActorJoinAssembly(table: table, actors: actors).result(of: clusters)
  }

  private func names(of actor: ActorEntity) -> [ActorName] {
    guard actor.kind != .unnamed else { return [] }
    var names: [ActorName] = []
    for form in [actor.name] + actor.aliases
    where actor.kind != .person || !hasTitle(form) {
      if let name = ActorName(form), !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Whether a form used of a person is more than the name: `President Ruiz`, `Interior Minister`.
  private func hasTitle(_ form: String) -> Bool {
    let words = NameWord.words(of: form)
    if let last = words.last, let noun = table.nouns.noun(last),
      !noun.uses.isDisjoint(with: [.role, .speaker])
    {
      return true
    }
    guard let match = table.nouns.match(words, at: 0, end: words.count) else { return false }
    return match.words.count < words.count
      && !match.value.uses.isDisjoint(with: [.title, .role, .speaker])
  }

  func isCommon(_ word: Word) -> Bool { table.nouns.isNoun(word) }

  private func joinKnown(_ clusters: inout ActorClusters) {
    var first: [Int: Int] = [:]
    for (index, node) in clusters.nodes.enumerated() {
      guard let known = node.actor.knownActor else { continue }
      if let other = first[known] { clusters.join(other, index) } else { first[known] = index }
    }
  }

  /// Names of two or more words, and single words that are nobody else's last or first.
  private func joinNames(_ clusters: inout ActorClusters) {
    let nodes = clusters.nodes
    for b in nodes.indices {
      for a in nodes.indices where a < b {
        guard clusters.root(a) != clusters.root(b), clusters.canJoin(a, b) else { continue }
        let isSame = nodes[a].names.contains { first in
          nodes[b].names.contains { second in
            if nodes[a].actor.kind == .person, first.words.count == 1 { return false }
            if first.words.count == 1, second.words.count == 1 {
              return first.words == second.words
                ? isOwnName(first, of: nodes[a]) && isOwnName(second, of: nodes[b])
                : first.isVariant(of: second)
                  && isOwnName(first, of: nodes[a]) && isOwnName(second, of: nodes[b])
            }
            return first.isVariant(of: second)
          }
        }
        if isSame { clusters.join(a, b) }
      }
    }
  }

  /// Whether a single word is a whole name, and not the common last word of a longer one.
  private func isOwnName(_ name: ActorName, of node: ActorClusters.Node) -> Bool {
    if name.acronym != nil { return true }
    guard name.words.count == 1, !isCommon(name.words[0]) else { return false }
    return !node.names.contains { $0.words.count > 1 && $0.words.contains(name.words[0]) }
      || node.names.contains { $0.words.count > 1 && $0.words.first == name.words[0] }
  }

  private func joinPersons(_ clusters: inout ActorClusters) {
    let nodes = clusters.nodes
    let persons = nodes.indices.filter { nodes[$0].actor.kind == .person }
    for b in persons {
      for a in persons where a < b && clusters.root(a) != clusters.root(b) {
        let isSame = nodes[a].names.contains { first in
          nodes[b].names.contains { isSamePerson(first, $0) }
        }
        if isSame { clusters.join(a, b) }
      }
    }
    // A bare last name is someone's when only one person bears it.
    for b in persons {
      guard let name = nodes[b].names.max(by: { $0.words.count < $1.words.count }),
        name.words.count == 1
      else { continue }
      let bearers = Set(
        persons.filter { a in
          a != b
            && nodes[a].names.contains { other in
              guard let last = other.spellings.last else { return false }
              return NameSkeleton.areVariants(last, name.spellings[0])
            }
        }.map { clusters.root($0) })
      let full = bearers.filter { root in
        persons.contains { person in
          clusters.root(person) == root && nodes[person].names.contains { $0.words.count > 1 }
        }
      }
      if full.count == 1, let only = full.first {
        clusters.join(only, b)
      } else if full.isEmpty, let first = bearers.min() {
        clusters.join(first, b)
      }
    }
  }

  /// The same last name, and first names that are the same or one the other's initial.
  private func isSamePerson(_ a: ActorName, _ b: ActorName) -> Bool {
    guard a.words.count > 1, b.words.count > 1, let lastA = a.spellings.last,
      let lastB = b.spellings.last, NameSkeleton.areVariants(lastA, lastB)
    else { return false }
    let firstA = a.spellings[0]
    let firstB = b.spellings[0]
    if NameSkeleton.areVariants(firstA, firstB) { return true }
    return (firstA.count == 1 || firstB.count == 1) && firstA.first == firstB.first
  }

  private func joinAcronyms(_ clusters: inout ActorClusters) {
    let nodes = clusters.nodes
    for b in nodes.indices where nodes[b].actor.kind != .person || nodes[b].names.count == 1 {
      if nodes[b].names.contains(where: { $0.words.count > 1 }) { continue }
      for acronym in nodes[b].names.compactMap(\.acronym) {
        let fitting = nodes.indices.filter { a in
          a != b && nodes[a].actor.kind != .person && clusters.canJoin(a, b)
            && nodes[a].names.contains { $0.canBeShortened(to: acronym) }
        }
        let roots = Set(fitting.map { clusters.root($0) })
        if roots.count == 1, let only = fitting.first { clusters.join(only, b) }
      }
    }
  }

  /// `the Interior Ministry` is the one ministry of that kind whose country is named.
  private func joinInstitutions(_ clusters: inout ActorClusters) {
    let nodes = clusters.nodes
    for b in nodes.indices {
      guard nodes[b].actor.knownActor == nil, nodes[b].actor.country == nil,
        let institution = institution(named: nodes[b].actor.name)
      else { continue }
      var known: Set<Int> = []
      var first: Int?
      for a in nodes.indices {
        guard let row = clusters.known(a),
          table.institution(ofActor: row)?.institution == institution
        else { continue }
        known.insert(row)
        first = first ?? a
      }
      if known.count == 1, let first {
        clusters.join(first, b)
      } else if known.isEmpty,
        let other = nodes.indices.first(where: { a in
          a < b && nodes[a].actor.knownActor == nil && nodes[a].actor.country == nil
            && self.institution(named: nodes[a].actor.name) == institution
        })
      {
        clusters.join(other, b)
      }
    }
  }

  private func institution(named name: String) -> Int? {
    let words = NameWord.words(of: name)
    guard let match = table.institution(in: words, at: 0, end: words.count),
      match.words.count == words.count
    else { return nil }
    return match.value
  }

  /// `Iraqi officials` here and there; not `officials`, not `an Iraqi official`.
  private func joinUnnamed(_ clusters: inout ActorClusters) {
    var first: [[Word]: Int] = [:]
    for (index, node) in clusters.nodes.enumerated() where node.actor.kind == .unnamed {
      guard let key = nominalKey(node.actor.name) else { continue }
      if let other = first[key] { clusters.join(other, index) } else { first[key] = index }
    }
  }

  /// The words of a description with its country's name made one; nil without a country or
  /// for one person.
  private func nominalKey(_ name: String) -> [Word]? {
    let words = NameWord.words(of: name)
    guard let last = words.last, table.nouns.noun(last)?.isPlural == true else { return nil }
    var key: [Word] = []
    var hasNation = false
    var index = 0
    while index < words.count {
      if words[index].isCapitalized,
        let match = table.nation(in: words, at: index, end: words.count)
      {
        key.append(Word(folding: table.nations[match.value.nation].code))
        index = match.words.upperBound
        hasNation = true
      } else {
        key.append(words[index].word)
        index += 1
      }
    }
    return hasNation ? key : nil
  }
}
