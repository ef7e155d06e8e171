public import Texts

/// Given names from many countries, from `Data/lexicon/forenames.tsv`.
public struct Forenames: Sendable {
  /// Whom a name is given to.
  public enum Gender: Sendable { case female, male, either }

  private var genders: [Word: Gender] = [:]

  /// Reads the list from the bytes of its file.
  public init(_ bytes: [UInt8]) {
    for row in TSV(bytes).rows where row.count >= 2 {
      let gender: Gender = row[1] == "F" ? .female : row[1] == "M" ? .male : .either
      genders[Spelling(row[0]).word] = gender
    }
  }

  /// Whom a name is given to; nil when it is not on the list.
  public func gender(_ name: Word) -> Gender? { genders[name] }
}
