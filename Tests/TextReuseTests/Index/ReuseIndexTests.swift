import TestSupport
import Testing
import TextReuse
import Texts

@Suite struct ReuseIndexTests {
  static let shared = """
    Dock workers in Hodeidah unloaded powdered milk under floodlights while drones circled above \
    the silos, and inspectors sealed each container with numbered plastic clips.
    """

  /// Words of a report that no other report has.
  private func own(_ name: String, _ count: Int) -> String {
    (0..<count).map { "\(name)w\($0)" }.joined(separator: " ")
  }

  private func report(
    _ id: String, _ text: String, outlet: String? = nil, published: Int? = nil,
    credits: [String] = []
  ) -> StreamedReport {
    StreamedReport(
      id: id, outlet: outlet, published: published, credits: credits, text: SourceText(text))
  }

  @Test func looksUpWhatAnEarlierReportHolds() throws {
    let index = ReuseIndex()
    for seed in 0..<20 as Range<UInt64> {
      _ = index.add(
        StreamedReport(
          id: "r\(seed)", outlet: nil, published: nil, text: randomReport(seed: seed, pieces: 60)))
    }
    let early = SourceText("The port reopened. " + Self.shared + " Nobody was hurt.")
    _ = index.add(StreamedReport(id: "early", outlet: nil, published: nil, text: early))
    for seed in 20..<40 as Range<UInt64> {
      _ = index.add(
        StreamedReport(
          id: "r\(seed)", outlet: nil, published: nil, text: randomReport(seed: seed, pieces: 60)))
    }
    let late = SourceText("Aid reached the coast on Thursday, the agency wrote. " + Self.shared)
    let passages = index.add(StreamedReport(id: "late", outlet: nil, published: nil, text: late))
    let passage = try #require(passages.first)
    #expect(passages.count == 1 && passage.kind == .copy)
    #expect(index.id(ofReport: passage.earlier.report) == "early")
    #expect(late[passage.new.range] + "." == Self.shared)
    #expect(early[passage.earlier.range] + "." == Self.shared)
    #expect(passage.origin == passage.earlier)
  }

  @Test func findsALongReportFromAFlash() {
    let index = ReuseIndex()
    _ = index.add(report("long", own("a", 150) + " " + Self.shared + " " + own("b", 150)))
    #expect(index.add(report("flash", Self.shared)).map(\.kind) == [.copy])
  }

  @Test func editsAndOrderDoNotHide() {
    let sentences = [
      "Rangers counted eleven burned tents beside the dry well at dawn.",
      "A baker from Tahoua carried bread to families who had slept in the school yard.",
      "Two lorries with grain turned back because the bridge was guarded by armed men.",
    ]
    let index = ReuseIndex()
    _ = index.add(report("a", sentences.joined(separator: " ") + " " + own("a", 80)))
    let moved = index.add(
      report("b", sentences.reversed().joined(separator: " ") + " " + own("b", 80)))
    #expect(moved.count == 3 && moved.allSatisfy { $0.kind == .copy })
    let edited = index.add(
      report(
        "c",
        "Rangers counted eleven burned tents beside the dry well at sunrise. A baker from Tahoua "
          + "carried bread to many families who had slept in the school yard. Two lorries with "
          + "flour turned back because the bridge was guarded by soldiers. " + own("c", 80)))
    #expect(edited.map(\.kind) == [.copy])
  }

  @Test func aCopyOfACopyLeadsToTheFirst() throws {
    let index = ReuseIndex()
    _ = index.add(report("first", own("a", 40) + " " + Self.shared, outlet: "A", published: 0))
    _ = index.add(report("second", Self.shared + " " + own("b", 90), outlet: "B", published: 3600))
    let found = index.add(
      report("third", own("c", 90) + " " + Self.shared, outlet: "C", published: 7200))
    let passage = try #require(found.first)
    let origin = try #require(passage.origin)
    #expect(index.id(ofReport: origin.report) == "first")
    #expect(passage.direction == .toNew && passage.evidence == .time)
  }

