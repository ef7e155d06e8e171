/// CEAF-REE: role fillers as entities, the measure of Du and others (GRIT, 2021).
///
/// All templates of a message are one: for each of five roles, entities of the keys (a fill's
/// alternatives that the message has) are mapped one to one to those of the responses. An entity
/// found is right when all its mentions are among the key entity's, in lower case without marks
/// and articles. Victims are names alone there, as in that work's reduced keys.
struct RoleFillerScore {
  /// The roles of that work, with the slot that holds each.
  static let roles: [(name: String, role: IncidentRole)] = [
    ("PerpInd", .perpetrator), ("PerpOrg", .organization), ("Target", .target),
    ("Victim", .name), ("Weapon", .instrument),
  ]

  private(set) var counts = roles.map { _ in Agreement() }

  /// All roles together.
  var all: Agreement {
    counts.reduce(into: Agreement()) { $0.add(gold: $1.gold, found: $1.found, same: $1.same) }
  }

  /// Adds a message.
  mutating func add(_ responses: [IncidentTemplate], keys: [IncidentKey], text: FillerText) {
    for (index, item) in Self.roles.enumerated() {
      let gold = Self.apart(keys.flatMap { $0[item.role.slot] }.map(\.alternatives))
        .map { text.mentions(of: IncidentKey.Fill(alternatives: $0)) }.filter { !$0.isEmpty }
      let found = Self.apart(
        responses.flatMap { $0[item.role] }.map { [FillerText.normalized($0)] })
      let values = gold.map { entity in
        found.map { $0.allSatisfy(entity.contains) ? 1.0 : 0 }
      }
      counts[index].add(
        gold: gold.count, found: found.count, same: Int(Assignment.best(values).rounded()))
    }
  }

  /// Entities in order; one whose mentions another has, or that has all of another's, is left out.
  private static func apart(_ mentions: [[String]]) -> [[String]] {
    var entities: [[String]] = []
    for candidate in mentions {
      let isNew = !entities.contains { entity in
        candidate.allSatisfy(entity.contains) || entity.allSatisfy(candidate.contains)
      }
      if isNew { entities.append(candidate) }
    }
    return entities
  }
}
