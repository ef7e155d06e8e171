import Knowledge
import Texts

/// Turns the words of relative places into circles.
///
/// With r the radius of the place named, d the distance said and ρ its rounding, in kilometres:
///
/// | words | center | radius |
/// |---|---|---|
/// | d north of T | d north of T | d · sin 22.5° + ρ |
/// | d from T | T | d + ρ |
/// | north of T | r + 10 north of T | r + 10 |
/// | near T | T | r + 10 |
/// | outside T, outskirts of T | T | r + 5 |
/// | the T area, around T | T | r + 20 |
/// | between A and B, on the road from A to B | halfway | half the distance between them |
///
/// Borders and coasts are in `RelativeGeometry+Lines.swift`. No radius is below one kilometre.
struct RelativeGeometry {
  let context: RelativeContext
  var borders: BorderTable? { context.borders }

  /// Kilometres beyond a place's own radius that words without a number reach.
  static let near = 10.0
  static let outside = 5.0
  static let area = 20.0
  /// Places farther apart than this have no meaningful `between`.
  private static let longest = 400.0
  /// Places wider than this have no meaningful `north of`.
  private static let widest = 100.0

  /// Where a phrase means; nil when that cannot be told at all.
  func area(of phrase: RelativePhrase) -> RelativeArea? {
    let area: RelativeArea? =
      switch phrase.base {
      case .place(let number): beside(context.anchors[number].place, phrase)
      case .between(let a, let b):
        between(context.anchors[a].place, context.anchors[b].place)
      case .border(let numbers): border(numbers, phrase)
      case .coast(let number): coast(context.anchors[number].place, phrase)
      case .inland(let number): inland(context.anchors[number].place, phrase)
      case .unknown: nil
      }
    return area.map { area in
      var area = area
      area.radius = max(1, area.radius)
      return area
    }
  }

  private func beside(_ place: PlaceEntity, _ phrase: RelativePhrase) -> RelativeArea? {
    var area = RelativeArea(country: place.country)
    let own = (place.radiusMeters ?? 0) / 1000
    guard let point = place.point, !place.isWholeCountry else {
      return phrase.distance == nil ? nil : area
    }
    if let distance = phrase.distance {
      // Kilometres north of a province: from where, nobody knows.
      guard own <= Self.widest else { return area }
      guard let direction = phrase.direction else {
        area.center = point
        area.radius = distance.kilometers + distance.rounding
        return area
      }
      area.center = moved(point, by: distance.kilometers, direction)
      area.radius = distance.kilometers * CompassPoint.spread + distance.rounding
      return inItsCountry(area)
    }
    if let direction = phrase.direction {
      guard own <= Self.widest else { return nil }
      area.radius = own + Self.near
      area.center = moved(point, by: area.radius, direction)
      return inItsCountry(area)
    }
    area.center = point
    area.admin1 = place.admin1
    area.radius = own + reach(of: phrase.wording)
    return area
  }

  private func reach(of wording: RelativePhrase.Wording) -> Double {
    switch wording {
    case .outside: Self.outside
    case .area: Self.area
    default: Self.near
    }
  }

  private func between(_ a: PlaceEntity, _ b: PlaceEntity) -> RelativeArea? {
    guard let first = a.point, let second = b.point else { return nil }
    let distance = Globe.kilometers(from: first, to: second)
    guard distance > 0, distance <= Self.longest else { return nil }
    let area = RelativeArea(
      center: Globe.middle(first, second), radius: distance / 2,
      country: a.country == b.country ? a.country : nil,
      admin1: a.admin1 == b.admin1 ? a.admin1 : nil)
    return inItsCountry(area)
  }

  func moved(_ point: GeoPoint, by kilometers: Double, _ direction: CompassPoint) -> GeoPoint {
    let (north, east) = direction.vector
    return Globe.point(from: point, north: north * kilometers, east: east * kilometers)
  }

  /// A circle with the country that its center lies in, where borders are known.
  func inItsCountry(_ area: RelativeArea) -> RelativeArea {
    guard let center = area.center, let country = borders?.country(at: center) else { return area }
    var area = area
    area.country = country
    return area
  }
}

extension PlaceEntity {
  /// Whether it is a country, or a part of the world that is wider or no country.
  var isWholeCountry: Bool { precision == .country }
}
