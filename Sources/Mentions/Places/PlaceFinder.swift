public import Knowledge
public import Linguistics
public import Texts

/// Finds places in a report and resolves them by what else the report names.
///
/// Candidates are the longest runs of capitalized tokens that the gazetteer knows. A name that is
/// part of a longer name is left out, and so is a country or capital that speaks (`Kigali
/// denied`). What a name means is decided by `PlaceResolver`; a small place that nothing else in
/// the report speaks for is taken for a chance hit and left out.
public struct PlaceFinder: Sendable {
  private let knowledge: KnowledgeBase

  /// Creates a finder with the tables to look names up in.
  public init(knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// The places of a report and their mentions, in order of first mention.
  ///
  /// - Complexity: O(n log p + m²) in the tokens of the report, the places of the table and the
  ///   different names.
  ///
  /// `taken` are the names of people and organizations, which are no places.
  public func places(
    in reading: Reading, taken: [TextRange] = []
  ) -> (places: [PlaceEntity], mentions: [PlaceMention]) {
    let names = PlaceScan(reading: reading, knowledge: knowledge, taken: taken).names()
    let datelines = Datelines(in: reading).ranges()
    let anchors = zip(names, resolutions(of: names)).compactMap { name, resolution in
      resolution.flatMap { place(name, $0, datelines) }
    }
    var places: [PlaceEntity] = []
    var mentions: [PlaceMention] = []
    var index: [String: Int] = [:]
    func enter(_ place: PlaceEntity, _ range: TextRange, isDateline: Bool = false) {
      let key = Self.key(of: place)
      let known = index[key] ?? places.count
      if known == places.count {
        index[key] = known
        places.append(place)
      }
      mentions.append(PlaceMention(range: range, entity: known, isDateline: isDateline))
    }
    for anchor in anchors where !anchor.isEvidence {
      enter(anchor.place, anchor.range, isDateline: anchor.isDateline)
    }
    let relative = RelativePlaces(reading: reading, borders: knowledge.borders)
    for item in relative.relativePlaces(to: anchors) { enter(item.place, item.range) }
    mentions.sort { ($0.range, $0.entity) < ($1.range, $1.entity) }
    return (places, mentions)
  }

  /// What given words mean as places, one a range; nil where the gazetteer does not know them.
  ///
  /// `watch` is given, for each round of `PlaceResolver` and each range, the candidates with what
  /// is counted of them, in the order of `PlaceFinder.counted`.
  public func places(
    at ranges: [TextRange], in reading: Reading,
    watch: (
      (_ round: Int, _ range: Int, _ candidates: [Gazetteer.Entry], _ counts: [[Double]]) ->
        Void
    )? = nil
  ) -> [PlaceEntity?] {
    let scan = PlaceScan(reading: reading, knowledge: knowledge)
    // Other names of the report count as evidence too.
    let others = scan.names().filter { name in !ranges.contains { $0.overlaps(name.range) } }
    let given = ranges.map { scan.name(in: $0) }
    let names = given.compactMap { $0 } + others
    var next = 0
    let place = given.map { name -> Int? in
      defer { next += name == nil ? 0 : 1 }
      return name == nil ? nil : next
    }
    let found = resolutions(of: names) { round, name, options, counts in
      guard let range = place.firstIndex(of: name) else { return }
      watch?(round, range, options.map(\.entry), counts)
    }
    return place.map { number in
      guard let number, let resolution = found[number], let best = resolution.best else {
        return nil
      }
      return entity(best.entry)
    }
  }

  /// What is counted of a candidate, in the order of the numbers given to `watch`.
  public static var counted: [String] { PlaceResolver.names }

  private func resolutions(
    of names: [PlaceName],
    watch: ((_ round: Int, _ name: Int, _ options: [PlaceOption], _ counts: [[Double]]) -> Void)? =
      nil
  ) -> [PlaceResolver.Resolution?] {
    let (groups, group) = PlaceGroup.groups(of: names)
    let found = PlaceResolver(weights: knowledge.placeWeights).resolutions(groups) {
      round, number, counts in
      guard let watch, let name = group.firstIndex(of: number) else { return }
      watch(round, name, groups[number].options, counts)
    }
    return group.map { found[$0] }
  }

  private static func key(of place: PlaceEntity) -> String {
    var key = "\(place.geonames ?? 0)|\(place.name)|\(place.country ?? "")"
    if let relation = place.relation {
      key += "|\(relation.distanceKm ?? -1)|\(relation.direction ?? "")|\(relation.from)"
      key += "|\(place.latitude ?? 0)|\(place.longitude ?? 0)"
    }
    return key
  }

  /// A small place whose name stands without any sign of being one is a chance hit, and so is
  /// a place of a country that nothing else in the report speaks of.
  private func place(
    _ name: PlaceName, _ resolution: PlaceResolver.Resolution, _ datelines: [TextRange]
  ) -> ResolvedPlace? {
    guard let best = resolution.best, isPlausible(best.entry, name, resolution.evidence) else {
      return nil
    }
    return ResolvedPlace(
      range: name.range, place: entity(best.entry), isEvidence: !name.isPlace,
      isCapital: best.isCapital, isDateline: datelines.contains { $0.contains(name.range) })
  }

  private func isPlausible(
    _ entry: Gazetteer.Entry, _ name: PlaceName, _ evidence: PlaceEvidence
  ) -> Bool {
    let share = evidence.share(ofCountry: entry.country)
    switch entry.kind {
    case .region, .country: return true
    case .division: return share > 0.05 || name.hint == .area || !name.containers.isEmpty
    case .district: return !name.containers.isEmpty || share > 0.15 && name.isLocated
    case .place:
      if !name.containers.isEmpty || share > 0.05 && name.isLocated { return true }
      if share < 0.02 { return entry.population >= 1_000_000 }
      if entry.population >= 100_000 { return true }
      if share >= 0.15 && name.hint != .area { return entry.population >= 3_000 }
      return name.isLocated && entry.population >= 15_000
    }
  }

  private func entity(_ entry: Gazetteer.Entry) -> PlaceEntity {
    let isWide = entry.kind == .country || entry.kind == .region
    let admin =
      isWide
      ? nil : entry.division.flatMap { number in knowledge.gazetteer?.area(number).name }
    let precision: PlaceEntity.Precision =
      switch entry.kind {
      case .region, .country: .country
      case .division: .province
      case .district: .district
      case .place: .town
      }
    // A town of a million spreads over some ten kilometres, one of ten thousand over one.
    let radius =
      entry.kind == .place
      ? max(1_000, Double(entry.population).squareRoot() * 10) : entry.radius
    return PlaceEntity(
      name: entry.name, country: entry.country.isEmpty ? nil : entry.country, admin1: admin,
      latitude: entry.latitude, longitude: entry.longitude,
      geonames: entry.geonames == 0 ? nil : entry.geonames, precision: precision,
      radiusMeters: radius.rounded())
  }
}

/// A name with the place that it stands for.
struct ResolvedPlace {
  let range: TextRange
  let place: PlaceEntity
  /// Whether it speaks of a place but is none: `Congolese`, a country that speaks.
  let isEvidence: Bool
  /// Whether it is its country's capital.
  let isCapital: Bool
  /// Whether it says where the report was filed.
  let isDateline: Bool
}
