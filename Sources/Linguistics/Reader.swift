public import Encoder
public import Texts

/// Reads a report's text in one pass: tokens, sentences, quotations, attributions; with a trained
/// model also parts of speech, lemmas, dependencies, names and sentence vectors.
///
/// Immutable; make one and share it.
public struct Reader: Sendable {
  let cues: CueLexicon
  /// Reads with the model; nil when rules read alone.
  let trained: ModelReading?

  /// Creates a reader that reads by rules alone and knows the cues of a lexicon.
  public init(cues: CueLexicon) {
    self.cues = cues
    trained = nil
  }

  /// Creates a reader that reads with a model.
  ///
  /// - Parameters:
  ///   - cues: cues, by which an attribution's lexicon entry is found.
  ///   - lemmas: irregular forms; without them only regular inflection is undone.
  ///   - model: a model with the heads that reading needs: sentences, tags, arcs, relations,
  ///     attributions and roles; names and vectors are read when their heads are there.
  ///   - instructions: what the encoder runs with; the result is the same with any.
  /// - Throws: `ReaderModelError` that names the head which is missing or of another make.
  public init(
    cues: CueLexicon, lemmas: LemmaTable = LemmaTable([]), model: EncoderModel,
    instructions: Instructions = .best
  ) throws(ReaderModelError) {
    self.cues = cues
    trained = ModelReading(
      model: try ReaderModel(Encoder(model, instructions: instructions)), cues: cues,
      lemmas: lemmas)
  }

  /// The linguistic layers of a text whose paragraphs are given, headline first.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public func reading(of text: SourceText, title: TextRange?, paragraphs: [TextRange]) -> Reading {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let found = Tokenizer().tokens(of: text, in: paragraph)
      for sentence in SentenceSplitter().sentences(in: found, of: text) {
        let shifted = sentence.lowerBound + tokens.count..<sentence.upperBound + tokens.count
        sentences.append(
          Sentence(
            tokens: shifted,
            range: TextRange(
              found[sentence.lowerBound].start, found[sentence.upperBound - 1].end),
            paragraph: index))
      }
      tokens += found
    }
    return reading(
      of: text, title: title, paragraphs: paragraphs, tokens: tokens, sentences: sentences,
      keepsSentences: false)
  }

  /// The layers above tokens and sentences; a model may draw sentences anew unless they are kept.
  func reading(
    of text: SourceText, title: TextRange?, paragraphs: [TextRange], tokens: [Token],
    sentences: [Sentence], keepsSentences: Bool
  ) -> Reading {
    if var trained {
      trained.keepsSentences = keepsSentences
      return trained.reading(
        of: text, title: title, paragraphs: paragraphs, tokens: tokens, sentences: sentences)
    }
    let bare = Reading(
      text: text, title: title, paragraphs: paragraphs, tokens: tokens, sentences: sentences,
      quotations: [], attributions: [])
    let quoted = bare.with(quotations: QuotationFinder().quotations(in: bare))
    return quoted.with(attributions: AttributionFinder(cues: cues).attributions(in: quoted))
  }
}
