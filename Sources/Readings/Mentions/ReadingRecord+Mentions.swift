public import Dossiers
import Mentions
import Texts

extension ReadingRecord {
  /// What a report speaks of.
  public struct MentionsEntry: Codable, Hashable, Sendable {
    /// Who acts or speaks.
    public var actors: [ActorEntry]
    /// Places.
    public var places: [PlaceEntry]
    /// Time expressions, in order.
    public var times: [TimeEntry]
    /// Numbers of people or things, in order.
    public var quantities: [QuantityEntry]
  }

  /// An actor as the report knows it.
  public struct ActorEntry: Codable, Hashable, Sendable {
    /// `actor1`, `actor2` …, unique in the reading.
    public var id: String
    /// The fullest name.
    public var name: String
    /// Every form used, longest first, pronouns left out.
    public var aliases: [String]
    /// What kind of actor, as in `armed-group`.
    public var kind: String
    /// ISO 3166-1 alpha-2 code.
    public var country: String?
    /// Id of the actor that it speaks for or belongs to in the report.
    public var memberOf: String?
    /// What it belongs to by the table of known actors, on the day of publication.
    public var memberships: [MembershipEntry]
    /// The words that stand for it.
    public var mentions: [ActorWords]
  }

  /// Words that stand for an actor.
  public struct ActorWords: Codable, Hashable, Sendable {
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// As written.
    public var text: String
    /// `name`, `nominal` or `pronoun`.
    public var form: String
  }

  /// A membership that the table of known actors has.
  public struct MembershipEntry: Codable, Hashable, Sendable {
    /// The name of what the actor belongs to.
    public var owner: String
    /// `part`, `member`, `joined`, `alliance`, `faction` or `service`.
    public var relation: String
    /// A day as `YYYY-MM-DD`.
    public var from: String?
    /// A day as `YYYY-MM-DD`.
    public var until: String?
    /// `own`, `ucdp`, `phoenix` or `factbook`.
    public var origin: String
  }

  /// A place.
  public struct PlaceEntry: Codable, Hashable, Sendable {
    /// `place1`, `place2` …, unique in the reading.
    public var id: String
    /// The usual name, or the words as written.
    public var name: String
    /// ISO 3166-1 alpha-2 code.
    public var country: String?
    /// First-order division.
    public var admin1: String?
    /// Degrees north, WGS 84.
    public var latitude: Double?
    /// Degrees east, WGS 84.
    public var longitude: Double?
    /// GeoNames id.
    public var geonames: Int?
    /// One of `site`, `town`, `province` and so on; `unresolved` without coordinates.
    public var precision: String
    /// Metres within which the place lies.
    public var radiusMeters: Double?
    /// The relative wording.
    public var relation: Dossier.PlaceRelation?
    /// The words that stand for it.
    public var mentions: [Dossier.Span]
  }

  /// A time expression.
  public struct TimeEntry: Codable, Hashable, Sendable {
    /// `time1`, `time2` …, unique in the reading.
    public var id: String
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// As written.
    public var text: String
    /// `date`, `duration`, `set` or `reference`.
    public var kind: String
    /// In the notation of TIMEX3.
    public var value: String?
    /// The days meant.
    public var interval: Dossier.DateRange?
  }

  /// A number of people or things.
  public struct QuantityEntry: Codable, Hashable, Sendable {
    /// `quantity1`, `quantity2` …, unique in the reading.
    public var id: String
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// As written.
    public var text: String
    /// The lowest number that the words leave open.
    public var low: Int
    /// The highest; left out when open.
    public var high: Int?
    /// Whether numbers just outside are not ruled out.
    public var isSoft: Bool
    /// What the words before the number say of it, as in `at-least`.
    public var qualifier: String?
    /// The size in units of the SI, of numbers of units.
    public var measure: MeasureEntry?
    /// Whether it is about so many.
    public var isApproximate: Bool
    /// Whether it comes on top of others.
    public var isAdditional: Bool
    /// Whether it is only an article or `one`.
    public var isArticle: Bool
  }

