import Knowledge

/// Who and what an incident was done to, as far as it decides whether it is worth a template.
struct IncidentVictims {
  /// Whether soldiers or police did it.
  var isByState = false
  private var hasUnarmed = false
  private var hasTarget = false
  /// Whether somebody or something is not just `people` or `the population`.
  private var isSpecific = false
  /// How many of the dead have names.
  private(set) var namedDead = 0
  /// How many of the injured have names.
  private(set) var namedInjured = 0
  private var dead: [String: Int?] = [:]
  private var injured: [String: Int?] = [:]

  /// Creates victims of nothing yet.
  init() {}

  /// How many died, when of everybody named the number is known.
  var deaths: Int? { Self.sum(dead) }
  /// How many were injured, when of everybody named the number is known.
  var injuries: Int? { Self.sum(injured) }

  /// Adds someone or something that it was done to.
  mutating func add(_ phrase: IncidentPhrase, harm: HarmLexicon.Kind?) {
    hasTarget = true
    if !phrase.isArmed, phrase.kind != .unclear { hasUnarmed = true }
    if phrase.number != nil || !Self.isGeneral(phrase.description ?? "") { isSpecific = true }
    guard phrase.kind == .person || phrase.kind == .unclear else { return }
    let words = phrase.name ?? phrase.description ?? ""
    switch harm {
    case .killed:
      if phrase.name != nil, dead[words] == nil { namedDead += 1 }
      dead[words] = .some(phrase.number)
    case .wounded:
      if phrase.name != nil, injured[words] == nil { namedInjured += 1 }
      injured[words] = .some(phrase.number)
    default: break
    }
  }

  /// Whether MUC-4 wants it: somebody or something that is not armed by trade suffered it.
  ///
  /// Without a day or a town it must be somebody or something that can be told from others.
  func isRelevant(_ template: IncidentTemplate, isPlaced: Bool) -> Bool {
    let isNamed =
      !template[.target].isEmpty || !template[.name].isEmpty || !template[.description].isEmpty
    return isNamed && hasTarget && hasUnarmed && (isPlaced || isSpecific)
  }

  /// Whether words stand for people at large.
  private static func isGeneral(_ words: String) -> Bool {
    switch words.split(separator: " ").last {
    case "PEOPLE", "POPULATION", "CITIZENS", "CIVILIANS", "SOCIETY", "COUNTRY", "NATION", "PERSONS",
      "LIVES", "LIFE", "VICTIMS", "WORKERS", "PEASANTS", "LEADERS", "COUNTRIES":
      true
    default: false
    }
  }

  private static func sum(_ numbers: [String: Int?]) -> Int? {
    if numbers.isEmpty { return nil }
    var sum = 0
    for number in numbers.values {
      guard let number else { return nil }
      sum += number
    }
    return sum
  }
}
