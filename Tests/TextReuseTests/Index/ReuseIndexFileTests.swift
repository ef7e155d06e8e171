import TestSupport
import Testing
import TextReuse
import Texts

/// Saving, opening, continuing and forgetting.
@Suite struct ReuseIndexFileTests {
  /// A stream in which every report takes a piece of an earlier one.
  private func stream(_ count: Int) -> [StreamedReport] {
    var random = SplitMix64(seed: 11)
    var texts: [[String]] = []
    return (0..<count).map { number in
      var words = (0..<120).map { _ in "w\(UInt16.random(in: 0...9999, using: &random))" }
      if number > 0 {
        let source = texts[Int.random(in: 0..<number, using: &random)]
        let start = Int.random(in: 0..<60, using: &random)
        words.replaceSubrange(30..<70, with: source[start..<start + 40])
      }
      if number % 3 == 0 { words[10] = "“naïve”" }
      texts.append(words)
      return StreamedReport(
        id: "r\(number)", outlet: number % 2 == 0 ? "Ö-\(number % 7)" : nil,
        published: number * 3600, text: SourceText(words.joined(separator: " ")))
    }
  }

  private func bytes(of index: ReuseIndex) -> [UInt8] {
    var bytes: [UInt8] = []
    index.write { piece in piece.withUnsafeBytes { bytes += $0 } }
    return bytes
  }

  /// Compares without showing megabytes.
  private static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool { a == b }

  @Test func whatIsSavedIsContinued() throws {
    let stream = stream(200)
    let whole = ReuseIndex()
    let expected = stream.map { whole.add($0) }
    #expect(expected.dropFirst().allSatisfy { $0.contains { $0.kind == .copy } })
    for cut in [0, 1, 57, 199] {
      let first = ReuseIndex()
      for report in stream[..<cut] { _ = first.add(report) }
      let saved = bytes(of: first)
      let opened = try ReuseIndex(FileBytes(saved))
      #expect(opened.ownBytes < 1024 && opened.count == cut)
      #expect(Self.areEqual(bytes(of: opened), saved))
      #expect(stream[cut...].map { opened.add($0) } == Array(expected[cut...]))
      #expect(Self.areEqual(bytes(of: opened), bytes(of: whole)))
    }
  }

  @Test func damageIsToldAndNothingElseHappens() throws {
    let index = ReuseIndex()
    for report in stream(60) { _ = index.add(report) }
    let saved = bytes(of: index)
    var random = SplitMix64(seed: 5)
    for length in [0, 7, 31, 100, saved.count / 2, saved.count - 100_000] {
      #expect(throws: ReuseIndexError.self) { try ReuseIndex(FileBytes(Array(saved[..<length]))) }
    }
    var refused = 0
    for _ in 0..<60 {
      var broken = saved
      let place = Int.random(in: 0..<saved.count, using: &random)
      broken[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      // What is not refused is in the words, which any bytes may be, or between parts.
      if let opened = try? ReuseIndex(FileBytes(broken)) {
        for report in stream(5) { _ = opened.add(report) }
      } else {
        refused += 1
      }
    }
    #expect(refused > 40)
    var other = saved
    other[8] = 99
    #expect(throws: ReuseIndexError(code: .otherVersion)) { try ReuseIndex(FileBytes(other)) }
    #expect(throws: ReuseIndexError(code: .notAnIndex)) {
      try ReuseIndex(FileBytes(Array("{}".utf8)))
    }
  }

  @Test func theBudgetHoldsAndTheOldestGoesFirst() throws {
    var random = SplitMix64(seed: 3)
    let index = ReuseIndex()
    index.memoryBudget = ReuseIndex.leastBudget
    var last = ""
    for number in 0..<1000 {
      let own = (0..<1500).map { _ in "v\(UInt32.random(in: 0...9_999_999, using: &random))" }
      let text = own.joined(separator: " ")
      let found = index.add(
        StreamedReport(
          id: "r\(number)", outlet: nil, published: nil,
          text: SourceText(last.isEmpty ? text : text + " " + last)))
      if number > 0 {
        let passage = try #require(found.first { $0.kind == .copy })
        #expect(index.id(ofReport: passage.earlier.report) == "r\(number - 1)")
        #expect(passage.origin.map { $0.report >= index.firstKept } ?? false)
      }
      last = own[0..<40].joined(separator: " ")
      // The chunk at the end may still grow by its own size.
      #expect(index.ownBytes < ReuseIndex.leastBudget + (5 << 20))
    }
    #expect(index.firstKept > 100 && index.count == 1000)
    let opened = try ReuseIndex(FileBytes(bytes(of: index)))
    #expect(opened.firstKept == index.firstKept && opened.count == 1000)
    #expect(opened.id(ofReport: 999) == "r999")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func passagesAreWellFormed(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var texts: [SourceText] = []
    let index = ReuseIndex()
    for number in 0..<8 {
      var text = randomReport(seed: seed &* 31 &+ UInt64(number), pieces: 150)
      if let before = texts.randomElement(using: &random) {
        text = SourceText(text[text.range] + "\n" + before[before.range])
      }
      texts.append(text)
      let found = index.add(
        StreamedReport(
          id: "\(number)", outlet: ["A", "B", nil].randomElement(using: &random) ?? nil,
          published: nil, text: text))
      for passage in found {
        #expect(passage.new.report == number && passage.earlier.report < number)
        #expect(passage.matchedWords <= passage.words && passage.matchedWords >= 5)
        for place in [passage.new, passage.earlier] + [passage.origin].compactMap({ $0 }) {
          let text = texts[place.report]
          let points = CodePoints(text)
          #expect(!place.range.isEmpty && place.range.end <= text.count)
          guard text.isScalarBoundary(place.range.start), text.isScalarBoundary(place.range.end)
          else {
            Issue.record("a place begins or ends inside a scalar")
            continue
          }
          #expect(points.codePoint(atByte: place.range.start) == place.points.lowerBound)
          #expect(points.codePoint(atByte: place.range.end) == place.points.upperBound)
        }
      }
    }
  }
}
