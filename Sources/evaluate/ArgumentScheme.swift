import Claims

/// How the types and roles of the KAIROS ontology, in which WikiEvents is annotated, stand for
/// PLOVER's types and for the roles of events.
///
/// | KAIROS | PLOVER | why |
/// |---|---|---|
/// | Conflict.Attack, Life.Die, Life.Injure | ASSAULT | a killing or wounding is an attack's deed |
/// | ArtifactExistence.Damage… (damage, destroy) | ASSAULT | mode `destroy` |
/// | Conflict.Demonstrate | PROTEST | |
/// | Justice.ArrestJailDetain | COERCE | mode `arrest` |
/// | Justice.InvestigateCrime | ACCUSE | mode `investigate` |
/// | Justice.ChargeIndict, Justice.TrialHearing | ACCUSE, SANCTION | a charge, or a court's step |
/// | Justice.Convict, Justice.Sentence | SANCTION | mode `convict` |
/// | Justice.ReleaseParole | RETREAT | mode `release` |
/// | Contact.RequestCommand | REQUEST | |
/// | Contact.ThreatenCoerce | THREATEN, COERCE | a threat, or pressure |
/// | Transaction.Donation | AID | |
///
/// PLOVER has no place for the others: what is said, bought, made, moved, examined, treated or
/// caught as an illness, crimes without a deed, accidents, offices, acquittals.
enum ArgumentScheme {
  /// PLOVER's types for a KAIROS type of two or three parts, the usual one first; empty for none.
  static func types(of name: String) -> [String] {
    let parts = name.split(separator: ".")
    guard parts.count > 1 else { return [] }
    switch "\(parts[0]).\(parts[1])" {
    case "Conflict.Attack", "Life.Die", "Life.Injure": return ["ASSAULT"]
    case "ArtifactExistence.DamageDestroyDisableDismantle":
      let isPeaceful = parts.count > 2 && (parts[2] == "DisableDefuse" || parts[2] == "Dismantle")
      return isPeaceful ? [] : ["ASSAULT"]
    case "Conflict.Demonstrate": return ["PROTEST"]
    case "Justice.ArrestJailDetain": return ["COERCE"]
    case "Justice.InvestigateCrime": return ["ACCUSE"]
    case "Justice.ChargeIndict", "Justice.TrialHearing": return ["ACCUSE", "SANCTION"]
    case "Justice.Convict", "Justice.Sentence": return ["SANCTION"]
    case "Justice.ReleaseParole": return ["RETREAT"]
    case "Contact.RequestCommand": return ["REQUEST"]
    case "Contact.ThreatenCoerce": return ["THREATEN", "COERCE"]
    case "Transaction.Donation": return ["AID"]
    default: return []
    }
  }

  /// Whether an event of ours is of a kind that the corpus annotates: of PLOVER's RETREAT only
  /// releases are.
  static func isInScope(type: String, mode: String?) -> Bool {
    switch type {
    case "ASSAULT", "PROTEST", "COERCE", "ACCUSE", "SANCTION", "REQUEST", "THREATEN", "AID": true
    case "RETREAT": mode == "release"
    default: false
    }
  }

  /// Our role for one of KAIROS; nil for none: topics, crimes, parts of the body, goods.
  static func role(of name: String) -> EventArgument.Role? {
    switch name {
    case "Attacker", "Killer", "Injurer", "Perpetrator", "Jailer", "Demonstrator", "Damager",
      "Destroyer", "DamagerDestroyer", "Communicator", "Prosecutor", "Investigator", "JudgeCourt",
      "Giver":
      .perpetrator
    case "Target", "Victim", "Detainee", "Defendant", "Artifact", "Recipient": .target
    case "Instrument", "ExplosiveDevice": .weapon
    case "Place": .place
    default: nil
    }
  }
}
