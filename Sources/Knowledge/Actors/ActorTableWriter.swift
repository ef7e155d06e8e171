public import Texts

/// Writes the table that `ActorTable` reads; the same rows give the same bytes.
public struct ActorTableWriter {
  /// An actor to be written.
  public struct Row {
    /// Its key, unique.
    public var key: String
    /// Its usual English name.
    public var name: String
    /// Other names; one that begins with `the ` is its name behind that word only.
    public var aliases: [String]
    /// The raw value of an actor kind.
    public var kind: String
    /// ISO 3166-1 alpha-2 code; empty when unknown.
    public var country: String
    /// Which source it comes from.
    public var origin: ActorOrigin

    /// Creates a row.
    public init(
      key: String, name: String, aliases: [String] = [], kind: String, country: String = "",
      origin: ActorOrigin = .own
    ) {
      self.key = key
      self.name = name
      self.aliases = aliases
      self.kind = kind
      self.country = country
      self.origin = origin
    }
  }

  /// That one actor belongs to another, by their keys.
  public struct Link: Hashable, Sendable {
    /// The key of the actor that belongs to the other.
    public var member: String
    /// The key of the other.
    public var owner: String
    /// How it belongs to it.
    public var relation: Membership.Relation
    /// The first day; nil when unknown.
    public var from: CalendarDate?
    /// The last day; nil when it lasts or is unknown.
    public var until: CalendarDate?
    /// Which source says so.
    public var origin: ActorOrigin

    /// Creates a link.
    public init(
      member: String, owner: String, relation: Membership.Relation = .part,
      from: CalendarDate? = nil, until: CalendarDate? = nil, origin: ActorOrigin = .own
    ) {
      self.member = member
      self.owner = owner
      self.relation = relation
      self.from = from
      self.until = until
      self.origin = origin
    }
  }

  private var strings: [UInt8] = []
  private var offsets: [String: UInt64] = [:]

  /// Creates a writer.
  public init() {}

  /// The bytes of a table; rows keep their order, names of earlier rows go before those of later
  /// ones.
  public mutating func table(
    rows: [Row], links: [Link], forenames: [(name: String, gender: Forenames.Gender)]
  ) -> [UInt8] {
    let members = links.reduce(into: [String: [Link]]()) { $0[$1.member, default: []].append($1) }
    var sections = [[UInt8]](repeating: [], count: ActorStore.Section.allCases.count)
    func put(_ bytes: [UInt8], _ section: ActorStore.Section) {
      sections[section.rawValue] += bytes
    }
    var aliasCount = 0
    for row in rows {
      put(actor(row, firstAlias: aliasCount, isMember: members[row.key] != nil), .actors)
      for alias in row.aliases { put(littleEndian(offset(alias), 4), .aliases) }
      aliasCount += row.aliases.count
    }
    put(
      [UInt8](repeating: 0, count: 12) + littleEndian(UInt64(aliasCount), 4)
        + [UInt8](repeating: 0, count: 4), .actors)
    var firsts: [UInt64: UInt32] = [:]
    var linkCount = 0
    for member in members.keys.sorted() {
      firsts[keyHash(member)] = UInt32(linkCount)
      for link in members[member] ?? [] {
        put(membership(link), .memberships)
        linkCount += 1
      }
    }
    put(HashIndex.section(Self.keys(of: rows)), .keys)
    put(HashIndex.section(firsts), .members)
    let names = rows.enumerated().flatMap { index, row in
      ([row.name] + row.aliases).map { (phrase: $0, number: index) }
    }
    put(PhraseIndex.section(names.filter { !$0.phrase.hasPrefix("the ") }), .names)
    put(PhraseIndex.section(names.filter { $0.phrase.hasPrefix("the ") }), .namesAfterThe)
    let genders = forenames.map { (Spelling($0.name).word.hash, UInt32($0.gender.rawValue)) }
    put(
      HashIndex.section(Dictionary(genders, uniquingKeysWith: { _, last in last })), .forenames)
    put(strings, .strings)
    return MappedTable.bytes(
      magic: ActorStore.magic, version: ActorStore.version, sections: sections)
  }

  /// Of two rows with one key the first has it.
  private static func keys(of rows: [Row]) -> [UInt64: UInt32] {
    Dictionary(
      rows.enumerated().map { (keyHash($1.key), UInt32($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func actor(_ row: Row, firstAlias: Int, isMember: Bool) -> [UInt8] {
    var out = littleEndian(offset(row.key), 4) + littleEndian(offset(row.name), 4)
    out += littleEndian(offset(row.kind), 4) + littleEndian(UInt64(firstAlias), 4)
    out += (Array(row.country.utf8) + [0, 0]).prefix(2)
    return out + [row.origin.rawValue, isMember ? 1 : 0]
  }

  private mutating func membership(_ link: Link) -> [UInt8] {
    func day(_ date: CalendarDate?, open: Int32) -> [UInt8] {
      let days = date.map { Int32($0.days) } ?? open
      return littleEndian(UInt64(UInt32(bitPattern: days)), 4)
    }
    var out = littleEndian(offset(link.member), 4) + littleEndian(offset(link.owner), 4)
    out += day(link.from, open: .min) + day(link.until, open: .max)
    return out + [link.relation.rawValue, link.origin.rawValue, 0, 0]
  }

  private mutating func offset(_ string: String) -> UInt64 {
    if let known = offsets[string] { return known }
    let offset = UInt64(strings.count)
    offsets[string] = offset
    let utf8 = Array(string.utf8.prefix(0xFFFF))
    strings += littleEndian(UInt64(utf8.count), 2) + utf8
    return offset
  }
}
