public import Knowledge
public import Linguistics
public import Texts

/// Finds actors, places, times and quantities in a report that has been read.
public struct MentionFinder: Sendable {
  private let knowledge: KnowledgeBase
  private let coreference: CoreferenceFinder

  /// Creates a finder with the tables to look things up in.
  public init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    coreference = CoreferenceFinder(knowledge: knowledge)
  }

  /// The mentions of a report.
  ///
  /// - Parameters:
  ///   - reading: the linguistic layers.
  ///   - published: the day of publication, to which relative times are anchored; nil when
  ///     unknown, and then relative times have no interval.
  /// - Returns: actors, places, times and quantities, joined within the report.
  public func mentions(in reading: Reading, published: CalendarDate?) -> ReportMentions {
    let actors = ActorFinder(
      table: knowledge.actors, coreference: coreference
    ).actors(in: reading)
    let places = PlaceFinder(knowledge: knowledge).places(
      in: reading, taken: Self.namesOfNoPlace(actors.actors, actors.mentions))
    return ReportMentions(
      actors: actors.actors, actorMentions: actors.mentions, places: places.places,
      placeMentions: places.mentions,
      times: times(in: reading, published: published),
      quantities: QuantityFinder().quantities(in: reading))
  }

  /// Time expressions; a report that does not state its day is anchored to the latest full
  /// date in its text, and where there is none relative times stay open.
  private func times(in reading: Reading, published: CalendarDate?) -> [TimeMention] {
    let times = TimeFinder().times(in: reading, published: published)
    guard published == nil else { return times }
    let dates = times.compactMap(\.interval)
      .filter { $0.precision == .day || $0.precision == .time }
      .map(\.latest)
    guard let anchor = dates.max() else { return times }
    return TimeFinder().times(in: reading, published: anchor)
  }

  /// Names of people and organizations: a town's name inside one is no place.
  private static func namesOfNoPlace(
    _ actors: [ActorEntity], _ mentions: [ActorMention]
  ) -> [TextRange] {
    mentions.compactMap { mention in
      guard mention.form == .name else { return nil }
      switch actors[mention.entity].kind {
      case .person, .agency, .outlet, .monitor, .armedGroup, .company, .party, .international:
        return mention.range
      case .government, .ministry, .military, .police, .organization, .unnamed: return nil
      }
    }
  }
}
