public import Knowledge
public import Texts

/// What a report speaks of, found and joined within it; the index types are positions in
/// the arrays of one `ReportMentions`.
public struct ReportMentions: Sendable {
  /// Actors: people, groups, governments, outlets that act or speak.
  public var actors: [ActorEntity]
  /// Every mention of an actor, in order.
  public var actorMentions: [ActorMention]
  /// Places.
  public var places: [PlaceEntity]
  /// Every mention of a place, in order.
  public var placeMentions: [PlaceMention]
  /// Every time expression, in order.
  public var times: [TimeMention]
  /// Every counted quantity of people or things, in order.
  public var quantities: [Quantity]

  /// Creates the mentions of a report.
  public init(
    actors: [ActorEntity] = [], actorMentions: [ActorMention] = [], places: [PlaceEntity] = [],
    placeMentions: [PlaceMention] = [], times: [TimeMention] = [], quantities: [Quantity] = []
  ) {
    self.actors = actors
    self.actorMentions = actorMentions
    self.places = places
    self.placeMentions = placeMentions
    self.times = times
    self.quantities = quantities
  }

  /// The actor whose mention overlaps `range` most; on a tie the shorter mention's, then the
  /// earlier one's.
  public func actor(at range: TextRange) -> Int? {
    var best: (entity: Int, count: Int, length: Int)?
    for mention in actorMentions {
      guard let common = mention.range.intersection(range) else { continue }
      let length = mention.range.count
      if let best, (common.count, -length) <= (best.count, -best.length) { continue }
      best = (mention.entity, common.count, length)
    }
    return best?.entity
  }
}

/// What kind of actor someone is.
public enum ActorKind: String, Sendable, CaseIterable {
  case person, government, ministry, military, police
  case armedGroup = "armed-group"
  case international, monitor, agency, outlet, company, party, organization
  /// People named only by what they are: `officials`, `witnesses`, `residents`.
  case unnamed
}

/// Someone who acts or speaks, as one report knows them.
public struct ActorEntity: Hashable, Sendable {
  /// The fullest name in the report, or the known name.
  public var name: String
  /// Every different form used for it, longest first, pronouns left out.
  public var aliases: [String]
  /// What kind of actor it is.
  public var kind: ActorKind
  /// ISO 3166-1 alpha-2 code of its country, when known.
  public var country: String?
  /// The row of the table of known actors, when it is one.
  public var knownActor: Int?
  /// Index of the actor that it speaks for or belongs to (`ministry spokeswoman Ana Ruiz`).
  public var memberOf: Int?
  /// Offices that one person holds, word by word: `foreign minister`, `spokesperson`.
  public var offices: Set<[Word]>

  /// Creates an actor.
  public init(
    name: String, aliases: [String], kind: ActorKind, country: String? = nil,
    knownActor: Int? = nil, memberOf: Int? = nil, offices: Set<[Word]> = []
  ) {
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.country = country
    self.knownActor = knownActor
    self.memberOf = memberOf
    self.offices = offices
  }
}

/// Words that stand for an actor.
public struct ActorMention: Hashable, Sendable {
  /// How it is mentioned.
  public enum Form: String, Sendable { case name, nominal, pronoun }
  /// The words.
  public let range: TextRange
  /// Index into `ReportMentions.actors`.
  public let entity: Int
  /// How it is mentioned.
  public let form: Form

  /// Creates a mention.
  public init(range: TextRange, entity: Int, form: Form) {
    self.range = range
    self.entity = entity
    self.form = form
  }
}

/// A place, resolved as far as it can be.
public struct PlaceEntity: Hashable, Sendable {
  /// How exactly the coordinates give the place.
  public enum Precision: String, Sendable {
    case site, town, vicinity, district, province, country, relative, unresolved
  }
  /// A distance and direction from somewhere: `13 kilometres from the border`.
  public struct Relation: Hashable, Sendable {
    /// Kilometres; nil when only "near" is said.
    public let distanceKm: Double?
    /// `north`, `southwest`, …, nil when not said.
    public let direction: String?
    /// What it is measured from, as written.
    public let from: String

