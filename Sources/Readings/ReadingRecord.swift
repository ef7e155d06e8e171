public import Dossiers
import Linguistics
import Texts

/// A reading as JSON gives it, version 1: `synoptic.reading/1`.
///
/// Every `start` and `end` counts Unicode code points of the report's file, half-open, as in a
/// dossier, and `text` repeats the words found there. Layers that only a model gives are empty in
/// a reading by rules, and so are layers that are not asked for; what is not known is left out.
public struct ReadingRecord: Codable, Hashable, Sendable {
  /// `synoptic.reading/1`.
  public var schema: String
  /// What read: this build, and the model or `rules`.
  public var tool: Dossier.Tool
  /// The report.
  public var report: ReportEntry
  /// Paragraphs, headline first.
  public var paragraphs: [Stretch]
  /// Sentences, in order.
  public var sentences: [SentenceEntry]
  /// Tokens, in order.
  public var tokens: [TokenEntry]
  /// Names, in order.
  public var names: [NameEntry]
  /// Quotations, in order of their starts.
  public var quotations: [QuotationEntry]
  /// Attributions, in order of their first words.
  public var attributions: [AttributionEntry]
  /// Actors, places, times and quantities; only when asked for.
  public var mentions: MentionsEntry?
  /// Claims, tolls and events; only when asked for, and then the mentions are there too.
  public var ledger: LedgerEntry?
  /// What was odd in the file.
  public var notes: [NoteEntry]
  /// A vector of length 1 for each sentence, to six places; only when asked for.
  public var vectors: [[Double]]?

  /// A report that was read.
  public struct ReportEntry: Codable, Hashable, Sendable {
    /// The file as named.
    public var path: String
    /// SHA-256 of its bytes.
    public var sha256: String
    /// Who published it.
    public var outlet: String?
    /// A day as `YYYY-MM-DD`.
    public var published: String?
    /// ISO 639 code.
    public var language: String?
    /// The headline.
    public var title: Dossier.Span?
  }

  /// A half-open range of code points.
  public struct Stretch: Codable, Hashable, Sendable {
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
  }

  /// A sentence.
  public struct SentenceEntry: Codable, Hashable, Sendable {
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// Index of its paragraph.
    public var paragraph: Int
    /// Index of its first token.
    public var firstToken: Int
    /// The number of its tokens.
    public var tokenCount: Int
  }

  /// A token.
  public struct TokenEntry: Codable, Hashable, Sendable {
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// As written.
    public var text: String
    /// The dictionary form.
    public var lemma: String?
    /// The part of speech, as in `PROPN`.
    public var tag: String?
    /// Index of the token it depends on; left out for a sentence's root.
    public var head: Int?
    /// How it depends on it, as in `nsubj:pass`; `root` for a sentence's root.
    public var relation: String?
  }

  /// A name.
  public struct NameEntry: Codable, Hashable, Sendable {
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// As written.
    public var text: String
    /// What is named, as in `Person`.
    public var kind: String
    /// Index of its first token.
    public var firstToken: Int
    /// The number of its tokens.
    public var tokenCount: Int
  }

  /// A quotation.
  public struct QuotationEntry: Codable, Hashable, Sendable {
    /// First code point, of the opening mark.
    public var start: Int
    /// One past the last, the closing mark included.
    public var end: Int
    /// The words between the marks.
    public var inner: Dossier.Span
    /// Whether the closing mark is there.
    public var isClosed: Bool
    /// Index of the quotation that this one goes on with.
    public var continues: Int?
    /// 0 for a quotation, 1 for one inside another.
    public var level: Int
  }

  /// Who says what.
  public struct AttributionEntry: Codable, Hashable, Sendable {
    /// `a1`, `a2` …, unique in the reading.
    public var id: String
    /// The words that name who speaks.
    public var source: Dossier.Span?
    /// The words that mark speaking.
    public var cue: Dossier.Span?
    /// What is said, in pieces.
    public var content: [Dossier.Span]
    /// `direct`, `indirect` or `mixed`.
    public var form: String
    /// Id of the attribution in whose content this one stands.
    public var parent: String?
    /// The entry of the cue in the lexicon, or its verb's lemma.
    public var cueLemma: String?
    /// Whether the cue is negated.
    public var isNegated: Bool
  }

  /// Something odd in the file.
  public struct NoteEntry: Codable, Hashable, Sendable {
    /// A stable name, as in `not-english`.
    public var code: String
    /// A sentence for a person.
    public var message: String
  }
}
