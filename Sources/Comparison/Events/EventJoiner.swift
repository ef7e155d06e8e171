import Claims
import Mentions
import Texts

/// Joins the events of several reports.
///
/// The main events of all reports are one. Others join when they are of one type and
/// realis and their dates or places agree.
public struct EventJoiner: Sendable {
  /// Creates a joiner.
  public init() {}

  /// Joins the events of `accounts`, the main one first, the rest in order of first mention.
  ///
  /// Without joined actors, every report's actors are its own.
  ///
  /// - Complexity: O(n²) in the events of all reports.
  public func join(_ accounts: [ReportAccount], actors: ActorJoin? = nil) -> EventJoin {
    let places = PlaceJoiner().join(accounts)
    let votes = ActorVotes(accounts: accounts, actors: actors)
    var groups: [[ReportItem]] = []
    let main = accounts.enumerated().compactMap { report, account in
      account.claims.mainEvent.map { ReportItem(report: report, index: $0) }
    }
    // A report whose main event is of another kind tells of the common one elsewhere, or
    // of a part of it; it is still the one that the reports are about.
    if !main.isEmpty { groups.append(main) }
    let mainDate = date(of: main, in: accounts)
    let mainType = type(of: main, in: accounts)
    for (report, account) in accounts.enumerated() {
      for index in account.claims.events.indices {
        let item = ReportItem(report: report, index: index)
        if main.contains(item) { continue }
        let first = main.isEmpty ? 0 : 1
        let fitting = groups.indices.dropFirst(first).first { group in
          groups[group].contains { isSame($0, item, in: accounts, places: places) }
        }
        if let fitting { groups[fitting].append(item) } else { groups.append([item]) }
      }
    }
    var index = accounts.map { [Int](repeating: 0, count: $0.claims.events.count) }
    for (joined, group) in groups.enumerated() {
      for item in group { index[item.report][item.index] = joined }
    }
    let judge = EventRelations(mainType: mainType, mainDate: mainDate)
    let events = groups.enumerated().map { position, group in
      let isMain = !main.isEmpty && position == 0
      return event(
        of: group, isMain: isMain, judge: judge, in: accounts, places: places,
        votes: votes)
    }
    return EventJoin(events: events, mainEvent: main.isEmpty ? nil : 0, index: index)
  }

  private func event(
    of group: [ReportItem], isMain: Bool, judge: EventRelations, in accounts: [ReportAccount],
    places: PlaceJoin, votes: ActorVotes
  ) -> JoinedEvent {
    let told = group.map { accounts[$0.report].claims.events[$0.index] }
    let type = self.type(of: group, in: accounts)
    let date = self.date(of: group, in: accounts)
    let modes = told.filter { $0.type == type }.map(\.mode)
    let realis = Self.winner(told.map(\.realis)) ?? .actual
    let ranked = PlaceRanking(accounts: accounts, places: places)
    return JoinedEvent(
      type: type ?? "", mode: Self.winner(modes.compactMap(\.self)), date: date,
      places: ranked.places(of: group),
      perpetrators: votes.actors(of: group, \.perpetrators, against: \.targets, share: 0.3),
      targets: votes.actors(of: group, \.targets, against: \.perpetrators, share: 0.15),
      realis: realis,
      relation: isMain
        ? .main
        : judge.relation(
          type: type ?? "", realis: realis, date: date, isCause: told.contains(where: \.isCause)),
      members: group)
  }

  // MARK: Votes

  /// The value given most often; of equals the one given first.
  static func winner<Value: Hashable>(_ values: [Value]) -> Value? {
    var best: (value: Value, count: Int)?
    for value in values {
      var count = 0
      for other in values where other == value { count += 1 }
      if count > (best?.count ?? 0) { best = (value, count) }
    }
    return best?.value
  }

  private func type(of group: [ReportItem], in accounts: [ReportAccount]) -> String? {
    Self.winner(group.map { accounts[$0.report].claims.events[$0.index].type })
  }

  /// The days that most reports support: the narrowest common days of the largest set of
  /// intervals that all overlap one of them.
  private func date(of group: [ReportItem], in accounts: [ReportAccount]) -> DateInterval? {
    let intervals = group.compactMap { accounts[$0.report].claims.events[$0.index].date }
    var best: (support: [DateInterval], length: Int)?
    for interval in intervals {
      let support = intervals.filter { $0.overlaps(interval) }
      let length = interval.latest.days - interval.earliest.days
      let isBetter =
        best.map { (support.count, -length) > ($0.support.count, -$0.length) } ?? true
      if isBetter { best = (support, length) }
    }
    guard let support = best?.support else { return nil }
    guard let earliest = support.map(\.earliest).max(),
      let latest = support.map(\.latest).min(), earliest <= latest
    else {
      // Days that overlap a night, but not each other: the night.
      return support.max {
        $0.latest.days - $0.earliest.days < $1.latest.days - $1.earliest.days
      }
    }
    let finest = support.first { $0.earliest == earliest && $0.latest == latest }
    return DateInterval(
      earliest: earliest, latest: latest,
      precision: finest?.precision ?? (earliest == latest ? .day : .days))
  }

  // MARK: Identity

  /// Whether two events, of different reports or one, may be one: type, realis, and dates
  /// or places that agree; where neither says when or where, only words about words join.
  private func isSame(
    _ a: ReportItem, _ b: ReportItem, in accounts: [ReportAccount], places: PlaceJoin
  ) -> Bool {
    let first = accounts[a.report].claims.events[a.index]
    let second = accounts[b.report].claims.events[b.index]
    guard first.type == second.type, first.realis == second.realis else { return false }
    if let mode = first.mode, let other = second.mode, mode != other { return false }
    if a.report == b.report { return false }
    if let date = first.date, let other = second.date {
      return date.overlaps(other)
        && date.latest.days - date.earliest.days < 40
        && other.latest.days - other.earliest.days < 40
    }
    let here = Set(first.places.map { places.index[a.report][$0] })
    if second.places.contains(where: { place in
      here.contains(places.index[b.report][place])
        && accounts[b.report].mentions.places[place].precision != .country
    }) {
      return true
    }
    return first.date == nil && second.date == nil
      && (first.realis == .negated || first.realis == .hypothetical
        || EventRelations.isVerbal(first.type))
  }
}