    /// Creates a relation.
    public init(distanceKm: Double?, direction: String?, from: String) {
      self.distanceKm = distanceKm
      self.direction = direction
      self.from = from
    }
  }

  /// The usual English name, or the words as written when unresolved.
  public var name: String
  /// ISO 3166-1 alpha-2 code.
  public var country: String?
  /// Name of the first-order division.
  public var admin1: String?
  /// Degrees north, WGS 84.
  public var latitude: Double?
  /// Degrees east, WGS 84.
  public var longitude: Double?
  /// GeoNames id.
  public var geonames: Int?
  /// How exactly the coordinates give the place.
  public var precision: Precision
  /// The radius within which the place lies, in metres.
  public var radiusMeters: Double?
  /// The relative wording, where there is one.
  public var relation: Relation?

  /// Whether a place given by another is known as well as a town is: within 60 kilometres.
  public var isNarrow: Bool { latitude != nil && (radiusMeters ?? 0) <= 60_000 }

  /// Where it is, when that is known.
  public var point: GeoPoint? {
    guard let latitude, let longitude else { return nil }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }

  /// Creates a place.
  public init(
    name: String, country: String? = nil, admin1: String? = nil, latitude: Double? = nil,
    longitude: Double? = nil, geonames: Int? = nil, precision: Precision,
    radiusMeters: Double? = nil, relation: Relation? = nil
  ) {
    self.name = name
    self.country = country
    self.admin1 = admin1
    self.latitude = latitude
    self.longitude = longitude
    self.geonames = geonames
    self.precision = precision
    self.radiusMeters = radiusMeters
    self.relation = relation
  }
}

/// Words that stand for a place.
public struct PlaceMention: Hashable, Sendable {
  /// The words.
  public let range: TextRange
  /// Index into `ReportMentions.places`.
  public let entity: Int
  /// Whether it stands in a dateline and says only where the report was filed.
  public let isDateline: Bool

  /// Creates a mention.
  public init(range: TextRange, entity: Int, isDateline: Bool = false) {
    self.range = range
    self.entity = entity
    self.isDateline = isDateline
  }
}

/// Days between which something lies.
public struct DateInterval: Hashable, Sendable {
  /// How exactly the words give the time.
  public enum Precision: String, Sendable {
    case time, day, night, days, week, month, season, year, unknown
  }
  /// The first possible day.
  public let earliest: CalendarDate
  /// The last possible day.
  public let latest: CalendarDate
  /// How exactly the words give the time.
  public let precision: Precision

  /// Creates an interval; `earliest <= latest`.
  public init(earliest: CalendarDate, latest: CalendarDate, precision: Precision) {
    precondition(earliest <= latest, "an interval ends before it starts")
    self.earliest = earliest
    self.latest = latest
    self.precision = precision
  }

  /// Whether the two have a day in common.
  public func overlaps(_ other: DateInterval) -> Bool {
    earliest <= other.latest && other.earliest <= latest
  }
}

/// Words that say when.
public struct TimeMention: Hashable, Sendable {
  /// What kind of time it is.
  public enum Kind: String, Sendable {
    /// A point or stretch on the calendar.
    case date
    /// A length of time: `for two days`.
    case duration
    /// A recurring time: `every Friday`.
    case set
    /// The present, the past or what is to come, without days: `now`, `recently`, `soon`.
    case reference
  }
  /// The words.
  public let range: TextRange
  /// The days meant; nil when they cannot be told (no publication date, a bare duration).
  public let interval: DateInterval?
  /// What kind of time it is.
  public let kind: Kind
  /// The time in the notation of TimeML's TIMEX3, after ISO 8601; nil when it cannot be told.
  ///
  /// `2021-06-28`, `2021-W26`, `P2D`, `PRESENT_REF` (Pustejovsky and others 2003).
  public let value: String?

  /// Creates a time mention.
  public init(range: TextRange, interval: DateInterval?, kind: Kind, value: String? = nil) {
    self.range = range
    self.interval = interval
    self.kind = kind
    self.value = value
  }
}

