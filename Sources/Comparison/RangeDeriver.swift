public import Claims

/// A figure derived from all claims of one kind, category and scope, as a standard wants it.
public struct DerivedRange: Hashable, Sendable {
  /// One step of the derivation.
  public struct Step: Hashable, Sendable {
    /// The rule's id, `R1` to `R19`.
    public let rule: String
    /// Tolls it was given.
    public let tolls: [ReportItem]
    /// What was done.
    public let what: String
  }

  /// What happened to them.
  public let kind: Toll.Kind
  /// Who they are.
  public let category: Toll.Category
  /// Whose people, where stated: a joined actor.
  public let side: Int?
  /// `acled`, `ucdp`, `airwars`, or `all` where they agree.
  public let standard: String
  /// Lowest.
  public let low: Int
  /// Best; nil when the standard has none.
  public let best: Int?
  /// Highest.
  public let high: Int?
  /// How the numbers were got.
  public let derivation: [Step]
}

/// Derives ranges from the main event's figures.
///
/// ACLED takes the lowest figure of a category (R11); UCDP the lowest, the best supported
/// and the highest (R12); Airwars the span of all. Figures that count part of a stated whole
/// are left out (R5), and so is everything of other events (R6).
struct RangeDeriver {
  let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  func ranges() -> [DerivedRange] {
    var ranges: [DerivedRange] = []
    for kind in Toll.Kind.allCases {
      let figures = current(ledger.figures(of: kind)).filter { $0.toll.scope.partOf == nil }
      for category in Toll.Category.allCases {
        let members = figures.filter { $0.toll.category == category }
        for side in sides(of: members) {
          let group = members.filter { $0.side == side }
          ranges += derived(kind, category, side, from: group)
        }
      }
    }
    return ranges
  }

  private func sides(of figures: [Figure]) -> [Int?] {
    var sides: [Int?] = []
    for figure in figures where !sides.contains(figure.side) { sides.append(figure.side) }
    return sides
  }

  /// Figures that no later one of the same claimant and scope replaces (R3).
  private func current(_ figures: [Figure]) -> [Figure] {
    figures.filter { old in
      !figures.contains { new in
        guard let claimant = old.claimant, claimant == new.claimant,
          old.toll.category == new.toll.category, old.side == new.side,
          let before = old.published, let after = new.published
        else { return false }
        return after > before
      }
    }
  }

  private func derived(
    _ kind: Toll.Kind, _ category: Toll.Category, _ side: Int?, from group: [Figure]
  ) -> [DerivedRange] {
    let items = group.map(\.item)
    guard let low = group.map(\.low).min(), let top = group.map({ $0.high ?? $0.low }).max() else {
      return []
    }
    let origins = DerivedRange.Step(
      rule: "R2", tolls: items,
      what: "figures: \(group.count); origins: \(Set(group.map(\.origin)).count)")
    func range(_ standard: String, _ low: Int, _ best: Int?, _ high: Int, _ step: (String, String))
      -> DerivedRange
    {
      DerivedRange(
        kind: kind, category: category, side: side, standard: standard, low: low, best: best,
        high: high,
        derivation: [origins, .init(rule: step.0, tolls: items, what: step.1)])
    }
    if low == top {
      return [range("all", low, low, top, ("R12", "every figure gives the same number"))]
    }
    let best = bestSupported(group)
    var ranges: [DerivedRange] = []
    if kind == .killed {
      ranges.append(range("acled", low, low, low, ("R11", "the lowest figure of the category")))
      ranges.append(
        range(
          "ucdp", low, best, top, ("R12", "lowest, best supported (the lower on a tie), highest")))
    }
    if kind == .killed || kind == .wounded {
      ranges.append(range("airwars", low, nil, top, ("R8", "the span of all figures")))
    }
    return ranges.isEmpty
      ? [range("all", low, best, top, ("R8", "the span of all figures"))] : ranges
  }

  /// The number that most origins give; the lower one on a tie.
  private func bestSupported(_ group: [Figure]) -> Int {
    var support: [Int: Set<Int>] = [:]
    for figure in group { support[figure.low, default: []].insert(figure.origin) }
    let best = support.max { a, b in (a.value.count, b.key) < (b.value.count, a.key) }
    return best?.key ?? 0
  }
}
