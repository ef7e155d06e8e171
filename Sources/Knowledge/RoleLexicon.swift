public import Texts

/// Nouns for people, and the status that each gives them (`lexicon/roles.tsv`).
public struct RoleLexicon: Sendable {
  /// The status that a noun gives people.
  public enum Category: String, Sendable {
    case civilian, child, combatant, police, military, unstated
  }

  /// What the noun stands for.
  public enum Kind: String, Sendable {
    /// A person: `soldier`.
    case person
    /// Someone of a nationality or faith; the same word is often an adjective: `Kenyan`.
    case people
    /// A collective of people: `staff`.
    case group
    /// No people: `vehicle`.
    case thing
  }

  /// What the table says of one form of a noun.
  public struct Role: Hashable, Sendable {
    /// The status it gives.
    public let category: Category
    /// Whether the noun decides the status; else a modifier before it may.
    public let decides: Bool
    /// What it stands for.
    public let kind: Kind
    /// Whether the form is a plural.
    public let isPlural: Bool
  }

  private var roles: [Word: Role] = [:]
  private var modifiers: [Word: Category] = [:]

  /// Reads the table; rows with an unknown kind are left out.
  public init(_ table: TSV) {
    for row in table.rows where row.count >= 5 {
      let category = Category(rawValue: row[2]) ?? .unstated
      if row[4] == "modifier" {
        modifiers[Word(folding: row[0])] = category
        continue
      }
      guard let kind = Kind(rawValue: row[4]) else { continue }
      // A form that is singular and plural alike (`troops`, `Lebanese`) counts as plural.
      for (column, isPlural) in [(0, false), (1, true)] where row[column] != "-" {
        roles[Word(folding: row[column])] = Role(
          category: category, decides: row[3] == "own", kind: kind, isPlural: isPlural)
      }
    }
  }

  /// What a noun says of people; nil when it is not in the table.
  public func role(_ word: Word) -> Role? { roles[word] }

  /// The status that a word lends to a weak noun after it: `army` to `officers`.
  public func modifier(_ word: Word) -> Category? { modifiers[word] }
}
