import Knowledge

/// Outlines of countries taken apart into lines, each with the country on either side.
///
/// In the source, neighbors have their common border point for point, so an edge that two
/// outlines share is a border and one that a single outline has is a coast.
struct BorderNetwork {
  /// A point in ten-thousandths of a degree.
  private struct Corner: Hashable, Comparable {
    let latitude: Int
    let longitude: Int

    init(_ point: [Double]) {
      latitude = Int((point[1] * 10_000).rounded())
      longitude = Int((point[0] * 10_000).rounded())
    }

    var point: GeoPoint {
      GeoPoint(latitude: Double(latitude) / 10_000, longitude: Double(longitude) / 10_000)
    }

    static func < (a: Corner, b: Corner) -> Bool {
      (a.latitude, a.longitude) < (b.latitude, b.longitude)
    }
  }

  private struct Edge: Hashable {
    let low: Corner
    let high: Corner

    init(_ a: Corner, _ b: Corner) {
      low = min(a, b)
      high = max(a, b)
    }
  }

  private struct Label: Hashable {
    let kind: BorderTable.Kind
    let countries: [String]
  }

  private var owners: [Edge: [String]] = [:]

  /// Adds the rings of a landmass.
  mutating func add(_ polygon: [[[Double]]], country: String) {
    for ring in polygon {
      let corners = ring.map { Corner($0) }
      for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) where a != b {
        owners[Edge(a, b), default: []].append(country)
      }
    }
  }

  /// The lines, each as long as its countries stay the same.
  func lines() -> [BorderWriter.Line] {
    var labels: [Edge: Label] = [:]
    var neighbors: [Corner: [Corner]] = [:]
    for (edge, owners) in owners {
      guard let label = Self.label(edge, owners) else { continue }
      labels[edge] = label
      neighbors[edge.low, default: []].append(edge.high)
      neighbors[edge.high, default: []].append(edge.low)
    }
    let corners = neighbors.keys.sorted()
    for corner in corners { neighbors[corner]?.sort() }
    var used: Set<Edge> = []
    var lines: [BorderWriter.Line] = []
    // First from corners where lines meet, then around what is left: islands.
    for isRing in [false, true] {
      for corner in corners {
        let next = neighbors[corner] ?? []
        if !isRing && next.count == 2
          && labels[Edge(corner, next[0])] == labels[Edge(corner, next[1])]
        {
          continue
        }
        for step in next where !used.contains(Edge(corner, step)) {
          guard let label = labels[Edge(corner, step)] else { continue }
          var path = [corner]
          var here = corner
          var ahead: Corner? = step
          while let there = ahead {
            used.insert(Edge(here, there))
            path.append(there)
            let ways = neighbors[there] ?? []
            ahead = ways.first { $0 != here && ways.count == 2 }
              .flatMap { used.contains(Edge(there, $0)) ? nil : $0 }
              .flatMap { labels[Edge(there, $0)] == label ? $0 : nil }
            here = there
          }
          lines.append(
            BorderWriter.Line(
              kind: label.kind, countries: label.countries, points: path.map(\.point)))
        }
      }
    }
    return lines
  }

  /// What an edge is; nil between two landmasses of one country.
  private static func label(_ edge: Edge, _ owners: [String]) -> Label? {
    let countries = Set(owners)
    if countries.count > 1 { return Label(kind: .border, countries: countries.sorted()) }
    guard owners.count == 1 else { return nil }
    let isSeam =
      abs(edge.low.longitude) >= 1_799_990 && abs(edge.high.longitude) >= 1_799_990
      || edge.low.latitude <= -899_990 && edge.high.latitude <= -899_990
    return Label(kind: isSeam ? .seam : .coast, countries: owners)
  }
}

/// Leaves out points of a line that hardly bend it (Douglas and Peucker 1973).
enum Straightening {
  /// Kilometres by which a border may move: less than the rounding of any distance from it.
  static let border = 0.05
  /// Kilometres by which a coast may move.
  static let coast = 0.5

  static func straightened(_ line: BorderWriter.Line) -> BorderWriter.Line {
    var line = line
    let tolerance = line.kind == .coast ? coast : border
    let points = line.points
    // The ends of a ring are one point, which measures nothing: it is cut at its farthest.
    if let first = points.first, first == points.last, points.count > 3 {
      let far = points.indices.max {
        Globe.kilometers(from: first, to: points[$0])
          < Globe.kilometers(from: first, to: points[$1])
      }
      let middle = far ?? points.count / 2
      line.points =
        kept(points[...middle], tolerance) + kept(points[middle...], tolerance).dropFirst()
    } else {
      line.points = kept(points[...], tolerance)
    }
    return line
  }

  /// The ends, and of the points between them those that lie off the line of the kept ones.
  private static func kept(_ points: ArraySlice<GeoPoint>, _ tolerance: Double) -> [GeoPoint] {
    guard let first = points.first, let last = points.last, points.count > 2 else {
      return Array(points)
    }
    var worst: (index: Int, distance: Double) = (points.startIndex, 0)
    for index in points.indices.dropFirst().dropLast() {
      let near = BorderTable.nearest(to: points[index], between: first, and: last)
      let distance = Globe.kilometers(from: points[index], to: near)
      if distance > worst.distance { worst = (index, distance) }
    }
    guard worst.distance > tolerance else { return [first, last] }
    return kept(points[...worst.index], tolerance)
      + kept(points[worst.index...], tolerance).dropFirst()
  }
}
