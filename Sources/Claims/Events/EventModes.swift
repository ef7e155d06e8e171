import Knowledge
import Linguistics

/// Finds the mode of an event from its triggers and from the means told near them.
struct EventModes {
  let weights: EventWeights
  let weapons: [WeaponMention]

  /// The mode that most of the evidence speaks for; nil without evidence.
  ///
  /// - Parameters:
  ///   - triggers: the event's triggers.
  ///   - barred: sentences that tell of other events only.
  ///   - isMain: means told far from the triggers count a little too.
  /// - Returns: one of the modes of `DOSSIER.md`.
  func mode(of triggers: [Trigger], barred: Set<Int>, isMain: Bool) -> String? {
    guard let type = triggers.first?.type else { return nil }
    var evidence: [String: Double] = [:]
    for trigger in triggers {
      // The same words may stand for several modes of the type; the first is the likelier.
      guard let entry = trigger.entries.first(where: { $0.type == type && $0.mode != nil }),
        let mode = entry.mode
      else { continue }
      evidence[mode, default: 0] += max(trigger.weight, 0.05) * factor(of: mode)
    }
    if type == "ASSAULT" {
      let top = triggers.map(\.weight).max() ?? 0
      func isTold(_ mode: String) -> Bool {
        triggers.contains { $0.entry.mode == mode && $0.weight >= top * 0.3 }
      }
      // Hostages are in many stories; only taking them, told early, is an abduction.
      let isTaking = isTold("abduction")
      if !isTaking { evidence["abduction"] = nil }
      let told = Set(triggers.map(\.sentence))
      for weapon in weapons where !barred.contains(weapon.sentence) {
        guard let mode = weapon.entry.mode, mode != "abduction" || isTaking else { continue }
        let nearness =
          told.contains(weapon.sentence)
          ? 1
          : !isMain
            ? 0
            : told.contains(weapon.sentence - 1) || told.contains(weapon.sentence + 1) ? 0.4 : 0.15
        evidence[mode, default: 0] +=
          weights[weapon.sentence] * Double(weapon.entry.strength) / 4 * nearness * factor(of: mode)
      }
    }
    // Means to control a crowd are not what killed.
    if triggers.contains(where: { Self.isKilling($0) && $0.realis == .actual }) {
      evidence["crowd-control"] = nil
    }
    return decision(evidence)
  }

  private static func isKilling(_ trigger: Trigger) -> Bool {
    switch trigger.entry.words {
    case "kill", "death", "dead", "die", "death toll", "slay": true
    default: false
    }
  }

  /// Damage and beating accompany other means and say less than these.
  private func factor(of mode: String) -> Double {
    switch mode {
    case "destroy", "beat", "torture", "targeted": 0.5
    default: 1
    }
  }

  /// The strongest mode, unless a rarer one that says more is well supported: every suicide
  /// bombing is told with bombs too, every gas attack with what dropped the gas.
  private func decision(_ evidence: [String: Double]) -> String? {
    let ranked = evidence.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let (mode, top) = ranked.first else { return nil }
    func supports(_ other: String, _ share: Double) -> Bool {
      (evidence[other] ?? 0) >= top * share
    }
    if supports("unconventional", 0.4) { return "unconventional" }
    if supports("suicide", 0.3) { return "suicide" }
    switch mode {
    case "crowd-control" where supports("firearms", 0.35): return "firearms"
    case "explosives" where supports("vehicle", 0.8): return "vehicle"
    case "explosives" where supports("aerial", 0.5), "heavy-weapons" where supports("aerial", 0.7):
      return "aerial"
    case "targeted":
      // Murder by some means: the means says more.
      return ranked.dropFirst().first { $0.value >= top * 0.4 }?.key ?? mode
    default: return mode
    }
  }
}
