import Texts

/// The records of `actors.table`, read in place.
///
/// Eight sections: actors of 20 bytes (key, name, kind, first alias, country, origin, whether it
/// has memberships), one more actor that only ends the aliases of the last; aliases of 4;
/// memberships of 20 (member, owner, first day, last day, relation, origin), those of one member
/// together; indexes of keys, of members, of names, of names that need `the`, of given names;
/// strings, each two bytes of length and UTF-8. References to strings are offsets.
struct ActorStore: Sendable {
  static let magic: [UInt8] = Array("SYNACTOR".utf8)
  static let version: UInt32 = 1
  static let actorSize = 20
  static let membershipSize = 20

  /// The sections, in order.
  enum Section: Int, CaseIterable {
    case actors, aliases, memberships, keys, members, names, namesAfterThe, forenames, strings
  }

  private let file: FileBytes
  private let actors: Int
  private let aliases: Int
  private let memberships: Range<Int>
  private let strings: Int
  private let keys: HashIndex
  private let members: HashIndex
  /// Names and other names of the actors.
  let names: PhraseIndex
  /// Names that are an actor's only behind `the`.
  let namesAfterThe: PhraseIndex
  /// Genders of given names.
  let forenames: HashIndex
  /// The number of actors.
  let count: Int

  init(_ file: FileBytes, name: String) throws(TableError) {
    let table = try MappedTable(
      file, magic: Self.magic, version: Self.version, sections: Section.allCases.count,
      name: name)
    func section(_ section: Section) -> Range<Int> { table.sections[section.rawValue] }
    self.file = file
    actors = section(.actors).lowerBound
    aliases = section(.aliases).lowerBound
    memberships = section(.memberships)
    strings = section(.strings).lowerBound
    count = section(.actors).count / Self.actorSize - 1
    keys = HashIndex(table, section: Section.keys.rawValue)
    members = HashIndex(table, section: Section.members.rawValue)
    names = PhraseIndex(table, section: Section.names.rawValue)
    namesAfterThe = PhraseIndex(table, section: Section.namesAfterThe.rawValue)
    forenames = HashIndex(table, section: Section.forenames.rawValue)
  }

  /// A table without actors.
  static let empty: ActorStore = {
    var writer = ActorTableWriter()
    let bytes = writer.table(rows: [], links: [], forenames: [])
    do throws(TableError) {
      return try ActorStore(FileBytes(bytes), name: ActorTable.fileName)
    } catch {
      preconditionFailure("a table that was just written is whole")
    }
  }()

  /// One of the actors, as stored.
  struct Record {
    let key: String
    let name: String
    let kind: String
    let country: String?
    let origin: ActorOrigin
    let hasMemberships: Bool
  }

  /// An actor that belongs to another, as stored.
  struct Link {
    let owner: String
    let from: CalendarDate?
    let until: CalendarDate?
    let relation: Membership.Relation
    let origin: ActorOrigin
  }

  func record(_ index: Int) -> Record {
    let at = actors + index * Self.actorSize
    return Record(
      key: string(at), name: string(at + 4), kind: string(at + 8),
      country: file[at + 16] == 0
        ? nil : String(decoding: file.bytes(at + 16, at + 18), as: UTF8.self),
      origin: ActorOrigin(rawValue: file[at + 18]) ?? .own, hasMemberships: file[at + 19] == 1)
  }

  func key(_ index: Int) -> String { string(actors + index * Self.actorSize) }

  func aliases(_ index: Int) -> [String] {
    let at = actors + index * Self.actorSize + 12
    let first = Int(file.load(UInt32.self, at: at))
    let end = Int(file.load(UInt32.self, at: at + Self.actorSize))
    return (first..<end).map { string(aliases + $0 * 4) }
  }

  func actor(key: String) -> Int? {
    guard let index = keys.value(keyHash(key)), self.key(Int(index)) == key else { return nil }
    return Int(index)
  }

  /// What an actor belongs to, in the order of the compiled table.
  func links(ofKey key: String) -> [Link] {
    guard let first = members.value(keyHash(key)) else { return [] }
    var links: [Link] = []
    var at = memberships.lowerBound + Int(first) * Self.membershipSize
    while at < memberships.upperBound, string(at) == key {
      links.append(
        Link(
          owner: string(at + 4), from: day(at + 8, open: .min), until: day(at + 12, open: .max),
          relation: Membership.Relation(rawValue: file[at + 16]) ?? .part,
          origin: ActorOrigin(rawValue: file[at + 17]) ?? .own))
      at += Self.membershipSize
    }
    return links
  }

  private func day(_ at: Int, open: Int32) -> CalendarDate? {
    let days = file.load(Int32.self, at: at)
    return days == open ? nil : CalendarDate(days: Int(days))
  }

  private func string(_ at: Int) -> String {
    let start = strings + Int(file.load(UInt32.self, at: at))
    let length = Int(file.load(UInt16.self, at: start))
    return String(decoding: file.bytes(start + 2, start + 2 + length), as: UTF8.self)
  }
}
