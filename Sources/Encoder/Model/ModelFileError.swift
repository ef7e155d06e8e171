/// A model file that cannot be used.
public struct ModelFileError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Sendable {
    /// The file does not begin as a model file does.
    case foreign = "not-a-model"
    /// A format or a kind of model that this build does not read.
    case unsupported
    /// The file is shorter than it says.
    case truncated
    /// The bytes are not those that were written.
    case corrupt
    /// A part is missing, or has another shape than the model needs.
    case shape
  }
  /// What is wrong.
  public let code: Code
  /// The file, as named.
  public let path: String
  /// A sentence for a person: what was found, what was expected.
  public let detail: String

  /// Creates an error.
  public init(code: Code, path: String, detail: String) {
    self.code = code
    self.path = path
    self.detail = detail
  }
}

extension ModelFileError: CustomStringConvertible {
  /// The file, what is wrong with it, and the next step.
  public var description: String {
    "\(path): \(detail); make the file again with Training/convert.py"
  }
}
