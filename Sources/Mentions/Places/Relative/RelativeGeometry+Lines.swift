import Knowledge
import Texts

/// Places by borders and coasts.
///
/// A border is measured at the named place next to it in the text, T: the report's nearest one
/// within 150 km of the line, no dateline. With Q the point of the line nearest to T, d the distance
/// said and ρ its rounding:
///
/// | words | center | radius |
/// |---|---|---|
/// | d from the border | d from the line, from Q towards T, on the side of T's country | ρ + the larger of T's radius and the way from T |
/// | near, along, on the border | Q | 10 + the way to T |
/// | d inside C | d from the line, in C | as above |
/// | off the coast of T | 10 (or d) out to sea from the coast point nearest to T | half of that, or d · sin 22.5° + ρ; and T's radius |
///
/// Without such a T, the center lies at the middle of the line and the radius is half its length.
extension RelativeGeometry {
  private static let farFromLine = 150.0
  private static let offshore = 10.0

  // MARK: Borders

  /// A border with what the report says of it.
  private struct Border {
    /// One country or both.
    let countries: [String]
    /// The side that is meant; nil where that is open.
    let side: String?
  }

  func border(_ numbers: [Int], _ phrase: RelativePhrase) -> RelativeArea? {
    var named = context.countries(of: numbers)
    if named.isEmpty { named = context.borderTakenUp(by: phrase) }
    guard let border = border(named, phrase) else { return nil }
    return area(border, phrase)
  }

  func inland(_ country: PlaceEntity, _ phrase: RelativePhrase) -> RelativeArea? {
    guard let code = country.country, let borders else { return nil }
    let neighbors = borders.neighbors(of: code)
    let other = context.countries(around: phrase).first(where: neighbors.contains)
    return area(Border(countries: [code] + (other.map { [$0] } ?? []), side: code), phrase)
  }

  /// Which border: of the two countries named, here or before, or of one named and a neighbor that the report
  /// speaks of, or of the country that the report speaks of.
  private func border(_ named: [String], _ phrase: RelativePhrase) -> Border? {
    guard let borders else { return nil }
    let around = context.countries(around: phrase)
    let home = context.places(around: phrase).lazy.compactMap(\.country).first
    switch named.count {
    case 0:
      guard let home = home ?? around.first(where: { !borders.neighbors(of: $0).isEmpty }) else {
        return nil
      }
      let neighbors = borders.neighbors(of: home)
      // "the border" of a report on two neighbors is theirs.
      let others = around.filter(neighbors.contains)
      return Border(countries: [home] + (others.count == 1 ? others : []), side: home)
    case 1:
      let neighbors = borders.neighbors(of: named[0])
      guard !neighbors.isEmpty else { return nil }
      let other = around.first { $0 != named[0] && neighbors.contains($0) }
      // "the border with Chad" is seen from its other side, unless the towns lie in Chad.
      return Border(
        countries: named + (other.map { [$0] } ?? []), side: home == named[0] ? home : other)
    default:
      let pair = Array(named.prefix(2))
      return Border(countries: pair, side: home.flatMap { pair.contains($0) ? $0 : nil })
    }
  }

  private func nearest(_ border: Border, to point: GeoPoint) -> BorderTable.NearestPoint? {
    border.countries.count > 1
      ? borders?.nearestBorder(between: border.countries[0], and: border.countries[1], to: point)
      : borders?.nearestBorder(of: border.countries[0], to: point)
  }

  private func area(_ border: Border, _ phrase: RelativePhrase) -> RelativeArea? {
    for place in context.places(around: phrase) {
      guard let point = place.point, let near = nearest(border, to: point),
        near.kilometers <= Self.farFromLine
      else { continue }
      let own = (place.radiusMeters ?? 0) / 1000
      var area = RelativeArea(country: border.side)
      guard let distance = phrase.distance else {
        area.center = near.point
        area.radius = Self.near + near.kilometers
        return area
      }
      let center = self.point(distance, from: near.point, border, towards: point)
      area.center = center
      area.radius = distance.rounding + max(own, Globe.kilometers(from: center, to: point))
      return border.side == nil ? inItsCountry(area) : area
    }
    return middle(border, phrase)
  }

