public import Knowledge
public import Linguistics
public import Texts

/// Finds places in a report and resolves them by what else the report names.
///
/// Candidates are the longest runs of capitalized tokens that the gazetteer or the table of
/// countries knows. A name that is part of a longer name is left out, and so is a country or
/// capital that speaks (`Kigali denied`). Among namesakes population, the countries in
/// evidence (names, adjectives, divisions) and the words around decide.
public struct PlaceFinder: Sendable {
  private let knowledge: KnowledgeBase

  /// Creates a finder with the tables to look names up in.
  public init(knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// The places of a report and their mentions, in order of first mention.
  ///
  /// - Complexity: O(n log p) in the tokens of the report and the places of the table.
  ///
  /// `taken` are the names of people and organizations, which are no places.
  public func places(
    in reading: Reading, taken: [TextRange] = []
  ) -> (places: [PlaceEntity], mentions: [PlaceMention]) {
    var scan = PlaceScan(reading: reading, knowledge: knowledge, taken: taken)
    let names = scan.names()
    let resolved = PlaceResolver(knowledge: knowledge, evidence: scan.evidence).resolve(names)
    var places: [PlaceEntity] = []
    var mentions: [PlaceMention] = []
    var index: [String: Int] = [:]
    func enter(_ place: PlaceEntity, _ range: TextRange) {
      let key =
        "\(place.geonames ?? 0)|\(place.name)|\(place.country ?? "")|"
        + "\(place.relation?.distanceKm ?? -1)|\(place.relation?.direction ?? "")"
      let known = index[key] ?? places.count
      if known == places.count {
        index[key] = known
        places.append(place)
      }
      mentions.append(PlaceMention(range: range, entity: known))
    }
    for item in resolved { enter(item.place, item.range) }
    for item in RelativePlaces(reading: reading).relativePlaces(to: resolved) {
      enter(item.place, item.range)
    }
    mentions.sort { ($0.range, $0.entity) < ($1.range, $1.entity) }
    return (places, mentions)
  }
}

/// A place name in a text, not yet resolved.
struct PlaceName {
  /// What may be meant.
  enum Meaning {
    case country(NationTable.Nation)
    case candidates([Gazetteer.Entry], areMain: [Bool])
  }
  /// What the words right around it say it is.
  enum Hint { case none, division, town }

  let range: TextRange
  let meaning: Meaning
  let hint: Hint
  /// Whether the words around say that it is a place at all: `in`, `near`, `the town of`.
  let isLocated: Bool
  /// The country named right after it: `Sake, Congo`.
  let country: String?
}

/// A place name with its place.
struct ResolvedPlace {
  let range: TextRange
  let place: PlaceEntity
  let population: Int
}
