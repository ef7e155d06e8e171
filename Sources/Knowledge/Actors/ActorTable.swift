public import Texts

/// Known actors: groups, agencies, monitors, bodies, and the institutions of every country.
///
/// Listed actors come from `actors.tsv`. The institutions of countries are not listed but
/// composed: an actor `IQ/defence-ministry` exists for every row of `nations.tsv` and
/// `institutions.tsv`, unless a listed actor has that key.
public struct ActorTable: Sendable {
  /// A known actor.
  public struct Actor: Hashable, Sendable {
    /// Its key, unique.
    public let key: String
    /// Its usual English name.
    public let name: String
    /// The raw value of an actor kind (`armed-group`).
    public let kind: String
    /// ISO 3166-1 alpha-2 code.
    public let country: String?
    /// Actors that it belongs to.
    public let memberOf: [Int]
  }

  /// A country.
  public struct Nation: Hashable, Sendable {
    /// ISO 3166-1 alpha-2 code.
    public let code: String
    /// Its usual English name.
    public let name: String
    /// Its first adjective (`Iraqi`), or its name when it has none.
    public let adjective: String
  }

  /// How words name a country.
  public struct NationForm: Hashable, Sendable {
    /// Which of the forms it is.
    public enum Form: Sendable { case name, adjective, capital }
    /// Index into `nations`.
    public let nation: Int
    /// Which of the forms it is.
    public let form: Form
  }

  struct Institution: Sendable {
    let id: String
    let pattern: String
    let kind: String
    let memberOf: String?
  }

  /// Countries, in the order of their codes.
  public let nations: [Nation]
  /// Nouns that name actors by what they are.
  public let nouns: ActorNouns
  /// Given names.
  public let forenames: Forenames
  private let listed: [Actor]
  private let institutions: [Institution]
  private let institutionIDs: [String: Int]
  private let keys: [String: Int]
  private let nationCodes: [String: Int]
  private var names = PhraseTable<Int>()
  private var namesAfterThe = PhraseTable<Int>()
  private var nationForms = PhraseTable<NationForm>()
  private var institutionNames = PhraseTable<Int>()

