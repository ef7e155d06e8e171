/// Tells words that were taken over from words that any two reports would share.
struct StretchTest {
  /// The fewest words of a passage with hardly a gap, and how much they must say.
  static let fewestWords = 8
  static let verbatimEvidence = 32
  /// The fewest words of a passage with gaps, and how much they must say.
  static let fewestEditedWords = 10
  static let editedEvidence = 40
  /// The fewest words of a passage of which most words were changed, and how much they must say.
  static let fewestRewrittenWords = 20
  static let rewrittenEvidence = 80
  /// More than this is not counted.
  static let enough = 96

  let a: ArchiveSide
  let b: ArchiveSide
  let counts: WordCounts

  /// What becomes of a chain.
  enum Outcome {
    case passage, commonplace, no
  }

  /// The stretch that a chain of runs covers; its evidence is counted.
  func stretch(_ runs: [WordRun]) -> Stretch {
    let (first, last) = (runs[0], runs[runs.count - 1])
    var matched = 0
    var evidence = 0
    let values = counts.counts.values
    for run in runs {
      matched += Int(run.count)
      var index = Int(run.a)
      let end = Int(run.aEnd)
      while index < end, evidence < Self.enough {
        evidence += value(at: index, in: values)
        index += 1
      }
    }
    return Stretch(
      a: Int(first.a)..<Int(last.aEnd), b: Int(first.b)..<Int(last.bEnd), matched: matched,
      evidence: evidence, runs: runs)
  }

  /// How much a word of the new report says; a name or date counts for its first word.
  private func value(at index: Int, in values: Values<UInt32>) -> Int {
    let trait = a.traits[index]
    if trait & WordTrait.number != 0 { return 1 }
    let value = counts.value(of: a.words[index], bytes: Int(a.lengths[index]), in: values)
    if value == 1 { return 1 }
    if trait & WordTrait.pair != 0 { return (value + 1) / 2 }
    if trait & WordTrait.capitalized != 0, isName(index) {
      let continues = index > 0 && a.traits[index - 1] & WordTrait.capitalized != 0
      return continues ? 1 : (value + 1) / 2
    }
    return value
  }

  private func isName(_ index: Int) -> Bool {
    guard a.traits[index] & WordTrait.sentenceStart != 0 else { return true }
    guard index + 1 < a.count else { return false }
    let next = a.traits[index + 1]
    return next & WordTrait.capitalized != 0 && next & WordTrait.sentenceStart == 0
  }

  /// Whether a stretch is a passage.
  func outcome(_ stretch: Stretch) -> Outcome {
    let matched = stretch.matched
    guard matched >= Self.fewestWords else { return .no }
    let percent = 100 * matched / max(1, stretch.length)
    if percent >= 80 {
      return stretch.evidence >= Self.verbatimEvidence ? .passage : .commonplace
    }
    guard matched >= Self.fewestEditedWords, percent >= (matched >= 15 ? 40 : 55) else {
      return rewritten(stretch, percent)
    }
    return stretch.evidence >= Self.editedEvidence ? .passage : .no
  }

  private func rewritten(_ stretch: Stretch, _ percent: Int) -> Outcome {
    guard stretch.matched >= Self.fewestRewrittenWords, percent >= 30,
      stretch.evidence >= Self.rewrittenEvidence
    else { return .no }
    return .passage
  }
}
