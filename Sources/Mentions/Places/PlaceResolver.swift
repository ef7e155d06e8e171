import Knowledge
import Texts

/// Chooses what each place name means.
struct PlaceResolver {
  private let knowledge: KnowledgeBase
  private var evidence: [String: Double]

  init(knowledge: KnowledgeBase, evidence: [String: Double]) {
    self.knowledge = knowledge
    self.evidence = evidence
  }

  /// The names that are places, resolved, in their order.
  func resolve(_ names: [PlaceName]) -> [ResolvedPlace] {
    var judge = self
    // First round: names that can only be large places or divisions add evidence.
    for name in names {
      if let code = name.country { judge.evidence[code, default: 0] += 1 }
      guard case .candidates(let entries, let areMain) = name.meaning else { continue }
      guard let best = judge.best(entries, areMain, name) else { continue }
      if best.margin > 1.5 { judge.evidence[best.entry.country, default: 0] += 0.7 }
    }
    let divisions = judge.divisionsNamed(names)
    return names.compactMap { name in
      switch name.meaning {
      case .country(let nation): return judge.country(nation, name)
      case .candidates(let entries, let areMain):
        guard let best = judge.best(entries, areMain, name, divisions: divisions),
          judge.isPlausible(best.entry, name)
        else { return nil }
        return judge.place(best.entry, name)
      }
    }
  }

  private func divisionsNamed(_ names: [PlaceName]) -> Set<String> {
    var named: Set<String> = []
    for name in names {
      guard case .candidates(let entries, _) = name.meaning else { continue }
      for entry in entries where entry.kind == .division && weight(entry.country) > 0 {
        named.insert("\(entry.country)\(entry.division ?? -1)")
      }
    }
    return named
  }

  /// How much of the evidence is for a country, 0 to 1.
  private func weight(_ country: String) -> Double {
    let total = evidence.values.reduce(0, +)
    return total == 0 ? 0 : (evidence[country] ?? 0) / total
  }

  private func best(
    _ entries: [Gazetteer.Entry], _ areMain: [Bool], _ name: PlaceName,
    divisions: Set<String> = []
  ) -> (entry: Gazetteer.Entry, margin: Double)? {
    var scored: [(Double, Int)] = []
    for (index, entry) in entries.enumerated() {
      var score = log10(Double(entry.population) + 100) * 0.8
      let share = weight(entry.country)
      if share > 0 { score += 1.5 + 3 * share }
      if areMain[index] { score += 0.6 }
      if let country = name.country { score += country == entry.country ? 4 : -2 }
      switch (name.hint, entry.kind) {
      case (.division, .division): score += 3
      case (.town, .place): score += 2
      case (.none, .division): score -= 0.5
      default: break
      }
      if entry.kind == .place, let division = entry.division,
        divisions.contains("\(entry.country)\(division)")
      {
        score += 1.5
      }
      scored.append((score, index))
    }
    scored.sort { ($1.0, $0.1) < ($0.0, $1.1) }
    guard let first = scored.first else { return nil }
    let margin = first.0 - (scored.dropFirst().first?.0 ?? 0)
    return (entries[first.1], margin)
  }

  /// A small place whose name stands without any sign of being one is a chance hit, and so is
  /// a place of a country that nothing else in the report speaks of.
  private func isPlausible(_ entry: Gazetteer.Entry, _ name: PlaceName) -> Bool {
    let share = weight(entry.country)
    if let country = name.country { return country == entry.country }
    if share == 0 && evidence.values.reduce(0, +) >= 4 { return entry.population >= 1_000_000 }
    if share > 0 && name.isLocated { return true }
    if entry.kind == .division { return share > 0 || name.hint == .division }
    if entry.population >= 100_000 { return true }
    if share >= 0.15 && name.hint != .division { return entry.population >= 3_000 }
    return name.isLocated && entry.population >= 15_000
  }

  private func country(_ nation: NationTable.Nation, _ name: PlaceName) -> ResolvedPlace {
    // A country's middle is its people's middle, as far as the divisions tell it.
    let place = PlaceEntity(
      name: nation.name, country: nation.code, precision: .country)
    return ResolvedPlace(range: name.range, place: place, population: 0)
  }

  private func place(_ entry: Gazetteer.Entry, _ name: PlaceName) -> ResolvedPlace {
    let isDivision = entry.kind == .division
    let admin = entry.division.flatMap { knowledge.gazetteer?.division($0).name }
    // A town of a million spreads over some ten kilometres, one of ten thousand over one.
    let radius = isDivision ? entry.radius : max(1_000, Double(entry.population).squareRoot() * 10)
    let place = PlaceEntity(
      name: entry.name, country: entry.country, admin1: admin, latitude: entry.latitude,
      longitude: entry.longitude, geonames: entry.geonames,
      precision: isDivision ? .province : .town, radiusMeters: radius.rounded())
    return ResolvedPlace(range: name.range, place: place, population: entry.population)
  }
}

/// The decimal logarithm, exact enough for ranking; the core links no libm for it.
private func log10(_ value: Double) -> Double {
  let exponent = Double(value.exponent)
  let fraction = value.significand  // 1 up to 2
  // log2 of the fraction by a quadratic through its ends and middle.
  let log2 = exponent + (fraction - 1) * (1.33 - 0.33 * (fraction - 1))
  return log2 * 0.301_029_995_66
}
