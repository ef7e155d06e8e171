import Texts

/// Decides why two reports share each of their stretches.
struct PassageKinds: Sendable {
  /// The share of the smaller report from which two reports of one outlet are versions.
  static let versionShare = 0.6

  let a: ComparedReport
  let b: ComparedReport

  /// The kind of each stretch, in order.
  func kinds(of stretches: [SharedStretch]) -> [Passage.Kind] {
    let shared = stretches.reduce(0) { $0 + $1.matchedWords }
    let smaller = max(1, min(a.size, b.size))
    if a.sharesOutlet(with: b), Double(shared) >= Self.versionShare * Double(smaller) {
      return stretches.map { isFurnitureText($0) ? .boilerplate : .version }
    }
    let kinds = stretches.map { stretch -> Passage.Kind in
      if isBoilerplate(stretch) { return .boilerplate }
      return isQuotation(stretch) ? .quote : .copy
    }
    let copied = zip(stretches, kinds).reduce(0) { $0 + ($1.1 == .copy ? $1.0.matchedWords : 0) }
    // Of a report that is mostly copied, the quotations are copied with it.
    guard copied >= OriginFinder.joiningWords, 2 * copied >= smaller else { return kinds }
    return kinds.map { $0 == .quote ? .copy : $0 }
  }

  private func isBoilerplate(_ stretch: SharedStretch) -> Bool {
    let size = max(a.stream.size(stretch.a), b.stream.size(stretch.b))
    guard size <= Furniture.longest else { return false }
    if a.sharesOutlet(with: b), a.isFrame(stretch.a), b.isFrame(stretch.b) { return true }
    return isFurnitureText(stretch)
  }

  private func isFurnitureText(_ stretch: SharedStretch) -> Bool {
    a.stream.size(stretch.a) <= Furniture.longest && a.hasFurnitureCues(stretch.a)
  }

  /// Whether the words are a speaker's: in quotation marks on both sides, or on one where
  /// the other gives them to somebody; or those words, and little else that was taken.
  private func isQuotation(_ stretch: SharedStretch) -> Bool {
    let isQuotedA = a.stream.quotedShare(stretch.a) >= PassageTest.quotedShare
    let isQuotedB = b.stream.quotedShare(stretch.b) >= PassageTest.quotedShare
    if isQuotedA && isQuotedB { return true }
    if isQuotedA && b.stream.isAttributed(stretch.b) { return true }
    if isQuotedB && a.stream.isAttributed(stretch.a) { return true }
    var quoted = 0
    var plain = 0
    var plainEvidence = 0
    for run in stretch.runs {
      for index in 0..<run.count {
        if a.stream.traits[run.a + index].contains(.quoted)
          || b.stream.traits[run.b + index].contains(.quoted)
        {
          quoted += 1
        } else {
          plain += 1
          plainEvidence += Int(a.values[run.a + index])
        }
      }
    }
    return quoted >= plain && plainEvidence < PassageTest.editedEvidence
  }
}

extension WordStream {
  /// Whether a verb of saying or a colon next to the stretch gives its words to a speaker.
  fileprivate func isAttributed(_ stretch: Range<Int>) -> Bool {
    if traits[stretch.lowerBound].contains(.afterColon) { return true }
    let before = max(0, stretch.lowerBound - 8)..<stretch.lowerBound
    let after = stretch.upperBound..<min(count, stretch.upperBound + 8)
    return words[before].contains { sayingWords.contains($0) }
      || words[after].contains { sayingWords.contains($0) }
  }
}

/// Frequent words that give words to a speaker, in the larger languages.
let sayingWords: Set<Word> = Set(
  [
    "said", "says", "saying", "told", "tweeted", "wrote", "stated", "added", "announced",
    "declared", "according", "statement", "posted", "tweet", "dit", "déclaré", "affirmé",
    "selon", "ajouté", "communiqué", "dijo", "declaró", "afirmó", "según", "comunicado",
    "disse", "afirmou", "segundo", "detto", "dichiarato", "sagte", "erklärte", "mitteilung",
    "teilte", "сказал", "заявил", "сообщил", "сообщила", "заявила", "قال", "قالت", "وقال",
    "وأضاف", "بيان", "dedi", "açıkladı", "گفت",
  ].map { Word(folding: $0) })
