import Knowledge
import Texts

/// A name as the joiner compares it: its words without particles and prepositions.
struct ActorName: Hashable {
  /// Folded, in American spelling.
  let words: [Word]
  /// Folded, as bytes.
  let spellings: [[UInt8]]
  /// Which words have a possessive ending: `People's` may be printed `Peoples`.
  let isPossessive: [Bool]
  /// One word in capitals, as its folded letters; nil for other names.
  let acronym: [UInt8]?
  /// The first letters of its capitalized words.
  let initials: [UInt8]
  /// The same with those of `of`, `and`, `for`, `the` and particles.
  let allInitials: [UInt8]

  /// Reads a name; nil for words that are not all capitalized but for small ones.
  init?(_ string: String) {
    let text = SourceText(string)
    let found = NameWord.words(of: text, in: text.range)
    var initials: [UInt8] = []
    var allInitials: [UInt8] = []
    var words: [Word] = []
    var spellings: [[UInt8]] = []
    var isPossessive: [Bool] = []
    for word in found {
      let spelling = Spelling(text[word.range])
      guard let first = spelling.bytes.first else { continue }
      allInitials.append(first)
      if word.isCapitalized || word.hasDigits {
        if !word.isParticle { initials.append(first) }
      } else if !Self.isSmall(word.word) {
        return nil
      }
      guard !word.isParticle, word.isCapitalized || !Self.isLink(word.word) else { continue }
      words.append(word.word)
      spellings.append(spelling.bytes)
      isPossessive.append(word.isPossessive)
    }
    guard !words.isEmpty, !initials.isEmpty else { return nil }
    self.words = words
    self.spellings = spellings
    self.isPossessive = isPossessive
    self.initials = initials
    self.allInitials = allInitials
    acronym = found.count == 1 && found[0].isAcronym ? spellings[0] : nil
  }

  private static func isSmall(_ word: Word) -> Bool {
    switch word {
    case "of", "for", "and", "in", "the", "on", "to", "de", "la", "le", "du", "des", "del", "al",
      "el", "bin", "ibn", "bint", "abu", "van", "von", "der", "da", "dos", "das", "do", "ul", "ur",
      "ud", "ad", "as", "an", "ar", "az", "ash", "e", "i", "y", "wal", "against", "with", "at",
      "ould", "ag", "di", "den", "ben", "abd":
      true
    default: false
    }
  }

  /// Words whose place another takes freely: `Committee of the Red Cross`, `Committee for …`.
  private static func isLink(_ word: Word) -> Bool {
    switch word {
    case "of", "for", "and", "in", "on", "to", "at": true
    default: false
    }
  }

  /// Whether two names have the same words, or spellings of the same words.
  func isVariant(of other: ActorName) -> Bool {
    if words == other.words { return true }
    guard acronym == nil, other.acronym == nil else { return false }
    if words.count == other.words.count {
      var changes = 0
      for index in words.indices where words[index] != other.words[index] {
        guard
          NameSkeleton.areVariants(spellings[index], other.spellings[index])
            || spellings[index] + [0x73] == other.spellings[index] && isPossessive[index]
            || other.spellings[index] + [0x73] == spellings[index] && other.isPossessive[index]
        else { return false }
        changes += 1
      }
      if words.count > 1 || spellings[0].count >= 6 { return changes > 0 }
      return false
    }
    // One outlet writes as two words what another writes as one: `Abdel Rahman`, `Abdulrahman`.
    guard words.count > 1 || other.words.count > 1, abs(words.count - other.words.count) == 1 else {
      return false
    }
    let joined = Array(spellings.joined())
    let otherJoined = Array(other.spellings.joined())
    guard min(joined.count, otherJoined.count) >= 10 else { return false }
    return NameSkeleton.areVariants(joined, otherJoined)
      && abs(joined.count - otherJoined.count) <= 2
  }

  /// Whether one word in capitals can stand for this name.
  func canBeShortened(to acronym: [UInt8]) -> Bool {
    words.count >= 2 && acronym.count >= 2 && (initials == acronym || allInitials == acronym)
  }
}
