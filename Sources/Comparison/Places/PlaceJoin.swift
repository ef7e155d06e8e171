import Knowledge
public import Mentions
import Texts

/// The places of several reports, joined.
public struct PlaceJoin: Sendable {
  /// Joined places, in order of first mention.
  public let places: [JoinedPlace]
  /// For each report, the joined index of each of its places.
  public let index: [[Int]]

  /// Creates a join.
  public init(places: [JoinedPlace], index: [[Int]]) {
    self.places = places
    self.index = index
  }
}

/// One place as several reports know it.
public struct JoinedPlace: Hashable, Sendable {
  /// The place, as the first report that names it resolves it.
  public let place: PlaceEntity
  /// The places of single reports that it joins (indexes into `ReportMentions.places`).
  public var members: [ReportItem]
}

/// Joins places that have one GeoNames id, or one name in one country.
///
/// Relative places ("13 kilometres from …") join only when they say the same thing.
struct PlaceJoiner {
  func join(_ accounts: [ReportAccount]) -> PlaceJoin {
    var places: [JoinedPlace] = []
    var index: [[Int]] = []
    var known: [String: Int] = [:]
    for (report, account) in accounts.enumerated() {
      var row: [Int] = []
      for (position, place) in account.mentions.places.enumerated() {
        let key = key(of: place)
        let item = ReportItem(report: report, index: position)
        if let joined = known[key] {
          places[joined].members.append(item)
          row.append(joined)
        } else {
          known[key] = places.count
          row.append(places.count)
          places.append(JoinedPlace(place: place, members: [item]))
        }
      }
      index.append(row)
    }
    return PlaceJoin(places: places, index: index)
  }

  private func key(of place: PlaceEntity) -> String {
    if let relation = place.relation {
      let distance = relation.distanceKm.map { "\($0)" } ?? "near"
      return "\(place.precision.rawValue) \(distance) \(relation.direction ?? "")"
        + " \(Folding.folded(relation.from)) \(place.country ?? "")"
    }
    if let id = place.geonames { return "geonames \(id)" }
    return "\(place.precision.rawValue) \(place.country ?? "") \(Folding.folded(place.name))"
  }
}

/// The distance in kilometres between two places; nil where one of them is not located.
func distanceKm(_ a: PlaceEntity, _ b: PlaceEntity) -> Double? {
  guard let a = a.point, let b = b.point else { return nil }
  return Globe.kilometers(from: a, to: b)
}
