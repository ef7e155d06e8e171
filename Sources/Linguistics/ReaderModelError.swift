/// A model that loads but cannot read reports.
public struct ReaderModelError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Sendable {
    /// A head that reading needs is not there.
    case missingHead = "missing-head"
    /// A head is of another kind, or has other labels, than reading needs.
    case unfitHead = "unfit-head"
    /// The encoder itself is of another make: sequences too short, shapes unknown.
    case unfitEncoder = "unfit-encoder"
  }
  /// What is wrong.
  public let code: Code
  /// The file, as named when the model was read.
  public let path: String
  /// The head, as in "arcs"; nil when the fault is no head's.
  public let head: String?
  /// A sentence for a person: what was found, what was expected.
  public let detail: String

  /// Creates an error.
  public init(code: Code, path: String, head: String?, detail: String) {
    self.code = code
    self.path = path
    self.head = head
    self.detail = detail
  }
}

extension ReaderModelError: CustomStringConvertible {
  /// The file, what is wrong with it, and the next step.
  public var description: String {
    "\(path): \(detail); read with a model that Training/ makes for reading reports, "
      + "or without a model"
  }
}
