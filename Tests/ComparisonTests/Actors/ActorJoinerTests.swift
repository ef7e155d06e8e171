import Foundation
import Knowledge
import Mentions
import TestSupport
import Testing
import Texts

@testable import Comparison

private let joiner: ActorJoiner = {
  let knowledge = try? KnowledgeBase { name in
    FileBytes([UInt8](try Data(contentsOf: URL(filePath: checkout("Data/" + name)))))
  }
  guard let knowledge else { preconditionFailure("no tables in Data") }
  return ActorJoiner(knowledge: knowledge)
}()

private func actor(
  _ name: String, _ aliases: [String] = [], _ kind: ActorKind = .organization,
  country: String? = nil, known: String? = nil, memberOf: Int? = nil
) -> ActorEntity {
  ActorEntity(
    name: name, aliases: aliases, kind: kind, country: country,
    knownActor: known.flatMap { joiner.table.actor(key: $0) }, memberOf: memberOf)
}

/// Whether two actors of two reports are joined.
private func joins(_ a: ActorEntity, _ b: ActorEntity) -> Bool {
  joiner.join(actors: [[a], [b]]).actors.count == 1
}

struct ActorJoinerTests {
  @Test(arguments: [
    ("Kataib al-Wadi", "Kata'ib Al Wadi"), ("Liwa al-Sahra", "Liwa al-Sahraa"),
    ("Harakat al-Noor", "Harakat al-Nour"), ("Hizb al-Karama", "Hezb al-Karameh"),
    ("Lowland Defence Committee", "the Lowland Defense Committee"),
    ("People's Mobilisation Union", "Peoples Mobilization Union"),
    ("Jabhat al-Qasaba", "Jabhat al-Kasaba"),
  ])
  func spellingsOfOneGroupAreJoined(a: String, b: String) {
    #expect(joins(actor(a), actor(b)))
  }

  @Test(arguments: [
    ("Islamic Front", "National Front"), ("Northern Brigade", "Southern Brigade"),
    ("Free Valley Army", "Free Hill Army"), ("Sword Brigade", "Shield Brigade"),
    ("Popular Front", "Popular Army"), ("Brigade 313", "Brigade 314"),
    ("Council of Elders", "Council of Students"), ("Liwa al-Hasan", "Liwa al-Husayn"),
  ])
  func groupsThatShareAWordAreNot(a: String, b: String) {
    #expect(!joins(actor(a, [], .armedGroup), actor(b, [], .armedGroup)))
  }

  @Test(arguments: [
    ("Mohammed Sabri Doğan", "Muhammad Sabri Dogan"), ("Qassem Rahimi", "Kassem Rahimi"),
    ("Rami Abdel Hakim", "Rami Abdulhakim"), ("J. Okello", "James Okello"),
    ("Ana María Pérez", "Ana Pérez"),
  ])
  func spellingsOfOnePersonAreJoined(a: String, b: String) {
    #expect(joins(actor(a, [], .person), actor(b, [], .person)))
  }

  @Test(arguments: [
    ("Ahmed Karim", "Ali Karim"), ("Hassan Noor", "Hussein Noor"), ("Maria Lopez", "Mario Lopez"),
    ("Omar Said", "Omar Sayyaf"), ("Ben Hall", "Ben Hill"),
  ])
  func differentPeopleAreNot(a: String, b: String) {
    #expect(!joins(actor(a, [], .person), actor(b, [], .person)))
  }

  @Test func aBareLastNameIsTheOnlyPersonWhoBearsIt() {
    let join = joiner.join(actors: [
      [actor("Elena Duarte", [], .person)], [actor("Duarte", [], .person)],
    ])
    #expect(join.actors.map(\.name) == ["Elena Duarte"])
    let unclear = joiner.join(actors: [
      [actor("Elena Duarte", [], .person), actor("Hugo Duarte", [], .person)],
      [actor("Duarte", [], .person)],
    ])
    #expect(unclear.actors.count == 3)
  }

  @Test func anAcronymIsTheOnlyNameItCanStandFor() {
    #expect(joins(actor("LDF"), actor("Lowland Defence Front")))
    let unclear = joiner.join(actors: [
      [actor("LDF")], [actor("Lowland Defence Front"), actor("Liberty and Dignity Front")],
    ])
    #expect(unclear.actors.count == 3)
  }

