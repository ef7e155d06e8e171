import Knowledge
import Texts

/// Known actors from several lists; the project's own comes first and keeps its names.
struct ActorList {
  private struct Row {
    var key: String
    var name: String
    var aliases: [String]
    var kind: String
    var country: String
    var memberOf: String
    var origin: String
  }

  private var rows: [Row] = []
  private var owners: [String: Int] = [:]
  /// Names that two rows of the compiled lists claim: they name nobody.
  private var contested: Set<String> = []
  private var ownCount = 0

  init(extra: [UInt8]) {
    for row in TSV(extra).rows where row.count >= 6 {
      add(
        Row(
          key: row[0], name: row[1], aliases: row[2].split(separator: "|").map(String.init),
          kind: row[3], country: row[4], memberOf: row[5], origin: "own"))
    }
    ownCount = rows.count
  }

  /// The form in which two names are the same name.
  private static func key(_ name: String) -> String {
    let words = NameWord.words(of: name).filter { !$0.isParticle }
    if words.count == 1, words[0].isAcronym { return name }
    return words.map { String($0.word.hash) }.joined(separator: " ")
  }

  private mutating func add(_ row: Row) {
    let index = rows.count
    for name in [row.name] + row.aliases {
      let key = Self.key(name)
      if owners[key] == nil { owners[key] = index }
    }
    rows.append(row)
  }

  /// Adds an actor, or its names to the row that has one of them already.
  private mutating func merge(_ row: Row) {
    var row = row
    let names = [row.name] + row.aliases
    let full = names.filter { NameWord.words(of: $0).count > 1 || !$0.isAcronym }
    if let owner = full.compactMap({ owners[Self.key($0)] }).first {
      for name in names where owners[Self.key(name)] == nil {
        guard !name.isAcronym || owner >= ownCount else { continue }
        owners[Self.key(name)] = owner
        rows[owner].aliases.append(name)
      }
      return
    }
    for name in names {
      guard let owner = owners[Self.key(name)], owner >= ownCount else { continue }
      contested.insert(Self.key(name))
    }
    row.aliases = row.aliases.filter { owners[Self.key($0)] == nil }
    if owners[Self.key(row.name)] != nil {
      guard let name = row.aliases.first(where: { !$0.isAcronym }) else { return }
      row.name = name
      row.aliases.removeAll { $0 == name }
    }
    add(row)
  }

  /// Formally organised groups of UCDP Actor (organisation levels 1 and 2).
  mutating func addUCDP(_ bytes: [UInt8], countries: ActorCountries) {
    let (header, rows) = Table.csv(bytes)
    func field(_ row: [String], _ name: String) -> String {
      guard let column = header[name], column < row.count else { return "" }
      let text = Table.trimmed(row[column])
      return text == "n/a" ? "" : text
    }
    for row in rows where field(row, "Org") == "1" {
      var names: [String] = []
      for column in [
        "NameOrigFullEng", "NameData", "NameOrig", "NewName", "NewNameFullEng",
        "NameOrigFull", "NewNameFullMotherTongue",
      ] {
        let name = field(row, column)
        if Self.isUsable(name, countries: countries), !names.contains(name) { names.append(name) }
      }
      guard !names.isEmpty else { continue }
      let short = field(row, "NameData")
      let name =
        short.isAcronym || !names.contains(short) ? names[0] : short
      merge(
        Row(
          key: "ucdp-" + field(row, "ActorId"), name: name,
          aliases: names.filter { $0 != name }, kind: "armed-group",
          country: countries.code(location: field(row, "Location")) ?? "", memberOf: "",
          origin: "ucdp"))
    }
  }

