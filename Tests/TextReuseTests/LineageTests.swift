import TestSupport
import Testing
import TextReuse
import Texts

// Invented reports of one flood and one raid, in pieces that outlets put together.
private let flood = """
  Torrential rain broke the earthen dam above Sehwan shortly before dawn, sending a wall of brown \
  water through eleven villages and sweeping cattle, carts and brick kilns into the Indus. Fishermen \
  rowed between rooftops to collect stranded families, while engineers argued over whether to breach \
  a second embankment and flood farmland to spare the town. By noon the district hospital had \
  counted twenty-three dead, most of them women asleep in riverside huts when the water came.
  """
private let floodTail = """
  Meteorologists in Karachi expect another cloudburst on Thursday and have advised barge operators \
  to moor upstream of the Kotri barrage. Last summer's monsoon ruined a third of the province's \
  cotton, and traders say warehouse stocks will not last until the next harvest.
  """
private let floodTents = """
  Volunteers from a weavers' guild unloaded four hundred tents beside the railway platform and \
  cooked lentils for people who had walked barefoot through the night.
  """
private let floodMinister = """
  The irrigation minister cancelled his journey abroad and promised wages to every labourer who \
  would carry sandbags to the embankment before nightfall on Wednesday.
  """
private let floodSchool = """
  A headmistress opened her classrooms to nursing mothers after soldiers had waded in with rope, \
  lanterns and a single inflatable boat borrowed from anglers.
  """
private let raid = """
  Hombres armados con fusiles atacaron de madrugada un puesto de la guardia rural cerca de \
  Tumaco, incendiaron dos camionetas y se llevaron cajas de munición, según relataron pescadores \
  que huyeron por los manglares. La gobernadora suspendió las clases y ordenó cerrar el muelle \
  mientras patrullas fluviales buscaban lanchas escondidas entre los esteros. Un vendedor de \
  plátanos y su nieta resultaron heridos cuando una bala perdida atravesó la pared de madera.
  """
private let raidTail = """
  El alcalde recordó que en marzo otra banda había quemado la bodega de la cooperativa cacaotera, \
  y pidió al ministerio que reabra el puesto de salud abandonado hace tres inviernos.
  """

private let storm = """
  اقتلعت عاصفة رملية عنيفة خيام النازحين في مخيم قرب مرزق فجر الأربعاء وقطعت أسلاك الكهرباء عن ثلاث \
  قرى مجاورة بينما احتمت عشرات العائلات داخل مدرسة قديمة بلا نوافذ وقال ممرضون إن سبعة أطفال \
  يعانون من ضيق التنفس نقلوا على ظهور شاحنات إلى مستوصف صغير لا تتوفر فيه أسطوانات أكسجين كافية.
  """
private let stormTail = """
  وتوقع خبراء الأرصاد هبوب عاصفة أخرى نهاية الأسبوع ونصحوا سائقي القوافل بتأجيل رحلاتهم نحو الجنوب \
  ريثما تعود الرؤية على الطريق الصحراوي الطويل.
  """
private let fire = """
  港の倉庫で未明に火災が発生し、乾燥した漁網と木箱が激しく燃え上がった。消防艇三隻が岸壁から放水を続けたが、強い北風に\
  あおられて隣の製氷工場にも延焼した。夜勤の作業員二人が煙を吸って病院に運ばれ、付近の住民は高台の神社へ避難した。
  """

private func marked(_ texts: String...) -> MarkedText {
  MarkedText(stringLiteral: texts.joined(separator: "\n\n"))
}

@Suite struct LineageTests {
  // MARK: Direction

  @Test func theEarlierReportIsTheSource() {
    var story = MarkedStory(marked(flood), marked(flood))
    story.days = [20_002, 20_001]
    #expect(story.lineage == ["1 > 0 time"])
    #expect(story.result.lineage.edges.map(\.words) == [77])
  }

  @Test func minutesGoBeforeDaysAndAQuarterOfAnHourTellsNothing() {
    var story = MarkedStory(marked(raid), marked(raid))
    story.days = [20_001, 20_001]
    story.seconds = [20_001 * 86_400 + 3_600, 20_001 * 86_400 + 7_200]
    #expect(story.lineage == ["0 > 1 time"])
    story.seconds[1] = 20_001 * 86_400 + 3_900
    #expect(story.result.lineage.edges.allSatisfy { $0.evidence == .unknown })
  }

