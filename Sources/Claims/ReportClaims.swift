public import Mentions
public import Texts

/// The ledger of one report: who says what, every figure, every event it tells of.
///
/// Integers are positions in these arrays or in the `ReportMentions` they were made from.
public struct ReportClaims: Sendable {
  /// Claims, in order of their first byte.
  public var claims: [Claim]
  /// Figures, in order.
  public var tolls: [Toll]
  /// Events; the main one is at `mainEvent`.
  public var events: [ReportedEvent]
  /// The event that the report is about; nil when none was found.
  public var mainEvent: Int?

  /// Creates a ledger.
  public init(
    claims: [Claim] = [], tolls: [Toll] = [], events: [ReportedEvent] = [], mainEvent: Int? = nil
  ) {
    self.claims = claims
    self.tolls = tolls
    self.events = events
    self.mainEvent = mainEvent
  }
}

/// What a claim does (`DOSSIER.md`).
public enum Stance: String, Sendable, CaseIterable {
  case asserts, denies, confirms, condemns, threatens
  case callsFor = "calls-for"
  case promises, accuses
  case claimsResponsibility = "claims-responsibility"
  case questions
  case noComment = "no-comment"
}

/// One thing that someone says, through whom, and how surely.
public struct Claim: Hashable, Sendable {
  /// The words that name who says it.
  public var source: TextRange?
  /// The words that mark the saying.
  public var cue: TextRange?
  /// The words said, in pieces.
  public var content: [TextRange]
  /// The actor who says it; nil when nobody is named.
  public var speaker: Int?
  /// Actors between the outlet and the speaker, outermost first: `told AFP` gives AFP.
  public var chain: [Int]
  /// What the claim does.
  public var stance: Stance
  /// The hedging words.
  public var hedge: TextRange?
  /// `did not deny`, `no group claimed`.
  public var isNegated: Bool
  /// Tolls that the content speaks of.
  public var aboutTolls: [Int]
  /// Claims that it speaks of: a denial points at what it denies.
  public var aboutClaims: [Int]
  /// Events that it speaks of.
  public var aboutEvents: [Int]

  /// Creates a claim.
  public init(
    source: TextRange?, cue: TextRange?, content: [TextRange], speaker: Int?, chain: [Int] = [],
    stance: Stance, hedge: TextRange? = nil, isNegated: Bool = false, aboutTolls: [Int] = [],
    aboutClaims: [Int] = [], aboutEvents: [Int] = []
  ) {
    self.source = source
    self.cue = cue
    self.content = content
    self.speaker = speaker
    self.chain = chain
    self.stance = stance
    self.hedge = hedge
    self.isNegated = isNegated
    self.aboutTolls = aboutTolls
    self.aboutClaims = aboutClaims
    self.aboutEvents = aboutEvents
  }
}

/// A figure of people harmed.
public struct Toll: Hashable, Sendable {
  /// What happened to them.
  public enum Kind: String, Sendable, CaseIterable {
    case killed, wounded, missing, detained, abducted, displaced
  }
  /// Who they are, as the words say.
  public enum Category: String, Sendable, CaseIterable {
    case civilian, child, combatant, police, military, mixed, unstated
  }
  /// What part of reality the figure counts, where stated.
  public struct Scope: Hashable, Sendable {
    /// Whose people: `of its fighters`.
    public var side: Int?
    /// Where, as an index into `ReportMentions.places`.
    public var place: Int?
    /// Since when it counts (`this year`, `since 2011`), as written.
    public var since: TextRange?
    /// The toll of which it is a part (`including 11 children`).
    public var partOf: Int?

    /// Creates a scope.
    public init(
      side: Int? = nil, place: Int? = nil, since: TextRange? = nil, partOf: Int? = nil
    ) {
      self.side = side
      self.place = place
      self.since = since
      self.partOf = partOf
    }
  }

  /// What happened to them.
  public var kind: Kind
  /// The lowest number meant.
  public var low: Int
  /// The highest; nil when open.
  public var high: Int?
  /// `about`, `nearly`, `some`.
  public var isApproximate: Bool
  /// Who they are.
  public var category: Category
  /// What it counts.
  public var scope: Scope
  /// The actor who gives it; nil when the outlet says it itself.
  public var claimant: Int?
  /// The claim it stands in; nil when the outlet says it itself.
  public var claim: Int?
  /// The words: number, people and deed.
  public var span: TextRange
  /// Index into `ReportClaims.events`.
  public var event: Int
  /// Whether it comes on top of people counted before: `another two`, `also killed a guard`.
  public var isAdditional: Bool

  /// Creates a figure.
  public init(
    kind: Kind, low: Int, high: Int?, isApproximate: Bool, category: Category, scope: Scope,
    claimant: Int?, claim: Int?, span: TextRange, event: Int, isAdditional: Bool = false
  ) {
    self.isAdditional = isAdditional
    self.kind = kind
    self.low = low
    self.high = high
    self.isApproximate = isApproximate
    self.category = category
    self.scope = scope
    self.claimant = claimant
    self.claim = claim
    self.span = span
    self.event = event
  }
}

/// Whether an event happened, and when in the telling.
public enum Realis: String, Sendable, CaseIterable {
  case actual, past, cumulative, planned, hypothetical, negated
}

/// An event as one report tells it.
public struct ReportedEvent: Hashable, Sendable {
  /// PLOVER's type, such as `ASSAULT`.
  public var type: String
  /// The mode, such as `aerial`; nil when not said.
  public var mode: String?
  /// When it happened; nil when not said.
  public var date: DateInterval?
  /// Places, most specific first.
  public var places: [Int]
  /// Who did it.
  public var perpetrators: [Int]
  /// Whom it was done to.
  public var targets: [Int]
  /// With what: the words.
  public var weapons: [TextRange]
  /// Whether it happened.
  public var realis: Realis
  /// The words that tell of it, each a trigger; never empty.
  public var mentions: [TextRange]
  /// Whether the report gives it as the reason of another event: `in retaliation for`.
  public var isCause: Bool
  /// The words that fill its roles, trigger by trigger, in order of their first bytes; empty when
  /// no model read the report's dependencies.
  public var arguments: [EventArgument]

  /// Creates an event.
  public init(
    type: String, mode: String?, date: DateInterval?, places: [Int], perpetrators: [Int],
    targets: [Int], weapons: [TextRange], realis: Realis, mentions: [TextRange],
    isCause: Bool = false, arguments: [EventArgument] = []
  ) {
    self.type = type
    self.mode = mode
    self.date = date
    self.places = places
    self.perpetrators = perpetrators
    self.targets = targets
    self.weapons = weapons
    self.realis = realis
    self.mentions = mentions
    self.isCause = isCause
    self.arguments = arguments
  }
}
