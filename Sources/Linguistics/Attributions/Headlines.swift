import Texts

/// Headlines and tweets, which name the speaker without a verb.
extension SentenceRules {
  /// `Minister: raid killed ten` and `Raid killed ten - officials`.
  func headline(_ sentence: Range<Int>, index: Int) -> Draft? {
    let low = sentence.lowerBound
    var high = sentence.upperBound
    while high > low, isTerminal(high - 1) { high -= 1 }
    guard high - low >= 5 else { return nil }
    if let colon = (low + 1..<min(low + 6, high)).first(where: { word($0) == ":" }),
      high - colon > 3, isSpeakerName(low..<colon)
    {
      let start = colon + 1
      return Draft(
        source: low..<colon, cue: nil, pieces: [start..<high], entry: nil, sentence: index)
    }
    if let dash = (max(low + 4, high - 5)..<high - 1).last(where: { isDash($0) || word($0) == ":" }
    ),
      isSpeakerName(dash + 1..<high), dash + 1 < high
    {
      return Draft(
        source: dash + 1..<high, cue: nil, pieces: [low..<dash], entry: nil, sentence: index)
    }
    return nil
  }

  /// Where a tweet that ends in a sentence may begin: a few sentences back in its paragraph.
  private func tweetStart(_ sentence: Int) -> Int {
    var first = sentence
    let end = reading.sentences[sentence].tokens.upperBound
    while first > 0, sentence - first < 5,
      reading.sentences[first - 1].paragraph == reading.sentences[sentence].paragraph,
      end - reading.sentences[first - 1].tokens.lowerBound < 90,
      !reading.sentences[first - 1].tokens.contains(where: { isHandle($0) }),
      !reading.sentences[first - 1].tokens.contains(where: { isCue[$0] })
    {
      first -= 1
    }
    return reading.sentences[first].tokens.lowerBound
  }

  /// Whether a token is a handle such as `@name`.
  private func isHandle(_ token: Int) -> Bool {
    reading.text.bytes[tokens[token].start] == 0x40
  }

  private func isSpeakerName(_ range: Range<Int>) -> Bool {
    range.contains { has($0, cues.roles) || has($0, ["police", "un", "army", "report", "media"]) }
      && !range.contains { tokens[$0].isPunctuation && word($0) != "-" && word($0) != "." }
      && !range.contains { isAuxiliary($0) }
  }

  /// `text — Name (@handle)`: a signed tweet.
  func signedTweet(_ paragraph: Range<Int>, sentence: Int) -> [Draft] {
    var drafts: [Draft] = []
    var start = tweetStart(sentence)
    for open in paragraph where word(open) == "(" && open + 2 < paragraph.upperBound {
      guard isHandle(open + 1) else { continue }
      var close = open + 1
      while close < paragraph.upperBound, close - open < 6, word(close) != ")" { close += 1 }
      guard close < paragraph.upperBound, word(close) == ")" else { continue }
      var dash = open - 1
      while dash > start, open - dash < 9, !isDash(dash) { dash -= 1 }
      if dash > start, isDash(dash), dash + 1 < open {
        drafts.append(
          Draft(
            source: dash + 1..<open, cue: open..<close + 1, pieces: [start..<dash], entry: nil,
            sentence: sentence))
      }
      start = close + 1
    }
    return drafts
  }
}
