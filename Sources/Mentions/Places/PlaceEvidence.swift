import Knowledge
import Texts

/// What the places of a report say about each other: which countries, divisions and districts
/// they lie in and where on the globe, each counted by how likely it is meant.
struct PlaceEvidence {
  private struct Point {
    let group: Int
    let place: GeoPoint
    let weight: Double
  }

  private var countries: [String: Double] = [:]
  private var divisions: [Int: Double] = [:]
  private var districts: [Int: Double] = [:]
  private var points: [Point] = []
  private var total = 0.0

  /// At most so many meanings of a name count as points.
  private static let mostPoints = 3
  /// Kilometres at which nearness is a half.
  private static let halfway = 40.0
  /// What is added to sums that divide, so that a single name does not decide everything.
  private static let doubt = 0.5

  /// The evidence of groups whose options are so likely.
  init(_ groups: [PlaceGroup], likely: [[Double]]) {
    for (number, group) in groups.enumerated() {
      total += group.weight
      add(group, likely[number], sign: 1)
      let best = likely[number].indices.sorted {
        (likely[number][$1], $0) < (likely[number][$0], $1)
      }
      for option in best.prefix(Self.mostPoints) where likely[number][option] > 0.05 {
        let entry = group.options[option].entry
        guard entry.kind.rawValue > Gazetteer.Kind.country.rawValue else { continue }
        points.append(
          Point(
            group: number, place: entry.point,
            weight: group.weight * likely[number][option]))
      }
    }
  }

  private mutating func add(_ group: PlaceGroup, _ likely: [Double], sign: Double) {
    for (option, likely) in zip(group.options, likely) where likely > 0 {
      let weight = sign * group.weight * likely
      let entry = option.entry
      if !entry.country.isEmpty { countries[entry.country, default: 0] += weight }
      if let division = entry.division { divisions[division, default: 0] += weight }
      if let district = entry.district { districts[district, default: 0] += weight }
    }
  }

  /// The evidence without one group's own.
  func without(_ number: Int, _ group: PlaceGroup, likely: [Double]) -> PlaceEvidence {
    var rest = self
    rest.add(group, likely, sign: -1)
    rest.total -= group.weight
    rest.points.removeAll { $0.group == number }
    return rest
  }

  /// How much of the evidence is for a country, 0 to 1.
  func share(ofCountry code: String) -> Double {
    code.isEmpty ? 0 : max(0, countries[code] ?? 0) / (total + Self.doubt)
  }

  /// How much is for the division of an entry, 0 to 1.
  func share(ofDivision number: Int?) -> Double {
    number.map { max(0, divisions[$0] ?? 0) / (total + Self.doubt) } ?? 0
  }

  /// How much is for the district of an entry, 0 to 1.
  func share(ofDistrict number: Int?) -> Double {
    number.map { max(0, districts[$0] ?? 0) / (total + Self.doubt) } ?? 0
  }

  /// How near the other places are, 0 to 1.
  func nearness(of entry: Gazetteer.Entry) -> Double {
    guard entry.kind.rawValue > Gazetteer.Kind.country.rawValue else { return 0 }
    var sum = 0.0
    for point in points {
      let distance = Globe.kilometers(from: entry.point, to: point.place)
      sum += point.weight / (1 + distance / Self.halfway)
    }
    return sum / (total + Self.doubt)
  }
}

/// The decimal logarithm, exact enough for ranking; the core links no libm for it.
func log10(_ value: Double) -> Double {
  let exponent = Double(value.exponent)
  let fraction = value.significand  // 1 up to 2
  // log2 of the fraction by a quadratic through its ends and middle.
  let log2 = exponent + (fraction - 1) * (1.33 - 0.33 * (fraction - 1))
  return log2 * 0.301_029_995_66
}

/// Numbers that sum to 1 and grow with scores: their exponentials, to a thousandth.
func softmax(_ scores: [Double]) -> [Double] {
  guard let best = scores.max() else { return [] }
  let powers = scores.map { score in
    // 2ⁿ · 2ᶠ, the latter by its series.
    let power = max(-60, (score - best) * 1.442_695_040_888_963_4)
    let whole = power.rounded(.down)
    let x = (power - whole) * 0.693_147_180_559_945_3
    let fraction = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5))))
    return Double(sign: .plus, exponent: Int(whole), significand: fraction)
  }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
