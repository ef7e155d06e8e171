public import Texts

/// Nouns for what things are done to besides people: buildings, vehicles, gatherings
/// (`lexicon/sites.tsv`).
public struct SiteLexicon: Sendable {
  /// What a noun stands for.
  public enum Kind: String, Sendable {
    /// A building or a place made for something: `school`, `checkpoint`.
    case site
    /// What carries people or goods: `bus`, `aircraft`.
    case vehicle
    /// What serves many: `bridge`, `pipeline`.
    case works
    /// Where people live: `village`.
    case settlement
    /// People who come together: `funeral`, `convoy`.
    case gathering
  }

  private var kinds: [Word: Kind] = [:]

  /// Reads the table; rows with an unknown kind are left out.
  public init(_ table: TSV) {
    for row in table.rows where row.count >= 2 {
      guard let kind = Kind(rawValue: row[1]) else { continue }
      kinds[Word(folding: row[0])] = kind
    }
  }

  /// What the dictionary form of a noun stands for; nil when it is not in the table.
  public func kind(_ lemma: Word) -> Kind? { kinds[lemma] }
}
