import TestSupport
import Testing
import TextReuse
import Texts

@Suite struct PassageFinderTests {
  @Test func findsOneSharedSentence() {
    let story = MarkedStory(
      """
      Gunmen raided a cattle market near Maroua before dawn. \
      [Traders hid beneath overturned carts while bullets tore through canvas awnings](copy1). \
      Officials in Yaounde gave no account of the attackers.
      """,
      """
      The market at Maroua was attacked on Friday, the governor's office said. Residents spoke of \
      chaos. [Traders hid beneath overturned carts while bullets tore through canvas awnings](copy1), \
      and the wounded were taken to the regional hospital.
      """)
    #expect(story.found == story.marked)
  }

  @Test func findsLightlyEditedCopyAsOnePassage() {
    let story = MarkedStory(
      """
      [Rebel artillery struck a grain depot outside Goma late on Sunday, setting fire to four \
      warehouses and blocking the only paved road toward the Rwandan border](copy1). Prices rose.
      """,
      """
      Markets were tense. [Rebel artillery struck a grain depot outside Goma on Sunday night, \
      setting fire to three warehouses and closing the only paved road toward the Rwandan \
      border](copy1).
      """)
    #expect(story.found == story.marked)
  }

  @Test func findsReorderedSentences() {
    let story = MarkedStory(
      """
      [Villagers near Kidal buried eleven herders whose convoy had burned beside a dry \
      riverbed](copy1). Nobody spoke to reporters at length about it until much later that week. \
      [A teacher counted spent cartridges along the track leading toward the abandoned \
      wells](copy2).
      """,
      """
      [A teacher counted spent cartridges along the track leading toward the abandoned \
      wells](copy2). The ministry in Bamako has promised an inquiry into what took place there. \
      [Villagers near Kidal buried eleven herders whose convoy had burned beside a dry \
      riverbed](copy1).
      """)
    #expect(story.found == story.marked)
  }

  @Test func findsBothParentsOfAMergedReport() {
    let story = MarkedStory(
      """
      [Mortar rounds hit a bakery queue in Sloviansk, shattering windows across three \
      apartment blocks](copy1). Rescue crews arrived within minutes.
      """,
      """
      The governor visited. [Engineers restored electricity to the maternity ward using a borrowed \
      diesel generator from neighbouring Kramatorsk](copy2).
      """,
      """
      [Mortar rounds hit a bakery queue in Sloviansk, shattering windows across three \
      apartment blocks](copy1). Elsewhere in the city, repairs went on. [Engineers restored \
      electricity to the maternity ward using a borrowed diesel generator from neighbouring \
      Kramatorsk](copy2).
      """)
    #expect(story.found == story.marked)
  }

  @Test func aSentenceOfOneOutletWithoutSpacesIsFound() {
    var story = MarkedStory(
      "昨夜、港で騒ぎがあった。[乾燥した漁網と木箱が激しく燃え上がり消防艇三隻が岸壁から放水を続けた](copy1)ためだという。",
      "市長が謝罪した。[乾燥した漁網と木箱が激しく燃え上がり消防艇三隻が岸壁から放水を続けた](copy1)と伝えられる。")
    story.outlets = ["港新聞", "港新聞"]
    #expect(story.result.passages.count == 1)
    #expect(story.result.passages.allSatisfy { $0.kind == .copy || $0.kind == .version })
  }

  @Test func sharedStatementIsAQuote() {
    let story = MarkedStory(
      """
      The admiral spoke in Manila. "[Our patrol boats never crossed the boundary, and the \
      accusation is a fabrication](quote1)," he said.
      """,
      """
      Crews were questioned in Zamboanga. “[Our patrol boats never crossed the boundary, and the \
      accusation is a fabrication](quote1),” the navy chief insisted on television.
      """)
    #expect(story.found == story.marked)
  }

  @Test func shortQuotedPhraseIsAQuote() {
    let story = MarkedStory(
      "The president called the ambush near Arauca a \"[cowardly betrayal](quote1)\" of the truce.",
      "Bogota's leader spoke of «[cowardly betrayal](quote1)» and sent two battalions north.")
    #expect(story.found == story.marked)
  }