  @Test func theOutletThatIsNamedIsTheSource() {
    let own = "El diario Faro del Pacífico había publicado antes el relato."
    var story = MarkedStory(marked(raid), marked(own, raid))
    story.outlets = ["Faro del Pacífico", "Crónica Andina"]
    #expect(story.lineage == ["0 > 1 credit"])
    story.outlets = ["Crónica Andina", "Faro del Pacífico"]
    #expect(story.result.lineage.edges.allSatisfy { $0.evidence == .unknown })
  }

  @Test(arguments: [
    ("The Meridian", "Staff of the Meridian reached the valley first.", true),
    ("The Meridian", "The Meridian Salt Company sent lorries.", false),
    ("Signal", "Nobody saw the signal. Signal lamps were out.", false),
    ("QRT", "A crew of QRT filmed the breach.", true),
    ("QRT", "A qrt beacon failed.", false),
    ("Mail", "The Delta Mail spoke to a ferryman.", false),
    ("Valley Post", "A reader of the Hill and Valley Post wrote a letter.", true),
  ])
  func onlyANameOfItsOwnNamesAnOutlet(outlet: String, sentence: String, isNamed: Bool) {
    var story = MarkedStory(marked(flood), marked(sentence, flood))
    story.outlets = [outlet, "Delta Mail"]
    #expect((story.lineage == ["0 > 1 credit"]) == isNamed)
  }

  @Test func aCreditedAgencyAtHandIsTheSource() {
    var story = MarkedStory(marked(flood), marked(flood), marked(flood))
    story.outlets = ["Indus Herald", "UPI", "Delta Mail"]
    story.credits = [["UPI"], ["UPI"], ["UPI"]]
    #expect(story.lineage == ["1 > 0 credit", "1 > 2 credit"])
    #expect(story.result.lineage.wires.isEmpty)
  }

  @Test func nothingComesFromALaterReport() {
    var story = MarkedStory(marked(flood), marked(flood))
    story.outlets = ["Indus Herald", "UPI"]
    story.credits = [["UPI"], []]
    story.days = [20_001, 20_002]
    #expect(!story.lineage.contains { $0.hasPrefix("1 > 0") })
  }

  @Test func theReportCutShortIsTaken() {
    let story = MarkedStory(marked(raid), marked(raid, raidTail))
    #expect(story.lineage == ["1 > 0 containment"])
  }

  @Test func wordsPutInTheMiddleAreNoEndCutOff() {
    let sentences = flood.split(separator: ". ").map { $0 + ". " }
    let story = MarkedStory(
      marked(flood),
      marked(
        String(sentences[0]), floodTents, floodSchool, String(sentences[1]),
        String(sentences[2])))
    #expect(story.result.lineage.edges.allSatisfy { $0.evidence == .unknown })
    #expect(!story.lineage.isEmpty)
  }

  @Test func equalCopiesOfOneDayTellNothing() {
    let short = "Gunmen burned a customs shed near Beitbridge and freed forty caged parrots."
    let story = MarkedStory(marked(short), marked(short))
    #expect(story.lineage == ["0 ? 1"])
    #expect(story.result.lineage.edges.map(\.isDirected) == [false])
    let long = marked(flood, floodTail)
    #expect(MarkedStory(long, long, long).lineage == ["0 ? 1", "0 ? 2"])
  }

  @Test func scriptsWithoutCapitalsOrSpacesAreTraced() {
    var arabic = MarkedStory(marked(storm), marked(storm, stormTail))
    #expect(arabic.lineage == ["1 > 0 containment"])
    arabic.outlets[0] = "صوت الساحل"
    #expect(arabic.lineage == ["1 > 0 containment"])
    let named = MarkedStory(marked(storm), marked("نشرت صحيفة صوت الساحل الخبر أولا.", storm))
    var credited = named
    credited.outlets[0] = "صوت الساحل"
    #expect(named.lineage != credited.lineage)
    #expect(credited.lineage == ["0 > 1 credit"])
    var japanese = MarkedStory(marked(fire), marked(fire))
    japanese.days = [19_001, 19_000]
    #expect(japanese.lineage == ["1 > 0 time"])
    #expect(japanese.result.lineage.edges.allSatisfy { (40...80).contains($0.words) })
  }

  // MARK: Copies of copies