  /// Reads the tables from the bytes of their files.
  ///
  /// - Complexity: O(n) in the bytes.
  public init(
    actors: [UInt8], nations nationBytes: [UInt8], institutions institutionBytes: [UInt8],
    nouns nounBytes: [UInt8], forenames forenameBytes: [UInt8]
  ) {
    nouns = ActorNouns(nounBytes)
    forenames = Forenames(forenameBytes)
    let nationRows = TSV(nationBytes).rows.filter { $0.count >= 5 }
    nations = nationRows.map { row in
      Nation(code: row[0], name: row[1], adjective: fields(row[3]).first ?? row[1])
    }
    nationCodes = Dictionary(
      nations.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let institutionRows = TSV(institutionBytes).rows.filter { $0.count >= 4 }
    institutions = institutionRows.map { row in
      Institution(
        id: row[0], pattern: row[1], kind: row[3],
        memberOf: row.count > 4 && !row[4].isEmpty ? row[4] : nil)
    }
    institutionIDs = Dictionary(
      institutions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = TSV(actors).rows.filter { $0.count >= 6 }
    var keys: [String: Int] = [:]
    for (index, row) in rows.enumerated() where keys[row[0]] == nil { keys[row[0]] = index }
    var next = rows.count
    for nation in nations {
      for institution in institutions {
        let key = nation.code + "/" + institution.id
        if keys[key] == nil { keys[key] = next }
        next += 1
      }
    }
    self.keys = keys
    listed = rows.map { row in
      Actor(
        key: row[0], name: row[1], kind: row[3], country: row[4].isEmpty ? nil : row[4],
        memberOf: fields(row[5]).compactMap { keys[$0] })
    }
    for (index, row) in rows.enumerated() {
      for name in CollectionOfOne(row[1]) + fields(row[2]) {
        if name.hasPrefix("the ") {
          namesAfterThe.update(name) { $0 ?? index }
        } else {
          names.update(name) { $0 ?? index }
        }
      }
    }
    addNations(nationRows)
    for (index, row) in institutionRows.enumerated() {
      for phrase in fields(row[2]) { institutionNames.update(phrase) { $0 ?? index } }
    }
  }

  /// Reads the tables from the files of the data folder, named relative to it.
  public init<Failure: Error>(file: (String) throws(Failure) -> FileBytes) throws(Failure) {
    func bytes(_ name: String) throws(Failure) -> [UInt8] {
      let found = try file("lexicon/" + name)
      return found.bytes(0, found.count)
    }
    self.init(
      actors: try bytes("actors.tsv"), nations: try bytes("nations.tsv"),
      institutions: try bytes("institutions.tsv"), nouns: try bytes("actor-nouns.tsv"),
      forenames: try bytes("forenames.tsv"))
  }

  private mutating func addNations(_ rows: [[String]]) {
    for (index, row) in rows.enumerated() {
      let forms: [([String], NationForm.Form)] = [
        ([row[1]] + fields(row[2]), .name), (fields(row[3]), .adjective),
        (fields(row[4]), .capital),
      ]
      for (phrases, form) in forms {
        for phrase in phrases {
          nationForms.update(phrase) { $0 ?? NationForm(nation: index, form: form) }
        }
      }
    }
  }

  /// The number of listed actors.
  public var listedCount: Int { listed.count }

  /// A known actor by its index.
  public subscript(index: Int) -> Actor {
    if index < listed.count { return listed[index] }
    let composed = index - listed.count
    let nation = nations[composed / institutions.count]
    let institution = institutions[composed % institutions.count]
    return Actor(
      key: nation.code + "/" + institution.id,
      name: institution.pattern.filled(adjective: nation.adjective, name: nation.name),
      kind: institution.kind, country: nation.code,
      memberOf: institution.memberOf.flatMap { keys[nation.code + "/" + $0] }.map { [$0] } ?? [])
  }

  /// The index of the actor with a key.
  public func actor(key: String) -> Int? { keys[key] }

  /// The index of a country by its code.
  public func nation(code: String) -> Int? { nationCodes[code] }

  /// The actor that is an institution of a country.
  public func institution(_ institution: Int, of nation: Int) -> Int? {
    keys[nations[nation].code + "/" + institutions[institution].id]
  }

  /// The government of a country.
  public func government(of nation: Int) -> Int? {
    keys[nations[nation].code + "/government"]
  }

  /// The id (`defence-ministry`) and kind of an institution.
  public func institution(_ index: Int) -> (id: String, kind: String) {
    (institutions[index].id, institutions[index].kind)
  }

  /// The institution that a known actor is, when its key says so.
  public func institution(ofActor index: Int) -> (nation: Int, institution: Int)? {
    let key = self[index].key
    guard let slash = key.utf8.firstIndex(of: 0x2F),
      let nation = nationCodes[String(key[..<slash])],
      let institution = institutionIDs[String(key[key.utf8.index(after: slash)...])]
    else { return nil }
    return (nation, institution)
  }

  /// The longest name of a listed actor that begins at `index`.
  public func name(
    in words: [NameWord], at index: Int, end: Int
  ) -> PhraseTable<Int>.Match? {
    let match = names.match(words, at: index, end: end)
    guard index > 0, words[index - 1].word == "the", words[index].isAdjacent,
      let special = namesAfterThe.match(words, at: index, end: end),
      special.words.count > (match?.words.count ?? 0)
    else { return match }
    return special
  }

  /// The longest name, adjective or capital of a country that begins at `index`.
  public func nation(
    in words: [NameWord], at index: Int, end: Int
  ) -> PhraseTable<NationForm>.Match? {
    nationForms.match(words, at: index, end: end)
  }

  /// The longest phrase for a kind of institution that begins at `index`.
  public func institution(
    in words: [NameWord], at index: Int, end: Int
  ) -> PhraseTable<Int>.Match? {
    institutionNames.match(words, at: index, end: end)
  }

  /// The listed actor with exactly this name.
  public func actor(named name: String) -> Int? {
    let words = NameWord.words(of: name)
    return names.value(of: words) ?? namesAfterThe.value(of: words)
  }
}

extension String {
  /// The pattern with `%a` and `%n` put in.
  fileprivate func filled(adjective: String, name: String) -> String {
    var out: [UInt8] = []
    var isMark = false
    for byte in utf8 {
      if isMark {
        out += byte == 0x61 ? Array(adjective.utf8) : Array(name.utf8)
        isMark = false
      } else if byte == 0x25 {
        isMark = true
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
