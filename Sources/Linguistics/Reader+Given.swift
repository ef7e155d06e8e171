public import Texts

// Reading with tokens and sentences that someone else has drawn: what corpora are measured by.

extension Reader {
  /// The linguistic layers of a text whose tokens are given, and its sentences too if one likes.
  ///
  /// `tokens` stand in order and do not overlap; none is empty, longer than 65,535 bytes or beyond a
  /// paragraph. `sentences` are runs of tokens, in order and without gaps, none beyond a paragraph.
  /// They stay as they are, save one that no window of the model can hold: it is cut. With nil they
  /// are found as in any report.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public func reading(
    of text: SourceText, title: TextRange?, paragraphs: [TextRange], tokens: [TextRange],
    sentences: [Range<Int>]? = nil
  ) -> Reading {
    var made: [Token] = []
    made.reserveCapacity(tokens.count)
    var bounds: [Range<Int>] = []
    for paragraph in paragraphs {
      let first = made.count
      var scanner = TokenScanner(text, paragraph)
      while first + scanner.tokens.count < tokens.count {
        let range = tokens[first + scanner.tokens.count]
        guard paragraph.contains(range) else { break }
        precondition(
          !range.isEmpty && range.count <= 65_535 && range.start >= scanner.offset,
          "tokens in order, of 1 to 65,535 bytes")
        if range.start > scanner.offset { scanner.spaceBefore = true }
        scanner.offset = range.start
        scanner.take(upTo: range.end)
      }
      made += scanner.tokens
      bounds.append(first..<made.count)
    }
    precondition(made.count == tokens.count, "every token lies in a paragraph")
    let runs =
      sentences
      ?? bounds.flatMap { bound in
        SentenceSplitter().sentences(in: Array(made[bound]), of: text).map {
          bound.lowerBound + $0.lowerBound..<bound.lowerBound + $0.upperBound
        }
      }
    return reading(
      of: text, title: title, paragraphs: paragraphs, tokens: made,
      sentences: Self.sentences(runs, bounds: bounds, tokens: made),
      keepsSentences: sentences != nil)
  }

  private static func sentences(
    _ runs: [Range<Int>], bounds: [Range<Int>], tokens: [Token]
  ) -> [Sentence] {
    var paragraph = 0
    var next = 0
    let sentences = runs.map { run in
      precondition(run.lowerBound == next && !run.isEmpty, "sentences follow without gaps")
      next = run.upperBound
      while bounds[paragraph].upperBound <= run.lowerBound { paragraph += 1 }
      precondition(run.upperBound <= bounds[paragraph].upperBound, "a sentence in one paragraph")
      return Sentence(
        tokens: run,
        range: TextRange(tokens[run.lowerBound].start, tokens[run.upperBound - 1].end),
        paragraph: paragraph)
    }
    precondition(next == tokens.count, "every token lies in a sentence")
    return sentences
  }
}

extension SentenceJudge {
  /// The sentences as given, cut where the core of a window ends.
  static func kept(
    _ sentences: [Sentence], windows: [Windows.Window], tokens: [Token]
  ) -> [Sentence] {
    var kept: [Sentence] = []
    var window = 0
    for sentence in sentences {
      var start = sentence.tokens.lowerBound
      while start < sentence.tokens.upperBound {
        while windows[window].core.upperBound <= start { window += 1 }
        let end = min(sentence.tokens.upperBound, windows[window].core.upperBound)
        kept.append(
          Sentence(
            tokens: start..<end, range: TextRange(tokens[start].start, tokens[end - 1].end),
            paragraph: sentence.paragraph))
        start = end
      }
    }
    return kept
  }
}
