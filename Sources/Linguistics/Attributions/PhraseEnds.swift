/// Ends of spans held to noun phrases.
extension Reading {
  /// A run of tokens that does not end before the noun its last word belongs to: "the" becomes "the
  /// mayor", "the Rapid Support" becomes "the Rapid Support Forces".
  ///
  /// - Parameters:
  ///   - run: tokens of one sentence or more.
  ///   - cue: tokens that the run must not reach.
  /// - Returns: the run, with what is missing of its last phrase.
  /// - Complexity: O(1): a phrase is followed over at most eight tokens.
  func withWholeLastPhrase(_ run: Range<Int>, before cue: Range<Int>) -> Range<Int> {
    guard !dependencies.isEmpty, let last = run.last else { return run }
    var end = last
    while let head = dependencies[end].head, head > end, head - last <= 8,
      dependencies[end].relation.endsNoPhrase,
      !(end + 1..<head + 1).overlaps(cue)
    {
      // Nothing but what belongs to the same noun may stand between.
      let isClosed = (end + 1..<head).allSatisfy { token in
        guard let other = dependencies[token].head else { return false }
        return other > end && other <= head
      }
      guard isClosed else { break }
      end = head
    }
    return run.lowerBound..<end + 1
  }
}

extension Relation {
  /// Whether a word of this relation stands in front of its noun, so that no phrase ends with it.
  fileprivate var endsNoPhrase: Bool {
    switch universal {
    case .det, .amod, .compound, .nummod: true
    default: false
    }
  }
}
