/// Something odd in the input that is not an error; it is kept and shown.
public struct Note: Hashable, Sendable {
  /// A stable machine name, such as `decoded-windows-1252`.
  public let code: String
  /// A sentence for a person.
  public let message: String
  /// Where in the report, when it is about one place.
  public let range: TextRange?

  /// Creates a note.
  public init(code: String, message: String, range: TextRange? = nil) {
    self.code = code
    self.message = message
    self.range = range
  }
}
