public import Texts

/// Known actors: groups, agencies, monitors, bodies, and the institutions of every country.
///
/// Listed actors lie in `actors.table`, which is mapped and read in place. The institutions of
/// countries are not listed but composed: an actor `IQ/defence-ministry` exists for every row of
/// `nations.tsv` and `institutions.tsv`, unless a listed actor has that key.
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
    /// Actors that it is a part of today.
    public let memberOf: [Int]
    /// Which source it comes from.
    public let origin: ActorOrigin
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
  private let store: ActorStore
  private let institutions: [Institution]
  private let institutionIDs: [String: Int]
  private let nationCodes: [String: Int]
  private var nationForms = PhraseTable<NationForm>()
  private var institutionNames = PhraseTable<Int>()

  /// Opens the mapped table and reads the lists of countries, institutions and nouns.
  ///
  /// - Complexity: O(n) in the bytes.
  /// - Throws: `TableError` when the table is not whole.
  public init(_ table: FileBytes, lists: ActorLists) throws(TableError) {
    self.init(try ActorStore(table, name: Self.fileName), lists: lists)
  }

  /// The table, or one without listed actors and what is wrong.
  static func whole(_ table: FileBytes, lists: ActorLists) -> (ActorTable, TableError?) {
    do throws(TableError) {
      return (try ActorTable(table, lists: lists), nil)
    } catch {
      return (ActorTable(.empty, lists: lists), error)
    }
  }

  private init(_ store: ActorStore, lists: ActorLists) {
    self.store = store
    nouns = ActorNouns(lists.nouns)
    forenames = Forenames(store.forenames)
    let nationRows = TSV(lists.nations).rows.filter { $0.count >= 5 }
    nations = nationRows.map { row in
      Nation(code: row[0], name: row[1], adjective: fields(row[3]).first ?? row[1])
    }
    nationCodes = Dictionary(
      nations.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let institutionRows = TSV(lists.institutions).rows.filter { $0.count >= 4 }
    institutions = institutionRows.map { row in
      Institution(
        id: row[0], pattern: row[1], kind: row[3],
        memberOf: row.count > 4 && !row[4].isEmpty ? row[4] : nil)
    }
    institutionIDs = Dictionary(
      institutions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    addNations(nationRows)
    for (index, row) in institutionRows.enumerated() {
      for phrase in fields(row[2]) { institutionNames.update(phrase) { $0 ?? index } }
    }
  }

  /// Where the mapped table lies in the data folder.
  public static let fileName = "actors.table"

  /// Reads the tables from the files of the data folder, named relative to it.
  ///
  /// - Throws: what `file` throws, and `TableError` when the mapped table is not whole.
  public init(file: (String) throws -> FileBytes) throws {
    func bytes(_ name: String) throws -> [UInt8] {
      let found = try file("lexicon/" + name)
      return found.bytes(0, found.count)
    }
    let lists = ActorLists(
      nations: try bytes("nations.tsv"), institutions: try bytes("institutions.tsv"),
      nouns: try bytes("actor-nouns.tsv"))
    try self.init(try file(Self.fileName), lists: lists)
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
  public var listedCount: Int { store.count }

  /// A known actor by its index.
  public subscript(index: Int) -> Actor {
    if index < store.count {
      let record = store.record(index)
      return Actor(
        key: record.key, name: record.name, kind: record.kind, country: record.country,
        memberOf: record.hasMemberships ? parts(ofKey: record.key) : [], origin: record.origin)
    }
    let (nation, institution) = composed(index)
    let owner = institution.memberOf.flatMap { actor(key: nation.code + "/" + $0) }
    return Actor(
      key: nation.code + "/" + institution.id,
      name: institution.pattern.filled(adjective: nation.adjective, name: nation.name),
      kind: institution.kind, country: nation.code, memberOf: owner.map { [$0] } ?? [],
      origin: .own)
  }

  private func composed(_ index: Int) -> (nation: Nation, institution: Institution) {
    let number = index - store.count
    return (nations[number / institutions.count], institutions[number % institutions.count])
  }

  private func key(_ index: Int) -> String {
    if index < store.count { return store.key(index) }
    let (nation, institution) = composed(index)
    return nation.code + "/" + institution.id
  }

  private func parts(ofKey key: String) -> [Int] {
    store.links(ofKey: key).filter { $0.relation == .part && $0.until == nil }
      .compactMap { actor(key: $0.owner) }
  }

  /// The other names of a listed actor; a composed one has none of its own.
  public func aliases(of index: Int) -> [String] {
    index < store.count ? store.aliases(index) : []
  }

  /// Everything that an actor belongs or belonged to, as far as the sources know.
  public func memberships(of index: Int) -> [Membership] {
    var found = store.links(ofKey: key(index)).compactMap { link in
      actor(key: link.owner).map { owner in
        Membership(
          owner: owner, relation: link.relation, from: link.from, until: link.until,
          origin: link.origin)
      }
    }
    if index >= store.count {
      found += self[index].memberOf.map {
        Membership(owner: $0, relation: .part, from: nil, until: nil, origin: .own)
      }
    }
    return found
  }

  /// What an actor belongs to on a day; memberships without dates count as lasting.
  public func memberships(of index: Int, on day: CalendarDate) -> [Membership] {
    memberships(of: index).filter { $0.holds(on: day) }
  }

  /// The index of the actor with a key.
  public func actor(key: String) -> Int? {
    if let listed = store.actor(key: key) { return listed }
    guard let (nation, institution) = institution(ofKey: key) else { return nil }
    return store.count + nation * institutions.count + institution
  }

  /// The index of a country by its code.
  public func nation(code: String) -> Int? { nationCodes[code] }

  /// The actor that is an institution of a country.
  public func institution(_ institution: Int, of nation: Int) -> Int? {
    actor(key: nations[nation].code + "/" + institutions[institution].id)
  }

  /// The government of a country.
  public func government(of nation: Int) -> Int? {
    actor(key: nations[nation].code + "/government")
  }

  /// The id (`defence-ministry`) and kind of an institution.
  public func institution(_ index: Int) -> (id: String, kind: String) {
    (institutions[index].id, institutions[index].kind)
  }

  /// The institution that a known actor is, when its key says so.
  public func institution(ofActor index: Int) -> (nation: Int, institution: Int)? {
    institution(ofKey: key(index))
  }

  private func institution(ofKey key: String) -> (nation: Int, institution: Int)? {
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
    let match = store.names.match(words, at: index, end: end)
    guard index > 0, words[index - 1].word == "the", words[index].isAdjacent,
      let special = store.namesAfterThe.match(words, at: index, end: end),
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
    return store.names.value(of: words) ?? store.namesAfterThe.value(of: words)
  }
}

/// The bytes of the lists that are read beside the table of actors.
public struct ActorLists: Sendable {
  let nations: [UInt8]
  let institutions: [UInt8]
  let nouns: [UInt8]

  /// Takes the bytes of `nations.tsv`, `institutions.tsv` and `actor-nouns.tsv`.
  public init(nations: [UInt8] = [], institutions: [UInt8] = [], nouns: [UInt8] = []) {
    self.nations = nations
    self.institutions = institutions
    self.nouns = nouns
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
