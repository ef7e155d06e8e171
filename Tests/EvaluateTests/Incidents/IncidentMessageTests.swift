import Testing
import Texts

@testable import evaluate

private let file = """
  ABC-MUC4-0007 (SITE)

     MOMBASA (KENYA), 4 FEB 90 (COAST RADIO) -- [TEXT] A BOMB WENT OFF NEAR
  THE HARBOR TODAY.

     [WORDS INDISTINCT] NOBODY WAS HURT [PORT AUTHORITY SAID].


  ABC-MUC4-0008

     CLANDESTINE, NO DATE (VOICE OF THE HILLS) -- [COMMUNIQUE] [TEXT] WE DENY IT.
  """

@Suite struct IncidentMessageTests {
  private let messages = IncidentMessage.messages(in: Array(file.utf8))

  @Test func partsMessagesAtTheirNames() {
    #expect(messages.map(\.id) == ["ABC-MUC4-0007", "ABC-MUC4-0008"])
  }

  @Test func readsPlaceAndDay() {
    #expect(messages[0].place == "MOMBASA (KENYA)")
    #expect(messages[0].date == CalendarDate(iso: "1990-02-04"))
    #expect(messages[1].place == "CLANDESTINE")
    #expect(messages[1].date == nil)
  }

  @Test func paragraphsBeginBehindMarks() {
    let texts = messages[0].paragraphs.map { messages[0].text[$0] }
    #expect(texts.map { $0.prefix(6) } == ["A BOMB", "NOBODY"])
    #expect(texts[1].hasSuffix("[PORT AUTHORITY SAID]."))
    #expect(messages[1].paragraphs.map { messages[1].text[$0] } == ["WE DENY IT."])
  }

  @Test(arguments: [
    "ABC-MUC4-0007 was named", " ABC-MUC4-0007", "ABC-MUC4", "THE BOMB-MUC4-0007", "A-MUC-1",
    "ABC-MUC4-00X7", "",
  ])
  func otherLinesNameNothing(_ line: String) {
    #expect(IncidentMessage.name(line) == nil)
  }

  @Test func aMessageWithoutPlaceKeepsAllWords() {
    let message = IncidentMessage(id: "A", bytes: Array("IT BURNED, THEY SAID -- TWICE.".utf8))
    #expect(message.paragraphs.map { message.text[$0] } == ["IT BURNED, THEY SAID -- TWICE."])
    #expect(IncidentMessage(id: "A", bytes: []).paragraphs.isEmpty)
  }
}
