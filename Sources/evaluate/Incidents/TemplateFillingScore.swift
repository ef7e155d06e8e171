/// Template filling as Du and others measure it (GTT, 2021): kinds and role fillers in templates.
///
/// Templates of a message are mapped one to one, only to those of their kind, so that most items
/// are right. A template's items are its kind and the fillers of five roles (`RoleFillerScore`);
/// a filler is right when it is a mention of any filler of its role in the mapped template.
/// Optional templates and fills count as others do. That work maps for the best F1 of the
/// message, this for the most right items of both sides; the two seldom differ.
struct TemplateFillingScore {
  /// The kinds and each role, in the order of `RoleFillerScore.roles`.
  private(set) var parts = [CoreferenceScore.Part](
    repeating: CoreferenceScore.Part(), count: RoleFillerScore.roles.count + 1)

  /// Kinds and roles together.
  var all: CoreferenceScore.Part {
    parts.reduce(into: CoreferenceScore.Part()) { $0.add($1) }
  }

  private struct Template: Equatable {
    var types: [String]
    /// For each role the fillers, each with its mentions.
    var fillers: [[[String]]]
  }

  /// Adds a message.
  mutating func add(_ responses: [IncidentTemplate], keys: [IncidentKey], text: FillerText) {
    var gold: [Template] = []
    for key in keys {
      let template = Template(
        types: key[.type].flatMap(\.alternatives),
        fillers: RoleFillerScore.roles.map { item in
          key[item.role.slot].map(text.mentions).filter { !$0.isEmpty }
        })
      if !gold.contains(template) { gold.append(template) }
    }
    let found = responses.map { response in
      Template(
        types: [response.type.rawValue],
        fillers: RoleFillerScore.roles.map { item in
          response[item.role].map { [FillerText.normalized($0)] }
        })
    }
    let pairs = Assignment.pairs(
      gold.map { key in
        found.map { response in
          guard response.types.allSatisfy(key.types.contains) else { return 0 }
          return Self.score(response, key).reduce(0) { $0 + $1.right + $1.rightOfGold }
        }
      })
    for template in gold { add(Self.items(template), isGold: true) }
    for template in found { add(Self.items(template), isGold: false) }
    for (key, pair) in zip(gold, pairs) {
      guard let pair else { continue }
      for (index, part) in Self.score(found[pair], key).enumerated() { parts[index].add(part) }
    }
  }

  private mutating func add(_ items: [Int], isGold: Bool) {
    for (index, count) in items.enumerated() {
      if isGold {
        parts[index].gold += Double(count)
      } else {
        parts[index].found += Double(count)
      }
    }
  }

  private static func items(_ template: Template) -> [Int] { [1] + template.fillers.map(\.count) }

  /// What is right of a response and of a key of its kind, for the kind and each role.
  private static func score(_ response: Template, _ key: Template) -> [CoreferenceScore.Part] {
    var kind = CoreferenceScore.Part()
    kind.right = 1
    kind.rightOfGold = 1
    return [kind]
      + zip(response.fillers, key.fillers).map { found, gold in
        func fits(_ filler: [String], _ entity: [String]) -> Bool {
          filler.allSatisfy(entity.contains)
        }
        var part = CoreferenceScore.Part()
        part.right = Double(found.count { filler in gold.contains { fits(filler, $0) } })
        part.rightOfGold = Double(gold.count { entity in found.contains { fits($0, entity) } })
        return part
      }
  }
}

extension CoreferenceScore.Part {
  fileprivate mutating func add(_ other: CoreferenceScore.Part) {
    right += other.right
    found += other.found
    gold += other.gold
    rightOfGold += other.rightOfGold
  }
}
