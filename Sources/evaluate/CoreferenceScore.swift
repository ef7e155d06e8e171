/// How well chains of mentions agree: MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998) and
/// CEAF by entities (Luo 2005), summed over documents, and their mean, the CoNLL score of 2012.
struct CoreferenceScore: Encodable {
  /// A measure's sums.
  struct Part: Encodable {
    var right = 0.0
    var found = 0.0
    var gold = 0.0
    var rightOfGold = 0.0

    var precision: Double { found == 0 ? 0 : right / found }
    var recall: Double { gold == 0 ? 0 : rightOfGold / gold }
    var f1: Double {
      precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
  }

  private(set) var mentions = Part()
  private(set) var muc = Part()
  private(set) var bCubed = Part()
  private(set) var ceaf = Part()

  /// The mean of the three F1.
  var conll: Double { (muc.f1 + bCubed.f1 + ceaf.f1) / 3 }

  /// Adds a document's chains.
  mutating func add<Mention: Hashable>(gold: [Set<Mention>], found: [Set<Mention>]) {
    let goldOf = Self.chains(gold)
    let foundOf = Self.chains(found)
    let common = goldOf.keys.count { foundOf[$0] != nil }
    mentions.add(Double(common), Double(foundOf.count), Double(goldOf.count), Double(common))
    let (mucRight, mucFound) = Self.links(found, in: goldOf)
    let (mucRightOfGold, mucGold) = Self.links(gold, in: foundOf)
    muc.add(mucRight, mucFound, mucGold, mucRightOfGold)
    bCubed.add(
      Self.overlap(found, gold, goldOf), Double(foundOf.count), Double(goldOf.count),
      Self.overlap(gold, found, foundOf))
    let similarity = gold.map { chain in
      found.map { other in
        2 * Double(chain.intersection(other).count) / Double(chain.count + other.count)
      }
    }
    let best = Assignment.best(similarity)
    ceaf.add(best, Double(found.count), Double(gold.count), best)
  }

  private static func chains<Mention: Hashable>(_ chains: [Set<Mention>]) -> [Mention: Int] {
    var result: [Mention: Int] = [:]
    for (index, chain) in chains.enumerated() {
      for mention in chain { result[mention] = index }
    }
    return result
  }

  /// Links of `chains` that the other side has, of all.
  private static func links<Mention: Hashable>(
    _ chains: [Set<Mention>], in other: [Mention: Int]
  ) -> (Double, Double) {
    var right = 0
    var all = 0
    for chain in chains {
      let parts = Set(chain.compactMap { other[$0] }).count + chain.count { other[$0] == nil }
      right += chain.count - parts
      all += chain.count - 1
    }
    return (Double(right), Double(all))
  }

  private static func overlap<Mention: Hashable>(
    _ chains: [Set<Mention>], _ others: [Set<Mention>], _ otherOf: [Mention: Int]
  ) -> Double {
    var sum = 0.0
    for chain in chains {
      for mention in chain {
        guard let other = otherOf[mention] else { continue }
        sum += Double(chain.intersection(others[other]).count) / Double(chain.count)
      }
    }
    return sum
  }
}

extension CoreferenceScore.Part {
  fileprivate mutating func add(
    _ right: Double, _ found: Double, _ gold: Double, _ rightOfGold: Double
  ) {
    self.right += right
    self.found += found
    self.gold += gold
    self.rightOfGold += rightOfGold
  }
}

/// The assignment of rows to columns with the greatest sum (Kuhn 1955, by shortest paths).
enum Assignment {
  /// The sum of the best assignment; O(rows² × columns).
  static func best(_ values: [[Double]]) -> Double {
    guard let width = values.first?.count, width > 0 else { return 0 }
    let isWide = values.count <= width
    let rows =
      isWide ? values : (0..<width).map { column in values.map { $0[column] } }
    let count = rows[0].count
    var rowPotential = Array(repeating: 0.0, count: rows.count + 1)
    var columnPotential = Array(repeating: 0.0, count: count + 1)
    // For each column, counted from 1, the row assigned to it; 0 for none.
    var rowOf = Array(repeating: 0, count: count + 1)
    for row in 1...rows.count {
      rowOf[0] = row
      var column = 0
      var least = Array(repeating: Double.infinity, count: count + 1)
      var before = Array(repeating: 0, count: count + 1)
      var isDone = Array(repeating: false, count: count + 1)
      repeat {
        isDone[column] = true
        let current = rowOf[column]
        var delta = Double.infinity
        var next = 0
        for other in 1...count where !isDone[other] {
          let cost =
            -rows[current - 1][other - 1] - rowPotential[current] - columnPotential[other]
          if cost < least[other] {
            least[other] = cost
            before[other] = column
          }
          if least[other] < delta {
            delta = least[other]
            next = other
          }
        }
        for other in 0...count {
          if isDone[other] {
            rowPotential[rowOf[other]] += delta
            columnPotential[other] -= delta
          } else {
            least[other] -= delta
          }
        }
        column = next
      } while rowOf[column] != 0
      repeat {
        let other = before[column]
        rowOf[column] = rowOf[other]
        column = other
      } while column != 0
    }
    var sum = 0.0
    for column in 1...count where rowOf[column] > 0 { sum += rows[rowOf[column] - 1][column - 1] }
    return sum
  }
}
