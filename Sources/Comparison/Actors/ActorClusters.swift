import Knowledge
import Mentions

/// Actors of single reports while they are being joined.
///
/// A union that would bring two different known actors, or two countries' institutions,
/// together is refused.
struct ActorClusters {
  /// One actor of one report.
  struct Node {
    let item: ReportItem
    let actor: ActorEntity
    let names: [ActorName]
  }

  let nodes: [Node]
  private var parent: [Int]
  private var knownActor: [Int?]
  private var country: [String?]

  init(_ nodes: [Node]) {
    self.nodes = nodes
    parent = Array(nodes.indices)
    knownActor = nodes.map(\.actor.knownActor)
    country = nodes.map { $0.actor.kind == .person ? nil : $0.actor.country }
  }

  /// The first node of the cluster that holds `node`.
  func root(_ node: Int) -> Int {
    var node = node
    while parent[node] != node { node = parent[node] }
    return node
  }

  /// The known actor that a cluster is.
  func known(_ node: Int) -> Int? { knownActor[root(node)] }

  /// Whether two nodes can be one actor as far as kind, country and knowledge go.
  func canJoin(_ a: Int, _ b: Int) -> Bool {
    let first = root(a)
    let second = root(b)
    if let x = knownActor[first], let y = knownActor[second], x != y { return false }
    if let x = country[first], let y = country[second], x != y,
      knownActor[first] == nil || knownActor[first] != knownActor[second]
    {
      return false
    }
    return Self.areCompatible(nodes[a].actor.kind, nodes[b].actor.kind)
  }

  /// Joins two clusters unless something speaks against it.
  mutating func join(_ a: Int, _ b: Int) {
    let first = root(a)
    let second = root(b)
    guard first != second, canJoin(a, b) else { return }
    let (low, high) = (min(first, second), max(first, second))
    parent[high] = low
    knownActor[low] = knownActor[low] ?? knownActor[high]
    country[low] = country[low] ?? country[high]
  }

  /// Joins a description of whoever holds an office to the person who does.
  mutating func joinHolder(_ description: Int, to person: Int) {
    let first = root(person)
    let second = root(description)
    guard first != second else { return }
    if let x = country[first], let y = country[second], x != y { return }
    parent[max(first, second)] = min(first, second)
  }

  private static func areCompatible(_ a: ActorKind, _ b: ActorKind) -> Bool {
    if a == b { return true }
    let loose: Set<ActorKind> = [
      .armedGroup, .international, .monitor, .agency, .outlet, .company, .party, .organization,
      .military, .police,
    ]
    if a == .organization { return loose.contains(b) }
    if b == .organization { return loose.contains(a) }
    let forces: Set<ActorKind> = [.armedGroup, .party, .military, .police]
    let media: Set<ActorKind> = [.agency, .outlet]
    return forces.isSuperset(of: [a, b]) || media.isSuperset(of: [a, b])
  }
}
