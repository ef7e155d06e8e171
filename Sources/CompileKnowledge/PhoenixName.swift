import Knowledge
import Texts

/// Names as Phoenix writes them: `ISLAMIC_ARMY_OF_ADEN_(IAA)_`.
enum PhoenixName {
  /// The name in ordinary letters; nil when it does not look like an organisation's.
  static func name(of line: String) -> String? {
    var words: [String] = []
    var word = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "+" where words.isEmpty && word.isEmpty: continue
      case "_", " ":
        if !word.isEmpty { words.append(word) }
        word = ""
      case ";", "[", "(", "\t", "#", "+":
        if !word.isEmpty { words.append(word) }
        return named(words)
      default: word.unicodeScalars.append(scalar)
      }
    }
    if !word.isEmpty { words.append(word) }
    return named(words)
  }

  private static func named(_ words: [String]) -> String? {
    guard (2...10).contains(words.count) else { return nil }
    let folded = words.map { Folding.folded($0) }
    guard folded.contains(where: { kinds[$0] != nil }),
      !folded.contains(where: { Self.unwanted.contains($0) })
    else { return nil }
    return folded.enumerated().map { index, word in
      index > 0 && small.contains(word) ? word : capitalized(word)
    }.joined(separator: " ")
  }

  /// What kind of organisation the name's words say it is.
  static func kind(of name: String) -> String {
    for word in Folding.folded(name).split(separator: " ").reversed() {
      if let kind = kinds[String(word)], kind != "organization" { return kind }
    }
    return "organization"
  }

  private static func capitalized(_ word: String) -> String {
    var out = ""
    var isStart = true
    for scalar in word.unicodeScalars {
      out += isStart ? scalar.properties.uppercaseMapping : String(scalar)
      isStart = scalar == "-"
    }
    return out
  }

  private static let small: Set<String> = [
    "of", "for", "and", "the", "in", "on", "to", "de", "la", "del", "against", "di", "al",
  ]

  private static let unwanted: Set<String> = [
    "minister", "president", "chief", "director", "secretary", "chairman", "spokesman", "leader",
    "commissioner", "mr", "ambassador", "general-secretary", "envoy", "head", "gen", "soldiers",
  ]

  private static let kinds: [String: String] = [
    "army": "armed-group", "front": "armed-group", "brigade": "armed-group",
    "brigades": "armed-group", "movement": "armed-group", "militia": "armed-group",
    "forces": "armed-group", "liberation": "armed-group", "jihad": "armed-group",
    "commandos": "armed-group", "command": "armed-group", "battalion": "armed-group",
    "group": "organization", "organization": "organization", "organisation": "organization",
    "association": "organization", "committee": "organization", "council": "organization",
    "federation": "organization", "union": "organization", "league": "organization",
    "commission": "international", "fund": "organization", "institute": "organization",
    "foundation": "organization", "society": "organization", "network": "organization",
    "centre": "organization", "center": "organization", "conference": "organization",
    "alliance": "organization", "watch": "monitor", "rights": "monitor",
    "observatory": "monitor", "programme": "international", "program": "international",
    "bank": "organization", "court": "international", "tribunal": "international",
    "mission": "international", "agency": "international", "trust": "organization",
    "party": "party", "congress": "organization", "coalition": "organization",
    "international": "organization", "cartel": "armed-group", "klan": "armed-group",
  ]
}
