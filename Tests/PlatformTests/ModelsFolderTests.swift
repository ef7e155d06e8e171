import TestSupport
import Testing

@testable import Platform

@Suite struct ModelsFolderTests {
  @Test func aNameLeavesNoOtherPlace() {
    let places = ModelsFolder.places(
      named: "mine.model", variable: "theirs.model", program: "/opt/bin")
    #expect(places == ["mine.model"])
  }

  @Test func theEnvironmentComesBeforeTheProgramsPlaces() {
    let places = ModelsFolder.places(named: nil, variable: "theirs.model", program: "/opt/bin")
    #expect(places == ["theirs.model"])
  }

  @Test func modelsLieBesideTheProgramOrAboveIt() {
    let places = ModelsFolder.places(named: nil, variable: nil, program: "/srv/.build/debug")
    #expect(
      places == [
        "/srv/.build/debug/../share/synoptic/models/reader.model",
        "/srv/.build/debug/Models/reader.model", "/srv/.build/Models/reader.model",
        "/srv/Models/reader.model",
      ])
  }

  @Test func theFirstFileThatCanBeReadIsTaken() throws {
    let (first, second) = (scratch("a", name: "a.model"), scratch("b", name: "b.model"))
    #expect(try ModelsFolder.located(in: ["/nowhere/x.model", first, second]) == first)
  }

  @Test func theErrorNamesEveryPlace() {
    let error = #expect(throws: FileError.self) {
      try ModelsFolder.located(in: ["/nowhere/a.model", "/tmp", "/nowhere/b.model"])
    }
    #expect(error?.code == .missing && error?.path == "/nowhere/a.model")
    for place in ["/nowhere/a.model", "/tmp", "/nowhere/b.model", "--model", "SYNOPTIC_MODEL"] {
      #expect(error?.message.contains(place) == true)
    }
  }
}
