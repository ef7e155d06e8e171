import Linguistics
import Texts

/// Relative places without a distance: `near`, `north of`, `between`, `on the road from`.
extension RelativeScan {
  /// `on the road from Zinder to Diffa`, `the Zinder-Diffa highway`.
  func road(at index: Int, in sentence: Range<Int>) -> RelativePhrase? {
    if RelativeWords.roads.contains(word(index, in: sentence)) {
      let link = word(index + 1, in: sentence)
      guard ["from", "between", "linking", "connecting"].contains(link) else { return nil }
      return stretch(.road, from: index, first: index + 2, in: sentence)
    }
    guard let first = anchor(at: index), isLocal(first.number),
      ["-", "\u{2013}"].contains(word(first.end, in: sentence)),
      let second = anchor(at: first.end + 1), isLocal(second.number),
      RelativeWords.roads.contains(word(second.end, in: sentence))
    else { return nil }
    return phrase(
      .road, .between(first.number, second.number), index..<second.end + 1,
      from: index..<second.end)
  }

  /// `between Zinder and Diffa`: not two capitals, which are governments, unless the words before
  /// speak of land.
  func between(at index: Int, in sentence: Range<Int>) -> RelativePhrase? {
    guard word(index, in: sentence) == "between",
      let found = stretch(.between, from: index, first: index + 1, in: sentence),
      case .between(let a, let b) = found.base
    else { return nil }
    let before = (1...3).map { word(index - $0, in: sentence) }
    let isLand = before.contains {
      RelativeWords.stretches.contains($0) || RelativeWords.roads.contains($0)
    }
    return isLand || !anchors[a].isCapital && !anchors[b].isCapital ? found : nil
  }

  private func stretch(
    _ wording: RelativePhrase.Wording, from start: Int, first: Int, in sentence: Range<Int>
  ) -> RelativePhrase? {
    guard let a = anchor(after: first, in: sentence), isLocal(a.number),
      ["and", "to", "with"].contains(word(a.end, in: sentence)),
      let b = anchor(after: a.end + 1, in: sentence), isLocal(b.number), a.number != b.number
    else { return nil }
    return phrase(wording, .between(a.number, b.number), start..<b.end, from: first..<b.end)
  }

  /// `off the coast of Mombasa`, `off Mombasa`.
  func offshore(at index: Int, in sentence: Range<Int>) -> RelativePhrase? {
    guard word(index, in: sentence) == "off" else { return nil }
    return offshore(from: index, link: index, in: sentence)
  }

