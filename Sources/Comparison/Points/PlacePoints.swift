import Claims
import Mentions
import Texts

extension PointFinder {
  /// Where it happened: each report's most specific place.
  func places() -> [Point] {
    var values: [Point.Value] = []
    var joined: [Int] = []
    for (report, event) in mainEvents {
      guard let local = event.places.first else { continue }
      let place = ledger.places.index[report][local]
      let position = joined.firstIndex(of: place) ?? values.count
      if position == values.count {
        values.append(Point.Value(value: name(of: ledger.places.places[place].place)))
        joined.append(place)
      }
      values[position].add(
        report: report, origin: ledger.origins.ofReport[report],
        evidence: mention(of: local, in: report))
    }
    return point(.place, subject: "where it happened", values: values) { a, b in
      let (x, y) = (ledger.places.places[joined[a]], ledger.places.places[joined[b]])
      if x.place.isInside(y.place) || y.place.isInside(x.place) {
        return (.refine, "one place lies within the other")
      }
      if let distance = distanceKm(x.place, y.place), distance <= 25 {
        return (.refine, "the places are \(Int(distance.rounded())) km apart")
      }
      let reports = Set(x.members.map(\.report)).union(y.members.map(\.report))
      let both = reports.filter { report in
        x.members.contains { $0.report == report } && y.members.contains { $0.report == report }
      }
      return both.isEmpty
        ? (.contradict, "different places, and no report names both")
        : (.unknownScope, "a report names both places; there may be two sites (R4)")
    }
  }

  /// How far from somewhere: relative places with one anchor, compared in kilometres.
  func distances() -> [Point] {
    struct Distance {
      let report: Int
      let local: Int
      let kilometers: Double
      let anchor: [Word]
      let from: String
    }
    var distances: [Distance] = []
    for (report, account) in ledger.accounts.enumerated() {
      for (local, place) in account.mentions.places.enumerated() {
        guard let relation = place.relation, let kilometers = relation.distanceKm else { continue }
        let words = relation.from.utf8.split(whereSeparator: { !($0 | 0x20 >= 0x61) })
          .map { Word(folding: String(Substring($0))) }
          .filter { !anchorStopWords.contains($0) }
        distances.append(
          Distance(
            report: report, local: local, kilometers: kilometers, anchor: words,
            from: relation.from))
      }
    }
    var groups: [[Distance]] = []
    for distance in distances {
      let home = groups.firstIndex { group in
        group.contains { !Set($0.anchor).isDisjoint(with: distance.anchor) }
      }
      if let home { groups[home].append(distance) } else { groups.append([distance]) }
    }
    return groups.flatMap { group -> [Point] in
      var values: [Point.Value] = []
      var kilometers: [Double] = []
      for distance in group {
        let position =
          kilometers.firstIndex { abs($0 - distance.kilometers) < 0.05 } ?? values.count
        if position == values.count {
          values.append(Point.Value(value: "\(tenths(distance.kilometers)) km"))
          kilometers.append(distance.kilometers)
        }
        values[position].add(
          report: distance.report, origin: ledger.origins.ofReport[distance.report],
          evidence: mention(of: distance.local, in: distance.report))
      }
      return point(.distance, subject: "distance from \(group[0].from)", values: values) { a, b in
        // Figures in round miles or kilometres carry half a mile of rounding each.
        abs(kilometers[a] - kilometers[b]) <= 1.61
          ? (.agree, "equal within half a mile of rounding on each side")
          : (.contradict, "the distances differ by more than rounding explains")
      }
    }
  }

  private func name(of place: PlaceEntity) -> String {
    var parts = [place.name]
    if let admin = place.admin1, admin != place.name { parts.append(admin) }
    if let country = place.country, place.precision != .country { parts.append(country) }
    return parts.joined(separator: ", ")
  }

  private func mention(of place: Int, in report: Int) -> Evidence? {
    ledger.accounts[report].mentions.placeMentions.first { $0.entity == place }
      .map { Evidence(report: report, range: $0.range) }
  }

  private func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return scaled % 10 == 0 ? "\(scaled / 10)" : "\(scaled / 10).\(scaled % 10)"
  }
}

extension PlaceEntity {
  /// Whether it lies within a country or province.
  func isInside(_ whole: PlaceEntity) -> Bool {
    guard let country = whole.country, self.country == country else { return false }
    switch whole.precision {
    case .country: return true
    case .province: return admin1 == whole.name || admin1 == whole.admin1
    default: return false
    }
  }
}

/// Words that say nothing about which anchor is meant.
private let anchorStopWords: Set<Word> = [
  "the", "of", "from", "with", "a", "an", "city", "town", "village", "province", "and", "s",
]
