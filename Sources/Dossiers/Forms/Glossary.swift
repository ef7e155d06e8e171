/// Plain English for the words of the contract.
package enum Glossary {
  static func relation(_ word: String, isFigure: Bool) -> String {
    switch word {
    case "agree": "they say the same"
    case "refine": "one is more exact than the other"
    case "part-of":
      isFigure ? "one counts part of what the other counts" : "one is part of the other"
    case "disjoint": "they speak of different people, places or times"
    case "supersede": "a later account replaces an earlier one of the same claimant"
    case "contradict": "they speak of the same thing and cannot both hold"
    case "denied": "one says it, another denies it"
    case "unknown-scope":
      isFigure
        ? "they may count different people; the texts do not tell"
        : "they may speak of different things; the texts do not tell"
    default: word
    }
  }

  package static func realis(_ word: String) -> String {
    switch word {
    case "actual": "happened"
    case "past": "an earlier event, told as background"
    case "cumulative": "a statistic over many events"
    case "planned": "planned"
    case "hypothetical": "only supposed"
    case "negated": "said not to have happened"
    default: word
    }
  }

  package static func eventRelation(_ word: String) -> String {
    switch word {
    case "main": "the event itself"
    case "part": "part of it"
    case "cause": "led to it"
    case "response": "answers it"
    case "earlier-same-kind": "an earlier one of the same kind"
    case "context": "context"
    default: word
    }
  }

  package static func stance(_ word: String, isNegated: Bool) -> String {
    let verb =
      switch word {
      case "calls-for": "calls for"
      case "claims-responsibility": "claims responsibility"
      case "no-comment": "declines to comment"
      default: word
      }
    return isNegated ? "negated: \(verb)" : verb
  }

  static func passage(_ word: String) -> String {
    switch word {
    case "copy": "copied words"
    case "quote": "one statement, quoted by both"
    case "boilerplate": "furniture: credit, caption or tail"
    case "version": "two versions of one report"
    default: word
    }
  }

  static func rewriting(_ kind: String) -> String {
    kind == "version" ? "a version in other words" : "rewritten"
  }

  /// What shows in which direction words went.
  static func evidence(_ word: String) -> String {
    switch word {
    case "time": "published earlier"
    case "credit": "named as the source"
    case "containment": "the same text, cut short"
    case "additions": "each has words of its own that others lack"
    case "unknown": "cannot tell"
    default: word
    }
  }

  static func shortEvidence(_ word: String) -> String {
    switch word {
    case "time": "earlier"
    case "credit": "named"
    case "containment": "cut short"
    case "additions": "both added"
    default: evidence(word)
    }
  }

  static func basis(_ word: String) -> String {
    switch word {
    case "measured": "shared words"
    case "credited": "a credit or citation"
    case "judged": "shared or rewritten words, direction unclear"
    case "unmeasured": "too little text to measure"
    default: word
    }
  }

  static func originKind(_ word: String) -> String {
    switch word {
    case "outlet": "an outlet's own account"
    case "agency": "an agency"
    case "unseen": "a source none of the reports is"
    case "speaker": "someone quoted or cited"
    default: word
    }
  }

  package static func type(_ word: String) -> String {
    switch word {
    case "AGREE": "agreement"
    case "CONSULT": "talks or visit"
    case "SUPPORT": "support"
    case "CONCEDE": "concession"
    case "COOPERATE": "cooperation"
    case "AID": "aid"
    case "RETREAT": "retreat, release or ceasefire"
    case "REQUEST": "demand"
    case "ACCUSE": "accusation"
    case "REJECT": "refusal"
    case "THREATEN": "threat"
    case "PROTEST": "protest"
    case "SANCTION": "sanction"
    case "MOBILIZE": "mobilization"
    case "COERCE": "coercion"
    case "ASSAULT": "attack"
    default: word
    }
  }

  static func standard(_ word: String) -> String {
    switch word {
    case "all": "every standard"
    case "acled": "ACLED"
    case "ucdp": "UCDP"
    case "airwars": "Airwars"
    default: word
    }
  }

  /// A number with its bounds: `4`, `at least 7`, `2 to 4`, `about 40`.
  package static func figure(low: Int, high: Int?, isApproximate: Bool) -> String {
    let number =
      switch high {
      case nil: "at least \(low)"
      case low: low == 0 ? "none" : "\(low)"
      case let high? where low == 0: "up to \(high)"
      case let high?: "\(low) to \(high)"
      }
    return isApproximate ? "about \(number)" : number
  }

  /// `people`, `civilians`, … for a figure's category.
  package static func people(_ category: String, one: Bool) -> String {
    switch category {
    case "civilian": one ? "civilian" : "civilians"
    case "child": one ? "child" : "children"
    case "combatant": one ? "fighter" : "fighters"
    case "police": one ? "police officer" : "police officers"
    case "military": one ? "soldier" : "soldiers"
    case "mixed": "people of several kinds"
    default: one ? "person" : "people"
    }
  }
}
