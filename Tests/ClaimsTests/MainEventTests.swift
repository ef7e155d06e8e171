import Claims
import TestSupport
import Testing
import Texts

/// What reports of many kinds, invented, are about.
@Suite struct MainEventTests {
  struct Case: CustomStringConvertible {
    let name: String
    let type: String
    let mode: String?
    let report: MarkedText
    var description: String { name }
  }

  @Test(arguments: [
    Case(
      name: "air strike", type: "ASSAULT", mode: "aerial",
      report: """
        Nine killed as jets hit market
        Warplanes bombed a market in the north on Tuesday, killing nine people, residents said.
        Two of the dead were children.
        """),
    Case(
      name: "air strike told by its condemnation", type: "ASSAULT", mode: "aerial",
      report: """
        Prime minister condemns strikes on border post
        The prime minister has condemned overnight air strikes on a border post as a breach of
        sovereignty. He called for an emergency meeting. The strikes hit three buildings.
        """),
    Case(
      name: "suicide bombing", type: "ASSAULT", mode: "suicide",
      report: """
        Bomber kills 14 at recruitment centre
        A man wearing an explosive vest blew himself up outside an army recruitment centre,
        killing 14 people. Police said the bomb contained ball bearings.
        """),
    Case(
      name: "abduction", type: "ASSAULT", mode: "abduction",
      report: """
        Thirty pupils abducted from school
        Gunmen on motorcycles abducted thirty pupils from a boarding school before dawn.
        Parents gathered at the gates. The kidnappers have asked for ransom.
        """),
    Case(
      name: "protest crackdown", type: "ASSAULT", mode: "firearms",
      report: """
        Soldiers open fire on marchers, six dead
        Soldiers opened fire with live ammunition on a protest march, killing six people.
        Police had used tear gas earlier. The protesters want elections.
        """),
    Case(
      name: "peaceful protest", type: "PROTEST", mode: "demo",
      report: """
        Thousands march for clean water
        Thousands of people marched through the capital to demand clean water. The protest
        ended without incident. Organisers plan another rally.
        """),
    Case(
      name: "chemical attack", type: "ASSAULT", mode: "unconventional",
      report: """
        Dozens choke in suspected gas attack
        A suspected chlorine attack killed at least 20 people, doctors said. Aircraft dropped
        canisters at dawn and victims were foaming at the mouth.
        """),
    Case(
      name: "rescue raid", type: "ASSAULT", mode: "firearms",
      report: """
        Two hostages die in failed rescue raid
        Two hostages were killed when commandos stormed a compound, officials said. The gunmen
        opened fire as the commandos came near. The two had been kidnapped last year.
        """),
    Case(
      name: "captives freed", type: "RETREAT", mode: "release",
      report: """
        Kidnapped nurses set free after eight months
        Six nurses who were abducted last year have been released, the governor said.
        They were freed after talks with the kidnappers. No ransom was paid, he added.
        """),
    Case(
      name: "prison break", type: "RETREAT", mode: "release",
      report: """
        Hundreds flee in jailbreak
        Some 300 inmates broke out of prison on Sunday. The jailbreak is the second this year.
        """),
    Case(
      name: "arrest over an attack", type: "COERCE", mode: "arrest",
      report: """
        Police arrest four over cafe bombing
        Police have arrested four men over the bombing of a cafe that killed seven people.
        The suspects were detained at a farm. A fifth man was arrested later.
        """),
    Case(
      name: "ceasefire", type: "RETREAT", mode: "ceasefire",
      report: """
        Rebels and army agree to truce
        The army and the rebels have agreed to a ceasefire from midnight. The truce was
        brokered by neighbours. Earlier ceasefires lasted days.
        """),
    Case(
      name: "armed clash", type: "ASSAULT", mode: "firearms",
      report: """
        Twelve fighters die in gun battle
        Twelve fighters were killed in a gun battle between two rival groups. The firefight
        lasted three hours.
        """),
    Case(
      name: "mine blast", type: "ASSAULT", mode: "explosives",
      report: """
        Landmine blast kills bus passengers
        Eleven passengers were killed when their bus hit a landmine on a rural road. The
        explosion overturned the vehicle.
        """),
    Case(
      name: "vehicle ramming", type: "ASSAULT", mode: "vehicle",
      report: """
        Van rams into crowd at fair
        A man rammed a van into a crowd at a street fair, killing five people. The driver of
        the van was shot dead by police.
        """),
    Case(
      name: "rocket fire", type: "ASSAULT", mode: "heavy-weapons",
      report: """
        Rockets land on air base
        Militants fired rockets at an air base late on Friday, wounding two soldiers. The
        barrage damaged a hangar.
        """),
    Case(
      name: "knife attack", type: "ASSAULT", mode: "primitive",
      report: """
        Three stabbed at station
        A man stabbed three people at a railway station before police overpowered him. The
        knife was found under a bench.
        """),
    Case(
      name: "curfew", type: "COERCE", mode: "curfew",
      report: """
        Night curfew imposed on port city
        The governor has imposed a curfew on the port city. The curfew runs from dusk to dawn.
        """),
    Case(
      name: "threat", type: "THREATEN", mode: "violence",
      report: """
        Militia threatens to attack dam
        The militia has threatened to attack a dam if its demands are not met. Its commander
        issued an ultimatum in a recorded message.
        """),
  ])
  func isOfTheKindReported(_ given: Case) {
    let told = told(given.report)
    #expect(told.type == given.type)
    #expect(told.mode == given.mode)
  }

  @Test func readsHyphensAndSpacesAlike() {
    for form in ["air-strike", "air strike", "airstrike", "Air Strike", "air\u{2010}strike"] {
      let told = told(MarkedText([], in: .init("News\nAn \(form) flattened a depot.")))
      #expect(told.mode == "aerial", "\(form)")
    }
  }

  @Test func findsNothingWhereNothingHappens() {
    let told = told("Spring weather\nIt will be mild and dry in the south.")
    #expect(told.main == nil)
    #expect(told.events.isEmpty)
  }

  @Test func definiteNounsSpeakOfTheMainEvent() {
    let told = told(
      """
      Shelling kills three in village
      Shelling killed three people in a village at dawn.
      The attack lasted an hour. The bombardment stopped at noon.
      """)
    #expect(told.mainWords.contains("attack"))
    #expect(told.mainWords.contains("bombardment"))
  }
}
