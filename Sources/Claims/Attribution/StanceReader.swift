import Linguistics
import Mentions
import Texts

/// Judges what a claim does: by its cue, then by what its words do.
struct StanceReader {
  let cues: CueLexicon
  let wording: ClaimWording

  /// Classes of phrases in `stances.tsv`.
  private enum Class {
    static let threat: Word = "threat"
    static let condemnation: Word = "condemnation"
    static let need: Word = "need"
    static let pledge: Word = "pledge"
    static let deed: Word = "deed"
    static let innocence: Word = "innocence"
    static let responsibility: Word = "responsibility"
    static let ignorance: Word = "ignorance"
    static let question: Word = "question"
  }

  /// How far into a content its first clause is taken to reach, in tokens.
  private static let reach = 24

  /// The stance of an attribution by `speaker`, nil when unknown; the mentions of actors tell
  /// one's own deeds from another's.
  func stance(
    of attribution: Attribution, speaker: Int?, in reading: Reading, mentions: MentionIndex
  ) -> Stance {
    let key = attribution.cueLemma
    let given = key.flatMap { cues.stance(of: $0) }.flatMap { Stance(rawValue: $0) } ?? .asserts
    let kind = key.flatMap { cues.kind(of: $0) } ?? .speech
    let words = Words(attribution, wording, reading)
    switch given {
    case .promises:
      return words.has(Class.threat) ? .threatens : .promises
    case .confirms:
      return attribution.isNegated ? .noComment : .confirms
    case .threatens, .denies, .condemns, .callsFor, .claimsResponsibility, .noComment, .questions,
      .accuses:
      return given
    case .asserts: break
    }
    if kind == .evidence || kind == .attitude || kind == .thought { return .asserts }
    if kind == .judgment { return words.has(Class.condemnation) ? .condemns : .asserts }
    return plainStance(attribution, speaker, words, reading, mentions)
  }

  /// The stance of what is merely said.
  private func plainStance(
    _ attribution: Attribution, _ speaker: Int?, _ words: Words, _ reading: Reading,
    _ mentions: MentionIndex
  ) -> Stance {
    guard let first = words.tokens.first else { return .asserts }
    if words.startsWith(["whether"], reading) || words.has(Class.question, within: 5) {
      return .questions
    }
    if words.has(Class.innocence, within: Self.reach), isOwn(first, speaker, reading, mentions) {
      return .denies
    }
    if words.has(Class.ignorance, within: 12) { return .noComment }
    let isOwnDeed = isOwn(first, speaker, reading, mentions)
    let pledge = words.position(of: Class.pledge).map { $0 < 8 } ?? false
    if words.has(Class.threat, within: 60),
      isOwnDeed || pledge || words.hasLong(Class.threat, within: 60)
    {
      return isReporter(speaker, mentions) ? .asserts : .threatens
    }
    if isOwnDeed, pledge, words.isActivePledge(Class.pledge, reading) { return .promises }
    if words.isSolemnPromise { return .promises }
    if let need = words.position(of: Class.need), need < 14,
      words.has(Class.deed, within: need) == false
    {
      return .callsFor
    }
    if isOwnDeed, isParty(speaker, mentions),
      let deed = words.position(of: Class.deed), deed < 7
    {
      return .claimsResponsibility
    }
    if !isOwnDeed, isParty(speaker, mentions), !mentions.isUnarmedSpeaker(speaker),
      accusesAnother(words, speaker, reading, mentions)
    {
      return .accuses
    }
    if words.has(Class.condemnation, within: Self.reach), !isReporter(speaker, mentions) {
      return .condemns
    }
    return .asserts
  }

