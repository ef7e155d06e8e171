/// The finished account of one event: the output contract, version 1.
///
/// Plain values, in the order and under the names of the JSON form. Positions here are
/// Unicode code points into the report's file, half-open; `text` repeats the words.
public struct Dossier: Codable, Hashable, Sendable {
  /// The schema this build writes.
  public static let currentSchema = "synoptic.dossier/1"

  /// `synoptic.dossier/1`.
  public var schema: String
  /// What made it.
  public var tool: Tool
  /// The reports, in the order given.
  public var reports: [ReportEntry]
  /// Id of the event that the reports are about.
  public var mainEvent: String?
  /// Events.
  public var events: [Event]
  /// The ledger: who says what.
  public var claims: [Claim]
  /// Every figure.
  public var tolls: [Toll]
  /// Words that two reports share.
  public var passages: [Passage]
  /// Text that two reports share in other words; nil when there is none.
  public var rewritings: [Rewriting]?
  /// The independent origins.
  public var origins: [Origin]
  /// Who took words from whom; nil in dossiers made before lineage was told.
  public var lineage: [LineageEdge]?
  /// How many origins of equal weight would be as varied as those of the story's words, copies
  /// counted once (e to the entropy of their shares); nil when unknown.
  public var effectiveOrigins: Double?
  /// Where accounts agree, differ, or only seem to.
  public var points: [Point]
  /// Derived low, best and high figures with their derivation.
  public var ranges: [DerivedRange]
  /// Actors joined across reports.
  public var actors: [Actor]
  /// Places joined across reports.
  public var places: [Place]
  /// What happened when, in order.
  public var timeline: [Moment]
  /// What was odd in the input.
  public var notes: [NoteEntry]
  /// SHA-256 of the canonical JSON of everything else: `verify` sees any later change.
  public var seal: String?

  /// Creates an empty dossier made by `tool`.
  public init(tool: Tool) {
    schema = Self.currentSchema
    self.tool = tool
    reports = []
    mainEvent = nil
    events = []
    claims = []
    tolls = []
    passages = []
    rewritings = nil
    origins = []
    lineage = nil
    effectiveOrigins = nil
    points = []
    ranges = []
    actors = []
    places = []
    timeline = []
    notes = []
    seal = nil
  }
}