  @Test func whatOneReportJoinsStaysJoined() {
    let join = joiner.join(actors: [
      [actor("Dawn Shield", ["Fajr Mobilisation Council", "Dawn Shield"])],
      [actor("Fajr Mobilization Council")], [actor("Dawn Shield")],
    ])
    #expect(join.actors.count == 1)
    #expect(join.index == [[0], [0], [0]])
  }

  @Test func knownActorsAreOneUnderAllNamesAndNeverTwo() {
    let join = joiner.join(actors: [
      [actor("Taliban", [], .armedGroup, known: "taliban")],
      [actor("Taliban", ["Islamic Emirate"], .armedGroup, known: "taliban")],
      [actor("Pakistani Taliban", ["Taliban"], .armedGroup, known: "ttp")],
    ])
    #expect(join.actors.count == 2)
    #expect(
      join.actors[0].members == [ReportItem(report: 0, index: 0), ReportItem(report: 1, index: 0)])
  }

  @Test func ministriesOfTwoCountriesStayTwo() {
    let join = joiner.join(actors: [
      [
        actor("Malian Defence Ministry", [], .ministry, country: "ML", known: "ML/defence-ministry")
      ],
      [
        actor(
          "Chadian Defence Ministry", [], .ministry, country: "TD", known: "TD/defence-ministry")
      ],
      [actor("Defence Ministry", [], .ministry)],
    ])
    #expect(join.actors.count == 3)
  }

  @Test func aMinistryWithoutCountryIsTheOnlyOneOfItsKind() {
    let join = joiner.join(actors: [
      [
        actor("Malian Defence Ministry", [], .ministry, country: "ML", known: "ML/defence-ministry")
      ],
      [actor("Defense Ministry", [], .ministry)],
    ])
    #expect(join.actors.count == 1)
  }

  @Test func officialsOfOneCountryAreOneAndWitnessesAreNot() {
    #expect(joins(actor("US officials", [], .unnamed), actor("American officials", [], .unnamed)))
    #expect(!joins(actor("witnesses", [], .unnamed), actor("witnesses", [], .unnamed)))
    #expect(!joins(actor("US officials", [], .unnamed), actor("Iraqi officials", [], .unnamed)))
  }

  @Test func membershipFollowsTheJoin() {
    let join = joiner.join(actors: [
      [actor("Valley Guard"), actor("Ana Ruiz", [], .person, memberOf: 0)],
      [actor("Ana Ruiz", [], .person), actor("Valley Guard")],
    ])
    #expect(join.actors.map(\.name) == ["Valley Guard", "Ana Ruiz"])
    #expect(join.actors[1].memberOf == [0])
    #expect(join.index == [[0, 1], [1, 0]])
  }

  @Test(arguments: UInt64(0)..<40)
  func everyActorHasOnePlaceWhateverTheNames(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let stock = [
      "Ana", "Ruiz", "al-Noor", "Front", "of", "Liwa", "PMU", "the", "Kata'ib", "Őrség", "", "3",
      "army", "'", "Union", "ibn", "Ahmed",
    ]
    let reports = (0..<4).map { _ in
      (0..<8).map { index in
        let name = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          stock.randomElement(using: &random) ?? ""
        }.joined(separator: " ")
        return actor(
          name, [stock.randomElement(using: &random) ?? ""],
          ActorKind.allCases.randomElement(using: &random) ?? .person,
          memberOf: index > 0 ? Int.random(in: 0..<index, using: &random) : nil)
      }
    }
    let join = joiner.join(actors: reports)
    #expect(join.index == joiner.join(actors: reports).index)
    var seen = 0
    for (position, joined) in join.actors.enumerated() {
      #expect(!joined.members.isEmpty)
      for member in joined.members {
        #expect(join.index[member.report][member.index] == position)
        seen += 1
      }
      #expect(joined.memberOf.allSatisfy { join.actors.indices.contains($0) && $0 != position })
    }
    #expect(seen == reports.reduce(0) { $0 + $1.count })
    #expect(
      join.actors.compactMap(\.members.first) == join.actors.compactMap(\.members.first).sorted())
  }
}
