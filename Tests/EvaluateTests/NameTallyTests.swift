import Linguistics
import Testing
import Texts

@testable import evaluate

@Suite struct NameTallyTests {
  @Test func readsAnArticleWithItsTraps() {
    let file = """
      http://a.example/1\tO

      Ana\tB-Person
      Ruiz\tI-PERSON
      of\tO
      Nord\tB-Organization\tB-Location
      Bank\tI-Organization
      !\tO

      The\tO
      Ruizist\tI-Misc
      Goma\tB-Location
      Goma\tB-Location

      """
    let text = NamedText(worldwide: Array(file.utf8), name: "eg_x_1.txt.tsv")
    #expect(
      String(decoding: text.given.bytes, as: UTF8.self)
        == "Ana Ruiz of Nord Bank!\nThe Ruizist Goma Goma")
    #expect(text.given.sentences == [0..<6, 6..<10] && text.given.paragraphs.count == 2)
    #expect(text.names.map(\.words) == [0..<2, 3..<5, 7..<8, 8..<9, 9..<10])
    #expect(
      text.names.map(\.kind) == [.person, .organization, .miscellaneous, .location, .location])
  }

  @Test func readsUniversalNames() {
    let file = """
      # newdoc id = tale-1
      # sent_id = 1
      # text = Ana isn't in Goma.
      1\tAna\tB-PER\t-\t-
      2\tis\tO\t-\t-
      3\tn't\tO\t-\t-
      4\tin\tO\t-\t-
      5\tGoma\tB-LOC\t-\t-
      6\t.\tO\t-\t-

      # newdoc id = tale-2
      # text = No.
      1\tNo\tO\t-\t-
      2\t.\tO\t-\t-

      """
    let texts = NamedText.universal(Array(file.utf8))
    #expect(texts.map(\.name) == ["tale-1", "tale-2"])
    #expect(String(decoding: texts[0].given.bytes, as: UTF8.self) == "Ana isn't in Goma.")
    #expect(texts[0].names.map(\.kind) == [.person, .location])
  }

  @Test func countsKindsAndSpans() {
    var text = NamedText()
    text.append(
      ["Ana", "Ruiz", "left", "Goma", "airport"],
      labels: ["B-PER", "I-PER", "O", "B-LOC", "I-LOC"],
      isSpaced: [true, true, true, true, true], beginsParagraph: true)
    let bare = text.given.reading(by: Reader(cues: CueLexicon([])))
    func name(_ kind: Name.Kind, _ tokens: Range<Int>) -> Name {
      Name(kind: kind, tokens: tokens, range: bare.range(ofTokens: tokens))
    }
    let reading = Reading(
      text: bare.text, title: nil, paragraphs: bare.paragraphs, tokens: bare.tokens,
      sentences: bare.sentences, quotations: [], attributions: [],
      names: [name(.organization, 0..<2), name(.facility, 3..<5)])
    var tally = NameTally()
    tally.add(text, reading)
    func f1(_ rows: [NamesCommand.Row], _ kind: String) -> Double? {
      rows.first { $0.kind == kind }?.names.f1
    }
    let rows = tally.rows(corpus: "x")
    #expect(f1(rows, "all") == 0 && f1(rows, "untyped") == 1)
    let universal = tally.universalRows(corpus: "x")
    #expect(f1(universal, "PER, ORG, LOC") == 0)
    #expect(f1(universal, "PER, ORG, LOC, facilities as LOC") == 0.5)
    #expect(f1(universal, "LOC, facilities as LOC") == 1)
  }

  @Test func guessesWhereSpacesStood() {
    let words = [
      "He", "said", "\"", "no", ",", "I", "do", "n't", "\"", "(", "ever", ")", "well", "-", "known",
      "$", "5", ".",
    ]
    var given = GivenText()
    given.append(words, isSpaced: guessedSpacing(words), beginsParagraph: true)
    #expect(
      String(decoding: given.bytes, as: UTF8.self)
        == "He said \"no, I don't\" (ever) well-known $5.")
  }
}
