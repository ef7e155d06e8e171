import Encoder
import EncoderTestSupport
import TestSupport
import Testing
import Texts

@testable import Linguistics

@Suite struct WindowTests {
  let tokenizer: WordPieceTokenizer

  init() throws {
    tokenizer = try WordPieceTokenizer(
      vocabulary: Array(spellingVocabulary.joined(separator: "\n").utf8), characters: smallTable,
      path: "small")
  }

  private struct Setting {
    let reading: Reading
    let pieces: TokenPieces
    let windows: Windows
    let starts: Set<Int>
    let longest: Int
  }

  private func setting(_ text: SourceText, longest: Int) -> Setting {
    let reading = reading(text)
    var starts: Set<Int> = []
    for (index, sentence) in reading.sentences.enumerated()
    where index == 0 || reading.sentences[index - 1].paragraph != sentence.paragraph {
      starts.insert(sentence.tokens.lowerBound)
    }
    let pieces = TokenPieces(
      reading.tokens, of: text, paragraphs: starts, tokenizer: tokenizer)
    let windows = Windows(
      pieces, sentences: reading.sentences, tokenizer: tokenizer, longest: longest)
    return Setting(
      reading: reading, pieces: pieces, windows: windows, starts: starts, longest: longest)
  }

  @Test(arguments: 0..<12, [64, 90, 256])
  func everyTokenLiesInOneCore(seed: UInt64, longest: Int) {
    let setting = setting(randomReport(seed: seed, pieces: 400), longest: longest)
    let (windows, pieces) = (setting.windows, setting.pieces)
    var next = 0
    for (index, window) in windows.windows.enumerated() {
      #expect(window.core.lowerBound == next && !window.core.isEmpty)
      #expect(window.tokens.upperBound == window.core.upperBound)
      next = window.core.upperBound
      let sequence = windows.sequences[index]
      #expect(sequence.count <= longest)
      expectPieces(of: window, at: sequence, setting)
      let context = window.tokens.lowerBound..<window.core.lowerBound
      let separators =
        (context.lowerBound + 1..<max(context.lowerBound + 1, context.upperBound + 1))
        .count { setting.starts.contains($0) }
      #expect(context.isEmpty || pieces.count(of: context) + separators <= Windows.context)
      let isAtSentence = setting.reading.sentences.contains {
        $0.tokens.lowerBound == window.tokens.lowerBound
      }
      #expect(isAtSentence || (context.isEmpty && index > 0))
    }
    #expect(next == setting.reading.tokens.count)
    #expect(windows.rowsOfTokens.count == setting.reading.tokens.count)
  }

  /// The window's sequence is its tokens' pieces and the markers, and rows lead to first pieces.
  private func expectPieces(
    of window: Windows.Window, at sequence: Range<Int>, _ setting: Setting
  ) {
    let (windows, pieces) = (setting.windows, setting.pieces)
    var ids = [tokenizer.classification]
    var shapes: [UInt8] = [7]
    for token in window.tokens {
      if token > window.tokens.lowerBound, setting.starts.contains(token) {
        ids.append(tokenizer.separator)
        shapes.append(7)
      }
      let row = sequence.lowerBound + ids.count
      #expect(windows.rows[window.words.lowerBound + token - window.tokens.lowerBound] == row)
      if window.core.contains(token) { #expect(windows.rowsOfTokens[token] == row) }
      let own = pieces.starts[token]..<pieces.starts[token + 1]
      ids += pieces.ids[own]
      shapes += own.map { _ in pieces.shapes[token] }
    }
    ids.append(tokenizer.separator)
    shapes.append(7)
    #expect(Array(windows.sequences.ids[sequence]) == ids)
    #expect(Array(windows.sequences.shapes[sequence]) == shapes)
  }

  @Test(arguments: 0..<8)
  func sentencesKnowTheirPieces(seed: UInt64) {
    let setting = setting(randomReport(seed: seed, pieces: 300), longest: 256)
    for (index, window) in setting.windows.windows.enumerated() {
      for sentence in setting.reading.sentences
      where window.core.contains(sentence.tokens.lowerBound)
        && window.core.upperBound >= sentence.tokens.upperBound
      {
        let rows = setting.windows.pieces(of: sentence.tokens, in: index)
        let own =
          setting.pieces.starts[
            sentence.tokens.lowerBound]..<setting.pieces.starts[
            sentence.tokens.upperBound]
        #expect(
          Array(setting.windows.sequences.ids[rows]) == Array(setting.pieces.ids[own]))
      }
    }
  }

  @Test func aWindowThatIsFullEnoughEndsWithAParagraph() {
    let line = "the people said and said the people\n"
    let setting = setting(SourceText(String(repeating: line, count: 12)), longest: 64)
    let ends = setting.windows.windows.map(\.core.upperBound)
    #expect(ends.allSatisfy { $0 % 7 == 0 })
    // Context of whole sentences, two with their markers.
    #expect(setting.windows.windows.last.map { $0.core.lowerBound - $0.tokens.lowerBound } == 14)
  }

  @Test func aSentenceLongerThanAWindowIsCutAtTokens() {
    let text = SourceText(String(repeating: "people ", count: 150) + ".")
    let windows = setting(text, longest: 64).windows.windows
    #expect(windows.map(\.core) == [0..<62, 62..<124, 124..<151])
    #expect(windows.allSatisfy { $0.tokens == $0.core })
  }

  @Test func aTokenHasAtMostSixteenPieces() {
    let text = SourceText("http://example.org/a/very/long/address/that/nobody/reads and \u{1F44D}")
    let setting = setting(text, longest: 64)
    #expect(setting.pieces.count(of: 0..<1) == TokenPieces.mostOfToken)
    #expect(setting.pieces.ids.last == tokenizer.unknown)
  }

  @Test func shapesTellWhatStandsRightBehind() {
    let setting = setting(SourceText("Do n't go.\nGo-Go now"), longest: 64)
    let glued = WrittenShape.glued
    let expected: [UInt8] = [1, 0, 0, glued + 5, 1, glued + 5, glued + 1, 0]
    #expect(setting.pieces.shapes == expected)
  }

  @Test func nothingHasNoWindows() {
    let setting = setting(SourceText(" \n "), longest: 64)
    #expect(setting.windows.windows.isEmpty && setting.windows.sequences.count == 0)
  }
}
