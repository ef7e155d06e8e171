/// A slot that is filled with words of the message.
enum IncidentRole: String, CaseIterable, Encodable {
  case perpetrator, organization, target, name, description, instrument

  /// The slot of a key that holds the same.
  var slot: IncidentKey.Slot {
    switch self {
    case .perpetrator: .perpetrator
    case .organization: .organization
    case .target: .target
    case .name: .name
    case .description: .description
    case .instrument: .instrument
    }
  }
}

/// What kind of incident it is, as MUC-4 divides them.
enum IncidentType: String {
  case attack = "ATTACK"
  case bombing = "BOMBING"
  case kidnapping = "KIDNAPPING"
  case arson = "ARSON"
  case hijacking = "HIJACKING"
  case robbery = "ROBBERY"
}

/// What was read of one incident of a message.
struct IncidentTemplate {
  /// What kind of incident it is.
  var type: IncidentType
  /// The words that fill each slot, in order, each once.
  var fillers: [IncidentRole: [String]] = [:]
  /// How many died; nil when nothing is said of it.
  var deaths: Int?
  /// How many were injured; nil when nothing is said of it.
  var injuries: Int?

  /// The words that fill a slot.
  subscript(role: IncidentRole) -> [String] { fillers[role] ?? [] }

  /// Adds a filler, unless it is there already; of a name and a part of it the whole stays.
  mutating func add(_ words: String, as role: IncidentRole) {
    if words.isEmpty || fillers[role]?.contains(words) == true { return }
    if role == .name || role == .organization, let known = fillers[role] {
      let parts = Set(words.split(separator: " "))
      for (index, other) in known.enumerated() {
        let others = Set(other.split(separator: " "))
        if parts.isSubset(of: others) { return }
        if others.isSubset(of: parts) {
          fillers[role]?[index] = words
          return
        }
      }
    }
    fillers[role, default: []].append(words)
  }
}

extension IncidentTemplate {
  /// Leaves out what another filler of the slot says more fully, and who did it to themselves.
  mutating func tidy() {
    for role in [IncidentRole.target, .description] {
      let all = self[role].map { $0.split(separator: " ") }
      fillers[role] = all.indices.filter { index in
        !all.contains { other in
          other.count > all[index].count
            && (0...other.count - all[index].count).contains {
              other[$0..<$0 + all[index].count].elementsEqual(all[index])
            }
        }
      }.map { self[role][$0] }
    }
    let suffered = self[.name] + self[.description]
    fillers[.perpetrator] = self[.perpetrator].filter { !suffered.contains($0) }
  }
}

extension IncidentKey {
  /// How many people the key says were killed (`DEATH`) or injured (`INJURY`); nil when it says
  /// of none, or not how many.
  ///
  /// The numbers of all fills of `HUM TGT: NUMBER` whose person or group has the effect as its
  /// only alternative are added up. A plural without a number, a range, an approximate number
  /// and a fill without a number leave the sum unknown.
  func count(effect: String) -> Int? {
    var sum = 0
    for fill in self[.victimEffect] where fill.alternatives.contains(effect) {
      guard fill.alternatives == [effect], !fill.isOptional,
        let number = self[.victimNumber].first(where: { $0.referents == fill.referents }),
        let value = number.alternatives.count == 1 ? Int(number.alternatives[0]) : nil, value > 0
      else { return nil }
      sum += value
    }
    return sum > 0 ? sum : nil
  }
}
