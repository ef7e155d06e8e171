import TestSupport
import Testing
import Texts

@testable import Knowledge

private func committed() throws -> ActorTable {
  try ActorTable { FileBytes(contents(of: "Data/" + $0)) }
}

/// The compiled table of the checkout.
@Suite struct CompiledActorsTests {
  @Test func givesEveryStateItsInstitutions() throws {
    let table = try committed()
    #expect(table.nations.count > 240)
    for nation in table.nations.indices {
      for id in [
        "government", "military", "police", "foreign-ministry", "defence-ministry",
        "interior-ministry", "health-ministry",
      ] {
        let key = table.nations[nation].code + "/" + id
        let actor = try #require(table.actor(key: key), "\(key) is missing")
        #expect(table[actor].country == table.nations[nation].code && !table[actor].name.isEmpty)
      }
    }
  }

  @Test func hasOneRowForAKeyAndOwnersForEveryMembership() throws {
    let table = try committed()
    for index in 0..<table.listedCount {
      #expect(table.actor(key: table[index].key) == index)
      for membership in table.memberships(of: index) {
        #expect(membership.owner != index, "\(table[index].key) belongs to itself")
      }
    }
  }

  @Test func datesTheMembersOfBodies() throws {
    let table = try committed()
    func isMember(_ country: String, _ body: String, _ date: String) throws -> Bool {
      let actor = try #require(table.actor(key: country + "/government"))
      let day = try #require(CalendarDate(iso: date))
      return table.memberships(of: actor, on: day).contains { table[$0.owner].key == body }
    }
    #expect(try isMember("GB", "eu", "2020-01-31") && !isMember("GB", "eu", "2020-02-01"))
    #expect(try !isMember("FI", "nato", "2023-04-03") && isMember("FI", "nato", "2023-04-04"))
    #expect(try isMember("BR", "un", "2015-01-01"), "the factbook's, without dates")
  }

  @Test func keepsTheOriginOfEveryRow() throws {
    let table = try committed()
    var counts: [ActorOrigin: Int] = [:]
    for index in 0..<table.listedCount { counts[table[index].origin, default: 0] += 1 }
    #expect(ActorOrigin.allCases.filter { counts[$0] != nil } == [.own, .ucdp, .phoenix])
  }
}
