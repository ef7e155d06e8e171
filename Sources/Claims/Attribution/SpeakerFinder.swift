import Linguistics
import Mentions
import Texts

/// Finds which actor a source names.
struct SpeakerFinder {
  let reading: Reading
  let mentions: MentionIndex

  /// The actor at the head of a source; nil when it names nobody, as `no group` does.
  ///
  /// In `ministry spokeswoman Ana Ruiz` the person; in `Ana Ruiz, the head of the monitor` the
  /// person; in `a spokesman for the ministry` the spokesman's actor, else the ministry.
  func speaker(of source: TextRange) -> Int? {
    let tokens = reading.tokens(in: source)
    guard let first = tokens.first else { return nil }
    if Self.nobody.contains(reading.tokens[first].word) { return nil }
    let comma = tokens.first { reading.tokens[$0].word == "," } ?? tokens.upperBound
    let head = range(first..<comma)
    let inHead = mentions.overlapping(head)
    if let person = inHead.last(where: {
      isPersonName($0) && !isPossessor($0) && !isPlace($0, before: comma < tokens.upperBound)
    }) {
      return person.entity
    }
    let link = (first..<comma).first {
      Self.links.contains(reading.tokens[$0].word) && $0 > first
    }
    let front = mentions.overlapping(range(first..<(link ?? comma)))
    let named = front.filter { $0.form == .name && !isPossessor($0) }
    let isNamed = !named.isEmpty
    if comma + 1 < tokens.upperBound {
      let start = reading.tokens[comma + 1].start
      let rest = mentions.overlapping(range(comma + 1..<tokens.upperBound))
        .filter { $0.range.start >= start }
      // `the spokesman, Ana Ruiz`, `a rebel group, the Northern Front`: a name behind the comma.
      if let next = rest.first, isPersonName(next) || (!isNamed && next.form == .name),
        next.range.start <= reading.tokens[comma + 1].start + 12
      {
        return next.entity
      }
      if let next = rest.first, isNamed, named.allSatisfy({ isPlace($0, before: true) }) {
        return next.entity
      }
    }
    if let link {
      if let nominal = front.last(where: { !isPossessor($0) }) { return nominal.entity }
      if let behind = mentions.overlapping(range(link..<comma)).first { return behind.entity }
    }
    return inHead.last { !isPossessor($0) }?.entity ?? inHead.last?.entity
      ?? mentions.mentions.actor(at: source)
  }

  private static let nobody: Set<Word> = ["no", "nobody", "none", "neither", "nothing"]
  private static let links: Set<Word> = [
    "of", "for", "from", "in", "at", "with", "who", "which", "that", "on", "close", "near",
    "familiar", "speaking", "inside", "within", "based",
  ]

  private func range(_ tokens: Range<Int>) -> TextRange { reading.range(ofTokens: tokens) }

  /// Whether a name taken for a person's is a place's before a comma: `Oruro, a council leader,`.
  private func isPlace(_ mention: ActorMention, before isComma: Bool) -> Bool {
    isComma
      && mentions.mentions.placeMentions.contains {
        $0.range.start == mention.range.start || $0.range.end == mention.range.end
      }
  }

  private func isPersonName(_ mention: ActorMention) -> Bool {
    mention.form == .name && mentions.kind(mention.entity) == .person
  }

  /// Whether the mention owns what follows: `Syria's` in `Syria's state news agency`.
  private func isPossessor(_ mention: ActorMention) -> Bool {
    let after = reading.token(atOrAfter: mention.range.end)
    guard after < reading.tokens.count, reading.tokens[after].start <= mention.range.end else {
      return false
    }
    return reading.tokens[after].word == "'s" || reading.tokens[after].word == "'"
  }
}
