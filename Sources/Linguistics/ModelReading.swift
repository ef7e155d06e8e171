import Encoder
import Texts

/// Reads a report with a trained model: one pass of the encoder, then the heads.
struct ModelReading {
  let model: ReaderModel
  let cues: CueLexicon
  let lemmas: LemmaTable
  /// Whether the sentences that are given stay as they are.
  var keepsSentences = false

  /// All layers of a text whose tokens and sentences by rule are given.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  func reading(
    of text: SourceText, title: TextRange?, paragraphs: [TextRange], tokens: [Token],
    sentences rules: [Sentence]
  ) -> Reading {
    let windows = windows(tokens, rules, text)
    let states = model.encoder.states(of: windows.sequences)
    let scores = TokenScores(model, rows: windows.rowsOfTokens, of: states)
    let sentences =
      keepsSentences
      ? SentenceJudge.kept(rules, windows: windows.windows, tokens: tokens)
      : SentenceJudge.sentences(
        scores.sentences, rules: rules, windows: windows.windows, tokens: tokens)
    let dependencies = DependencyReader(model: model, states: states, windows: windows)
      .dependencies(of: sentences)
    let lemmas = Lemmatizer(table: lemmas).lemmas(of: tokens, tags: scores.tags, in: text)
    let bare = Reading(
      text: text, title: title, paragraphs: paragraphs, tokens: tokens, sentences: sentences,
      quotations: [], attributions: [], tags: scores.tags, lemmas: lemmas,
      dependencies: dependencies, names: names(scores.names, sentences, tokens, text),
      vectors: vectors(sentences, windows, states))
    let quoted = bare.with(quotations: QuotationFinder().quotations(in: bare))
    let finder = ModelAttributions(
      model: model, states: states, windows: windows, scores: scores.attributions)
    return quoted.with(attributions: finder.attributions(in: quoted, cues: cues))
  }

  /// The windows that a report is read in.
  func windows(_ tokens: [Token], _ rules: [Sentence], _ text: SourceText) -> Windows {
    var paragraphs: Set<Int> = []
    var last: Int?
    for sentence in rules {
      if sentence.paragraph != last { paragraphs.insert(sentence.tokens.lowerBound) }
      last = sentence.paragraph
    }
    let tokenizer = model.encoder.model.tokenizer
    let pieces = TokenPieces(tokens, of: text, paragraphs: paragraphs, tokenizer: tokenizer)
    return Windows(
      pieces, sentences: rules, tokenizer: tokenizer, longest: model.longestWindow)
  }

  func names(_ scores: [Float], _ sentences: [Sentence], _ tokens: [Token], _ text: SourceText)
    -> [Name]
  {
    guard !scores.isEmpty else { return [] }
    let decoder = model.nameDecoder
    let labels = 2 * decoder.kinds + 1
    var runs: [Range<Int>] = []
    for sentence in sentences {
      let first = sentence.tokens.lowerBound
      let spans = decoder.spans(
        in: scores, first: labels * first, stride: labels, count: sentence.tokens.count)
      runs += spans.map { first + $0.range.lowerBound..<first + $0.range.upperBound }
    }
    let kinds = NameKinds(kinds: decoder.kinds, scores: scores, tokens: tokens, text: text)
      .settled(runs)
    return zip(runs, kinds).map { run, kind in
      Name(
        kind: model.kindsOfNames[kind], tokens: run,
        range: TextRange(tokens[run.lowerBound].start, tokens[run.upperBound - 1].end))
    }
  }

  func vectors(
    _ sentences: [Sentence], _ windows: Windows, _ states: HiddenStates
  ) -> SentenceVectors {
    guard let head = model.vectors, !sentences.isEmpty else { return SentenceVectors() }
    var window = 0
    let runs = sentences.map { sentence in
      while windows.windows[window].core.upperBound < sentence.tokens.upperBound { window += 1 }
      return windows.pieces(of: sentence.tokens, in: window)
    }
    let values = model.encoder.vectors(head, meansOf: runs, of: states)
    return SentenceVectors(width: values.count / sentences.count, values: values)
  }
}
