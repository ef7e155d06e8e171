/// Numbers that fall into sets which only ever grow together (union-find).
struct Sets: Sendable {
  private var parents: [Int]

  /// Each of `count` numbers is a set of its own.
  init(count: Int) { parents = Array(0..<count) }

  /// The least number of the set that holds `number`.
  mutating func root(of number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    var next = number
    while parents[next] != root { (parents[next], next) = (root, parents[next]) }
    return root
  }

  /// Makes one set of the two that hold `a` and `b`.
  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(of: a), root(of: b))
    parents[max(x, y)] = min(x, y)
  }
}
