/// Scores of templates against keys, after MUC-4's guidelines (version 7).
///
/// Within a message responses and keys are mapped one to one so that most is right. A pair needs
/// kinds that agree at least in part (a response `ATTACK` agrees in part with any kind) and one
/// agreement in perpetrators, targets or victims. What is mapped to nothing is spurious or
/// missing with all its fills; optional fills and templates are never missing.
struct IncidentScore {
  /// What a slot's fills come to.
  struct Slot: Encodable {
    var slot: String
    /// Fills of keys that must be there or were found.
    var possible = 0
    /// Fills of responses.
    var actual = 0
    var right = 0
    var partial = 0

    var recall: Double { possible == 0 ? 0 : credit / Double(possible) }
    var precision: Double { actual == 0 ? 0 : credit / Double(actual) }
    /// The harmonic mean of the two.
    var f1: Double {
      precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
    private var credit: Double { Double(right) + Double(partial) / 2 }

    init(_ slot: String) { self.slot = slot }

    mutating func add(_ other: Slot) {
      possible += other.possible
      actual += other.actual
      right += other.right
      partial += other.partial
    }

    mutating func add(_ match: FillMatch) {
      if match == .right { right += 1 }
      if match == .partial { partial += 1 }
    }
  }

  /// Whether an incident was found at all: a mapped pair is right.
  private(set) var templates = Slot("templates")
  private(set) var type = Slot("type")
  private(set) var roles: [IncidentRole: Slot] = [:]
  private(set) var deaths = Slot("deaths")
  private(set) var injuries = Slot("injuries")

  /// Creates a score of nothing.
  init() {
    for role in IncidentRole.allCases { roles[role] = Slot(role.rawValue) }
  }

  /// The slots in order, and all that hold words or kinds added up, as `all`.
  var rows: [Slot] {
    let filled = [type] + IncidentRole.allCases.compactMap { roles[$0] }
    var all = Slot("all")
    for slot in filled { all.add(slot) }
    return [templates] + filled + [all, deaths, injuries]
  }

  /// Adds a message.
  mutating func add(_ responses: [IncidentTemplate], keys: [IncidentKey]) {
    let mapping = Self.mapping(responses, keys)
    var unmapped = Set(responses.indices)
    for (number, key) in keys.enumerated() {
      let response = mapping[number].map { responses[$0] }
      if let found = mapping[number] { unmapped.remove(found) }
      if response == nil, key.isOptional { continue }
      add(response, key)
    }
    for response in unmapped.sorted() { add(responses[response], nil) }
  }

  private mutating func add(_ response: IncidentTemplate?, _ key: IncidentKey?) {
    if key != nil { templates.possible += 1 }
    if response != nil { templates.actual += 1 }
    if key != nil, response != nil { templates.right += 1 }
    if key != nil { type.possible += 1 }
    if response != nil { type.actual += 1 }
    if let response, let key { type.add(Self.match(response.type, key)) }
    for role in IncidentRole.allCases {
      roles[role]?.add(Self.slot(response?[role] ?? [], key?[role.slot] ?? []))
    }
    deaths.add(Self.number(response?.deaths, key?.count(effect: "DEATH")))
    injuries.add(Self.number(response?.injuries, key?.count(effect: "INJURY")))
  }

  /// The fills of a slot mapped one to one so that most is right.
  static func slot(_ words: [String], _ fills: [IncidentKey.Fill]) -> Slot {
    var slot = Slot("")
    slot.actual = words.count
    let values = fills.map { fill in words.map { FillMatch($0, fill).credit } }
    let pairs = Assignment.pairs(values)
    for (number, fill) in fills.enumerated() {
      let match = pairs[number].map { FillMatch(words[$0], fill) } ?? .wrong
      if match == .wrong, fill.isOptional { continue }
      slot.possible += 1
      slot.add(match)
    }
    return slot
  }

  private static func number(_ response: Int?, _ key: Int?) -> Slot {
    var slot = Slot("")
    if key != nil { slot.possible += 1 }
    if let response, response > 0 { slot.actual += 1 }
    if let key, key == response { slot.right += 1 }
    return slot
  }

  static func match(_ type: IncidentType, _ key: IncidentKey) -> FillMatch {
    if key[.type].contains(where: { $0.alternatives.contains(type.rawValue) }) { return .right }
    return type == .attack ? .partial : .wrong
  }

  /// For each key the response it is mapped to.
  private static func mapping(_ responses: [IncidentTemplate], _ keys: [IncidentKey]) -> [Int?] {
    let values = keys.map { key in responses.map { value($0, key) } }
    return Assignment.pairs(values)
  }

  /// What a pair is worth; 0 when it may not be mapped.
  private static func value(_ response: IncidentTemplate, _ key: IncidentKey) -> Double {
    let type = match(response.type, key)
    if type == .wrong { return 0 }
    var value = type.credit
    var isMappable = false
    for role in IncidentRole.allCases {
      let slot = slot(response[role], key[role.slot])
      let credit = Double(slot.right) + Double(slot.partial) / 2
      value += credit
      if credit > 0, role != .instrument { isMappable = true }
    }
    return isMappable ? value : 0
  }
}

extension Assignment {
  /// For each row the column of the best assignment; nil where it is worth nothing.
  ///
  /// The least rows and columns come first among equals; meant for few of each.
  static func pairs(_ values: [[Double]]) -> [Int?] {
    var pairs = [Int?](repeating: nil, count: values.count)
    var total = best(values)
    var rest = values
    for row in values.indices {
      for column in values[row].indices where rest[row][column] > 0 {
        var without = rest
        for other in without.indices { without[other][column] = 0 }
        for other in without[row].indices { without[row][other] = 0 }
        guard best(without) + rest[row][column] >= total - 1e-9 else { continue }
        total -= rest[row][column]
        rest = without
        pairs[row] = column
        break
      }
    }
    return pairs
  }
}
