import Claims
import Linguistics
import Mentions
import Texts

/// The heads of phrases in a report, and whom they stand for.
///
/// By the report's dependencies a phrase's head is its first token that depends on none of the
/// others; without them the last word before a preposition. Of a name's words, joined as `flat`,
/// all have the same head, whichever of them a phrase holds.
struct ArgumentHeads {
  /// Who or what a head stands for by the report's own chains.
  enum Entity: Hashable {
    case actor(Int)
    case place(Int)
  }

  private let reading: Reading
  private let mentions: ReportMentions

  init(_ reading: Reading, _ mentions: ReportMentions) {
    self.reading = reading
    self.mentions = mentions
  }

  /// The token that is a phrase's head; nil when no token stands there.
  func head(of range: TextRange) -> Int? {
    let tokens = reading.tokens(in: range)
    guard let last = tokens.last else { return nil }
    guard !reading.dependencies.isEmpty else {
      let preposition = tokens.dropFirst().first {
        Self.prepositions.contains(reading.tokens[$0].word)
      }
      return preposition.map { $0 - 1 } ?? last
    }
    let words = tokens.filter { !reading.tokens[$0].isPunctuation }
    let top = words.first { token in
      reading.dependencies[token].head.map { !tokens.contains($0) } ?? true
    }
    var head = top ?? last
    while reading.dependencies[head].relation.universal == .flat,
      let outer = reading.dependencies[head].head
    {
      head = outer
    }
    return head
  }

  /// Whom or what the token stands for.
  func entity(of token: Int) -> Entity? {
    let range = reading.tokens[token].range
    if let actor = mentions.actor(at: range) { return .actor(actor) }
    return mentions.placeMentions.first { $0.range.contains(range) }.map { .place($0.entity) }
  }

  private static let prepositions: Set<Word> = [
    "of", "in", "at", "on", "from", "for", "with", "by", "to", "near", "who", "that", "which",
  ]
}
