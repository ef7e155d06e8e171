import Encoder
import EncoderTestSupport
import TestSupport
import Testing
import Texts

@testable import Linguistics

/// Reading with tokens and sentences that are given.
@Suite struct GivenReadingTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func tokensOfOurOwnGiveTheSameReading(seed: UInt64) throws {
    let text = randomReport(seed: seed, pieces: 150)
    let reader = try Reader(cues: cueLexicon, model: tinyReaderModel(seed: seed))
    for reader in [Reader(cues: cueLexicon), reader] {
      let plain = reader.reading(of: text, title: nil, paragraphs: paragraphs(of: text))
      let given = reader.reading(
        of: text, title: nil, paragraphs: paragraphs(of: text), tokens: plain.tokens.map(\.range))
      #expect(given.tokens.map(\.range) == plain.tokens.map(\.range))
      #expect(given.tokens.map(\.word) == plain.tokens.map(\.word))
      #expect(given.sentences == plain.sentences && given.names == plain.names)
      #expect(given.dependencies == plain.dependencies)
    }
  }

  @Test func sentencesStayAsTheyAre() throws {
    let text = SourceText("one two three. Four five\nsix seven")
    let reader = try Reader(cues: cueLexicon, model: tinyReaderModel())
    let tokens = Tokenizer().tokens(of: text, in: text.range).map(\.range)
    let runs = [0..<2, 2..<3, 3..<6, 6..<8]
    let reading = reader.reading(
      of: text, title: nil, paragraphs: paragraphs(of: text), tokens: tokens, sentences: runs)
    #expect(reading.sentences.map(\.tokens) == runs)
    #expect(reading.sentences.map(\.paragraph) == [0, 0, 0, 1])
    for run in runs {
      #expect(run.count { reading.dependencies[$0].head == nil } == 1)
    }
  }

  @Test func whatNoWindowHoldsIsCut() throws {
    let words = [String](repeating: "killed", count: 300)
    let text = SourceText(words.joined(separator: " "))
    let tokens = Tokenizer().tokens(of: text, in: text.range).map(\.range)
    let reader = try Reader(cues: cueLexicon, model: tinyReaderModel())
    let reading = reader.reading(
      of: text, title: nil, paragraphs: [text.range], tokens: tokens, sentences: [0..<300])
    #expect(reading.sentences.count == 2 && reading.sentences.last?.tokens.upperBound == 300)
  }

  @Test func evidenceIsOfEveryToken() throws {
    let text = SourceText("The people said “killed the people” and the people said.")
    let reader = try Reader(cues: cueLexicon, model: tinyReaderModel(seed: 3))
    let reading = reader.reading(of: text, title: nil, paragraphs: [text.range])
    let evidence = try #require(reader.evidence(of: reading))
    #expect(evidence.layers.count == 4)
    let roles = try #require(evidence.roles(ofCueAt: 2))
    #expect(roles.tokens == 0..<reading.tokens.count)
    #expect(roles.scores.count == 5 * reading.tokens.count)
    #expect(evidence.roles(ofCueAt: 99) == nil)
    #expect(reader.sequences(of: reading)?.count == 1)
    #expect(Reader(cues: cueLexicon).evidence(of: reading) == nil)
  }
}
