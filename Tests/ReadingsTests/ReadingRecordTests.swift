import Dossiers
import Foundation
import Readings
import Reports
import TestSupport
import Testing
import Texts

@Suite struct ReadingRecordTests {
  private func json(_ record: ReadingRecord) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
  }

  @Test func theSampleReadsAsWritten() throws {
    expectGolden(try json(ReadingRecord(Sample.byModel, withVectors: true)), "sample.json")
    expectGolden(try json(ReadingRecord(Sample.byRules)), "sample-rules.json")
  }

  @Test func vectorsComeWhenAskedFor() {
    #expect(ReadingRecord(Sample.byModel).vectors == nil)
    #expect(ReadingRecord(Sample.byModel, withVectors: true).vectors?.last == [0.6, 0.8])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func wordsStandWhereTheRecordSays(seed: UInt64) {
    let item = randomReading(seed: seed)
    let scalars = Array(item.report.text[item.report.text.range].unicodeScalars)
    let record = ReadingRecord(item)
    func words(_ start: Int, _ end: Int) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      return String(view)
    }
    #expect(record.tokens.allSatisfy { words($0.start, $0.end) == $0.text })
    #expect(record.names.allSatisfy { words($0.start, $0.end) == $0.text })
    let spans = record.attributions.flatMap { [$0.source, $0.cue].compactMap(\.self) + $0.content }
    #expect(spans.allSatisfy { words($0.start, $0.end) == $0.text })
    #expect(record.sentences.map(\.tokenCount).reduce(0, +) == record.tokens.count)
  }
}
