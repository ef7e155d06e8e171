import Claims
import TestSupport
import Testing
import Texts

/// What happened, and what only may, did not, or is long past.
@Suite struct RealisTests {
  @Test func keepsAnEarlierAttackApart() {
    let told = told(
      """
      Bomb kills two at bus stop
      A bomb killed two people at a bus stop on [Monday](2024-03-04).
      A massacre in [August](2023-08-01/2023-08-31) left forty people dead.
      """)
    #expect(told.realis(of: "massacre") == .past)
    #expect(told.date == "2024-03-04/2024-03-04")
    #expect(!told.mainWords.contains("massacre"))
  }

  @Test func countsAreCumulative() {
    let told = told(
      """
      Ambush kills two rangers
      An ambush killed two rangers on [Monday](2024-03-04).
      Raids have killed 300 people since [2019](2019-01-01/2019-12-31).
      """)
    #expect(told.realis(of: "Raids") == .cumulative)
    #expect(told.realis(of: "ambush") == .actual)
  }

  @Test(arguments: [
    ("The rebels could shell the port.", "shell", Realis.hypothetical),
    ("If they bombard the port, many will flee.", "bombard", .hypothetical),
    ("The fleet will blockade the port.", "blockade", .planned),
    ("The unions plan to demonstrate on Friday.", "demonstrate", .planned),
    ("The army did not shell the port.", "shell", .negated),
    ("There was no shelling of the port.", "shelling", .negated),
    ("The shells may have wounded a guard.", "wounded", .actual),
    ("The gunner managed to kill a guard.", "kill", .actual),
    ("Rebels shelled the port.", "shelled", .actual),
  ])
  func judgesByTheClause(_ sentence: String, _ words: String, _ realis: Realis) {
    let told = told(MarkedText([], in: .init("Port news\n\(sentence)")))
    #expect(told.realis(of: words) == realis)
  }
}
