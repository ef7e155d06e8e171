import Texts

/// Function words by their work in a clause.
enum Grammar {
  static func isBe(_ word: Word) -> Bool {
    switch word {
    case "is", "are", "was", "were", "be", "been", "being", "am", "got", "gets", "get": true
    default: false
    }
  }

  static func isHave(_ word: Word) -> Bool {
    switch word {
    case "has", "have", "had", "having", "'ve", "'d": true
    default: false
    }
  }

  static func isModal(_ word: Word) -> Bool {
    switch word {
    case "could", "may", "might", "would", "should", "can", "must": true
    default: false
    }
  }

  static func isFuture(_ word: Word) -> Bool {
    switch word {
    case "will", "shall", "'ll": true
    default: false
    }
  }

  static func isNegation(_ word: Word) -> Bool {
    switch word {
    case "not", "n't", "never", "without", "neither", "nor", "no", "cannot", "nobody", "none",
      "didn't", "doesn't", "don't", "wasn't", "weren't", "isn't", "aren't", "hasn't", "haven't",
      "hadn't", "won't", "can't", "couldn't", "wouldn't", "didnt", "wasnt", "werent":
      true
    default: false
    }
  }

  static func isDeterminer(_ word: Word) -> Bool {
    switch word {
    case "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our",
      "some", "any", "another", "each", "every", "all", "both", "several", "many", "two", "three",
      "'s", "'":
      true
    default: false
    }
  }

  static func isPreposition(_ word: Word) -> Bool {
    switch word {
    case "in", "on", "at", "of", "by", "for", "with", "from", "to", "near", "against", "after",
      "before", "during", "over", "under", "into", "inside", "outside", "between", "among",
      "amid", "since", "through", "across", "around", "about", "following", "within", "towards",
      "toward", "along", "off", "behind", "via", "despite", "until", "beyond", "beside", "like",
      "upon", "onto", "without":
      true
    default: false
    }
  }

  /// Prepositions that put an event before or behind the one that the clause tells of.
  static func isSubordinating(_ word: Word) -> Bool {
    switch word {
    case "after", "over", "following", "for", "since", "before", "amid", "from", "behind", "to",
      "during", "about", "against", "when", "because", "despite", "where":
      true
    default: false
    }
  }

  static func isPlacePreposition(_ word: Word) -> Bool {
    switch word {
    case "in", "near", "at", "outside", "inside", "around", "on", "across", "over", "into",
      "within", "along", "towards", "toward", "throughout":
      true
    default: false
    }
  }

  static func isClauseMark(_ word: Word) -> Bool {
    switch word {
    case ",", ";", ":", "\u{2014}", "\u{2013}", "(", ")", ".", "!", "?", "\"", "\u{201C}",
      "\u{201D}":
      true
    default: false
    }
  }

  static func isConjunction(_ word: Word) -> Bool {
    switch word {
    case "and", "or", "but", "while", "whereas", "although", "though", "when", "if", "as",
      "because", "who", "which", "that", "where":
      true
    default: false
    }
  }

  static func isSpeechVerb(_ word: Word) -> Bool {
    switch word {
    case "said", "says", "say", "told", "added", "reported", "announced", "stated", "wrote",
      "tweeted", "saying", "confirmed", "claimed", "according":
      true
    default: false
    }
  }

  /// Verbs by which a weapon is used: `fired a dozen missiles`.
  static func isFiring(_ word: Word) -> Bool {
    switch word {
    case "fired", "fires", "fire", "firing", "launched", "launches", "launching", "launch",
      "dropped", "drops", "dropping", "hurled", "hurling", "hurls", "lobbed", "lobbing", "rained",
      "threw", "thrown", "throwing", "detonated", "detonating", "planted", "unleashed":
      true
    default: false
    }
  }

  /// Words of paying back.
  static func isRetaliation(_ word: Word) -> Bool {
    switch word {
    case "retaliation", "retaliatory", "response", "revenge", "reprisal", "vengeance", "reaction",
      "retribution", "retaliated", "retaliate", "responded", "responding", "payback", "reply",
      "retaliating":
      true
    default: false
    }
  }
}
