/// A mapped table that cannot be read.
public struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: String, Sendable {
    /// It is no such table.
    case foreign
    /// It has a format that this build does not read.
    case unsupportedVersion = "unsupported-version"
    /// It ends too early or goes on too long.
    case truncated
    /// Its bytes are not those that were written.
    case damaged
  }

  /// What is wrong.
  public let code: Code
  /// The file in the data folder, as in `actors.table`.
  public let name: String
  /// A sentence for a person, with the next step.
  public let message: String

  init(_ code: Code, name: String, _ what: String) {
    self.code = code
    self.name = name
    message = "\(name): \(what); rebuild it with Scripts/compile-knowledge"
  }

  /// The sentence for a person.
  public var description: String { message }
}