  /// A measured size.
  public struct MeasureEntry: Codable, Hashable, Sendable {
    /// The unit: `m`, `m²`, `m³`, `kg` or `m/s`.
    public var unit: String
    /// The lowest size meant.
    public var low: Double
    /// The highest; left out when open.
    public var high: Double?
  }
}

extension ReadingRecord.MentionsEntry {
  /// `span` gives a stretch in code points with its words.
  init(_ known: KnownMentions, span: (TextRange) -> Dossier.Span) {
    let mentions = known.mentions
    let words = mentions.actorMentions.reduce(
      into: [[ReadingRecord.ActorWords]](repeating: [], count: mentions.actors.count)
    ) { words, mention in
      let span = span(mention.range)
      words[mention.entity].append(
        ReadingRecord.ActorWords(
          start: span.start, end: span.end, text: span.text, form: mention.form.rawValue))
    }
    actors = mentions.actors.enumerated().map { index, actor in
      ReadingRecord.ActorEntry(
        id: MentionKind.actor.id(index), name: actor.name, aliases: actor.aliases,
        kind: actor.kind.rawValue, country: actor.country,
        memberOf: actor.memberOf.map { MentionKind.actor.id($0) },
        memberships: known.memberships[index].map { membership in
          ReadingRecord.MembershipEntry(
            owner: membership.owner, relation: membership.relation,
            from: membership.from.map { "\($0)" }, until: membership.until.map { "\($0)" },
            origin: membership.origin)
        },
        mentions: words[index])
    }
    let places = mentions.ranges(of: .place)
    self.places = mentions.places.enumerated().map { index, place in
      Self.entry(place, id: MentionKind.place.id(index), mentions: places[index].map(span))
    }
    times = mentions.times.enumerated().map { index, time in
      let words = span(time.range)
      return ReadingRecord.TimeEntry(
        id: MentionKind.time.id(index), start: words.start, end: words.end, text: words.text,
        kind: time.kind.rawValue, value: time.value,
        interval: time.interval.map {
          Dossier.DateRange(
            earliest: "\($0.earliest)", latest: "\($0.latest)", precision: $0.precision.rawValue)
        })
    }
    quantities = mentions.quantities.enumerated().map { index, quantity in
      let words = span(quantity.range)
      let bounds = quantity.bounds
      return ReadingRecord.QuantityEntry(
        id: MentionKind.quantity.id(index), start: words.start, end: words.end, text: words.text,
        low: bounds.low, high: bounds.high, isSoft: bounds.isSoft,
        qualifier: quantity.qualifier?.rawValue,
        measure: quantity.measure.map {
          ReadingRecord.MeasureEntry(unit: $0.dimension.rawValue, low: $0.low, high: $0.high)
        },
        isApproximate: quantity.isApproximate,
        isAdditional: quantity.isAdditional, isArticle: quantity.isArticle)
    }
  }

  private static func entry(
    _ place: PlaceEntity, id: String, mentions: [Dossier.Span]
  ) -> ReadingRecord.PlaceEntry {
    ReadingRecord.PlaceEntry(
      id: id, name: place.name, country: place.country, admin1: place.admin1,
      latitude: rounded(place.latitude), longitude: rounded(place.longitude),
      geonames: place.geonames, precision: place.precision.rawValue,
      radiusMeters: place.radiusMeters.map { $0.rounded() },
      relation: place.relation.map {
        Dossier.PlaceRelation(
          distanceKm: rounded($0.distanceKm), direction: $0.direction, from: $0.from)
      },
      mentions: mentions)
  }

  /// To four places: some ten metres.
  private static func rounded(_ value: Double?) -> Double? {
    value.map { ($0 * 10_000).rounded() / 10_000 }
  }
}
