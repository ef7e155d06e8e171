import Texts

/// Contents that a model found, held to the marks of quotation.
extension SentenceRules {
  /// A quotation of which a content has this much of its words is meant as a whole, in percent.
  static let nearlyAll = 80

  /// A piece of content that neither leaves a rest of a quotation it nearly covers, nor one of its
  /// two marks.
  ///
  /// A quotation in which the cue or the source stands is not taken in.
  ///
  /// - Complexity: O(n) in the tokens of the piece and of the quotations that it touches.
  func held(_ piece: Range<Int>, cue: Range<Int>, source: Range<Int>?) -> Range<Int> {
    var piece = piece
    for quotation in quotations(touching: piece) {
      let whole = tokens(ofQuotation: quotation)
      let shared = piece.clamped(to: whole)
      if whole.overlaps(cue) || source.map({ whole.overlaps($0) }) ?? false || shared.isEmpty {
        continue
      }
      let words = whole.count { !tokens[$0].isPunctuation }
      let covered = shared.count { !tokens[$0].isPunctuation }
      if words > 0, covered * 100 >= words * Self.nearlyAll {
        piece = min(piece.lowerBound, whole.lowerBound)..<max(piece.upperBound, whole.upperBound)
        continue
      }
      guard reading.quotations[quotation].isClosed else { continue }
      if piece.lowerBound <= whole.lowerBound, piece.upperBound == whole.upperBound - 1 {
        piece = piece.lowerBound..<whole.upperBound
      } else if piece.lowerBound == whole.lowerBound + 1, piece.upperBound > whole.upperBound {
        piece = whole.lowerBound..<piece.upperBound
      } else if piece.lowerBound > whole.lowerBound, piece.upperBound == whole.upperBound,
        piece.count > 1
      {
        piece = piece.lowerBound..<whole.upperBound - 1
      }
    }
    return piece
  }

  /// The quotations that hold an end of a piece or begin inside it, or a little before it.
  private func quotations(touching piece: Range<Int>) -> [Int] {
    let before = max(0, piece.lowerBound - 2)
    var index = quotation(startingAtOrAfter: tokens[before].start)
    var found: [Int] = []
    let owner = Int(quotationOfToken[piece.lowerBound])
    if owner >= 0, owner < index { found.append(owner) }
    let end = tokens[piece.upperBound - 1].end
    while index < reading.quotations.count, reading.quotations[index].range.start < end {
      found.append(index)
      index += 1
    }
    return found
  }

  private func quotation(startingAtOrAfter offset: Int) -> Int {
    var low = 0
    var high = reading.quotations.count
    while low < high {
      let middle = (low + high) / 2
      if reading.quotations[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Adds to contents the paragraphs of a speech that no other content claims: a quotation goes on
  /// with the one before, and a cue behind the last paragraph has those before it as well.
  ///
  /// - Complexity: O(n) in drafts and quotations.
  mutating func addContinuations() {
    var following: [Int: Int] = [:]
    for (index, quotation) in reading.quotations.enumerated() {
      if let before = quotation.continues { following[before] = index }
    }
    guard !following.isEmpty else { return }
    var isClaimed = [Bool](repeating: false, count: reading.quotations.count)
    for draft in drafts {
      for piece in draft.pieces {
        for token in [piece.lowerBound, piece.upperBound - 1] where quotationOfToken[token] >= 0 {
          isClaimed[Int(quotationOfToken[token])] = true
        }
      }
    }
    for isForward in [true, false] {
      for index in drafts.indices {
        for quotation in wholeQuotations(of: drafts[index]) {
          var current = quotation
          while let next = isForward ? following[current] : reading.quotations[current].continues,
            !isClaimed[next]
          {
            isClaimed[next] = true
            drafts[index].pieces.append(tokens(ofQuotation: next))
            current = next
          }
        }
      }
    }
  }

  /// The outermost quotations that begin in a draft's content and do not hold its cue.
  private func wholeQuotations(of draft: Draft) -> [Int] {
    var found: [Int] = []
    for piece in draft.pieces {
      for token in [piece.lowerBound, piece.upperBound - 1] where quotationOfToken[token] >= 0 {
        let quotation = Int(quotationOfToken[token])
        let start = reading.quotations[quotation].range.start
        let ownerOfCue = draft.cue.map { Int(quotationOfToken[$0.lowerBound]) }
        let holdsCue = ownerOfCue == quotation
        if !holdsCue, tokens[piece.lowerBound].start <= start, found.last != quotation {
          found.append(quotation)
        }
      }
    }
    return found
  }
}
