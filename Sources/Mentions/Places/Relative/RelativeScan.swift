import Linguistics
import Texts

/// Goes through a report's tokens for words that place something by something else.
struct RelativeScan {
  let reading: Reading
  /// Resolved names, in order, no two of them overlapping.
  let anchors: [ResolvedPlace]
  private let anchorAtToken: [Int: (number: Int, end: Int)]

  init(reading: Reading, anchors: [ResolvedPlace]) {
    self.reading = reading
    self.anchors = anchors
    var starts: [Int: (number: Int, end: Int)] = [:]
    for (number, anchor) in anchors.enumerated() {
      let tokens = reading.tokens(in: anchor.range)
      if !tokens.isEmpty { starts[tokens.lowerBound] = (number, tokens.upperBound) }
    }
    anchorAtToken = starts
  }

  /// The phrases, in order, no two of them overlapping.
  ///
  /// - Complexity: O(n) in the tokens of the report.
  func phrases() -> [RelativePhrase] {
    var found: [RelativePhrase] = []
    for sentence in reading.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if let phrase = phrase(at: index, in: sentence.tokens) {
          found.append(phrase)
          index = phrase.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
    return found
  }

  private func phrase(at index: Int, in sentence: Range<Int>) -> RelativePhrase? {
    distance(at: index, in: sentence) ?? road(at: index, in: sentence)
      ?? between(at: index, in: sentence) ?? offshore(at: index, in: sentence)
      ?? border(at: index, in: sentence) ?? near(at: index, in: sentence)
      ?? direction(at: index, in: sentence) ?? area(at: index, in: sentence)
  }

  // MARK: Reading tokens

  /// The word of a token, none outside the sentence.
  func word(_ index: Int, in sentence: Range<Int>) -> Word {
    sentence.contains(index) ? reading.tokens[index].word : .none
  }

  /// The anchor that begins at a token, and the token after it.
  func anchor(at index: Int) -> (number: Int, end: Int)? { anchorAtToken[index] }

  /// The anchor after words for its kind: `the northern town of Tahoua`.
  func anchor(after start: Int, in sentence: Range<Int>) -> (number: Int, end: Int)? {
    var index = start
    while index < sentence.upperBound, index < start + 5 {
      if let anchor = anchor(at: index) {
        let isNamed = !anchors[anchor.number].isEvidence
        if isNamed || !RelativeWords.kinds.contains(word(anchor.end, in: sentence)) {
          return isNamed ? anchor : nil
        }
        index = anchor.end
        continue
      }
      guard RelativeWords.kinds.contains(word(index, in: sentence)) else { return nil }
      index += 1
    }
    return nil
  }

  /// The tokens of an anchor, without words for its kind: reports differ in them.
  func name(of number: Int) -> Range<Int> { reading.tokens(in: anchors[number].range) }

  /// Whether an anchor is a town, district or division: something that has a near.
  func isLocal(_ number: Int) -> Bool {
    let place = anchors[number].place
    return place.point != nil && !anchors[number].isEvidence && place.precision != .country
  }

  /// One of eight directions, which may be written in several tokens, and the token after it.
  func compass(at index: Int, in sentence: Range<Int>) -> (point: CompassPoint, end: Int)? {
    guard var point = RelativeWords.directions[word(index, in: sentence)] else { return nil }
    var end = index + 1
    // "north - west", "north-west" split in three.
    if word(end, in: sentence) == "-",
      let second = RelativeWords.directions[word(end + 1, in: sentence)]
    {
      // Of sixteen points the nearer of the eight: "north-northeast" is northeast.
      point =
        second.rawValue.utf8.count > 5
        ? second : CompassPoint(rawValue: point.rawValue + second.rawValue) ?? second
      end += 2
    }
    return (point, end)
  }

  func phrase(
    _ wording: RelativePhrase.Wording, _ base: RelativePhrase.Base, _ tokens: Range<Int>,
    from: Range<Int>
  ) -> RelativePhrase {
    RelativePhrase(
      wording: wording, base: base, tokens: tokens, from: reading.range(ofTokens: from))
  }
}
