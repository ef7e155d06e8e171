import Encoder
import Texts

/// Finds who says what with a model: cues first, then for each cue its source and its content.
///
/// Cues are runs of the layer `cue` within a sentence. For each cue the head `roles` scores every
/// word of the window whose core the cue stands in, context included; the layers of source and
/// content, which know no cue, are heard beside it.
struct ModelAttributions {
  /// What the log-probabilities of the layer `source` count beside the scores of roles.
  static let weightOfSources: Float = 0.25
  /// What those of the more probable layer of content count.
  static let weightOfContents: Float = 1
  /// What both layers' log-probabilities count that a word is neither; little, since a word that is
  /// no content of this cue may well be one of another.
  static let weightOfOthers: Float = 0.15

  let model: ReaderModel
  let states: HiddenStates
  let windows: Windows
  /// `[token][12]`.
  let scores: [Float]

  /// The attributions of a reading whose other layers are read, in order of their first byte.
  ///
  /// - Complexity: O(n) in tokens, and in cues times the words of a window.
  func attributions(in reading: Reading, cues: CueLexicon) -> [Attribution] {
    let found = found(in: reading)
    var rules = SentenceRules(reading: reading, cues: cues)
    rules.addSignedPosts(besides: found.map(\.cue))
    guard !found.isEmpty || !rules.drafts.isEmpty else { return [] }
    for one in found {
      let sentence = reading.sentence(ofToken: one.cue.lowerBound)
      let pieces = one.pieces.map { rules.held($0, cue: one.cue, source: one.source) }
      let meaning = rules.meaning(
        of: one.cue, source: one.source, pieces: pieces,
        sentence: reading.sentences[sentence].tokens)
      rules.drafts.append(
        SentenceRules.Draft(
          source: one.source, cue: one.cue, pieces: pieces, entry: meaning.entry,
          isNegated: meaning.isNegated, sentence: sentence,
          isNested: rules.quotationOfToken[one.cue.lowerBound] >= 0, lemma: meaning.lemma,
          isFromModel: true))
    }
    rules.addContinuations()
    return AttributionBuilder(rules: rules).attributions()
  }

  /// The cues with their sources and contents, as the model has them.
  private func found(in reading: Reading) -> [RoleDecoder.Found] {
    let decoder = model.layerDecoders[1]
    var cues: [Range<Int>] = []
    for sentence in reading.sentences {
      let first = sentence.tokens.lowerBound
      let spans = decoder.spans(
        in: scores, first: 12 * first + 3, stride: 12, count: sentence.tokens.count)
      cues += spans.map { first + $0.range.lowerBound..<first + $0.range.upperBound }
    }
    var found: [RoleDecoder.Found] = []
    var next = 0
    for window in windows.windows {
      let start = next
      while next < cues.count, cues[next].lowerBound < window.core.upperBound { next += 1 }
      guard next > start else { continue }
      found += roles(of: Array(cues[start..<next]), in: window, reading)
    }
    return found
  }

  private func roles(
    of cues: [Range<Int>], in window: Windows.Window, _ reading: Reading
  ) -> [RoleDecoder.Found] {
    let words = Array(windows.rows[window.words])
    let first = window.tokens.lowerBound
    let cueRows = cues.map { words[$0.lowerBound - first] }
    let scorer = model.encoder.pairs(
      model.roles, dependents: StateRows(cueRows, of: states), heads: StateRows(words, of: states))
    let layers = layers(of: window.tokens)
    var found = cues.enumerated().map { index, cue in
      let place = cue.lowerBound - first
      var roles = scorer.scores(
        dependents: index..<index + 1, heads: 0..<words.count, shift: index - place
      ).values
      for place in roles.indices { roles[place] += layers[place] }
      return RoleDecoder(reading: reading, first: first, decoder: model.roleDecoder)
        .found(of: cue, in: roles)
    }
    ContentClaims.settle(&found)
    for index in found.indices { hold(&found[index], toPhrasesOf: reading) }
    return found
  }

  /// Lets source and contents end with the nouns that their last words belong to; none of them
  /// comes to overlap another.
  private func hold(_ found: inout RoleDecoder.Found, toPhrasesOf reading: Reading) {
    for index in found.pieces.indices {
      let whole = reading.withWholeLastPhrase(found.pieces[index], before: found.cue)
      let isFree =
        !(found.source?.overlaps(whole) ?? false)
        && !found.pieces.indices.contains { $0 != index && found.pieces[$0].overlaps(whole) }
      if isFree { found.pieces[index] = whole }
    }
    guard let source = found.source else { return }
    let whole = reading.withWholeLastPhrase(source, before: found.cue)
    if !found.pieces.contains(where: { $0.overlaps(whole) }) { found.source = whole }
  }

  /// What the layers add to the roles of each word: `O`, `B` and `I` of source and of content.
  private func layers(of tokens: Range<Int>) -> [Float] {
    var added: [Float] = []
    added.reserveCapacity(5 * tokens.count)
    for token in tokens {
      let base = 12 * token
      let source = logProbabilities(scores[base], scores[base + 1], scores[base + 2])
      let outer = logProbabilities(scores[base + 6], scores[base + 7], scores[base + 8])
      let inner = logProbabilities(scores[base + 9], scores[base + 10], scores[base + 11])
      // The layer that is surer of a content here.
      let content = inner.x < outer.x ? inner : outer
      added.append(Self.weightOfOthers * (source.x + content.x))
      added.append(Self.weightOfSources * source.y)
      added.append(Self.weightOfSources * source.z)
      added.append(Self.weightOfContents * content.y)
      added.append(Self.weightOfContents * content.z)
    }
    return added
  }
}

extension SentenceRules {
  /// Adds embedded posts, `… — Ana Ruiz (@anaruiz) May 3, 2021`, which hardly any text that a model
  /// learned from has.
  mutating func addSignedPosts(besides cues: [Range<Int>]) {
    for (index, sentence) in reading.sentences.enumerated() {
      drafts += signedTweet(sentence.tokens, sentence: index).filter { draft in
        !cues.contains { cue in draft.cue.map { $0.overlaps(cue) } ?? false }
      }
    }
  }
}
