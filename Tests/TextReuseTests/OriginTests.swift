import TestSupport
import Testing
import TextReuse
import Texts

/// Forty words and more that reports take from each other.
private let wire = """
  Soldiers loyal to the regional council abandoned three hilltop positions overlooking the reservoir \
  at Mosul Dam shortly after midnight, leaving behind mortars, radios and a field kitchen, according \
  to engineers who watched from the spillway. By sunrise masked gunmen had raised a black banner over \
  the control tower and ordered turbine crews to continue their shifts under guard.
  """

/// Words of one's own, different for each number.
private func own(_ number: Int) -> String {
  let pieces = [
    "harvest", "orchard", "lantern", "granite", "pasture", "chimney", "bridge", "carpet", "vinegar",
    "sparrow", "ladder", "candle", "barley", "furnace", "meadow", "anchor",
  ]
  return (0..<100).map { "\(pieces[($0 * 7 + number) % 16])\(number)x\($0)" }
    .joined(separator: " ") + ". "
}

@Suite struct OriginTests {
  private func story(_ texts: [String], days: [Int?]? = nil, credits: [[String]]? = nil)
    -> ReuseResult
  {
    PassageFinder().result(
      for: texts.indices.map { index in
        let text = SourceText(texts[index])
        return ReuseInput(
          text: text, range: text.range, outlet: "Outlet \(index)", publishedDay: days?[index],
          credits: credits?[index] ?? [])
      })
  }

  @Test func reportsWithoutSharedWordsAreTheirOwnOrigins() {
    let result = story([own(1), own(2)])
    #expect(result.passages.isEmpty)
    #expect(result.origins.map(\.name) == ["Outlet 0", "Outlet 1"])
    #expect(result.origins.map(\.basis) == [.measured, .measured])
  }

  @Test func creditedAgencyIsTheOriginOfCopies() {
    let result = story([wire, wire], credits: [[], ["EFE"]])
    #expect(
      result.origins == [
        ReuseOrigin(name: "EFE", kind: .agency, basis: .credited, reports: [0, 1])
      ])
    #expect(result.reportOrigin == [0, 0])
  }

  @Test func withoutACreditTheSourceOfEqualCopiesIsUnseen() {
    let result = story([wire, wire])
    #expect(
      result.origins == [ReuseOrigin(name: nil, kind: .unseen, basis: .judged, reports: [0, 1])])
  }

  @Test func earlierReportThatHoldsTheOthersIsTheirOrigin() {
    let result = story([wire, wire], days: [102, 101])
    #expect(
      result.origins == [
        ReuseOrigin(name: "Outlet 1", kind: .outlet, basis: .measured, reports: [0, 1])
      ])
  }

  @Test func longerReportThatHoldsAnotherIsItsOrigin() {
    let result = story([wire, wire + " " + own(3)])
    #expect(
      result.origins == [
        ReuseOrigin(name: "Outlet 1", kind: .outlet, basis: .measured, reports: [0, 1])
      ])
  }

  @Test func laterReportIsNeverTheOrigin() {
    let result = story([wire, wire + " " + own(3)], days: [101, 102])
    #expect(result.reportOrigin[0] != result.reportOrigin[1])
    #expect(result.origins[result.reportOrigin[0]].name == "Outlet 0")
  }

  @Test func accountsWithWordsOfTheirOwnStayIndependent() {
    let result = story([own(1) + wire, wire + " " + own(2)])
    #expect(result.reportOrigin[0] != result.reportOrigin[1])
    #expect(result.passages.count == 1)
    let origin = result.origins[result.passages[0].origin]
    #expect(origin.kind == .unseen && origin.reports == [0, 1])
  }

  @Test func sharedStatementJoinsNobody() {
    let quote = "\"\(wire)\" the council said. "
    let result = story([own(1) + quote, own(2) + quote])
    #expect(result.passages.map(\.kind) == [.quote])
    #expect(result.reportOrigin[0] != result.reportOrigin[1])
  }

  @Test func flashesAreUnmeasured() {
    let result = story(["Blast heard in Kabul, witnesses say.", own(1)])
    #expect(result.origins.map(\.basis) == [.unmeasured, .measured])
  }

  @Test func tellsTheOriginsOfSixReports() {
    let result = story(
      [wire + " Two.", own(1), wire + " " + own(2), wire, own(3), "Dam seized, council says."],
      credits: [["DPA"], [], [], [], [], []])
    #expect(
      result.origins == [
        ReuseOrigin(name: "DPA", kind: .agency, basis: .credited, reports: [0, 2, 3]),
        ReuseOrigin(name: "Outlet 1", kind: .outlet, basis: .measured, reports: [1]),
        ReuseOrigin(name: "Outlet 2", kind: .outlet, basis: .measured, reports: [2]),
        ReuseOrigin(name: "Outlet 4", kind: .outlet, basis: .measured, reports: [4]),
        ReuseOrigin(name: "Outlet 5", kind: .outlet, basis: .unmeasured, reports: [5]),
      ])
    #expect(result.reportOrigin == [0, 1, 2, 0, 3, 4])
    #expect(result.passages.allSatisfy { $0.origin == 0 })
  }
}