  /// Whether words are a name that news could print, and not a description.
  private static func isUsable(_ name: String, countries: ActorCountries) -> Bool {
    let words = NameWord.words(of: name)
    guard let first = words.first, words.count <= 12, name.utf8.count >= 3,
      name.unicodeScalars.first?.properties.isUppercase == true || first.isParticle,
      !countries.isNation(name)
    else { return false }
    if words.count == 1, name.isAcronym { return name.utf8.count >= 3 }
    switch first.word {
    case "forces", "supporters", "military", "government", "faction", "followers", "unknown",
      "supporter", "rebels", "opposition", "republic", "kingdom":
      return false
    default: break
    }
    for mark in name.unicodeScalars where mark == "(" || mark == "," || mark == ";" {
      return false
    }
    return words.count > 1 || name.utf8.count >= 5
  }

  /// Organisations of a Phoenix dictionary (MIT): names of two or more words, one of which
  /// says that it is an organisation; people are left out.
  mutating func addPhoenix(
    _ bytes: [UInt8], prefix: String, kind: String, countries: ActorCountries
  ) {
    var names: [String] = []
    var number = 0
    func flush(_ list: inout ActorList) {
      defer { names = [] }
      guard let name = names.first else { return }
      number += 1
      list.merge(
        Row(
          key: "\(prefix)\(number)", name: name, aliases: Array(names.dropFirst()),
          kind: kind == "international" ? PhoenixName.kind(of: name) : kind, country: "",
          memberOf: "", origin: "phoenix"))
    }
    for line in bytes.split(separator: 0x0A) {
      let text = Table.trimmed(String(decoding: line, as: UTF8.self))
      guard let first = text.utf8.first, first != 0x23 else { continue }
      if first == 0x5B { continue }
      if first != 0x2B { flush(&self) }
      if let name = PhoenixName.name(of: text), !countries.isNation(name),
        !names.contains(name)
      {
        names.append(name)
      }
    }
    flush(&self)
  }

  var table: String {
    var text = """
      # Known actors; written by `CompileKnowledge actors`, do not edit.
      # Columns: key, name, aliases (|), kind, country (ISO 3166-1 alpha-2), memberOf (keys, |), origin.
      # Origin: own = actors-extra.tsv; ucdp = UCDP Actor Dataset v22.1 (Uppsala University,
      # CC BY 4.0); phoenix = Phoenix dictionaries of the Open Event Data Alliance (MIT).

      """
    for row in rows {
      let names = ([row.name] + row.aliases).enumerated()
        .filter { row.origin == "own" || !contested.contains(Self.key($1)) || $0 == 0 }
        .map { Table.trimmed($1) }
      if row.origin != "own", contested.contains(Self.key(row.name)) { continue }
      text +=
        [
          row.key, names[0], names.dropFirst().joined(separator: "|"), row.kind, row.country,
          row.memberOf, row.origin,
        ].joined(separator: "\t") + "\n"
    }
    return text
  }
}

extension String {
  /// One word, all capitals.
  var isAcronym: Bool {
    let words = NameWord.words(of: self)
    return words.count == 1 && words[0].isAcronym
  }
}

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

/// Given names with the gender of those who bear them.
struct ForenameList {
  private var genders: [String: Set<String>] = [:]

  init(_ bytes: [UInt8], extra: [UInt8]) {
    for row in TSV(extra).rows where row.count >= 2 {
      genders[row[0], default: []].formUnion(row[1] == "E" ? ["F", "M"] : [row[1]])
    }
    let (header, rows) = Table.csv(bytes)
    guard let name = header["Romanized Name"], let gender = header["Gender"] else { return }
    for row in rows where row.count > max(name, gender) {
      let words = NameWord.words(of: row[name])
      guard words.count == 1, row[name].utf8.count >= 2 else { continue }
      genders[Table.trimmed(row[name]), default: []].insert(row[gender])
    }
  }

  var table: String {
    var text = """
      # Given names in Latin letters and the gender of those who bear them (F, M, or both: E);
      # written by `CompileKnowledge actors`, do not edit.
      # Origin: Popular Names by Country Dataset (sigpwned, CC0 1.0) and forenames-extra.tsv.

      """
    for (name, found) in genders.sorted(by: { $0.key < $1.key }) {
      text += "\(name)\t\(found == ["F"] ? "F" : found == ["M"] ? "M" : "E")\n"
    }
    return text
  }
}
