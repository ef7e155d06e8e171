import TestSupport
import Testing
import Texts

@testable import Knowledge

private func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

/// A table of an invented valley with two groups, a league of states and their past.
private func bytes() -> [UInt8] {
  var writer = ActorTableWriter()
  return writer.table(
    rows: [
      .init(
        key: "rvf", name: "River Valley Front", aliases: ["RVF", "Frente del Valle", "the Front"],
        kind: "armed-group", country: "PE"),
      .init(key: "north", name: "Northern Column", kind: "armed-group", origin: .ucdp),
      .init(key: "league", name: "League of the Lakes", aliases: ["LoL"], kind: "international"),
      .init(key: "PE/military", name: "Peruvian Armed Forces", kind: "military", country: "PE"),
    ],
    links: [
      .init(member: "north", owner: "rvf", relation: .faction, origin: .ucdp),
      .init(
        member: "rvf", owner: "PE/military", relation: .service, from: day("2004-02-29"),
        until: day("2009-12-31")),
      .init(
        member: "PE/government", owner: "league", relation: .member, from: day("1991-07-01")),
      .init(member: "PE/military", owner: "PE/government"),
      .init(member: "rvf", owner: "unlisted"),
    ],
    forenames: [("Asunción", .female), ("Efraín", .male), ("Dominique", .either)])
}

private func table(_ bytes: [UInt8] = bytes()) throws -> ActorTable {
  try ActorTable(FileBytes(bytes), lists: lists)
}

private let lists = ActorLists(
  nations: Array("PE\tPeru\t\tPeruvian\tLima\town\nML\tMali\t\tMalian\tBamako\town\n".utf8),
  institutions: Array(
    """
    government\tGovernment of %n\tgovernment\tgovernment\t
    military\t%a Armed Forces\tarmed forces|army\tmilitary\tgovernment
    """.utf8))

@Suite struct ActorTableTests {
  @Test func keepsWhatIsKnownOfAnActor() throws {
    let table = try table()
    let front = try #require(table.actor(key: "rvf"))
    #expect(table[front].name == "River Valley Front" && table[front].kind == "armed-group")
    #expect(table[front].country == "PE" && table[front].origin == .own)
    #expect(table.aliases(of: front) == ["RVF", "Frente del Valle", "the Front"])
    let column = try #require(table.actor(key: "north"))
    #expect(table[column].country == nil && table[column].origin == .ucdp)
    #expect(table.aliases(of: column).isEmpty)
    #expect(table.actor(key: "south") == nil && table.actor(key: "PE/navy") == nil)
  }

  @Test(arguments: [
    "the [River Valley Front](rvf) and the [Northern Column](north)",
    "the [RVF](rvf) and some rvf",
    "the [frente del valle](rvf)",
    "the [Front](rvf), a Front",
    "the River, the Valley",
  ])
  func findsTheLongestName(marked: MarkedText) throws {
    let table = try table()
    let words = NameWord.words(of: marked.text, in: marked.text.range)
    var found: [TextRange: String] = [:]
    for index in words.indices {
      guard let match = table.name(in: words, at: index, end: words.count) else { continue }
      let range = TextRange(
        words[match.words.lowerBound].range.start, words[match.words.upperBound - 1].range.end)
      found[range] = table[match.value].key
    }
    let wanted = ["rvf", "north"].flatMap { key in marked.ranges(key).map { ($0, key) } }
    #expect(found == Dictionary(uniqueKeysWithValues: wanted))
  }

  @Test func composesInstitutionsThatAreNotListed() throws {
    let table = try table()
    let army = try #require(table.actor(key: "ML/military"))
    #expect(army >= table.listedCount && table[army].name == "Malian Armed Forces")
    #expect(table[army].memberOf.map { table[$0].key } == ["ML/government"])
    let listed = try #require(table.actor(key: "PE/military"))
    #expect(listed < table.listedCount && table[listed].name == "Peruvian Armed Forces")
    #expect(table[listed].memberOf.map { table[$0].key } == ["PE/government"])
  }

  @Test(arguments: [
    ("2004-02-28", []), ("2004-02-29", ["PE/military"]), ("2009-12-31", ["PE/military"]),
    ("2010-01-01", []),
  ])
  func tellsMembershipsOfADay(date: String, owners: [String]) throws {
    let table = try table()
    let front = try #require(table.actor(key: "rvf"))
    let found = try table.memberships(of: front, on: #require(day(date)))
    #expect(found.map { table[$0.owner].key } == owners)
    #expect(found.allSatisfy { $0.relation == .service && $0.origin == .own })
    #expect(table[front].memberOf.isEmpty, "service is no part")
  }

  @Test func takesADateThatIsNotKnownForOpen() throws {
    let table = try table()
    let government = try #require(table.actor(key: "PE/government"))
    let before = try table.memberships(of: government, on: #require(day("1991-06-30")))
    let after = try table.memberships(of: government, on: #require(day("2050-01-01")))
    #expect(before.isEmpty && after.map { table[$0.owner].key } == ["league"])
    let column = try #require(table.actor(key: "north"))
    let always = try table.memberships(of: column, on: #require(day("1900-01-01")))
    #expect(always.map(\.relation) == [.faction])
    let army = try #require(table.actor(key: "ML/military"))
    #expect(table.memberships(of: army).map { table[$0.owner].key } == ["ML/government"])
  }

  @Test func neverCountsASplinterAsAMember() throws {
    let left = Membership(owner: 0, relation: .splinter, from: nil, until: nil, origin: .ucdp)
    #expect(try !left.holds(on: #require(day("2001-01-01"))))
  }

  @Test func knowsWhomANameIsGivenTo() throws {
    let forenames = try table().forenames
    #expect(forenames.gender("asuncion") == .female && forenames.gender("efrain") == .male)
    #expect(forenames.gender("dominique") == .either && forenames.gender("lima") == nil)
  }

  @Test func writesTheSameBytesAgain() { #expect(bytes() == bytes()) }

  @Test func namesWhatIsWrongWithAFile() throws {
    func code(_ bytes: [UInt8]) -> TableError.Code? {
      do {
        _ = try table(bytes)
        return nil
      } catch let error as TableError {
        #expect(error.name == "actors.table" && error.message.hasPrefix("actors.table: "))
        return error.code
      } catch {
        return nil
      }
    }
    let whole = bytes()
    #expect(code(whole) == nil)
    let (empty, error) = ActorTable.whole(FileBytes(Array("nothing".utf8)), lists: lists)
    #expect(error?.code == .foreign && empty.listedCount == 0 && empty.actor(key: "rvf") == nil)
    #expect(empty.actor(key: "PE/military") != nil, "what is composed is there all the same")
    #expect(code([]) == .foreign && code(Array("key\tname\n".utf8)) == .foreign)
    var other = whole
    other[8] = 99
    #expect(code(other) == .unsupportedVersion)
    for count in [24, 30, whole.count / 2, whole.count - 1] {
      #expect(code(Array(whole.prefix(count))) == .truncated)
    }
    #expect(code(whole + [0, 0, 0, 0, 0, 0, 0, 0]) == .truncated)
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      var damaged = whole
      let index = Int(random.next() % UInt64(whole.count - 16)) + 16
      damaged[index] ^= UInt8(1 << (random.next() % 8))
      #expect(code(damaged) != nil, "a flipped bit at \(index) went unseen")
    }
  }
}
