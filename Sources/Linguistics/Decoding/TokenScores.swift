import Encoder

/// What the heads that judge single tokens say of a whole report, token by token.
struct TokenScores {
  /// `[token]` of `inside`, `start`.
  private(set) var sentences: [Float] = []
  /// The best label of each token.
  private(set) var tags: [PartOfSpeech] = []
  /// `[token][label]`; empty when the model finds no names.
  private(set) var names: [Float] = []
  /// `[token][12]`: `O`, `B`, `I` of source, cue, content and nested content.
  private(set) var attributions: [Float] = []

  /// Rows that are gathered at once: few enough to stay in the second cache.
  static let rowsAtOnce = 256

  /// - Complexity: O(n) in tokens.
  init(_ model: ReaderModel, rows: [Int], of states: HiddenStates) {
    sentences.reserveCapacity(2 * rows.count)
    tags.reserveCapacity(rows.count)
    names.reserveCapacity((model.names?.labels.count ?? 0) * rows.count)
    attributions.reserveCapacity(12 * rows.count)
    let encoder = model.encoder
    for first in stride(from: 0, to: rows.count, by: Self.rowsAtOnce) {
      let end = min(first + Self.rowsAtOnce, rows.count)
      let some = StateRows(Array(rows[first..<end]), of: states)
      sentences += encoder.scores(model.sentences, of: some).values
      attributions += encoder.scores(model.attributions, of: some).values
      if let head = model.names { names += encoder.scores(head, of: some).values }
      let scores = encoder.scores(model.tags, of: some)
      for token in 0..<some.count { tags.append(model.partsOfSpeech[scores.best(token)]) }
    }
  }
}