  private func middle(_ border: Border, _ phrase: RelativePhrase) -> RelativeArea? {
    guard border.countries.count > 1,
      let line = borders?.middle(between: border.countries[0], and: border.countries[1])
    else { return nil }
    var area = RelativeArea(center: line.point, radius: line.length / 2, country: border.side)
    if let distance = phrase.distance {
      area.center = point(distance, from: line.point, border, towards: line.point)
      area.radius += distance.kilometers
    }
    return area
  }

  /// A point at a distance from a border, on its right side: straight towards another point when
  /// that leads there, else in the direction of sixteen that comes closest to the distance.
  private func point(
    _ distance: SpokenDistance, from start: GeoPoint, _ border: Border, towards target: GeoPoint
  ) -> GeoPoint {
    func fault(_ point: GeoPoint) -> Double {
      if let side = border.side, borders?.contains(point, in: side) != true { return .infinity }
      guard let near = nearest(border, to: point) else { return .infinity }
      return abs(near.kilometers - distance.kilometers)
    }
    let (north, east) = Globe.offset(from: start, to: target)
    let way = (north * north + east * east).squareRoot()
    if way > 0.5 {
      let share = distance.kilometers / way
      let straight = Globe.point(from: start, north: north * share, east: east * share)
      if fault(straight) <= distance.rounding { return straight }
    }
    let choices = Self.sixteen.map { direction in
      Globe.point(
        from: start, north: direction.north * distance.kilometers,
        east: direction.east * distance.kilometers)
    }
    let best = choices.min {
      (fault($0), Globe.kilometers(from: $0, to: target))
        < (fault($1), Globe.kilometers(from: $1, to: target))
    }
    guard let best, fault(best) < .infinity else { return start }
    return best
  }

  /// Unit vectors of sixteen directions.
  private static let sixteen: [(north: Double, east: Double)] = {
    let quarter = [(1.0, 0.0), (0.9239, 0.3827), (0.7071, 0.7071), (0.3827, 0.9239)]
    return quarter + quarter.map { (-$0.1, $0.0) } + quarter.map { (-$0.0, -$0.1) }
      + quarter.map { ($0.1, -$0.0) }
  }()

  // MARK: Coasts

  func coast(_ place: PlaceEntity, _ phrase: RelativePhrase) -> RelativeArea? {
    guard let borders, let country = place.country else {
      return phrase.distance == nil ? nil : RelativeArea(country: place.country)
    }
    // For a whole country, the coast by the town that the report names, else its middle.
    let towns = context.places(around: phrase).filter { $0.country == country }
    let anchor = place.isWholeCountry ? towns.first ?? place : place
    guard let point = anchor.point, let near = borders.nearestCoast(of: country, to: point) else {
      return nil
    }
    let size = (anchor.radiusMeters ?? 0) / 1000
    guard near.kilometers <= max(50, size) else { return nil }
    let distance = phrase.distance?.kilometers ?? Self.offshore
    func fault(_ point: GeoPoint) -> Double {
      guard borders.country(at: point) == nil,
        let coast = borders.nearestCoast(of: country, to: point)
      else { return .infinity }
      return abs(coast.kilometers - distance)
    }
    let choices = Self.sixteen.map { direction in
      Globe.point(
        from: near.point, north: direction.north * distance, east: direction.east * distance)
    }
    let best = choices.min { fault($0) < fault($1) }
    guard let best, fault(best) < .infinity else { return nil }
    let spread =
      phrase.distance.map { $0.kilometers * CompassPoint.spread + $0.rounding } ?? distance / 2
    return RelativeArea(center: best, radius: spread + size, country: country)
  }
}
