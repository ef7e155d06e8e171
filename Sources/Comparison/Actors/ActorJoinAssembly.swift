import Knowledge
import Mentions
import Texts

/// Turns clusters into joined actors, in order of first mention.
struct ActorJoinAssembly {
  let table: ActorTable
  let actors: [[ActorEntity]]

  func result(of clusters: ActorClusters) -> ActorJoin {
    var position: [Int: Int] = [:]
    var members: [[Int]] = []
    for node in clusters.nodes.indices {
      let root = clusters.root(node)
      if let known = position[root] {
        members[known].append(node)
      } else {
        position[root] = members.count
        members.append([node])
      }
    }
    var index = actors.map { Array(repeating: 0, count: $0.count) }
    for (joined, nodes) in members.enumerated() {
      for node in nodes {
        let item = clusters.nodes[node].item
        index[item.report][item.index] = joined
      }
    }
    var byKnown: [Int: Int] = [:]
    for (joined, nodes) in members.enumerated() {
      if let known = clusters.known(nodes[0]), byKnown[known] == nil { byKnown[known] = joined }
    }
    let joined = members.indices.map { position in
      actor(members[position], position, clusters, index: index, byKnown: byKnown)
    }
    return ActorJoin(actors: joined, index: index)
  }

  private func actor(
    _ nodes: [Int], _ position: Int, _ clusters: ActorClusters, index: [[Int]],
    byKnown: [Int: Int]
  ) -> JoinedActor {
    let actors = nodes.map { clusters.nodes[$0].actor }
    let known = clusters.known(nodes[0])
    let named = actors.filter { $0.kind != .unnamed }
    let name = known.map { table[$0].name } ?? fullest(named.isEmpty ? actors : named)
    var forms: [String] = []
    for form in actors.flatMap({ [$0.name] + $0.aliases }) where form != name {
      if !forms.contains(form) { forms.append(form) }
    }
    forms.sort { a, b in a.utf8.count != b.utf8.count ? a.utf8.count > b.utf8.count : a < b }
    var memberOf: [Int] = []
    for node in nodes {
      let item = clusters.nodes[node].item
      guard let parent = clusters.nodes[node].actor.memberOf else { continue }
      let target = index[item.report][parent]
      if target != position, !memberOf.contains(target) { memberOf.append(target) }
    }
    for row in known.map({ table[$0].memberOf }) ?? [] {
      if let target = byKnown[row], target != position, !memberOf.contains(target) {
        memberOf.append(target)
      }
    }
    return JoinedActor(
      name: name, aliases: forms,
      kind: known.flatMap { ActorKind(rawValue: table[$0].kind) } ?? kind(actors),
      country: actors.lazy.compactMap(\.country).first, memberOf: memberOf,
      members: nodes.map { clusters.nodes[$0].item })
  }

  /// The name with the most words, then the longest, then the first.
  private func fullest(_ actors: [ActorEntity]) -> String {
    var best = actors[0].name
    var bestWords = NameWord.words(of: best).count
    for actor in actors.dropFirst() {
      let words = NameWord.words(of: actor.name).count
      if words > bestWords || (words == bestWords && actor.name.utf8.count > best.utf8.count) {
        best = actor.name
        bestWords = words
      }
    }
    return best
  }

  /// The first kind that says more than that it is an organization.
  private func kind(_ actors: [ActorEntity]) -> ActorKind {
    actors.map(\.kind).first { $0 != .organization && $0 != .unnamed } ?? actors[0].kind
  }
}
