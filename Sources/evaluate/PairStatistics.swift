/// Statistics of scored pairs.
enum PairStatistics {
  /// The rank correlation of two lists of numbers (Spearman 1904); ties share their mean rank.
  ///
  /// - Complexity: O(n log n).
  static func spearman(_ a: [Double], _ b: [Double]) -> Double {
    let (x, y) = (ranks(a), ranks(b))
    let mean = Double(x.count + 1) / 2
    var (xy, xx, yy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      xy += (x - mean) * (y - mean)
      xx += (x - mean) * (x - mean)
      yy += (y - mean) * (y - mean)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : 0
  }

  /// The rank of each number, from 1; equal ones have the mean of theirs.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }

  /// The share of pairs of a true and a false item in which the true one scores higher: the area
  /// under the receiver's curve; half for equal scores.
  static func area(_ scores: [Double], _ truths: [Bool]) -> Double {
    let ranks = ranks(scores)
    let sum = zip(ranks, truths).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let count = Double(truths.count { $0 })
    let others = Double(truths.count) - count
    return count > 0 && others > 0 ? (sum - count * (count + 1) / 2) / (count * others) : 0
  }

  /// The precision at each true item, in order of falling scores, on average.
  static func averagePrecision(_ scores: [Double], _ truths: [Bool]) -> Double {
    var right = 0
    var sum = 0.0
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    for (place, index) in order.enumerated() where truths[index] {
      right += 1
      sum += Double(right) / Double(place + 1)
    }
    return right == 0 ? 0 : sum / Double(right)
  }

  /// The largest share of items that one threshold tells rightly.
  static func bestAccuracy(_ scores: [Double], _ truths: [Bool]) -> Double {
    // With the threshold above all scores, the false ones are right.
    var right = truths.count { !$0 }
    var best = right
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    for (place, index) in order.enumerated() {
      right += truths[index] ? 1 : -1
      let isTied = place + 1 < order.count && scores[order[place + 1]] == scores[index]
      if !isTied { best = max(best, right) }
    }
    return truths.isEmpty ? 0 : Double(best) / Double(truths.count)
  }
}