  @Test func directionSaysWhatItRestsOn() {
    let long = own("a", 20) + " " + Self.shared + " " + own("b", 200)
    func judged(_ second: StreamedReport, published: Int? = 0, first: String? = nil) -> String {
      let index = ReuseIndex()
      _ = index.add(report("one", first ?? long, outlet: "Reuters", published: published))
      guard let passage = index.add(second).first else { return "none" }
      return "\(passage.direction.rawValue) \(passage.evidence.rawValue)"
    }
    let more = Self.shared + " " + own("c", 200)
    #expect(judged(report("two", more, outlet: "B", published: 1000)) == "to-new time")
    #expect(judged(report("two", more, outlet: "B", published: -1000)) == "to-earlier time")
    #expect(judged(report("two", more, outlet: "B", published: 60)) == "unknown none")
    #expect(judged(report("two", more, outlet: "B"), published: nil) == "unknown none")
    #expect(
      judged(report("two", more, outlet: "B", published: 60, credits: ["Reuters"]))
        == "to-new credit")
    #expect(judged(report("two", Self.shared, outlet: "B")) == "to-new containment")
    #expect(
      judged(report("two", long, outlet: "B"), first: Self.shared) == "to-earlier containment")
  }

  @Test func aSharedStatementIsNoCopy() {
    let statement =
      "\"We have closed every crossing on the northern river until the mine fields are cleared "
      + "and the ferries are repaired,\""
    let index = ReuseIndex()
    _ = index.add(
      report("a", own("a", 90) + " " + statement + " the minister said. " + own("b", 60)))
    let found = index.add(
      report("b", own("c", 90) + " " + statement + " the minister said. " + own("d", 60)))
    #expect(found.map(\.kind) == [.quote] && found.allSatisfy { $0.origin == nil })
  }

  @Test func whatIsCopiedTakesItsQuotationsAlong() {
    let story = """
      Dock workers in Hodeidah unloaded powdered milk under floodlights while drones circled above \
      the silos for hours.
      "Nobody sleeps while the cranes are moving," said a foreman with a bandaged hand.
      """
    let index = ReuseIndex()
    _ = index.add(report("a", story + " " + own("a", 60)))
    let found = index.add(report("b", own("b", 20) + " " + story + " " + own("c", 60)))
    #expect(!found.isEmpty && found.allSatisfy { $0.kind == .copy })
  }

  @Test func furnitureOfAnOutletIsLearned() {
    let index = ReuseIndex()
    let tail = """
      Clocktower Post belongs to nine hundred readers, prints beside the flooded mill, carries no \
      horoscopes, lends bicycles to schoolchildren, and answers every handwritten letter.
      """
    var kinds: [ArchivePassage.Kind] = []
    for number in 0..<8 {
      let text = "\(own("n\(number)", 120)). \(tail) \(own("m\(number)", 120)) end."
      kinds += index.add(report("r\(number)", text, outlet: "Clocktower Post")).map(\.kind)
    }
    #expect(kinds.count == 7 && kinds.first == .copy && kinds.last == .boilerplate)
  }

  @Test func aLaterVersionIsAVersion() {
    let index = ReuseIndex()
    let body = Self.shared + " " + own("a", 60)
    _ = index.add(report("a", body + " The toll is 12.", outlet: "A"))
    let found = index.add(report("b", body + " The toll is 17, police said.", outlet: "A"))
    #expect(!found.isEmpty && found.allSatisfy { $0.kind == .version })
    let other = index.add(report("c", body + " The toll is 17, police said.", outlet: "C"))
    #expect(other.contains { $0.kind == .copy })
  }

  @Test func aFormFilledInAnewIsATemplate() {
    func brief(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> String {
      "Shares of harbour companies on the northern exchange closed this evening at \(a) points "
        + "after calm trading in the last hour with volume reaching \(b) lots, while freight "
        + "contracts for delivery in autumn settled before the bell at \(c) a tonne against a "
        + "weekly average price that brokers in the port put at \(d) on Friday "
    }
    let index = ReuseIndex()
    _ = index.add(report("a", brief(11, 208, 3141, 2718) + own("a", 90), outlet: "A"))
    let found = index.add(report("b", brief(25, 977, 1618, 1414) + own("b", 90), outlet: "B"))
    #expect(found.map(\.kind) == [.template])
  }

  @Test func stockPhrasesAreCommonplace() {
    let phrase = "it was one of the first of many that he had been told about by them at that time"
    let index = ReuseIndex()
    _ = index.add(report("a", own("a", 60) + " " + phrase + " " + own("b", 60)))
    let found = index.add(report("b", own("c", 60) + " " + phrase + " " + own("d", 60)))
    #expect(found.allSatisfy { $0.kind == .commonplace && $0.origin == nil })
  }

  @Test func aFamilyOfAnySizeIsFound() {
    let index = ReuseIndex()
    for number in 0..<600 {
      let found = index.add(report("r\(number)", Self.shared + " " + own("n\(number)", 30)))
      if number > 0 {
        #expect(found.count == 1)
        #expect(found.first.map { index.id(ofReport: $0.origin?.report ?? -1) } == "r0")
      }
    }
  }

  @Test func nothingIsFoundInReportsWithoutWords() {
    let index = ReuseIndex()
    for text in ["", " ", "…", "\u{0}", "one", "one two three"] {
      #expect(index.add(report("x", text)).isEmpty)
    }
    #expect(index.count == 6)
  }
}
