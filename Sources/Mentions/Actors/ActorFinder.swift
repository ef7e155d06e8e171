public import Knowledge
public import Linguistics
import Texts

/// Finds the actors of a report: who acts and who speaks, each under all the names it has there.
public struct ActorFinder: Sendable {
  private let table: ActorTable
  private let coreference: CoreferenceFinder?

  /// Creates a finder that knows the actors of a table.
  ///
  /// With `coreference`, pronouns and `the group` follow its chains where a reading has
  /// dependencies; else, and where a chain names nobody, the nearest actor that agrees is taken.
  public init(table: ActorTable, coreference: CoreferenceFinder? = nil) {
    self.table = table
    self.coreference = coreference
  }

  /// The actors of a report in order of first mention, and every mention in order.
  ///
  /// Every attribution's source has a mention that spans it, so `ReportMentions.actor(at:)`
  /// gives the speaker.
  ///
  /// - Parameters:
  ///   - reading: the linguistic layers, with attributions.
  ///   - home: the code of the country that the report plays in, whose army `the army` is; nil
  ///     to judge from the names of countries, or to leave it open when they do not tell.
  /// - Returns: the actors, and their mentions ordered by start, longer first.
  /// - Complexity: O(words × actors named).
  public func actors(
    in reading: Reading, home: String? = nil
  ) -> (actors: [ActorEntity], mentions: [ActorMention]) {
    let source = ActorWords(reading)
    var spotter = ActorSpotter(table: table, source: source)
    spotter.spotAll()
    let spots = spotter.spots
    var resolver = ActorResolver(
      table: table, source: source, spotCount: spots.count,
      home: home.flatMap { table.nation(code: $0) },
      chains: coreference.map { ActorChains(chains: $0.chains(in: reading), reading: reading) }
        ?? .none)
    var sources = ActorSources(table: table, source: source, reading: reading, spots: spots)
    let heads = sources.headSpots
    // The headline comes last: its short forms stand for what the text names in full.
    let titleEnd = reading.title?.end ?? 0
    let order = spots.indices.sorted { a, b in
      let isTitleA = source.range(spots[a].core).start < titleEnd
      let isTitleB = source.range(spots[b].core).start < titleEnd
      if isTitleA != isTitleB { return !isTitleA }
      return (spots[a].core.lowerBound, a) < (spots[b].core.lowerBound, b)
    }
    var position = 0
    for attribution in sources.order(titleEnd: titleEnd) {
      let limit = sources.limit(of: attribution)
      while position < order.count, sources.isBefore(spots[order[position]], limit, titleEnd) {
        resolver.resolve(
          order[position], spots: spots, isSource: heads.contains(order[position]))
        position += 1
      }
      sources.resolve(attribution, &resolver)
    }
    while position < order.count {
      resolver.resolve(order[position], spots: spots, isSource: heads.contains(order[position]))
      position += 1
    }
    return ActorAssembly(table: table, source: source, reading: reading).result(of: resolver)
  }
}
