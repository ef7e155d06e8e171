import Texts

/// Finds quotations by their marks, paragraph by paragraph.
///
/// It knows straight and curly marks, double and single, guillemets, low and corner marks,
/// also mixed; quotations inside others; marks of which one is missing; and tells quotation
/// marks from apostrophes, possessives and signs for feet and inches.
///
/// A mark that opens and finds no partner runs to the end of its paragraph. When the next
/// paragraph opens anew, that quotation goes on with this one (`Quotation.continues`). When
/// another quotation opens first, the closing mark was forgotten: the first then ends with the
/// last sentence before it. A mark that closes nothing is passed over.
public struct QuotationFinder: Sendable {
  /// Creates a finder.
  public init() {}

  /// The quotations of a text whose tokens and paragraphs are read, in order of their starts.
  ///
  /// None crosses a paragraph's end; two overlap only where one holds the other.
  ///
  /// - Complexity: O(n) in the tokens.
  public func quotations(in reading: Reading) -> [Quotation] {
    var found: [Quotation] = []
    var unclosed: (index: Int, family: QuotationMark.Family)?
    var first = 0
    for (number, paragraph) in reading.paragraphs.enumerated() {
      var last = first
      while last < reading.tokens.count, reading.tokens[last].start < paragraph.end { last += 1 }
      let tokens = first..<last
      first = last
      guard let lead = tokens.first else { continue }
      let nextLead =
        number + 1 < reading.paragraphs.count && last < reading.tokens.count
        ? QuotationMark(reading, last, in: last..<reading.tokens.count) : nil
      var machine = QuotationMachine(reading, tokens, unclosed: unclosed?.family, next: nextLead)
      let pieces = machine.run()
      let base = found.count
      for piece in pieces {
        let goesOn =
          piece.first == lead && piece.level == 0 && piece.family == unclosed?.family
        found.append(
          Quotation(
            range: piece.range, inner: piece.inner, isClosed: piece.isClosed,
            continues: goesOn ? unclosed?.index : nil, level: piece.level))
      }
      unclosed = nil
      if let open = pieces.lastIndex(where: { $0.level == 0 }), pieces[open].runsOn {
        unclosed = (base + open, pieces[open].family)
      }
    }
    return found
  }
}
