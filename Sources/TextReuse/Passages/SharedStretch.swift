/// Words that two reports share: a passage before its kind and origin are known.
struct SharedStretch: Hashable, Sendable {
  /// The words in the one report, from the first to the last that matches.
  let a: Range<Int>
  /// The words in the other.
  let b: Range<Int>
  /// How many words match exactly.
  let matchedWords: Int
  /// The words that match, in order in both.
  let runs: [Run]

  /// The same seen from the other report.
  var swapped: SharedStretch {
    SharedStretch(
      a: b, b: a, matchedWords: matchedWords,
      runs: runs.map { Run(a: $0.b, b: $0.a, count: $0.count) })
  }
}
