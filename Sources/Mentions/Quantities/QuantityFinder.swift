public import Linguistics
import Texts

/// Finds numbers of people or things, with their qualifiers, as intervals.
///
/// Distances, areas, volumes, weights and speeds carry their size in units of the SI and are no
/// counts. Dates, ages, times, money, percentages, road and unit numbers, calibers and labels are
/// left out. `no` counts as 0, an article and `one` as a weak 1.
public struct QuantityFinder: Sendable {
  /// Creates a finder.
  public init() {}

  /// The quantities of a report, in order, without overlap.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public func quantities(in reading: Reading) -> [Quantity] {
    reading.sentences.indices.flatMap { index in
      let atoms = reading.atoms(ofSentence: index)
      let measures = measures(in: atoms)
      let counts = counts(in: atoms).map(\.quantity).filter { count in
        !measures.contains { $0.range.overlaps(count.range) }
      }
      return (counts + measures).sorted { $0.range.start < $1.range.start }
    }
  }

  /// The measured sizes of one sentence.
  private func measures(in atoms: [Atom]) -> [Quantity] {
    let scan = MeasureScan(atoms: atoms)
    var measures: [Quantity] = []
    var index = 0
    while index < atoms.count {
      if let (measure, end) = scan.measure(at: index) {
        measures.append(measure)
        index = end
      } else {
        index += 1
      }
    }
    return measures
  }

  /// The counts of one sentence, each with its atoms; measured sizes are none.
  package func counts(in atoms: [Atom]) -> [CountedAtoms] {
    let scan = QuantityScan(atoms: atoms)
    var counts: [CountedAtoms] = []
    var index = 0
    while index < atoms.count {
      guard let found = scan.quantity(at: index) else {
        index += 1
        continue
      }
      if !scan.isExcluded(found.number, from: found.core) {
        counts.append(
          CountedAtoms(
            atoms: index..<found.number.end,
            quantity: Quantity(
              range: atoms[index].range.union(atoms[found.number.end - 1].range),
              low: found.number.low, high: found.number.high,
              isApproximate: found.number.isApproximate,
              isAdditional: found.number.isAdditional, isArticle: found.number.isArticle,
              qualifier: found.number.qualifier, isRound: found.number.isRound)))
      }
      index = max(index + 1, found.number.end)
    }
    return counts
  }
}

/// A quantity and the atoms of its sentence that it was read from.
package struct CountedAtoms: Sendable {
  /// Positions in the sentence's atoms.
  package let atoms: Range<Int>
  /// The quantity.
  package let quantity: Quantity
}
