import Texts

/// Countries by their names, adjectives and capitals, from `Data/lexicon/nations.tsv`.
public struct NationTable: Sendable {
  /// A country.
  public struct Nation: Hashable, Sendable {
    /// ISO 3166-1 alpha-2 code.
    public let code: String
    /// The usual English name.
    public let name: String
  }

  /// The countries, in the order of the table.
  public let nations: [Nation]
  private let names: [PlaceKey: Int]
  private let adjectives: [PlaceKey: Int]
  private let capitals: [PlaceKey: Int]

  /// Reads a table with the columns code, name, other names, adjectives and people, capitals;
  /// several in one column are separated by `|`.
  public init(_ table: TSV) {
    var nations: [Nation] = []
    var names: [PlaceKey: Int] = [:]
    var adjectives: [PlaceKey: Int] = [:]
    var capitals: [PlaceKey: Int] = [:]
    for row in table.rows where row.count >= 5 {
      func enter(_ column: String, into keys: inout [PlaceKey: Int]) {
        for name in fields(column) {
          let key = PlaceKey(name)
          if keys[key] == nil { keys[key] = nations.count }
        }
      }
      enter(row[1], into: &names)
      enter(row[2], into: &names)
      enter(row[3], into: &adjectives)
      enter(row[4], into: &capitals)
      nations.append(Nation(code: row[0], name: row[1]))
    }
    self.nations = nations
    self.names = names
    self.adjectives = adjectives
    self.capitals = capitals
  }

  /// The country of a name; nil when there is none.
  public func nation(named key: PlaceKey) -> Nation? { names[key].map { nations[$0] } }

  /// The country of an adjective or a word for its people.
  public func nation(ofAdjective key: PlaceKey) -> Nation? { adjectives[key].map { nations[$0] } }

  /// The country of a capital's name.
  public func nation(ofCapital key: PlaceKey) -> Nation? { capitals[key].map { nations[$0] } }
}