/// A number of people or things, as an interval.
public struct Quantity: Hashable, Sendable {
  /// The number words with their qualifier: `at least seven`.
  public let range: TextRange
  /// The lowest number meant.
  public let low: Int
  /// The highest; nil when open.
  public let high: Int?
  /// `about`, `nearly`, `some`.
  public let isApproximate: Bool
  /// `another two`, `two more`, `an additional 43`.
  public let isAdditional: Bool
  /// The number words are an article or `one`: a weak reason to count.
  public let isArticle: Bool
  /// What the words before the number say of it.
  public let qualifier: Qualifier?
  /// The number is a round one, which may not be meant to the last: `a dozen`.
  public let isRound: Bool
  /// What it measures, for numbers of units; nil for counts.
  public let measure: Measure?

  /// What the words before a number say of it.
  public enum Qualifier: String, Sendable {
    /// `at least`, `no fewer than`, `or more`.
    case atLeast = "at-least"
    /// `more than`, `over`.
    case moreThan = "more-than"
    /// `nearly`, `almost`, `just under`.
    case nearly
    /// `about`, `some`, `an estimated`.
    case about
    /// `up to`, `as many as`, `no more than`.
    case upTo = "up-to"
    /// `fewer than`, `under`.
    case fewerThan = "fewer-than"
  }

  /// The interval that the words leave open.
  ///
  /// `Nearly 20` lies below 20 by up to 15 %, `about 20` within 10 %; both edges are soft.
  public var bounds: Bounds {
    guard let high, high > 0 else { return Bounds(low: low, high: high, isSoft: false) }
    switch qualifier {
    case .nearly:
      let low = high == low ? max(0, high - max(1, (high * 15 + 99) / 100)) : low
      return Bounds(low: min(low, max(0, high - 1)), high: max(0, high - 1), isSoft: true)
    case .about:
      return Bounds(low: low - low / 10, high: high + high / 10, isSoft: true)
    case .upTo: return Bounds(low: low, high: high, isSoft: true)
    case nil, .atLeast, .moreThan, .fewerThan:
      return Bounds(low: low, high: high, isSoft: isRound || isApproximate)
    }
  }

  /// An interval of whole numbers.
  public struct Bounds: Hashable, Sendable {
    /// The lowest number.
    public let low: Int
    /// The highest; nil when open.
    public let high: Int?
    /// Whether numbers just outside are not ruled out.
    public let isSoft: Bool

    /// Creates bounds.
    public init(low: Int, high: Int?, isSoft: Bool = false) {
      self.low = low
      self.high = high
      self.isSoft = isSoft
    }
  }

  /// A measured size in units of the SI.
  public struct Measure: Hashable, Sendable {
    /// What is measured, with the unit of the SI.
    public enum Dimension: String, Sendable {
      /// In meters.
      case length = "m"
      /// In square meters.
      case area = "m²"
      /// In cubic meters.
      case volume = "m³"
      /// In kilograms.
      case mass = "kg"
      /// In meters per second.
      case speed = "m/s"
    }
    /// What is measured.
    public let dimension: Dimension
    /// The lowest size, in the unit of the dimension.
    public let low: Double
    /// The highest; nil when open.
    public let high: Double?

    /// Creates a measure.
    public init(dimension: Dimension, low: Double, high: Double?) {
      self.dimension = dimension
      self.low = low
      self.high = high
    }
  }

  /// Creates a quantity.
  public init(
    range: TextRange, low: Int, high: Int?, isApproximate: Bool = false,
    isAdditional: Bool = false, isArticle: Bool = false, qualifier: Qualifier? = nil,
    isRound: Bool = false, measure: Measure? = nil
  ) {
    self.qualifier = qualifier
    self.isRound = isRound
    self.measure = measure
    self.range = range
    self.low = low
    self.high = high
    self.isApproximate = isApproximate
    self.isAdditional = isAdditional
    self.isArticle = isArticle
  }
}
