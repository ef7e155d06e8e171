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
    var origin: ActorOrigin
  }

  private var rows: [Row] = []
  private var owners: [String: Int] = [:]
  /// Names that two rows of the compiled lists claim: they name nobody.
  private var contested: Set<String> = []
  private var ownCount = 0
  /// Rows by their number in UCDP Actor.
  private var ucdpRows: [String: Int] = [:]
  private var ucdpCount = 0
  /// Who belongs to whom.
  private var links: [ActorTableWriter.Link] = []

  init(extra: [UInt8]) throws {
    for row in TSV(extra).rows where row.count >= 6 {
      add(
        Row(
          key: row[0], name: row[1], aliases: row[2].split(separator: "|").map(String.init),
          kind: row[3], country: row[4], origin: .own))
      for owner in row[5].split(separator: "|") {
        try links.append(ActorLinks.link(of: row[0], to: String(owner), relation: .part))
      }
    }
    ownCount = rows.count
  }

  /// The key of the actor that bears a full name, when one does.
  func key(named name: String) -> String? { owners[Self.key(name)].map { rows[$0].key } }

  /// The key of the international body of the project's own list with a short name.
  func body(named name: String) -> String? {
    guard let owner = owners[Self.key(name)], owner < ownCount,
      rows[owner].kind == "international"
    else { return nil }
    return rows[owner].key
  }

  /// How many groups of UCDP Actor have a row, and how many there are.
  var groupsFound: (found: Int, all: Int) { (ucdpRows.count, ucdpCount) }

  /// Adds memberships.
  mutating func add(_ more: [ActorTableWriter.Link]) { links += more }

  /// The form in which two names are the same name.
  private static func key(_ name: String) -> String {
    let words = NameWord.words(of: name).filter { !$0.isParticle }
    if words.count == 1, words[0].isAcronym { return name }
    return words.map { String($0.word.hash) }.joined(separator: " ")
  }

  @discardableResult private mutating func add(_ row: Row) -> Int {
    let index = rows.count
    for name in [row.name] + row.aliases {
      let key = Self.key(name)
      if owners[key] == nil { owners[key] = index }
    }
    rows.append(row)
    return index
  }

  /// Adds an actor, or its names to the row that has one of them already.
  ///
  /// - Returns: the row that has them; nil when none of its names is free.
  @discardableResult private mutating func merge(_ row: Row, current: String? = nil) -> Int? {
    var row = row
    let names = [row.name] + row.aliases
    // A group that changed its name is the row that has the present one.
    let full = ([current].compactMap(\.self) + names)
      .filter { NameWord.words(of: $0).count > 1 || !$0.isAcronym }
    if let owner = full.compactMap({ owners[Self.key($0)] }).first {
      for name in names where owners[Self.key(name)] == nil {
        guard !name.isAcronym || owner >= ownCount else { continue }
        owners[Self.key(name)] = owner
        rows[owner].aliases.append(name)
      }
      if rows[owner].country.isEmpty, owner >= ownCount { rows[owner].country = row.country }
      return owner
    }
    for name in names {
      guard let owner = owners[Self.key(name)], owner >= ownCount else { continue }
      contested.insert(Self.key(name))
    }
    row.aliases = row.aliases.filter { owners[Self.key($0)] == nil }
    if owners[Self.key(row.name)] != nil {
      guard let name = row.aliases.first(where: { !$0.isAcronym }) else { return nil }
      row.name = name
      row.aliases.removeAll { $0 == name }
    }
    return add(row)
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
      ucdpCount += 1
      var names: [String] = []
      for column in [
        "NameOrigFullEng", "NameData", "NameOrig", "NewName", "NewNameFullEng",
        "NameOrigFull", "NewNameFullMotherTongue",
      ] {
        // A group that changed its name more than once has the names in a list.
        let isList = column.hasPrefix("New")
        for name in UCDPName.names(in: field(row, column), isList: isList) {
          if Self.isUsable(name, countries: countries), !names.contains(name) {
            names.append(name)
          }
        }
      }
      guard !names.isEmpty else { continue }
      let short = field(row, "NameData")
      let current = UCDPName.names(in: field(row, "NewNameFullEng"), isList: true).last
      let name =
        short.isAcronym || !names.contains(short) ? names[0] : short
      ucdpRows[field(row, "ActorId")] = merge(
        Row(
          key: "ucdp-" + field(row, "ActorId"), name: name,
          aliases: names.filter { $0 != name }, kind: "armed-group",
          country: countries.code(location: field(row, "Location")) ?? "", origin: .ucdp),
        current: current)
    }
    for row in rows { addLinks(ofUCDP: field(row, "ActorId")) { field(row, $0) } }
  }

  /// Whom a group joined, with whom it formed another, what it is a faction of and what it left.
  private mutating func addLinks(ofUCDP id: String, field: (String) -> String) {
    guard let member = ucdpRows[id] else { return }
    let columns: [(String, Membership.Relation)] = [
      ("ActorIdGroup", .joined), ("ActorIdAlliance", .alliance), ("ActorIdSplitTemp", .faction),
      ("ActorIdPrev", .splinter),
    ]
    for (column, relation) in columns {
      for other in field(column).split(separator: ",") {
        guard let owner = ucdpRows[Table.trimmed(other)], owner != member else { continue }
        links.append(
          ActorTableWriter.Link(
            member: rows[member].key, owner: rows[owner].key, relation: relation, origin: .ucdp))
      }
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
    var number = 0
    for entry in PhoenixEntry.entries(in: bytes) {
      var names: [String] = []
      for line in entry.names {
        guard let name = PhoenixName.name(of: line), !countries.isNation(name),
          !names.contains(name)
        else { continue }
        names.append(name)
      }
      guard let name = names.first else { continue }
      number += 1
      let code = entry.codes.first { !$0.isDated }
      let row = merge(
        Row(
          key: "\(prefix)\(number)", name: name, aliases: Array(names.dropFirst()),
          kind: kind == "international" ? PhoenixName.kind(of: name) : kind,
          country: code.flatMap { countries.code(inPhoenix: $0.code) } ?? "", origin: .phoenix))
      guard let row, rows[row].origin == .phoenix, let body = code?.body, body != name,
        let owner = self.body(named: body)
      else { continue }
      links.append(
        ActorTableWriter.Link(member: rows[row].key, owner: owner, origin: .phoenix))
    }
  }

  /// When groups and parties that are known already governed or served with a country, as the
  /// dated codes of Phoenix have it; people, and names of one word, are passed over.
  mutating func addService(_ bytes: [UInt8], countries: ActorCountries) {
    for entry in PhoenixEntry.entries(in: bytes) {
      let names = entry.names.compactMap { PhoenixName.name(of: $0) }
      guard let member = names.compactMap({ key(named: $0) }).first else { continue }
      for code in entry.codes where code.isDated {
        guard let owner = code.served(in: countries) else { continue }
        links.append(
          ActorTableWriter.Link(
            member: member, owner: owner, relation: .service, from: code.from, until: code.until,
            origin: .phoenix))
      }
    }
  }

  /// Who belongs to whom, each once, among the rows that are left and the institutions of states.
  var memberships: [ActorTableWriter.Link] {
    let keys = Set(written.map(\.key))
    var seen: Set<ActorTableWriter.Link> = []
    return links.filter { link in
      [link.member, link.owner].allSatisfy { keys.contains($0) || $0.utf8.contains(0x2F) }
        && seen.insert(link).inserted
    }
  }

  /// The rows that are left: names that two compiled lists claim for two actors are taken out.
  var written: [ActorTableWriter.Row] {
    rows.compactMap { row in
      if row.origin != .own, contested.contains(Self.key(row.name)) { return nil }
      return ActorTableWriter.Row(
        key: row.key, name: Table.trimmed(row.name),
        aliases: row.aliases.filter {
          row.origin == .own || !contested.contains(Self.key($0))
        }.map { Table.trimmed($0) },
        kind: row.kind, country: row.country, origin: row.origin)
    }
  }
}

extension String {
  /// One word, all capitals.
  var isAcronym: Bool {
    let words = NameWord.words(of: self)
    return words.count == 1 && words[0].isAcronym
  }
}
