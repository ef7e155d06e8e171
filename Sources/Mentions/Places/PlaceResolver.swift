import Knowledge
import Texts

/// Chooses what each place name of a report means.
///
/// A conditional logit model over the candidates of each name: what a candidate is and how large,
/// what the words beside the name say, and what the report's other names are. The other names are
/// resolved by the same model, so it goes over them a few times.
struct PlaceResolver {
  /// A name's meanings with how likely they are.
  struct Resolution {
    let group: PlaceGroup
    let likely: [Double]
    let evidence: PlaceEvidence

    /// The likeliest option.
    var best: PlaceOption? {
      guard let most = likely.max() else { return nil }
      return likely.firstIndex(of: most).map { group.options[$0] }
    }
  }

  /// What is counted, in the order of the numbers that `counts` gives.
  static let names = [
    "size", "region", "country", "division", "district", "main name", "capital",
    "of the country", "of the division", "of the district", "near", "in the area beside it",
    "outside the area beside it", "area by its words", "place by its words", "against its words",
    "small and unheard of", "area named like its town",
  ]

  private let first: [Double]
  private let later: [Double]

  private static let rounds = 3

  init(weights: PlaceWeights) {
    func ordered(_ values: [Double]) -> [Double] {
      Self.names.map { name in weights.names.firstIndex(of: name).map { values[$0] } ?? 0 }
    }
    first = ordered(weights.first)
    later = ordered(weights.later)
  }

  /// The meanings of groups of names.
  ///
  /// `watch` is given the numbers of each group's options in every round, for training.
  func resolutions(
    _ groups: [PlaceGroup],
    watch: ((_ round: Int, _ group: Int, _ counts: [[Double]]) -> Void)? = nil
  ) -> [Resolution] {
    // At first only names that can mean one thing say something.
    var likely = groups.map { group in
      [Double](repeating: group.options.count == 1 ? 1 : 0, count: group.options.count)
    }
    var evidence = PlaceEvidence(groups, likely: likely)
    for round in 0..<Self.rounds {
      let weights = round == 0 ? first : later
      var next: [[Double]] = []
      for (number, group) in groups.enumerated() {
        let rest = evidence.without(number, group, likely: likely[number])
        let counts = group.options.map { Self.counts($0, in: group, rest) }
        watch?(round, number, counts)
        next.append(softmax(counts.map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }))
      }
      likely = next
      evidence = PlaceEvidence(groups, likely: likely)
    }
    return zip(groups, likely).enumerated().map { number, item in
      Resolution(
        group: item.0, likely: item.1,
        evidence: evidence.without(number, item.0, likely: item.1))
    }
  }

  /// What speaks for and against an option.
  private static func counts(
    _ option: PlaceOption, in group: PlaceGroup, _ evidence: PlaceEvidence
  ) -> [Double] {
    let entry = option.entry
    let isPlace = entry.kind == .place
    let containers = group.names.flatMap(\.containers)
    let isInside = containers.contains { $0.contains(where: option.lies(in:)) }
    let isArea = group.names.contains { $0.hint == .area }
    let isTown = group.names.contains { $0.hint == .place }
    let country = evidence.share(ofCountry: entry.country)
    let size = log10(Double(entry.population) + 100) - 2
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    return [
      isPlace ? size : 0,
      flag(entry.kind == .region), flag(entry.kind == .country), flag(entry.kind == .division),
      flag(entry.kind == .district),
      flag(option.isMainName), flag(option.isCapital),
      country, evidence.share(ofDivision: entry.division),
      evidence.share(ofDistrict: entry.district), evidence.nearness(of: entry),
      flag(isInside), flag(!containers.isEmpty && !isInside),
      flag(isArea && (entry.kind == .division || entry.kind == .district)),
      flag(isTown && isPlace),
      flag(isArea && isPlace || isTown && !isPlace),
      flag(isPlace && country < 0.05) * max(0, 3 - size),
      flag(!isPlace && !isArea && group.hasTown(in: entry)),
    ]
  }
}
