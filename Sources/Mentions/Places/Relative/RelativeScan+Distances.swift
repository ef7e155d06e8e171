import Linguistics
import Texts

/// `13 kilometres (8 miles) north of Tahoua`, `10 km inside Chad`, `a mile from the border`.
extension RelativeScan {
  func distance(at index: Int, in sentence: Range<Int>) -> RelativePhrase? {
    guard let (distance, unitEnd) = spoken(at: index, in: sentence) else { return nil }
    var next = unitEnd
    // "40 kilometres (25 miles) southwest of"
    if word(next, in: sentence) == "(" {
      while next < sentence.upperBound, word(next, in: sentence) != ")" { next += 1 }
      next += 1
    }
    while ["away", "to", "due", "further", "inland"].contains(word(next, in: sentence)) {
      next += 1
    }
    if word(next, in: sentence) == "the", compass(at: next + 1, in: sentence) != nil { next += 1 }
    let direction = compass(at: next, in: sentence)
    if let direction { next = direction.end }
    let link = word(next, in: sentence)
    var phrase: RelativePhrase?
    if ["inside", "into", "within"].contains(link), direction == nil {
      phrase = inland(from: index, link: next, in: sentence)
    } else if link == "off" {
      phrase = offshore(from: index, link: next, in: sentence)
    } else if ["of", "from", "outside"].contains(link) || direction != nil && link == "the" {
      phrase = measured(from: index, anchor: next + 1, in: sentence)
    }
    phrase?.distance = distance
    phrase?.direction = direction?.point
    return phrase
  }

  /// A number and a unit, and the token after them.
  private func spoken(
    at index: Int, in sentence: Range<Int>
  ) -> (distance: SpokenDistance, end: Int)? {
    let first = reading.tokens[index]
    guard var number = number(of: first) else { return nil }
    var next = index + 1
    // "twenty-five", "a few", "a dozen", "13-kilometre".
    if first.shape.contains(.letters), !first.shape.contains(.digits) {
      let isJoined = word(next, in: sentence) == "-"
      if let more = RelativeWords.numbers[word(isJoined ? next + 1 : next, in: sentence)] {
        number = number >= 20 && more < 10 ? number + more : number * more
        next += isJoined ? 2 : 1
      }
      if word(next, in: sentence) == "of" { next += 1 }
    }
    if word(next, in: sentence) == "-" { next += 1 }
    guard let unit = RelativeWords.units[word(next, in: sentence)] else { return nil }
    return (SpokenDistance(number, unit: unit), next + 1)
  }

  private func number(of token: Token) -> Double? {
    if let value = RelativeWords.numbers[token.word] { return value }
    guard token.shape.contains(.digits) else { return compound(token) }
    var value = 0.0
    var scale = 0.0
    for byte in reading.text.bytes[token.start..<token.end] {
      switch byte {
      case 0x30...0x39:
        value = value * 10 + Double(byte - 0x30)
        if scale > 0 { scale *= 10 }
      case 0x2E: scale = 1
      case 0x2C: continue
      default: return nil
      }
    }
    return scale > 1 ? value / scale : value
  }

  /// `twenty-five` in one token.
  private func compound(_ token: Token) -> Double? {
    guard let hyphen = reading.text.bytes[token.start..<token.end].firstIndex(of: 0x2D),
      let tens = RelativeWords.numbers[
        Word(folding: reading.text[TextRange(token.start, hyphen)])],
      let ones = RelativeWords.numbers[
        Word(folding: reading.text[TextRange(hyphen + 1, token.end)])],
      tens >= 20, ones < 10
    else { return nil }
    return tens + ones
  }

  private func inland(
    from start: Int, link: Int, in sentence: Range<Int>
  ) -> RelativePhrase? {
    guard let anchor = anchor(after: link + 1, in: sentence),
      anchors[anchor.number].place.isWholeCountry
    else { return nil }
    return phrase(
      .distance, .inland(anchor.number), start..<anchor.end, from: link + 1..<anchor.end)
  }

  private func measured(
    from start: Int, anchor anchorStart: Int, in sentence: Range<Int>
  ) -> RelativePhrase? {
    guard let end = anchorEnd(from: anchorStart, in: sentence) else { return nil }
    let (base, last) = base(in: anchorStart..<end, sentence)
    return phrase(.distance, base, start..<last, from: anchorStart..<last)
  }

  /// What the words of an anchor stand for, and the token after them.
  ///
  /// A town named last is meant, not the border that says where it lies (`the border town of`);
  /// `the capital, Niamey` goes on behind the comma.
  func base(
    in tokens: Range<Int>, _ sentence: Range<Int>
  ) -> (base: RelativePhrase.Base, end: Int) {
    var inside: [Int] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if let anchor = anchor(at: index), anchor.end <= tokens.upperBound {
        inside.append(anchor.number)
        index = anchor.end
      } else {
        index += 1
      }
    }
    if let town = inside.first(where: isLocal) { return (.place(town), tokens.upperBound) }
    let words = tokens.map { reading.tokens[$0].word }
    if words.contains(where: RelativeWords.borders.contains) {
      return (.border(inside), tokens.upperBound)
    }
    if words.contains(where: RelativeWords.coasts.contains), let first = inside.first {
      return (.coast(first), tokens.upperBound)
    }
    if inside.isEmpty, word(tokens.upperBound, in: sentence) == ",",
      let anchor = anchor(at: tokens.upperBound + 1), isLocal(anchor.number)
    {
      return (.place(anchor.number), anchor.end)
    }
    return (inside.first.map { .place($0) } ?? .unknown, tokens.upperBound)
  }

  /// One past the noun phrase that begins at `start`: to a comma, verb or the like; a bracket or
  /// a third preposition ends it.
  func anchorEnd(from start: Int, in sentence: Range<Int>) -> Int? {
    var end = start
    var isNamed = false
    let limit = min(sentence.upperBound, start + 12)
    while end < limit {
      let token = reading.tokens[end]
      if let anchor = anchor(at: end) {
        isNamed = true
        end = anchor.end
        continue
      }
      if token.isPunctuation && !(token.word == "-" || token.word == "'") { break }
      if isNamed && !token.isCapitalized && !RelativeWords.inside.contains(token.word)
        && !RelativeWords.landmarks.contains(token.word) && token.shape.contains(.spaceBefore)
      {
        break
      }
      if RelativeWords.stops.contains(token.word) { break }
      if token.isCapitalized || RelativeWords.landmarks.contains(token.word) { isNamed = true }
      end += 1
    }
    while end > start, RelativeWords.inside.contains(reading.tokens[end - 1].word) { end -= 1 }
    return isNamed && end > start ? end : nil
  }
}
