import TestSupport
import Testing
import TextReuse
import Texts

@Suite struct PassageInvariantTests {
  /// Random reports; every second one takes a piece of the one before it.
  private func story(_ seed: UInt64) -> [ReuseInput] {
    var random = SplitMix64(seed: seed)
    var texts: [SourceText] = []
    for number in 0..<5 {
      var text = randomReport(seed: seed &* 31 &+ UInt64(number))
      if number % 2 == 1, let before = texts.last {
        let (start, end) = (before.count / 4, before.count * 3 / 4)
        var piece = before.bytes[start..<end].drop { $0 & 0xC0 == 0x80 }
        while let last = piece.last, last >= 0x80 { piece.removeLast() }
        text = SourceText(
          String(decoding: text.bytes, as: UTF8.self) + "\n"
            + String(decoding: piece, as: UTF8.self))
      }
      texts.append(text)
    }
    return texts.map { text in
      ReuseInput(
        text: text, range: text.range,
        outlet: ["A", "B", nil].randomElement(using: &random) ?? nil,
        publishedDay: [nil, 7, 8].randomElement(using: &random) ?? nil,
        credits: Bool.random(using: &random) ? ["AFP"] : [])
    }
  }

  private func isWordByte(_ text: SourceText, _ offset: Int) -> Bool {
    let kind = CharacterClass(text.scalar(at: offset).value)
    return kind == .letter || kind == .digit
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func passagesAreWellFormed(seed: UInt64) {
    let inputs = story(seed)
    let result = PassageFinder().result(for: inputs)
    #expect(result.reportOrigin.count == inputs.count)
    for (report, origin) in result.reportOrigin.enumerated() {
      #expect(result.origins[origin].reports.contains(report))
    }
    var before: Passage?
    for passage in result.passages {
      #expect(passage.a.report < passage.b.report)
      #expect(result.origins[passage.origin].reports.contains(passage.a.report))
      #expect(result.origins[passage.origin].reports.contains(passage.b.report))
      for side in [passage.a, passage.b] {
        let text = inputs[side.report].text
        #expect(text.isScalarBoundary(side.range.start) && text.isScalarBoundary(side.range.end))
        #expect(isWordByte(text, side.range.start))
        if side.range.start > 0 {
          var last = side.range.start - 1
          while !text.isScalarBoundary(last) { last -= 1 }
          #expect(!isWordByte(text, last) || text.scalar(at: last).value.value >= 0xE00)
        }
      }
      if let before {
        #expect(
          (before.a.report, before.a.range, before.b.report, before.b.range)
            < (passage.a.report, passage.a.range, passage.b.report, passage.b.range))
      }
      before = passage
    }
    #expect(PassageFinder().result(for: inputs).passages == result.passages)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func orderOfReportsChangesOnlyIndexes(seed: UInt64) {
    let inputs = story(seed)
    let order = [3, 0, 4, 2, 1]
    let result = PassageFinder().result(for: inputs)
    let permuted = PassageFinder().result(for: order.map { inputs[$0] })
    func named(_ result: ReuseResult, _ name: (Int) -> Int) -> [String] {
      result.passages.map { passage in
        let sides = [passage.a, passage.b].map { "\(name($0.report)) \($0.range)" }.sorted()
        let origin = result.origins[passage.origin]
        let reports = origin.reports.map(name).sorted()
        return "\(sides) \(passage.kind) \(passage.matchedWords) \(origin.kind) \(reports)"
      }.sorted()
    }
    #expect(named(result) { $0 } == named(permuted) { order[$0] })
    #expect(result.origins.count == permuted.origins.count)
  }

  @Test func someRandomReportsShareWords() {
    #expect((0..<20).contains { !PassageFinder().result(for: story($0)).passages.isEmpty })
  }

  @Test func toleratesNoReportsAndEmptyOnes() {
    #expect(PassageFinder().result(for: []).origins.isEmpty)
    let result = PassageFinder().result(for: [input(SourceText("")), input(SourceText(" \n"))])
    #expect(result.passages.isEmpty)
    #expect(result.reportOrigin == [0, 1])
  }
}
