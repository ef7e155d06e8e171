package import Encoder

// What a model sees and says before a reading is made of it: seams for measuring, not for use.

extension Reader {
  /// What the encoder reads for a reading with these tokens and sentences, a sequence a window;
  /// nil when no model reads.
  package func sequences(of reading: Reading) -> PieceSequences? {
    trained?.windows(reading.tokens, reading.sentences, reading.text).sequences
  }

  /// What the model says of attributions in a reading with these tokens and sentences; nil when no
  /// model reads.
  package func evidence(of reading: Reading) -> AttributionEvidence? {
    guard let trained else { return nil }
    let windows = trained.windows(reading.tokens, reading.sentences, reading.text)
    let states = trained.model.encoder.states(of: windows.sequences)
    let scores = TokenScores(trained.model, rows: windows.rowsOfTokens, of: states)
    return AttributionEvidence(
      model: trained.model, states: states, windows: windows, scores: scores.attributions)
  }
}

/// What a model says of attributions before they are put together.
package struct AttributionEvidence {
  fileprivate let model: ReaderModel
  fileprivate let states: HiddenStates
  fileprivate let windows: Windows
  /// `[token][12]`.
  fileprivate let scores: [Float]

  /// The runs of tokens of the four layers source, cue, content and nested content, each layer
  /// decoded by itself over the whole text.
  package var layers: [[Range<Int>]] {
    model.layerDecoders.enumerated().map { layer, decoder in
      decoder.spans(in: scores, first: 3 * layer, stride: 12, count: scores.count / 12)
        .map(\.range)
    }
  }

  /// The scores that each token near a cue plays a role for it.
  package struct Roles {
    /// The tokens of the window that decides the cue, context included.
    package let tokens: Range<Int>
    /// `[token][5]` of `O`, `B` and `I` of source, `B` and `I` of content; any real numbers.
    package let scores: [Float]

    package init(tokens: Range<Int>, scores: [Float]) {
      self.tokens = tokens
      self.scores = scores
    }
  }

  /// The roles for a cue, which stands for itself by its first token.
  ///
  /// - Complexity: O(n) in windows and in the tokens of one.
  package func roles(ofCueAt token: Int) -> Roles? {
    guard let window = windows.windows.first(where: { $0.core.contains(token) }) else {
      return nil
    }
    let words = Array(windows.rows[window.words])
    let place = token - window.tokens.lowerBound
    let scorer = model.encoder.pairs(
      model.roles, dependents: StateRows([words[place]], of: states),
      heads: StateRows(words, of: states))
    let scores = scorer.scores(dependents: 0..<1, heads: 0..<words.count, shift: -place)
    return Roles(tokens: window.tokens, scores: scores.values)
  }
}
