/// Something that does not hold in a dossier, or between a dossier and its report files.
public struct Finding: Hashable, Sendable {
  /// What does not hold; the raw values are stable machine names.
  public enum Code: String, Sendable, CaseIterable {
    /// The cited words stand in no report of the dossier.
    case quoteNotFound = "quote-not-found"
    /// The cited words stand in the report, but not at the cited place.
    case quoteMoved = "quote-moved"
    /// The cited words stand in another report of the dossier.
    case wrongDocument = "wrong-document"
    /// The report file is not the one that was read.
    case sourceChanged = "source-changed"
    /// The report file cannot be read.
    case reportMissing = "report-missing"
    /// An id that nothing has.
    case danglingReference = "dangling-reference"
    /// An id that two things have.
    case duplicateID = "duplicate-id"
    /// A word that is not among those of the contract.
    case outOfVocabulary = "out-of-vocabulary"
    /// A value that cannot be: a range that ends before it starts, a day that is none.
    case impossibleValue = "impossible-value"
    /// The seal does not fit: some cell was changed after the dossier was made.
    case altered
  }

  /// What does not hold.
  public let code: Code
  /// The cell, such as `tolls[3].span`.
  public let path: String
  /// A sentence for a person.
  public let message: String

  /// Creates a finding.
  public init(code: Code, path: String, message: String) {
    self.code = code
    self.path = path
    self.message = message
  }
}

/// What checking a dossier gave.
public struct Verification: Hashable, Sendable {
  /// What does not hold, in the order of the dossier's cells; empty when all does.
  public let findings: [Finding]
  /// How many cited words were compared with a report.
  public let citations: Int
  /// How many reports could be read.
  public let reports: Int

  /// The outcome for a terminal: one line a finding, code first, and a line that counts them.
  ///
  /// Quoted words are given without control characters. Ends with a line feed.
  public var text: String {
    let words = "\(counted(citations, "citation")) in \(counted(reports, "report"))"
    guard !findings.isEmpty else { return "verified: \(words) checked, nothing to report\n" }
    let width = findings.map(\.code.rawValue.utf8.count).max() ?? 0
    var lines = findings.map { finding in
      let code = finding.code.rawValue
      let padding = String(repeating: " ", count: width - code.utf8.count)
      return "\(code)\(padding)  \(finding.path): \(Plain.line(finding.message))"
    }
    lines.append("\(counted(findings.count, "finding")); \(words) checked")
    return lines.joined(separator: "\n") + "\n"
  }
}

/// `1 report`, `2 reports`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
