import Knowledge
import Texts

/// A name in a text that may be a place's, not yet resolved.
struct PlaceName {
  /// What the words right around it say it is.
  enum Hint { case none, area, place }

  let range: TextRange
  let key: PlaceKey
  /// What may be meant.
  let options: [PlaceOption]
  let hint: Hint
  /// Whether the words around say that it is a place at all: `in`, `near`, `the town of`.
  let isLocated: Bool
  /// Areas named beside it that hold it, each with all that its words may mean: `Sake, Congo`.
  let containers: [[Gazetteer.Entry]]
  /// False for evidence that is no place itself: `Congolese`, a country that speaks.
  let isPlace: Bool
}

/// One of the places or areas that a name may stand for.
struct PlaceOption {
  let entry: Gazetteer.Entry
  /// The name is its usual one.
  let isMainName: Bool
  /// It is its country's capital.
  let isCapital: Bool

  /// Whether it lies in an area, as far as is known.
  func lies(in area: Gazetteer.Entry) -> Bool {
    switch area.kind {
    case .region, .place: false
    case .country: entry.country == area.country && entry.kind != .country
    case .division: entry.division == area.division && entry.kind.rawValue > area.kind.rawValue
    case .district: entry.district == area.district && entry.kind == .place
    }
  }
}

/// Names of one report that mean the same: written alike, all or none with words that say they are
/// areas, and with no different areas beside them.
struct PlaceGroup {
  let options: [PlaceOption]
  private(set) var names: [PlaceName]

  /// The groups of some names, in order of first mention.
  static func groups(of names: [PlaceName]) -> (groups: [PlaceGroup], group: [Int]) {
    var groups: [PlaceGroup] = []
    var known: [PlaceKey: [Int]] = [:]
    var group: [Int] = []
    for name in names {
      let same = known[name.key, default: []].first { groups[$0].takes(name) }
      if let same {
        groups[same].names.append(name)
        group.append(same)
      } else {
        known[name.key, default: []].append(groups.count)
        group.append(groups.count)
        groups.append(PlaceGroup(options: name.options, names: [name]))
      }
    }
    return (groups, group)
  }

  /// Whether a name with the same words says nothing else of where it lies.
  private func takes(_ name: PlaceName) -> Bool {
    guard let first = names.first, (first.hint == .area) == (name.hint == .area) else {
      return false
    }
    guard let area = name.containers.first?.first else { return true }
    let mine = names.compactMap { $0.containers.first?.first }
    return mine.isEmpty || mine.contains { $0.geonames == area.geonames && $0.name == area.name }
  }

  /// Whether a town of the same usual name lies in a division: Kano in Kano.
  func hasTown(in area: Gazetteer.Entry) -> Bool {
    area.kind == .division
      && options.contains { $0.entry.kind == .place && $0.isMainName && $0.lies(in: area) }
  }

  /// How much it says about the rest of the report: the square root of its mentions, 3 at most.
  var weight: Double { min(3, Double(names.count).squareRoot()) }
}
