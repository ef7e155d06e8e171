import Texts

/// Dictionary forms of irregular words, from `Data/lexicon/lemmas.tsv`.
///
/// A line has a form, a part of speech and the lemma, separated by tabs: `said VERB say`. Forms and
/// lemmas are in lower case; the first of two lines for one form and part counts.
public struct LemmaTable: Sendable {
  /// Reads the table from the bytes of its file; lines that it cannot read are left out.
  ///
  /// - Complexity: O(n).
  public init(_ bytes: [UInt8]) {}
}
