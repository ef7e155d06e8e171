public import Texts

/// One item as one outlet published it at one time.
public struct Report: Sendable, Identifiable {
  /// Unique within one run, in the order given, as in `r1`.
  public let id: String
  /// The file as the user named it.
  public let path: String
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  public let sha256: String
  /// Who published it; nil when neither the file nor the user says.
  public let outlet: String?
  /// The day of publication; nil when not stated.
  ///
  /// Never a substitute for the event's date.
  public let published: CalendarDate?
  /// The ISO 639 code of the language it is written in; nil when it cannot be told.
  public let language: String?
  /// The headline, when the text has one.
  public let title: TextRange?
  /// The account itself: without date line and headline.
  public let body: TextRange
  /// Paragraphs of the body, in order.
  public let paragraphs: [TextRange]
  /// Where the text credits agencies: `(AFP)`, `Reuters -`, `Image Credit: AP`.
  public let credits: [CreditLine]
  /// The text as published; every range counts its bytes.
  public let text: SourceText
  /// What was odd.
  public let notes: [Note]

  /// Whether claims can be read from it: written in English.
  public var isReadable: Bool { language == "en" }

  /// Creates a report from its parts.
  public init(
    id: String, path: String, sha256: String, outlet: String?, published: CalendarDate?,
    language: String?, title: TextRange?, body: TextRange, paragraphs: [TextRange],
    credits: [CreditLine], text: SourceText, notes: [Note]
  ) {
    self.id = id
    self.path = path
    self.sha256 = sha256
    self.outlet = outlet
    self.published = published
    self.language = language
    self.title = title
    self.body = body
    self.paragraphs = paragraphs
    self.credits = credits
    self.text = text
    self.notes = notes
  }
}

/// A place where a report credits an agency with words or a picture.
public struct CreditLine: Hashable, Sendable {
  /// What is credited.
  public enum Subject: String, Sendable {
    /// The text, in whole or part.
    case text
    /// A picture and its caption only.
    case picture
  }

  /// The agency's usual short name, such as `AFP`.
  public let agency: String
  /// What it is credited with.
  public let subject: Subject
  /// The words that say so.
  public let range: TextRange

  /// Creates a credit line.
  public init(agency: String, subject: Subject, range: TextRange) {
    self.agency = agency
    self.subject = subject
    self.range = range
  }
}
