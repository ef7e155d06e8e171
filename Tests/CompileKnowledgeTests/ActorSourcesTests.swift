import Knowledge
import Testing
import Texts

@testable import CompileKnowledge

private func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

/// Two countries, one of which is on the project's own list.
private let countries = ActorCountries(
  codes: Array(
    """
    ISO3166-1-Alpha-2,ISO3166-1-Alpha-3,CLDR display name,FIPS,Capital
    PE,PER,Peru,PE,Lima
    ML,MLI,Mali,ML,Bamako

    """.utf8),
  extra: Array("ML\tMali\t\tMalian\tBamako\n".utf8), factbook: { _ in nil })

@Suite struct ActorSourcesTests {
  @Test(arguments: [
    ("River Valley Front", false, ["River Valley Front"]),
    ("Frente del Valle (FDV)", false, ["Frente del Valle", "FDV"]),
    ("Alpha Column, Beta Column", true, ["Alpha Column", "Beta Column"]),
    ("Front for Land, Bread and Peace", false, ["Front for Land, Bread and Peace"]),
    ("Valley Front / Front du Val", false, ["Valley Front", "Front du Val"]),
    ("Valley Movement/Army", false, ["Valley Movement/Army"]),
    ("Riders 7 (Peru)", false, ["Riders 7 (Peru)"]),
    ("Hill Riders (CAR)", false, ["Hill Riders (CAR)"]),
    ("Hill Riders (Sons of the Hill)", false, ["Hill Riders", "Sons of the Hill"]),
    ("Hill Riders - Lake faction (Abu Hill)", false, ["Hill Riders - Lake faction (Abu Hill)"]),
    ("Hill Riders, 'the Saviours' (SVS)", true, ["Hill Riders"]),
    ("Military faction (forces of A. B.)", false, ["Military faction (forces of A. B.)"]),
  ])
  func takesNamesOfUCDPApart(field: String, isList: Bool, names: [String]) {
    #expect(UCDPName.names(in: field, isList: isList) == names)
  }

  @Test func readsPhoenixEntriesWithTheirDates() {
    let entries = PhoenixEntry.entries(
      in: Array(
        """
        # a remark
        VALLEY_FRONT_
        +FRONT_OF_THE_VALLEY_
        \t[PERREB 19830516-20050109] ; then in government
        \t[PERGOV >050110] [PEROPP <830515]
        LAKE_COUNCIL_
        \t[NGOMLI]
        """.utf8))
    #expect(
      entries.map(\.names) == [["VALLEY_FRONT_", "+FRONT_OF_THE_VALLEY_"], ["LAKE_COUNCIL_"]])
    let codes = entries[0].codes
    #expect(codes.map(\.code) == ["PERREB", "PERGOV", "PEROPP"])
    #expect(codes[0].from == day("1983-05-16") && codes[0].until == day("2005-01-09"))
    #expect(codes[1].from == day("2005-01-10") && codes[1].until == nil)
    #expect(codes[2].from == nil && codes[2].until == day("1983-05-15"))
    #expect(codes.map { $0.served(in: countries) } == [nil, "PE/government", nil])
    #expect(countries.code(inPhoenix: entries[1].codes[0].code) == "ML")
  }

  @Test(arguments: [
    ("league", nil, nil), ("league@2001-05..", "2001-05-01", nil),
    ("league@..2004-02", nil, "2004-02-29"),
    ("league@1999..2003-06-07", "1999-01-01", "2003-06-07"),
    ("league@1999..1999", "1999-01-01", "1999-12-31"),
  ])
  func readsDatesOfMemberships(field: String, from: String?, until: String?) throws {
    let link = try ActorLinks.link(of: "front", to: field, relation: .member)
    #expect(link.owner == "league" && link.relation == .member)
    #expect(link.from == from.flatMap { day($0) } && link.until == until.flatMap { day($0) })
  }

  @Test(arguments: ["league@2001", "league@2001-13..", "league@soon..", "league@2001-02-30.."])
  func refusesDatesThatAreNone(field: String) {
    #expect(throws: ActorLinkError.self) {
      try ActorLinks.link(of: "front", to: field, relation: .part)
    }
  }

  @Test func joinsTheListsAndKeepsWhoBelongsToWhom() throws {
    var list = try ActorList(
      extra: Array(
        """
        rvf\tRiver Valley Front\tRVF\tarmed-group\tPE\tlcl@1999..
        lcl\tLake Council\tLCL\tinternational\t\t
        """.utf8))
    list.addUCDP(
      Array(
        """
        ActorId,NameData,NameOrigFullEng,NameOrig,NewName,NewNameFullEng,Org,Location,ActorIdPrev,ActorIdGroup
        1,RVF,River Valley Front,VC,"RVC, RVF","River Valley Column, River Valley Front",1,Peru,,
        2,Hill Column,Hill Column,Hill Column,,,1,"Peru, Mali",1,
        3,Marsh Guard,Marsh Guard,Marsh Guard,,,1,Mali,,2
        4,Farmers,Farmers,Farmers,,,3,Mali,,
        """.utf8), countries: countries)
    let rows = list.written
    #expect(rows.map(\.key) == ["rvf", "lcl", "ucdp-2", "ucdp-3"])
    #expect(rows[0].aliases.contains("River Valley Column") && rows[0].origin == .own)
    #expect(rows[2].country.isEmpty && rows[3].country == "ML" && rows[3].origin == .ucdp)
    let links = list.memberships
    #expect(
      links.map { "\($0.member) \($0.relation) \($0.owner)" } == [
        "rvf part lcl", "ucdp-2 splinter rvf", "ucdp-3 joined ucdp-2",
      ])
    #expect(links[0].from == day("1999-01-01") && links[1].origin == .ucdp)
  }

  @Test func datesOfOurOwnGoBeforeTheFactbook() throws {
    let list = try ActorList(
      extra: Array(
        """
        lcl\tLake Council\tLCL\tinternational\t\t
        hra\tHill Rivers Assembly\tHRA\tinternational\t\t
        """.utf8))
    var links = try ActorLinks(extra: Array("code\tL-C\tlcl\nmember\tPE\tlcl\t1991-07-01\t\n".utf8))
    let page = """
      {"Government":{"International organization participation":
      {"text":"HRA, L-C, LCL (observer), unknown"}}}
      """
    links.add(page: Array(page.utf8), country: "PE", list: list)
    links.add(page: Array(page.utf8), country: "ML", list: list)
    #expect(
      links.links.map { "\($0.member) \($0.owner)" } == [
        "PE/government lcl", "PE/government hra", "ML/government hra", "ML/government lcl",
      ])
    #expect(links.links.map(\.from) == [day("1991-07-01"), nil, nil, nil])
    #expect(throws: ActorLinkError.self) { try ActorLinks(extra: Array("state\tPE\tlcl\n".utf8)) }
  }
}
