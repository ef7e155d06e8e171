/// Who took words from whom, laid out in layers: a source stands left of its takers.
///
/// The same graph has the same places: layers by the longest way from a source, within a
/// layer the order of the reports.
struct LineageGraph {
  /// A report, or a source that is none.
  struct Node {
    let id: String
    let name: String
    /// A second line.
    let detail: String
    let isReport: Bool
  }

  /// Words on their way, or shared in no known direction.
  struct Link {
    let from: String
    let to: String
    let isDirected: Bool
    let isSure: Bool
    let label: String
  }

  /// A node's box, in pixels.
  struct Box {
    let node: Node
    let x: Int
    let y: Int
    let height: Int
  }

  /// A link from the right side of one box to the left side of another.
  struct Line {
    let link: Link
    let from: (x: Int, y: Int)
    let to: (x: Int, y: Int)
    /// Where it passes below the boxes of the layers between: left ends as long as a box is wide.
    let lanes: [(x: Int, y: Int)]
  }

  static let boxWidth = 190
  static let gap = 215
  /// The straight end of a link, under its label.
  static let labelWidth = 150
  private static let margin = 8
  private static let portHeight = 22
  private static let leastHeight = 46
  private static let laneHeight = 22

  /// Every link as a sentence, for those who do not see the graph.
  let sentences: [String]
  let boxes: [Box]
  let lines: [Line]
  let width: Int
  let height: Int

  /// Lays out a graph; links to nodes that are not there are left out.
  ///
  /// - Complexity: O(nodes · links).
  init(nodes: [Node], links: [Link], sentences: [String]) {
    self.sentences = sentences
    var index: [String: Int] = [:]
    for (number, node) in nodes.enumerated() where index[node.id] == nil {
      index[node.id] = number
    }
    let arcs = links.compactMap { link -> Arc? in
      guard let from = index[link.from], let to = index[link.to], from != to else { return nil }
      return Arc(from: from, to: to, link: link)
    }
    let layers = Self.layers(count: nodes.count, arcs)
    let placed = arcs.map { $0.oriented(by: layers) }
    let order = Self.order(of: nodes, arcs)
    var boxes: [Int: Box] = [:]
    var lanes: [[(x: Int, y: Int)]] = placed.map { _ in [] }
    var bottom = 0
    for layer in 0...(layers.max() ?? 0) {
      let x = Self.margin + layer * (Self.boxWidth + Self.gap)
      var y = Self.margin
      for node in order where layers[node] == layer {
        let ports = placed.count { $0.to == node }
        let height = max(Self.leastHeight, Self.portHeight * ports + 8)
        boxes[node] = Box(
          node: nodes[node], x: x, y: y, height: height)
        y += height + 20
      }
      for (number, arc) in placed.enumerated()
      where layers[arc.from] < layer && layer < layers[arc.to] {
        lanes[number].append((x, y))
        y += Self.laneHeight
      }
      bottom = max(bottom, y)
    }
    self.boxes = order.compactMap { boxes[$0] }
    lines = Self.lines(placed, lanes, boxes)
    width = 2 * Self.margin + (layers.max() ?? 0) * (Self.boxWidth + Self.gap) + Self.boxWidth
    height = bottom
  }

  /// A link between nodes by number.
  private struct Arc {
    var from: Int
    var to: Int
    let link: Link

    /// A link without a direction runs from the lower layer to the higher.
    func oriented(by layers: [Int]) -> Arc {
      guard !link.isDirected, layers[from] > layers[to] else { return self }
      return Arc(from: to, to: from, link: link)
    }
  }

  /// The longest way from a source to each node; what only shares words stands right of the other.
  private static func layers(count: Int, _ arcs: [Arc]) -> [Int] {
    var layers = [Int](repeating: 0, count: count)
    var directed = arcs.filter(\.link.isDirected)
    func relax() {
      // A graph with a cycle, which no lineage has, must end too.
      for _ in 0..<count {
        var isDone = true
        for arc in directed where layers[arc.to] <= layers[arc.from] && layers[arc.from] < count {
          layers[arc.to] = layers[arc.from] + 1
          isDone = false
        }
        if isDone { return }
      }
    }
    relax()
    var isPlaced = [Bool](repeating: false, count: count)
    for arc in directed { (isPlaced[arc.from], isPlaced[arc.to]) = (true, true) }
    for arc in arcs where !arc.link.isDirected {
      let isReversed = isPlaced[arc.to] && !isPlaced[arc.from]
      let (from, to) = isReversed ? (arc.to, arc.from) : (arc.from, arc.to)
      if !isPlaced[to] || layers[from] == layers[to] {
        directed.append(Arc(from: from, to: to, link: arc.link))
        relax()
      }
      (isPlaced[from], isPlaced[to]) = (true, true)
    }
    return layers
  }

  /// Reports in their order; a source that is none of them before the first of its takers.
  private static func order(of nodes: [Node], _ arcs: [Arc]) -> [Int] {
    func key(_ node: Int) -> (Int, Int, Int) {
      if nodes[node].isReport { return (node, 1, node) }
      return (arcs.filter { $0.from == node }.map(\.to).min() ?? node, 0, node)
    }
    return nodes.indices.sorted { key($0) < key($1) }
  }

  private static func lines(
    _ arcs: [Arc], _ lanes: [[(x: Int, y: Int)]], _ boxes: [Int: Box]
  ) -> [Line] {
    var lines: [Line] = []
    for target in boxes.keys.sorted() {
      guard let box = boxes[target] else { continue }
      func height(_ number: Int) -> Int {
        lanes[number].last?.y ?? boxes[arcs[number].from]?.y ?? 0
      }
      let incoming = arcs.indices.filter { arcs[$0].to == target }.sorted { a, b in
        (height(a), arcs[a].from, a) < (height(b), arcs[b].from, b)
      }
      for (port, number) in incoming.enumerated() {
        let arc = arcs[number]
        guard let source = boxes[arc.from] else { continue }
        let step = box.height / (incoming.count + 1)
        lines.append(
          Line(
            link: arc.link, from: (source.x + boxWidth, source.y + source.height / 2),
            to: (box.x, box.y + step * (port + 1)), lanes: lanes[number]))
      }
    }
    return lines
  }
}
