public import Linguistics
import Texts

/// Finds numbers of people or things, with their qualifiers, as intervals.
///
/// Dates, ages, times, money, percentages, distances, road and unit numbers, calibres and
/// labels are left out. `no` counts as 0, an article and `one` as a weak 1.
public struct QuantityFinder: Sendable {
  /// Creates a finder.
  public init() {}

  /// The quantities of a report, in order, without overlap.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public func quantities(in reading: Reading) -> [Quantity] {
    reading.sentences.indices.flatMap { index in
      counts(in: reading.atoms(ofSentence: index)).map(\.quantity)
    }
  }

  /// The quantities of one sentence, each with its atoms.
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
              isAdditional: found.number.isAdditional, isArticle: found.number.isArticle)))
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
