// What the dossier says of single reports, and the words it cites.
extension Dossier {
  /// What made a dossier.
  public struct Tool: Codable, Hashable, Sendable {
    /// `synoptic`.
    public var name: String
    /// The release.
    public var version: String
    /// The reader used: a model's name, or `rules`.
    public var model: String

    /// Creates the description of a tool.
    public init(name: String, version: String, model: String) {
      self.name = name
      self.version = version
      self.model = model
    }
  }

  /// Words in a report whose id is said elsewhere.
  public struct Span: Codable, Hashable, Sendable {
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// The words.
    public var text: String

    /// Creates a span.
    public init(start: Int, end: Int, text: String) {
      self.start = start
      self.end = end
      self.text = text
    }
  }

  /// Words in a report.
  public struct Citation: Codable, Hashable, Sendable {
    /// Id of the report.
    public var report: String
    /// First code point.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// The words.
    public var text: String

    /// Creates a citation.
    public init(report: String, start: Int, end: Int, text: String) {
      self.report = report
      self.start = start
      self.end = end
      self.text = text
    }
  }

  /// A report read.
  public struct ReportEntry: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// The file.
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
    public var title: Span?
    /// Agencies credited.
    public var agencies: [Agency]
    /// Id of the origin that its account as a whole goes back to.
    public var origin: String?

    /// Creates an entry.
    public init(
      id: String, path: String, sha256: String, outlet: String?, published: String?,
      language: String?, title: Span?, agencies: [Agency], origin: String? = nil
    ) {
      self.id = id
      self.path = path
      self.sha256 = sha256
      self.outlet = outlet
      self.published = published
      self.language = language
      self.title = title
      self.agencies = agencies
      self.origin = origin
    }
  }

  /// An agency credited in a report.
  public struct Agency: Codable, Hashable, Sendable {
    /// Its usual short name.
    public var name: String
    /// `text` or `picture`.
    public var subject: String
    /// The words that say so.
    public var span: Span

    /// Creates an agency credit.
    public init(name: String, subject: String, span: Span) {
      self.name = name
      self.subject = subject
      self.span = span
    }
  }

  /// Words that two reports share.
  public struct Passage: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// One side.
    public var a: Citation
    /// The other.
    public var b: Citation
    /// `copy`, `quote`, `boilerplate`, `version`.
    public var kind: String
    /// Id of the origin.
    public var origin: String

    /// Creates a passage.
    public init(id: String, a: Citation, b: Citation, kind: String, origin: String) {
      self.id = id
      self.a = a
      self.b = b
      self.kind = kind
      self.origin = origin
    }
  }

  /// An independent origin.
  public struct Origin: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// Who it is; nil when unseen.
    public var name: String?
    /// `outlet`, `agency`, `unseen`.
    public var kind: String
    /// Ids of reports that go back to it.
    public var reports: [String]
    /// Ids of claims that go back to it.
    public var claims: [String]
    /// `measured`, `credited`, `judged`, `unmeasured`.
    public var basis: String

    /// Creates an origin.
    public init(
      id: String, name: String?, kind: String, reports: [String], claims: [String], basis: String
    ) {
      self.id = id
      self.name = name
      self.kind = kind
      self.reports = reports
      self.claims = claims
      self.basis = basis
    }
  }

  /// Something odd in the input.
  public struct NoteEntry: Codable, Hashable, Sendable {
    /// Report id; nil when the file gave no report.
    public var report: String?
    /// A stable machine name.
    public var code: String
    /// A sentence for a person.
    public var message: String
    /// First code point.
    public var start: Int?
    /// One past the last.
    public var end: Int?

    /// Creates a note.
    public init(report: String?, code: String, message: String, start: Int?, end: Int?) {
      self.report = report
      self.code = code
      self.message = message
      self.start = start
      self.end = end
    }
  }
}
