import Platform
import Testing

@testable import evaluate

/// A template with some lines; slots that are not given are left out.
private func template(_ lines: String...) -> [UInt8] {
  Array((lines.joined(separator: "\n") + "\n").utf8)
}

private func keys(_ bytes: [UInt8]) throws -> [String: [IncidentKey]] {
  var reader = IncidentKeyReader()
  try reader.read(bytes, path: "invented.key")
  return reader.keys
}

@Suite struct IncidentKeyTests {
  @Test func readsAlternativesAndFurtherFills() throws {
    let read = try keys(
      template(
        ";;; changed by hand",
        "0.  MESSAGE: ID                     ABC-MUC4-0001 (SITE, OTHER)",
        "1.  MESSAGE: TEMPLATE               2 (OPTIONAL)",
        "4.  INCIDENT: TYPE                  BOMBING / ATTACK",
        "12. PHYS TGT: ID                    \"FERRY\" / \"ISLAND FERRY\"",
        "                                    ? \"PIER\"",
        "15. PHYS TGT: FOREIGN NATION        -"))
    let key = try #require(read["ABC-MUC4-0001"]?.first)
    #expect(key.isOptional)
    #expect(key[.type].map(\.alternatives) == [["BOMBING", "ATTACK"]])
    #expect(key[.target].map(\.alternatives) == [["FERRY", "ISLAND FERRY"], ["PIER"]])
    #expect(key[.target].map(\.isOptional) == [false, true])
    #expect(key[.targetNation].isEmpty)
  }

  @Test func readsReferencesQuotesAndMarksInsideOfThem() throws {
    let read = try keys(
      template(
        "0.  MESSAGE: ID  A-MUC4-1", "1.  MESSAGE: TEMPLATE  1",
        #"12. PHYS TGT: ID                    "\"BLUE LAGOON\" HOTEL" / "HOTEL: EAST/WEST WING""#,
        #"19. HUM TGT: DESCRIPTION            "KEEPER" / "OLD KEEPER": "JOMO KARANJA""#,
        #"21. HUM TGT: NUMBER                 -: "JOMO KARANJA""#))
    let key = try #require(read["A-MUC4-1"]?.first)
    #expect(key[.target][0].alternatives == ["\"BLUE LAGOON\" HOTEL", "HOTEL: EAST/WEST WING"])
    #expect(key[.description][0].alternatives == ["KEEPER", "OLD KEEPER"])
    #expect(key[.description][0].referents == ["JOMO KARANJA"])
    #expect(key[.victimNumber].isEmpty)
  }

  @Test func aMessageWithoutIncidentsHasNoTemplates() throws {
    let read = try keys(
      template(
        "0.  MESSAGE: ID                     A-MUC4-1", "1.  MESSAGE: TEMPLATE               *",
        "4.  INCIDENT: TYPE                  *", "",
        "0.  MESSAGE: ID                     A-MUC4-2", "1.  MESSAGE: TEMPLATE               1",
        "4.  INCIDENT: TYPE                  ARSON"))
    #expect(read["A-MUC4-1"]?.isEmpty == true)
    #expect(read["A-MUC4-2"]?.count == 1)
    #expect(read["A-MUC4-3"] == nil)
  }

  @Test func anOddLineIsNamed() {
    for bytes in [
      template("0.  MESSAGE: ID  A-MUC4-1", "4.  INCIDENT: KIND  ARSON"),
      template("0.  MESSAGE: ID  A-MUC4-1", "TYPE: ARSON"),
      template("0.  MESSAGE: ID  A-MUC4-1", "25. HUM TGT: MOOD  -"),
    ] {
      let error = #expect(throws: FileError.self) { try keys(bytes) }
      #expect(error?.message.contains("invented.key, line 2:") == true)
    }
    #expect(throws: FileError.self) { try keys(template("4.  INCIDENT: TYPE  ARSON")) }
    #expect(throws: FileError.self) { try keys(template("   \"FERRY\"")) }
  }

  @Test func addsUpTheNumbersOfTheDead() throws {
    func deaths(_ numbers: String, _ effects: String) throws -> Int? {
      let lines =
        "0.  MESSAGE: ID  A-MUC4-1\n1.  MESSAGE: TEMPLATE  1\n"
        + "21. HUM TGT: NUMBER  \(numbers)\n23. HUM TGT: EFFECT OF INCIDENT  \(effects)\n"
      return try keys(Array(lines.utf8))["A-MUC4-1"]?.first?.count(effect: "DEATH")
    }
    let cook = #""COOK""#
    let crew = #""CREW" / "SAILORS""#
    #expect(
      try deaths("1: \(cook)\n  5: \(crew)", "DEATH: \(cook)\n  DEATH: \(crew)") == 6)
    #expect(
      try deaths("1: \(cook)\n  5: \(crew)", "DEATH: \(cook)\n  INJURY: \(crew)") == 1)
    #expect(try deaths("PLURAL: \(crew)", "DEATH: \(crew)") == nil)
    #expect(try deaths("~5: \(crew)", "DEATH: \(crew)") == nil)
    #expect(try deaths("5: \(crew)", "INJURY / DEATH: \(crew)") == nil)
    #expect(try deaths("5: \(crew)", "NO INJURY OR DEATH: \(crew)") == nil)
  }
}
