/// Words that a new report and an earlier one share, before their kind is known.
struct Stretch {
  /// The words in the new report, from the first to the last that matches.
  var a: Range<Int>
  /// The words in the earlier one.
  var b: Range<Int>
  /// How many match exactly.
  var matched: Int
  /// How much the words say that match (`WordCounts.value`), up to `StretchTest.enough`.
  var evidence: Int
  /// The runs, in order in both.
  var runs: [WordRun]
  var kind: ArchivePassage.Kind = .copy

  /// The length in words of the longer side.
  var length: Int { max(a.count, b.count) }
}
