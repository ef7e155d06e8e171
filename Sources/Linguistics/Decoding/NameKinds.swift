import Texts

/// Gives all names of a report that are written alike one kind: where one mention leaves open whether
/// a city or a newspaper is meant, another one tells.
struct NameKinds {
  /// The kinds; labels are `O`, then `B` and `I` of each.
  let kinds: Int
  /// `[token][label]`, larger for likelier.
  let scores: [Float]
  let tokens: [Token]
  let text: SourceText

  /// The kind of each of some runs of tokens.
  ///
  /// Each run brings, for each kind, the mean over its tokens of the logarithm of the kind's
  /// probability; runs of the same letters are summed.
  ///
  /// - Complexity: O(n) in the bytes and labels of the runs.
  func settled(_ runs: [Range<Int>]) -> [Int] {
    var sums: [String: [Float]] = [:]
    let names = runs.map { written($0) }
    for (run, name) in zip(runs, names) {
      let evidence = evidence(of: run)
      if let sum = sums[name] {
        sums[name] = zip(sum, evidence).map { $0 + $1 }
      } else {
        sums[name] = evidence
      }
    }
    return names.map { SpanDecoder.argmax(sums[$0] ?? []) }
  }

  /// The words of a run, one space between them.
  private func written(_ run: Range<Int>) -> String {
    run.map { text[tokens[$0].range] }.joined(separator: " ")
  }

  private func evidence(of run: Range<Int>) -> [Float] {
    var evidence = [Float](repeating: 0, count: kinds)
    for token in run {
      let row = scores[token * (2 * kinds + 1)..<(token + 1) * (2 * kinds + 1)]
      let most = row.max() ?? 0
      let powers = row.map { exponential($0 - most) }
      let total = powers.reduce(0, +)
      for kind in 0..<kinds {
        let share = (powers[2 * kind + 1] + powers[2 * kind + 2]) / total
        evidence[kind] += logarithm(max(share, Self.leastShare))
      }
    }
    return evidence.map { $0 / Float(run.count) }
  }

  /// No mention rules a kind out for all others.
  private static let leastShare: Float = 1e-4
}
