import Knowledge
import Linguistics
import Texts

/// Finds places given by other places and says where they lie: `13 km from the border`.
struct RelativePlaces {
  let reading: Reading
  let borders: BorderTable?

  /// Relative places with their words; coordinates where what they are measured from is resolved.
  ///
  /// Words with a number are kept even if nobody knows what they are measured from, since the
  /// number can be compared; others are left out then.
  func relativePlaces(to anchors: [ResolvedPlace]) -> [(place: PlaceEntity, range: TextRange)] {
    let scan = RelativeScan(reading: reading, anchors: anchors)
    let geometry = RelativeGeometry(
      context: RelativeContext(
        reading: reading, anchors: anchors, borders: borders, namedBorders: scan.namedBorders()))
    return scan.phrases().compactMap { phrase in
      let area = geometry.area(of: phrase)
      guard area != nil || phrase.distance != nil else { return nil }
      return (entity(phrase, area), reading.range(ofTokens: phrase.tokens))
    }
  }

  private func entity(_ phrase: RelativePhrase, _ area: RelativeArea?) -> PlaceEntity {
    let isVicinity = phrase.distance == nil && phrase.direction == nil && phrase.wording.isVicinity
    return PlaceEntity(
      name: reading.text[reading.range(ofTokens: phrase.tokens)],
      country: area?.country, admin1: area?.admin1, latitude: area?.center?.latitude,
      longitude: area?.center?.longitude, precision: isVicinity ? .vicinity : .relative,
      radiusMeters: area.flatMap { $0.center == nil ? nil : ($0.radius * 1000).rounded() },
      relation: PlaceEntity.Relation(
        distanceKm: phrase.distance?.kilometers, direction: phrase.direction?.rawValue,
        from: reading.text[phrase.from]))
  }
}

/// Where something lies: a circle, as far as it is known.
struct RelativeArea {
  var center: GeoPoint?
  /// Kilometres.
  var radius = 0.0
  var country: String?
  var admin1: String?
}

extension RelativePhrase.Wording {
  /// Whether the words mean the surroundings of what they name and not somewhere beside it.
  var isVicinity: Bool {
    switch self {
    case .near, .outside, .area: true
    case .distance, .direction, .between, .road, .offshore: false
    }
  }
}
