// The ledger: claims and figures, and what follows from them.
extension Dossier {
  /// A claim.
  public struct Claim: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// Id of the report.
    public var report: String
    /// Who, in words.
    public var source: Span?
    /// The words that mark the saying.
    public var cue: Span?
    /// What, in pieces.
    public var content: [Span]
    /// Actor id.
    public var speaker: String?
    /// Actor ids, outermost first.
    public var chain: [String]
    /// What the claim does.
    public var stance: String
    /// Hedging words.
    public var hedge: Span?
    /// `did not deny`.
    public var negated: Bool
    /// Ids of tolls, events or claims.
    public var about: [String]
    /// Id of the origin.
    public var origin: String?

    /// Creates a claim.
    public init(
      id: String, report: String, source: Span?, cue: Span?, content: [Span], speaker: String?,
      chain: [String], stance: String, hedge: Span?, negated: Bool, about: [String],
      origin: String?
    ) {
      self.id = id
      self.report = report
      self.source = source
      self.cue = cue
      self.content = content
      self.speaker = speaker
      self.chain = chain
      self.stance = stance
      self.hedge = hedge
      self.negated = negated
      self.about = about
      self.origin = origin
    }
  }

  /// What a figure counts.
  public struct Scope: Codable, Hashable, Sendable {
    /// Actor id: whose people.
    public var side: String?
    /// Place id.
    public var place: String?
    /// Since when, as written.
    public var since: String?
    /// Id of the toll of which it is a part.
    public var partOf: String?

    /// Creates a scope.
    public init(
      side: String? = nil, place: String? = nil, since: String? = nil, partOf: String? = nil
    ) {
      self.side = side
      self.place = place
      self.since = since
      self.partOf = partOf
    }
  }

  /// A figure.
  public struct Toll: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// Id of the report.
    public var report: String
    /// Id of the event.
    public var event: String
    /// One of `killed`, `wounded` and so on.
    public var kind: String
    /// Lowest number meant.
    public var low: Int
    /// Highest; nil when open.
    public var high: Int?
    /// `about`, `nearly`.
    public var approximate: Bool
    /// Who they are.
    public var category: String
    /// What it counts.
    public var scope: Scope
    /// Actor id; nil when the outlet says it itself.
    public var claimant: String?
    /// Claim id.
    public var claim: String?
    /// The words.
    public var span: Span

    /// Creates a figure.
    public init(
      id: String, report: String, event: String, kind: String, low: Int, high: Int?,
      approximate: Bool, category: String, scope: Scope, claimant: String?, claim: String?,
      span: Span
    ) {
      self.id = id
      self.report = report
      self.event = event
      self.kind = kind
      self.low = low
      self.high = high
      self.approximate = approximate
      self.category = category
      self.scope = scope
      self.claimant = claimant
      self.claim = claim
      self.span = span
    }
  }

  /// One value that a slot has.
  public struct PointValue: Codable, Hashable, Sendable {
    /// In words.
    public var value: String
    /// Lowest number, for figures.
    public var low: Int?
    /// Highest number, for figures.
    public var high: Int?
    /// Report ids.
    public var reports: [String]
    /// Actor ids; empty when outlets say it themselves.
    public var claimants: [String]
    /// Claim ids.
    public var claims: [String]
    /// Toll ids.
    public var tolls: [String]
    /// Origin ids.
    public var origins: [String]
    /// The words it rests on, where no toll or claim gives them.
    public var evidence: [Citation]

    /// Creates a value.
    public init(
      value: String, low: Int? = nil, high: Int? = nil, reports: [String], claimants: [String],
      claims: [String], tolls: [String], origins: [String], evidence: [Citation]
    ) {
      self.value = value
      self.low = low
      self.high = high
      self.reports = reports
      self.claimants = claimants
      self.claims = claims
      self.tolls = tolls
      self.origins = origins
      self.evidence = evidence
    }
  }

  /// Where accounts meet.
  public struct Point: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// One of `killed`, `place`, `distance` and so on.
    public var slot: String
    /// `agree`, `refine`, …, `contradict`.
    public var relation: String
    /// What it is about, in words.
    public var subject: String
    /// The values side by side.
    public var values: [PointValue]
    /// Why the relation was given, with the rule's id.
    public var reason: String

    /// Creates a point.
    public init(
      id: String, slot: String, relation: String, subject: String, values: [PointValue],
      reason: String
    ) {
      self.id = id
      self.slot = slot
      self.relation = relation
      self.subject = subject
      self.values = values
      self.reason = reason
    }
  }

  /// A derived figure.
  public struct DerivedRange: Codable, Hashable, Sendable {
    /// One of `killed`, `wounded` and so on.
    public var slot: String
    /// Who they are.
    public var category: String
    /// What it counts, in words; nil when nothing is stated.
    public var scope: String?
    /// The standard it follows: `acled`, `ucdp`, `airwars`, or `all` where they agree.
    public var standard: String
    /// Lowest.
    public var low: Int
    /// Best; nil when the standard has none.
    public var best: Int?
    /// Highest; nil when open.
    public var high: Int?
    /// Rules and the tolls or claims they were given.
    public var derivation: [Step]

    /// Creates a derived figure.
    public init(
      slot: String, category: String, scope: String?, standard: String, low: Int, best: Int?,
      high: Int?, derivation: [Step]
    ) {
      self.slot = slot
      self.category = category
      self.scope = scope
      self.standard = standard
      self.low = low
      self.best = best
      self.high = high
      self.derivation = derivation
    }
  }

  /// One step of a derivation.
  public struct Step: Codable, Hashable, Sendable {
    /// `R1` … `R19`.
    public var rule: String
    /// Ids of tolls or claims.
    public var from: [String]
    /// What was done, in words.
    public var what: String

    /// Creates a step.
    public init(rule: String, from: [String], what: String) {
      self.rule = rule
      self.from = from
      self.what = what
    }
  }
}
