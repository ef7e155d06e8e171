import TestSupport
import Testing
import Texts

@testable import TextReuse

@Suite struct WordChunkTests {
  /// Every word of the archive stands where it stood in its report, whatever lies before it.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func placesAreThoseOfTheReports(seed: UInt64) {
    let store = ReportStore()
    var random = SplitMix64(seed: seed)
    var texts: [SourceText] = []
    for number in 0..<6 {
      let pieces = [0, 1, 30, 150, 400].randomElement(using: &random) ?? 9
      let text = randomReport(seed: seed &* 31 &+ UInt64(number), pieces: pieces)
      let splitter = WordSplitter()
      splitter.split(text, in: text.range, number: number)
      let report = StreamedReport(id: "é\(number)", outlet: nil, published: nil, text: text)
      store.append(store.record(for: report, splitter.report), splitter.report, report.id)
      texts.append(text)
      #expect(store.id(of: number) == "é\(number)")
    }
    for (number, text) in texts.enumerated() {
      let splitter = WordSplitter()
      splitter.split(text, in: text.range, number: number)
      let report = splitter.report
      #expect(Int(store.record(of: number).count) == report.count)
      for word in 0..<report.count {
        let end = min(report.count, word + Int.random(in: 1...90, using: &random))
        let place = store.place(number, word..<end)
        #expect(place.range == report.range(word..<end))
        #expect(place.points == report.points(word..<end))
      }
    }
    #expect(store.isSound)
  }
}
