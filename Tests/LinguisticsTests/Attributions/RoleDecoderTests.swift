import TestSupport
import Testing
import Texts

@testable import Linguistics

@Suite struct RoleDecoderTests {
  /// Scores that speak for the marks `source`, `weak` (a source too) and `content`.
  private func scores(_ marked: MarkedText, _ reading: Reading, first: Int = 0) -> [Float] {
    var scores = [Float](repeating: 0, count: 5 * (reading.tokens.count - first))
    for (label, role, gain) in [("source", 1, 3), ("weak", 1, 1), ("content", 3, 2)] {
      for range in marked.ranges(label) {
        let tokens = reading.tokens(in: range)
        for token in tokens {
          scores[5 * (token - first) + role + (token == tokens.lowerBound ? 0 : 1)] = Float(gain)
        }
      }
    }
    return scores
  }

  private func decoded(_ marked: MarkedText, first: Int = 0) -> RoleDecoder.Found? {
    let reading = reading(marked.text)
    guard let cue = marked.ranges("cue").first.map({ reading.tokens(in: $0) }) else { return nil }
    return RoleDecoder(reading: reading, first: first, decoder: SpanDecoder(kinds: 2))
      .found(of: cue, in: scores(marked, reading, first: first))
  }

  private func words(_ range: Range<Int>?, of marked: MarkedText) -> String? {
    let reading = reading(marked.text)
    return range.map { marked.text[reading.range(ofTokens: $0)] }
  }

  @Test func givesACueItsSourceAndContentsInPieces() throws {
    let marked: MarkedText =
      "“[We left](content),” [Ana Ruiz](source) [said](cue), “[at dawn](content).”"
    let found = try #require(decoded(marked))
    #expect(words(found.source, of: marked) == "Ana Ruiz")
    #expect(found.pieces.map { words($0, of: marked) } == ["We left", "at dawn"])
  }

  @Test func ofSeveralSourcesTheSurestSpeaks() throws {
    let marked: MarkedText = "[Troops](weak) left, [she](source) [said](cue) [to men](weak)."
    #expect(words(try #require(decoded(marked)).source, of: marked) == "she")
  }

  @Test func aSourceEndsBeforeItsCommaAndWithItsSentence() throws {
    let comma: MarkedText = "[Ana Ruiz,](source) who left, [said](cue) no."
    #expect(words(try #require(decoded(comma)).source, of: comma) == "Ana Ruiz")
    let long: MarkedText = "So [said](cue) [Ana Ruiz. The town](source) slept."
    #expect(words(try #require(decoded(long)).source, of: long) == "Ana Ruiz.")
  }

  @Test func theCueIsNoPartOfWhatItIsGiven() throws {
    let marked: MarkedText = "[[The army](source) [said](cue) people left](content)."
    let found = try #require(decoded(marked))
    #expect(found.source.map { $0.overlaps(found.cue) } == false)
    #expect(found.pieces.allSatisfy { !$0.overlaps(found.cue) })
  }

  @Test func countsFromTheFirstTokenOfTheWindow() throws {
    let marked: MarkedText = "It rained. [She](source) [said](cue) [all left](content)."
    let found = try #require(decoded(marked, first: 3))
    #expect(words(found.source, of: marked) == "She")
    #expect(found.pieces.map { words($0, of: marked) } == ["all left"])
  }
}
