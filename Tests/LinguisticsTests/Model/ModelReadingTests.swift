import Encoder
import TestSupport
import Testing
import Texts

@testable import Linguistics

/// A model that knows nothing, and what holds for whatever it says.
@Suite struct ModelReadingTests {
  private func read(_ text: SourceText, _ reader: Reader) -> Reading {
    reader.reading(of: text, title: paragraphs(of: text).first, paragraphs: paragraphs(of: text))
  }

  private func reader(seed: UInt64 = 1, isInt8: Bool = false) throws -> Reader {
    try Reader(
      cues: cueLexicon, lemmas: lemmaTable, model: try tinyReaderModel(seed: seed, isInt8: isInt8))
  }

  @Test(arguments: 0..<8)
  func layersHoldTogether(seed: UInt64) throws {
    let text = randomReport(seed: seed, pieces: 250)
    let reading = read(text, try reader(seed: seed, isInt8: seed % 2 == 1))
    let count = reading.tokens.count
    #expect(reading.tags.count == count && reading.lemmas.count == count)
    #expect(reading.dependencies.count == count)
    #expect(reading.vectors.count == reading.sentences.count && reading.vectors.width == 24)
    expectSentences(reading)
    expectTrees(reading)
    expectNames(reading)
    expectAttributions(reading)
  }

  private func expectSentences(_ reading: Reading) {
    var next = 0
    for (index, sentence) in reading.sentences.enumerated() {
      #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty)
      next = sentence.tokens.upperBound
      #expect(sentence.range == reading.range(ofTokens: sentence.tokens))
      #expect(reading.paragraphs[sentence.paragraph].contains(sentence.range))
      var length: Float = 0
      for number in reading.vectors[index] { length += number * number }
      #expect((length - 1).magnitude < 1e-4)
      #expect((reading.vectors.cosine(index, index, of: reading.vectors) - 1).magnitude < 1e-4)
    }
    #expect(next == reading.tokens.count)
  }

  private func expectTrees(_ reading: Reading) {
    for sentence in reading.sentences {
      let roots = sentence.tokens.filter { reading.dependencies[$0].head == nil }
      #expect(roots.count == 1)
      for token in sentence.tokens {
        let dependency = reading.dependencies[token]
        #expect((dependency.relation == .root) == (dependency.head == nil))
        var node = dependency.head
        var steps = 0
        while let head = node, steps <= sentence.tokens.count {
          #expect(sentence.tokens.contains(head))
          node = reading.dependencies[head].head
          steps += 1
        }
        #expect(node == nil)
      }
    }
  }

  private func expectNames(_ reading: Reading) {
    var last = 0
    for name in reading.names {
      #expect(name.tokens.lowerBound >= last && !name.tokens.isEmpty)
      last = name.tokens.upperBound
      let sentence = reading.sentences[reading.sentence(ofToken: name.tokens.lowerBound)]
      #expect(sentence.tokens.upperBound >= name.tokens.upperBound)
      #expect(name.range == reading.range(ofTokens: name.tokens))
    }
  }

  private func expectAttributions(_ reading: Reading) {
    var last = 0
    for (index, attribution) in reading.attributions.enumerated() {
      let parts = [attribution.source, attribution.cue].compactMap(\.self) + attribution.content
      let sorted = parts.sorted()
      for (one, next) in zip(sorted, sorted.dropFirst()) { #expect(one.end <= next.start) }
      for part in parts {
        #expect(!part.isEmpty && reading.text.isScalarBoundary(part.start))
        #expect(reading.text.isScalarBoundary(part.end))
      }
      #expect(!attribution.content.isEmpty && attribution.cueLemma != nil)
      #expect((sorted.first?.start ?? 0) >= last)
      last = sorted.first?.start ?? 0
      for range in [attribution.source, attribution.cue].compactMap(\.self) {
        let tokens = reading.tokens(in: range)
        let sentence = reading.sentences[reading.sentence(ofToken: tokens.lowerBound)]
        #expect(sentence.tokens.upperBound >= tokens.upperBound)
      }
      if let parent = attribution.parent {
        #expect(parent != index && reading.attributions.indices.contains(parent))
      }
    }
  }

  @Test func readsTheSameTwiceAndWithAnyInstructions() throws {
    let text = randomReport(seed: 77, pieces: 200)
    let model = try tinyReaderModel(seed: 4, isInt8: true)
    let first = read(text, try Reader(cues: cueLexicon, lemmas: lemmaTable, model: model))
    for instructions in Instructions.all {
      let reader = try Reader(
        cues: cueLexicon, lemmas: lemmaTable, model: model, instructions: instructions)
      let second = read(text, reader)
      #expect(second.sentences == first.sentences && second.tags == first.tags)
      #expect(second.dependencies == first.dependencies && second.names == first.names)
      #expect(second.attributions == first.attributions)
      #expect(second.vectors == first.vectors, "\(instructions.name)")
    }
  }

  @Test(arguments: ["", " \n\t ", ".", "a", "\u{FEFF}", "“", "\n\n“\n\n”\n", "日本"])
  func readsLittle(text: String) throws {
    let reading = read(SourceText(text), try reader())
    #expect(reading.tags.count == reading.tokens.count)
    #expect(reading.vectors.count == reading.sentences.count)
  }

  @Test(.timeLimit(.minutes(1)))
  func readsMarksWithoutEnd() throws {
    // As long as a report of thousands of words, without a word or the end of a sentence.
    let marks = read(SourceText(String(repeating: "\" ", count: 1_000)), try reader())
    #expect(marks.tags.count == 1_000)
    let words = read(SourceText(String(repeating: "people and ", count: 400)), try reader())
    #expect(words.dependencies.count == 800)
  }

  @Test func layersThatHaveNoHeadStayEmpty() throws {
    let model = try tinyReaderModel(without: ["names", "vectors"])
    let text = SourceText("Goma\nThe people said the people died in Goma.")
    let reading = read(text, try Reader(cues: cueLexicon, model: model))
    #expect(reading.names.isEmpty && reading.vectors.isEmpty)
    #expect(!reading.tags.isEmpty && !reading.dependencies.isEmpty)
  }
}
