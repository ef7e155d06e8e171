// The event: when, where, who.
extension Dossier {
  /// First and last possible day.
  public struct DateRange: Codable, Hashable, Sendable {
    /// A day as `YYYY-MM-DD`.
    public var earliest: String
    /// A day as `YYYY-MM-DD`.
    public var latest: String
    /// One of `day`, `night`, `month` and so on.
    public var precision: String

    /// Creates a date range.
    public init(earliest: String, latest: String, precision: String) {
      self.earliest = earliest
      self.latest = latest
      self.precision = precision
    }
  }

  /// A place of an event.
  public struct EventPlace: Codable, Hashable, Sendable {
    /// Id of the place.
    public var place: String
    /// Its name.
    public var name: String
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
    /// `target`, `vicinity` or `admin`.
    public var role: String
    /// One of `town`, `province` and so on.
    public var precision: String

    /// Creates an event's place.
    public init(
      place: String, name: String, country: String?, latitude: Double?, longitude: Double?,
      role: String, precision: String
    ) {
      self.place = place
      self.name = name
      self.country = country
      self.latitude = latitude
      self.longitude = longitude
      self.role = role
      self.precision = precision
    }
  }

  /// An event.
  public struct Event: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// PLOVER's type.
    public var type: String
    /// The mode.
    public var mode: String?
    /// When.
    public var date: DateRange?
    /// Where, most specific first.
    public var places: [EventPlace]
    /// Actor ids.
    public var perpetrators: [String]
    /// Actor ids.
    public var targets: [String]
    /// Words for weapons.
    public var weapons: [Citation]
    /// One of `actual`, `past` and so on.
    public var realis: String
    /// Relation to the main event.
    public var relation: String
    /// The words that tell of it.
    public var mentions: [Citation]

    /// Creates an event.
    public init(
      id: String, type: String, mode: String?, date: DateRange?, places: [EventPlace],
      perpetrators: [String], targets: [String], weapons: [Citation], realis: String,
      relation: String, mentions: [Citation]
    ) {
      self.id = id
      self.type = type
      self.mode = mode
      self.date = date
      self.places = places
      self.perpetrators = perpetrators
      self.targets = targets
      self.weapons = weapons
      self.realis = realis
      self.relation = relation
      self.mentions = mentions
    }
  }

  /// An actor.
  public struct Actor: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// Its name.
    public var name: String
    /// Other forms used.
    public var aliases: [String]
    /// What kind of actor.
    public var kind: String
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// Actor ids.
    public var memberOf: [String]
    /// Wikidata id.
    public var wikidata: String?
    /// Where it is mentioned.
    public var mentions: [Citation]

    /// Creates an actor.
    public init(
      id: String, name: String, aliases: [String], kind: String, country: String?,
      memberOf: [String], wikidata: String?, mentions: [Citation]
    ) {
      self.id = id
      self.name = name
      self.aliases = aliases
      self.kind = kind
      self.country = country
      self.memberOf = memberOf
      self.wikidata = wikidata
      self.mentions = mentions
    }
  }

  /// A distance and direction from somewhere.
  public struct PlaceRelation: Codable, Hashable, Sendable {
    /// Kilometres.
    public var distanceKm: Double?
    /// Compass direction.
    public var direction: String?
    /// From what, as written.
    public var from: String

    /// Creates a relation.
    public init(distanceKm: Double?, direction: String?, from: String) {
      self.distanceKm = distanceKm
      self.direction = direction
      self.from = from
    }
  }

  /// A place.
  public struct Place: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// Its name.
    public var name: String
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// First-order division.
    public var admin1: String?
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
    /// GeoNames id.
    public var geonames: Int?
    /// One of `town`, `province` and so on.
    public var precision: String
    /// Metres.
    public var radiusMeters: Double?
    /// The relative wording.
    public var relation: PlaceRelation?
    /// Where it is mentioned.
    public var mentions: [Citation]

    /// Creates a place.
    public init(
      id: String, name: String, country: String?, admin1: String?, latitude: Double?,
      longitude: Double?, geonames: Int?, precision: String, radiusMeters: Double?,
      relation: PlaceRelation?, mentions: [Citation]
    ) {
      self.id = id
      self.name = name
      self.country = country
      self.admin1 = admin1
      self.latitude = latitude
      self.longitude = longitude
      self.geonames = geonames
      self.precision = precision
      self.radiusMeters = radiusMeters
      self.relation = relation
      self.mentions = mentions
    }
  }

  /// Something that happened, on a line of time.
  public struct Moment: Codable, Hashable, Sendable {
    /// When.
    public var date: DateRange
    /// What, in words of the reports.
    public var what: String
    /// Event id.
    public var event: String?
    /// Claim id.
    public var claim: String?
    /// Report ids.
    public var reports: [String]
    /// The words it rests on.
    public var evidence: [Citation]

    /// Creates a moment.
    public init(
      date: DateRange, what: String, event: String?, claim: String?, reports: [String],
      evidence: [Citation]
    ) {
      self.date = date
      self.what = what
      self.event = event
      self.claim = claim
      self.reports = reports
      self.evidence = evidence
    }
  }
}
