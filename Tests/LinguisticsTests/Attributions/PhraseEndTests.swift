import Testing
import Texts

@testable import Linguistics

@Suite struct PhraseEndTests {
  /// "The new port chief denied any large theft", with its tree.
  private var reading: Reading {
    let text = SourceText("The new port chief denied any large theft")
    let heads: [(Int?, Relation)] = [
      (3, .det), (3, .amod), (3, .compound), (4, .nsubj), (nil, .root), (7, .det), (7, .amod),
      (4, .obj),
    ]
    return Reading(
      text: text, title: nil, paragraphs: [text.range],
      tokens: Tokenizer().tokens(of: text, in: text.range), sentences: [], quotations: [],
      attributions: [], dependencies: heads.map { Dependency(head: $0.0, relation: $0.1) })
  }

  @Test func aSpanGoesOnToItsNoun() {
    #expect(reading.withWholeLastPhrase(0..<1, before: 4..<5) == 0..<4)
    #expect(reading.withWholeLastPhrase(0..<3, before: 4..<5) == 0..<4)
    #expect(reading.withWholeLastPhrase(5..<6, before: 4..<5) == 5..<8)
  }

  @Test func aSpanThatEndsWithItsNounStays() {
    #expect(reading.withWholeLastPhrase(0..<4, before: 4..<5) == 0..<4)
    #expect(reading.withWholeLastPhrase(5..<8, before: 4..<5) == 5..<8)
  }

  @Test func aSpanNeverReachesTheCue() {
    #expect(reading.withWholeLastPhrase(0..<1, before: 3..<4) == 0..<1)
  }
}
