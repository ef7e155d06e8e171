import Claims
import Linguistics
import Mentions
import Texts

/// The heads of phrases in a report, and whom they stand for.
///
/// By the report's dependencies a phrase's head is its first token that depends on none of the
/// others, function words and adverbs last of all; without them the last word before a preposition.
/// Of a name's words, joined as `flat`, all have the same head, whichever of them a phrase holds.
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
    let tops = tokens.filter { token in
      !reading.tokens[token].isPunctuation
        && reading.dependencies[token].head.map { !tokens.contains($0) } ?? true
    }
    var head = tops.first { !isModifier($0) } ?? tops.first ?? last
    while reading.dependencies[head].relation.universal == .flat,
      let outer = reading.dependencies[head].head
    {
      head = outer
    }
    return head
  }

  private func isModifier(_ token: Int) -> Bool {
    switch reading.dependencies[token].relation.universal {
    case .advmod, .aux, .case, .cc, .det, .mark, .punct: true
    default: false
    }
  }

  /// How a phrase's head hangs on a trigger's: the relations up from the trigger to what both hang
  /// on, then down, as in `↑advcl ↓nsubj`; `other sentence` where they share nothing.
  func path(from trigger: TextRange, to head: Int) -> String {
    guard !reading.dependencies.isEmpty, let start = self.head(of: trigger) else { return "?" }
    let up = line(above: start)
    let down = line(above: head)
    guard let meeting = up.first(where: down.contains),
      let high = up.firstIndex(of: meeting), let low = down.firstIndex(of: meeting)
    else { return "other sentence" }
    let climbs = up[..<high].map { "↑\(reading.dependencies[$0].relation)" }
    let descents = down[..<low].reversed().map { "↓\(reading.dependencies[$0].relation)" }
    return (climbs + descents).joined(separator: " ")
  }

  /// A token and all that it hangs on, up to the root.
  private func line(above token: Int) -> [Int] {
    var line = [token]
    while let head = reading.dependencies[line[line.count - 1]].head { line.append(head) }
    return line
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