  @Test func creditsAtTheEndAreBoilerplate() {
    let story = MarkedStory(
      """
      Clashes broke out again in Tripoli's port district, where two brigades dispute customs fees.
      [Subscribe to our newsletter and download the app to follow every development](boilerplate1)
      """,
      """
      A ceasefire between militias held for a second night, residents of the capital told us.
      [Subscribe to our newsletter and download the app to follow every development](boilerplate1)
      """)
    #expect(story.found == story.marked)
  }

  @Test func updatedReportOfOneOutletIsAVersion() {
    var story = MarkedStory(
      """
      [A car bomb exploded beside the courthouse in Quetta on Tuesday, killing nine people, police \
      said. Shopkeepers pulled survivors from collapsed stalls before ambulances could reach the \
      narrow lane](version1).
      """,
      """
      [A car bomb exploded beside the courthouse in Quetta on Tuesday, killing fourteen people, \
      police said. Shopkeepers pulled survivors from collapsed stalls before ambulances could reach \
      the narrow lane](version1).
      """)
    story.outlets = ["Daily Mail of Sindh", "Daily Mail of Sindh"]
    #expect(story.found == story.marked)
    #expect(story.result.origins.map(\.reports) == [[0, 1]])
  }

  @Test func independentAccountsShareNoPassage() {
    let story = MarkedStory(
      """
      At least 23 people were killed and dozens wounded on Saturday when a suicide bomber struck a \
      mosque in the northern Afghan town of Imam Sahib, officials said. The Islamic State group claimed \
      responsibility. United Nations Secretary-General Antonio Guterres condemned the attack.
      """,
      """
      A blast inside a mosque in Kunduz during prayers left more than 20 people dead, the provincial \
      governor said on Saturday. At least 23 people were killed and dozens wounded, according to the \
      health department. No group claimed responsibility until late in the day, when the Islamic \
      State group did. United Nations Secretary-General Antonio Guterres called for restraint.
      """)
    #expect(story.found == [])
  }

  @Test func longNamesAndDatesAreNoPassage() {
    let story = MarkedStory(
      """
      The International Committee of the Red Cross and Red Crescent on Monday, 14 March 2022, sent \
      trucks toward Mekelle.
      """,
      """
      Drivers employed by the International Committee of the Red Cross and Red Crescent on Monday, \
      14 March 2022, refused to leave the depot.
      """)
    #expect(story.found == [])
  }

  @Test func lineEndsAndMarksDoNotMatter() {
    let plain = """
      Fighters shelled the ferry landing at Malakal, 'sinking two barges' laden with sorghum.\n\
      The harbour master's deputy fled across the river, carrying the customs ledger.
      """
    let other = """
      Fighters shelled the ferry landing at Malakal, ‘sinking two barges’ laden with sorghum.\r\n\r\n\
      The harbour master’s deputy fled across the river, carrying the customs ledger.
      """
    let texts = [SourceText(plain), SourceText(other)]
    let passages = PassageFinder().result(for: texts.map { input($0) }).passages
    #expect(passages.count == 1)
    #expect(passages.first.map { texts[0][$0.a.range] } == String(plain.dropLast()))
    #expect(passages.first.map { texts[1][$0.b.range] } == String(other.dropLast()))
  }

  @Test(arguments: [
    ("叛军周日晚间炮击了城外的粮仓四座仓库起火通往边境的公路被切断", "据当地居民说", "官员拒绝置评"),
    (
      "กลุ่มติดอาวุธโจมตีคลังเก็บข้าวนอกเมืองเมื่อคืนวันอาทิตย์ทำให้โกดังสี่หลังถูกไฟไหม้", "ชาวบ้านกล่าวว่า ",
      " เจ้าหน้าที่ไม่ให้ความเห็น"
    ),
    (
      "قصف المتمردون مستودعات الحبوب خارج البلدة فاشتعلت النيران وانقطع الطريق المؤدية للحدود",
      "أفاد شهود ", " ورفض المسؤولون التعليق"
    ),
    (
      "повстанцы обстреляли зерновой склад возле посёлка, пожар уничтожил несколько ангаров",
      "Как рассказали жители, ", ". Чиновники молчат"
    ),
  ])
  func findsCopiesInAnyScript(shared: String, before: String, after: String) {
    let texts = [SourceText(before + shared), SourceText(shared + after)]
    let passages = PassageFinder().result(for: texts.map { input($0) }).passages
    #expect(passages.map { texts[0][$0.a.range] } == [shared])
    #expect(passages.map { texts[1][$0.b.range] } == [shared])
  }
}
