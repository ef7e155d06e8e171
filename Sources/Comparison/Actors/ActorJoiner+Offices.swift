import Knowledge
import Mentions
import Texts

extension ActorJoiner {
  /// `the Herders` for what another report names `the Herders' Union`: a word in the name of just
  /// one organization, and no common noun or country.
  func joinShortNames(_ clusters: inout ActorClusters) {
    let nodes = clusters.nodes
    for b in nodes.indices where nodes[b].actor.kind != .person && nodes[b].actor.kind != .unnamed {
      guard nodes[b].names.allSatisfy({ $0.words.count == 1 }), let name = nodes[b].names.first,
        name.acronym == nil, name.spellings[0].count >= 4, !isCommon(name.words[0]),
        !isNation(nodes[b].actor.name)
      else { continue }
      let fitting = nodes.indices.filter { a in
        a != b && nodes[a].actor.kind != .person && clusters.canJoin(a, b)
          && nodes[a].names.contains { other in
            other.words.count > 1
              && other.spellings.contains { NameSkeleton.areVariants($0, name.spellings[0]) }
          }
      }
      if Set(fitting.map { clusters.root($0) }).count == 1 { clusters.join(fitting[0], b) }
    }
  }

  private func isNation(_ name: String) -> Bool {
    let words = NameWord.words(of: name)
    return table.nation(in: words, at: 0, end: words.count) != nil
  }

  /// An office held for one body or country: `the Union's spokeswoman` is the only person whom
  /// the reports name as its spokesperson.
  func joinOffices(_ clusters: inout ActorClusters) {
    let nodes = clusters.nodes
    var start: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() where node.item.index == 0 {
      start[node.item.report] = index
    }
    var order: [Office] = []
    var holders: [Office: [Int]] = [:]
    for (index, node) in nodes.enumerated()
    where node.actor.kind == .person || node.actor.kind == .unnamed {
      for office in node.actor.offices.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        guard let body = body(of: node, start: start, clusters) else { continue }
        let held = Office(name: office, body: body)
        if holders[held] == nil { order.append(held) }
        holders[held, default: []].append(index)
      }
    }
    for indexes in order.compactMap({ holders[$0] }) {
      let unnamed = indexes.filter { nodes[$0].actor.kind == .unnamed }
      guard let first = unnamed.first else { continue }
      for other in unnamed.dropFirst() { clusters.join(first, other) }
      let named = indexes.filter { nodes[$0].actor.kind == .person }
      if Set(named.map { clusters.root($0) }).count == 1 {
        clusters.joinHolder(first, to: named[0])
      }
    }
  }

  /// An office of a body.
  private struct Office: Hashable {
    enum Body: Hashable {
      case actor(Int)
      case country(String)
    }
    let name: [Word]
    let body: Body
  }

  private func body(
    of node: ActorClusters.Node, start: [Int: Int], _ clusters: ActorClusters
  ) -> Office.Body? {
    if let parent = node.actor.memberOf, let first = start[node.item.report] {
      return .actor(clusters.root(first + parent))
    }
    return node.actor.country.map { .country($0) }
  }
}