  func offshore(from start: Int, link: Int, in sentence: Range<Int>) -> RelativePhrase? {
    var index = link + 1
    // Only a coast makes `off` a place of its own; `off Mombasa` needs a distance before it.
    var hasCoast = false
    while index < sentence.upperBound, index < link + 8 {
      if let anchor = anchor(at: index) {
        let next = word(anchor.end, in: sentence)
        // "off the Somali coast", "off Somalia's coast".
        var end = anchor.end
        while ["'s", "northern", "southern", "eastern", "western"].contains(word(end, in: sentence))
        {
          end += 1
        }
        if RelativeWords.coasts.contains(word(end, in: sentence)) {
          return phrase(.offshore, .coast(anchor.number), start..<end + 1, from: link + 1..<end + 1)
        }
        guard hasCoast || start != link, next != "-" else { return nil }
        return phrase(
          .offshore, .coast(anchor.number), start..<anchor.end, from: link + 1..<anchor.end)
      }
      let word = word(index, in: sentence)
      if RelativeWords.coasts.contains(word) {
        hasCoast = true
      } else if !RelativeWords.kinds.contains(word) && RelativeWords.directions[word] == nil {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// `along the border between Niger and Chad`, `near the Chadian border`.
  func border(at index: Int, in sentence: Range<Int>) -> RelativePhrase? {
    let isClose = word(index, in: sentence) == "close" && word(index + 1, in: sentence) == "to"
    guard isClose || RelativeWords.alongBorders.contains(word(index, in: sentence)) else {
      return nil
    }
    let start = index + (isClose ? 2 : 1)
    guard ["the", "its", "their"].contains(word(start, in: sentence)) || anchor(at: start) != nil,
      let end = anchorEnd(from: start, in: sentence)
    else { return nil }
    let (base, last) = base(in: start..<end, sentence)
    guard case .border = base, !RelativeWords.noGround.contains(word(last, in: sentence)) else {
      return nil
    }
    return phrase(.near, base, index..<last, from: start..<last)
  }

  /// Every border that the report names with its countries, where it stands, in order.
  func namedBorders() -> [(token: Int, anchors: [Int])] {
    var found: [(token: Int, anchors: [Int])] = []
    for sentence in reading.sentences {
      for index in sentence.tokens where RelativeWords.borders.contains(reading.tokens[index].word)
      {
        var start = index
        while start > sentence.tokens.lowerBound, isBeforeBorder(start - 1) { start -= 1 }
        guard let end = anchorEnd(from: start, in: sentence.tokens),
          case .border(let anchors) = base(in: start..<end, sentence.tokens).base,
          !anchors.isEmpty
        else { continue }
        found.append((index, anchors))
      }
    }
    return found
  }

  /// Whether a token may belong to a border's name: `the Bolivia-Paraguay`, `Chad's eastern`.
  private func isBeforeBorder(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return token.isCapitalized || ["-", "'s", "\u{2013}"].contains(token.word)
      || RelativeWords.kinds.contains(token.word) && token.word != "of"
  }

  /// `near Tahoua`, `just outside Tahoua`, `close to the town of Tahoua`, `around Tahoua`.
  func near(at index: Int, in sentence: Range<Int>) -> RelativePhrase? {
    var next = index + 1
    var wording = RelativePhrase.Wording.near
    switch word(index, in: sentence) {
    case "near", "nearby": break
    case "outside": wording = .outside
    case "around": wording = .area
    case "close" where word(next, in: sentence) == "to": next += 1
    case "far" where word(next, in: sentence) == "from" && word(index - 1, in: sentence) == "not":
      next += 1
    case _
    where RelativeWords.outskirts.contains(word(index, in: sentence))
      && word(next, in: sentence) == "of":
      wording = .outside
      next += 1
    case _
    where RelativeWords.surroundings.contains(word(index, in: sentence))
      && ["of", "around", "near"].contains(word(next, in: sentence)):
      wording = .area
      next += 1
    default: return nil
    }
    guard let anchor = anchor(after: next, in: sentence), isLocal(anchor.number) else { return nil }
    return phrase(
      wording, .place(anchor.number), index..<anchor.end, from: name(of: anchor.number))
  }

  /// `north of Tahoua`, not `in the north of`.
  func direction(at index: Int, in sentence: Range<Int>) -> RelativePhrase? {
    guard let direction = compass(at: index, in: sentence),
      word(direction.end, in: sentence) == "of", word(index - 1, in: sentence) != "the",
      let anchor = anchor(after: direction.end + 1, in: sentence), isLocal(anchor.number)
    else { return nil }
    var found = phrase(
      .direction, .place(anchor.number), index..<anchor.end, from: name(of: anchor.number))
    found.direction = direction.point
    return found
  }

  /// `the Tahoua area`, `Tahoua's suburbs`.
  func area(at index: Int, in sentence: Range<Int>) -> RelativePhrase? {
    guard let anchor = anchor(at: index), isLocal(anchor.number) else { return nil }
    var end = anchor.end
    if word(end, in: sentence) == "'s" { end += 1 }
    if ["northern", "southern", "eastern", "western"].contains(word(end, in: sentence)) {
      end += 1
    }
    let noun = word(end, in: sentence)
    let isOutskirts = noun != "edge" && RelativeWords.outskirts.contains(noun)
    guard isOutskirts || RelativeWords.surroundings.contains(noun) else { return nil }
    return phrase(
      isOutskirts ? .outside : .area, .place(anchor.number), index..<end + 1,
      from: index..<anchor.end)
  }
}