  @Test func theParentIsTheReportWhoseEditsAreTaken() {
    let edited =
      flood
      .replacing("sending a wall of brown water", with: "pushing torrents of mud")
      .replacing("stranded families", with: "marooned households")
      .replacing(
        "the district hospital had counted twenty-three dead",
        with:
          "clerks at the clinic listed twenty-five drowned")
    var story = MarkedStory(marked(flood), marked(edited), marked(edited), marked(flood))
    story.days = [20_001, 20_002, 20_003, 20_004]
    #expect(
      story.lineage == ["0 > 1 time", "0 > 3 time", "1 > 2 time"])
  }

  @Test func ofEqualCopiesTheFirstIsTheParentAndOthersAreNamed() {
    var story = MarkedStory(marked(raid), marked(raid), marked(raid))
    story.days = [20_001, 20_002, 20_003]
    #expect(story.lineage == ["0 > 1 time", "0 > 2 time or 1"])
  }

  @Test func aMergedReportHasTwoParents() {
    var story = MarkedStory(marked(flood), marked(raid), marked(flood, raid))
    story.days = [20_001, 20_001, 20_002]
    #expect(story.lineage == ["0 > 2 time", "1 > 2 time"])
    #expect(story.result.lineage.edges.map(\.words) == [77, 70])
  }

  @Test func aLaterVersionTakesWhatIsNewInItFromAnother() {
    var story = MarkedStory(
      marked(flood), marked(flood, floodMinister), marked(floodMinister, floodTail))
    story.outlets = ["Indus Herald", "Indus Herald", "Delta Mail"]
    story.days = [20_001, 20_003, 20_002]
    #expect(story.lineage == ["0 > 1 time version", "2 > 1 time"])
  }

  @Test func aSentenceInTheMiddleHasItsOwnParent() {
    var story = MarkedStory(
      marked(flood, floodMinister), marked(floodSchool, raid, floodTents),
      marked(flood, floodTents, floodMinister))
    story.days = [20_001, 20_001, 20_002]
    #expect(story.lineage == ["0 > 2 time", "1 > 2 time"])
  }

  // MARK: Sources that are none of the reports

  @Test func twoWhoAddedToOneTextHaveAnUnseenSource() {
    let story = MarkedStory(
      marked(floodTents, flood, floodTail), marked(flood, floodTail, floodMinister))
    #expect(story.lineage == ["wire > 0 additions", "wire > 1 additions"])
    #expect(story.result.lineage.wires.map(\.agency) == [nil])
    #expect(story.result.lineage.wires.map(\.reports) == [[0, 1]])
  }

  @Test func headlinesBylinesAndCreditsAreNoWordsOfOnesOwn() {
    let tail = """
      Copyright 2022. All rights reserved. No part of this may be published, broadcast or \
      rewritten without permission of the publisher.
      """
    let story = MarkedStory(
      marked("Dam above Sehwan breaks, villages under water", "By Zarina Talpur", flood, floodTail),
      marked(flood, floodTail, tail))
    #expect(story.lineage == ["0 ? 1"])
  }

  @Test func additionsInTheMiddleOfBothOutweighTheDay() {
    let parts = flood.split(separator: ". ").map { $0 + "." }
    var story = MarkedStory(
      marked(String(parts[0]), floodTents, String(parts[1]), String(parts[2]), floodTail),
      marked(String(parts[0]), String(parts[1]), floodMinister, String(parts[2]), floodTail))
    story.days = [20_001, 20_002]
    #expect(story.lineage == ["wire > 0 additions", "wire > 1 additions"])
  }

  @Test func creditsNameTheUnseenSource() {
    var story = MarkedStory(marked(raid), marked(raidTail, raid), marked(raid))
    story.credits = [["EFE"], [], ["EFE"]]
    #expect(
      story.lineage == ["wire EFE > 0 credit", "wire EFE > 1 unknown", "wire EFE > 2 credit"])
    let result = story.result
    #expect(result.origins[result.lineage.wires[0].origin].name == "EFE")
    #expect(Set(result.reportOrigin.map { result.origins[$0].name }) == ["EFE"])
  }

  @Test func aCopyOfOneTakersWordsIsNotTheWires() {
    var story = MarkedStory(
      marked(floodTents, flood, floodTail), marked(flood, floodTail, floodMinister),
      marked(floodTents, flood, floodTail))
    story.days = [20_001, 20_001, 20_002]
    #expect(story.lineage == ["0 > 2 time", "wire > 0 additions", "wire > 1 additions"])
  }

  @Test func theTextThatOthersAddedToIsNotCutFromThem() {
    var story = MarkedStory(
      marked(floodTents, flood, floodTail), marked(flood, floodTail, floodMinister),
      marked(flood, floodTail))
    #expect(story.lineage == ["1 ? 2", "wire > 0 additions", "wire > 1 additions"])
    #expect(Set(story.result.reportOrigin).count == 1)
    story.days = [20_001, 20_001, 20_002]
    #expect(
      story.lineage == ["1 > 2 time or 0", "wire > 0 additions", "wire > 1 additions"])
  }

  // MARK: Versions and statements

  @Test func versionsOfAnOutletAreOneDocument() {
    var story = MarkedStory(
      marked(flood), marked(flood.replacing("twenty-three", with: "thirty-one"), floodTents),
      marked(raid))
    story.outlets = ["Indus Herald", "Indus Herald", "Crónica Andina"]
    story.days = [20_001, 20_002, 20_001]
    #expect(story.lineage == ["0 > 1 time version"])
    #expect(story.result.reportOrigin[0] == story.result.reportOrigin[1])
    #expect(story.result.origins.count == 2)
    story.days = [nil, nil, nil]
    #expect(story.lineage == ["0 ? 1 version"])
    #expect(story.result.reportOrigin[0] == story.result.reportOrigin[1])
  }

  @Test func versionsAreJoinedWhoeverElseHasTheirWords() {
    var story = MarkedStory(
      marked(flood), marked(flood.replacing("twenty-three", with: "thirty-one"), floodSchool),
      marked(flood, floodMinister))
    story.outlets = ["Indus Herald", "Indus Herald", "Delta Mail"]
    story.days = [nil, 20_003, 20_002]
    #expect(story.lineage == ["0 ? 1 version", "2 > 0 containment", "2 > 1 time"])
    #expect(Set(story.result.reportOrigin).count == 1)
  }

  @Test func versionsWithManyWordsOfTheirOwnStayAnAccount() {
    var story = MarkedStory(
      marked(floodTents, floodMinister, floodSchool, floodTail, flood),
      marked(floodTents, floodMinister, floodSchool, floodTail, flood),
      marked(flood))
    story.outlets = ["Indus Herald", "Indus Herald", "Delta Mail"]
    story.days = [20_001, 20_001, 20_000]
    let result = story.result
    #expect(result.origins[result.reportOrigin[0]].name == "Indus Herald")
    #expect(result.origins[result.reportOrigin[1]].name == "Indus Herald")
    #expect(result.origins[result.reportOrigin[2]].name == "Delta Mail")
  }

  @Test func aStatementQuotedByTwoIsNoEdge() {
    let statement = """
      "The ministry has sent two thousand blankets and will rebuild every house that stood inside \
      the embankment," the relief commissioner said.
      """
    let story = MarkedStory(marked(floodTents, statement), marked(floodSchool, statement))
    #expect(story.result.passages.map(\.kind) == [.quote])
    #expect(story.lineage.isEmpty)
    #expect(story.result.reportOrigin[0] != story.result.reportOrigin[1])
  }

  // MARK: Accounts

  @Test func aDoubtfulShortReportBelongsToTheAccountThatHoldsIt() {
    let herders = """
      Herders near Gwadar found three drifting mines and towed them ashore with donkeys before the \
      navy arrived.
      """
    let story = MarkedStory(
      marked(floodMinister, floodSchool, floodTents, floodTail, herders, raid), marked(herders))
    let result = story.result
    #expect(result.lineage.edges.count == 1)
    #expect(Set(result.reportOrigin).count == 1)
  }

  @Test func theEffectiveNumberWeighsOriginsByTheirWords() throws {
    var story = MarkedStory(marked(flood), marked(flood), marked(flood))
    story.days = [20_001, 20_002, 20_003]
    #expect(try #require(story.result.effectiveOrigins) == 1)
    let two = MarkedStory(marked(flood), marked(raid))
    let number = try #require(two.result.effectiveOrigins)
    #expect(number > 1.99 && number < 2)
    #expect(MarkedStory().result.effectiveOrigins == nil)
  }
}
