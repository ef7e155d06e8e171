/// Which country a point lies in, and how far it is from lines.
extension BorderTable {
  /// The country that a point lies in; nil at sea, and where a coast was straightened inland of it.
  ///
  /// - Complexity: O(n) in the points of lines at its latitude.
  public func country(at point: GeoPoint) -> String? {
    var isInside = [Bool](repeating: false, count: countries.count)
    for index in pieceRange {
      let piece = piece(index)
      guard crosses(point.latitude, piece), piece.east >= point.longitude,
        crossings(of: piece, east: point) % 2 == 1
      else { continue }
      for number in [piece.countries.0, piece.countries.1] where isInside.indices.contains(number) {
        isInside[number].toggle()
      }
    }
    return isInside.firstIndex(of: true).flatMap(code)
  }

  /// Whether a point lies in a country.
  ///
  /// - Complexity: O(n) in the points of the country's lines at that latitude.
  public func contains(_ point: GeoPoint, in country: String) -> Bool {
    guard let number = number(of: country) else { return false }
    var isInside = false
    for index in pieceRange {
      let sides = countries(ofPiece: index)
      guard sides.0 == number || sides.1 == number else { continue }
      let piece = piece(index)
      guard crosses(point.latitude, piece), piece.east >= point.longitude else { continue }
      if crossings(of: piece, east: point) % 2 == 1 { isInside.toggle() }
    }
    return isInside
  }

  /// The nearest point of the border between two countries; nil where they share none.
  ///
  /// Where the map draws no border between them, a line that one of them claims counts. Distances
  /// are those of `Globe` to lines straight in degrees, which stray from the source by as much as
  /// it was simplified.
  ///
  /// - Complexity: O(n) in the points of the border.
  public func nearestBorder(between a: String, and b: String, to point: GeoPoint) -> NearestPoint? {
    guard let first = number(of: a), let second = number(of: b), first != second else { return nil }
    for kind in [Kind.border, .claim] {
      let found = nearest(to: point) { index in
        let sides = countries(ofPiece: index)
        return self.kind(ofPiece: index) == kind
          && (sides == (first, second) || sides == (second, first))
      }
      if let found { return found }
    }
    return nil
  }

  /// The nearest point of a country's border on land with any other; nil for an island.
  ///
  /// - Complexity: O(n) in the points of the country's borders.
  public func nearestBorder(of country: String, to point: GeoPoint) -> NearestPoint? {
    nearest(.border, of: country, to: point)
  }

  /// The nearest point of a country's coast; nil for a country without one.
  ///
  /// - Complexity: O(n) in the points of the country's coast.
  public func nearestCoast(of country: String, to point: GeoPoint) -> NearestPoint? {
    nearest(.coast, of: country, to: point)
  }

  /// The middle of the border between two countries and its length in kilometres, as the table
  /// has it; nil where they share none.
  ///
  /// Of a border in several lines, the middle of them laid end to end.
  ///
  /// - Complexity: O(n) in the points of the border.
  public func middle(between a: String, and b: String) -> (point: GeoPoint, length: Double)? {
    let steps = steps(between: a, and: b)
    let length = steps.reduce(0) { $0 + $1.kilometers }
    var way = 0.0
    for step in steps {
      way += step.kilometers
      if way * 2 >= length { return (Globe.middle(step.start, step.end), length) }
    }
    return nil
  }

  private struct Step {
    let start: GeoPoint
    let end: GeoPoint
    let kilometers: Double
  }

  private func steps(between a: String, and b: String) -> [Step] {
    guard let first = number(of: a), let second = number(of: b) else { return [] }
    var steps: [Step] = []
    for index in pieceRange where kind(ofPiece: index) == .border {
      let sides = countries(ofPiece: index)
      guard sides == (first, second) || sides == (second, first) else { continue }
      let piece = piece(index)
      for number in piece.first..<piece.first + max(0, piece.count - 1) {
        let (start, end) = (point(number), point(number + 1))
        steps.append(
          Step(start: start, end: end, kilometers: Globe.kilometers(from: start, to: end)))
      }
    }
    return steps
  }

  private func nearest(_ kind: Kind, of country: String, to point: GeoPoint) -> NearestPoint? {
    guard let number = number(of: country) else { return nil }
    return nearest(to: point) { index in
      let sides = countries(ofPiece: index)
      return self.kind(ofPiece: index) == kind && (sides.0 == number || sides.1 == number)
    }
  }

  private func nearest(to point: GeoPoint, among isWanted: (Int) -> Bool) -> NearestPoint? {
    var best: (point: GeoPoint, kilometers: Double, countries: (Int, Int))?
    for index in pieceRange where isWanted(index) {
      let piece = piece(index)
      if let best,
        abs(piece.nearestLatitude(to: point) - point.latitude) * Globe.degree
          >= best.kilometers
      {
        continue
      }
      for number in piece.first..<piece.first + max(0, piece.count - 1) {
        let near = Self.nearest(
          to: point, between: self.point(number), and: self.point(number + 1))
        let kilometers = Globe.kilometers(from: point, to: near)
        if kilometers < best?.kilometers ?? .infinity {
          best = (near, kilometers, piece.countries)
        }
      }
    }
    return best.map { best in
      NearestPoint(
        point: best.point, kilometers: best.kilometers,
        countries: [best.countries.0, best.countries.1].compactMap(code).sorted())
    }
  }

  /// The nearest point of a line that is straight in degrees, between two points.
  public static func nearest(
    to point: GeoPoint, between a: GeoPoint, and b: GeoPoint
  ) -> GeoPoint {
    let (x1, x2) = (
      Globe.turn(from: point.longitude, to: a.longitude),
      Globe.turn(from: point.longitude, to: b.longitude)
    )
    // A line that goes round the other side of the globe is no line near here.
    guard abs(x2 - x1) < 180 else { return abs(x1) < abs(x2) ? a : b }
    // Twice, so that the width of a degree is that between the two points.
    var latitude = point.latitude
    var share = 0.0
    for _ in 0..<2 {
      let width = Globe.cosine((point.latitude + latitude) / 2)
      let (north, east) = (b.latitude - a.latitude, (x2 - x1) * width)
      let length = north * north + east * east
      let along = (point.latitude - a.latitude) * north - x1 * width * east
      share = length == 0 ? 0 : min(1, max(0, along / length))
      latitude = a.latitude + (b.latitude - a.latitude) * share
    }
    return GeoPoint(
      latitude: latitude,
      longitude: Globe.turn(from: 0, to: point.longitude + x1 + (x2 - x1) * share))
  }

  private func crosses(_ latitude: Double, _ piece: Piece) -> Bool {
    piece.kind != .claim && piece.south <= latitude && latitude <= piece.north
  }

  /// How often a piece crosses the ray from a point to the east.
  private func crossings(of piece: Piece, east point: GeoPoint) -> Int {
    var count = 0
    var a = piece.count == 0 ? point : self.point(piece.first)
    for number in piece.first + 1..<piece.first + max(1, piece.count) {
      let b = self.point(number)
      if (a.latitude > point.latitude) != (b.latitude > point.latitude) {
        let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
        if point.longitude < a.longitude + share * (b.longitude - a.longitude) { count += 1 }
      }
      a = b
    }
    return count
  }
}

extension BorderTable.Piece {
  fileprivate func nearestLatitude(to point: GeoPoint) -> Double {
    min(north, max(south, point.latitude))
  }
}
