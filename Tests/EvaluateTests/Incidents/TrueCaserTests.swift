import Knowledge
import Platform
import TestSupport
import Testing
import Texts

@testable import evaluate

@Suite struct TrueCaserTests {
  private let caser: TrueCaser

  init() throws {
    let data = try DataFolder.located(named: checkout("Data"))
    let knowledge = try KnowledgeBase { name throws(FileError) in try data.file(name) }
    var counts = CaseCounts()
    counts.add(
      Array(
        """
        the guards of a bridge said that some of the rebels had fled to the hills in the north when \
        the army came at night, in a truck that may have been stolen. On that day the Monday \
        market was open, so they march on with a national union front for workers and the people.
        """.utf8))
    caser = TrueCaser(counts: counts, knowledge: knowledge)
  }

  private func cased(_ words: String) -> String {
    let text = SourceText(words)
    return caser.cased(text, paragraphs: [text.range])[text.range]
  }

  @Test(arguments: [
    ("THE REBELS FLED TO THE HILLS.", "The rebels fled to the hills."),
    ("SOME GUARDS SAID SO.  THE ARMY CAME.", "Some guards said so.  The army came."),
    ("THE ARMY OF KENYA AND THE KENYAN PEOPLE", "The army of Kenya and the Kenyan people"),
    ("THE PEOPLE OF EL SALVADOR", "The people of El Salvador"),
    ("REBELS CAME TO TSAVO ON MONDAY", "Rebels came to Tsavo on Monday"),
    ("ON 4 MAY THEY MAY MARCH", "On 4 May they may march"),
    ("TSAVO'S GUARDS", "Tsavo's guards"),
    ("JUAN D'ARCOS DE LA TORRE SAID", "Juan D'Arcos de la Torre said"),
    ("WORKERS' NATIONAL UNION FRONT [WNUF] SAID", "Workers' National Union Front (WNUF) said"),
    ("A WNUF [WORKERS NATIONAL UNION FRONT]", "A WNUF (Workers National Union Front)"),
    ("THE U.S. TRUCK", "The U.S. truck"),
    ("THE GUARDS REMARCHED", "The guards remarched"),
  ])
  func givesWordsTheirCase(_ capitals: String, _ expected: String) {
    #expect(cased(capitals) == expected)
  }

  @Test func movesNoByte() {
    for seed in 0..<20 {
      let report = randomReport(seed: UInt64(seed))
      let capitals = SourceText(report[report.range].uppercased())
      let result = caser.cased(capitals, paragraphs: [capitals.range])
      #expect(result.count == capitals.count)
      func letters(_ text: SourceText) -> String {
        text[text.range].lowercased().filter { $0.isLetter }
      }
      #expect(letters(result) == letters(capitals))
    }
  }

  @Test func leavesWhatIsOutsideOfParagraphs() {
    let text = SourceText("THE HEAD\n\nTHE BRIDGE")
    let result = caser.cased(text, paragraphs: [TextRange(10, 20)])
    #expect(result[result.range] == "THE HEAD\n\nThe bridge")
  }
}
