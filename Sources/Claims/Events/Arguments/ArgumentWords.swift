import Texts

/// How words of events take their roles.
enum ArgumentWords {
  /// Verbs whose subject is the one harmed: `three miners died`.
  static func isUndergone(_ lemma: Word) -> Bool {
    switch lemma {
    case "die", "perish", "drown", "suffocate", "succumb", "bleed", "burn", "collapse", "crash",
      "disappear", "vanish", "suffer", "sustain", "survive", "undergo", "flee", "starve", "choke":
      true
    default: false
    }
  }

  /// Verbs of going off: without an object, what stands before them is the means.
  static func isGoingOff(_ lemma: Word) -> Bool {
    switch lemma {
    case "explode", "detonate", "go", "blow", "burst", "erupt", "rain", "fall", "land": true
    default: false
    }
  }

  /// Verbs that take as object what they harm with: `fired rockets at`.
  static func isLaunching(_ lemma: Word) -> Bool {
    switch lemma {
    case "fire", "launch", "drop", "hurl", "lob", "throw", "detonate", "plant", "unleash", "use",
      "deploy", "explode", "lay", "rain", "set", "trigger", "toss", "shoot":
      true
    default: false
    }
  }

  /// Nouns of deeds that both sides do: `clashes with`, `fighting between`.
  static func isMutual(_ lemma: Word) -> Bool {
    switch lemma {
    case "clash", "battle", "fight", "fighting", "firefight", "gunfight", "gunbattle", "shootout",
      "skirmish", "war", "combat", "confrontation", "engagement", "hostility", "conflict",
      "standoff", "talk", "meeting", "negotiation", "agreement", "deal", "truce", "ceasefire",
      "crossfire":
      true
    default: false
    }
  }

  /// Nouns of what befalls someone: whoever owns them is the one harmed (`Ruiz's killing`).
  static func isSuffered(_ lemma: Word) -> Bool {
    switch lemma {
    case "killing", "murder", "assassination", "death", "abduction", "kidnapping", "kidnaping",
      "arrest", "detention", "release", "execution", "beheading", "lynching", "imprisonment",
      "disappearance", "slaying", "torture", "rape", "beating", "stabbing", "poisoning", "capture",
      "captivity", "deportation", "expulsion", "hanging", "loss", "injury", "wound", "fatality",
      "casualty", "demise", "conviction", "sentencing", "trial", "freeing", "homicide", "drowning":
      true
    default: false
    }
  }

  /// Verbs that lend an event its victim as subject: `suffered an attack`.
  static func isSufferingSupport(_ lemma: Word) -> Bool {
    switch lemma {
    case "suffer", "sustain", "survive", "escape", "face", "experience", "endure", "undergo": true
    default: false
    }
  }

  /// Verbs that only tell of an event, and lend it no subject.
  static func isTelling(_ lemma: Word) -> Bool {
    switch lemma {
    case "announce", "report", "claim", "stop", "prompt", "trigger", "spark", "cause": true
    default: false
    }
  }

  /// Verbs of having a thing in one's hands: `a depot used by X`.
  static func isHolding(_ lemma: Word) -> Bool {
    switch lemma {
    case "use", "utilize", "utilise", "hold", "run", "operate", "own", "control", "man", "occupy",
      "guard", "belong", "inhabit", "command", "manage", "rent", "staff", "drive", "fly", "crew",
      "house", "defend", "keep", "maintain", "seize", "capture":
      true
    default: false
    }
  }

  /// Prepositions before what an attack is aimed at.
  static func isAim(_ word: Word) -> Bool {
    switch word {
    case "on", "against", "at", "upon", "into", "toward", "towards", "targeting", "onto": true
    default: false
    }
  }

  /// Heads that only say how many or which of those that `of` brings in.
  static func isPartitive(_ lemma: Word) -> Bool {
    switch lemma {
    case "number", "dozen", "hundred", "thousand", "score", "group", "member", "handful", "couple",
      "pair", "majority", "rest", "part", "half", "most", "many", "some", "several", "one", "all",
      "none", "million", "series", "crowd", "team", "lot", "total", "each", "any", "few", "wave",
      "band", "column", "remains", "body", "unit", "contingent", "barrage", "volley", "salvo",
      "spate", "string":
      true
    default: false
    }
  }
}
