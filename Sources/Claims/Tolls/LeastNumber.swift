public import Linguistics
import Texts

/// The least number of people that a report gives for its main event: figures told again count
/// once, those that come on top are added, parts never.
///
/// A report gives a total at its top and goes into detail below, or tells in turn of one person
/// and of others. What the figures' words decide: a figure that says the same as one of an earlier
/// sentence is that figure told again; `another`, `also` and their like add; the rest are details
/// of the total when they do not exceed it, else more people.
public struct LeastNumber: Sendable {
  /// A figure as it is counted: its words' lower bound may be set by a convention for vague words.
  struct Group {
    var low: Int
    var high: Int?
    var category: Toll.Category
    var sentence: Int
    /// The last sentence that told of it.
    var told: Int
    var isAdditional: Bool
    /// Its number is a vague word or a plural: `several`, `insurgents`.
    var isVague: Bool
  }

  private let reading: Reading
  private let tolls: [Toll]
  private let lowOf: @Sendable (Toll) -> Int

  /// Takes the main event's figures of a ledger.
  ///
  /// - Parameters:
  ///   - ledger: the ledger of a report.
  ///   - reading: what it was read from.
  ///   - low: the number to count for a figure; its lower bound unless a record has conventions of
  ///     its own for vague words.
  public init(
    _ ledger: ReportClaims, in reading: Reading,
    low: @escaping @Sendable (Toll) -> Int = { $0.low }
  ) {
    self.reading = reading
    lowOf = low
    tolls = ledger.tolls.filter { $0.event == ledger.mainEvent && $0.scope.partOf == nil }
  }

  /// The least number of a kind, 0 when no figure gives any.
  ///
  /// - Parameters:
  ///   - kind: what happened to the people.
  ///   - counts: whether people of a category are counted.
  /// - Returns: the number, at least 0.
  public func count(
    of kind: Toll.Kind, where counts: (Toll.Category) -> Bool = { _ in true }
  ) -> Int {
    var groups: [Group] = []
    for toll in tolls where toll.kind == kind && toll.low > 0 && counts(toll.category) {
      let sentence = reading.sentence(ofToken: reading.token(atOrAfter: toll.span.start))
      add(
        Group(
          low: lowOf(toll), high: toll.high, category: toll.category, sentence: sentence,
          told: sentence,
          isAdditional: toll.isAdditional, isVague: toll.high == nil && isVague(toll)),
        isAll: startsWithAll(toll), to: &groups)
    }
    return Self.total(of: groups)
  }

  private func add(_ group: Group, isAll: Bool, to groups: inout [Group]) {
    if isAll, !groups.isEmpty, group.low >= groups.map(\.low).reduce(0, +) {
      // `killing all three`
      let first = groups[0].sentence
      groups = [group]
      groups[0].sentence = first
      return
    }
    if let known = groups.firstIndex(where: { Self.isSame($0, group) }) {
      groups[known].told = group.sentence
      if groups[known].isVague || groups[known].high == nil {
        let floor = group.isVague || !groups[known].isVague ? groups[known].low : 0
        groups[known].low = max(group.low, floor)
        groups[known].high = group.high
        groups[known].isVague = groups[known].isVague && group.isVague
      }
      return
    }
    groups.append(group)
  }

  /// Whether a figure says again what an earlier sentence said.
  private static func isSame(_ known: Group, _ new: Group) -> Bool {
    guard known.told != new.sentence, !areApart(known.category, new.category) else {
      return false
    }
    if new.isAdditional { return known.isAdditional && known.low == new.low }
    if known.isAdditional, !new.isVague, known.low != new.low { return false }
    if known.low == new.low, known.high == new.high { return true }
    if new.isVague || known.isVague {
      // `several` may be said again as `four`, but not as `one`.
      return (known.isVague || known.low > 1) && (new.isVague || new.low > 1)
    }
    guard known.high == nil || new.high == nil else { return false }
    return known.low <= (new.high ?? Int.max) && new.low <= (known.high ?? Int.max)
  }

  private static func areApart(_ a: Toll.Category, _ b: Toll.Category) -> Bool {
    func isFighting(_ category: Toll.Category) -> Bool? {
      switch category {
      case .combatant: true
      case .civilian, .child, .military, .police: false
      case .mixed, .unstated: nil
      }
    }
    guard let a = isFighting(a), let b = isFighting(b) else { return false }
    return a != b
  }

  private static func total(of groups: [Group]) -> Int {
    guard let first = groups.first else { return 0 }
    let lead = groups.filter { $0.sentence == first.sentence }
    let details = groups.filter { $0.sentence != first.sentence }
    let top = lead.map(\.low).reduce(0, +)
    // Details that open with `another` come on top of the lead, as do those that name more people.
    let added = details.prefix { $0.isAdditional }.map(\.low).reduce(0, +)
    let rest = details.drop { $0.isAdditional }.map(\.low).reduce(0, +)
    if rest == 0 { return top + added }
    if lead.allSatisfy(\.isVague) {
      // Numbers say more than `several`, but one person is not what a plural came to.
      return (rest > 1 ? rest : max(top, rest)) + added
    }
    if lead.contains(where: { $0.high == nil }) { return max(top, rest) + added }
    return (rest <= top ? top : top + rest) + added
  }

  /// Whether no figure stands in the words: `several`, `a number of`, a bare plural.
  private func isVague(_ toll: Toll) -> Bool {
    !reading.tokens(in: toll.span).contains { index in
      let token = reading.tokens[index]
      if token.shape.contains(.digits) { return true }
      switch token.word {
      case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "dozen", "dozens", "scores", "hundred", "hundreds", "thousand", "thousands",
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety":
        return true
      default: return false
      }
    }
  }

  private func startsWithAll(_ toll: Toll) -> Bool {
    reading.tokens(in: toll.span).contains { index in
      reading.tokens[index].word == "all" && index + 1 < reading.tokens.count
    }
  }
}
