public import Texts

/// What a report brings to the search for copied passages.
public struct ReuseInput: Sendable {
  /// The text; ranges in results count its bytes.
  public let text: SourceText
  /// The part to search: the body with its headline, without the date line.
  public let range: TextRange
  /// Who published it, nil when unknown; two reports of one outlet may be versions.
  public let outlet: String?
  /// The day of publication as days since 1970-01-01, nil when unknown.
  public let publishedDay: Int?
  /// The moment of publication as seconds since 1970-01-01, UTC; nil when only the day is known.
  public let publishedSecond: Int?
  /// Agencies that the text credits with its words, by their usual short names.
  public let credits: [String]
  /// The short name of the agency that the outlet is; nil when it is none.
  public let agency: String?
  /// The report's sentences with their vectors; none when nobody gives any.
  public let sentences: ReportSentences

  /// Creates an input.
  public init(
    text: SourceText, range: TextRange, outlet: String?, publishedDay: Int?, credits: [String],
    publishedSecond: Int? = nil, agency: String? = nil,
    sentences: ReportSentences = ReportSentences()
  ) {
    self.publishedSecond = publishedSecond
    self.agency = agency
    self.text = text
    self.range = range
    self.outlet = outlet
    self.publishedDay = publishedDay
    self.credits = credits
    self.sentences = sentences
  }
}

/// Words that two reports share because one took them from the other, or both from a third.
public struct Passage: Hashable, Sendable {
  /// Why the words are shared.
  public enum Kind: String, Sendable {
    /// Taken over.
    case copy
    /// A public statement, quoted by both.
    case quote
    /// Furniture of an outlet or agency: captions, tails, credits.
    case boilerplate
    /// Two versions of one outlet's report.
    case version
  }

  /// One side of a passage.
  public struct Side: Hashable, Sendable {
    /// Index of the report in the input order.
    public let report: Int
    /// The words, in that report.
    public let range: TextRange

    /// Creates a side.
    public init(report: Int, range: TextRange) {
      self.report = report
      self.range = range
    }
  }

  /// The side with the lower report index.
  public let a: Side
  /// The other side.
  public let b: Side
  /// Why the words are shared.
  public let kind: Kind
  /// How many words match exactly.
  public let matchedWords: Int
  /// How alike the two sides are when they say the same in other words, as a mean cosine; nil
  /// when the words themselves match.
  public let similarity: Float?
  /// Index into `ReuseResult.origins`.
  public let origin: Int

  /// Creates a passage.
  public init(
    a: Side, b: Side, kind: Kind, matchedWords: Int, similarity: Float? = nil, origin: Int
  ) {
    self.a = a
    self.b = b
    self.kind = kind
    self.matchedWords = matchedWords
    self.similarity = similarity
    self.origin = origin
  }
}

/// Where words come from, as far as the texts show.
public struct ReuseOrigin: Hashable, Sendable {
  /// What the origin is.
  public enum Kind: String, Sendable {
    /// A report that took nothing of weight from the others.
    case outlet
    /// An agency that the texts credit.
    case agency
    /// A source that several reports share and none of them is.
    case unseen
  }
  /// What the judgment rests on.
  public enum Basis: String, Sendable {
    /// Shared words.
    case measured
    /// A credit line.
    case credited
    /// Shared words without evidence of direction, or text told in other words; a doubt never
    /// adds an origin.
    case judged
    /// Too little text to measure.
    case unmeasured
  }

  /// The agency or outlet; nil when unseen and uncredited.
  public let name: String?
  /// What the origin is.
  public let kind: Kind
  /// What the judgment rests on.
  public let basis: Basis
  /// Indexes of the reports whose account goes back to it, in order.
  public let reports: [Int]

  /// Creates an origin.
  public init(name: String?, kind: Kind, basis: Basis, reports: [Int]) {
    self.name = name
    self.kind = kind
    self.basis = basis
    self.reports = reports
  }
}

/// All passages that some reports share, and the origins that follow.
public struct ReuseResult: Sendable {
  /// Passages whose words match, ordered by report a, range a, report b, range b.
  public let passages: [Passage]
  /// Passages told in other words, ordered the same way: judged, not measured.
  public let rewritings: [Passage]
  /// Origins; every report belongs to at least one as a whole (`reportOrigin`).
  public let origins: [ReuseOrigin]
  /// For each report the index of the origin of its account as a whole.
  public let reportOrigin: [Int]
  /// Who took which words from whom.
  public let lineage: Lineage
  /// How many origins of equal weight would be as varied as these, weighed by the words that each
  /// gave the story, copies counted once; nil where there are no words.
  public let effectiveOrigins: Double?

  /// Creates a result.
  public init(
    passages: [Passage], rewritings: [Passage] = [], origins: [ReuseOrigin],
    reportOrigin: [Int], lineage: Lineage = Lineage(), effectiveOrigins: Double? = nil
  ) {
    self.passages = passages
    self.rewritings = rewritings
    self.origins = origins
    self.reportOrigin = reportOrigin
    self.lineage = lineage
    self.effectiveOrigins = effectiveOrigins
  }
}
