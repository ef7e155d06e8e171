import TestSupport
import Testing
import TextReuse
import Texts

@Suite struct RewritingInvariantTests {
  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]])
  func orderOfReportsChangesOnlyIndexes(order: [Int]) {
    let reports = [wireReport, rewrittenReport, independentReport]
    func named(_ result: ReuseResult, _ name: (Int) -> Int) -> [String] {
      result.rewritings.map { rewriting in
        let sides = [rewriting.a, rewriting.b].map { "\(name($0.report)) \($0.range)" }.sorted()
        let origin = result.origins[rewriting.origin]
        let members = origin.reports.map(name).sorted()
        return "\(sides) \(rewriting.kind) \(rewriting.similarity ?? 0) \(origin.basis) \(members)"
      }.sorted()
    }
    var given = ToldStory(reports)
    given.outlets = ["A", "B", "C"]
    var permuted = ToldStory(order.map { reports[$0] })
    permuted.outlets = order.map { given.outlets[$0] }
    #expect(!given.result.rewritings.isEmpty)
    #expect(named(given.result) { $0 } == named(permuted.result) { order[$0] })
  }

  /// Vectors at random say nothing.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func vectorsAtRandomFindNothingInUnrelatedReports(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let noise = [randomReport(seed: seed), randomReport(seed: ~seed)]
    let texts = [wireReport.text, unrelated.text] + noise
    let inputs = texts.map { text in
      let ranges = lines(of: text)
      let vectors = ranges.flatMap { _ in
        unit((0..<48).map { _ in Float.random(in: -1...1, using: &random) })
      }
      return ReuseInput(
        text: text, range: text.range, outlet: nil, publishedDay: nil, credits: [],
        sentences: ReportSentences(ranges: ranges, width: 48, vectors: vectors))
    }
    #expect(PassageFinder().result(for: inputs).rewritings == [])
  }

  @Test func rewritingsAreWellFormed() {
    let story = ToldStory(independentReport, rewrittenReport, wireReport)
    let result = story.result
    #expect(!result.rewritings.isEmpty)
    for rewriting in result.rewritings {
      #expect(rewriting.a.report < rewriting.b.report)
      let origin = result.origins[rewriting.origin]
      for side in [rewriting.a, rewriting.b] {
        #expect(origin.reports.contains(side.report))
        let text = story.reports[side.report].text
        #expect(text.range.contains(side.range) && !side.range.isEmpty)
        #expect(text.isScalarBoundary(side.range.start) && text.isScalarBoundary(side.range.end))
      }
    }
    #expect(story.result.rewritings == result.rewritings)
  }

  @Test func vectorsOfDifferentWidthsAreNotCompared() {
    var narrow = ToldStory(wireReport)
    narrow.width = 96
    let inputs = narrow.inputs + ToldStory(rewrittenReport).inputs
    #expect(PassageFinder().result(for: inputs).rewritings == [])
  }

  @Test func emptyAndOneSentenceReportsAreTolerated() {
    let short: MarkedText = "[A ferry ran aground on a sandbank near the port of Bukoba.](aground)"
    #expect(ToldStory("", wireReport, short, short).found == [])
  }

  private func lines(of text: SourceText) -> [TextRange] {
    var found: [TextRange] = []
    var start = 0
    for offset in 0...text.count where offset == text.count || text.bytes[offset] == 0x0A {
      if offset > start { found.append(TextRange(start, offset)) }
      start = offset + 1
    }
    return found
  }

  private let unrelated: MarkedText = """
    The choir of Tampere sang in the tram depot because the concert hall has no heating yet.
    Conductors of three generations took turns, the eldest with a mitten on one hand.
    A collection for new boilers brought enough for two of the five that are needed.
    """
}
