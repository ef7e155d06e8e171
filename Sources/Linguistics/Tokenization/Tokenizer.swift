public import Texts

/// Splits text into tokens as Universal Dependencies treebanks of English do; every byte
/// that is not white space belongs to exactly one token.
///
/// Clitics stand alone (`do|n't`, `Iran|'s`, `can|not`), compounds come apart at their
/// hyphens (`US|-|led`) but a prefix stays (`anti-tank`), abbreviations keep their stop,
/// decimals, dates, telephone numbers, addresses and emoji stay whole, and numbers part
/// from units and signs (`$|3.5|m`, `16|km`). Curly apostrophes count as straight ones.
public struct Tokenizer: Sendable {
  /// Creates a tokenizer.
  public init() {}

  /// The tokens of `range`, in order; it should be one paragraph.
  ///
  /// A run longer than 65,535 bytes without a break is cut.
  ///
  /// - Complexity: O(n) in the bytes of the range.
  public func tokens(of text: SourceText, in range: TextRange) -> [Token] {
    var scanner = TokenScanner(text, range)
    scanner.scan()
    return scanner.tokens
  }
}
