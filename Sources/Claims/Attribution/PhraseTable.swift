import Linguistics
import Texts

/// Phrases of a lexicon, each with a class, matched on tokens, the longest first.
struct PhraseTable: Sendable {
  private struct Phrase: Sendable {
    let rest: [Word]
    let label: Word
  }

  private var phrases: [Word: [Phrase]] = [:]

  /// Adds a phrase; hyphens part words as the tokenizer does.
  mutating func add(_ phrase: String, label: Word) {
    let text = SourceText(phrase)
    let words = Tokenizer().tokens(of: text, in: text.range).map(\.word)
    guard let first = words.first else { return }
    var list = phrases[first] ?? []
    let index = list.firstIndex { $0.rest.count < words.count - 1 } ?? list.count
    list.insert(Phrase(rest: Array(words.dropFirst()), label: label), at: index)
    phrases[first] = list
  }

  /// The longest phrase at a token that ends before `limit`: how many tokens and which class.
  func match(_ tokens: [Token], at index: Int, before limit: Int) -> (count: Int, label: Word)? {
    guard index < limit, let list = phrases[tokens[index].word] else { return nil }
    for phrase in list where index + phrase.rest.count < limit {
      if phrase.rest.indices.allSatisfy({ tokens[index + 1 + $0].word == phrase.rest[$0] }) {
        return (phrase.rest.count + 1, phrase.label)
      }
    }
    return nil
  }
}

/// The words by which hedges and stances are read: `hedges.tsv` and `stances.tsv`.
public struct ClaimWording: Sendable {
  let hedges: PhraseTable
  let stances: PhraseTable

  /// Reads the two lexicons from the bytes of their files.
  public init(hedges: [UInt8], stances: [UInt8]) {
    var table = PhraseTable()
    for row in Self.rows(hedges) { table.add(row[0], label: "hedge") }
    self.hedges = table
    var classes = PhraseTable()
    for row in Self.rows(stances) where row.count > 1 {
      classes.add(row[1], label: Word(folding: row[0]))
    }
    self.stances = classes
  }

  private static func rows(_ bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: 0x0A).filter { $0.first != 0x23 }.map { line in
      (line.last == 0x0D ? line.dropLast() : line).split(separator: 0x09)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    .filter { !$0.isEmpty }
  }
}