  /// Whether the content begins with another actor who does a violent deed, in the active.
  private func accusesAnother(
    _ words: Words, _ speaker: Int?, _ reading: Reading, _ mentions: MentionIndex
  ) -> Bool {
    guard let deed = words.position(of: Class.deed), deed > 0, deed < 14 else { return false }
    let token = words.tokens.lowerBound + deed
    let isPassive: Set<Word> = [
      "was", "were", "been", "be", "being", "is", "are", "the", "a", "an", "of", "in", "by", "'s",
      "-", "and", "to", "for", "not", "n't", "no", "his", "its", "their", "this", "that",
    ]
    guard !isPassive.contains(reading.tokens[token - 1].word) else { return false }
    let front = reading.range(ofTokens: words.tokens.lowerBound..<token)
    guard let other = mentions.overlapping(front).first, other.entity != speaker,
      other.range.start <= reading.tokens[words.tokens.lowerBound].start + 20
    else { return false }
    switch mentions.kind(other.entity) {
    case .outlet, .agency, .monitor, .international, .none: return false
    default: return true
    }
  }

  /// Whether a speaker only passes on what others say and do.
  private func isReporter(_ speaker: Int?, _ mentions: MentionIndex) -> Bool {
    switch speaker.flatMap({ mentions.kind($0) }) {
    case .outlet, .agency: true
    default: false
    }
  }

  /// Whether the content's subject is the speaker: `we`, `it`, the speaker's own name.
  private func isOwn(
    _ first: Int, _ speaker: Int?, _ reading: Reading, _ mentions: MentionIndex
  ) -> Bool {
    var index = first
    let end = min(first + 4, reading.tokens.count)
    while index < end {
      switch reading.tokens[index].word {
      case "that", "and", "but", ",", "so", "now", "today": index += 1
      case "we", "it", "they", "he", "she", "our", "its", "their", "his", "i": return true
      default:
        guard let speaker else { return false }
        let token = reading.tokens[index]
        if let actor = mentions.firstActor(in: TextRange(token.start, token.end)) {
          return actor == speaker || mentions.isOwn(actor, of: speaker)
        }
        index += 1
      }
    }
    return false
  }

  private func isParty(_ speaker: Int?, _ mentions: MentionIndex) -> Bool {
    speaker.map { mentions.isParty($0) } ?? true
  }
}

/// The phrases of a content, by class.
private struct Words {
  let tokens: Range<Int>
  private struct Found {
    let position: Int
    let count: Int
    let label: Word
  }
  private var found: [Found] = []
  private(set) var isSolemnPromise = false

  init(_ attribution: Attribution, _ wording: ClaimWording, _ reading: Reading) {
    guard let first = attribution.content.first, let last = attribution.content.last else {
      tokens = 0..<0
      return
    }
    let all = reading.tokens(in: TextRange(first.start, last.end))
    tokens = all.lowerBound..<min(all.upperBound, all.lowerBound + 60)
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if let match = wording.stances.match(reading.tokens, at: index, before: tokens.upperBound) {
        found.append(
          Found(position: index - tokens.lowerBound, count: match.count, label: match.label))
        // A word may be both a deed and part of a longer phrase; only the phrase counts.
        index += match.count
      } else {
        index += 1
      }
    }
    // `Justice will be done.`
    isSolemnPromise =
      tokens.count <= 8
      && tokens.dropLast(1).contains {
        reading.tokens[$0].word == "will" && reading.tokens[$0 + 1].word == "be"
      }
  }

  func has(_ label: Word, within limit: Int = .max) -> Bool {
    found.contains { $0.label == label && $0.position < limit }
  }

  /// Whether a phrase of three words or more is there: `would not go unpunished`.
  func hasLong(_ label: Word, within limit: Int) -> Bool {
    found.contains { $0.label == label && $0.position < limit && $0.count > 2 }
  }

  /// Whether the pledge is to do something, not a guess that something `would be`.
  func isActivePledge(_ label: Word, _ reading: Reading) -> Bool {
    guard let pledge = found.first(where: { $0.label == label }) else { return false }
    let next = tokens.lowerBound + pledge.position + pledge.count
    guard next < reading.tokens.count else { return false }
    return !["be", "have", "likely", "take"].contains(reading.tokens[next].word)
  }

  func position(of label: Word) -> Int? { found.first { $0.label == label }?.position }

  func startsWith(_ words: Set<Word>, _ reading: Reading) -> Bool {
    tokens.first.map { words.contains(reading.tokens[$0].word) } ?? false
  }
}
